#include "standards/rating.hpp"

#include <algorithm>
#include <set>

#include "standards/sheet.hpp"

namespace yongdi::standards {
namespace {

using measures::Exact;

constexpr SheetColumn kColumns[] = {{"group"}, {"item", true}, {"weight", true}, {"benchmark"}};
constexpr std::string_view kGroups[] = {"", "above_scale", "below_scale"};
constexpr std::int64_t kWholePercent = 100;

}  // namespace

const std::vector<screening::WeightedItem>* RatingItems::find(std::string_view group) const {
  auto found = of_group.find(group);
  if (found == of_group.end()) found = of_group.find("");
  return found == of_group.end() ? nullptr : &found->second;
}

RatingItems read_rating_items(const std::filesystem::path& project_folder, const std::string& table, screening::Formula formula) {
  RatingItems result;
  const Sheet sheet = Sheet::read(project_folder / table, table, kColumns);
  result.files.push_back({sheet.name(), sheet.sha256()});
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < screening::kItemCount; ++i) names.push_back(to_text(static_cast<screening::Item>(i)));
  std::set<std::pair<std::string, std::size_t>> seen;
  std::map<std::string, Exact> sums;
  std::map<std::string, SheetRow> last;
  const std::vector<SheetRow> rows = sheet.rows();
  for (const SheetRow& row : rows) {
    const std::string group(kGroups[row.choice("group", kGroups, 0)]);
    const std::size_t item = row.choice("item", names);
    if (!seen.emplace(group, item).second) row.refuse("item", {"同一组中重复。请删去一行。", "it is entered twice for the group. Remove one."});
    const Exact weight = row.required_number("weight");
    if (weight.is_negative()) row.refuse("weight", {"权重不能小于零。", "a weight cannot be below zero."});
    const auto benchmark = row.number("benchmark");
    if (formula == screening::Formula::benchmark && (!benchmark || *benchmark <= Exact()))
      row.refuse("benchmark", {"公式 S1 需要大于零的基准值。", "formula S1 needs a benchmark above zero."});
    sums[group] += weight;
    last.insert_or_assign(group, row);
    result.of_group[group].push_back({static_cast<screening::Item>(item), weight.to_double(), benchmark ? std::optional(benchmark->to_double()) : std::nullopt});
  }
  for (const auto& [group, sum] : sums)
    if (sum != Exact(1) && sum != Exact(kWholePercent))
      last.at(group).refuse("weight", {(group.empty() ? std::string("各项") : group + " 各项") + "权重之和为 " + sum.to_string() + "，应为 100（或 1）。",
                                       "the weights" + (group.empty() ? std::string() : " of " + group) + " add up to " + sum.to_string() + " where 100 (or 1) is due."});
  return result;
}

}  // namespace yongdi::standards
