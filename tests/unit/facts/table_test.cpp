#include "facts/table.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace {

using namespace yongdi::facts;
using yongdi::measures::Day;
using yongdi::measures::Exact;

constexpr Layer kLayers[] = {Layer::parks, Layer::approvals, Layer::parcels, Layer::buildings, Layer::land_status, Layer::constraints,
                             Layer::causes, Layer::reasons, Layer::overrides, Layer::firms};

TEST(Fields, AreUniqueAndNamedInBothLanguages) {
  for (const Layer layer : kLayers) {
    std::set<std::string_view> names;
    for (const Field& field : fields(layer)) {
      EXPECT_TRUE(names.insert(field.name).second) << field.name;
      EXPECT_FALSE(field.zh.empty() || field.en.empty()) << field.name;
      EXPECT_EQ(field.codes.empty(), field.kind != Kind::code && field.kind != Kind::yes_no) << field.name;
    }
  }
}

// The words of the outward contract, in its order; a layer may have more behind them.
TEST(Fields, AreThoseOfTheContract) {
  const std::pair<Layer, const char*> contract[] = {
      {Layer::parks, "id name level parent approved_area zone_type city county"},
      {Layer::approvals,
       "id name approved_on authority approved_area kind quota_type withdrawn_area withdrawn_on withdrawn_doc double_counted_area adjusted_out_area "
       "expropriated_on"},
      {Layer::parcels,
       "id name holder uscc approval block supply_mode land_use land_use_scheme industry industry_edition area carried_area price price_paid "
       "contract_on "
       "delivery_due delivered_on start_due finish_due permit_on foundation foundation_done started_on finished_on stopped_on area_to_develop "
       "area_developed investment_total investment_made fixed_investment fixed_investment_contract plot_ratio_min plot_ratio_max "
       "building_coefficient_min floor_area footprint_area yard_area admin_area admin_floor_area green_area output revenue tax rd_spending high_tech "
       "standard_plant ownership extension_signed_on extension_start_due extensions cause cause_from cause_to cause_verified notice_on reply_on "
       "determination_doc determination_on published_on publication_withdrawn_on disposal_method disposal_on disposal_doc fee_paid fee_paid_on "
       "mortgaged_on transferred_on monitored"},
      {Layer::buildings, "id parcel floors storey_height height floor_area finished_on use"},
      {Layer::causes, "parcel cause from to verified document"},
      {Layer::reasons, "approval kind code area due"},
      {Layer::overrides, "layer subject field old new who day document expires"},
  };
  for (const auto& [layer, names] : contract) {
    std::istringstream stream(names);
    std::string name;
    for (const Field& field : fields(layer)) {
      if (!(stream >> name)) break;  // what a layer has beyond the contract stands behind it
      EXPECT_EQ(field.name, name);
    }
    EXPECT_FALSE(stream >> name) << name;
  }
}

TEST(Fields, CarryTheirUnitIntoTheLedger) {
  const auto column = [](Layer layer, std::string_view name) { return fact_column(fields(layer)[find_field(layer, name)]); };
  EXPECT_EQ(column(Layer::parcels, "area"), "area_m2");
  EXPECT_EQ(column(Layer::parcels, "price"), "price_wan_yuan");
  EXPECT_EQ(column(Layer::parcels, "start_due"), "start_due");
  EXPECT_EQ(column(Layer::causes, "from"), "from_day") << "FROM is a word of SQL";
  EXPECT_EQ(find_field(Layer::parks, "price"), kNoField);
  EXPECT_EQ(subject(Layer::parcels), "parcel");
}

TEST(Table, TellsUnknownFromAbsent) {
  Table table{
      Layer::parcels, {"a.shp"}, {find_field(Layer::parcels, "id"), find_field(Layer::parcels, "area"), find_field(Layer::parcels, "start_due")}, {}};
  table.rows.push_back({0, 1, {std::string("Z1"), Exact(100), Day::parse_iso("2024-01-01").value()}});
  table.rows.push_back({0, 2, {std::string("Z2"), {}, {}}});
  const Column id(table, "id"), area(table, "area"), start(table, "start_due"), price(table, "price");
  EXPECT_EQ(*id.text(table.rows[0]), "Z1");
  EXPECT_EQ(area.exact(table.rows[0]), Exact(100));
  EXPECT_EQ(start.day(table.rows[0])->to_iso(), "2024-01-01");
  EXPECT_TRUE(area.present() && !area.known(table.rows[1]) && !area.exact(table.rows[1]));
  EXPECT_FALSE(price.present());
  EXPECT_FALSE(price.exact(table.rows[0]));
  EXPECT_TRUE(table.has("area"));
  EXPECT_FALSE(table.has("price"));
  EXPECT_THROW(Column(table, "prize"), std::logic_error);
}

}  // namespace
