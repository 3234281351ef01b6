#pragma once
// The land account: sums of covers. Plain arithmetic, no geometry: what the sweep measured is shared out here among parks, approvals and parcels, and
// every square metre of a park gets exactly one class.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "facts/cover.hpp"
#include "inventory/claims.hpp"
#include "inventory/park_tree.hpp"

namespace yongdi::inventory {

struct Share {
  std::uint32_t index = 0;  // position of the other feature in its layer
  double area_m2 = 0;
};

struct ParcelLand {
  double area_m2 = 0;
  double in_parks_m2 = 0;       // in the union of parks
  double in_approvals_m2 = 0;   // in the union of approvals that exist
  std::vector<Share> held;       // by the park that holds it, ascending; adds up to in_parks_m2
  std::vector<Share> parks;      // the same, and for every park above the holder too
  std::vector<Share> approvals;  // parcel ∩ approval, ascending
  std::vector<Share> buildings;  // parcel ∩ building, ascending
};

struct ApprovalLand {
  double supplied_m2 = 0, unsupplied_m2 = 0, sliver_m2 = 0;
  double overlap_m2 = 0;  // land of an earlier approval
  std::vector<Share> parks;  // all its land, by the park that holds it and every park above, ascending
  // Unsupplied land by the park that holds it; the last one, without a park, is land outside all parks.
  struct InPark {
    std::optional<std::uint32_t> park;
    double area_m2 = 0;
  };
  std::vector<InPark> unsupplied;
  [[nodiscard]] double area_m2() const { return supplied_m2 + unsupplied_m2 + sliver_m2 + overlap_m2; }
};

struct ParkLand {
  std::array<double, kLandClassCount> by_class{};
  double approved_m2 = 0;  // land the park holds under any approval, counted once
  double supplied_m2 = 0;  // land the park holds under any supplied parcel, counted once
  std::uint64_t pieces = 0;  // covers it is made of: what the tolerance of its balance is counted by
  [[nodiscard]] double area_m2() const;
  [[nodiscard]] double of(LandClass land_class) const { return by_class[static_cast<std::size_t>(land_class)]; }
};

struct BuildingLand {
  double area_m2 = 0, on_parcels_m2 = 0;
};

// Two features of one layer that share land. Of two parks the first is the one that holds it; otherwise first < second.
struct Overlap {
  facts::CoverKind kind = facts::CoverKind::parcel;
  std::uint32_t first = 0, second = 0;
  double area_m2 = 0;
};

struct Account {
  std::vector<ParkLand> parks;
  ParkLand outside;  // land under a parcel or an approval that lies in no park (核准范围外): in no figure of any park
  std::vector<ApprovalLand> approvals;
  std::vector<ParcelLand> parcels;
  std::vector<BuildingLand> buildings;
  std::vector<Overlap> overlaps;  // ascending by kind, first, second
};

// noise_m2: shared land below this is rounding of coordinates and links nothing (it still counts in every sum).
Account account(const facts::Covers& covers, const Claims& claims, const ParkTree& parks, bool has_approvals, double noise_m2);

}  // namespace yongdi::inventory
