#include "facts/table.hpp"

#include <algorithm>
#include <stdexcept>

namespace yongdi::facts {
namespace {

// Position among the table's columns; kNoField when the input lacks the field.
std::size_t position(const Table& table, std::string_view field) {
  const std::size_t wanted = find_field(table.layer, field);
  if (wanted == kNoField) {
    throw std::logic_error("no field '" + std::string(field) + "' in layer '" + std::string(name(table.layer)) + "'");
  }
  const auto found = std::lower_bound(table.columns.begin(), table.columns.end(), wanted);
  if (found == table.columns.end() || *found != wanted) return kNoField;
  return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace

bool Table::has(std::string_view field) const { return position(*this, field) != kNoField; }

Column::Column(const Table& table, std::string_view field) : m_position(position(table, field)) {}

const std::string* Column::text(const Row& row) const { return present() ? std::get_if<std::string>(&row.values[m_position]) : nullptr; }

std::optional<measures::Day> Column::day(const Row& row) const {
  const auto* value = present() ? std::get_if<measures::Day>(&row.values[m_position]) : nullptr;
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<measures::Exact> Column::exact(const Row& row) const {
  const auto* value = present() ? std::get_if<measures::Exact>(&row.values[m_position]) : nullptr;
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

bool Column::known(const Row& row) const { return present() && !std::holds_alternative<std::monostate>(row.values[m_position]); }

}  // namespace yongdi::facts
