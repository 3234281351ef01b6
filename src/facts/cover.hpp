#pragma once
// What the overlay found out: which features lie over which land, and how much of it. This is all that the rules ever see of geometry.
//
// A cover is one set of features together with the area where exactly these features lie on top of each other. The covers of a run are disjoint
// and together make up all land that any feature covers, so every share, overlap, remainder and balance is a sum of covers.
#include <cstdint>
#include <span>
#include <vector>

namespace yongdi::facts {

// What a label stands for. The number behind it is the feature's position in its layer, which is sorted by id.
enum class CoverKind : std::uint8_t { park, approval, parcel, building, sliver, constraint };
inline constexpr std::size_t kCoverKindCount = 6;

struct Label {
  CoverKind kind = CoverKind::park;
  std::uint32_t index = 0;
  friend auto operator<=>(const Label&, const Label&) = default;
};

struct Cover {
  std::uint32_t first = 0;  // its labels: Covers::labels[first, first + count), ascending
  std::uint32_t count = 0;
  double area_m2 = 0;  // in the measure that decides (plane or ellipsoid)
};

struct Covers {
  std::vector<Label> labels;
  std::vector<Cover> covers;  // ascending by their labels
  [[nodiscard]] std::span<const Label> of(const Cover& cover) const { return {labels.data() + cover.first, cover.count}; }
};

}  // namespace yongdi::facts
