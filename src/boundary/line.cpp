#include "boundary/line.hpp"

#include <algorithm>
#include <cmath>

namespace yongdi::boundary {

using geometry::Box;
using geometry::Point;
using geometry::Region;

namespace {

double square(double value) { return value * value; }

// Coordinates are metres on a map: their squares neither overflow nor vanish, and std::hypot would take several times as long.
double squared_length(Point from, Point to) { return square(to.x - from.x) + square(to.y - from.y); }
double length(Point from, Point to) { return std::sqrt(squared_length(from, to)); }

Point between(Point from, Point to, double share) { return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}; }

// Where along the way from `from` to `to` the point is passed; 0 for an edge of no length.
double passed_at(Point from, Point to, Point point) {
  const double dx = to.x - from.x, dy = to.y - from.y, squared = dx * dx + dy * dy;
  return squared > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared : 0;
}

}  // namespace

std::vector<Line::Edge> Line::edges_of(const Region& region, Point shift) {
  std::vector<Edge> edges;
  edges.reserve(region.point_count());
  for (const geometry::Polygon& polygon : region.polygons)
    for (const geometry::Ring& ring : polygon.rings)
      for (std::size_t i = 1; i < ring.size(); ++i)
        edges.push_back({{ring[i - 1].x + shift.x, ring[i - 1].y + shift.y}, {ring[i].x + shift.x, ring[i].y + shift.y}});
  return edges;
}

std::vector<Box> Line::boxes_of(std::span<const Edge> edges) {
  std::vector<Box> boxes(edges.size());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    boxes[i].add(edges[i].from);
    boxes[i].add(edges[i].to);
  }
  return boxes;
}

Line::Line(const Region& region, Point shift) : Line(edges_of(region, shift)) {}
Line::Line(std::vector<Edge> edges) : m_edges(std::move(edges)), m_index(boxes_of(m_edges)) {}

double Line::squared_distance_to(const Edge& edge, Point point) {
  const double share = std::clamp(passed_at(edge.from, edge.to, point), 0.0, 1.0);
  return squared_length(between(edge.from, edge.to, share), point);
}
double Line::distance_to(const Edge& edge, Point point) { return std::sqrt(squared_distance_to(edge, point)); }

// Edges follow each other as the line runs, so the nearest is mostly a few steps from the guess; the fewer edges has the index to find then.
Line::Near Line::step_nearer(Point point, std::uint32_t guess) const {
  Near best{guess, squared_distance_to(m_edges[guess], point)};
  const auto take = [&](std::uint32_t edge) {
    const double squared = squared_distance_to(m_edges[edge], point);
    if (!(squared < best.squared_m2)) return false;
    best = {edge, squared};
    return true;
  };
  while (best.edge + 1 < m_edges.size() && take(best.edge + 1)) {
  }
  while (best.edge > 0 && take(best.edge - 1)) {
  }
  return best;
}

Line::Near Line::nearest(Point point, std::uint32_t guess, std::vector<std::uint32_t>& found) const {
  Near best = step_nearer(point, guess);
  if (best.squared_m2 == 0) return best;
  const double reach = best.distance_m();
  m_index.find({point.x - reach, point.y - reach, point.x + reach, point.y + reach}, found);
  for (const std::uint32_t edge : found) {
    const double squared = squared_distance_to(m_edges[edge], point);
    if (squared < best.squared_m2) best = {edge, squared};
  }
  return best;
}

double Line::distance(Point point) const {
  std::vector<std::uint32_t> found;
  return nearest(point, 0, found).distance_m();
}

// Looks along every edge for the place farthest from the other line. The distance to one edge is a convex function, so along a stretch it is nowhere
// greater than at the two ends: an edge of the other line that is near both ends bounds the whole stretch, and a stretch that cannot beat the
// farthest place known is left. Others are halved where the edge near their beginning ends.
class Line::Search {
 public:
  Search(const Line& line, const Line& other) : m_line(line), m_other(other) {}

  double run() {
    std::vector<Near> at_start;
    at_start.reserve(m_line.m_edges.size());
    std::uint32_t guess = 0;
    for (const Edge& edge : m_line.m_edges) {
      at_start.push_back(look(edge.from, guess));
      guess = at_start.back().edge;
    }
    for (std::size_t i = 0; i < m_line.m_edges.size(); ++i) {
      const Edge& edge = m_line.m_edges[i];
      // Rings are closed, so the next edge mostly begins where this one ends.
      const bool goes_on = i + 1 < at_start.size() && m_line.m_edges[i + 1].from == edge.to;
      walk({edge.from, edge.to, at_start[i], goes_on ? at_start[i + 1] : look(edge.to, at_start[i].edge)});
    }
    return m_farthest_m;
  }

 private:
  struct Stretch {
    Point from, to;
    Near at_from, at_to;
  };

  Near look(Point point, std::uint32_t guess) {
    const Near near = m_other.nearest(point, guess, m_found);
    m_farthest_m = std::max(m_farthest_m, near.distance_m());
    return near;
  }

  [[nodiscard]] double bound(const Stretch& stretch) const {
    const double by_first = std::max(stretch.at_from.distance_m(), distance_to(m_other.m_edges[stretch.at_from.edge], stretch.to));
    const double by_last = std::max(stretch.at_to.distance_m(), distance_to(m_other.m_edges[stretch.at_to.edge], stretch.from));
    // No distance changes faster than one walks.
    const double by_walk = (stretch.at_from.distance_m() + stretch.at_to.distance_m() + length(stretch.from, stretch.to)) / 2;
    return std::min({by_first, by_last, by_walk});
  }

  [[nodiscard]] double place_to_cut(const Stretch& stretch) const {
    constexpr double kMargin = 1e-3;  // of the stretch: a cut at its very end would cut nothing off
    const Edge& edge = m_other.m_edges[stretch.at_from.edge];
    const double end = std::max(passed_at(stretch.from, stretch.to, edge.from), passed_at(stretch.from, stretch.to, edge.to));
    return end > kMargin && end < 1 - kMargin ? end : 0.5;
  }

  void walk(const Stretch& whole) {
    m_waiting.assign(1, whole);
    while (!m_waiting.empty()) {
      const Stretch stretch = m_waiting.back();
      m_waiting.pop_back();
      if (bound(stretch) <= m_farthest_m + kPrecision_m) continue;
      const Point cut = between(stretch.from, stretch.to, place_to_cut(stretch));
      const Near at_cut = look(cut, stretch.at_from.edge);
      m_waiting.push_back({cut, stretch.to, at_cut, stretch.at_to});
      m_waiting.push_back({stretch.from, cut, stretch.at_from, at_cut});
    }
  }

  const Line& m_line;
  const Line& m_other;
  double m_farthest_m = 0;
  std::vector<std::uint32_t> m_found;
  std::vector<Stretch> m_waiting;
};

double Line::farthest_from(const Line& other) const { return Search(*this, other).run(); }

double greatest_shift(const Line& a, const Line& b) { return std::max(a.farthest_from(b), b.farthest_from(a)); }

Point centroid(const Region& region) {
  const Point origin = region.polygons.front().rings.front().front();
  double twice_area = 0, x = 0, y = 0;
  for (const geometry::Polygon& polygon : region.polygons)
    for (const geometry::Ring& ring : polygon.rings)
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const double ax = ring[i - 1].x - origin.x, ay = ring[i - 1].y - origin.y, bx = ring[i].x - origin.x, by = ring[i].y - origin.y;
        const double cross = ax * by - bx * ay;
        twice_area += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
      }
  return {origin.x + x / (3 * twice_area), origin.y + y / (3 * twice_area)};
}

}  // namespace yongdi::boundary
