#pragma once
// The boundary of a region as a line in the plane: how far other boundaries run from it. What counts is where the line runs, not how it is written
// down: the first point, the direction of rings and points in the middle of an edge make no difference.
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/index.hpp"
#include "geometry/region.hpp"

namespace yongdi::boundary {

class Line {
 public:
  // The region must have an edge; `shift` moves it before anything is measured.
  explicit Line(const geometry::Region& region, geometry::Point shift = {0, 0});

  // From a point to the nearest point of the line, m.
  [[nodiscard]] double distance(geometry::Point point) const;
  // The greatest distance from any point of this line, between its corners too, to the other line; right to kPrecision_m.
  [[nodiscard]] double farthest_from(const Line& other) const;

  static constexpr double kPrecision_m = 1e-6;  // far below what any survey or file can hold

 private:
  struct Edge {
    geometry::Point from, to;
  };
  struct Near {
    std::uint32_t edge = 0;
    double squared_m2 = 0;
    [[nodiscard]] double distance_m() const { return std::sqrt(squared_m2); }
  };
  Line(std::vector<Edge> edges);
  static std::vector<Edge> edges_of(const geometry::Region& region, geometry::Point shift);
  static std::vector<geometry::Box> boxes_of(std::span<const Edge> edges);
  static double squared_distance_to(const Edge& edge, geometry::Point point);
  static double distance_to(const Edge& edge, geometry::Point point);
  [[nodiscard]] Near step_nearer(geometry::Point point, std::uint32_t guess) const;
  // `guess`: an edge that may be near; the nearer, the quicker. `found` is room to work in.
  [[nodiscard]] Near nearest(geometry::Point point, std::uint32_t guess, std::vector<std::uint32_t>& found) const;
  class Search;

  std::vector<Edge> m_edges;
  geometry::BoxIndex m_index;
};

// The greatest distance between two boundaries, looked at from both sides (Hausdorff distance), m.
double greatest_shift(const Line& a, const Line& b);

// Of the area enclosed. The region is valid and oriented.
geometry::Point centroid(const geometry::Region& region);

}  // namespace yongdi::boundary
