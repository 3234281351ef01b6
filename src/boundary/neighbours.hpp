#pragma once
// One version against itself: land that two parks both claim, and land between parks that none has.
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "boundary/version.hpp"
#include "facts/cover.hpp"
#include "geometry/shapes.hpp"

namespace yongdi::boundary {

enum class Meeting : std::uint8_t {
  overlap,   // land of both parks
  strip,     // land of no park between two of them, nowhere wider than the limit
  enclosed,  // land of no park, wholly surrounded by two or more of them, of any width
};
std::string_view to_text(Meeting meeting);

struct Neighbours {
  Meeting meeting = Meeting::overlap;
  std::vector<std::uint32_t> parks;  // ascending; two, or all around an enclosed gap
  double area_m2 = 0;                // of an overlap by the covers; of a gap of its shape, in the plane
  geometry::Region shape;            // all pieces between these parks; of an overlap that GEOS could not draw, empty
};

// Of any two parks where neither stands below the other; land of a sub-park is told as its own, not as the zone's. `first`: position of the version's
// first outline among the labels of kind park. Overlaps below least_m2 are left out. Sorted by parks.
std::vector<Neighbours> overlaps(const Version& version, const facts::Covers& covers, std::uint32_t first, double least_m2, geometry::Shaper& shaper);

// Between parks without sub-parks. `width_m`: no wider is a strip that passes for a gap between neighbours. Gaps below least_m2 are left out; a
// park's own holes are none. Enclosed gaps first, then strips, each sorted by parks. Throws std::runtime_error with GEOS's words.
std::vector<Neighbours> gaps(const Version& version, double width_m, double least_m2, geometry::Shaper& shaper);

}  // namespace yongdi::boundary
