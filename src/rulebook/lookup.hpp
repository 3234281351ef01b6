#pragma once
// How a rule room takes its terms from the rulebook: every parameter by its declared name, on one day, with a note of those that nothing gives.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

// Empty answers mean that no document in force on the day gives the parameter; its name is then in missing().
class Lookup {
 public:
  Lookup(const Rulebook& rules, measures::Day day) : m_rules(rules), m_day(day) {}

  std::optional<measures::Exact> number(Name name) { return take(name); }
  std::optional<int> whole(Name name);  // years, days, counts: loading has made sure that they are whole
  std::optional<bool> yes_no(Name name);

  [[nodiscard]] std::vector<std::string> missing() && { return std::move(m_missing); }

 private:
  std::optional<measures::Exact> take(std::string_view name);

  const Rulebook& m_rules;
  measures::Day m_day;
  std::vector<std::string> m_missing;
};

}  // namespace yongdi::rulebook
