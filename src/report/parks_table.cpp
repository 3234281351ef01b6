#include "report/parks_table.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "report/display.hpp"
#include "report/figures.hpp"

namespace yongdi::report {
namespace {

constexpr int kRatioDecimals = 3;
constexpr int kIntensityDecimals = 1;

// "not assessed" and "not known" are different answers, and neither is zero.
std::string land(const workflow::ParkSummary& park, const std::string& class_name, Language language) {
  const auto found = park.balance.find(class_name);
  if (found == park.balance.end() || !found->second) return std::string(in(language, "未评价", "not assessed"));
  return hectares(*found->second);
}

std::string indicator(const workflow::ParkSummary& park, const std::string& name, int decimals) {
  const auto found = park.indicators.find(name);
  return decimal(found == park.indicators.end() ? std::nullopt : found->second.value, decimals);
}

// The parcels whose figure is not known and in the ratio not counted.
std::string unknown_parcels(const workflow::ParkSummary& park, const std::string& name) {
  const auto found = park.indicators.find(name);
  const auto unknown = found == park.indicators.end() ? std::nullopt : found->second.unknown_count;
  return unknown ? fmt::format("{}", *unknown) : std::string("—");
}

// Columns of land: how they are headed, and which classes of the balance stand in them.
struct LandColumn {
  std::string_view zh, en, class_name;
};
constexpr LandColumn kLand[] = {{"批而未供", "unsupplied", "unsupplied"},
                                {"闲置", "idle", "idle"},
                                {"供而未用", "pending", "pending"},
                                {"待定", "undecided", "undecided"},
                                {"低效", "inefficient", "inefficient"}};

struct Placed {
  const workflow::ParkSummary* park;
  std::size_t depth;
};

// A zone stands above its sub-parks.
void add_below(const workflow::Audit& audit, const ledger::Text& parent, std::size_t depth, std::vector<Placed>& placed) {
  for (const workflow::ParkSummary& park : audit.parks) {
    if (park.park.parent_id != parent) continue;
    placed.push_back({&park, depth});
    add_below(audit, park.park.park_id, depth + 1, placed);
  }
}

// The city: what stands in no other park, each square metre once. Ratios are not summed: a parcel may lie in two of them.
std::vector<std::string> total_row(const std::vector<Placed>& placed, Language language) {
  std::optional<double> whole_m2 = 0;
  std::map<std::string_view, std::optional<double>> classes;
  for (const LandColumn& column : kLand) classes[column.class_name] = 0;
  const auto add = [](std::optional<double>& sum, const ledger::Number& more) { sum = sum && more ? std::optional(*sum + *more) : std::nullopt; };
  for (const auto& [park, depth] : placed) {
    if (depth > 0) continue;
    add(whole_m2, park->park.area_m2);
    if (const auto shared = park->balance.find("held_elsewhere"); whole_m2 && shared != park->balance.end()) *whole_m2 -= shared->second.value_or(0);
    for (auto& [name, sum] : classes) {
      const auto found = park->balance.find(std::string(name));
      add(sum, found == park->balance.end() ? std::nullopt : found->second);
    }
  }
  std::vector<std::string> row{std::string(in(language, "合计", "total")), "", hectares(whole_m2)};
  for (const LandColumn& column : kLand)
    row.push_back(classes[column.class_name] ? hectares(classes[column.class_name]) : std::string(in(language, "未评价", "not assessed")));
  row.insert(row.end(), 4, "—");
  return row;
}

}  // namespace

std::string parks_table(const workflow::Audit& audit, Language language) {
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "名称", "name"));
  table.add_column(in(language, "面积", "area"), Align::right);
  for (const LandColumn& column : kLand) table.add_column(in(language, column.zh, column.en), Align::right);
  for (const auto& [zh, en] :
       {std::pair{"容积率", "plot ratio"}, {"未知宗数", "unknown"}, {"投资强度", "intensity"}, {"未知宗数", "unknown"}}) {
    table.add_column(in(language, zh, en), Align::right);
  }
  std::vector<Placed> placed;
  add_below(audit, {}, 0, placed);
  for (const auto& [park, depth] : placed) {
    std::vector<std::string> row{std::string(2 * depth, ' ') + park->park.park_id, park->park.name.value_or(""), hectares(park->park.area_m2)};
    for (const LandColumn& column : kLand) row.push_back(land(*park, std::string(column.class_name), language));
    for (const auto& [name, decimals] : {std::pair{"parcel_plot_ratio", kRatioDecimals}, {"parcel_investment_intensity", kIntensityDecimals}}) {
      row.push_back(indicator(*park, name, decimals));
      row.push_back(unknown_parcels(*park, name));
    }
    table.add_row(std::move(row));
  }
  if (placed.size() > 1) table.add_row(total_row(placed, language));
  return table.to_string() +
         std::string(in(language, "单位：公顷；投资强度：万元/公顷；未知宗数：其左一列算不出的宗地数，该列是其余宗地的合计之比。\n",
                        "Areas in hectares, intensity in 10⁴ CNY per hectare; unknown: parcels for which the figure to its left is not known, "
                        "which is the ratio of the sums over the others.\n"));
}

}  // namespace yongdi::report
