#include "geometry/traced_overlay.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geometry/tracing.hpp"
#include "geometry/validity.hpp"

namespace yongdi::geometry {

using lattice::Operation;

namespace {

// Outlines are cut off so far outside the land in question. What the cut adds lies outside of it too, and so bounds nothing.
constexpr double kMargin_m = 1;

Box widened(Box box) { return {box.min_x - kMargin_m, box.min_y - kMargin_m, box.max_x + kMargin_m, box.max_y + kMargin_m}; }

bool holds(const Box& outer, const Box& inner) {
  return inner.min_x >= outer.min_x && inner.max_x <= outer.max_x && inner.min_y >= outer.min_y && inner.max_y <= outer.max_y;
}

// Where the result can lie.
Box needed_box(const Region& a, std::span<const Region* const> b, Operation operation) {
  Box box = a.box();
  if (operation == Operation::minus) return box;
  Box others;
  for (const Region* region : b) others.add(region->box());
  if (operation == Operation::unite) {
    box.add(others);
    return box;
  }
  return {std::max(box.min_x, others.min_x), std::max(box.min_y, others.min_y), std::min(box.max_x, others.max_x), std::min(box.max_y, others.max_y)};
}

bool is_closed(const Region& region) {
  return std::ranges::all_of(region.polygons, [](const Polygon& polygon) {
    return std::ranges::all_of(polygon.rings, [](const Ring& ring) { return !ring.empty() && ring.front() == ring.back(); });
  });
}

lattice::Spot spot_of(Point point, Point origin) {
  return {std::llrint((point.x - origin.x) * lattice::kUnitsPerMetre), std::llrint((point.y - origin.y) * lattice::kUnitsPerMetre)};
}

}  // namespace

std::optional<Region> TracedOverlay::run(const Region& a, std::span<const Region* const> b, Operation operation) {
  const Box box = needed_box(a, b, operation);
  if (box.empty() || !(box.min_y <= box.max_y)) return Region{};
  if (!(box.max_x - box.min_x < lattice::kWidest_m && box.max_y - box.min_y < lattice::kWidest_m)) return {};
  if (!is_closed(a) || !std::ranges::all_of(b, [](const Region* region) { return is_closed(*region); })) return {};
  m_origin = {std::floor(box.min_x), std::floor(box.min_y)};
  m_segments.clear();
  add(a, box, 0);
  for (const Region* region : b) add(*region, box, 1);
  lattice::node(m_segments, m_origin, m_network);
  const std::vector<lattice::Side> sides = lattice::find_boundary(m_network, operation);
  const auto certified = [&] {
    std::optional<Region> traced = lattice::trace(m_network, sides);
    if (traced && (orient(*traced) || find_defect(*traced))) traced.reset();  // a ring that runs the other way round in the plane is not what it was
    return traced;
  };
  if (std::optional<Region> traced = certified()) return traced;
  // Where land is narrower than a cell of the lattice, corners as the sources have them can lie on the wrong side of each other. In the middle of their
  // cells they cannot.
  for (lattice::Place& place : m_network.places) place.point = lattice::point_of(place.spot, m_origin);
  return certified();
}

void TracedOverlay::add(const Region& region, const Box& needed, std::size_t operand) {
  const Box box = region.box(), kept = widened(needed);
  if (!box.meets(needed)) return;
  if (holds(kept, box)) {
    for (const Polygon& polygon : region.polygons)
      for (const Ring& ring : polygon.rings)
        for (std::size_t i = 1; i < ring.size(); ++i) add(ring[i - 1], ring[i], operand);
    return;
  }
  m_whole.clear();
  m_whole.begin_piece(0);
  for (const Polygon& polygon : region.polygons)
    for (const Ring& ring : polygon.rings) {
      for (std::size_t i = 1; i < ring.size(); ++i) m_whole.add(ring[i]);
      m_whole.end_ring();
    }
  if (!m_whole.end_piece()) return;
  const struct {
    Axis axis;
    double at;
    bool keep_low;
  } borders[] = {{Axis::x, kept.min_x, false}, {Axis::x, kept.max_x, true}, {Axis::y, kept.min_y, false}, {Axis::y, kept.max_y, true}};
  for (const auto& border : borders) {
    m_clipped.clear();
    if (!clip(m_whole, m_whole.pieces().front(), border.axis, border.at, border.keep_low, m_clipped)) return;
    std::swap(m_whole, m_clipped);
  }
  const Outlines::Piece& piece = m_whole.pieces().front();
  for (std::uint32_t ring = piece.first_ring; ring < piece.last_ring; ++ring) {
    Point previous = m_whole.point(m_whole.ring_end(ring) - 1);
    for (std::size_t i = m_whole.ring_begin(ring); i < m_whole.ring_end(ring); ++i) {
      add(previous, m_whole.point(i), operand);
      previous = m_whole.point(i);
    }
  }
}

// The land lies on the left hand of every edge of an oriented region.
void TracedOverlay::add(Point from, Point to, std::size_t operand) {
  const lattice::Place a{spot_of(from, m_origin), from}, b{spot_of(to, m_origin), to};
  if (a.spot == b.spot) return;
  lattice::Segment segment = a.spot < b.spot ? lattice::Segment{a, b} : lattice::Segment{b, a};
  segment.gain[operand] = a.spot < b.spot ? 1 : -1;
  m_segments.push_back(segment);
}

}  // namespace yongdi::geometry
