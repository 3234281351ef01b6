#pragma once
// A workbook to print and to sign: sheets with title, unit line, repeated header, lines for who filled it in and who reviewed it; real numbers and
// days, ids as text, formulas with the figure they are expected to give. Private to the room; libxlsxwriter stays behind it.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measures/day.hpp"
#include "report/language.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;
struct lxw_data_validation;

namespace yongdi::report {

enum class Look : std::uint8_t {
  text,
  wrapped,
  whole,     // a number, a year
  units,     // #,##0
  limit,     // a number of units; one that no plan reaches stands for none
  area,      // two places: 亩
  hectares,  // four places
  share,
  no_share,  // words in place of a share that an edit may give after all
  plain,
  day,
  check,
  input_area,  // what may be changed for a trial has a colour of its own
  input_share,
  input_plain,
  input_text,
  total_text,
  total_area,
  total_hectares,
  count
};

// What a cell to be filled in takes.
enum class Accept : std::uint8_t { not_negative, not_positive, share, score, zero_or_one, whole };

class Book {
 public:
  // Writes aside at `path`; `name` is what failures call the file. The day stands for the time of writing, so that the same figures give the same
  // bytes.
  Book(const std::filesystem::path& path, const std::filesystem::path& name, const std::string& title, measures::Day day, Language language);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  // To disk. Throws findings::Failure (Exit::output), like every member here and of Sheet.
  void close();

  [[nodiscard]] Language language() const { return m_language; }
  void require(int error) const;
  [[nodiscard]] lxw_workbook* handle() const { return m_book; }
  [[nodiscard]] lxw_format* format(Look look) const;
  [[nodiscard]] lxw_format* title_format() const;
  [[nodiscard]] lxw_format* note_format() const;
  [[nodiscard]] lxw_format* paragraph_format() const;
  [[nodiscard]] lxw_format* header_format() const;
  [[nodiscard]] lxw_format* failed_format() const;

 private:
  struct Formats;
  lxw_workbook* m_book;
  std::filesystem::path m_name;
  Language m_language;
  std::unique_ptr<Formats> m_formats;
};

struct Head {
  std::string zh, en;
  double width;
};
enum class Paper : std::uint8_t { a3, a4 };

using Row = std::uint32_t;
using Column = std::uint16_t;
inline constexpr Row kFirstRow = 3;          // behind title, unit line and header
inline constexpr Row kMostRows = 1'048'576;  // of a sheet of XLSX

class Sheet {
 public:
  Sheet(Book& book, const std::string& name, const std::string& title, const std::string& units, std::span<const Head> heads, Paper paper);

  void text(Row row, Column column, std::string_view value, Look look = Look::text);
  void number(Row row, Column column, std::optional<double> value, Look look);  // nothing is written where nothing is known
  void day(Row row, Column column, std::optional<measures::Day> value);
  // `expected` is shown until somebody recalculates.
  void formula(Row row, Column column, const std::string& formula, double expected, Look look);
  void formula(Row row, Column column, const std::string& formula, const std::string& expected, Look look = Look::text);
  // From now on a column of inputs takes nothing else, and says why: what the program refuses is refused here too. Blank is always taken.
  void accept(Column column, Row first, Row last, Accept accept);
  void accept_one_of(Column column, Row first, Row last, std::string yes, std::string no);
  // Lets the reader pick rows by what stands in a column.
  void filter(Row last);
  // Words below the table, across its columns (at least two).
  void note(Row row, const std::string& words);
  // Behind the last row: who filled it in, who reviewed it, when. Marks failing checks in red.
  void finish(Row last);

 private:
  void refuse_others(Column column, Row first, Row last, lxw_data_validation& validation, std::string words);
  // Wrapped text is given the height it needs: nobody who prints does that by hand.
  void make_room(Row row, double width, std::string_view text);

  Book* m_book;
  lxw_worksheet* m_sheet;
  std::vector<double> m_widths;  // of the columns, in characters
  std::map<Row, std::size_t> m_lines;
  Column m_columns;
};

// What fits in one cell: sound UTF-8, at most 32,767 UTF-16 units, and a mark where it was cut.
std::string fit_cell(std::string_view text, Language language);

// "E4", "$E$4" and "$E$4:$E$20" within a sheet.
std::string here(Column column, Row row);
std::string fixed(Column column, Row row);
std::string fixed_range(Column column, Row count);

inline constexpr std::string_view kHolds = "✓";
inline constexpr std::string_view kFails = "✗";

}  // namespace yongdi::report
