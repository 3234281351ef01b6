#include "geometry/plain_ring.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace yongdi::geometry {
namespace {

// Every edge is compared with every other: beyond so many an index is faster, and that is what GEOS has.
constexpr std::size_t kMostEdges = 64;

// −1 right, +1 left, 0 on the line or too near to tell. The bound is that of Shewchuk (1997) for an orientation from rounded differences.
int side(Point a, Point b, Point c) {
  constexpr double kBound = 3.3306690738754716e-16;
  const double left = (b.x - a.x) * (c.y - a.y), right = (b.y - a.y) * (c.x - a.x), twice_area = left - right;
  const double bound = kBound * (std::abs(left) + std::abs(right));
  return twice_area > bound ? 1 : twice_area < -bound ? -1 : 0;
}

bool surely_apart(Point a, Point b, Point c, Point d) {
  const auto beside = [](int first, int second) { return first != 0 && first == second; };
  return beside(side(a, b, c), side(a, b, d)) || beside(side(c, d, a), side(c, d, b));
}

// The next edge goes on from `b` and does not run back over this one.
bool surely_goes_on(Point a, Point b, Point c) {
  if (side(a, b, c) != 0) return true;
  const double ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  const double length = std::max({std::abs(b.x - a.x), std::abs(b.y - a.y)}) * std::max({std::abs(c.x - b.x), std::abs(c.y - b.y)});
  return ahead > length / 2;  // far from any doubt: a straight line has all of it
}

}  // namespace

bool is_plainly_simple(const Ring& ring) {
  if (ring.size() < 4 || ring.size() > kMostEdges + 1 || ring.front() != ring.back()) return false;
  const std::size_t edges = ring.size() - 1;
  std::array<Box, kMostEdges> boxes;
  for (std::size_t i = 0; i < edges; ++i) {
    if (ring[i] == ring[i + 1] || !surely_goes_on(ring[i], ring[i + 1], ring[i + 2 < ring.size() ? i + 2 : 1])) return false;
    boxes[i] = {std::min(ring[i].x, ring[i + 1].x), std::min(ring[i].y, ring[i + 1].y), std::max(ring[i].x, ring[i + 1].x),
                std::max(ring[i].y, ring[i + 1].y)};
  }
  for (std::size_t i = 0; i + 2 < edges; ++i) {
    const std::size_t last = i == 0 ? edges - 1 : edges;  // the last edge is a neighbour of the first
    for (std::size_t j = i + 2; j < last; ++j)
      if (boxes[i].meets(boxes[j]) && !surely_apart(ring[i], ring[i + 1], ring[j], ring[j + 1])) return false;
  }
  return true;
}

}  // namespace yongdi::geometry
