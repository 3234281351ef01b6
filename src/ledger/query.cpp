#include "ledger/query.hpp"

#include <sqlite3.h>
// SpatiaLite leaves it to others to declare what it uses of SQLite.
#include <spatialite.h>

#include <array>
#include <memory>

#include "findings/failure.hpp"
#include "ledger/open.hpp"
#include "ledger/query_guard.hpp"
#include "ledger/sqlite.hpp"

namespace yongdi::ledger {
namespace {

using findings::Exit;
using findings::Failure;

// SpatiaLite's own memory of a connection; it must outlive the connection.
struct CacheCloser {
  void operator()(void* cache) const { spatialite_cleanup_ex(cache); }
};
using SpatialCache = std::unique_ptr<void, CacheCloser>;

// The commonest of SQLite's words, which come in English only; the rest is given as it is.
findings::Text sql_words(const std::string& said) {
  struct Form {
    std::string_view before, after, zh_before, zh_after;  // the words around a name
  };
  constexpr Form kForms[] = {{"no such table: ", "", "没有表 ", ""},
                             {"no such column: ", "", "没有列 ", ""},
                             {"no such function: ", "", "没有函数 ", ""},
                             {"ambiguous column name: ", "", "几个表都有列 ", "，请写明表名"},
                             {"near ", ": syntax error", "语法不通，问题在 ", " 附近"},
                             {"incomplete input", "", "语句没有写完", ""},
                             {"string or blob too big", "", "结果过大", ""}};
  for (const Form& form : kForms) {
    if (!said.starts_with(form.before) || !said.ends_with(form.after)) continue;
    const std::string name = said.substr(form.before.size(), said.size() - form.before.size() - form.after.size());
    return {std::string(form.zh_before) + name + std::string(form.zh_after), said};
  }
  return {said, said};
}

[[noreturn]] void fail_wrong(const findings::Text& words) {
  throw Failure(Exit::usage, {"SQL 有误：" + words.zh + "。表和列的名称见 yongdi columns。",
                              "the SQL is wrong: " + words.en + ". The names of tables and columns are listed by yongdi columns."});
}

[[noreturn]] void fail_forbidden(const findings::Text& what) {
  throw Failure(Exit::usage,
                {"不允许" + what.zh +
                     "：台账只读。只接受一条 SELECT（或 WITH … SELECT）语句，可用 SQLite 与 SpatiaLite 的计算函数，不能写入、"
                     "附加数据库、加载扩展或读写文件。",
                 what.en + " is not allowed: a ledger is read-only. One SELECT (or WITH … SELECT) statement is accepted, with the computing "
                           "functions of SQLite and SpatiaLite; no writing, no ATTACH, no extension, no file."});
}

void prepare_connection(const Database& database) {
  // SpatiaLite's functions then take the geometries of a GeoPackage as they are.
  Statement amphibious = database.prepare("SELECT EnableGpkgAmphibiousMode()");
  amphibious.step();
  // ST_Transform looks a system up in a table that a GeoPackage does not have: one for this connection alone, with the ledger's own systems and the two
  // geographic ones that maps and receivers speak.
  for (const char* sql : {"PRAGMA temp_store = MEMORY",
                          "CREATE TEMP TABLE spatial_ref_sys (srid INTEGER PRIMARY KEY, auth_name TEXT, auth_srid INTEGER, ref_sys_name TEXT, "
                          "proj4text TEXT, srtext TEXT)",
                          "INSERT INTO temp.spatial_ref_sys SELECT srs_id, lower(organization), organization_coordsys_id, srs_name, '', definition "
                          "FROM gpkg_spatial_ref_sys WHERE srs_id > 0",
                          "INSERT OR IGNORE INTO temp.spatial_ref_sys VALUES (4490, 'epsg', 4490, 'CGCS2000', '', ''), (4326, 'epsg', 4326, 'WGS 84', '', '')"})
    database.prepare(sql).step();
  // Virtual tables declare themselves on first use, with what looks like a CREATE TABLE; for those that a query may use, the spatial indexes and the
  // table-valued functions, that must be over before the guard stands. Any other that a strange file may bring (a text file as a table) stays shut.
  static_cast<void>(database.prepare("SELECT 1 FROM json_each('[]'), json_tree('[]'), pragma_table_info('receipt'), pragma_table_xinfo('receipt')"));
  Statement indexes = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE %USING rtree(%'");
  while (indexes.step()) static_cast<void>(database.prepare("SELECT 1 FROM " + sql_name(indexes.text(0))));
}

// A reader's mistake must not take the machine down; these are far above what an honest question needs.
void set_limits(sqlite3* database) {
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  sqlite3_limit(database, SQLITE_LIMIT_EXPR_DEPTH, 500);
  sqlite3_limit(database, SQLITE_LIMIT_COMPOUND_SELECT, 100);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
}

// Compiles the one statement of the text.
Statement compile(const Database& database, std::string_view sql, const QueryGuard& guard) {
  if (sql.find('\0') != std::string_view::npos) fail_wrong({"其中有空字符（NUL）", "it contains a NUL character"});
  const std::string text(sql);
  sqlite3_stmt* handle = nullptr;
  const char* rest = nullptr;
  const int status = sqlite3_prepare_v2(database.handle(), text.c_str(), -1, &handle, &rest);
  Statement statement(database.handle(), handle);
  if (guard.refused()) fail_forbidden(*guard.refused());
  if (status != SQLITE_OK) fail_wrong(sql_words(sqlite3_errmsg(database.handle())));
  if (handle == nullptr) fail_wrong({"其中没有语句", "there is no statement in it"});
  sqlite3_stmt* second = nullptr;
  const int rest_status = sqlite3_prepare_v2(database.handle(), rest, -1, &second, nullptr);
  const Statement unwanted(database.handle(), second);
  if (second != nullptr || rest_status != SQLITE_OK) fail_forbidden({"一次执行多条语句", "more than one statement"});
  if (sqlite3_stmt_readonly(handle) == 0) fail_forbidden({"写入语句", "a statement that writes"});
  return statement;
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    text += {kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return text;
}

void deliver(Statement& statement, const QuerySink& sink) {
  const int count = statement.column_count();
  if (sink.header) {
    std::vector<std::string> names;
    for (int column = 0; column < count; ++column) names.emplace_back(sqlite3_column_name(statement.handle(), column));
    sink.header(names);
  }
  std::vector<Cell> cells(static_cast<std::size_t>(count));
  std::vector<std::string> blobs(cells.size());
  while (statement.step()) {
    for (int column = 0; column < count; ++column) {
      const auto place = static_cast<std::size_t>(column);
      switch (sqlite3_column_type(statement.handle(), column)) {
        case SQLITE_INTEGER:
          cells[place] = statement.integer(column);
          break;
        case SQLITE_FLOAT:
          cells[place] = statement.real(column);
          break;
        case SQLITE_TEXT:
          cells[place] = statement.text(column);
          break;
        case SQLITE_BLOB:
          blobs[place] = hexadecimal(statement.blob(column));
          cells[place] = std::string_view(blobs[place]);
          break;
        default:
          cells[place] = std::monostate();
      }
    }
    if (sink.row) sink.row(cells);
  }
}

}  // namespace

void query(const std::filesystem::path& ledger, std::string_view sql, const QuerySink& sink) {
  const SpatialCache cache(spatialite_alloc_connection());
  Database database = open_ledger(ledger);
  spatialite_init_ex(database.handle(), cache.get(), 0);
  try {
    prepare_connection(database);
  } catch (const SqliteError& error) {
    fail_unreadable(ledger, {error.what(), error.what()});
  }
  set_limits(database.handle());
  const QueryGuard guard(database.handle());
  try {
    Statement statement = compile(database, sql, guard);
    deliver(statement, sink);
  } catch (const SqliteError& error) {
    if (guard.refused()) fail_forbidden(*guard.refused());
    if ((error.status() & 0xFF) == SQLITE_CORRUPT || (error.status() & 0xFF) == SQLITE_IOERR) fail_unreadable(ledger, {error.what(), error.what()});
    fail_wrong(sql_words(error.what()));
  }
}

std::string sqlite_version() { return sqlite3_libversion(); }
std::string spatialite_version() { return ::spatialite_version(); }

}  // namespace yongdi::ledger
