#pragma once
// Outlines that are plainly sound. Private to this room; validity.hpp is the door.
#include "geometry/region.hpp"

namespace yongdi::geometry {

// True only when it is proved that a closed ring neither crosses nor touches itself, folds back or repeats a point. False says nothing: rounding, size
// or the ring itself may be the reason. Never wrong on the side of true: a sign is believed only beyond the error bound of its arithmetic.
bool is_plainly_simple(const Ring& ring);

}  // namespace yongdi::geometry
