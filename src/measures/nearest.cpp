#include "measures/nearest.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace yongdi::measures {
namespace {

// One number per code point: its bytes put together. Enough to tell letters apart, also in text that is not valid UTF-8.
std::u32string letters(std::string_view text) {
  std::u32string result;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    const bool continues = (value & 0xC0U) == 0x80U;
    if (continues && !result.empty()) {
      result.back() = (result.back() << 8U) | value;
    } else {
      result.push_back(value);
    }
  }
  return result;
}

// Optimal string alignment: insert, delete, replace, and swap of neighbours cost one each.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  const std::u32string wanted = letters(name);
  std::size_t smallest = wanted.size() / 3 + 1;
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    const std::size_t differs = distance(wanted, letters(candidate));
    if (differs < smallest || (differs == smallest && nearest.empty())) {
      smallest = differs;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace yongdi::measures
