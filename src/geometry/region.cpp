#include "geometry/region.hpp"

#include <algorithm>
#include <cmath>

namespace yongdi::geometry {

void Box::add(Point point) {
  min_x = std::min(min_x, point.x);
  min_y = std::min(min_y, point.y);
  max_x = std::max(max_x, point.x);
  max_y = std::max(max_y, point.y);
}

void Box::add(const Box& other) {
  min_x = std::min(min_x, other.min_x);
  min_y = std::min(min_y, other.min_y);
  max_x = std::max(max_x, other.max_x);
  max_y = std::max(max_y, other.max_y);
}

Box Region::box() const {
  Box box;
  for (const Polygon& polygon : polygons) {
    for (const Ring& ring : polygon.rings) {
      for (const Point point : ring) box.add(point);
    }
  }
  return box;
}

std::size_t Region::point_count() const {
  std::size_t count = 0;
  for (const Polygon& polygon : polygons) {
    for (const Ring& ring : polygon.rings) count += ring.size();
  }
  return count;
}

double signed_area(const Ring& ring) {
  if (ring.size() < 3) return 0;
  const Point origin = ring.front();
  double twice = 0;
  Point last{0, 0};
  for (const Point point : ring) {
    const Point here{point.x - origin.x, point.y - origin.y};
    twice += last.x * here.y - here.x * last.y;
    last = here;
  }
  return twice / 2;  // the way back to the origin adds nothing, closed ring or not
}

double plane_area(const Region& region) {
  double total = 0;
  for (const Polygon& polygon : region.polygons) {
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
      const double area = std::abs(signed_area(polygon.rings[i]));
      total += i == 0 ? area : -area;
    }
  }
  return total;
}

double perimeter(const Region& region) {
  double total = 0;
  for (const Polygon& polygon : region.polygons) {
    for (const Ring& ring : polygon.rings) {
      for (std::size_t i = 1; i < ring.size(); ++i) total += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
    }
  }
  return total;
}

}  // namespace yongdi::geometry
