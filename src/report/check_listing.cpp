#include "report/check_listing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/columns.hpp"
#include "report/defects.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/summary.hpp"

namespace yongdi::report {
namespace {

constexpr std::size_t kFieldsShown = 15;  // what fits on a screen; the fix list has all

std::string told(const findings::Finding& finding, const std::string& id, Language language) {
  std::string where = place(finding, language);
  if (where.empty()) where = in(language, "整个项目", "the whole project");
  const std::string fix = printable(in(language, findings::fix(finding)));
  return fmt::format("    {}  [{}]\n      {}\n", where, id, printable(in(language, findings::message(finding)))) +
         (fix.empty() ? "" : fmt::format("      {}{}\n", in(language, "改法：", "Fix: "), fix));
}

std::string code_heading(const Defects& defects, Language language) {
  std::string text = fmt::format(fmt::runtime(in(language, "  {}：{} 项", "  {}: {}")), defects.kind->code, defects.members.size());
  if (defects.any_area) text += fmt::format(fmt::runtime(in(language, "，{} 公顷", ", {} ha")), hectares(defects.area_m2));
  if (!defects.kind->blocks.empty()) text += fmt::format("{}{}", in(language, "；影响：", "; leaves undecided: "), in(language, ledger::columns_in_words(defects.kind->blocks)));
  return text + "\n";
}

// What to enter first: the fields whose absence leaves the most land undecided.
std::string missing_fields(const workflow::Audit& audit, Language language, std::size_t shown) {
  if (audit.missing_fields.empty()) return {};
  std::string text = fmt::format("\n{}\n", in(language, "缺失字段（按因此待定的面积排序）", "Missing fields, by the land they leave undecided"));
  TextTable table;
  for (const auto& [zh, en] : {std::pair{"图层", "layer"}, {"字段", "field"}, {"来源中的列", "column"}}) table.add_column(in(language, zh, en));
  table.add_column(in(language, "项数", "count"), Align::right);
  table.add_column(in(language, "公顷", "hectares"), Align::right);
  table.add_column(in(language, "因此待定", "leaves undecided"));
  for (std::size_t i = 0; i < std::min(shown, audit.missing_fields.size()); ++i) {
    const workflow::MissingField& each = audit.missing_fields[i];
    const std::string name = language == Language::zh ? each.zh + " " + each.field : each.en + " (" + each.field + ")";
    const std::string column = each.header.empty() ? std::string(in(language, "没有这一列", "no such column")) : printable(each.source + "/" + each.header);
    table.add_row({in(language, findings::subject_words(each.layer)), name, column, fmt::format("{}", each.count), hectares(each.area_m2), in(language, ledger::columns_in_words(each.blocks))});
  }
  text += table.to_string();
  if (audit.missing_fields.size() > shown)
    text += fmt::format(fmt::runtime(in(language, "    另有 {} 个字段\n", "    and {} more fields\n")), audit.missing_fields.size() - shown);
  return text;
}

}  // namespace

std::string check_listing(const workflow::Audit& audit, const std::filesystem::path& project, const std::optional<std::filesystem::path>& fixes,
                          Language language, std::size_t per_code) {
  std::string text = heading(audit, language) + counts(audit, language) + "\n";
  const findings::Kind* previous = nullptr;
  for (const Defects& defects : defects_by_code(audit)) {
    if (previous == nullptr || previous->severity != defects.kind->severity) text += fmt::format("\n{}\n", name(defects.kind->severity, language));
    previous = defects.kind;
    text += code_heading(defects, language);
    std::size_t shown = 0;
    for (const std::size_t i : defects.members) {
      if (shown++ == per_code) break;
      text += told(audit.findings[i], audit.finding_ids.at(i), language);
    }
    if (defects.members.size() <= per_code) continue;
    const std::size_t more = defects.members.size() - per_code;
    text +=
        fixes ? fmt::format(fmt::runtime(in(language, "    另有 {} 项，都在 {} 里\n", "    and {} more; all of them in {}\n")), more, fixes->string())
              : fmt::format(
                    fmt::runtime(in(language, "    另有 {} 项，加 -o fixes.xlsx 得到全部\n", "    and {} more; all of them with -o fixes.xlsx\n")),
                    more);
  }
  text += missing_fields(audit, language, kFieldsShown);
  if (audit.findings.empty()) text += in(language, "没有发现问题。\n", "Nothing found.\n");
  text += fixes ? fmt::format("\n{}{}\n", in(language, "问题清单：", "Fix list: "), fixes->string())
                : fmt::format("\n{}yongdi check {} -o fixes.xlsx\n", in(language, "全部问题成表：", "Everything as a table: "),
                              for_shell(project.string()));
  return text;
}

}  // namespace yongdi::report
