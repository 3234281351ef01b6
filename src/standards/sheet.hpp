#pragma once
// A table as published: a CSV in UTF-8 with lines of remarks (#) before one line of column names. Everything is refused with file, row and column, so
// that whoever keeps the table finds the place; nothing in it is mended in silence.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::standards {

struct SheetColumn {
  std::string_view name;
  bool required = false;  // the column must be there; its cells may still be blank
};

class Sheet;

// One row; cells by column name, blanks trimmed. Refusals are findings::Failure (Exit::usage) that name file, row and column.
class SheetRow {
 public:
  SheetRow(const Sheet& sheet, std::size_t position) : m_sheet(&sheet), m_position(position) {}
  [[nodiscard]] std::int64_t number() const;  // line in the file, as a text editor shows it
  [[nodiscard]] const std::string& text(std::string_view column) const;      // empty when blank, or when the table has no such column
  // The same, refusing a blank.
  [[nodiscard]] const std::string& required(std::string_view column) const;
  [[nodiscard]] measures::Exact required_number(std::string_view column) const;
  [[nodiscard]] measures::Day required_day(std::string_view column) const;
  [[nodiscard]] std::optional<measures::Exact> number(std::string_view column) const;
  [[nodiscard]] std::optional<measures::Day> day(std::string_view column) const;
  // Position in `valid`; `blank` (when given) stands for an empty cell.
  [[nodiscard]] std::size_t choice(std::string_view column, std::span<const std::string_view> valid, std::optional<std::size_t> blank = {}) const;
  [[noreturn]] void refuse(std::string_view column, const findings::Text& why) const;

 private:
  const Sheet* m_sheet;
  std::size_t m_position;
};

class Sheet {
 public:
  // Throws findings::Failure: Exit::input for a file that is missing or unreadable, Exit::usage for what stands in it: no UTF-8, a column that is
  // missing or not known, a row with another number of cells. `name` is how messages call the file.
  static Sheet read(const std::filesystem::path& file, std::string name, std::span<const SheetColumn> columns);
  static Sheet parse(std::string text, std::string name, std::span<const SheetColumn> columns);

  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] const std::string& sha256() const { return m_sha256; }
  // They look into the sheet, which must outlive them.
  [[nodiscard]] std::vector<SheetRow> rows() const&;
  [[nodiscard]] std::vector<SheetRow> rows() && = delete;
  [[nodiscard]] bool has(std::string_view column) const;

 private:
  friend class SheetRow;
  struct Line {
    std::int64_t number;
    std::vector<std::string> cells;
  };
  std::string m_name, m_sha256;
  std::vector<std::string> m_columns;
  std::vector<Line> m_lines;
};

// "limits.csv 第 12 行" / "limits.csv, row 12".
findings::Text at_row(const std::string& table, std::int64_t row);

}  // namespace yongdi::standards
