#pragma once
// Shapes made from shapes, for drawing and for telling pieces apart. Areas that count are not taken from here but from the sweep (inventory):
// one authority per figure.
//
// Traced on a lattice of a micrometre first (traced_overlay.hpp), in the sources' own coordinates; where that yields no certificate, or a result that
// cannot be right, by GEOS on a precision grid, and the failure is counted in `fallbacks`. When the grid fails too, throws std::runtime_error with GEOS's
// message; callers turn it into a finding.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geometry/region.hpp"

namespace yongdi::geometry {

class TracedOverlay;

// One per worker thread.
class Shaper {
 public:
  // grid_m: cell of the precision grid that the fallback snaps to.
  explicit Shaper(double grid_m);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // All of these want valid regions and give valid, oriented ones (orient()), polygons only: shared lines and points have no area.
  Region minus(const Region& from, std::span<const Region* const> what);  // from − (union of what)
  Region intersection(const Region& a, const Region& b);
  Region unite(std::span<const Region* const> regions);
  // The region with whatever is narrower than that filled in: grown by half the width and shrunk again, corners kept sharp.
  [[nodiscard]] Region filled(const Region& region, double width_m) const;
  [[nodiscard]] std::uint64_t fallbacks() const { return m_fallbacks; }

 private:
  double m_grid_m;
  std::unique_ptr<TracedOverlay> m_traced;
  std::uint64_t m_fallbacks = 0;
};

// The connected pieces: one region per polygon.
std::vector<Region> pieces(const Region& region);

}  // namespace yongdi::geometry
