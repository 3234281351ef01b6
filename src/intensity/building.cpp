// Floor area of a building, and whether it counts on the as-of day.
#include "intensity/indicators.hpp"

#include "rulebook/lookup.hpp"

namespace yongdi::intensity {

using measures::Exact;

namespace {

bool is_positive(const std::optional<Exact>& value) { return value && *value > Exact(); }

std::optional<Exact> storey_height(const BuildingFacts& facts) {
  if (is_positive(facts.storey_height)) return facts.storey_height;
  if (is_positive(facts.height) && is_positive(facts.floors)) return *facts.height / *facts.floors;
  return std::nullopt;
}

}  // namespace

Terms terms(const rulebook::Rulebook& rules, measures::Day as_of) {
  rulebook::Lookup law(rules, as_of);
  Terms result;
  result.double_storey_above_m = law.number(parameter::kDoubleStoreyAbove);
  result.high_storey_factor = law.number(parameter::kHighStoreyFactor);
  result.missing = std::move(law).missing();
  return result;
}

std::optional<double> floor_area_m2(const BuildingFacts& facts, double footprint_m2, const Terms& terms) {
  if (facts.floor_area) return facts.floor_area->is_negative() ? std::nullopt : std::optional(facts.floor_area->to_double());
  if (!is_positive(facts.floors)) return std::nullopt;
  const auto height = storey_height(facts);
  if (height && (!terms.double_storey_above_m || !terms.high_storey_factor)) return std::nullopt;
  const bool high = height && *height > *terms.double_storey_above_m;
  return (high ? *facts.floors * *terms.high_storey_factor : *facts.floors).to_double() * footprint_m2;
}

bool counts(const BuildingFacts& facts, measures::Day as_of) { return !facts.finished_on || *facts.finished_on <= as_of; }

}  // namespace yongdi::intensity
