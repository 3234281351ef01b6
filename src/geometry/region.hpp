#pragma once
// A region: polygons with holes, in metres of the working CRS, x to the east and y to the north. A plain value that can hold anything a source
// brings, valid or not; validity.hpp judges it. Z and M are dropped on reading, curves are stroked there.
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace yongdi::geometry {

struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
  friend auto operator<=>(const Point&, const Point&) = default;
};

using Ring = std::vector<Point>;  // closed: first point = last point
struct Polygon {
  std::vector<Ring> rings;  // shell first, then holes
};

struct Box {
  double min_x = std::numeric_limits<double>::infinity();
  double min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity();
  double max_y = -std::numeric_limits<double>::infinity();
  void add(Point point);
  void add(const Box& other);
  [[nodiscard]] bool empty() const { return !(min_x <= max_x); }
  [[nodiscard]] bool meets(const Box& other) const {
    return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
  }
};

struct Region {
  std::vector<Polygon> polygons;
  [[nodiscard]] bool empty() const { return polygons.empty(); }
  [[nodiscard]] Box box() const;
  [[nodiscard]] std::size_t point_count() const;
};

// Signed by ring direction, relative to the ring's first point so that large eastings cost no digits.
double signed_area(const Ring& ring);
// |shells| − |holes|, whatever the ring directions. For an invalid region this is the absolute signed area of rules.md 9.
double plane_area(const Region& region);
double perimeter(const Region& region);

// ISO WKB, little-endian: MultiPolygon. from_wkb accepts Polygon and MultiPolygon of either byte order, with or without Z and M, and throws
// std::invalid_argument with the reason for anything else.
std::string to_wkb(const Region& region);
Region from_wkb(std::string_view wkb);
std::string point_wkb(Point point);

}  // namespace yongdi::geometry
