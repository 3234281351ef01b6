#pragma once
// Two versions of the outlines of all parks compared: what became of each park, how much land it kept, gained and lost, and which parcels and
// protected areas that concerns.
//
// Every area is a sum of covers (facts/cover.hpp), so kept + lost is the land of before and kept + gained the land of after. The labels of a cover:
// CoverKind::park is an outline of before (index below before.size()) or of after (index − before.size()); CoverKind::parcel and
// CoverKind::constraint are positions in Surroundings.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "boundary/match.hpp"
#include "boundary/version.hpp"
#include "facts/cover.hpp"
#include "geometry/shapes.hpp"

namespace yongdi::boundary {

// Land before and after, of a park or of all.
struct Balance {
  double kept_m2 = 0, gained_m2 = 0, lost_m2 = 0;
  [[nodiscard]] double before_m2() const { return kept_m2 + lost_m2; }
  [[nodiscard]] double after_m2() const { return kept_m2 + gained_m2; }
  // Intersection over union; empty where there is no land.
  [[nodiscard]] std::optional<double> iou() const;
};

// One park of either version. Where several belong together (split, merged, renamed), one row speaks for all of them: that of the park that was
// split, of the one that others were merged into, of the new name. The others are `part_of` it, and their balance sets their own outline against all
// outlines of the other version; rows without part_of add up.
struct ParkChange {
  std::string park_id, name;
  Change change = Change::unchanged;
  std::optional<std::string> part_of;
  std::vector<std::uint32_t> before, after;  // the outlines the row compares
  bool leaf = true;
  Balance balance;
  // How far the outline went, at most; for a park that moved, how far it moved. Empty where there is nothing to compare with.
  std::optional<double> greatest_shift_m;
  std::optional<geometry::Point> moved_by_m;
  std::optional<double> declared_before_m2, declared_after_m2, approved_before_m2, approved_after_m2;  // sums, where every part is known
};

enum class ParcelMove : std::uint8_t { enters, leaves, cut };
std::string_view to_text(ParcelMove move);

// A parcel whose land in a park changed: it lies wholly in the park now, or wholly outside, or the new outline cuts it.
struct ParcelChange {
  std::uint32_t park = 0;    // position among the park changes
  std::uint32_t parcel = 0;  // position in Surroundings::parcels
  ParcelMove move = ParcelMove::cut;
  Balance balance;  // of the parcel's land in the park
};

// Land of one kind of protected or bounded area in a park.
struct ConstraintChange {
  std::optional<std::uint32_t> park;  // position among the park changes; empty: all parks together, every square metre once
  std::string kind;
  Balance balance;
};

struct Parcel {
  double area_m2 = 0, perimeter_m = 0;
};
struct Surroundings {
  std::vector<Parcel> parcels;
  std::vector<std::string> constraint_kind;  // of every polygon
  std::vector<std::string> kinds;            // what to report, in this order, also where no park has any
};
// The kind under which land outside the urban development boundary is reported, beside that inside.
inline constexpr std::string_view kUrbanBoundary = "urban_boundary", kOutsideUrbanBoundary = "outside_urban_boundary";

// Every square metre once, of the union of all outlines and of the union of those that have no sub-parks. Land that left a park may still lie inside
// the outline of the zone above it, and then the zones have lost nothing.
struct Totals {
  Balance all, leaves;
  double lost_inside_zones_m2 = 0;    // land of leaves before, of zones alone after
  double gained_inside_zones_m2 = 0;  // and the other way round
};

struct Comparison {
  std::vector<ParkChange> parks;  // by id
  Totals totals;
  std::vector<ParcelChange> parcels;
  std::uint64_t parcels_within_noise = 0;  // touched by no more than a strip of survey noise, and not listed
  std::vector<ConstraintChange> constraints;
};

// noise_m: no farther than this an outline may run from the other to be the same but for survey noise; and a parcel of which no more than a strip
// that wide all along its outline changed hands is neither entering nor leaving nor cut.
Comparison compare(const Version& before, const Version& after, const facts::Covers& covers, const Surroundings& surroundings, double noise_m);

// What outlines say of a row that speaks for itself (no part_of): unchanged, noise, moved or changed, and how far. One row at a time, in any order;
// may throw std::runtime_error with GEOS's words where outlines of several parks cannot be united.
void look_at_outlines(ParkChange& row, const Version& before, const Version& after, double noise_m, geometry::Shaper& shaper);

}  // namespace yongdi::boundary
