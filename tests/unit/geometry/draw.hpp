#pragma once
// Regions drawn in a test: points "x y" parted by commas, rings by "/" (shell first), polygons by ";". Rings are closed for the writer.
//
//   draw("0 0, 10 0, 10 10, 0 10 / 2 2, 2 4, 4 4, 4 2")   a square of 10 m with a hole of 2 m
#include <sstream>
#include <string>

#include "geometry/region.hpp"

namespace yongdi::geometry {

inline Region draw(const std::string& text, Point origin = {0, 0}) {
  Region region;
  std::istringstream polygons(text);
  for (std::string polygon_text; std::getline(polygons, polygon_text, ';');) {
    Polygon& polygon = region.polygons.emplace_back();
    std::istringstream rings(polygon_text);
    for (std::string ring_text; std::getline(rings, ring_text, '/');) {
      Ring& ring = polygon.rings.emplace_back();
      std::istringstream points(ring_text);
      for (std::string point_text; std::getline(points, point_text, ',');) {
        Point point;
        std::istringstream(point_text) >> point.x >> point.y;
        ring.push_back({origin.x + point.x, origin.y + point.y});
      }
      if (ring.front() != ring.back()) ring.push_back(ring.front());
    }
  }
  return region;
}

}  // namespace yongdi::geometry
