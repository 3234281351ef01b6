#pragma once
// What two ledgers say differently, table by table. Rows are matched by their leading columns, as few of them as tell all rows of both tables apart
// (park_id; parcel_id and park_id; …), so a row keeps its identity while its figures move. Shapes are compared as they are written; styles are not.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace yongdi::ledger {

// One cell that is not the same. Empty: NULL, not known.
struct Moved {
  std::string row;  // the row's leading columns: "4418022017B00012", "K01, idle"
  std::optional<std::string> before, after;
  std::optional<double> by;  // after − before, where both are figures
};

struct ColumnDifference {
  std::string column;        // "shape" for the geometry
  std::uint64_t count = 0;   // cells that differ, in rows that both have
  std::vector<Moved> moved;  // the largest first; words and days, of which none is larger, in the order of the rows
};

struct TableDifference {
  std::string table;
  std::uint64_t changed = 0, added = 0, removed = 0;  // rows
  std::vector<ColumnDifference> columns;              // in the order of the table; only those that differ
  std::vector<std::string> added_rows, removed_rows;  // the first of them, by their leading columns
};

// Tables that differ, by name. At most `examples` cells per column and rows per list are kept. Throws findings::Failure (Exit::input) for a file that
// is no ledger or cannot be read.
std::vector<TableDifference> differences(const std::filesystem::path& before, const std::filesystem::path& after, std::size_t examples);

}  // namespace yongdi::ledger
