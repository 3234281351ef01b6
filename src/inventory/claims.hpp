#pragma once
// Who claims land on the as-of day: the features that take part in the overlay, with what the rules have said of them so far.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "measures/day.hpp"

namespace yongdi::inventory {

// The classes of the land balance, in the order of precedence: where two claims meet, the earlier one has the land.
enum class LandClass : std::uint8_t {
  unsupplied,
  idle,
  pending,
  inefficient,
  undecided,
  building,
  completed,
  sliver,
  unapproved,
  not_assessed,
  held_elsewhere
};
inline constexpr std::size_t kLandClassCount = 11;
std::string_view to_text(LandClass land_class);

struct ParcelClaim {
  bool supplied = false;                          // contract by the as-of day, or not recorded; a future parcel claims nothing
  LandClass land_class = LandClass::undecided;    // what its land is in the balance
};

struct ApprovalClaim {
  bool exists = false;         // approved by the as-of day (or on a day nobody recorded)
  std::uint32_t rank = 0;      // the earlier approval has the land: by day, then by id
};

struct Claims {
  std::vector<ParcelClaim> parcels;      // one per cadastre.parcels.features
  std::vector<ApprovalClaim> approvals;  // one per cadastre.approvals.features
  std::vector<bool> buildings_count;     // one per cadastre.buildings.features: stands there on the as-of day
};

}  // namespace yongdi::inventory
