// When an approval lapses for want of use. Only ever a candidate: no area is deducted on the calendar alone.
#include "supply/account.hpp"

#include "rulebook/lookup.hpp"

namespace yongdi::supply {

using measures::Certainty;
using measures::Day;

Terms terms(const rulebook::Rulebook& rules, Day as_of) {
  rulebook::Lookup law(rules, as_of);
  Terms result;
  const auto years = law.whole(parameter::kLapseYears);
  const auto day_rule = law.yes_no(parameter::kYearCompleteOnAnniversary);
  if (day_rule) result.lapse_after_years = years;
  result.year_complete_on_anniversary = day_rule.value_or(false);
  result.rate_window_years = law.whole("supply.rate_window_years");
  result.rate_floor = law.number("quota.gate.supply_rate_min");
  result.reasons_tolerance_m2 = law.number("supply.reasons_tolerance_m2");
  result.missing = std::move(law).missing();
  return result;
}

std::optional<Day> lapses_on(const ApprovalFacts& facts, const Terms& terms) {
  if (!facts.approved_on || !terms.lapse_after_years) return std::nullopt;
  return facts.approved_on->anniversary(*terms.lapse_after_years) + (terms.year_complete_on_anniversary ? 0 : 1);
}

Certainty lapse_candidate(const ApprovalFacts& facts, double unsupplied_m2, const Terms& terms, Day as_of) {
  if (!(unsupplied_m2 > 0)) return Certainty::no;  // nothing is left that could lapse
  const auto over = lapses_on(facts, terms);
  return over ? measures::certain(as_of >= *over) : Certainty::unknown;
}

}  // namespace yongdi::supply
