#pragma once
// One table while it is read: its columns by name, and how it refuses a row.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/table.hpp"
#include "findings/failure.hpp"

namespace yongdi::workflow {

class TableReading {
 public:
  void begin(const facts::Table& head);
  void at(const facts::Row& row) { m_row = &row; }

  // Of the row now at: empty when not known.
  [[nodiscard]] const std::string& text(std::string_view field);
  [[nodiscard]] std::optional<measures::Day> day(std::string_view field) { return column(field).day(*m_row); }
  [[nodiscard]] std::optional<measures::Exact> number(std::string_view field) { return column(field).exact(*m_row); }
  // Not below 0, a calendar year of approvals: else refused.
  [[nodiscard]] std::optional<measures::Exact> amount(std::string_view field);
  [[nodiscard]] std::optional<int> year(std::string_view field);
  // Throws findings::Failure (Exit::input) with table, row and column in front.
  [[noreturn]] void refuse(std::string_view field, const findings::Text& why) const;

 private:
  facts::Column& column(std::string_view field);

  facts::Table m_head;
  const facts::Row* m_row = nullptr;
  std::vector<std::pair<std::string_view, facts::Column>> m_columns;  // those asked for so far; few
  std::size_t m_next = 0;                                             // most likely asked for next
};

}  // namespace yongdi::workflow
