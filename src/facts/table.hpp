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

struct Row {
  std::uint32_t source = 0;   // position in Table::sources
  std::int64_t number = 0;    // row in that source, as its program shows it
  std::vector<Value> values;  // one per Table::columns
};

struct Table {
  Layer layer = Layer::parcels;
  std::vector<std::string> sources;  // as named in the project file
  std::vector<std::size_t> columns;  // positions in fields(layer), ascending; only the fields the input has
  std::vector<Row> rows;

  // Whether the input has that field at all.
  [[nodiscard]] bool has(std::string_view field) const;
};

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
