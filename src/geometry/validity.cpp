#include "geometry/validity.hpp"

#include <algorithm>
#include <stdexcept>

#include "geometry/geos.hpp"
#include "geometry/plain_ring.hpp"

namespace yongdi::geometry {
namespace {

constexpr std::size_t kFewestPoints = 4;  // of a closed ring: a triangle

// What GEOS cannot even hold, in the words it has for its kind.
std::optional<Defect> find_unfit_ring(const Region& region) {
  for (const Polygon& polygon : region.polygons) {
    if (polygon.rings.empty()) return Defect{"Too few points in geometry component", {}};
    for (const Ring& ring : polygon.rings) {
      if (ring.empty()) return Defect{"Too few points in geometry component", {}};
      if (ring.front() != ring.back()) return Defect{"Ring is not closed", ring.front()};
      if (ring.size() < kFewestPoints) return Defect{"Too few points in geometry component", ring.front()};
    }
  }
  return std::nullopt;
}

// Rings closed; those that have no inside are left out, a polygon together with its shell.
Region with_fit_rings(const Region& region) {
  Region result;
  for (const Polygon& polygon : region.polygons) {
    Polygon fit;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
      Ring ring = polygon.rings[i];
      if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
      if (ring.size() >= kFewestPoints) {
        fit.rings.push_back(std::move(ring));
      } else if (i == 0) {
        break;
      }
    }
    if (!fit.rings.empty()) result.polygons.push_back(std::move(fit));
  }
  return result;
}

}  // namespace

std::optional<Defect> find_defect(const Region& region) {
  if (region.empty()) return std::nullopt;
  // Nearly all parcels and buildings are a single plain ring, and GEOS takes several times as long to say so.
  if (region.polygons.size() == 1 && region.polygons.front().rings.size() == 1 && is_plainly_simple(region.polygons.front().rings.front())) {
    return std::nullopt;
  }
  if (auto defect = find_unfit_ring(region)) return defect;
  const geos::Geometry geometry = geos::to_geos(region);
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  const char valid = GEOSisValidDetail_r(geos::context(), geometry.get(), 0, &reason, &place);
  const geos::Text owned_reason(reason);
  const geos::Geometry owned_place(place);
  if (valid == 1) return std::nullopt;
  if (valid != 0) geos::fail();
  Defect defect;
  if (reason != nullptr) defect.reason = reason;
  if (place != nullptr &&
      (GEOSGeomGetX_r(geos::context(), place, &defect.place.x) == -1 || GEOSGeomGetY_r(geos::context(), place, &defect.place.y) == -1)) {
    geos::fail();
  }
  return defect;
}

Region repair(const Region& region) {
  const Region fit = with_fit_rings(region);
  if (fit.empty()) return {};
  const geos::Geometry geometry = geos::to_geos(fit);
  const std::unique_ptr<GEOSMakeValidParams, geos::Destroy> params(GEOSMakeValidParams_create_r(geos::context()));
  if (!params || GEOSMakeValidParams_setMethod_r(geos::context(), params.get(), GEOS_MAKE_VALID_STRUCTURE) == 0 ||
      GEOSMakeValidParams_setKeepCollapsed_r(geos::context(), params.get(), 0) == 0) {
    geos::fail();
  }
  return geos::to_region(geos::own(GEOSMakeValidWithParams_r(geos::context(), geometry.get(), params.get())).get());
}

bool orient(Region& region) {
  bool turned = false;
  for (Polygon& polygon : region.polygons) {
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
      const double area = signed_area(polygon.rings[i]);
      if (i == 0 ? area < 0 : area > 0) {
        std::reverse(polygon.rings[i].begin(), polygon.rings[i].end());
        turned = true;
      }
    }
  }
  return turned;
}

std::string geos_version() { return GEOSversion(); }

}  // namespace yongdi::geometry
