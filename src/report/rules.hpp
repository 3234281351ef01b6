#pragma once
// The law for a reader: documents with their validity, a parameter with the version that holds and those that do not, the rules not encoded, and what
// is wrong with rule files. Text in one language, JSON in both.
#include <optional>
#include <string>
#include <vector>

#include "measures/day.hpp"
#include "report/language.hpp"
#include "rulebook/check.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::report {

using OnDay = std::optional<measures::Day>;  // empty: nobody asked about a day

// The documents of the rulebooks, each once.
std::string rules_list_text(const std::vector<rulebook::Rulebook>& books, OnDay day, Language language);
std::string rules_list_json(const std::vector<rulebook::Rulebook>& books, OnDay day);

std::string rules_missing_text(const rulebook::NotEncodedList& list, Language language);
std::string rules_missing_json(const rulebook::NotEncodedList& list);

// What `rules show` was asked for.
struct RulesShown {
  const rulebook::Rulebook* book = nullptr;
  OnDay day;
  std::vector<const rulebook::Document*> documents;  // these, with all their parameters
  std::vector<std::string> parameters;               // or these, from whatever document gives them
};
std::string rules_shown_text(const RulesShown& shown, Language language);
std::string rules_shown_json(const RulesShown& shown);

// The parameters that rules read: name, unit, meaning, which way is stricter.
std::string parameters_text(Language language);
std::string parameters_json();

std::string rules_check_text(const rulebook::Checked& checked, Language language);
std::string rules_check_json(const rulebook::Checked& checked);

}  // namespace yongdi::report
