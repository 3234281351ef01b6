#include "layers/shape.hpp"

#include <cmath>

namespace yongdi::layers {
namespace {

using cadastre::ShapeState;

// Chords of a quarter of a degree: the area of a circle comes out 3 × 10⁻⁶ too small, well inside what a survey can tell.
constexpr double kArcStepDegrees = 0.25;

bool take_ring(const OGRLinearRing& from, geometry::Ring& ring) {
  bool finite = true;
  const int count = from.getNumPoints();
  ring.reserve(static_cast<std::size_t>(count) + 1);
  for (int i = 0; i < count; ++i) {
    const geometry::Point point{from.getX(i), from.getY(i)};
    finite = finite && std::isfinite(point.x) && std::isfinite(point.y);
    ring.push_back(point);
  }
  // A Region's rings are closed; that the source left out the repeated point changes no land.
  if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
  return finite;
}

void take_polygon(const OGRPolygon& from, cadastre::RawFeature& feature) {
  geometry::Polygon polygon;
  polygon.rings.reserve(static_cast<std::size_t>(from.getNumInteriorRings()) + 1);
  for (const OGRLinearRing* ring : from) {
    if (ring->IsEmpty()) continue;
    polygon.rings.emplace_back();
    if (!take_ring(*ring, polygon.rings.back())) feature.state = ShapeState::not_finite;
  }
  if (!polygon.rings.empty()) feature.shape.polygons.push_back(std::move(polygon));
}

void take_members(const OGRGeometryCollection& from, TakenShape& taken);

void take_any(const OGRGeometry& from, TakenShape& taken) {
  switch (wkbFlatten(from.getGeometryType())) {
    case wkbPolygon:
      return take_polygon(*from.toPolygon(), taken.feature);
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      return take_members(*from.toGeometryCollection(), taken);
    case wkbCurvePolygon:
    case wkbMultiSurface: {
      const std::unique_ptr<OGRGeometry> stroked(from.getLinearGeometry(kArcStepDegrees));
      if (!stroked) throw std::runtime_error("the curve of a shape cannot be stroked");
      return take_any(*stroked, taken);
    }
    default:
      if (taken.skipped++ == 0) taken.skipped_kind = from.getGeometryName();
  }
}

void take_members(const OGRGeometryCollection& from, TakenShape& taken) {
  for (const OGRGeometry* member : from) take_any(*member, taken);
}

}  // namespace

TakenShape take_shape(const OGRGeometry* shape) {
  TakenShape taken;
  if (shape == nullptr || shape->IsEmpty()) {
    taken.feature.state = ShapeState::missing;
    return taken;
  }
  take_any(*shape, taken);
  if (taken.feature.shape.empty()) {
    taken.feature.state = taken.skipped > 0 ? ShapeState::not_polygon : ShapeState::missing;
    taken.feature.note = taken.skipped > 0 ? shape->getGeometryName() : "";
    taken.skipped = 0;
  }
  return taken;
}

}  // namespace yongdi::layers
