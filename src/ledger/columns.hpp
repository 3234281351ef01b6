#pragma once
// Every column of the ledger, declared once: table, name, unit, meaning in both languages, and the member it is written from.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/rows.hpp"

namespace yongdi::ledger {

enum class Type : std::uint8_t { text, integer, real, date };
// What a column holds in one row; string_view lives as long as the row.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view, Day>;

struct ColumnInfo {
  std::string_view name;
  Type type;
  std::string_view unit;  // "m²", "万元/公顷", "1", "" …
  std::string_view zh, en;
};

template <class Row>
struct Column {
  ColumnInfo info;
  Cell (*cell)(const Row&);
};

// The columns of a row type, in the order of the contract.
template <class Row>
std::span<const Column<Row>> columns();

// What a table is: for creating it and for the dictionary.
struct TableInfo {
  std::string_view name;       // "parcel_park"
  std::string_view geometry;   // "MULTIPOLYGON", "GEOMETRY" or "" for an attribute table
  std::string_view zh, en;     // what one row is
};
template <class Row>
const TableInfo& table_info();

// All tables with all their columns, for the dictionary; the fact tables with every canonical field there could be.
struct TableDescription {
  TableInfo table;
  std::vector<ColumnInfo> columns;
};
std::vector<TableDescription> dictionary();

// Indicators that `park_indicator` can hold: name, unit, formula in words.
struct IndicatorInfo {
  std::string_view name, unit, zh, en;
};
std::span<const IndicatorInfo> indicators();

}  // namespace yongdi::ledger
