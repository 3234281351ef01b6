#include <utility>

#include "idle/verdict.hpp"
#include "rulebook/lookup.hpp"

namespace yongdi::idle {

Terms terms(const rulebook::Rulebook& rules, measures::Day as_of) {
  rulebook::Lookup law(rules, as_of);
  Terms result;
  result.idle_after_years = law.whole(parameter::kIdleAfterYears);
  result.recover_after_years = law.whole(parameter::kRecoverAfterYears);
  result.stop_after_years = law.whole(parameter::kStopAfterYears);
  result.delivery_to_start_years = law.whole(parameter::kDeliveryToStartYears);
  result.developed_share = law.number(parameter::kDevelopedShare);
  result.invested_share = law.number(parameter::kInvestedShare);
  result.other_foundation_share = law.number(parameter::kOtherFoundationShare);
  result.fee_rate = law.number(parameter::kFeeRate);
  const auto day_rule = law.yes_no(parameter::kYearCompleteOnAnniversary);
  if (!day_rule) {
    for (auto* const period : {&result.idle_after_years, &result.recover_after_years, &result.stop_after_years}) period->reset();
  }
  result.year_complete_on_anniversary = day_rule.value_or(false);
  result.missing = std::move(law).missing();
  return result;
}

}  // namespace yongdi::idle
