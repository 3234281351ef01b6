#pragma once
// The spatial index of a layer: an SQLite R-tree as the GeoPackage extension gpkg_rtree_index wants it, filled in one go.
#include <cstdint>
#include <string_view>
#include <vector>

#include "ledger/shape.hpp"
#include "ledger/sqlite.hpp"

namespace yongdi::ledger {

struct Indexed {
  std::int64_t fid;
  Bounds bounds;
};

// Creates rtree_<table>_geom with its triggers and enters the shapes. The tree depends on the shapes alone.
void create_spatial_index(Database& database, std::string_view table, std::vector<Indexed> shapes);

}  // namespace yongdi::ledger
