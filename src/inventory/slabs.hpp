#pragma once
// The inside of one cell of the sweep: few edges, cut into slabs, walked from bottom to top.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "geometry/outlines.hpp"

namespace yongdi::inventory {

using geometry::Axis;
using geometry::clip;
using geometry::Outlines;
using geometry::Rectangle;

// m² that count per m² in the plane, as a polynomial of second degree fitted over a tile: within a kilometre the scale of a projection is smoother
// than that.
struct LocalScale {
  bool plane = true;
  double centre_x = 0, centre_y = 0, half_x = 1, half_y = 1;
  double nodes[3][3] = {};  // values at west/centre/east × south/centre/north
  [[nodiscard]] double at(double x, double y) const;
};

// Reused from cell to cell so that nothing is allocated in the long run.
class Slabs {
 public:
  struct Set {
    double area = 0;
    std::span<const std::uint32_t> features;  // those of the outlines that cover it, ascending; may be none
  };
  // All sets that cover some of the cell, in the order they were met; valid until the next call. Their areas add up to the cell's.
  const std::vector<Set>& measure(const Outlines& outlines, const Rectangle& cell, const LocalScale& scale);

 private:
  struct Edge {
    double x1, y1, x2, y2;  // x1 < x2
    std::uint32_t piece;    // position among the pieces of the cell
    std::int32_t step;      // +1: the feature begins above it, −1: it ends
    [[nodiscard]] double y_at(double x) const { return y1 + (y2 - y1) * ((x - x1) / (x2 - x1)); }
  };
  struct Crossing {
    double y;
    std::uint32_t edge;
  };
  void collect_edges(const Outlines& outlines);
  void collect_cuts(const Rectangle& cell);
  void walk(double from_x, double to_x, const Rectangle& cell, const LocalScale& scale);
  void count(double area);

  std::vector<Edge> m_edges;
  std::vector<double> m_cuts;
  std::vector<std::uint32_t> m_active;  // edges that span the slab, kept in their order from bottom to top
  std::vector<Crossing> m_crossings;
  std::vector<std::int32_t> m_depth;    // per piece: how often the walk is inside it
  std::vector<std::uint64_t> m_inside;  // the same as bits
  std::size_t m_words = 0;
  std::vector<std::uint64_t> m_keys;    // the sets met so far, m_words each
  std::vector<double> m_areas;
  std::vector<std::uint32_t> m_features;
  std::vector<std::size_t> m_ends;  // of each set's features
  std::vector<Set> m_sets;
};

}  // namespace yongdi::inventory
