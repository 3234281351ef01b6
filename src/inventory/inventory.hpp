#pragma once
// Takes the inventory: from shapes to figures. After this nobody needs geometry any more, except to draw.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "cadastre/raw_layer.hpp"
#include "findings/finding.hpp"
#include "inventory/account.hpp"
#include "inventory/claims.hpp"
#include "inventory/park_tree.hpp"
#include "inventory/remainder.hpp"
#include "inventory/sweep.hpp"

namespace yongdi::inventory {

struct Policy {
  SliverLimits sliver;
  double grid_m;      // of the fallback overlay; its square is the noise below which shared land links nothing
  double balance_m2;  // allowed residual of a balance, per piece cut at a boundary
  bool ellipsoid;     // which area decides
};

// How land is measured: the areas of a shape, and the scale for covers (empty: plane).
struct Measuring {
  std::function<cadastre::Measure()> make_measure;  // one per thread
  AreaScale scale;
};

struct ParkOutline {
  geometry::Region shape;  // of a park with sub-parks: the union of its outline and theirs
  double plane_m2 = 0, ellipsoid_m2 = 0;
};

// The unsupplied land of an approval that one park holds (or none).
struct UnsuppliedPiece {
  std::uint32_t approval = 0;
  std::optional<std::uint32_t> park;
  double area_m2 = 0;
  geometry::Region shape;
};

struct Residual {
  std::string subject, id;
  double area_m2 = 0, sum_m2 = 0, allowed_m2 = 0;
  [[nodiscard]] double difference() const { return area_m2 - sum_m2; }
  [[nodiscard]] bool closes() const { return difference() <= allowed_m2 && -difference() <= allowed_m2; }
};

struct Inventory {
  Account account;
  std::vector<ParkOutline> parks;
  std::vector<UnsuppliedPiece> unsupplied;  // by approval, then park
  std::vector<Residual> residuals;          // every park and approval: outline's own area against the sum of its parts
  std::uint64_t fallbacks = 0;
};

// Called once the account stands; may look at it and change the classes in `claims`: true when it has, and the same covers are then accounted anew.
using Reclassify = std::function<bool()>;

// Fills `inventory` anew. Adds findings: PARKS_OVERLAP, APPROVALS_OVERLAP, PARCELS_OVERLAP, BUILDINGS_OVERLAP (drawn), SLIVERS, BUILDING_OUTSIDE,
// BALANCE_OPEN.
void take_inventory(const cadastre::Cadastre& cadastre, const Claims& claims, const ParkTree& parks, const Policy& policy, const Measuring& measuring,
                    const cadastre::Workers& workers, const Reclassify& reclassify, Inventory& inventory, std::vector<findings::Finding>& findings);

}  // namespace yongdi::inventory
