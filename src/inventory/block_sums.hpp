#pragma once
// One zone, several parks (一区多园): the approved areas of the blocks against the approved total above them.
#include <vector>

#include "cadastre/cadastre.hpp"
#include "findings/finding.hpp"
#include "inventory/park_tree.hpp"
#include "measures/exact.hpp"

namespace yongdi::inventory {

// Adds BLOCK_SUM_MISMATCH for every park whose approved area differs from the sum of those directly below it by more than `allowed_m2`; compared
// exactly, and a difference of just that much is allowed. Where one of the areas is not known, neither is the sum, and nothing is said.
void check_block_sums(const cadastre::Layer& parks, const ParkTree& tree, const measures::Exact& allowed_m2,
                      std::vector<findings::Finding>& findings);

}  // namespace yongdi::inventory
