#include "ledger/query.hpp"

#include <gtest/gtest.h>

#include "findings/failure.hpp"
#include "ledger/query_guard.hpp"
#include "written.hpp"

namespace yongdi::ledger {
namespace {

class Query : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_folder = new Folder;
    write_ledger(*s_folder / "a.gpkg");
  }
  static void TearDownTestSuite() { delete s_folder; }

  static std::vector<std::string> ask(std::string_view sql) {
    std::vector<std::string> values;
    query(*s_folder / "a.gpkg", sql,
          {[](const std::vector<std::string>&) {},
           [&](const std::vector<Cell>& cells) {
             for (const Cell& cell : cells) {
               if (const auto* text = std::get_if<std::string_view>(&cell)) values.emplace_back(*text);
               if (const auto* whole = std::get_if<std::int64_t>(&cell)) values.push_back(std::to_string(*whole));
               if (const auto* real = std::get_if<double>(&cell)) values.push_back(std::to_string(*real));
               if (std::holds_alternative<std::monostate>(cell)) values.emplace_back("NULL");
             }
           }});
    return values;
  }
  using Values = std::vector<std::string>;
  static Folder* s_folder;
};
Folder* Query::s_folder = nullptr;

TEST_F(Query, SpatialFunctionsTakeTheShapesAsTheyAre) {
  EXPECT_EQ(ask("SELECT parcel_id, ST_Area(geom) FROM parcel ORDER BY 1"), (Values{"Z1", "10000.000000", "Z2", "10000.000000"}));
  EXPECT_EQ(ask("SELECT ST_SRID(geom), ST_GeometryType(geom) FROM park"), (Values{"4526", "MULTIPOLYGON"}));
  EXPECT_EQ(ask("SELECT count(*) FROM parcel a, parcel b WHERE a.fid < b.fid AND ST_Intersects(a.geom, b.geom)"), Values{"1"});
  EXPECT_EQ(ask("SELECT ST_AsText(ST_Centroid(geom)) FROM parcel LIMIT 1"), Values{"POINT(38500050 2600050)"});
}

TEST_F(Query, QuestionsAReaderAsks) {
  EXPECT_EQ(ask("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4) SELECT sum(i) FROM n;"), Values{"10"});
  EXPECT_EQ(ask("SELECT park_id FROM unsupplied -- outside every park"), Values{"NULL"});
  EXPECT_EQ(ask("SELECT x'00FF'"), Values{"00FF"});
  EXPECT_EQ(ask("SELECT name FROM pragma_table_info('receipt')"), (Values{"fid", "key", "value"}));
  EXPECT_EQ(ask("SELECT sum(value) FROM json_each('[1, 2, 3]')"), Values{"6"});
  EXPECT_TRUE(ask("SELECT parcel_id FROM parcel WHERE 0").empty());
}

TEST_F(Query, EverythingElseIsRefusedWithWords) {
  const char* const forbidden[] = {
      "DELETE FROM parcel",
      "UPDATE parcel SET idle = 'no'",
      "INSERT INTO receipt VALUES (9, 'a', 'b')",
      "WITH x AS (SELECT 1) DELETE FROM parcel",
      "CREATE TABLE t (a)",
      "CREATE TEMP TABLE t AS SELECT 1",
      "CREATE VIRTUAL TABLE temp.t USING VirtualText('/etc/passwd', 'UTF-8', 0, POINT, NONE, ':')",
      "DROP TABLE parcel",
      "ALTER TABLE parcel RENAME TO q",
      "ATTACH '/tmp/other.db' AS o",
      "DETACH main",
      "VACUUM INTO '/tmp/copy.db'",
      "REINDEX",
      "ANALYZE",
      "BEGIN",
      "SAVEPOINT s",
      "PRAGMA writable_schema = 1",
      "PRAGMA database_list",
      "SELECT * FROM pragma_database_list",
      "SELECT load_extension('mod_spatialite')",
      "SELECT fts3_tokenizer('simple')",
      "SELECT InitSpatialMetaData(1)",
      "SELECT CreateUUID(), DropTable(NULL, 'parcel')",
      "SELECT XB_Create(x'00', 1, 'http://example.org/schema.xsd')",
      "SELECT Zipfile_NumSHP('/tmp/a.zip')",
      "SELECT PROJ_SetDatabasePath('/tmp/x')",
      "SELECT SqlProc_Execute(x'00')",
      "SELECT EnablePause(), Pause()",
      "SELECT DisableGpkgAmphibiousMode()",
      "SELECT 1; SELECT 2",
      "SELECT 1; DROP TABLE parcel",
  };
  const std::string before = bytes_of(*s_folder / "a.gpkg");
  for (const char* sql : forbidden) {
    try {
      ask(sql);
      ADD_FAILURE() << sql << " was not refused";
    } catch (const findings::Failure& failure) {
      EXPECT_EQ(failure.status(), findings::Exit::usage) << sql;
      EXPECT_NE(failure.text().zh.find("台账只读"), std::string::npos) << sql << ": " << failure.text().zh;
      EXPECT_NE(failure.text().en.find("read-only"), std::string::npos) << sql << ": " << failure.text().en;
    }
  }
  EXPECT_EQ(bytes_of(*s_folder / "a.gpkg"), before);
  EXPECT_EQ(s_folder->names(), std::vector<std::string>{"a.gpkg"});
}

// Registered only when an environment variable of SpatiaLite's asks for them, so the guard must know them by name.
TEST(QueryGuard, FunctionsThatReachFilesAreRefusedByName) {
  for (const char* name : {"BlobFromFile",
                           "BlobToFile",
                           "eval",
                           "ExportDBF",
                           "ExportDXF",
                           "ExportGeoJSON",
                           "ExportGeoJSON2",
                           "ExportKML",
                           "ExportSHP",
                           "ImportDBF",
                           "ImportDXF",
                           "ImportDXFfromDir",
                           "ImportGeoJSON",
                           "ImportSHP",
                           "ImportWFS",
                           "ImportXLS",
                           "ImportZipDBF",
                           "ImportZipSHP",
                           "PROJ_GuessSridFromSHP",
                           "PROJ_GuessSridFromZipSHP",
                           "SqlProc_FromFile",
                           "SqlProc_SetLogfile",
                           "XB_LoadXML",
                           "XB_StoreXML",
                           "load_extension",
                           "LOAD_EXTENSION",
                           "readfile",
                           "writefile",
                           "edit"}) {
    EXPECT_FALSE(is_function_allowed(name)) << name;
  }
  for (const char* name : {"ST_Area", "Area", "AddPoint", "sum", "json_extract", "ST_Transform", "MakePoint", "ExteriorRing", "Intersection",
                           "IsValidReason", "like", "->>", "CastToMulti", "Envelope", "Extent", "EndPoint"}) {
    EXPECT_TRUE(is_function_allowed(name)) << name;
  }
}

TEST_F(Query, WrongSqlIsAnsweredInTheReadersLanguage) {
  struct Case {
    const char* sql;
    const char *words, *zh;
  };
  for (const auto& [sql, words, zh] :
       {Case{"SELECT colour FROM parcel", "no such column: colour", "没有列 colour"}, Case{"SELEC 1", "syntax error", "问题在 \"SELEC\" 附近"},
        Case{"", "no statement", "没有语句"}, Case{"-- only a remark", "no statement", "没有语句"},
        Case{"SELECT * FROM plots", "no such table: plots", "没有表 plots"}, Case{"SELECT randomblob(2000000000)", "too big", "过大"}}) {
    try {
      ask(sql);
      ADD_FAILURE() << sql << " was taken for SQL";
    } catch (const findings::Failure& failure) {
      EXPECT_EQ(failure.status(), findings::Exit::usage) << sql;
      EXPECT_NE(failure.text().en.find(words), std::string::npos) << sql << ": " << failure.text().en;
      EXPECT_NE(failure.text().zh.find(zh), std::string::npos) << sql << ": " << failure.text().zh;
    }
  }
}

TEST_F(Query, AFileThatIsNoLedgerIsAnInputFailure) {
  try {
    query(*s_folder / "none.gpkg", "SELECT 1", {});
    ADD_FAILURE();
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::input);
  }
}

}  // namespace
}  // namespace yongdi::ledger
