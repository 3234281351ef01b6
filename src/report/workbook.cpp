#include "report/workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "findings/failure.hpp"
#include "report/display.hpp"

namespace yongdi::report {
namespace {

constexpr std::size_t kSecondsPerDay = 86'400;
constexpr std::size_t kCellUnits = 32'767;             // UTF-16 units that a cell of XLSX holds
constexpr double kLinePoints = 15, kRowPoints = 18;    // height of a line of text, of a row
constexpr double kSideMargin = 0.4, kEndMargin = 0.6;  // inches: the tables are wide
constexpr int kA3 = 8, kA4 = 9;                        // paper codes of the format
constexpr lxw_color_t kInputFill = 0xFFF8DC, kHeaderFill = 0xE7EEF5, kRed = 0xC00000;
// Days are counted from 1899-12-30, as spreadsheets do.
constexpr int kSpreadsheetEpoch = 25'569;

std::string letters(Column column) {
  std::string result;
  for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26) result.insert(result.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return result;
}

}  // namespace

std::string here(Column column, Row row) { return letters(column) + std::to_string(row + 1); }
std::string fixed(Column column, Row row) { return "$" + letters(column) + "$" + std::to_string(row + 1); }
std::string fixed_range(Column column, Row count) { return fixed(column, kFirstRow) + ":" + fixed(column, kFirstRow + std::max(count, Row{1}) - 1); }

struct Book::Formats {
  std::array<lxw_format*, static_cast<std::size_t>(Look::count)> of{};
  lxw_format *title = nullptr, *note = nullptr, *paragraph = nullptr, *header = nullptr, *failed = nullptr;
};

Book::Book(const std::filesystem::path& path, const std::filesystem::path& name, const std::string& title, measures::Day day, Language language)
    : m_book(workbook_new(path.c_str())), m_name(name), m_language(language), m_formats(std::make_unique<Formats>()) {
  if (m_book == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED);
  std::string words = title;
  lxw_doc_properties properties{};
  properties.title = words.data();
  properties.created = static_cast<time_t>(day.epoch_days()) * static_cast<time_t>(kSecondsPerDay);
  require(workbook_set_properties(m_book, &properties));

  const auto make = [&](Look look, const char* number_format, bool input = false, bool total = false) {
    lxw_format* format = workbook_add_format(m_book);
    format_set_num_format(format, number_format);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (input) format_set_bg_color(format, kInputFill);
    if (total) format_set_bold(format);
    m_formats->of.at(static_cast<std::size_t>(look)) = format;
    return format;
  };
  // Words keep off the border, and so off the number beside them.
  const auto make_words = [&](Look look, bool input = false, bool total = false) {
    lxw_format* format = make(look, "@", input, total);
    format_set_indent(format, 1);
    return format;
  };
  make_words(Look::text);
  format_set_text_wrap(make_words(Look::wrapped));
  make(Look::whole, "0");
  make(Look::units, "#,##0");
  make(Look::limit, "[>=1000000000]\"—\";#,##0.########");
  make(Look::area, "#,##0.00");
  make(Look::hectares, "#,##0.0000");
  make(Look::share, "0.00%");
  format_set_indent(make(Look::no_share, "0.00%"), 1);
  make(Look::plain, "General");
  make(Look::day, "yyyy-mm-dd");
  format_set_align(make(Look::check, "General"), LXW_ALIGN_CENTER);
  make(Look::input_area, "#,##0.00", true);
  make(Look::input_share, "0.00%", true);
  make(Look::input_plain, "General", true);
  make_words(Look::input_text, true);
  make_words(Look::total_text, false, true);
  make(Look::total_area, "#,##0.00", false, true);
  make(Look::total_hectares, "#,##0.0000", false, true);

  m_formats->title = workbook_add_format(m_book);
  format_set_bold(m_formats->title);
  format_set_font_size(m_formats->title, 16);
  m_formats->note = workbook_add_format(m_book);
  format_set_font_size(m_formats->note, 10);
  m_formats->paragraph = workbook_add_format(m_book);
  format_set_font_size(m_formats->paragraph, 10);
  format_set_text_wrap(m_formats->paragraph);
  format_set_align(m_formats->paragraph, LXW_ALIGN_VERTICAL_TOP);
  m_formats->header = workbook_add_format(m_book);
  format_set_bold(m_formats->header);
  format_set_text_wrap(m_formats->header);
  format_set_border(m_formats->header, LXW_BORDER_THIN);
  format_set_bg_color(m_formats->header, kHeaderFill);
  format_set_align(m_formats->header, LXW_ALIGN_CENTER);
  format_set_align(m_formats->header, LXW_ALIGN_VERTICAL_CENTER);
  m_formats->failed = workbook_add_format(m_book);
  format_set_bold(m_formats->failed);
  format_set_font_color(m_formats->failed, kRed);
}

Book::~Book() {
  if (m_book != nullptr) lxw_workbook_free(m_book);
}

void Book::close() {
  lxw_workbook* book = m_book;
  m_book = nullptr;
  require(workbook_close(book));  // writes, and frees the book whatever happens
}

void Book::require(int error) const {
  if (error == LXW_NO_ERROR) return;
  const char* reason = lxw_strerror(static_cast<lxw_error>(error));
  throw findings::Failure(
      findings::Exit::output,
      {fmt::format("不能写工作簿 {}：{}。请检查磁盘空间和权限，或换一个输出位置。", m_name.string(), reason),
       fmt::format("Cannot write the workbook {}: {}. Check disk space and permissions, or choose another place.", m_name.string(), reason)});
}

lxw_format* Book::format(Look look) const { return m_formats->of.at(static_cast<std::size_t>(look)); }
lxw_format* Book::title_format() const { return m_formats->title; }
lxw_format* Book::note_format() const { return m_formats->note; }
lxw_format* Book::paragraph_format() const { return m_formats->paragraph; }
lxw_format* Book::header_format() const { return m_formats->header; }
lxw_format* Book::failed_format() const { return m_formats->failed; }

Sheet::Sheet(Book& book, const std::string& name, const std::string& title, const std::string& units, std::span<const Head> heads, Paper paper)
    : m_book(&book), m_sheet(workbook_add_worksheet(book.handle(), name.c_str())), m_columns(static_cast<Column>(heads.size())) {
  if (m_sheet == nullptr) book.require(LXW_ERROR_MEMORY_MALLOC_FAILED);
  book.require(worksheet_write_string(m_sheet, 0, 0, title.c_str(), book.title_format()));
  book.require(worksheet_write_string(m_sheet, 1, 0, units.c_str(), book.note_format()));
  worksheet_set_default_row(m_sheet, kRowPoints, 0);
  worksheet_set_margins(m_sheet, kSideMargin, kSideMargin, kEndMargin, kEndMargin);
  Column column = 0;
  for (const Head& head : heads) {
    m_widths.push_back(head.width);
    book.require(worksheet_set_column(m_sheet, column, column, head.width, nullptr));
    const std::string& words = book.language() == Language::zh ? head.zh : head.en;
    make_room(kFirstRow - 1, head.width, words);
    book.require(worksheet_write_string(m_sheet, kFirstRow - 1, column++, words.c_str(), book.header_format()));
  }
  worksheet_freeze_panes(m_sheet, kFirstRow, std::min<lxw_col_t>(m_columns, 3));
  worksheet_set_landscape(m_sheet);
  worksheet_set_paper(m_sheet, paper == Paper::a3 ? kA3 : kA4);
  worksheet_fit_to_pages(m_sheet, 1, 0);
  worksheet_center_horizontally(m_sheet);
  book.require(worksheet_repeat_rows(m_sheet, 0, kFirstRow - 1));
  book.require(worksheet_set_footer(m_sheet, "&L&A&C&P / &N"));
}

void Sheet::text(Row row, Column column, std::string_view value, Look look) {
  if (value.empty()) {
    m_book->require(worksheet_write_blank(m_sheet, row, column, m_book->format(look)));
    return;
  }
  if (look == Look::wrapped) make_room(row, m_widths.at(column), value);
  // A string cell stays one, whatever it begins with: "=1+1" is a name, not a formula.
  m_book->require(worksheet_write_string(m_sheet, row, column, fit_cell(value, m_book->language()).c_str(), m_book->format(look)));
}

void Sheet::make_room(Row row, double width, std::string_view text) {
  std::size_t lines = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    lines += static_cast<std::size_t>(std::ceil(static_cast<double>(display_width(line)) / std::max(1.0, width - 1)));
  }
  std::size_t& most = m_lines[row];
  if (lines <= std::max<std::size_t>(most, 1)) return;
  most = lines;
  m_book->require(worksheet_set_row(m_sheet, row, kLinePoints * static_cast<double>(lines) + (kRowPoints - kLinePoints), nullptr));
}

void Sheet::number(Row row, Column column, std::optional<double> value, Look look) {
  if (value)
    m_book->require(worksheet_write_number(m_sheet, row, column, *value, m_book->format(look)));
  else
    m_book->require(worksheet_write_blank(m_sheet, row, column, m_book->format(look)));
}

void Sheet::day(Row row, Column column, std::optional<measures::Day> value) {
  number(row, column, value ? std::optional<double>(value->epoch_days() + kSpreadsheetEpoch) : std::nullopt, Look::day);
}

void Sheet::formula(Row row, Column column, const std::string& formula, double expected, Look look) {
  m_book->require(worksheet_write_formula_num(m_sheet, row, column, ("=" + formula).c_str(), m_book->format(look), expected));
}

void Sheet::formula(Row row, Column column, const std::string& formula, const std::string& expected, Look look) {
  m_book->require(worksheet_write_formula_str(m_sheet, row, column, ("=" + formula).c_str(), m_book->format(look), expected.c_str()));
}

void Sheet::filter(Row last) { m_book->require(worksheet_autofilter(m_sheet, kFirstRow - 1, 0, last, static_cast<lxw_col_t>(m_columns - 1))); }

void Sheet::note(Row row, const std::string& words) {
  make_room(row, std::accumulate(m_widths.begin(), m_widths.end(), 0.0), words);
  m_book->require(worksheet_merge_range(m_sheet, row, 0, row, static_cast<lxw_col_t>(m_columns - 1), words.c_str(), m_book->paragraph_format()));
}

void Sheet::finish(Row last) {
  const auto language = m_book->language();
  m_book->require(
      worksheet_write_string(m_sheet, last + 2, 0,
                             std::string(in(language, "填表人：________________　　审核人：________________　　日期：______年____月____日",
                                            "Filled in by: ________________    Reviewed by: ________________    Date: ____-__-__"))
                                 .c_str(),
                             m_book->note_format()));
  lxw_conditional_format failed{};
  std::string value = "\"" + std::string(kFails) + "\"";
  failed.type = LXW_CONDITIONAL_TYPE_CELL;
  failed.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
  failed.value_string = value.data();
  failed.format = m_book->failed_format();
  m_book->require(
      worksheet_conditional_format_range(m_sheet, kFirstRow, 0, std::max(last, kFirstRow), static_cast<lxw_col_t>(m_columns - 1), &failed));
}

std::string fit_cell(std::string_view text, Language language) {
  const std::string_view mark = in(language, "……（过长，已截断）", "… (too long, cut here)");
  const auto units = [](char32_t c) -> std::size_t { return c >= 0x10000 ? 2 : 1; };
  std::size_t mark_units = 0;
  for (std::string_view rest = mark; !rest.empty();) mark_units += units(take_code_point(rest));

  std::string fitted;
  std::size_t used = 0, cut_at = 0;
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    used += units(c);
    if (used > kCellUnits) return fitted.substr(0, cut_at) + std::string(mark);
    append_utf8(fitted, c);
    if (used + mark_units <= kCellUnits) cut_at = fitted.size();
  }
  return fitted;
}

}  // namespace yongdi::report
