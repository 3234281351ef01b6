#pragma once
// A layer as the reader hands it over: already in the working CRS, but unsorted, with ids as written, shapes unjudged. normalise() makes a
// cadastre::Layer of it.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cadastre/cadastre.hpp"

namespace yongdi::cadastre {

enum class ShapeState : std::uint8_t { polygon, missing, not_polygon, not_finite, outside_crs };

struct RawFeature {
  geometry::Region shape;
  ShapeState state = ShapeState::polygon;
  // For the message: what stood there instead of a polygon ("Point", "LineString"); with outside_crs the name of the working CRS.
  std::string note;
};

struct RawLayer {
  facts::Table table;                // rows in the order of the source
  std::vector<RawFeature> features;  // features[i] belongs to table.rows[i]; empty for a table without shapes
  double declared_factor = 1;        // declared ÷ measured area where the whole column stands in another unit than it was read in
};

struct Tolerances {
  double area_mismatch;            // share: a repair that changes the area by more leaves it unknown; a declared area farther off is a finding
  bool ellipsoid_decides = false;  // which measure declared areas are compared with
};

struct Counts {
  std::uint64_t read = 0, used = 0, rejected = 0;  // read = used + rejected
};

// Areas of a region in the working CRS: (plane m², ellipsoid m²).
using Measure = std::function<std::pair<double, double>(const geometry::Region&)>;

// Ids made or numbered where missing or taken (rules of the contract: "blank~1f0c22ab" from the content; "Z5~2" by area, then first coordinate),
// shapes judged, repaired on a copy and measured, everything sorted by id. Adds findings: ID_MISSING, ID_DUPLICATE, GEOMETRY_*, OUTSIDE_CRS,
// RING_ORIENTED, AREA_NOT_POSITIVE, AREA_MISMATCH. Sets `counts`. Parks and buildings without a usable shape are rejected; approvals and parcels are
// kept, for their facts still count. `workers` runs body(first, last) over ranges, possibly in parallel; results do not depend on how.
using Workers = std::function<void(std::size_t count, const std::function<void(std::size_t first, std::size_t last)>& body)>;
Layer normalise(RawLayer raw, const Tolerances& tolerances, const std::function<Measure()>& make_measure, const Workers& workers,
                std::vector<findings::Finding>& findings, Counts& counts);

}  // namespace yongdi::cadastre
