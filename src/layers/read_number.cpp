#include "layers/read_number.hpp"

#include <string>

#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// "1,234,567.8": groups of three behind the first comma, none in the decimals. Empty when they stand elsewhere.
std::optional<std::string> without_separators(std::string_view text) {
  const std::size_t point = text.find_first_of(".eE");
  const std::string_view whole = text.substr(0, point);
  const std::size_t first = whole.find(',');
  std::string digits(text);
  if (first != std::string_view::npos) {
    const std::size_t leading = first - (whole.starts_with("-") || whole.starts_with("+") ? 1 : 0);
    if (leading == 0 || leading > 3 || (whole.size() - first) % 4 != 0) return std::nullopt;
    for (std::size_t at = first; at < whole.size(); ++at) {
      if ((whole[at] == ',') != ((at - first) % 4 == 0)) return std::nullopt;
    }
    digits = std::string(whole);
    std::erase(digits, ',');
    if (point != std::string_view::npos) digits += text.substr(point);
  }
  if (digits.find(',') != std::string::npos) return std::nullopt;
  return digits;
}

std::optional<measures::Exact> without_unit(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return measures::Exact::parse(text.substr(text.starts_with('+') ? 1 : 0));
  const std::optional<std::string> digits = without_separators(text);
  return digits ? without_unit(*digits) : std::nullopt;
}

// Where the number ends and the unit begins. An exponent belongs to the number only with digits behind it.
std::size_t number_size(std::string_view text) {
  std::size_t at = text.starts_with("-") || text.starts_with("+") ? 1 : 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == '.')) ++at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '-' || text[exponent] == '+')) ++exponent;
    const std::size_t digits = exponent;
    while (exponent < text.size() && is_digit(text[exponent])) ++exponent;
    if (exponent > digits) at = exponent;
  }
  return at;
}

}  // namespace

std::optional<WrittenNumber> read_number(std::string_view text) {
  const std::size_t size = number_size(text);
  const std::optional<measures::Exact> value = without_unit(text.substr(0, size));
  if (!value) return std::nullopt;
  WrittenNumber number{*value, nullptr, false};
  const std::string_view behind = trim(text.substr(size));
  if (behind.empty()) return number;
  if (behind == "%") {
    number.percent = true;
    return number;
  }
  number.unit = measures::find_unit_as_written(behind);
  return number.unit == nullptr ? std::nullopt : std::optional(number);
}

}  // namespace yongdi::layers
