#include "inventory/remainder.hpp"

#include <atomic>
#include <stdexcept>

#include "geometry/index.hpp"
#include "geometry/shapes.hpp"

namespace yongdi::inventory {

using geometry::Region;

bool is_sliver(double area_m2, double perimeter_m, const SliverLimits& limits) {
  return area_m2 < limits.area_m2 || 2 * area_m2 < limits.width_m * perimeter_m;
}

namespace {

// The shapes that take part, with an index over them.
struct Shapes {
  explicit Shapes(std::vector<const Region*> all) : regions(std::move(all)), index(boxes(regions)) {}
  static std::vector<geometry::Box> boxes(const std::vector<const Region*>& regions) {
    std::vector<geometry::Box> result;
    for (const Region* region : regions) result.push_back(region ? region->box() : geometry::Box{});
    return result;
  }
  std::vector<const Region*> regions;
  geometry::BoxIndex index;
};

void split(const Region& left, const SliverLimits& limits, Remainder& remainder) {
  for (Region& piece : geometry::pieces(left)) {
    const bool sliver = is_sliver(geometry::plane_area(piece), geometry::perimeter(piece), limits);
    remainder.sliver_count += sliver ? 1 : 0;
    auto& into = sliver ? remainder.slivers : remainder.land;
    into.polygons.push_back(std::move(piece.polygons.front()));
  }
}

}  // namespace

Remainders remainders(const cadastre::Cadastre& cadastre, const Claims& claims, std::span<const Region* const> parcel_land,
                      const SliverLimits& limits, double grid_m, const cadastre::Workers& workers) {
  const auto& approvals = cadastre.approvals.features;
  std::vector<const Region*> supplied(parcel_land.begin(), parcel_land.end());
  for (std::size_t i = 0; i < supplied.size(); ++i)
    if (!claims.parcels[i].supplied) supplied[i] = nullptr;
  std::vector<const Region*> approved;
  for (std::size_t i = 0; i < approvals.size(); ++i)
    approved.push_back(claims.approvals[i].exists && approvals[i].valid != cadastre::Valid::no ? &approvals[i].shape : nullptr);
  const Shapes parcels(std::move(supplied)), earlier(std::move(approved));

  Remainders result;
  result.of_approval.resize(approvals.size());
  std::atomic<std::uint64_t> fallbacks = 0;
  workers(approvals.size(), [&](std::size_t first, std::size_t last) {
    geometry::Shaper shaper(grid_m);
    std::vector<std::uint32_t> found;
    for (std::size_t i = first; i < last; ++i) {
      const Region* whole = earlier.regions[i];
      if (whole == nullptr) continue;
      std::vector<const Region*> taken;
      parcels.index.find(whole->box(), found);
      for (const std::uint32_t parcel : found) taken.push_back(parcels.regions[parcel]);
      earlier.index.find(whole->box(), found);
      for (const std::uint32_t other : found)
        if (claims.approvals[other].rank < claims.approvals[i].rank) taken.push_back(earlier.regions[other]);
      try {
        split(shaper.minus(*whole, taken), limits, result.of_approval[i]);
      } catch (const std::runtime_error& error) {
        result.of_approval[i].failure = error.what();
      }
    }
    fallbacks += shaper.fallbacks();
  });
  result.fallbacks = fallbacks;
  return result;
}

}  // namespace yongdi::inventory
