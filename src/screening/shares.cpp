#include "screening/shares.hpp"

namespace yongdi::screening {
namespace {

using measures::Certainty;
using measures::Day;
using measures::Exact;

std::optional<double> printed(const std::optional<Exact>& value) { return value ? std::optional(value->to_double()) : std::nullopt; }

// Up to `green` green; up to `amber` amber where an approval (or M0) allows more; all else red.
Test coloured(std::string_view name, const Share& share, bool more_allowed, const Threshold& green, const Threshold& amber) {
  Test test{"supporting", name, {}, printed(green.value), Comparison::above, "1", Certainty::unknown, "unknown", green.origin};
  if (!share.part || !share.whole || share.whole->is_zero() || !green.value || !amber.value) return test;
  test.value = (*share.part / *share.whole).to_double();
  const bool over = *share.part > *green.value * *share.whole;
  test.met = measures::certain(over);
  const bool within_amber = *share.part <= *amber.value * *share.whole;
  test.outcome = to_text(!over ? Colour::green : more_allowed && within_amber ? Colour::amber : Colour::red);
  return test;
}

}  // namespace

std::string_view to_text(Colour colour) {
  constexpr std::string_view kNames[] = {"green", "amber", "red"};
  return kNames[static_cast<std::size_t>(colour)];
}

std::optional<Test> research(const ResearchFacts& facts, const rulebook::Rulebook& rules, Day as_of) {
  if (!facts.recorded) return std::nullopt;
  const bool national = facts.level == "national";
  if (!national && facts.level != "provincial") return std::nullopt;
  const rulebook::Name name = national ? rulebook::Name("research.spending_share_min_national_zone") : rulebook::Name("research.spending_share_min_provincial_zone");
  const rulebook::InForce held = rules.find(name, as_of);
  if (held.parameter == nullptr) return std::nullopt;
  const bool is_new = !facts.contract_on || *facts.contract_on >= held.document->in_force_from;
  const bool in_production = facts.finished_on && *facts.finished_on <= as_of;
  if (!is_new || !in_production) return std::nullopt;
  Test test{"research", "rd_share", {}, held.parameter->value.to_double(), Comparison::at_least, "1", Certainty::unknown, "unknown",
            origin_of(held)};
  if (facts.spending && facts.revenue && *facts.revenue > Exact()) {
    test.value = (*facts.spending / *facts.revenue).to_double();
    test.met = measures::certain(*facts.spending >= held.parameter->value * *facts.revenue);
    test.outcome = test.met == Certainty::yes ? "pass" : "fail";
  }
  // Whether a project is new hangs on the day of its contract.
  if (!facts.contract_on) test.outcome = "unknown";
  if (facts.case_by_case) test.outcome = "exempt";
  return test;
}

std::vector<Test> supporting(const SupportingFacts& facts, const Thresholds& thresholds, const Thresholds::Place& place) {
  std::vector<Test> tests;
  if (facts.land.part)
    tests.push_back(coloured("supporting_land", facts.land, facts.rental_approved, thresholds.find("supporting.land_share_green", place),
                             thresholds.find("supporting.land_share_amber", place)));
  if (facts.floor.part)
    tests.push_back(coloured("supporting_floor", facts.floor, facts.rental_approved || facts.new_industry, thresholds.find("supporting.floor_share_green", place),
                             thresholds.find("supporting.floor_share_amber", place)));
  return tests;
}

std::optional<Colour> industrial_colour(std::optional<double> share, const Threshold& green, const Threshold& amber) {
  if (!share || !green.value || !amber.value) return std::nullopt;
  return *share >= green.value->to_double() ? Colour::green : *share >= amber.value->to_double() ? Colour::amber : Colour::red;
}

}  // namespace yongdi::screening
