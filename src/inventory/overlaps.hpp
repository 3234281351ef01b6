#pragma once
// Overlaps of features of one layer as findings with their shape. Shared land that is a sliver by the project's tolerances is survey noise: it is in
// every sum, but no finding.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "cadastre/raw_layer.hpp"
#include "findings/finding.hpp"
#include "inventory/account.hpp"

namespace yongdi::inventory {

struct Policy;
// Layers and shapes in the order of facts::CoverKind: park, approval, parcel, building. Returns the overlays that needed the precision grid.
using Layers = std::array<const cadastre::Layer*, 4>;
using Shapes = std::array<const std::vector<const geometry::Region*>*, 4>;
std::uint64_t draw_overlaps(std::span<const Overlap> overlaps, const Layers& layers, const Shapes& shapes, const Policy& policy,
                            const cadastre::Workers& workers, std::vector<findings::Finding>& findings);

}  // namespace yongdi::inventory
