#pragma once
// Whether a region is a valid one (OGC Simple Features), and a repaired copy where it is not.
#include <optional>
#include <string>

#include "geometry/region.hpp"

namespace yongdi::geometry {

struct Defect {
  std::string reason;  // GEOS's words: "Self-intersection", "Hole lies outside shell" …
  Point place;
};

// Finite coordinates are a precondition. Empty when valid.
std::optional<Defect> find_defect(const Region& region);
// Polygons of the structure-keeping make-valid (GEOS): open rings are closed, spikes cut off, overlapping parts united, and a hole outside its shell
// becomes a part of its own, as writers that number rings through mean it. Empty region when nothing with an area is left.
// Both throw std::runtime_error with GEOS's message when it gives up.
Region repair(const Region& region);
// Shells counter-clockwise, holes clockwise; what overlay (and GeoPackage readers) rely on. Says whether anything was turned.
bool orient(Region& region);

std::string geos_version();

}  // namespace yongdi::geometry
