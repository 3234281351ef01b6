#include "workflow/measuring.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <cmath>
#include <memory>

#include "crs/ellipsoid_area.hpp"

namespace yongdi::workflow {

namespace {

double ellipsoid_area(const crs::EllipsoidArea& areas, const geometry::Region& region, std::vector<crs::PointXY>& points) {
  double sum = 0;
  for (const geometry::Polygon& polygon : region.polygons)
    for (std::size_t ring = 0; ring < polygon.rings.size(); ++ring) {
      points.clear();
      for (const geometry::Point& point : polygon.rings[ring]) points.push_back({point.x, point.y});
      const double area = std::abs(areas.ring(points));
      sum += ring == 0 ? area : -area;
    }
  return sum;
}

}  // namespace

inventory::Measuring measuring(const crs::System& working) {
  inventory::Measuring result;
  result.make_measure = [working]() -> cadastre::Measure {
    auto areas = std::make_shared<crs::EllipsoidArea>(working);
    auto points = std::make_shared<std::vector<crs::PointXY>>();
    return [areas, points](const geometry::Region& region) {
      return std::pair{geometry::plane_area(region), ellipsoid_area(*areas, region, *points)};
    };
  };
  auto of_thread = std::make_shared<tbb::enumerable_thread_specific<crs::EllipsoidArea>>([working] { return crs::EllipsoidArea(working); });
  result.scale = [of_thread](geometry::Point point) { return of_thread->local().scale({point.x, point.y}); };
  return result;
}

ledger::SpatialReference spatial_reference(const crs::System& system) {
  ledger::SpatialReference result{system.name(), "NONE", 100000, system.wkt()};  // a number outside EPSG's for a system without a code
  if (const auto authority = system.authority()) {
    const auto colon = authority->find(':');
    result.organization = authority->substr(0, colon);
    result.code = std::stoi(authority->substr(colon + 1));
  }
  return result;
}

}  // namespace yongdi::workflow
