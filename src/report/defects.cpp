#include "report/defects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "report/display.hpp"

namespace yongdi::report {

using findings::Severity;

std::vector<Defects> defects_by_code(const workflow::Audit& audit) {
  std::map<std::string_view, Defects> by_code;
  for (std::size_t i = 0; i < audit.findings.size(); ++i) {
    const findings::Finding& finding = audit.findings[i];
    Defects& defects = by_code[finding.kind->code];
    defects.kind = finding.kind;
    defects.members.push_back(i);
    if (finding.area_m2) {
      defects.area_m2 += *finding.area_m2;
      defects.any_area = true;
    }
  }
  std::vector<Defects> sorted;
  for (auto& [code, defects] : by_code) sorted.push_back(std::move(defects));
  std::stable_sort(sorted.begin(), sorted.end(), [](const Defects& a, const Defects& b) {
    return std::tuple(b.kind->severity, b.area_m2, b.members.size()) < std::tuple(a.kind->severity, a.area_m2, a.members.size());
  });
  return sorted;
}

std::string place(const findings::Finding& finding, Language language) {
  std::string text = printable(finding.place.source);
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : language == Language::zh ? "，" : ", ") + part; };
  if (finding.place.row) add(language == Language::zh ? fmt::format("第 {} 行", *finding.place.row) : fmt::format("row {}", *finding.place.row));
  if (!finding.place.field.empty()) {
    add(fmt::format(fmt::runtime(in(language, "字段“{}”", "field \"{}\"")), printable(finding.place.field)));
  }
  return text;
}

std::uint64_t count(const workflow::Audit& audit, Severity severity) {
  const auto found = audit.counts.find(severity);
  return found == audit.counts.end() ? 0 : found->second;
}

std::string counts(const workflow::Audit& audit, Language language) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::notice, Severity::info}) {
    text += (text.empty() ? "" : language == Language::zh ? "，" : ", ") + fmt::format("{} {}", name(severity, language), count(audit, severity));
  }
  return text;
}

}  // namespace yongdi::report
