#include "measures/day.hpp"

#include <charconv>
#include <chrono>
#include <string>

namespace yongdi::measures {
namespace {

std::chrono::year_month_day calendar(Day day) { return std::chrono::sys_days(std::chrono::days(day.epoch_days())); }

Day from_calendar(std::chrono::year_month_day date) {
  return Day::from_epoch_days(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Writes the last `width` digits of a number.
void put(std::string& text, std::size_t at, std::size_t width, unsigned value) {
  for (std::size_t place = at + width; place-- > at; value /= 10) text[place] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Day> Day::from_ymd(int year, unsigned month, unsigned day) {
  // std::chrono keeps months and days in a byte, so 257 must not become 1.
  if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return from_calendar(date);
}

std::optional<Day> Day::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_ymd(static_cast<int>(*year), *month, *day);
}

int Day::year() const { return static_cast<int>(calendar(*this).year()); }

std::string Day::to_iso() const {
  const auto date = calendar(*this);
  std::string text = "0000-00-00";
  put(text, 0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  put(text, 5, 2, static_cast<unsigned>(date.month()));
  put(text, 8, 2, static_cast<unsigned>(date.day()));
  return text;
}

Day Day::anniversary(int years) const {
  const auto date = calendar(*this) + std::chrono::years(years);
  return from_calendar(date.ok() ? date : date.year() / date.month() / std::chrono::last);
}

}  // namespace yongdi::measures
