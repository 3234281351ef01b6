#pragma once
// Writes a ledger: a GeoPackage 1.3 with styles, spatial indexes and the project's own tables. Written aside and renamed when whole; a killed run
// leaves the old file or none. Same rows, same bytes: no clock (the as-of day is the time of change), one commit.
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "facts/table.hpp"
#include "ledger/columns.hpp"
#include "ledger/rows.hpp"
#include "ledger/spatial_reference.hpp"
#include "ledger/styles.hpp"

namespace yongdi::ledger {

// Hands over the rows of a table part by part, each good until the next is asked for; an empty part ends it.
template <class Row>
using NextPart = std::function<std::span<const Row>()>;

class Writer {
 public:
  // Throws findings::Failure (Exit::output): exists and overwrite is false; folder missing; not writable.
  static void require_writable(const std::filesystem::path& path, bool overwrite);

  // Checks the same. Nothing is created at the path before finish(): until then there is a file beside it, named after it and the process.
  // Every other member throws findings::Failure (Exit::output), too, with SQLite's words, when the disk refuses; std::logic_error for figures that
  // are not finite and for shapes that are not of the table's kind.
  Writer(const std::filesystem::path& path, bool overwrite, const SpatialReference& reference, Day as_of, std::vector<Style> styles = {});
  ~Writer();  // removes what was not finished
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Creates the table (also when there are no rows) and writes the rows in the order given. Each row type once.
  template <class Row>
  void write(const NextPart<Row>& next);
  template <class Row>
  void write(std::span<const Row> rows) {
    write<Row>([&] { return std::exchange(rows, {}); });
  }
  // parcel_fact, approval_fact, or a table of records: subject id, source, row, and the columns the table has. ids[i] belongs to table.rows[i]; an empty
  // one becomes NULL. Declared figures are
  // kept as REAL; one that a binary number cannot keep (1 mu = 2000/3 m²) is kept as a fraction in fact_exact as well, so that Reader gives back
  // the very number. Where each was read goes into fact_source and fact_join.
  void write_facts(const facts::Table& table, std::span<const std::string> ids);
  // Styles, indexes, final checks; renames the file into place. Returns when it is safe on disk.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace yongdi::ledger
