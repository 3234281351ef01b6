#pragma once
// Tables of cases under tests/cases: CSV that a planner can read and add to, one case per row.
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::testing {

using Record = std::map<std::string, std::string>;

inline std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char letter : line) {
    if (letter == '"')
      quoted = !quoted;
    else if (letter == ',' && !quoted)
      cells.emplace_back();
    else if (letter != '\r')
      cells.back() += letter;
  }
  return cells;
}

// Every row has as many cells as the header, or the table is refused: a comma too many must not shift what is expected.
inline std::vector<Record> case_table(const std::string& name) {
  std::ifstream file(std::string(YONGDI_TESTS_DIR) + "/cases/" + name);
  std::vector<Record> result;
  std::vector<std::string> header;
  for (std::string line; std::getline(file, line);) {
    const auto cells = split(line);
    if (header.empty()) {
      header = cells;
      continue;
    }
    if (cells.size() != header.size()) throw std::runtime_error(name + ": a row does not fit the header: " + line);
    Record record;
    for (std::size_t i = 0; i < header.size(); ++i) record[header[i]] = cells[i];
    result.push_back(record);
  }
  return result;
}

// "a b; c d" at the marks, without blanks around.
inline std::vector<std::string> parts(const std::string& text, char mark) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    std::string part = text.substr(at, end - at);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) result.push_back(part);
    at = end + 1;
  }
  return result;
}

inline std::optional<measures::Day> day_or_none(const std::string& text) { return text.empty() ? std::nullopt : std::optional(measures::Day::parse_iso(text).value()); }
inline std::optional<measures::Exact> exact_or_none(const std::string& text) {
  return text.empty() || text == "?" ? std::nullopt : std::optional(measures::Exact::parse(text).value());
}
// "60%", "1/3"
inline std::optional<measures::Exact> share_or_none(const std::string& text) {
  if (text.ends_with('%')) return measures::Exact::parse(text.substr(0, text.size() - 1)).value() / measures::Exact(100);
  return text.empty() ? std::nullopt : std::optional(measures::Exact::from_fraction(text).value());
}

}  // namespace yongdi::testing
