#include "report/check_listing.hpp"

#include <fmt/format.h>

#include "report/defects.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/summary.hpp"

namespace yongdi::report {
namespace {

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
  if (!defects.kind->blocks.empty()) text += fmt::format("{}{}", in(language, "；影响 ", "; leaves undecided: "), defects.kind->blocks);
  return text + "\n";
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
  if (audit.findings.empty()) text += in(language, "没有发现问题。\n", "Nothing found.\n");
  text += fixes ? fmt::format("\n{}{}\n", in(language, "问题清单：", "Fix list: "), fixes->string())
                : fmt::format("\n{}yongdi check {} -o fixes.xlsx\n", in(language, "全部问题成表：", "Everything as a table: "),
                              for_shell(project.string()));
  return text;
}

}  // namespace yongdi::report
