#include "geometry/outlines.hpp"

#include <cmath>

namespace yongdi::geometry {

void Outlines::clear() {
  m_points.clear();
  m_ring_ends.clear();
  m_pieces.clear();
}

void Outlines::begin_piece(std::uint32_t feature) {
  const auto ring = static_cast<std::uint32_t>(m_ring_ends.size());
  m_pieces.push_back({feature, ring, ring, {}});
}

void Outlines::end_ring() {
  const std::size_t begin = m_ring_ends.empty() ? 0 : m_ring_ends.back();
  if (m_points.size() - begin < 3) {
    m_points.resize(begin);
    return;
  }
  m_ring_ends.push_back(m_points.size());
  m_pieces.back().last_ring = static_cast<std::uint32_t>(m_ring_ends.size());
}

bool Outlines::end_piece() {
  Piece& piece = m_pieces.back();
  if (piece.first_ring == piece.last_ring) {
    m_pieces.pop_back();
    return false;
  }
  for (std::size_t i = ring_begin(piece.first_ring); i < m_points.size(); ++i) piece.box.add(m_points[i]);
  return true;
}

void Outlines::append(const Outlines& from, const Piece& piece) {
  const std::size_t begin = from.ring_begin(piece.first_ring), end = from.ring_end(piece.last_ring - 1), here = m_points.size();
  const auto first_ring = static_cast<std::uint32_t>(m_ring_ends.size());
  m_points.insert(m_points.end(), from.m_points.begin() + static_cast<std::ptrdiff_t>(begin),
                  from.m_points.begin() + static_cast<std::ptrdiff_t>(end));
  for (std::uint32_t ring = piece.first_ring; ring < piece.last_ring; ++ring) m_ring_ends.push_back(here + (from.ring_end(ring) - begin));
  m_pieces.push_back({piece.feature, first_ring, static_cast<std::uint32_t>(m_ring_ends.size()), piece.box});
}

void Outlines::forget_last() {
  m_ring_ends.resize(m_pieces.back().first_ring);
  m_points.resize(m_ring_ends.empty() ? 0 : m_ring_ends.back());
  m_pieces.pop_back();
}

Outlines::Filling Outlines::filling_of_last(const Rectangle& rectangle) const {
  const Piece& piece = m_pieces.back();
  double twice_area = 0;
  for (std::uint32_t ring = piece.first_ring; ring < piece.last_ring; ++ring) {
    const std::size_t begin = ring_begin(ring), end = ring_end(ring);
    const Point anchor = m_points[begin];
    Point previous = m_points[end - 1];
    for (std::size_t i = begin; i < end; ++i) {
      const Point point = m_points[i];
      const bool on_border = point.x == rectangle.min_x || point.x == rectangle.max_x || point.y == rectangle.min_y || point.y == rectangle.max_y;
      if (!on_border) return Filling::part;
      twice_area += (previous.x - anchor.x) * (point.y - anchor.y) - (point.x - anchor.x) * (previous.y - anchor.y);
      previous = point;
    }
  }
  // All points stand on the border exactly (clipping puts them there), so the area is that of the rectangle, or nothing, up to rounding.
  constexpr double kRounding = 1e-12;
  const double share = twice_area / (2 * rectangle.area());
  if (std::abs(share - 1) <= kRounding) return Filling::whole;
  return std::abs(share) <= kRounding ? Filling::nothing : Filling::part;
}

namespace {

double along(Axis axis, Point point) { return axis == Axis::x ? point.x : point.y; }

Point meeting(Point a, Point b, Axis axis, double at) {
  if (b < a) std::swap(a, b);
  const double share = (at - along(axis, a)) / (along(axis, b) - along(axis, a));
  return axis == Axis::x ? Point{at, a.y + share * (b.y - a.y)} : Point{a.x + share * (b.x - a.x), at};
}

}  // namespace

bool clip(const Outlines& from, const Outlines::Piece& piece, Axis axis, double at, bool keep_low, Outlines& into) {
  const auto kept = [&](Point point) { return keep_low ? along(axis, point) <= at : along(axis, point) >= at; };
  // Most pieces lie on one side. One that only touches the line from the other has no area here.
  const Point low{piece.box.min_x, piece.box.min_y}, high{piece.box.max_x, piece.box.max_y};
  if (kept(keep_low ? high : low)) {
    into.append(from, piece);
    return true;
  }
  const double nearest = along(axis, keep_low ? low : high);
  if (keep_low ? nearest >= at : nearest <= at) return false;
  into.begin_piece(piece.feature);
  for (std::uint32_t ring = piece.first_ring; ring < piece.last_ring; ++ring) {
    const std::size_t begin = from.ring_begin(ring), end = from.ring_end(ring);
    Point previous = from.point(end - 1);
    bool previous_kept = kept(previous);
    for (std::size_t i = begin; i < end; ++i) {
      const Point point = from.point(i);
      const bool point_kept = kept(point);
      if (point_kept != previous_kept) {
        // An edge that ends on the line meets it at that end, which is kept already.
        const Point inside = point_kept ? point : previous;
        if (along(axis, inside) != at) into.add(meeting(previous, point, axis, at));
      }
      if (point_kept) into.add(point);
      previous = point;
      previous_kept = point_kept;
    }
    into.end_ring();
  }
  return into.end_piece();
}

}  // namespace yongdi::geometry
