#pragma once
// Declared areas that are off by the factor between two units: 亩 taken for 公顷, m² for 亩.
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "findings/finding.hpp"

namespace yongdi::layers {

// `features` in the working CRS. Raises UNIT_SUSPECT per feature, or UNIT_WRONG once for the layer when most of it is off by one factor; that factor
// is left in `layer`, so that not every row is reported for the same mistake.
void suspect_units(cadastre::RawLayer& layer, std::vector<findings::Finding>& findings);

}  // namespace yongdi::layers
