#pragma once
// Spatial SQL on a ledger, read-only: SpatiaLite's functions on; no writing, no ATTACH, no extension loading, no function that reaches a file.
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/columns.hpp"

namespace yongdi::ledger {

struct QuerySink {
  std::function<void(const std::vector<std::string>& names)> header;
  // One per result row; blobs come as a hexadecimal text, geometry functions as what they return.
  std::function<void(const std::vector<Cell>& cells)> row;
};
// Throws findings::Failure: Exit::input for the file; Exit::usage for SQL that is wrong or forbidden (and says which it is and what is allowed).
void query(const std::filesystem::path& ledger, std::string_view sql, const QuerySink& sink);

// "3.40.1" and "5.0.1".
std::string sqlite_version();
std::string spatialite_version();

}  // namespace yongdi::ledger
