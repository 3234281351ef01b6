#include "explain/law.hpp"

#include <algorithm>

#include "explain/phrases.hpp"

namespace yongdi::explain {

namespace {

Text caution(rulebook::Status status) {
  switch (status) {
    case rulebook::Status::read:
      return {};
    case rulebook::Status::secondary:
      return {"未与原文核对", "not checked against the instrument"};
    case rulebook::Status::placeholder:
      break;
  }
  return {"占位值，须由本局文件替换", "a placeholder, to be replaced by a document of the office"};
}

Text title(const rulebook::Document& document) { return {document.title_zh, document.title_en}; }

}  // namespace

std::vector<Citation> Law::cite(std::initializer_list<std::string_view> parameters) const {
  std::vector<Citation> result;
  for (const std::string_view name : parameters) {
    const rulebook::InForce found = m_rules.find(name, m_as_of);
    if (found.parameter == nullptr) continue;
    const Text& passage = found.parameter->article;
    const auto again = [&](const Citation& other) { return other.number == found.document->number && other.article.zh == passage.zh; };
    if (std::any_of(result.begin(), result.end(), again)) continue;
    const rulebook::Document& document = *found.document;
    result.push_back({title(document), passage, document.number, caution(found.parameter->status), document.issuer, document.version,
                      document.in_force_from, document.in_force_to, rejections(found), in_place_of_shipped(document), document.is_own()});
  }
  return result;
}

std::vector<Text> Law::rejections(const rulebook::InForce& found) const {
  std::vector<Text> result;
  for (const rulebook::InForce::Rejected& each : found.rejected) {
    const rulebook::Document& document = *each.document;
    const Text reason = rulebook::reason(found, each);
    result.push_back(full_name(document) + Text{"", ", "} + each.parameter->article + Text{"：" + reason.zh, ": " + reason.en});
  }
  return result;
}

bool Law::in_place_of_shipped(const rulebook::Document& document) const {
  const auto& replaced = m_rules.in_place_of();
  return std::any_of(replaced.begin(), replaced.end(), [&](const rulebook::InPlaceOf& each) { return each.file == document.file; });
}

Text Law::why_missing(std::string_view parameter) const {
  const rulebook::InForce found = m_rules.find(parameter, m_as_of);
  std::vector<Text> reasons;
  for (const auto& rejected : found.rejected) {
    const rulebook::Document& document = *rejected.document;
    reasons.push_back(full_name(document) + Text{"", " is "} + rulebook::reason(found, rejected));
  }
  if (reasons.empty()) return {"规则集中没有文件作出规定", "no document of the rulebook says anything on it"};
  return joined(reasons, {"；", "; "});
}

Text words(const Citation& citation) {
  Text result = rulebook::titled(citation.title, citation.by_program);
  const bool runs_on = citation.article.zh.starts_with("第");  // 《…》第二条, but “…”，没有文件写明
  if (!empty(citation.article)) result = result + Text{citation.by_program && !runs_on ? "，" : "", ", "} + citation.article;
  if (!empty(citation.caution)) result = result + Text{"〔" + citation.caution.zh + "〕", " [" + citation.caution.en + "]"};
  return result;
}

Text full_name(const Citation& citation) {
  const bool numbered = !citation.number.empty() && citation.number != citation.title.zh;  // a statute is known by its title
  return rulebook::titled(citation.title, citation.by_program) +
         (numbered ? Text{"（" + citation.number + "）", " (" + citation.number + ")"} : Text{});
}

Text full_name(const rulebook::Document& document) {
  Citation citation{title(document), {}, document.number, {}};
  citation.by_program = document.is_own();
  return full_name(citation);
}

}  // namespace yongdi::explain
