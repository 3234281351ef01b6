#include <initializer_list>

#include "idle/verdict.hpp"

namespace yongdi::idle {

Terms terms(const rulebook::Rulebook& rules, measures::Day as_of) {
  using measures::Exact;
  Terms result;
  const auto take = [&](std::string_view name) -> std::optional<Exact> {
    const auto held = rules.find(name, as_of);
    if (held.parameter != nullptr) return held.parameter->value;
    result.missing.emplace_back(name);
    return std::nullopt;
  };
  const auto years = [&](std::string_view name) -> std::optional<int> {
    const auto value = take(name);
    return value ? std::optional(static_cast<int>(value->to_double())) : std::nullopt;
  };
  result.idle_after_years = years(parameter::kIdleAfterYears);
  result.recover_after_years = years(parameter::kRecoverAfterYears);
  result.stop_after_years = years(parameter::kStopAfterYears);
  result.delivery_to_start_years = years(parameter::kDeliveryToStartYears);
  result.developed_share = take(parameter::kDevelopedShare);
  result.invested_share = take(parameter::kInvestedShare);
  result.other_foundation_share = take(parameter::kOtherFoundationShare);
  result.fee_rate = take(parameter::kFeeRate);
  const auto day_rule = take(parameter::kYearCompleteOnAnniversary);
  if (!day_rule) {
    for (auto* const period : {&result.idle_after_years, &result.recover_after_years, &result.stop_after_years}) period->reset();
  }
  result.year_complete_on_anniversary = day_rule && !day_rule->is_zero();
  return result;
}

}  // namespace yongdi::idle
