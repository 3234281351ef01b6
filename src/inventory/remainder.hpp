#pragma once
// The shapes of what is left of every approval once supplied parcels and earlier approvals are taken out, piece by piece: real remainders and
// slivers. These shapes are drawn, and tell slivers from land; how much land it is, the sweep says.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "cadastre/raw_layer.hpp"
#include "inventory/claims.hpp"

namespace yongdi::inventory {

struct SliverLimits {
  double area_m2;  // a piece smaller than this, or
  double width_m;  // thinner than this (2 × area / perimeter), is a sliver
};

struct Remainder {
  geometry::Region land;     // pieces that are no slivers
  geometry::Region slivers;  // pieces that are
  std::uint32_t sliver_count = 0;
  std::optional<std::string> failure;  // GEOS's words when no shape could be made; the sums of the sweep stand all the same
};

struct Remainders {
  std::vector<Remainder> of_approval;  // one per cadastre.approvals.features; empty for those that do not exist or have no valid shape
  std::uint64_t fallbacks = 0;         // overlays that needed the precision grid
};

// `parcel_land[i]`: the shape under which parcel i takes part, null when it takes none.
Remainders remainders(const cadastre::Cadastre& cadastre, const Claims& claims, std::span<const geometry::Region* const> parcel_land,
                      const SliverLimits& limits, double grid_m, const cadastre::Workers& workers);

bool is_sliver(double area_m2, double perimeter_m, const SliverLimits& limits);

}  // namespace yongdi::inventory
