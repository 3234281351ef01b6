#include "geometry/geos.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "geometry/validity.hpp"

namespace yongdi::geometry::geos {
namespace {

struct Context {
  Context() : handle(GEOS_init_r()) {
    if (handle == nullptr) throw std::runtime_error("GEOS could not be started");
    GEOSContext_setErrorMessageHandler_r(
        handle, [](const char* text, void* where) { *static_cast<std::string*>(where) = text; }, &said);
  }
  ~Context() { GEOS_finish_r(handle); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  GEOSContextHandle_t handle;
  std::string said;
};

Context& own_context() {
  thread_local Context context;
  return context;
}

static_assert(sizeof(Point) == 2 * sizeof(double), "rings are handed to GEOS as they lie in memory");

Geometry to_ring(const Ring& ring) {
  std::unique_ptr<GEOSCoordSequence, Destroy> points(
      GEOSCoordSeq_copyFromBuffer_r(context(), ring.empty() ? nullptr : &ring.front().x, static_cast<unsigned>(ring.size()), 0, 0));
  if (!points) fail();
  return own(GEOSGeom_createLinearRing_r(context(), points.release()));
}

Geometry to_polygon(const Polygon& polygon) {
  Geometry shell = to_ring(polygon.rings.front());
  std::vector<Geometry> holes;
  for (std::size_t i = 1; i < polygon.rings.size(); ++i) holes.push_back(to_ring(polygon.rings[i]));
  // From here on GEOS owns the rings, whether it succeeds or not.
  std::vector<GEOSGeometry*> given;
  for (Geometry& hole : holes) given.push_back(hole.release());
  return own(GEOSGeom_createPolygon_r(context(), shell.release(), given.data(), static_cast<unsigned>(given.size())));
}

Geometry to_multipolygon(std::vector<Geometry> polygons) {
  if (polygons.size() == 1) return std::move(polygons.front());
  std::vector<GEOSGeometry*> given;
  for (Geometry& polygon : polygons) given.push_back(polygon.release());
  return own(GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, given.data(), static_cast<unsigned>(given.size())));
}

Ring from_ring(const GEOSGeometry* ring) {
  const GEOSCoordSequence* const points = GEOSGeom_getCoordSeq_r(context(), ring);
  unsigned size = 0;
  if (points == nullptr || GEOSCoordSeq_getSize_r(context(), points, &size) == 0) fail();
  Ring result(size);
  if (size > 0 && GEOSCoordSeq_copyToBuffer_r(context(), points, &result.front().x, 0, 0) == 0) fail();
  return result;
}

void add_polygons(const GEOSGeometry* geometry, Region& region) {
  const int type = GEOSGeomTypeId_r(context(), geometry);
  if (type < 0) fail();
  if (type == GEOS_POLYGON) {
    const char empty = GEOSisEmpty_r(context(), geometry);
    if (empty == 2) fail();
    if (empty == 1) return;
    Polygon& polygon = region.polygons.emplace_back();
    const GEOSGeometry* const shell = GEOSGetExteriorRing_r(context(), geometry);
    if (shell == nullptr) fail();
    polygon.rings.push_back(from_ring(shell));
    const int holes = GEOSGetNumInteriorRings_r(context(), geometry);
    if (holes < 0) fail();
    for (int i = 0; i < holes; ++i) {
      const GEOSGeometry* const hole = GEOSGetInteriorRingN_r(context(), geometry, i);
      if (hole == nullptr) fail();
      polygon.rings.push_back(from_ring(hole));
    }
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    const int parts = GEOSGetNumGeometries_r(context(), geometry);
    if (parts < 0) fail();
    for (int i = 0; i < parts; ++i) {
      const GEOSGeometry* const part = GEOSGetGeometryN_r(context(), geometry, i);
      if (part == nullptr) fail();
      add_polygons(part, region);
    }
  }
}

}  // namespace

GEOSContextHandle_t context() { return own_context().handle; }

void fail() {
  std::string said;
  said.swap(own_context().said);
  throw std::runtime_error(said.empty() ? "GEOS failed without a message" : said);
}

Geometry own(GEOSGeometry* geometry) {
  if (geometry == nullptr) fail();
  return Geometry(geometry);
}

Geometry to_geos(const Region& region) {
  const Region* const one = &region;
  return to_geos(std::span(&one, 1));
}

Geometry to_geos(std::span<const Region* const> regions) {
  std::vector<Geometry> polygons;
  for (const Region* const region : regions) {
    for (const Polygon& polygon : region->polygons) {
      if (!polygon.rings.empty()) polygons.push_back(to_polygon(polygon));
    }
  }
  return to_multipolygon(std::move(polygons));
}

Region to_region(const GEOSGeometry* geometry) {
  Region region;
  add_polygons(geometry, region);
  orient(region);
  return region;
}

}  // namespace yongdi::geometry::geos
