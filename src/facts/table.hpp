#pragma once
// One input layer as read and normalised: plain values by canonical field, each row with the place it came from. This is what every verdict is made
// from, what the ledger keeps as `parcel_fact` and `approval_fact`, and what `explain` reads back.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/field.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::facts {

// monostate: not known (absent, blank, a sentinel such as 1900-01-01, or unreadable with a finding).
using Value = std::variant<std::monostate, std::string, measures::Day, measures::Exact>;

// A row of a joined table that belongs to a row of the layer.
struct Partner {
  std::uint32_t source = 0;  // position in Table::sources
  std::int64_t number = 0;   // row in that source
  friend bool operator==(const Partner&, const Partner&) = default;
};

// The value whole, as text: what ids are compared by; empty when not known.
std::string to_text(const Value& value);

struct Row {
  std::uint32_t source = 0;   // position in Table::sources
  std::int64_t number = 0;    // row in that source, as its program shows it
  std::vector<Value> values;  // one per Table::columns
  // Where joined tables filled blanks: filled_by holds one number per value, 0 for this very row, k for partners[k - 1]. Empty: all from this row.
  std::vector<Partner> partners = {};
  std::vector<std::uint8_t> filled_by = {};
};

// A column of a source that gives a field. Several sources may: the layer's own column, and those of joined tables for what it leaves blank.
struct Origin {
  std::size_t field = 0;     // position in fields(layer)
  std::uint32_t source = 0;  // position in Table::sources
  std::string header;        // as the source calls it
  std::string unit;          // the unit its numbers were read in, by its name in a project file, or "%"; empty for none
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct Table {
  Layer layer = Layer::parcels;
  std::vector<std::string> sources;  // as named in the project file
  std::vector<std::size_t> columns;  // positions in fields(layer), ascending; only the fields the input has
  std::vector<Row> rows;
  std::vector<Origin> origins = {};  // by field, then in the order in which the sources were joined

  // Whether the input has that field at all.
  [[nodiscard]] bool has(std::string_view field) const;
  // Adds those of `fields` that the table has not, not known in any row.
  void add_columns(const std::vector<std::size_t>& fields);
  // The value of a field that the table has; its position in fields(layer).
  [[nodiscard]] Value& value(Row& row, std::size_t field) const;
};

// Where the value of a field in a row was read; where it is blank, the column that would hold it. Empty header: no source has such a column.
struct Whence {
  std::string_view source, header, unit;
  std::optional<std::int64_t> row;  // empty: that source has no row for this one
};
Whence whence(const Table& table, const Row& row, std::string_view field);

// Typed access to the columns of a table; made once per table, then used for every row. A field that the input lacks reads as not known.
// Throws std::logic_error for a name that is no canonical field of the layer.
class Column {
 public:
  Column(const Table& table, std::string_view field);
  [[nodiscard]] const std::string* text(const Row& row) const;  // null when not known
  [[nodiscard]] std::optional<measures::Day> day(const Row& row) const;
  [[nodiscard]] std::optional<measures::Exact> exact(const Row& row) const;
  [[nodiscard]] bool known(const Row& row) const;
  [[nodiscard]] bool present() const { return m_position != kNoField; }

 private:
  std::size_t m_position = kNoField;
};

}  // namespace yongdi::facts
