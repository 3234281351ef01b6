#include "findings/finding.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "measures/digest.hpp"
#include "measures/exact.hpp"

namespace yongdi::findings {
namespace {

enum class Language { zh, en };

struct SubjectWords {
  std::string_view subject, zh, en;
};
constexpr SubjectWords kSubjects[] = {
    {"park", "园区", "park"},
    {"approval", "批次", "approval"},
    {"parcel", "宗地", "parcel"},
    {"building", "建筑", "building"},
    {"constraint", "管控区", "constraint"},
    {"land_status", "现状图斑", "status polygon"},
    {"cause", "原因记录", "cause record of"},
    {"reason", "未供原因记录", "reason record of"},
    {"override", "更正记录", "correction record of"},
    {"firm", "企业记录", "firm record of"},
    {"disposal", "处置", "disposal"},
    {"task", "处置任务", "task"},
    {"entry", "指标台账", "quota entry"},
    {"quota", "指标测算", "quota"},
    {"rule", "规则", "rule"},
    {"parks", "园区图层", "layer of parks"},
    {"approvals", "批次图层", "layer of approvals"},
    {"parcels", "宗地图层", "layer of parcels"},
    {"buildings", "建筑图层", "layer of buildings"},
    {"constraints", "管控区图层", "layer of constraints"},
};

// 供地.shp“面积”字段 / parcels.shp, field "area". The row stands beside the message, not in it: the same defect must read the same when rows move.
std::string source_words(const Place& place, Language language) {
  std::string words = place.source;
  if (!place.field.empty()) words += language == Language::zh ? "“" + place.field + "”字段" : ", field \"" + place.field + "\"";
  return words;
}

// 宗地 P1（供地.shp） / parcel P1 (parcels.shp)
std::string place_words(const Finding& finding, Language language) {
  const std::string source = source_words(finding.place, language);
  const Text subject = subject_words(finding.subject);
  std::string words = language == Language::zh ? subject.zh : subject.en;
  if (finding.subject_id.empty()) return source.empty() ? words : source;
  words += " " + finding.subject_id;
  if (source.empty()) return words;
  return language == Language::zh ? words + "（" + source + "）" : words + " (" + source + ")";
}

// 1234.50 m²; ledgers and tables carry the full figure.
std::string stake_words(const Finding& finding, Language language) {
  if (!finding.area_m2) return language == Language::zh ? "面积未知" : "an unknown area";
  const auto exact = measures::Exact::from_double(*finding.area_m2);
  return exact ? exact->to_string(2) + " m²" : std::to_string(*finding.area_m2) + " m²";
}

std::string value(const Finding& finding, std::string_view name, Language language) {
  if (name == "stake") return stake_words(finding, language);
  if (name == "place") return place_words(finding, language);
  const std::string in_language = std::string(name) + (language == Language::zh ? "_zh" : "_en");
  for (const auto& [key, text] : finding.values) {
    if (key == name || key == in_language) return text;
  }
  throw std::logic_error("finding " + std::string(finding.kind->code) + " was raised without its value '" + std::string(name) + "'");
}

std::string filled(std::string_view words, const Finding& finding, Language language) {
  std::string text;
  for (;;) {
    const auto open = words.find('{');
    text += words.substr(0, open);
    if (open == std::string_view::npos) return text;
    const auto close = words.find('}', open);
    if (close == std::string_view::npos)
      throw std::logic_error("the words of finding " + std::string(finding.kind->code) + " do not close a bracket");
    text += value(finding, words.substr(open + 1, close - open - 1), language);
    words.remove_prefix(close + 1);
  }
}

// What a finding is about, in one string. The separator occurs in no source.
std::string content(const Finding& finding) {
  std::string text(finding.kind->code);
  const auto add = [&text](std::string_view part) { text.append("\x1f").append(part); };
  add(finding.subject);
  add(finding.subject_id);
  add(finding.place.field);
  for (const auto& [name, given] : finding.values) {
    add(name);
    add(given);
  }
  return text;
}

}  // namespace

Text subject_words(std::string_view subject) {
  for (const SubjectWords& words : kSubjects)
    if (words.subject == subject) return {std::string(words.zh), std::string(words.en)};
  return {std::string(subject), std::string(subject)};
}

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::notice:
      return "notice";
    case Severity::info:
      break;
  }
  return "info";
}

std::string_view to_text(Owner owner) {
  switch (owner) {
    case Owner::data:
      return "data";
    case Owner::rule:
      return "rule";
    case Owner::geometry:
      break;
  }
  return "geometry";
}

Text message(const Finding& finding) {
  return {filled(finding.kind->message_zh, finding, Language::zh), filled(finding.kind->message_en, finding, Language::en)};
}

Text fix(const Finding& finding) {
  return {filled(finding.kind->fix_zh, finding, Language::zh), filled(finding.kind->fix_en, finding, Language::en)};
}

void sort_and_number(std::vector<Finding>& findings, std::vector<std::string>& ids) {
  std::vector<std::string> contents(findings.size());
  std::transform(findings.begin(), findings.end(), contents.begin(), content);

  // The gravest first, then by what they are about. The place comes last: it only tells equal findings apart.
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t at) {
    const Finding& finding = findings[at];
    return std::tie(finding.area_m2, finding.shape_wkb, finding.place.source, finding.place.row);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (findings[a].kind->severity != findings[b].kind->severity) return findings[a].kind->severity > findings[b].kind->severity;
    const int compared = contents[a].compare(contents[b]);
    return compared != 0 ? compared < 0 : place(a) < place(b);
  });

  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  ids.clear();
  ids.reserve(findings.size());
  std::size_t same = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    same = i > 0 && contents[order[i]] == contents[order[i - 1]] ? same + 1 : 1;
    constexpr std::size_t kIdDigits = 16;  // 64 bits: two of a million findings share an id with a chance of 1 in 30 million
    std::string id = std::string(findings[order[i]].kind->code) + "-" + measures::sha256(contents[order[i]]).substr(0, kIdDigits);
    if (same > 1) id += "~" + std::to_string(same);
    ids.push_back(std::move(id));
    sorted.push_back(std::move(findings[order[i]]));
  }
  findings = std::move(sorted);
}

}  // namespace yongdi::findings
