#pragma once
// A geometry as GeoPackage keeps it: a header with the spatial reference and the bounding box, then the ISO WKB (GeoPackage 1.3, 2.1.3).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yongdi::ledger {

struct Bounds {
  double min_x, min_y, max_x, max_y;
};

enum class ShapeKind : std::uint32_t { point = 1, polygon = 3, multipolygon = 6 };  // codes of ISO 13249-3 WKB

struct ShapeSummary {
  ShapeKind kind;
  bool empty;
  Bounds bounds;  // meaningless when empty
};

// Reads little-endian XY WKB of the kinds above, to its last byte. Throws std::logic_error for anything else: shapes are made by this program.
ShapeSummary summarise(std::string_view wkb);

// Replaces `blob` by the GeoPackage form of the shape.
void make_blob(std::string_view wkb, const ShapeSummary& summary, std::int32_t srs_id, std::string& blob);
// The WKB inside of it; empty when the bytes are no geometry of a GeoPackage.
std::optional<std::string_view> wkb_in(std::string_view blob);

}  // namespace yongdi::ledger
