#pragma once
// One test on one parcel, as it is kept and told: what was compared with what, by which rule, and how it came out.
#include <optional>
#include <string>
#include <string_view>

#include "findings/failure.hpp"
#include "measures/certainty.hpp"

namespace yongdi::screening {

enum class Comparison : std::uint8_t { below, above, at_least };  // <, >, ≥
constexpr std::string_view to_text(Comparison comparison) {
  return comparison == Comparison::below ? "<" : comparison == Comparison::above ? ">" : ">=";
}

struct Test {
  std::string_view topic;  // "inefficient", "research", "supporting"
  std::string_view name;   // "plot_ratio"
  std::optional<double> value, threshold;
  Comparison comparison = Comparison::below;
  std::string_view unit;                          // "1", "万元/亩", "year"
  std::optional<measures::Certainty> met;         // whether value stands so to the threshold; empty: the test does not apply
  std::string_view outcome;                       // "green", "exempt", …; empty where `met` says all
  findings::Text origin;                          // rule or contract the threshold comes from
};

}  // namespace yongdi::screening
