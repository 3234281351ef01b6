#include "layers/plain_csv.hpp"

#include <algorithm>
#include <utility>

namespace yongdi::layers {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char kDelimiters[] = {',', ';', '\t'};  // that GDAL tries

std::string_view without_return(std::string_view line) { return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line; }

// The line in front, without its end; `text` begins behind it then.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return without_return(line);
}

// At most `most` cells; the rest of the line is dropped.
void split(std::string_view line, char delimiter, std::size_t most, std::vector<std::string_view>& cells) {
  cells.clear();
  while (cells.size() < most) {
    const std::size_t end = line.find(delimiter);
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return;
    line.remove_prefix(end + 1);
  }
}

// Quotes, and what ends a line for GDAL but is no line end here.
bool needs_gdal(std::string_view text) {
  if (text.find('"') != std::string_view::npos || text.find('\0') != std::string_view::npos) return true;
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  return false;
}

}  // namespace

std::optional<PlainCsv> PlainCsv::of(std::string text, const std::vector<std::string>& names) {
  if (names.size() < 2 || needs_gdal(text)) return std::nullopt;
  PlainCsv csv;
  csv.m_text = std::move(text);
  csv.m_columns = names.size();
  std::string_view rest = csv.m_text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  const std::string_view header = take_line(rest);
  csv.m_first = csv.m_text.size() - rest.size();
  // The right delimiter is the one by which the header falls into the names that GDAL found.
  std::vector<std::string_view> cells;
  for (const char delimiter : kDelimiters) {
    split(header, delimiter, names.size() + 1, cells);
    if (!std::equal(cells.begin(), cells.end(), names.begin(), names.end())) continue;
    csv.m_delimiter = delimiter;
    return csv;
  }
  return std::nullopt;
}

std::vector<std::string_view> PlainCsv::parts(std::size_t bytes) const {
  std::vector<std::string_view> result;
  for (std::string_view rest = std::string_view(m_text).substr(m_first); !rest.empty();) {
    const std::size_t end = bytes < rest.size() ? rest.find('\n', bytes) : std::string_view::npos;
    const std::size_t size = end == std::string_view::npos ? rest.size() : end + 1;
    result.push_back(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  return result;
}

void PlainCsv::for_each(std::string_view part, const std::function<void(std::span<const std::string_view>)>& body) const {
  std::vector<std::string_view> cells;
  while (!part.empty()) {
    const std::string_view line = take_line(part);
    if (line.empty()) continue;
    split(line, m_delimiter, m_columns, cells);
    body(cells);
  }
}

}  // namespace yongdi::layers
