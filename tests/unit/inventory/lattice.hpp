#pragma once
// Land drawn on a lattice of unit cells and then turned, sheared and moved far to the east. Areas are counted cell by cell, so every expected figure is
// exact and owes nothing to the code under test.
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "facts/cover.hpp"
#include "geometry/region.hpp"
#include "inventory/sweep.hpp"

namespace yongdi::inventory::lattice {

struct Map {  // x' = x0 + a x + b y, y' = y0 + c x + d y
  double x0 = 0, y0 = 0, a = 1, b = 0, c = 0, d = 1;
  [[nodiscard]] geometry::Point operator()(double x, double y) const { return {x0 + a * x + b * y, y0 + c * x + d * y}; }
  [[nodiscard]] double cell() const { return a * d - b * c; }
};

// A rectangle of cells, with an optional rectangular hole or a corner cut out of it.
struct Drawing {
  facts::Label label;
  int x1, y1, x2, y2;
  enum class Kind { plain, hole, corner } kind = Kind::plain;
  int hx1 = 0, hy1 = 0, hx2 = 0, hy2 = 0;

  [[nodiscard]] bool covers(int x, int y) const {
    const bool inside = x >= x1 && x < x2 && y >= y1 && y < y2;
    const bool cut = kind != Kind::plain && x >= hx1 && x < hx2 && y >= hy1 && y < hy2;
    return inside && !cut;
  }
  [[nodiscard]] geometry::Region region(const Map& map) const {
    const auto ring = [&](std::vector<std::pair<int, int>> corners) {
      geometry::Ring result;
      for (const auto& [x, y] : corners) result.push_back(map(x, y));
      result.push_back(result.front());
      return result;
    };
    geometry::Polygon polygon;
    if (kind == Kind::corner) {  // the upper right corner from (hx1, hy1) is missing
      polygon.rings.push_back(ring({{x1, y1}, {x2, y1}, {x2, hy1}, {hx1, hy1}, {hx1, y2}, {x1, y2}}));
    } else {
      polygon.rings.push_back(ring({{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}}));
      if (kind == Kind::hole) polygon.rings.push_back(ring({{hx1, hy1}, {hx1, hy2}, {hx2, hy2}, {hx2, hy1}}));
    }
    return {{polygon}};
  }
};

inline Drawing draw(std::mt19937_64& random, facts::Label label, int size) {
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  const int x1 = pick(0, size - 4), y1 = pick(0, size - 4);
  Drawing drawing{label, x1, y1, pick(x1 + 3, size), pick(y1 + 3, size)};
  drawing.kind = static_cast<Drawing::Kind>(pick(0, 2));
  drawing.hx1 = pick(x1 + 1, drawing.x2 - 2);
  drawing.hy1 = pick(y1 + 1, drawing.y2 - 2);
  drawing.hx2 = drawing.kind == Drawing::Kind::corner ? drawing.x2 : pick(drawing.hx1 + 1, drawing.x2 - 1);
  drawing.hy2 = drawing.kind == Drawing::Kind::corner ? drawing.y2 : pick(drawing.hy1 + 1, drawing.y2 - 1);
  return drawing;
}

using Expected = std::map<std::vector<facts::Label>, double>;

inline Expected count(const std::vector<Drawing>& drawings, const Map& map, int size) {
  Expected expected;
  for (int x = 0; x < size; ++x)
    for (int y = 0; y < size; ++y) {
      std::vector<facts::Label> labels;
      for (const Drawing& drawing : drawings)
        if (drawing.covers(x, y)) labels.push_back(drawing.label);
      std::sort(labels.begin(), labels.end());
      if (!labels.empty()) expected[labels] += map.cell();
    }
  return expected;
}

// A turned, sheared map near Qingyuan's coordinates in a 3-degree zone with prefix.
inline Map far_and_slanted(std::mt19937_64& random) {
  std::uniform_real_distribution<double> angle(0, 1.5), shear(-0.4, 0.4), scale(3, 30);
  const double t = angle(random), s = scale(random), k = shear(random);
  return {38403000.123, 2622000.456, s * std::cos(t), s * (k * std::cos(t) - std::sin(t)), s * std::sin(t), s * (k * std::sin(t) + std::cos(t))};
}

inline const cadastre::Workers in_one_thread = [](std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) { body(0, count); };

}  // namespace yongdi::inventory::lattice
