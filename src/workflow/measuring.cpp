#include "workflow/measuring.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <cmath>
#include <limits>
#include <memory>

#include "crs/ellipsoid_area.hpp"

namespace yongdi::workflow {

namespace {

// PROJ is slow to start and its objects belong to one thread, so each thread keeps its own from one piece of work to the next.
struct OfThread {
  crs::EllipsoidArea areas;
  std::vector<crs::PointXY> points;

  double ellipsoid_area(const geometry::Region& region) {
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
};

}  // namespace

inventory::Measuring measuring(const crs::System& working) {
  auto threads = std::make_shared<tbb::enumerable_thread_specific<OfThread>>([working] { return OfThread{crs::EllipsoidArea(working), {}}; });
  inventory::Measuring result;
  result.make_measure = [threads]() -> cadastre::Measure {
    return [threads](const geometry::Region& region) { return std::pair{geometry::plane_area(region), threads->local().ellipsoid_area(region)}; };
  };
  result.scale = [threads](geometry::Point point) { return threads->local().areas.scale({point.x, point.y}); };
  return result;
}

cadastre::Measure plane_measure() {
  return [](const geometry::Region& region) { return std::pair{geometry::plane_area(region), std::numeric_limits<double>::quiet_NaN()}; };
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
