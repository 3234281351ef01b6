#include "rulebook/rulebook.hpp"

#include <algorithm>
#include <set>

#include "rulebook/consistency.hpp"

namespace yongdi::rulebook {

using findings::Text;

namespace {

const Parameter* parameter_of(const Document& document, std::string_view name) {
  const auto found =
      std::find_if(document.parameters.begin(), document.parameters.end(), [name](const Parameter& parameter) { return parameter.name == name; });
  return found != document.parameters.end() ? &*found : nullptr;
}

}  // namespace

Text titled(const Text& title, bool is_own) {
  if (is_own) return {"本程序自拟的“" + title.zh + "”", "the program's own \"" + title.en + "\""};
  return {"《" + title.zh + "》", title.en};
}
Text titled(const Document& document) { return titled({document.title_zh, document.title_en}, document.is_own()); }

std::string validity(const Document& document) {
  return document.in_force_from.to_iso() + " – " + (document.in_force_to ? document.in_force_to->to_iso() : "…");
}

Text reason(const InForce& answer, const InForce::Rejected& rejected) {
  using Why = InForce::Rejected::Why;
  const Document& document = *rejected.document;
  const std::string figure = rejected.parameter->value.to_string();
  const std::string held = answer.parameter != nullptr ? answer.parameter->value.to_string() : std::string();
  const std::string holder = answer.document != nullptr ? answer.document->number : std::string();
  switch (rejected.why) {
    case Why::not_yet:
      return {"自 " + document.in_force_from.to_iso() + " 起施行，当日尚未施行", "not yet in force: it begins on " + document.in_force_from.to_iso()};
    case Why::no_longer:
      return {"有效期至 " + document.in_force_to.value_or(document.in_force_from).to_iso() + "，当日已失效",
              "no longer in force: its last day was " + document.in_force_to.value_or(document.in_force_from).to_iso()};
    case Why::would_loosen:
      return {"层级低于 " + holder + "，其数值 " + figure + " 并不比 " + held + " 更严，不予采用",
              "of a lower level than " + holder + ", and its " + figure + " is not stricter than " + held + ", so it is not used"};
    case Why::same:
      return {"层级低于 " + holder + "，所作规定相同", "of a lower level than " + holder + ", and says the same"};
    case Why::tightened:
      return {"其数值 " + figure + " 由 " + holder + " 收紧为 " + held, "its " + figure + " is tightened to " + held + " by " + holder};
  }
  return {};
}

InForce Rulebook::find(std::string_view parameter, measures::Day day) const {
  using Why = InForce::Rejected::Why;
  InForce answer;
  for (const Document& document : m_documents) {
    const Parameter* const given = parameter_of(document, parameter);
    if (given == nullptr) continue;
    if (!document.in_force(day)) {
      answer.rejected.push_back({&document, given, day < document.in_force_from ? Why::not_yet : Why::no_longer});
    } else if (answer.parameter == nullptr) {
      answer.document = &document;
      answer.parameter = given;
    } else if (is_stricter(*given, *answer.parameter)) {
      answer.rejected.push_back({answer.document, answer.parameter, Why::tightened});
      answer.document = &document;
      answer.parameter = given;
    } else {
      answer.rejected.push_back({&document, given, given->value == answer.parameter->value ? Why::same : Why::would_loosen});
    }
  }
  return answer;
}

std::vector<const Document*> Rulebook::anchors_out_of_force(measures::Day day) const {
  std::vector<const Document*> out;
  for (const std::string& anchor : m_anchors) {
    const Document *ended = nullptr, *coming = nullptr;
    bool holds = false;
    for (const Document& document : m_documents) {
      if (document.number != anchor) continue;
      holds = holds || document.in_force(day);
      if (document.in_force_from > day) {
        if (coming == nullptr || document.in_force_from < coming->in_force_from) coming = &document;
      } else if (ended == nullptr || document.in_force_to > ended->in_force_to) {
        ended = &document;
      }
    }
    if (!holds) out.push_back(ended != nullptr ? ended : coming);
  }
  return out;
}

std::vector<InForce> Rulebook::in_force(measures::Day day) const {
  std::set<std::string_view> names;
  for (const Document& document : m_documents) {
    for (const Parameter& parameter : document.parameters) names.insert(parameter.name);
  }
  std::vector<InForce> held;
  for (const std::string_view name : names) {
    InForce answer = find(name, day);
    if (answer.parameter != nullptr) held.push_back(std::move(answer));
  }
  return held;
}

}  // namespace yongdi::rulebook
