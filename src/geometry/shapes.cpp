#include "geometry/shapes.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "geometry/geos.hpp"
#include "geometry/validity.hpp"

namespace yongdi::geometry {
namespace {

constexpr double kFloating = 0;  // the grid size by which GEOS understands full floating precision

Region oriented(Region region) {
  orient(region);
  return region;
}

// What the area of a result can be. Outside of it the overlay has gone wrong, whatever GEOS says.
struct Plausible {
  double low_m2, high_m2;
  // Rounding of crossing points moves an outline by far less than a micrometre; this is that much along a park's outline, and more for great areas.
  [[nodiscard]] bool holds(double area_m2) const {
    const double slack = 1e-3 + 1e-9 * high_m2;
    return area_m2 >= low_m2 - slack && area_m2 <= high_m2 + slack;
  }
};

// The overlay with floating precision, or, when that fails or its result cannot be right, on the grid.
Region overlay(const std::function<geos::Geometry(double grid_m)>& run, Plausible plausible, double grid_m, std::uint64_t& fallbacks) {
  try {
    Region result = geos::to_region(run(kFloating).get());
    if (plausible.holds(plane_area(result)) && !find_defect(result)) return result;
  } catch (const std::runtime_error&) {
    // Counted below; if the grid fails as well, its message is the one that leaves.
  }
  ++fallbacks;
  Region result = geos::to_region(run(grid_m).get());
  if (const auto defect = find_defect(result)) throw std::runtime_error("invalid result of an overlay: " + defect->reason);
  return result;
}

geos::Geometry unite_all(std::span<const Region* const> regions, double grid_m) {
  const geos::Geometry all = geos::to_geos(regions);
  return geos::own(GEOSUnaryUnionPrec_r(geos::context(), all.get(), grid_m));
}

}  // namespace

Region Shaper::minus(const Region& from, std::span<const Region* const> what) {
  const Box box = from.box();
  std::vector<const Region*> near;
  double taken_m2 = 0;
  for (const Region* const region : what) {
    if (!region->box().meets(box)) continue;
    near.push_back(region);
    taken_m2 += plane_area(*region);
  }
  if (near.empty()) return oriented(from);
  const double whole_m2 = plane_area(from);
  const auto run = [&](double grid_m) {
    const geos::Geometry left = geos::to_geos(from);
    const geos::Geometry right = near.size() == 1 ? geos::to_geos(*near.front()) : unite_all(near, grid_m);
    return geos::own(GEOSDifferencePrec_r(geos::context(), left.get(), right.get(), grid_m));
  };
  return overlay(run, {std::max(0.0, whole_m2 - taken_m2), whole_m2}, m_grid_m, m_fallbacks);
}

Region Shaper::intersection(const Region& a, const Region& b) {
  if (!a.box().meets(b.box())) return {};
  const auto run = [&](double grid_m) {
    const geos::Geometry left = geos::to_geos(a);
    const geos::Geometry right = geos::to_geos(b);
    return geos::own(GEOSIntersectionPrec_r(geos::context(), left.get(), right.get(), grid_m));
  };
  return overlay(run, {0, std::min(plane_area(a), plane_area(b))}, m_grid_m, m_fallbacks);
}

Region Shaper::unite(std::span<const Region* const> regions) {
  std::vector<const Region*> filled;
  double largest_m2 = 0, sum_m2 = 0;
  for (const Region* const region : regions) {
    if (region->empty()) continue;
    filled.push_back(region);
    const double area_m2 = plane_area(*region);
    largest_m2 = std::max(largest_m2, area_m2);
    sum_m2 += area_m2;
  }
  if (filled.empty()) return {};
  if (filled.size() == 1) return oriented(*filled.front());
  return overlay([&](double grid_m) { return unite_all(filled, grid_m); }, {largest_m2, sum_m2}, m_grid_m, m_fallbacks);
}

std::vector<Region> pieces(const Region& region) {
  std::vector<Region> result;
  result.reserve(region.polygons.size());
  for (const Polygon& polygon : region.polygons) result.push_back(Region{{polygon}});
  return result;
}

}  // namespace yongdi::geometry
