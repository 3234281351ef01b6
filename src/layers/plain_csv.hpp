#pragma once
// A CSV file without quotes, in UTF-8: its rows are its lines and its cells what stands between the delimiters, so that it can be read in parts, by
// all processors. Any other is left to GDAL, which would give the very same rows for this one.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yongdi::layers {

class PlainCsv {
 public:
  // `names`: the columns as GDAL found them. Empty when there is anything in the text that needs GDAL.
  static std::optional<PlainCsv> of(std::string text, const std::vector<std::string>& names);

  // All lines behind the header, cut between lines into parts of about that many bytes.
  [[nodiscard]] std::vector<std::string_view> parts(std::size_t bytes) const;
  // Calls `body` for every line of a part that is not blank, with its cells: at most one per column, fewer where the line ends early.
  void for_each(std::string_view part, const std::function<void(std::span<const std::string_view> cells)>& body) const;

 private:
  std::string m_text;
  std::size_t m_first = 0;  // byte behind the header
  char m_delimiter = ',';
  std::size_t m_columns = 0;
};

}  // namespace yongdi::layers
