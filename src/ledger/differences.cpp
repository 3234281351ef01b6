#include "ledger/differences.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <variant>

#include "ledger/open.hpp"
#include "ledger/sqlite.hpp"
#include "measures/exact.hpp"

namespace yongdi::ledger {
namespace {

constexpr std::string_view kShapeColumn = "geom", kShape = "shape";

// In SQLite's own order: NULL, figures, texts, bytes.
using Value = std::variant<std::monostate, double, std::string, std::vector<char>>;

Value value(const Statement& row, int column) {
  switch (sqlite3_column_type(row.handle(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return row.real(column);
    case SQLITE_TEXT:
      return std::string(row.text(column));
    default:
      break;
  }
  const std::string_view bytes = row.blob(column);
  return std::vector<char>(bytes.begin(), bytes.end());
}

std::string written(double figure) {
  const auto exact = measures::Exact::from_double(figure);
  return exact ? exact->to_string() : std::string("∞");
}

std::optional<std::string> written(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* figure = std::get_if<double>(&value)) return written(*figure);
  if (const auto* bytes = std::get_if<std::vector<char>>(&value)) return std::to_string(bytes->size()) + " B";
  return {};
}

std::vector<std::string> columns_of(const Database& database, const std::string& table) {
  std::vector<std::string> names;
  Statement select = database.prepare("SELECT name FROM pragma_table_info(?)");
  select.bind(0, std::string_view(table));
  while (select.step())
    if (select.text(0) != "fid") names.emplace_back(select.text(0));
  return names;
}

std::set<std::string> tables_of(const Database& database) {
  std::set<std::string> names;
  Statement select = database.prepare("SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'");
  while (select.step()) names.emplace(select.text(0));
  return names;
}

std::string listed(const std::vector<std::string>& columns, std::size_t count) {
  std::string sql;
  for (std::size_t i = 0; i < count; ++i) sql += (i == 0 ? "" : ",") + sql_name(columns[i]);
  return sql;
}

bool tells_apart(const Database& database, const std::string& table, const std::vector<std::string>& columns, std::size_t count) {
  return !database.prepare("SELECT 1 FROM " + sql_name(table) + " GROUP BY " + listed(columns, count) + " HAVING COUNT(*) > 1 LIMIT 1").step();
}

// The rows of a table, one by one, in the order of their key.
class Rows {
 public:
  Rows(const Database& database, const std::string& table, const std::vector<std::string>& columns, std::size_t keys)
      : m_select(database.prepare("SELECT " + listed(columns, columns.size()) + " FROM " + sql_name(table) + " ORDER BY " + listed(columns, keys))),
        m_values(columns.size()),
        m_keys(keys) {
    next();
  }
  [[nodiscard]] bool over() const { return m_over; }
  [[nodiscard]] const std::vector<Value>& values() const { return m_values; }
  void next() {
    m_over = !m_select.step();
    for (std::size_t i = 0; i < m_values.size() && !m_over; ++i) m_values[i] = value(m_select, static_cast<int>(i));
  }
  [[nodiscard]] std::string name() const {
    std::string name;
    for (std::size_t i = 0; i < m_keys; ++i)
      if (const auto part = written(m_values[i])) name += (name.empty() ? "" : ", ") + *part;
    return name;
  }
  // Negative: this row comes first; 0: the same key.
  [[nodiscard]] int compared(const Rows& other) const {
    for (std::size_t i = 0; i < m_keys; ++i) {
      if (m_values[i] < other.m_values[i]) return -1;
      if (other.m_values[i] < m_values[i]) return 1;
    }
    return 0;
  }

 private:
  Statement m_select;
  std::vector<Value> m_values;
  std::size_t m_keys;
  bool m_over = false;
};

class Comparison {
 public:
  Comparison(const Database& before, const Database& after, std::size_t examples) : m_before(before), m_after(after), m_examples(examples) {}

  TableDifference compare(const std::string& table) {
    TableDifference result;
    result.table = table;
    const std::vector<std::string> old_columns = columns_of(m_before, table), new_columns = columns_of(m_after, table);
    std::vector<std::string> columns;
    for (const std::string& name : old_columns)
      if (name != kShapeColumn && std::find(new_columns.begin(), new_columns.end(), name) != new_columns.end()) columns.push_back(name);
    if (columns.empty()) return result;
    std::size_t keys = 1;
    while (keys < columns.size() && !(tells_apart(m_before, table, columns, keys) && tells_apart(m_after, table, columns, keys))) ++keys;
    const auto has_shape = [](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), kShapeColumn) != names.end(); };
    if (has_shape(old_columns) && has_shape(new_columns)) columns.emplace_back(kShapeColumn);

    std::vector<ColumnDifference> differences(columns.size());
    Rows before(m_before, table, columns, keys), after(m_after, table, columns, keys);
    while (!before.over() || !after.over()) {
      const int order = before.over() ? 1 : after.over() ? -1 : before.compared(after);
      if (order < 0) {
        list(result.removed_rows, result.removed, before);
        before.next();
      } else if (order > 0) {
        list(result.added_rows, result.added, after);
        after.next();
      } else {
        result.changed += note(differences, before, after) ? 1U : 0U;
        before.next();
        after.next();
      }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (differences[i].count == 0) continue;
      differences[i].column = columns[i] == kShapeColumn ? std::string(kShape) : columns[i];
      result.columns.push_back(std::move(differences[i]));
    }
    // A column of one ledger alone: every figure in it is new, or gone.
    for (const auto& [mine, others] : {std::pair(&old_columns, &new_columns), std::pair(&new_columns, &old_columns)})
      for (const std::string& name : *mine)
        if (std::find(others->begin(), others->end(), name) == others->end())
          result.columns.push_back({name, known(mine == &old_columns ? m_before : m_after, table, name), {}});
    return result;
  }

 private:
  void list(std::vector<std::string>& names, std::uint64_t& count, const Rows& rows) const {
    if (++count <= m_examples) names.push_back(rows.name());
  }

  bool note(std::vector<ColumnDifference>& differences, const Rows& before, const Rows& after) const {
    bool any = false;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      const Value &was = before.values()[i], &is = after.values()[i];
      if (was == is) continue;
      any = true;
      ++differences[i].count;
      Moved moved{before.name(), written(was), written(is), {}};
      const auto *from = std::get_if<double>(&was), *to = std::get_if<double>(&is);
      if (from != nullptr && to != nullptr) moved.by = *to - *from;
      keep(differences[i].moved, std::move(moved));
    }
    return any;
  }

  // Sorted by size, the earlier row first among equals; what is no figure stands behind.
  void keep(std::vector<Moved>& kept, Moved moved) const {
    const auto size = [](const Moved& each) { return each.by ? std::abs(*each.by) : -1.0; };
    const auto place = std::upper_bound(kept.begin(), kept.end(), moved, [&](const Moved& a, const Moved& b) { return size(a) > size(b); });
    if (static_cast<std::size_t>(place - kept.begin()) >= m_examples) return;
    kept.insert(place, std::move(moved));
    if (kept.size() > m_examples) kept.pop_back();
  }

  static std::uint64_t known(const Database& database, const std::string& table, const std::string& column) {
    Statement count = database.prepare("SELECT COUNT(" + sql_name(column) + ") FROM " + sql_name(table));
    return count.step() ? static_cast<std::uint64_t>(count.integer(0)) : 0;
  }

  const Database& m_before;
  const Database& m_after;
  std::size_t m_examples;
};

std::uint64_t row_count(const Database& database, const std::string& table) {
  Statement count = database.prepare("SELECT COUNT(*) FROM " + sql_name(table));
  return count.step() ? static_cast<std::uint64_t>(count.integer(0)) : 0;
}

}  // namespace

std::vector<TableDifference> differences(const std::filesystem::path& before, const std::filesystem::path& after, std::size_t examples) {
  const Database old_ledger = open_ledger(before), new_ledger = open_ledger(after);
  try {
    const std::set<std::string> had = tables_of(old_ledger), has = tables_of(new_ledger);
    std::set<std::string> all = had;
    all.insert(has.begin(), has.end());
    std::vector<TableDifference> result;
    Comparison comparison(old_ledger, new_ledger, examples);
    for (const std::string& table : all) {
      TableDifference difference{table, 0, 0, 0, {}, {}, {}};
      if (!had.contains(table))
        difference.added = row_count(new_ledger, table);
      else if (!has.contains(table))
        difference.removed = row_count(old_ledger, table);
      else
        difference = comparison.compare(table);
      if (difference.changed + difference.added + difference.removed > 0 || !difference.columns.empty()) result.push_back(std::move(difference));
    }
    return result;
  } catch (const SqliteError& error) {
    fail_unreadable(before, {error.what(), error.what()});
  }
}

}  // namespace yongdi::ledger
