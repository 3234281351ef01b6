#pragma once
// The only door to GEOS, private to this room: owned handles, conversions, and errors as exceptions.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <memory>
#include <span>

#include "geometry/region.hpp"

namespace yongdi::geometry::geos {

// The context of the calling thread. A handle must be used and destroyed in the thread that made it.
GEOSContextHandle_t context();

struct Destroy {
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
  void operator()(GEOSCoordSequence* sequence) const { GEOSCoordSeq_destroy_r(context(), sequence); }
  void operator()(GEOSMakeValidParams* params) const { GEOSMakeValidParams_destroy_r(context(), params); }
  void operator()(char* text) const { GEOSFree_r(context(), text); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;
using Text = std::unique_ptr<char, Destroy>;

// Throws std::runtime_error with what GEOS said last in this thread.
[[noreturn]] void fail();
// A null handle is a failure.
Geometry own(GEOSGeometry* geometry);

// A polygon or multipolygon. Every ring must be closed and have four points at least (GEOS makes no others).
Geometry to_geos(const Region& region);
// The regions' polygons side by side, wherever they overlap.
Geometry to_geos(std::span<const Region* const> regions);
// The polygons of any geometry, oriented; points and lines are left out.
Region to_region(const GEOSGeometry* geometry);

}  // namespace yongdi::geometry::geos
