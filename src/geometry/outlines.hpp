#pragma once
// Outlines on their way through an overlay: many rings in one flat store, clipped to one half of a rectangle after the other.
#include <cstdint>
#include <vector>

#include "geometry/region.hpp"

namespace yongdi::geometry {

struct Rectangle {
  double min_x, min_y, max_x, max_y;
  [[nodiscard]] double width() const { return max_x - min_x; }
  [[nodiscard]] double height() const { return max_y - min_y; }
  [[nodiscard]] double area() const { return width() * height(); }
};

// What is left of one feature inside a rectangle. Rings are open: the last point is not the first.
class Outlines {
 public:
  struct Piece {
    std::uint32_t feature;
    std::uint32_t first_ring, last_ring;  // rings [first, last)
    Box box{};
  };
  void clear();
  void begin_piece(std::uint32_t feature);
  void add(Point point) { m_points.push_back(point); }
  void end_ring();   // forgets a ring of fewer than three points
  bool end_piece();  // forgets a piece without rings; false then
  void append(const Outlines& from, const Piece& piece);  // as it is

  [[nodiscard]] const std::vector<Piece>& pieces() const { return m_pieces; }
  [[nodiscard]] std::size_t edge_count() const { return m_points.size(); }
  [[nodiscard]] std::size_t ring_begin(std::uint32_t ring) const { return ring == 0 ? 0 : m_ring_ends[ring - 1]; }
  [[nodiscard]] std::size_t ring_end(std::uint32_t ring) const { return m_ring_ends[ring]; }
  [[nodiscard]] const Point& point(std::size_t position) const { return m_points[position]; }

  enum class Filling { part, whole, nothing };
  // How the last piece fills the rectangle. A piece that fills the whole of it, or has no area in it, needs no more clipping.
  [[nodiscard]] Filling filling_of_last(const Rectangle& rectangle) const;
  void forget_last();

 private:
  std::vector<Point> m_points;
  std::vector<std::size_t> m_ring_ends;
  std::vector<Piece> m_pieces;
};

// Which way a rectangle is halved.
enum class Axis { x, y };

// The piece's part below (keep_low) or above the line `axis` = at, appended to `into`. The place where an edge meets the line depends on the edge
// alone, not on its direction, so neighbours that share an edge go on sharing it exactly. False when nothing is left.
bool clip(const Outlines& from, const Outlines::Piece& piece, Axis axis, double at, bool keep_low, Outlines& into);

}  // namespace yongdi::geometry
