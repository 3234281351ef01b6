#include "ledger/geopackage.hpp"

#include <algorithm>
#include <array>

namespace yongdi::ledger {
namespace {

// GeoPackage 1.3 (OGC 12-128r17), annex C: tables 3, 4, 6 and 13.
constexpr std::string_view kFrame = R"(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
   || 'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
   || 'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
)";

// For a system that no authority numbers; beyond every EPSG code in use.
constexpr std::int32_t kOwnSystem = 100000;

std::string_view sql_type(Type type) {
  constexpr std::array<std::string_view, 4> kTypes = {"TEXT", "INTEGER", "REAL", "DATE"};
  return kTypes.at(static_cast<std::size_t>(type));
}

}  // namespace

void begin_geopackage(Database& database) {
  // Nobody else sees the file before it is whole, so neither journal nor early syncing protects anything. Larger pages were measured to gain nothing
  // and make a small ledger several times as large.
  database.run(
      "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536; PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; BEGIN EXCLUSIVE");
}

std::int32_t srs_id(const SpatialReference& reference) { return reference.code > 0 ? reference.code : kOwnSystem; }

void create_frame(Database& database, const SpatialReference& reference) {
  database.run(std::string(kFrame));
  Statement add = database.prepare("INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)");
  add.bind(0, std::string_view(reference.name));
  add.bind(1, std::int64_t{srs_id(reference)});
  add.bind(2, std::string_view(reference.organization));
  add.bind(3, std::int64_t{srs_id(reference)});
  add.bind(4, std::string_view(reference.wkt));
  add.run();
}

void create_table(Database& database, const TableInfo& table, const std::vector<ColumnInfo>& columns) {
  std::string sql = "CREATE TABLE " + sql_name(table.name) + " (fid INTEGER PRIMARY KEY NOT NULL";
  if (!table.geometry.empty()) sql += ", geom " + std::string(table.geometry);
  for (const ColumnInfo& column : columns) sql += ", " + sql_name(column.name) + " " + std::string(sql_type(column.type));
  database.run(sql + ")");
}

void register_table(Database& database, const TableInfo& table, const std::optional<Bounds>& extent, std::int32_t srs, Day as_of) {
  const bool layer = !table.geometry.empty();
  const std::string time = time_of(as_of);
  Statement content = database.prepare("INSERT INTO gpkg_contents VALUES (?1,?2,?1,?3,?4,?5,?6,?7,?8,?9)");
  content.bind(0, table.name);
  content.bind(1, std::string_view(layer ? "features" : "attributes"));
  content.bind(2, table.zh);
  content.bind(3, std::string_view(time));
  if (extent) {
    int place = 4;
    for (const double edge : {extent->min_x, extent->min_y, extent->max_x, extent->max_y}) content.bind(place++, edge);
  }
  if (layer) content.bind(8, std::int64_t{srs});
  content.run();
  if (!layer) return;

  Statement geometry = database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)");
  geometry.bind(0, table.name);
  geometry.bind(1, table.geometry);
  geometry.bind(2, std::int64_t{srs});
  geometry.run();
  Statement extension = database.prepare(
      "INSERT INTO gpkg_extensions VALUES (?,'geom','gpkg_rtree_index','http://www.geopackage.org/spec130/#extension_rtree','write-only')");
  extension.bind(0, table.name);
  extension.run();
}

void create_lookups(Database& database, const TableInfo& table) {
  for (std::string_view rest = table.lookup; !rest.empty();) {
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    const std::string_view column = rest.substr(0, blank);
    database.run("CREATE INDEX " + sql_name(std::string(table.name) + "_by_" + std::string(column)) + " ON " + sql_name(table.name) + " (" +
                 sql_name(column) + ")");
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
}

std::string time_of(Day as_of) { return as_of.to_iso() + "T00:00:00.000Z"; }

}  // namespace yongdi::ledger
