#include "rulebook/lookup.hpp"

#include <algorithm>

namespace yongdi::rulebook {

// The names are compared, not the addresses that find_unit gives: with a sanitizer GCC takes no address of an element for a constant.
static_assert(std::all_of(kParameters.begin(), kParameters.end(),
                          [](const ParameterInfo& each) {
                            return std::any_of(kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.name == each.unit; });
                          }),
              "a parameter is declared with a unit that is not in kUnits");

std::optional<measures::Exact> Lookup::take(std::string_view name) {
  const InForce held = m_rules.find(name, m_day);
  if (held.parameter != nullptr) return held.parameter->value;
  m_missing.emplace_back(name);
  return std::nullopt;
}

std::optional<int> Lookup::whole(Name name) {
  const auto value = take(name);
  return value ? std::optional(static_cast<int>(value->to_double())) : std::nullopt;
}

std::optional<bool> Lookup::yes_no(Name name) {
  const auto value = take(name);
  return value ? std::optional(!value->is_zero()) : std::nullopt;
}

}  // namespace yongdi::rulebook
