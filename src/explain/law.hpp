#pragma once
// The rules kept in a ledger, asked on its as-of day: what is in force, how it is cited, and what to say where nothing is.
#include <string_view>
#include <vector>

#include "explain/story.hpp"
#include "measures/day.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::explain {

class Law {
 public:
  Law(const rulebook::Rulebook& rules, measures::Day as_of) : m_rules(rules), m_as_of(as_of) {}
  [[nodiscard]] measures::Day as_of() const { return m_as_of; }
  [[nodiscard]] const rulebook::Rulebook& rules() const { return m_rules; }
  // Where the parameters come from, each passage once; a parameter that nothing in force gives is left out.
  [[nodiscard]] std::vector<Citation> cite(std::initializer_list<std::string_view> parameters) const;
  // Which document would have given the parameter, and until or from when.
  [[nodiscard]] Text why_missing(std::string_view parameter) const;

 private:
  [[nodiscard]] std::vector<Text> rejections(const rulebook::InForce& found) const;
  [[nodiscard]] bool in_place_of_shipped(const rulebook::Document& document) const;

  const rulebook::Rulebook& m_rules;
  measures::Day m_as_of;
};

// "《闲置土地处置办法》第十四条第一项", as a step cites it.
Text words(const Citation& citation);
// "《闲置土地处置办法》（国土资源部令第53号）".
Text full_name(const Citation& citation);
Text full_name(const rulebook::Document& document);

}  // namespace yongdi::explain
