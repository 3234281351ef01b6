#pragma once
// A ratio that a limit can be set on, kept as its exact numerator and denominator, so that a comparison is a cross-multiplication and never a rounded
// quotient.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "measures/certainty.hpp"
#include "measures/exact.hpp"

namespace yongdi::intensity {

enum class Measure : std::uint8_t {
  plot_ratio,
  building_coefficient,
  building_density,
  investment_intensity,  // 万元/公顷, land price included
  admin_land_share,      // administrative and living land, or floor area where the land is not recorded
  admin_floor_share,
  green_ratio,
  output_intensity,  // 万元/公顷 a year
  tax_intensity,     // 万元/公顷 a year
};
inline constexpr std::size_t kMeasureCount = 9;
std::string_view to_text(Measure measure);  // "plot_ratio", as in tables of limits
std::optional<Measure> find_measure(std::string_view name);
std::string_view unit(Measure measure);  // "1", or "万元/公顷"

enum class Bound : std::uint8_t { min, max };
std::string_view to_text(Bound bound);

struct Ratio {
  std::optional<measures::Exact> part, whole;  // empty when not known; `whole` is above zero
  std::optional<measures::Exact> part_at_least;  // what is known of a numerator that is not known in full
  std::int64_t per = 1;                          // 10,000: per hectare, with `whole` in m²

  [[nodiscard]] std::optional<double> value() const;
  // Whether the limit is kept, on the line included; unknown when a figure is.
  [[nodiscard]] measures::Certainty keeps(Bound bound, const measures::Exact& limit) const;
};
using Ratios = std::array<Ratio, kMeasureCount>;

}  // namespace yongdi::intensity
