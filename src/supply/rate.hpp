#pragma once
// Supply rates (供地率): supplied over approved, of the approvals of one year or of several, as a ratio of sums and never a mean of ratios.
#include <optional>
#include <span>

#include "measures/certainty.hpp"
#include "measures/exact.hpp"

namespace yongdi::supply {

// One approval, or the part of it that lies in one park.
struct Cohort {
  std::optional<int> year;                                 // of approval
  std::optional<measures::Exact> approved_m2, supplied_m2;  // by ledger
  std::optional<measures::Exact> unsupplied_m2;
};

struct Rate {
  std::size_t approvals = 0;                       // of the years asked for
  std::size_t unknown = 0;                         // of those, without an area approved or supplied; and approvals whose year is not known
  measures::Exact approved_m2, supplied_m2, unsupplied_m2;  // over what is known
  measures::Exact over_supplied_m2;                // of the land supplied, what goes beyond the area of its own approval
  std::optional<measures::Exact> value;            // empty when anything is unknown, and when nothing was approved
  // Between what it must lie: an unknown supply is between nothing and all that was approved. Empty when an area approved, or a year, is not known.
  std::optional<measures::Exact> low, high;
};
// Of the years first … last, both included.
Rate rate(std::span<const Cohort> cohorts, int first, int last);

// The same with no approval's supply counted beyond its own area: a supply too large in one then hides nothing that is left in another.
Rate within_approved(Rate rate);

// Whether the rate is at or above the floor: exactly at the floor it is. Known as soon as the whole range lies on one side.
measures::Certainty reaches(const Rate& rate, const std::optional<measures::Exact>& floor);

}  // namespace yongdi::supply
