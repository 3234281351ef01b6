#pragma once
// Text on a terminal: how wide it stands there, and tables whose columns line up although a Chinese character takes two cells.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yongdi::report {

// Takes the first code point off the text; a byte that begins none yields U+FFFD and is skipped. The text must not be empty.
char32_t take_code_point(std::string_view& utf8);
void append_utf8(std::string& text, char32_t code_point);

// Terminal cells: 2 for wide and full-width characters (Unicode UAX #11: W, F), 0 for combining marks, else 1.
std::size_t display_width(std::string_view utf8);

// What may be sent to a terminal: control characters that stand in the data become U+FFFD, broken UTF-8 likewise. Line breaks become blanks.
std::string printable(std::string_view utf8);

enum class Align : std::uint8_t { left, right };

class TextTable {
 public:
  void add_column(std::string_view header, Align align = Align::left);
  // One cell per column.
  void add_row(std::vector<std::string> cells);
  // Header, rule, rows; every line begins with `indent` blanks and ends without any.
  [[nodiscard]] std::string to_string(std::size_t indent = 0) const;
  [[nodiscard]] std::size_t row_count() const { return m_rows.size(); }

 private:
  std::vector<Align> m_aligns;
  std::vector<std::string> m_headers;
  std::vector<std::vector<std::string>> m_rows;
};

}  // namespace yongdi::report
