#include "boundary/pieces.hpp"

#include <stdexcept>

namespace yongdi::boundary {

namespace {

using geometry::Region;

std::vector<const Region*> shapes(const Version& version, const std::vector<std::uint32_t>& parks) {
  std::vector<const Region*> result;
  for (const std::uint32_t park : parks) result.push_back(version[park].shape);
  return result;
}

// What all of `from` have outside all of `what`.
Region difference(const std::vector<const Region*>& from, const std::vector<const Region*>& what, geometry::Shaper& shaper) {
  return shaper.minus(from.size() == 1 ? *from.front() : shaper.unite(from), what);
}

Region draw(PieceKind kind, const std::vector<const Region*>& before, const std::vector<const Region*>& after, geometry::Shaper& shaper) {
  switch (kind) {
    case PieceKind::gained:
      return difference(after, before, shaper);
    case PieceKind::lost:
      return difference(before, after, shaper);
    case PieceKind::kept:
      break;
  }
  return shaper.intersection(before.size() == 1 ? *before.front() : shaper.unite(before), after.size() == 1 ? *after.front() : shaper.unite(after));
}

// Where nothing was gained the new outline is what was kept, and where nothing was lost the old one; null where both happened.
const Region* kept_whole(const ParkChange& row, const std::vector<const Region*>& before, const std::vector<const Region*>& after, double noise_m2) {
  if ((row.balance.gained_m2 < noise_m2 || row.change == Change::unchanged) && after.size() == 1) return after.front();
  if (row.balance.lost_m2 < noise_m2 && before.size() == 1) return before.front();
  return nullptr;
}

}  // namespace

std::string_view to_text(PieceKind kind) {
  constexpr std::string_view kNames[] = {"gained", "lost", "kept"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Piece> pieces(const ParkChange& row, const Version& before, const Version& after, double noise_m2, geometry::Shaper& shaper) {
  std::vector<Piece> result;
  if (row.part_of) return result;
  const std::vector<const Region*> old_ones = shapes(before, row.before), new_ones = shapes(after, row.after);
  const double areas_m2[] = {row.balance.gained_m2, row.balance.lost_m2, row.balance.kept_m2};
  // Kept land lies below in a drawing, so it comes first.
  for (const PieceKind kind : {PieceKind::kept, PieceKind::lost, PieceKind::gained}) {
    Piece piece{kind, areas_m2[static_cast<std::size_t>(kind)], {}};
    // Of an outline that did not change, what seems gained or lost is rounding of coordinates all along the line.
    if (piece.area_m2 < noise_m2 || (row.change == Change::unchanged && kind != PieceKind::kept)) continue;
    try {
      const Region* const whole = kind == PieceKind::kept ? kept_whole(row, old_ones, new_ones, noise_m2) : nullptr;
      piece.shape = whole != nullptr ? *whole : draw(kind, old_ones, new_ones, shaper);
      if (piece.shape.empty()) continue;  // hairlines thinner than what is drawn
    } catch (const std::runtime_error&) {
      // The area is known from the covers all the same; only the drawing is missing.
    }
    result.push_back(std::move(piece));
  }
  return result;
}

}  // namespace yongdi::boundary
