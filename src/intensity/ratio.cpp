#include "intensity/ratio.hpp"

#include <algorithm>

namespace yongdi::intensity {
namespace {

using measures::Certainty;
using measures::Exact;

struct Words {
  std::string_view name, unit;
};
constexpr std::string_view kPerHectare = "万元/公顷";
constexpr std::array<Words, kMeasureCount> kMeasures = {{{"plot_ratio", "1"},
                                                         {"building_coefficient", "1"},
                                                         {"building_density", "1"},
                                                         {"investment_intensity", kPerHectare},
                                                         {"admin_land_share", "1"},
                                                         {"admin_floor_share", "1"},
                                                         {"green_ratio", "1"},
                                                         {"output_intensity", kPerHectare},
                                                         {"tax_intensity", kPerHectare}}};

}  // namespace

std::string_view to_text(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)].name; }
std::string_view unit(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)].unit; }
std::string_view to_text(Bound bound) { return bound == Bound::min ? "min" : "max"; }

std::optional<Measure> find_measure(std::string_view name) {
  const auto found = std::find_if(kMeasures.begin(), kMeasures.end(), [&](const Words& words) { return words.name == name; });
  return found == kMeasures.end() ? std::nullopt : std::optional(static_cast<Measure>(found - kMeasures.begin()));
}

// Doubles are divided, for a quotient of two exact figures is rounded once more when both have many digits.
std::optional<double> Ratio::value() const {
  if (!part || !whole) return std::nullopt;
  return part->to_double() * static_cast<double>(per) / whole->to_double();
}

Certainty Ratio::keeps(Bound bound, const Exact& limit) const {
  if (!whole) return Certainty::unknown;
  const Exact line = limit * *whole;
  if (part) return measures::certain(bound == Bound::min ? *part * Exact(per) >= line : *part * Exact(per) <= line);
  // A part of the numerator that reaches the line alone decides, whatever the rest is.
  if (!part_at_least) return Certainty::unknown;
  if (bound == Bound::min) return *part_at_least * Exact(per) >= line ? Certainty::yes : Certainty::unknown;
  return *part_at_least * Exact(per) > line ? Certainty::no : Certainty::unknown;
}

}  // namespace yongdi::intensity
