#pragma once
// Cuts outlines where they meet, so that afterwards no two pieces have more than an end in common. Private to this room.
//
// Method: snap rounding (Hobby 1999) on the lattice. Every end and every crossing claims the lattice cell around it, and a segment that passes
// through a claimed cell is bent to its middle. Hobby proves that nothing crosses any more after that, however nearly parallel the outlines run. Before,
// outlines within two cells of each other are led through each other's ends, so that two surveys of one boundary become one.
#include <array>
#include <cstdint>
#include <vector>

#include "geometry/lattice.hpp"
#include "geometry/region.hpp"

namespace yongdi::geometry::lattice {

// By how much each of the two operands covers the land more often above a segment than below it ("above": on the left hand going from the smaller
// end to the larger).
using Gain = std::array<std::int32_t, 2>;

struct Place {
  Spot spot;
  Point point;  // what is drawn: the source's own coordinates where a source has a point here
};

inline Point point_of(Spot spot, Point origin) {
  return {origin.x + static_cast<double>(spot.x) / kUnitsPerMetre, origin.y + static_cast<double>(spot.y) / kUnitsPerMetre};
}

struct Segment {
  Place from, to;  // the spot of `from` is smaller
  Gain gain{};
};

struct Edge {
  std::uint32_t from = 0, to = 0;  // positions in Network::places, from < to
  Gain gain{};
};

struct Network {
  std::vector<Place> places;  // ascending
  std::vector<Edge> edges;    // ascending by from, then to; no two alike
};

// Uses `segments` up. Those that cancel each other go first: the neighbours of a block have most of their outlines in common. `origin`: the place of
// spot 0, 0 in the plane.
void node(std::vector<Segment>& segments, Point origin, Network& network);

}  // namespace yongdi::geometry::lattice
