#pragma once
// What measuring and evaluating share: how the overlay is set, and what stands on the land.
#include "workflow/run.hpp"

namespace yongdi::workflow {

// A building of the layer that counts.
struct Standing {
  double area_m2 = 0;                                // its outline's own
  std::optional<double> footprint_m2, floor_area_m2; // empty: outline, or storeys, unknown
};
std::vector<Standing> standing_buildings(const Run& run);

}  // namespace yongdi::workflow
