#include "report/fix_list.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "report/defects.hpp"
#include "report/display.hpp"
#include "report/output_file.hpp"

namespace yongdi::report {
namespace {

using findings::Exit;
using findings::Failure;
using findings::Severity;

constexpr std::size_t kCellUnits = 32'767;              // UTF-16 units that a cell of XLSX holds
constexpr std::size_t kRowsPerSheet = LXW_ROW_MAX - 1;  // less the header
constexpr std::size_t kSecondsPerDay = 86'400;
constexpr double kSquareMetresPerHectare = 10'000;

struct ColumnLayout {
  std::string_view zh, en;
  double width;
};
constexpr std::array<ColumnLayout, 12> kColumns{{{"编号", "number", 22},
                                                 {"级别", "severity", 8},
                                                 {"代码", "code", 24},
                                                 {"文件", "file", 22},
                                                 {"行", "row", 8},
                                                 {"字段", "field", 14},
                                                 {"对象", "subject", 10},
                                                 {"对象编号", "subject id", 22},
                                                 {"问题", "problem", 60},
                                                 {"改法", "fix", 50},
                                                 {"影响的列", "leaves undecided", 26},
                                                 {"公顷", "hectares", 12}}};

struct Closer {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, Closer>;

void require(lxw_error error, const std::filesystem::path& path) {
  if (error == LXW_NO_ERROR) return;
  const char* reason = lxw_strerror(error);
  throw Failure(Exit::output,
                {fmt::format("不能写问题清单 {}：{}。请检查磁盘空间和权限，或换一个输出位置。", path.string(), reason),
                 fmt::format("Cannot write the fix list {}: {}. Check disk space and permissions, or choose another place.", path.string(), reason)});
}

struct Formats {
  lxw_format *header, *text, *number, *area;
};

Formats make_formats(lxw_workbook* book) {
  Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(formats.header);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  format_set_num_format(formats.text, "@");
  format_set_text_wrap(formats.text);
  format_set_num_format(formats.number, "0");
  format_set_num_format(formats.area, "0.0000");
  for (lxw_format* format : {formats.header, formats.text, formats.number, formats.area}) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return formats;
}

// One finding as a row. Everything but row number and hectares is text, so that an id keeps its zeros and nothing is taken for a formula.
class Sheet {
 public:
  Sheet(lxw_worksheet* sheet, const Formats& formats, const std::filesystem::path& path, Language language)
      : m_sheet(sheet), m_formats(formats), m_path(path), m_language(language) {
    lxw_col_t column = 0;
    for (const ColumnLayout& layout : kColumns) {
      require(worksheet_set_column(m_sheet, column, column, layout.width, nullptr), m_path);
      put_text(0, column++, in(m_language, layout.zh, layout.en), m_formats.header);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, 9);  // A4
    worksheet_fit_to_pages(m_sheet, 1, 0);
    require(worksheet_repeat_rows(m_sheet, 0, 0), m_path);
    require(worksheet_set_footer(m_sheet, "&C&P / &N"), m_path);
  }

  void add(const findings::Finding& finding, const std::string& id) {
    const lxw_row_t row = ++m_last_row;
    lxw_col_t column = 0;
    const auto put = [&](std::string_view text) { put_text(row, column++, text, m_formats.text); };
    put(id);
    put(name(finding.kind->severity, m_language));
    put(finding.kind->code);
    put(finding.place.source);
    put_number(row, column++, finding.place.row ? std::optional(static_cast<double>(*finding.place.row)) : std::nullopt, m_formats.number);
    put(finding.place.field);
    put(finding.subject);
    put(finding.subject_id);
    put(in(m_language, findings::message(finding)));
    put(in(m_language, findings::fix(finding)));
    put(finding.kind->blocks);
    put_number(row, column++, finding.area_m2 ? std::optional(*finding.area_m2 / kSquareMetresPerHectare) : std::nullopt, m_formats.area);
  }

  void finish() { require(worksheet_autofilter(m_sheet, 0, 0, m_last_row, static_cast<lxw_col_t>(kColumns.size() - 1)), m_path); }

 private:
  void put_text(lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
    if (text.empty()) return;
    require(worksheet_write_string(m_sheet, row, column, fit_cell(text, m_language).c_str(), format), m_path);
  }
  void put_number(lxw_row_t row, lxw_col_t column, std::optional<double> number, lxw_format* format) {
    if (number) require(worksheet_write_number(m_sheet, row, column, *number, format), m_path);
  }

  lxw_worksheet* m_sheet;
  const Formats& m_formats;
  const std::filesystem::path& m_path;
  Language m_language;
  lxw_row_t m_last_row = 0;
};

void add_sheets(lxw_workbook* book, const Formats& formats, const workflow::Audit& audit, const std::vector<std::size_t>& members,
                const std::string& title, const std::filesystem::path& path, Language language) {
  std::size_t next = 0;
  for (std::size_t part = 1; part == 1 || next < members.size(); ++part) {
    const std::string sheet_name = part == 1 ? title : fmt::format("{} {}", title, part);
    lxw_worksheet* worksheet = workbook_add_worksheet(book, sheet_name.c_str());
    if (worksheet == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED, path);
    Sheet sheet(worksheet, formats, path, language);
    const std::size_t end = std::min(members.size(), next + kRowsPerSheet);
    for (; next < end; ++next) sheet.add(audit.findings[members[next]], audit.finding_ids.at(members[next]));
    sheet.finish();
  }
}

constexpr std::array<ColumnLayout, 9> kMissingColumns{{{"图层", "layer", 12},
                                                       {"字段", "field", 20},
                                                       {"名称", "name", 30},
                                                       {"文件", "file", 22},
                                                       {"列", "column", 18},
                                                       {"项数", "count", 8},
                                                       {"公顷", "hectares", 12},
                                                       {"其中面积不明", "of these without an area", 12},
                                                       {"因此未定的列", "leaves undecided", 36}}};

// Which field to enter first: one row per missing field, the most land first.
void add_missing_fields(lxw_workbook* book, const Formats& formats, const workflow::Audit& audit, const std::filesystem::path& path, Language language) {
  if (audit.missing_fields.empty()) return;
  lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(in(language, "缺失字段", "Missing fields")).c_str());
  if (sheet == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED, path);
  const auto put = [&](lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
    if (!text.empty()) require(worksheet_write_string(sheet, row, column, fit_cell(text, language).c_str(), format), path);
  };
  lxw_col_t last = 0;
  for (const ColumnLayout& layout : kMissingColumns) {
    require(worksheet_set_column(sheet, last, last, layout.width, nullptr), path);
    put(0, last++, in(language, layout.zh, layout.en), formats.header);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  lxw_row_t row = 0;
  for (const workflow::MissingField& each : audit.missing_fields) {
    ++row;
    put(row, 0, each.layer, formats.text);
    put(row, 1, each.field, formats.text);
    put(row, 2, in(language, each.zh, each.en), formats.text);
    put(row, 3, each.source, formats.text);
    put(row, 4, each.header.empty() ? in(language, "没有这一列", "no such column") : std::string_view(each.header), formats.text);
    require(worksheet_write_number(sheet, row, 5, static_cast<double>(each.count), formats.number), path);
    require(worksheet_write_number(sheet, row, 6, each.area_m2 / kSquareMetresPerHectare, formats.area), path);
    require(worksheet_write_number(sheet, row, 7, static_cast<double>(each.without_area), formats.number), path);
    put(row, 8, each.blocks, formats.text);
  }
  require(worksheet_autofilter(sheet, 0, 0, row, static_cast<lxw_col_t>(last - 1)), path);
}

void set_properties(lxw_workbook* book, const workflow::Audit& audit, const std::filesystem::path& path) {
  std::string title = audit.title;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = static_cast<time_t>(audit.as_of.epoch_days()) * static_cast<time_t>(kSecondsPerDay);
  require(workbook_set_properties(book, &properties), path);
}

}  // namespace

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

void write_fix_list(const workflow::Audit& audit, const std::filesystem::path& path, bool overwrite, Language language) {
  OutputFile file(path, overwrite);
  Book book(workbook_new(file.aside().c_str()));
  if (!book) require(LXW_ERROR_MEMORY_MALLOC_FAILED, path);
  set_properties(book.get(), audit, path);
  const Formats formats = make_formats(book.get());

  std::vector<std::size_t> defects, remarks;
  for (const Defects& group : defects_by_code(audit)) {
    std::vector<std::size_t>& list = group.kind->severity == Severity::info ? remarks : defects;
    list.insert(list.end(), group.members.begin(), group.members.end());
  }
  add_sheets(book.get(), formats, audit, defects, std::string(in(language, "待改", "To mend")), path, language);
  add_missing_fields(book.get(), formats, audit, path, language);
  add_sheets(book.get(), formats, audit, remarks, std::string(in(language, "说明", "Remarks")), path, language);

  require(workbook_close(book.release()), path);  // writes, and frees the book whatever happens
  file.finish();
}

}  // namespace yongdi::report
