#pragma once
// Parks, approvals, parcels and buildings as the program works with them: everything in the working CRS, sorted by id, judged for validity,
// with the row of facts each came with.
#include <optional>
#include <string>
#include <vector>

#include "cadastre/records.hpp"
#include "facts/table.hpp"
#include "findings/finding.hpp"
#include "geometry/region.hpp"

namespace yongdi::cadastre {

enum class Valid : std::uint8_t { yes, no, repaired };  // no: missing, not finite, or not repairable within the tolerance

struct Feature {
  std::string id;
  // The shape that counts: as read when valid, repaired when it could be. With Valid::no it is what was read (for drawing) and takes no part in
  // any area, except that a parcel's land is then undecided. Coordinates are always finite: what is not cannot be drawn, and leaves an empty shape.
  geometry::Region shape;
  Valid valid = Valid::yes;
  double plane_m2 = 0;      // of `shape`; not known (NaN) with Valid::no
  double ellipsoid_m2 = 0;  // likewise
};

// features[i] belongs to table.rows[i]; both ascending by id.
struct Layer {
  facts::Table table;
  std::vector<Feature> features;
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
};

// Where a row, or its value of a field, was read, for a finding about it: the source, the row, and the source's own name of the field.
findings::Place place(const facts::Table& table, const facts::Row& row, std::string_view field = {});

struct Cadastre {
  Layer parks{{facts::Layer::parks, {}, {}, {}}, {}};
  Layer approvals{{facts::Layer::approvals, {}, {}, {}}, {}};
  Layer parcels{{facts::Layer::parcels, {}, {}, {}}, {}};
  Layer buildings{{facts::Layer::buildings, {}, {}, {}}, {}};
  Records causes{facts::Layer::causes};    // about parcels
  Records reasons{facts::Layer::reasons};  // about approvals
  Records firms{facts::Layer::firms};      // about parcels
  bool has_approvals = false;  // without the layer unsupplied land is "not assessed", never zero
  bool has_buildings = false;
};

}  // namespace yongdi::cadastre
