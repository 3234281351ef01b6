#pragma once
// Versions of park outlines drawn in a test, and the covers over them. Rectangles on a grid, so that covers can be counted cell by cell.
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "boundary/comparison.hpp"

namespace yongdi::boundary {

struct Rectangle {
  double x1, y1, x2, y2;
  [[nodiscard]] bool holds(double x, double y) const { return x > x1 && x < x2 && y > y1 && y < y2; }
};

inline geometry::Region region(const std::vector<Rectangle>& rectangles) {
  geometry::Region result;
  for (const Rectangle& r : rectangles) result.polygons.push_back({{{{r.x1, r.y1}, {r.x2, r.y1}, {r.x2, r.y2}, {r.x1, r.y2}, {r.x1, r.y1}}}});
  return result;
}

// Adds outlines; call in the order of ids.
class Drawn {
 public:
  Drawn& park(const std::string& id, const std::vector<Rectangle>& rectangles, std::optional<std::uint32_t> parent = {}) {
    m_shapes.push_back(std::make_shared<geometry::Region>(region(rectangles)));
    rectangles_of.push_back(rectangles);
    version.push_back({id, "", m_shapes.back().get(), parent, true, {}, {}});
    if (parent) version[*parent].leaf = false;
    return *this;
  }
  Version version;
  std::vector<std::vector<Rectangle>> rectangles_of;

 private:
  std::vector<std::shared_ptr<geometry::Region>> m_shapes;  // copies draw the same
};

struct Around {
  std::vector<std::vector<Rectangle>> parcels, constraints;
  std::vector<std::string> kinds_of;
};

// Counts cells of half a metre up to `size`.
inline facts::Covers covers(const Drawn& before, const Drawn& after, const Around& around, double size) {
  using facts::CoverKind;
  std::map<std::vector<facts::Label>, double> areas;
  const auto holds = [](const std::vector<Rectangle>& rectangles, double x, double y) {
    return std::any_of(rectangles.begin(), rectangles.end(), [&](const Rectangle& r) { return r.holds(x, y); });
  };
  for (double x = 0.25; x < size; x += 0.5)
    for (double y = 0.25; y < size; y += 0.5) {
      std::vector<facts::Label> labels;
      const auto lay = [&](CoverKind kind, const std::vector<std::vector<Rectangle>>& all, std::size_t first) {
        for (std::size_t i = 0; i < all.size(); ++i)
          if (holds(all[i], x, y)) labels.push_back({kind, static_cast<std::uint32_t>(first + i)});
      };
      lay(CoverKind::park, before.rectangles_of, 0);
      lay(CoverKind::park, after.rectangles_of, before.version.size());
      lay(CoverKind::parcel, around.parcels, 0);
      lay(CoverKind::constraint, around.constraints, 0);
      if (!labels.empty()) areas[labels] += 0.25;
    }
  facts::Covers result;
  for (const auto& [labels, area_m2] : areas) {
    const auto first = static_cast<std::uint32_t>(result.labels.size());
    result.labels.insert(result.labels.end(), labels.begin(), labels.end());
    result.covers.push_back({first, static_cast<std::uint32_t>(labels.size()), area_m2});
  }
  return result;
}

}  // namespace yongdi::boundary
