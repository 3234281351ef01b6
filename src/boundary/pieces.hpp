#pragma once
// The land a park kept, gained and lost, drawn.
#include <cstdint>
#include <string_view>
#include <vector>

#include "boundary/comparison.hpp"

namespace yongdi::boundary {

enum class PieceKind : std::uint8_t { gained, lost, kept };
std::string_view to_text(PieceKind kind);

struct Piece {
  PieceKind kind = PieceKind::kept;
  double area_m2 = 0;      // of the row's balance
  geometry::Region shape;  // empty when GEOS could not draw it
};

// Of a row that speaks for itself, once look_at_outlines() has seen it; land below noise_m2 and hairlines along the line are rounding of coordinates and no
// piece.
std::vector<Piece> pieces(const ParkChange& row, const Version& before, const Version& after, double noise_m2, geometry::Shaper& shaper);

}  // namespace yongdi::boundary
