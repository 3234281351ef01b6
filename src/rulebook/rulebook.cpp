#include "rulebook/rulebook.hpp"

#include <algorithm>
#include <set>

namespace yongdi::rulebook {
namespace {

const Parameter* parameter_of(const Document& document, std::string_view name) {
  const auto found =
      std::find_if(document.parameters.begin(), document.parameters.end(), [name](const Parameter& parameter) { return parameter.name == name; });
  return found != document.parameters.end() ? &*found : nullptr;
}

bool is_stricter(const Parameter& lower, const Parameter& higher) {
  switch (lower.tightens) {
    case Tightens::up:
      return lower.value > higher.value;
    case Tightens::down:
      return lower.value < higher.value;
    case Tightens::no:
      break;
  }
  return false;
}

}  // namespace

InForce Rulebook::find(std::string_view parameter, measures::Day day) const {
  using Why = InForce::Rejected::Why;
  InForce answer;
  for (const Document& document : m_documents) {
    const Parameter* const given = parameter_of(document, parameter);
    if (given == nullptr) continue;
    if (!document.in_force(day)) {
      answer.rejected.push_back({&document, day < document.in_force_from ? Why::not_yet : Why::no_longer});
    } else if (answer.parameter == nullptr || is_stricter(*given, *answer.parameter)) {
      if (answer.document != nullptr) answer.rejected.push_back({answer.document, Why::other_level_holds});
      answer.document = &document;
      answer.parameter = given;
    } else {
      answer.rejected.push_back({&document, Why::other_level_holds});
    }
  }
  return answer;
}

std::vector<const Document*> Rulebook::anchors_out_of_force(measures::Day day) const {
  std::vector<const Document*> out;
  for (const std::string& anchor : m_anchors) {
    const auto is_version = [&](const Document& document) { return document.number == anchor; };
    const auto holds = [&](const Document& document) { return is_version(document) && document.in_force(day); };
    if (std::any_of(m_documents.begin(), m_documents.end(), holds)) continue;
    out.push_back(&*std::find_if(m_documents.begin(), m_documents.end(), is_version));
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
