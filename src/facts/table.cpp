#include "facts/table.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

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

std::string to_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* day = std::get_if<measures::Day>(&value)) return day->to_iso();
  if (const auto* number = std::get_if<measures::Exact>(&value)) return number->to_string();
  return {};
}

void Table::add_columns(const std::vector<std::size_t>& fields) {
  std::vector<std::size_t> wider = columns;
  wider.insert(wider.end(), fields.begin(), fields.end());
  std::sort(wider.begin(), wider.end());
  wider.erase(std::unique(wider.begin(), wider.end()), wider.end());
  if (wider.size() == columns.size()) return;
  const std::vector<std::size_t> before = std::exchange(columns, std::move(wider));
  for (Row& row : rows) {
    std::vector<Value> values = std::exchange(row.values, std::vector<Value>(columns.size()));
    const std::vector<std::uint8_t> filled_by = std::exchange(row.filled_by, std::vector<std::uint8_t>(row.filled_by.empty() ? 0 : columns.size()));
    for (std::size_t i = 0; i < before.size(); ++i) {
      Value& moved = value(row, before[i]);
      moved = std::move(values[i]);
      if (!filled_by.empty()) row.filled_by[static_cast<std::size_t>(&moved - row.values.data())] = filled_by[i];
    }
  }
}

Value& Table::value(Row& row, std::size_t field) const {
  return row.values.at(static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), field) - columns.begin()));
}

bool Table::has(std::string_view field) const { return position(*this, field) != kNoField; }

Whence whence(const Table& table, const Row& row, std::string_view field) {
  const auto name_of = [&](std::uint32_t source) {
    return source < table.sources.size() ? std::string_view(table.sources[source]) : std::string_view();
  };
  Whence result{name_of(row.source), {}, {}, row.number};
  const std::size_t at = position(table, field);
  if (at == kNoField) return result;
  const auto gives = [&](const Origin& origin) { return origin.field == table.columns[at]; };
  const std::uint8_t by = at < row.filled_by.size() ? row.filled_by[at] : std::uint8_t{0};
  const bool known = !std::holds_alternative<std::monostate>(row.values[at]);
  const std::uint32_t holder = by > 0 ? row.partners.at(by - 1U).source : row.source;
  // A blank belongs to the first source that has the column, a value to the one it came from.
  auto origin = std::find_if(table.origins.begin(), table.origins.end(), [&](const Origin& each) { return gives(each) && each.source == holder; });
  if (origin == table.origins.end() && !known) origin = std::find_if(table.origins.begin(), table.origins.end(), gives);
  if (origin == table.origins.end()) return result;
  result = {name_of(origin->source), origin->header, origin->unit, {}};
  if (origin->source == row.source) result.row = row.number;
  for (const Partner& partner : row.partners)
    if (partner.source == origin->source) result.row = partner.number;
  return result;
}

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
