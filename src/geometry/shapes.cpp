#include "geometry/shapes.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "geometry/geos.hpp"
#include "geometry/traced_overlay.hpp"
#include "geometry/validity.hpp"

namespace yongdi::geometry {
namespace {

using lattice::Operation;

Region oriented(Region region) {
  orient(region);
  return region;
}

// What the area of a result can be. Outside of it the overlay has gone wrong, whatever certificate it carries.
struct Plausible {
  double low_m2, high_m2;
  // Rounding of crossing points moves an outline by less than a micrometre; this is that much along a park's outline, and more for great areas.
  [[nodiscard]] bool holds(double area_m2) const {
    const double slack = 1e-3 + 1e-9 * high_m2;
    return area_m2 >= low_m2 - slack && area_m2 <= high_m2 + slack;
  }
};

// The traced result, or, when there is none that can be right, what GEOS makes of it on the grid.
Region overlay(const std::function<std::optional<Region>()>& trace, const std::function<geos::Geometry()>& on_grid, Plausible plausible,
               std::uint64_t& fallbacks) {
  try {
    std::optional<Region> traced = trace();
    if (traced && plausible.holds(plane_area(*traced))) return *std::move(traced);
  } catch (const std::runtime_error&) {
    // Counted below; if the grid fails as well, its message is the one that leaves.
  }
  ++fallbacks;
  Region result = geos::to_region(on_grid().get());
  if (const auto defect = find_defect(result)) throw std::runtime_error("invalid result of an overlay: " + defect->reason);
  return result;
}

geos::Geometry unite_all(std::span<const Region* const> regions, double grid_m) {
  const geos::Geometry all = geos::to_geos(regions);
  return geos::own(GEOSUnaryUnionPrec_r(geos::context(), all.get(), grid_m));
}

}  // namespace

Shaper::Shaper(double grid_m) : m_grid_m(grid_m), m_traced(std::make_unique<TracedOverlay>()) {}
Shaper::~Shaper() = default;

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
  const auto on_grid = [&] {
    const geos::Geometry left = geos::to_geos(from), right = unite_all(near, m_grid_m);
    return geos::own(GEOSDifferencePrec_r(geos::context(), left.get(), right.get(), m_grid_m));
  };
  return overlay([&] { return m_traced->run(from, near, Operation::minus); }, on_grid, {std::max(0.0, whole_m2 - taken_m2), whole_m2}, m_fallbacks);
}

Region Shaper::intersection(const Region& a, const Region& b) {
  if (!a.box().meets(b.box())) return {};
  const auto on_grid = [&] {
    const geos::Geometry left = geos::to_geos(a), right = geos::to_geos(b);
    return geos::own(GEOSIntersectionPrec_r(geos::context(), left.get(), right.get(), m_grid_m));
  };
  const Region* const other = &b;
  return overlay([&] { return m_traced->run(a, std::span(&other, 1), Operation::intersection); }, on_grid, {0, std::min(plane_area(a), plane_area(b))},
                 m_fallbacks);
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
  return overlay([&] { return m_traced->run(*filled.front(), std::span(filled).subspan(1), Operation::unite); }, [&] { return unite_all(filled, m_grid_m); },
                 {largest_m2, sum_m2}, m_fallbacks);
}

Region Shaper::filled(const Region& region, double width_m) const {
  if (region.empty()) return {};
  constexpr int kQuarterCircle = 8;       // segments; of no effect, as corners are not rounded
  constexpr double kSharpestCorner = 10;  // × the width: a corner sharper than some 12° is cut off on its way out
  const auto buffer = [&](const GEOSGeometry* shape, double by_m) {
    return geos::own(GEOSBufferWithStyle_r(geos::context(), shape, by_m, kQuarterCircle, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, kSharpestCorner));
  };
  const geos::Geometry all = geos::to_geos(region);
  const geos::Geometry wide = buffer(all.get(), width_m / 2);
  return geos::to_region(buffer(wide.get(), -width_m / 2).get());
}

std::vector<Region> pieces(const Region& region) {
  std::vector<Region> result;
  result.reserve(region.polygons.size());
  for (const Polygon& polygon : region.polygons) result.push_back(Region{{polygon}});
  return result;
}

}  // namespace yongdi::geometry
