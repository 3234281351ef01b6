#pragma once
// Surveyed land status laid over parks, parcels and buildings: which polygons of the survey cover how much of the land a park holds, and what stands on
// it. Codes mean nothing here.
#include <cstdint>
#include <optional>
#include <vector>

#include "inventory/inventory.hpp"

namespace yongdi::inventory {

struct StatusPiece {
  std::uint32_t park = 0;             // who holds the land
  std::vector<std::uint32_t> status;  // positions in the survey, ascending; empty: not surveyed
  double area_m2 = 0;
  std::vector<Share> parcels, buildings;  // of supplied parcels and standing buildings, ascending
};

// Pieces by park, then by polygons. Land outside all parks is left out.
std::vector<StatusPiece> take_status(const cadastre::Layer& survey, const cadastre::Cadastre& cadastre, const Claims& claims, const ParkTree& parks, const Policy& policy, const Measuring& measuring,
                                     const cadastre::Workers& workers);

}  // namespace yongdi::inventory
