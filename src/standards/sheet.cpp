#include "standards/sheet.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "measures/digest.hpp"
#include "measures/nearest.hpp"

namespace yongdi::standards {
namespace {

using findings::Exit;
using findings::Failure;
using findings::Text;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[noreturn]] void refuse_file(const std::string& name, const Text& why, Exit status = Exit::usage) {
  throw Failure(status, {"表 " + name + "：" + why.zh, "table " + name + ": " + why.en});
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

// Whether the bytes are UTF-8 as far as lead and continuation bytes go: GBK text never is for long.
bool is_utf8(std::string_view text) {
  std::size_t follow = 0;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (continues != (follow > 0)) return false;
    if (continues)
      --follow;
    else
      follow = byte < 0x80U ? 0 : byte < 0xE0U ? 1 : byte < 0xF0U ? 2 : 3;
  }
  return follow == 0;
}

// Cuts a text into records and cells, quotes heeded (RFC 4180).
class Records {
 public:
  explicit Records(std::string_view text) : m_text(text) {}
  [[nodiscard]] bool at_end() const { return m_at >= m_text.size(); }
  [[nodiscard]] std::int64_t line() const { return m_line; }
  [[nodiscard]] bool at_remark() const { return m_text[m_at] == '#'; }
  void skip_line() {
    m_at = std::min(m_text.find('\n', m_at), m_text.size() - 1) + 1;
    ++m_line;
  }
  // False when a quote is never closed.
  bool next(std::vector<std::string>& cells) {
    cells.assign(1, {});
    bool quoted = false;
    for (; m_at < m_text.size(); ++m_at) {
      const char letter = m_text[m_at];
      if (letter == '\n') ++m_line;
      if (quoted && letter == '"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
        cells.back() += m_text[++m_at];
      } else if (letter == '"' && (quoted || trimmed(cells.back()).empty())) {
        quoted = !quoted;
      } else if (!quoted && letter == ',') {
        finish(cells.back());
        cells.emplace_back();
      } else if (!quoted && letter == '\n') {
        ++m_at;
        break;
      } else {
        cells.back() += letter;
      }
    }
    finish(cells.back());
    return !quoted;
  }

 private:
  static void finish(std::string& cell) { cell = trimmed(cell); }
  std::string_view m_text;
  std::size_t m_at = 0;
  std::int64_t m_line = 1;
};

std::string listed(std::span<const std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

void expect_columns(const std::string& table, const std::vector<std::string>& given, std::span<const SheetColumn> columns) {
  std::vector<std::string_view> names;
  for (const SheetColumn& column : columns) names.push_back(column.name);
  for (const std::string& name : given) {
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      if (std::count(given.begin(), given.end(), name) > 1)
        refuse_file(table, {"列“" + name + "”出现了两次。请删去一列。", "the column \"" + name + "\" occurs twice. Remove one."});
      continue;
    }
    const std::string nearest(measures::nearest_name(name, names));
    refuse_file(table, {"不认识列“" + name + "”" + (nearest.empty() ? "。" : "，是否应为“" + nearest + "”？") + "可用：" + listed(names) + "。",
                        "the column \"" + name + "\" is not known." + (nearest.empty() ? "" : " Did you mean \"" + nearest + "\"?") +
                            " Valid: " + listed(names) + "."});
  }
  for (const SheetColumn& column : columns)
    if (column.required && std::find(given.begin(), given.end(), column.name) == given.end())
      refuse_file(table, {"缺少必需的列“" + std::string(column.name) + "”。请补上。",
                          "the required column \"" + std::string(column.name) + "\" is missing. Please add it."});
}

}  // namespace

Text at_row(const std::string& table, std::int64_t row) {
  return {table + " 第 " + std::to_string(row) + " 行", table + ", row " + std::to_string(row)};
}

Sheet Sheet::read(const std::filesystem::path& file, std::string name, std::span<const SheetColumn> columns) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad() || std::filesystem::is_directory(file))
    refuse_file(name, {"文件 " + file.string() + " 不存在或无法读取。请检查路径和权限。",
                       "the file " + file.string() + " does not exist or cannot be read. Check its path and permissions."},
                Exit::input);
  return parse(std::move(text), std::move(name), columns);
}

Sheet Sheet::parse(std::string text, std::string name, std::span<const SheetColumn> columns) {
  Sheet sheet;
  sheet.m_name = std::move(name);
  sheet.m_sha256 = measures::sha256(text);
  if (!is_utf8(text))
    refuse_file(sheet.m_name, {"不是 UTF-8 编码。请另存为“CSV UTF-8”。", "it is not UTF-8. Save it as \"CSV UTF-8\"."});
  std::string_view body = text;
  if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
  Records records(body);
  std::vector<std::string> cells;
  while (!records.at_end()) {
    if (records.at_remark()) {
      records.skip_line();
      continue;
    }
    const std::int64_t line = records.line();
    if (!records.next(cells))
      refuse_file(sheet.m_name, {"第 " + std::to_string(line) + " 行起的引号没有闭合。请补上引号。", "a quote that opens in row " + std::to_string(line) + " is never closed. Please close it."});
    if (cells.size() == 1 && cells.front().empty()) continue;
    if (sheet.m_columns.empty()) {
      sheet.m_columns = cells;
      expect_columns(sheet.m_name, cells, columns);
    } else {
      if (cells.size() != sheet.m_columns.size())
        refuse_file(sheet.m_name, {"第 " + std::to_string(line) + " 行有 " + std::to_string(cells.size()) + " 格，表头有 " +
                                       std::to_string(sheet.m_columns.size()) + " 列。请检查逗号和引号。",
                                   "row " + std::to_string(line) + " has " + std::to_string(cells.size()) + " cells where the header has " +
                                       std::to_string(sheet.m_columns.size()) + ". Check commas and quotes."});
      sheet.m_lines.push_back({line, cells});
    }
  }
  if (sheet.m_columns.empty()) refuse_file(sheet.m_name, {"没有表头。请写上列名。", "it has no line of column names. Please add one."});
  return sheet;
}

std::vector<SheetRow> Sheet::rows() const& {
  std::vector<SheetRow> rows;
  for (std::size_t i = 0; i < m_lines.size(); ++i) rows.emplace_back(*this, i);
  return rows;
}

bool Sheet::has(std::string_view column) const { return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end(); }

std::int64_t SheetRow::number() const { return m_sheet->m_lines[m_position].number; }

const std::string& SheetRow::text(std::string_view column) const {
  static const std::string kBlank;
  const auto found = std::find(m_sheet->m_columns.begin(), m_sheet->m_columns.end(), column);
  if (found == m_sheet->m_columns.end()) return kBlank;
  return m_sheet->m_lines[m_position].cells[static_cast<std::size_t>(found - m_sheet->m_columns.begin())];
}

const std::string& SheetRow::required(std::string_view column) const {
  const std::string& value = text(column);
  if (value.empty()) refuse(column, {"是空的。请填写，或删去这一行。", "is blank. Please fill it in, or remove the row."});
  return value;
}

std::optional<measures::Exact> SheetRow::number(std::string_view column) const {
  const std::string& written = text(column);
  if (written.empty()) return std::nullopt;
  const auto value = measures::Exact::parse(written);
  if (!value) refuse(column, {"“" + written + "”不是数。", "\"" + written + "\" is not a number."});
  return value;
}

std::optional<measures::Day> SheetRow::day(std::string_view column) const {
  const std::string& written = text(column);
  if (written.empty()) return std::nullopt;
  const auto value = measures::Day::parse_iso(written);
  if (!value) refuse(column, {"“" + written + "”不是 2024-12-31 样式的日期。", "\"" + written + "\" is no day like 2024-12-31."});
  return value;
}

measures::Exact SheetRow::required_number(std::string_view column) const { return required(column).empty() ? measures::Exact() : *number(column); }
measures::Day SheetRow::required_day(std::string_view column) const { return required(column).empty() ? measures::Day() : *day(column); }

std::size_t SheetRow::choice(std::string_view column, std::span<const std::string_view> valid, std::optional<std::size_t> blank) const {
  const std::string& written = blank ? text(column) : required(column);
  if (written.empty()) return *blank;
  const auto found = std::find(valid.begin(), valid.end(), written);
  if (found == valid.end()) {
    const std::string nearest(measures::nearest_name(written, valid));
    refuse(column, {"“" + written + "”不是可用的值" + (nearest.empty() ? "" : "，是否应为“" + nearest + "”？") + "可用：" + listed(valid) + "。",
                    "\"" + written + "\" is not valid." + (nearest.empty() ? "" : " Did you mean \"" + nearest + "\"?") + " Valid: " + listed(valid) + "."});
  }
  return static_cast<std::size_t>(found - valid.begin());
}

void SheetRow::refuse(std::string_view column, const Text& why) const {
  const Text place = at_row(m_sheet->name(), number());
  throw Failure(Exit::usage, {"表 " + place.zh + "，列“" + std::string(column) + "”：" + why.zh, "table " + place.en + ", column \"" + std::string(column) + "\": " + why.en});
}

}  // namespace yongdi::standards
