#pragma once
// From bounding edges to polygons. Private to this room.
#include <optional>
#include <span>

#include "geometry/boundary.hpp"

namespace yongdi::geometry::lattice {

// Oriented polygons: every ring simple, shells and holes touching in single places at most. Nothing when the edges do not add up to that: an end
// without a beginning, a ring that does not close, a hole without a shell. (Then the caller must look elsewhere; nothing is made up.)
std::optional<Region> trace(const Network& network, std::span<const Side> sides);

}  // namespace yongdi::geometry::lattice
