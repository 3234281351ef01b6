#include "supply/rate.hpp"

namespace yongdi::supply {

using measures::Certainty;
using measures::Exact;

Rate rate(std::span<const Cohort> cohorts, int first, int last) {
  Rate result;
  Exact at_stake;  // approved, with a supply nobody knows
  bool bounded = true;
  for (const Cohort& each : cohorts) {
    if (!each.year) {  // it may belong here
      ++result.unknown;
      bounded = false;
      continue;
    }
    if (*each.year < first || *each.year > last) continue;
    ++result.approvals;
    if (each.unsupplied_m2) result.unsupplied_m2 += *each.unsupplied_m2;
    if (!each.approved_m2) {
      ++result.unknown;
      bounded = false;
      continue;
    }
    result.approved_m2 += *each.approved_m2;
    if (each.supplied_m2) {
      result.supplied_m2 += *each.supplied_m2;
      if (*each.supplied_m2 > *each.approved_m2) result.over_supplied_m2 += *each.supplied_m2 - *each.approved_m2;
    } else {
      ++result.unknown;
      at_stake += *each.approved_m2;
    }
  }
  if (result.approved_m2.is_zero() || !bounded) return result;
  result.low = result.supplied_m2 / result.approved_m2;
  result.high = (result.supplied_m2 + at_stake) / result.approved_m2;
  if (result.unknown == 0) result.value = result.low;
  return result;
}

Rate within_approved(Rate rate) {
  if (rate.over_supplied_m2.is_zero()) return rate;
  const Exact over = rate.over_supplied_m2, share = rate.approved_m2.is_zero() ? Exact() : over / rate.approved_m2;
  rate.supplied_m2 = rate.supplied_m2 - over;
  for (std::optional<Exact>* bound : {&rate.value, &rate.low, &rate.high})
    if (*bound) *bound = **bound - share;
  rate.over_supplied_m2 = Exact();
  return rate;
}

Certainty reaches(const Rate& rate, const std::optional<Exact>& floor) {
  if (!floor || !rate.low || !rate.high) return Certainty::unknown;
  if (*rate.low >= *floor) return Certainty::yes;
  return *rate.high < *floor ? Certainty::no : Certainty::unknown;
}

}  // namespace yongdi::supply
