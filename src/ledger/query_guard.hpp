#pragma once
// What a query may do, decided while SQLite compiles it: read the tables and compute; nothing else.
#include <sqlite3.h>

#include <optional>
#include <string_view>

#include "findings/failure.hpp"

namespace yongdi::ledger {

// Stands over a connection as long as it lives.
class QueryGuard {
 public:
  explicit QueryGuard(sqlite3* database);
  ~QueryGuard();
  QueryGuard(const QueryGuard&) = delete;
  QueryGuard& operator=(const QueryGuard&) = delete;

  // The first thing that was asked for and refused, named for a message: "ATTACH", "函数 load_extension".
  [[nodiscard]] const std::optional<findings::Text>& refused() const { return m_refused; }

 private:
  static int judge(void* guard, int action, const char* first, const char* second, const char* database, const char* trigger);
  sqlite3* m_database;
  std::optional<findings::Text> m_refused;
};

// Whether a function only computes from its arguments (and the tables), judged by its name in any case.
bool is_function_allowed(std::string_view name);

}  // namespace yongdi::ledger
