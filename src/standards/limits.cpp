#include "standards/limits.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "findings/catalogue.hpp"
#include "standards/sheet.hpp"

namespace yongdi::standards {
namespace {

namespace fs = std::filesystem;
using intensity::Bound;
using intensity::Force;
using intensity::Limit;
using intensity::Origin;
using measures::Exact;

constexpr SheetColumn kLimitColumns[] = {{"level", true}, {"document", true},  {"edition"},          {"from", true},  {"to"},     {"place"},
                                         {"indicator", true}, {"bound", true}, {"value", true},      {"unit", true},  {"force"},  {"industry"},
                                         {"industry_edition"}, {"land_class"}, {"status"},           {"source"}};
constexpr SheetColumn kIndustryColumns[] = {{"edition", true}, {"code", true}, {"name"}};
constexpr SheetColumn kLandUseColumns[] = {{"match", true}, {"scheme"}, {"key", true}, {"group", true}};
constexpr std::string_view kIndustryFile = "industry-codes.csv", kLandUseFile = "land-use-groups.csv";

constexpr std::string_view kLevels[] = {"contract", "local", "provincial", "national"};  // positions are those of Origin
constexpr std::string_view kBounds[] = {"min", "max"};
constexpr std::string_view kForces[] = {"binding", "recommended"};
constexpr std::string_view kStatuses[] = {"read", "secondary", "placeholder"};  // positions are those of rulebook::Status
constexpr std::string_view kMatches[] = {"word", "code"};
constexpr std::string_view kGroups[] = {"industrial", "residential", "commercial", "other"};  // positions are those of LandUse

struct UnitOfLimit {
  std::string_view name, measure_unit;
  std::int64_t numerator, denominator;
};
constexpr std::string_view kPerHectare = "万元/公顷";
constexpr std::array kUnits = {UnitOfLimit{"ratio", "1", 1, 1}, UnitOfLimit{"share", "1", 1, 1}, UnitOfLimit{"%", "1", 1, 100},
                               UnitOfLimit{"wan_yuan_per_ha", kPerHectare, 1, 1}, UnitOfLimit{"wan_yuan_per_mu", kPerHectare, 15, 1}};
constexpr std::string_view kUnitNames[] = {"ratio", "share", "%", "wan_yuan_per_ha", "wan_yuan_per_mu"};

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < intensity::kMeasureCount; ++i) names.push_back(to_text(static_cast<intensity::Measure>(i)));
  return names;
}

Exact value_of(const SheetRow& row, intensity::Measure measure) {
  const UnitOfLimit& unit = kUnits[row.choice("unit", kUnitNames)];
  if (unit.measure_unit != intensity::unit(measure))
    row.refuse("unit", {"单位 " + std::string(unit.name) + " 不适用于 " + std::string(to_text(measure)) + "（应为 " + std::string(intensity::unit(measure)) + "）。",
                        std::string(unit.name) + " does not suit " + std::string(to_text(measure)) + ", which is in " + std::string(intensity::unit(measure)) + "."});
  const Exact value = row.required_number("value") * Exact::ratio(unit.numerator, unit.denominator);
  if (value.is_negative()) row.refuse("value", {"限值不能小于零。", "a limit cannot be below zero."});
  return value;
}

void read_industry(const SheetRow& row, const Industries& industries, Limit& limit) {
  const std::string& written = row.text("industry");
  if (written.empty()) return;
  limit.industry = intensity::industry_code(written);
  limit.industry_edition = intensity::industry_edition(row.required("industry_edition"));
  if (industries.find(limit.industry_edition) == industries.end())
    row.refuse("industry_edition", {"没有“" + row.text("industry_edition") + "”版的行业分类。可用：2002、2011、2017。",
                                    "there is no edition \"" + row.text("industry_edition") + "\" of the industry classification. Valid: 2002, 2011, 2017."});
  if (limit.industry.empty() || !is_known(industries, limit.industry, limit.industry_edition))
    row.refuse("industry", {"“" + written + "”不是 GB/T 4754-" + limit.industry_edition + " 的行业代码。请核对代码和版本。",
                            "\"" + written + "\" is no code of GB/T 4754-" + limit.industry_edition + ". Check the code and its edition."});
}

Limit read_limit(const SheetRow& row, const std::string& table, const Industries& industries) {
  Limit limit;
  const std::size_t level = row.choice("level", kLevels);
  limit.origin = static_cast<Origin>(level);
  if (limit.origin == Origin::contract) row.refuse("level", {"合同约定写在宗地表里，不写在这里。", "what contracts agree stands in the parcels' own table, not here."});
  const std::vector<std::string_view> measures = measure_names();
  limit.measure = static_cast<intensity::Measure>(row.choice("indicator", measures));
  limit.bound = static_cast<Bound>(row.choice("bound", kBounds));
  limit.force = static_cast<Force>(row.choice("force", kForces, 0));
  limit.value = value_of(row, limit.measure);
  limit.document = row.required("document");
  limit.edition = row.text("edition");
  limit.from = row.required_day("from");
  limit.to = row.day("to");
  if (limit.to && *limit.to < limit.from) row.refuse("to", {"失效日早于施行日。", "the last day lies before the first."});
  limit.place = row.text("place");
  read_industry(row, industries, limit);
  limit.land_class = row.text("land_class");
  limit.status = static_cast<rulebook::Status>(row.choice("status", kStatuses, 0));
  limit.table = table;
  limit.row = row.number();
  return limit;
}

// What two rows must not share on any one day.
auto key(const Limit& limit) {
  return std::tie(limit.measure, limit.bound, limit.force, limit.origin, limit.place, limit.industry_edition, limit.industry, limit.land_class);
}

bool same_days(const Limit& a, const Limit& b) { return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to); }

std::string words(const Limit& limit) {
  return std::string(to_text(limit.measure)) + " " + std::string(to_text(limit.bound)) + (limit.industry.empty() ? "" : " " + limit.industry) +
         (limit.land_class.empty() ? "" : " / " + limit.land_class);
}

void refuse_double_entries(const std::vector<Limit>& limits) {
  std::vector<const Limit*> sorted;
  for (const Limit& limit : limits) sorted.push_back(&limit);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Limit* a, const Limit* b) { return key(*a) < key(*b); });
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t j = i + 1; j < sorted.size() && key(*sorted[i]) == key(*sorted[j]); ++j) {
      if (!same_days(*sorted[i], *sorted[j])) continue;
      const findings::Text first = at_row(sorted[i]->table, sorted[i]->row), second = at_row(sorted[j]->table, sorted[j]->row);
      throw findings::Failure(findings::Exit::usage,
                              {"控制标准重复：" + second.zh + " 与 " + first.zh + " 在同一时间规定了同一事项（" + words(*sorted[j]) + "）。请删去一行，或写明施行和失效日期。",
                               "control limits entered twice: " + second.en + " and " + first.en + " set the same limit at the same time (" +
                                   words(*sorted[j]) + "). Remove one, or state the days of each."});
    }
}

void report_gap(const Limit& at, std::string zh, std::string en, std::vector<findings::Finding>& findings) {
  findings.push_back({&findings::kind("LIMITS_GAP"), {at.table, at.row, {}}, "limits", at.document,
                      {{"value", words(at)}, {"reason_zh", std::move(zh)}, {"reason_en", std::move(en)}}, {}, {}});
}

std::string joined(const std::set<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// A table by divisions that leaves some out; one by land classes that leaves some out; periods with days between them.
void report_gaps(const std::vector<Limit>& limits, const Industries& industries, std::vector<findings::Finding>& findings) {
  using Group = std::tuple<std::string, intensity::Measure, Bound, Force, std::string, std::string>;  // table, …, document, edition of codes
  struct Content {
    const Limit* last = nullptr;
    std::set<std::string> divisions, classes;
    bool everywhere = false;
    std::map<std::string, std::set<std::string>> classes_of;
  };
  std::map<Group, Content> groups;
  for (const Limit& limit : limits) {
    Content& content = groups[{limit.table, limit.measure, limit.bound, limit.force, limit.document, limit.industry_edition}];
    content.last = &limit;
    if (limit.industry.empty())
      content.everywhere = true;
    else
      content.divisions.insert(limit.industry.substr(0, 2));
    if (!limit.land_class.empty()) content.classes.insert(limit.land_class);
    content.classes_of[limit.industry].insert(limit.land_class);
  }
  for (const auto& [group, content] : groups) {
    if (content.divisions.size() > 1 && !content.everywhere) {
      std::set<std::string> absent;
      for (const std::string& division : industries.at(std::get<5>(group)))
        if (content.divisions.find(division) == content.divisions.end()) absent.insert(division);
      if (!absent.empty())
        report_gap(*content.last, "没有行业大类 " + joined(absent), "it has no division " + joined(absent), findings);
    }
    for (const auto& [industry, classes] : content.classes_of)
      for (const std::string& land_class : content.classes)
        if (classes.find(land_class) == classes.end() && classes.find("") == classes.end())
          report_gap(*content.last, "行业 " + industry + " 没有等别 " + land_class, "industry " + industry + " has no land class " + land_class, findings);
  }
  std::vector<const Limit*> sorted;
  for (const Limit& limit : limits) sorted.push_back(&limit);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Limit* a, const Limit* b) { return std::pair(key(*a), a->from) < std::pair(key(*b), b->from); });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Limit &before = *sorted[i - 1], &after = *sorted[i];
    if (key(before) == key(after) && before.to && *before.to + 1 < after.from)
      report_gap(after, before.to->to_iso() + " 之后到 " + after.from.to_iso() + " 之前无规定", "nothing is set between " + before.to->to_iso() + " and " + after.from.to_iso(),
                 findings);
  }
}

std::vector<fs::path> shipped_tables(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;  // a data folder without tables has none to offer
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".csv" && entry.path().filename() != kIndustryFile && entry.path().filename() != kLandUseFile)
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

Sheet open(const fs::path& file, std::string name, std::span<const SheetColumn> columns, LimitBook& book) {
  Sheet sheet = Sheet::read(file, std::move(name), columns);
  book.files.push_back({sheet.name(), sheet.sha256()});
  return sheet;
}

}  // namespace

bool is_known(const Industries& industries, const std::string& code, const std::string& edition) {
  if (!intensity::is_manufacturing(code)) return !code.empty();
  const auto listed = industries.find(edition);
  const std::string division = code.substr(0, 2);
  if (listed != industries.end()) return listed->second.find(division) != listed->second.end();
  return std::any_of(industries.begin(), industries.end(), [&](const auto& each) { return each.second.find(division) != each.second.end(); });
}

LimitBook read_limits(const fs::path& data_folder, const fs::path& project_folder, const std::vector<std::string>& tables,
                      std::vector<findings::Finding>& findings) {
  const fs::path folder = data_folder / "limits";
  LimitBook book;
  const Sheet industries = open(folder / kIndustryFile, std::string(kIndustryFile), kIndustryColumns, book);
  for (const SheetRow& row : industries.rows())
    book.industries[row.required("edition")].insert(row.required("code"));
  const Sheet uses = open(folder / kLandUseFile, std::string(kLandUseFile), kLandUseColumns, book);
  for (const SheetRow& row : uses.rows())
    book.land_uses.push_back({row.choice("match", kMatches) == 1, row.text("scheme"), row.required("key"), static_cast<intensity::LandUse>(row.choice("group", kGroups))});
  std::vector<Limit> limits;
  const auto take = [&](const fs::path& file, const std::string& name) {
    const Sheet sheet = open(file, name, kLimitColumns, book);
    for (const SheetRow& row : sheet.rows()) limits.push_back(read_limit(row, name, book.industries));
  };
  for (const fs::path& file : shipped_tables(folder)) take(file, file.filename().string());
  for (const std::string& table : tables) take(project_folder / table, table);
  refuse_double_entries(limits);
  report_gaps(limits, book.industries, findings);
  book.table = intensity::LimitTable(std::move(limits));
  return book;
}

}  // namespace yongdi::standards
