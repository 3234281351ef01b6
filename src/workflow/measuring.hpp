#pragma once
// Areas of shapes in the working CRS: plane ones by geometry, ellipsoidal ones by crs. The two rooms do not know each other.
#include "crs/system.hpp"
#include "inventory/inventory.hpp"

namespace yongdi::workflow {

inventory::Measuring measuring(const crs::System& working);

}  // namespace yongdi::workflow
