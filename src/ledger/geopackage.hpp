#pragma once
// The frame of a GeoPackage 1.3: what the standard wants around the tables of the ledger.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/columns.hpp"
#include "ledger/shape.hpp"
#include "ledger/sqlite.hpp"
#include "ledger/writer.hpp"

namespace yongdi::ledger {

// Sets the file's marks and opens the one transaction. Before anything else is written.
void begin_geopackage(Database& database);
// The gpkg_… tables with the spatial references.
void create_frame(Database& database, const SpatialReference& reference);
// The number by which the layers name the working CRS.
std::int32_t srs_id(const SpatialReference& reference);
// An empty table: fid, geom (for layers), then the columns.
void create_table(Database& database, const TableInfo& table, const std::vector<ColumnInfo>& columns);
// An entry in the table of contents; layers also in the tables of geometry columns and extensions.
void register_table(Database& database, const TableInfo& table, const std::optional<Bounds>& extent, std::int32_t srs, Day as_of);
// Indexes on the columns by which rows are looked up.
void create_lookups(Database& database, const TableInfo& table);
// The day stands for every time of change, because a ledger knows no clock.
std::string time_of(Day as_of);

}  // namespace yongdi::ledger
