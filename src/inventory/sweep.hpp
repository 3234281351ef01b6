#pragma once
// The overlay, behind one door: lays all features of all layers over each other and says which set of them covers how much land.
//
// Method. The plane is halved again and again, every outline being clipped to its half, until a cell holds few edges. In a cell the edges are cut
// into vertical slabs at every end point and every crossing, so that inside a slab no two edges cross; walking a slab from bottom to top visits
// trapezoids, and each trapezoid's area goes to the set of features that cover it. There is no topology to build, hence none that can fail: shared,
// overlapping and nearly collinear edges only make thin trapezoids. Every square metre is visited once, so whatever is summed from covers closes.
//
// Coordinates are taken as they are, never snapped; areas of one feature agree with its own outline's to about 1e-9 m² per hectare.
#include <cstdint>
#include <functional>
#include <span>

#include "cadastre/raw_layer.hpp"
#include "facts/cover.hpp"
#include "geometry/region.hpp"

namespace yongdi::inventory {

struct Layered {
  facts::Label label;
  const geometry::Region* region;  // valid and oriented: shells counter-clockwise, holes clockwise
};

// m² that count per m² in the plane at a place; none: the plane area itself counts.
using AreaScale = std::function<double(geometry::Point)>;

// The result does not depend on the order of `features`, nor on how `workers` runs the parts. `scale` is called from several threads at once.
facts::Covers sweep(std::span<const Layered> features, const AreaScale& scale, const cadastre::Workers& workers);

}  // namespace yongdi::inventory
