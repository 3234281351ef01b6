#pragma once
// Binds a member of a row struct to a column: the column's type and both ways between member and cell follow from the member's own type.
#include <optional>
#include <type_traits>

#include "ledger/columns.hpp"

namespace yongdi::ledger {

template <class T>
struct MemberOf;
template <class R, class V>
struct MemberOf<V R::*> {
  using Row = R;
  using Value = V;
};

template <class V>
struct Unwrapped {
  using type = V;
};
template <class V>
struct Unwrapped<std::optional<V>> {
  using type = V;
};

template <class V>
constexpr Type column_type() {
  using Plain = typename Unwrapped<V>::type;
  if constexpr (std::is_same_v<Plain, std::string>) return Type::text;
  if constexpr (std::is_same_v<Plain, std::int64_t>) return Type::integer;
  if constexpr (std::is_same_v<Plain, double>) return Type::real;
  if constexpr (std::is_same_v<Plain, Day>) return Type::date;
}

inline Cell to_cell(const std::string& value) { return std::string_view{value}; }
template <class V>
Cell to_cell(const V& value) {
  return value;
}
template <class V>
Cell to_cell(const std::optional<V>& value) {
  return value ? to_cell(*value) : Cell{};
}

inline void from_cell(std::string& value, const Cell& cell) { value = std::get<std::string_view>(cell); }
template <class V>
void from_cell(V& value, const Cell& cell) {
  value = std::get<V>(cell);
}
template <class V>
void from_cell(std::optional<V>& value, const Cell& cell) {
  value.reset();
  if (!std::holds_alternative<std::monostate>(cell)) from_cell(value.emplace(), cell);
}

template <auto Member>
constexpr auto bind(std::string_view name, std::string_view unit, std::string_view zh, std::string_view en) {
  using Row = typename MemberOf<decltype(Member)>::Row;
  using Value = typename MemberOf<decltype(Member)>::Value;
  return Column<Row>{{name, column_type<Value>(), unit, zh, en},
                     [](const Row& row) { return to_cell(row.*Member); },
                     [](Row& row, const Cell& cell) { from_cell(row.*Member, cell); }};
}

}  // namespace yongdi::ledger
