#include "standards/thresholds.hpp"

#include <map>
#include <tuple>

#include "standards/sheet.hpp"

namespace yongdi::standards {
namespace {

using measures::Exact;

constexpr SheetColumn kColumns[] = {{"parameter", true}, {"value", true}, {"park"}, {"industry"}, {"document"}};

// "1/3" as well as "0.25".
Exact value_of(const SheetRow& row, const rulebook::Unit& unit) {
  const std::string& written = row.required("value");
  const auto value = Exact::from_fraction(written);
  if (!value) row.refuse("value", {"“" + written + "”不是数。", "\"" + written + "\" is not a number."});
  const bool whole = value->to_fraction().find('/') == std::string::npos;
  if (value->is_negative() || (unit.at_most_one && *value > Exact(1)) || (unit.whole && !whole))
    row.refuse("value", {written + " 不能作" + std::string(unit.zh) + "。", written + " cannot be taken " + (unit.whole ? "as a whole number of " : "") + std::string(unit.en) + "."});
  return *value;
}

}  // namespace

ThresholdTable read_thresholds(const std::filesystem::path& project_folder, const std::string& table) {
  ThresholdTable result;
  if (table.empty()) return result;
  const Sheet sheet = Sheet::read(project_folder / table, table, kColumns);
  result.files.push_back({sheet.name(), sheet.sha256()});
  const std::vector<std::string_view> settable = screening::settable_parameters();
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> seen;
  for (const SheetRow& row : sheet.rows()) {
    const std::string_view parameter = settable[row.choice("parameter", settable)];
    screening::Override threshold{std::string(parameter), row.text("park"), row.text("industry"), {}, row.text("document"), table, row.number()};
    threshold.value = value_of(row, *rulebook::find_unit(rulebook::find_parameter(parameter)->unit));
    if (!threshold.industry.empty()) {
      threshold.industry = intensity::industry_code(threshold.industry);
      if (threshold.industry.empty()) row.refuse("industry", {"“" + row.text("industry") + "”不是行业代码。", "\"" + row.text("industry") + "\" is no industry code."});
    }
    const auto [before, is_new] = seen.try_emplace({threshold.parameter, threshold.park, threshold.industry}, row.number());
    if (!is_new)
      row.refuse("parameter", {"与第 " + std::to_string(before->second) + " 行重复。请删去一行。", "it is set in row " + std::to_string(before->second) + " already. Remove one."});
    result.rows.push_back(std::move(threshold));
  }
  return result;
}

}  // namespace yongdi::standards
