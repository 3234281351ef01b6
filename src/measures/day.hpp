#pragma once
// A calendar day of the Gregorian calendar (民法典 200: periods follow it), without time or zone.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yongdi::measures {

class Day {
 public:
  constexpr Day() = default;
  // Empty when there is no such day. Years 1 … 9999.
  static std::optional<Day> from_ymd(int year, unsigned month, unsigned day);
  // "2024-12-31", zero-padded, nothing else. How sources write days is the business of layers/read_day.hpp.
  static std::optional<Day> parse_iso(std::string_view text);
  // Days since 1970-01-01.
  static constexpr Day from_epoch_days(std::int32_t days) {
    Day day;
    day.m_days = days;
    return day;
  }

  [[nodiscard]] int year() const;
  [[nodiscard]] std::string to_iso() const;
  [[nodiscard]] constexpr std::int32_t epoch_days() const { return m_days; }
  // The same month and day `years` later; 29 February becomes 28 February in a common year (民法典 202, the month's last day).
  [[nodiscard]] Day anniversary(int years) const;

  friend constexpr Day operator+(Day day, int days) { return from_epoch_days(day.m_days + days); }
  friend constexpr int operator-(Day later, Day earlier) { return later.m_days - earlier.m_days; }
  friend constexpr auto operator<=>(Day, Day) = default;

 private:
  std::int32_t m_days = 0;
};

}  // namespace yongdi::measures
