#pragma once
// Places on a lattice of about a micrometre. Coordinates are whole numbers there, so which side of a line a place lies on is worked out exactly, and an
// overlay drawn on the lattice cannot contradict itself. Private to this room.
#include <cstdint>

namespace yongdi::geometry::lattice {

struct Spot {
  std::int64_t x = 0, y = 0;  // in lattice units from an origin in whole metres
  friend bool operator==(const Spot&, const Spot&) = default;
  friend auto operator<=>(const Spot&, const Spot&) = default;
};

// A power of two, so that a spot is a double to the last bit; far below what a survey can tell, far above what a double rounds off at 40,000 km.
inline constexpr double kUnitsPerMetre = 1048576;
// Up to here all products below fit into 128 bits.
inline constexpr double kWidest_m = 1e6;

__extension__ using Wide = __int128;

// Twice the area of the triangle: positive when c lies to the left of the line from a to b, zero when on it.
inline Wide side(Spot a, Spot b, Spot c) { return Wide{b.x - a.x} * (c.y - a.y) - Wide{b.y - a.y} * (c.x - a.x); }

}  // namespace yongdi::geometry::lattice
