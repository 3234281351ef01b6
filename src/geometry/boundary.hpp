#pragma once
// Which edges of a network bound the result of an overlay, and on which side of them it lies. Private to this room.
#include <cstdint>
#include <optional>
#include <vector>

#include "geometry/noding.hpp"

namespace yongdi::geometry::lattice {

enum class Operation : std::uint8_t { minus, intersection, unite };

// What is known of Network::edges[i].
struct Side {
  bool bounds = false;          // the result lies on one side of it and not on the other
  bool result_above = false;    // on the left hand going from the smaller end to the larger
  std::optional<std::uint32_t> below;  // the next bounding edge under the place where this one begins, if any
};

// A line sweeps the places from west to east and keeps the edges that it cuts in their order; the operands' coverage is counted up from the south.
std::vector<Side> find_boundary(const Network& network, Operation operation);

}  // namespace yongdi::geometry::lattice
