#include "ledger/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "ledger/indicators.hpp"

namespace yongdi::ledger {
namespace {

TEST(Dictionary, TablesOfTheContractWithNothingUnexplained) {
  const std::set<std::string_view> contract = {"park",    "park_balance", "approval",      "approval_parcel", "unsupplied",
                                               "parcel",  "parcel_park",  "parcel_fact",   "approval_fact",   "park_indicator",
                                               "finding", "rule",         "rule_document", "receipt"};
  std::set<std::string_view> seen;
  for (const auto& [table, columns] : dictionary()) {
    seen.insert(table.name);
    EXPECT_FALSE(table.zh.empty() || table.en.empty()) << table.name;
    std::set<std::string_view> names;
    for (const ColumnInfo& column : columns) {
      EXPECT_TRUE(names.insert(column.name).second) << table.name << "." << column.name << " stands twice";
      EXPECT_FALSE(column.zh.empty() || column.en.empty()) << table.name << "." << column.name;
      if (column.name.ends_with("_m2")) {
        EXPECT_EQ(column.unit, "m²") << table.name << "." << column.name;
      }
      if (column.name.ends_with("_wan_yuan")) {
        EXPECT_EQ(column.unit, "万元") << table.name << "." << column.name;
      }
    }
    for (std::string_view rest = table.lookup; !rest.empty();) {
      const std::string_view column = rest.substr(0, rest.find(' '));
      EXPECT_TRUE(names.contains(column)) << table.name << " is looked up by " << column;
      rest.remove_prefix(std::min(column.size() + 1, rest.size()));
    }
  }
  EXPECT_TRUE(std::includes(seen.begin(), seen.end(), contract.begin(), contract.end()));
}

TEST(Dictionary, ParcelColumnsInTheOrderOfTheContract) {
  const std::string_view contract =
      "parcel_id name holder park_id valid area_m2 area_plane_m2 area_ellipsoid_m2 declared_area_m2 in_parks_m2 stage idle idle_class determination "
      "start_due start_due_basis idle_since idle_days overdue_days overdue_days_net cause route fee_wan_yuan next_class next_on floor_area_m2 "
      "floor_basis "
      "footprint_m2 plot_ratio plot_ratio_min_required plot_ratio_max_allowed plot_ratio_ok building_density building_coefficient "
      "building_coefficient_min_required building_coefficient_ok fixed_investment_wan_yuan investment_intensity_wan_per_ha "
      "investment_min_required_wan_per_ha investment_ok area_basis inefficient missing";
  // Others may stand between: what the contract names keeps its order.
  std::istringstream names{std::string(contract)};
  std::string wanted;
  ASSERT_TRUE(names >> wanted);
  bool more = true;
  for (const Column<ParcelRow>& column : columns<ParcelRow>())
    if (more && column.info.name == wanted) more = static_cast<bool>(names >> wanted);
  EXPECT_FALSE(more) << wanted << " is missing, or stands before its place";
}

TEST(Columns, EveryColumnWritesAndReadsItsOwnMember) {
  // A column bound to a wrong member of the same type would go unseen: each member gets a figure of its own, and all must come back.
  ParcelRow row;
  double figure = 1;
  for (const Column<ParcelRow>& column : columns<ParcelRow>()) {
    const std::string text = "v" + std::to_string(figure);
    switch (column.info.type) {
      case Type::text:
        column.set(row, std::string_view(text));
        break;
      case Type::integer:
        column.set(row, static_cast<std::int64_t>(figure));
        break;
      case Type::real:
        column.set(row, figure);
        break;
      case Type::date:
        column.set(row, Day::from_epoch_days(static_cast<std::int32_t>(figure)));
        break;
    }
    figure += 1;
  }
  const auto place = [](std::string_view name) {
    const auto all = columns<ParcelRow>();
    return 1 + std::find_if(all.begin(), all.end(), [&](const Column<ParcelRow>& column) { return column.info.name == name; }) - all.begin();
  };
  EXPECT_EQ(row.parcel_id, "v1.000000");
  EXPECT_EQ(row.area_m2, 6);
  EXPECT_EQ(row.in_parks_m2, 10);
  EXPECT_EQ(row.overdue_days_net, place("overdue_days_net"));
  EXPECT_EQ(row.cause_days, place("cause_days"));
  EXPECT_EQ(row.next_in_days, place("next_in_days"));
  EXPECT_EQ(row.plot_ratio_max_allowed, static_cast<double>(place("plot_ratio_max_allowed")));
  EXPECT_EQ(row.missing, "v" + std::to_string(static_cast<double>(place("missing"))));
  figure = 1;
  for (const Column<ParcelRow>& column : columns<ParcelRow>()) {
    if (column.info.type == Type::real) {
      EXPECT_EQ(std::get<double>(column.cell(row)), figure) << column.info.name;
    }
    if (column.info.type == Type::integer) {
      EXPECT_EQ(std::get<std::int64_t>(column.cell(row)), static_cast<std::int64_t>(figure)) << column.info.name;
    }
    figure += 1;
  }
}

TEST(Columns, UnknownIsNullAndNeverZero) {
  for (const Column<ParcelRow>& column : columns<ParcelRow>()) {
    if (column.info.type != Type::text) {
      EXPECT_TRUE(std::holds_alternative<std::monostate>(column.cell({}))) << column.info.name;
    }
  }
}

TEST(Indicators, TheFiveThatEveryParkHas) {
  for (const char* name : {"parcel_plot_ratio", "parcel_building_density", "parcel_investment_intensity", "idle_rate", "approved_unsupplied_rate"}) {
    EXPECT_EQ(std::ranges::count(indicators(), std::string_view(name), &IndicatorInfo::id), 1) << name;
  }
}

}  // namespace
}  // namespace yongdi::ledger
