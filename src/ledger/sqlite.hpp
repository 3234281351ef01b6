#pragma once
// SQLite held by owning handles, with every return code checked. Private to the room: nothing of SQLite shows in the headers others use.
//
// What SQLite refuses leaves as SqliteError with its own words; writer, reader and query turn that into a failure with file and mend.
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ledger/columns.hpp"

namespace yongdi::ledger {

class SqliteError : public std::runtime_error {
 public:
  SqliteError(int status, const std::string& words) : std::runtime_error(words), m_status(status) {}
  [[nodiscard]] int status() const { return m_status; }

 private:
  int m_status;
};

enum class Access : std::uint8_t {
  write,      // an existing (empty) file, for this process alone
  immutable,  // the file as it is: nothing is locked, replayed or left beside it
};

class Statement;

class Database {
 public:
  Database(const std::filesystem::path& path, Access access);

  // One or several statements without results.
  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  [[nodiscard]] bool has_table(std::string_view name) const;
  [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }
  // Closes and reports what only shows on closing.
  void close();

 private:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Closer> m_handle;
};

// Places and columns count from 0. Bound texts and blobs are not copied: they must live until the next step. (Days are.)
class Statement {
 public:
  Statement(sqlite3* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}

  void bind_cell(int place, const Cell& cell);
  void bind(int place, std::string_view text) { bind_text(place, text); }
  void bind(int place, std::int64_t value);
  void bind(int place, double value);  // throws std::logic_error for NaN and infinities: no figure of a ledger is either
  void bind(int place, Day value);
  void bind_blob(int place, std::string_view bytes);
  void bind_null(int place);

  // True while there is a row.
  bool step();
  // For statements without results: steps once and makes ready for the next binding.
  void run();

  [[nodiscard]] int column_count() const { return sqlite3_column_count(m_statement.get()); }
  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
  [[nodiscard]] std::string_view text(int column) const;  // until the next step
  [[nodiscard]] std::string_view blob(int column) const;  // until the next step
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
  // As a column of that type; throws SqliteError when the cell holds anything else.
  [[nodiscard]] Cell cell(int column, Type type) const;
  [[nodiscard]] sqlite3_stmt* handle() const { return m_statement.get(); }

 private:
  void bind_text(int place, std::string_view text);
  void check(int status) const;

  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* m_database;
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

// "name", with inner quotes doubled: names of columns are never pasted bare into SQL.
std::string sql_name(std::string_view name);

}  // namespace yongdi::ledger
