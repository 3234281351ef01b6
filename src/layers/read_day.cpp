#include "layers/read_day.hpp"

#include <charconv>

#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kZoneMs = 8 * 3'600'000;

// Reads from the front of a text and remembers whether all of it fitted.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : m_rest(text) {}
  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < m_rest.size() && count < most && m_rest[count] >= '0' && m_rest[count] <= '9') ++count;
    if (count < least) return std::nullopt;
    int value = 0;
    std::from_chars(m_rest.data(), m_rest.data() + count, value);
    m_rest.remove_prefix(count);
    return value;
  }
  bool take(std::string_view text) {
    if (!m_rest.starts_with(text)) return false;
    m_rest.remove_prefix(text.size());
    return true;
  }
  [[nodiscard]] bool done() const { return m_rest.empty(); }
  [[nodiscard]] std::string_view rest() const { return m_rest; }

 private:
  std::string_view m_rest;
};

std::optional<measures::Day> make_day(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  return measures::Day::from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<measures::Day> read_date(Scanner& text) {
  const std::optional<int> year = text.digits(4, 4);
  for (const std::string_view mark : {"-", "/", "."}) {
    if (!text.take(mark)) continue;
    const std::optional<int> month = text.digits(1, 2);
    return text.take(mark) ? make_day(year, month, text.digits(1, 2)) : std::nullopt;
  }
  if (text.take("年")) {
    const std::optional<int> month = text.digits(1, 2);
    if (!text.take("月")) return std::nullopt;
    const std::optional<int> day = text.digits(1, 2);
    return text.take("日") ? make_day(year, month, day) : std::nullopt;
  }
  const std::optional<int> month = text.digits(2, 2);
  return make_day(year, month, text.digits(2, 2));
}

// What follows a date: " 16:00", "T16:00:00.000Z", "+08". Gives the days by which UTC+8 is ahead of what was written; empty when it is no time.
std::optional<int> read_time(Scanner& text) {
  if (text.done()) return 0;
  if (!text.take("T") && !text.take(" ")) return std::nullopt;
  const std::optional<int> hour = text.digits(1, 2);
  if (!hour || *hour > 24 || !text.take(":")) return std::nullopt;
  const std::optional<int> minute = text.digits(1, 2);
  if (!minute || *minute > 59) return std::nullopt;
  if (text.take(":")) {
    if (!text.digits(1, 2)) return std::nullopt;
    if (text.take(".") && !text.digits(1, 9)) return std::nullopt;
  }
  if (text.done()) return 0;
  int zone_minutes = 0;
  if (!text.take("Z")) {
    const int sign = text.take("+") ? 1 : text.take("-") ? -1 : 0;
    const std::optional<int> hours = text.digits(2, 2);
    text.take(":");
    const int minutes = text.digits(2, 2).value_or(0);
    if (sign == 0 || !hours) return std::nullopt;
    zone_minutes = sign * (*hours * 60 + minutes);
  }
  if (!text.done()) return std::nullopt;
  const int in_china = *hour * 60 + *minute - zone_minutes + 8 * 60;
  return in_china < 0 ? -1 : in_china / (24 * 60);
}

}  // namespace

bool stands_for_nothing(std::string_view trimmed) { return trimmed.empty() || trimmed == "--" || trimmed == "/"; }

bool is_sentinel(measures::Day day) { return day == measures::Day::from_ymd(1900, 1, 1) || day == measures::Day::from_ymd(1901, 1, 2); }

std::optional<measures::Day> day_of_milliseconds(std::int64_t milliseconds) {
  constexpr std::int64_t kSentinelMs = -2'209'017'600'000;  // 1900-01-01T00:00+08:00
  constexpr std::int64_t kFurthestMs = 100'000'000 * kDayMs;
  if (milliseconds > kFurthestMs || milliseconds < -kFurthestMs) return std::nullopt;
  if (milliseconds < kSentinelMs && milliseconds >= kSentinelMs - 343'000) milliseconds = kSentinelMs;
  const std::int64_t local = milliseconds + kZoneMs;
  const std::int64_t days = local / kDayMs - (local % kDayMs < 0 ? 1 : 0);
  const measures::Day day = measures::Day::from_epoch_days(static_cast<std::int32_t>(days));
  if (days < -719'162 || days > 2'932'896) return std::nullopt;  // years 1 … 9999
  return day;
}

std::optional<measures::Day> read_day(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with("-") ? 1 : 0);
  if (digits.size() >= 11 && digits.find_first_not_of("0123456789") == std::string_view::npos) {
    std::int64_t milliseconds = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    return end.ec == std::errc() ? day_of_milliseconds(milliseconds) : std::nullopt;
  }
  Scanner scanner(text);
  const std::optional<measures::Day> day = read_date(scanner);
  if (!day) return std::nullopt;
  const std::optional<int> ahead = read_time(scanner);
  return ahead ? std::optional(*day + *ahead) : std::nullopt;
}

}  // namespace yongdi::layers
