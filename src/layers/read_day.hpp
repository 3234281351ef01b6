#pragma once
// Days as sources write them.
#include <cstdint>
#include <optional>
#include <string_view>

#include "measures/day.hpp"

namespace yongdi::layers {

// "--", "/" and blanks stand for nothing, in days as in numbers and codes.
bool stands_for_nothing(std::string_view trimmed);

// Systems that cannot leave a date blank write 1900-01-01 or 1901-01-02.
bool is_sentinel(measures::Day day);

// The day in UTC+8 of a moment in epoch milliseconds. Before 1901 Shanghai kept local mean time (UTC+8:05:43), in which programs there write the
// sentinel, so moments up to 343 s before 1900-01-01 belong to it.
std::optional<measures::Day> day_of_milliseconds(std::int64_t milliseconds);

// 2024-12-31, 2024/12/31, 2024.12.31, 20241231, 2024年12月31日, epoch milliseconds; a time of day may follow, and with a zone is taken to UTC+8.
// Half-width, trimmed text in; empty for anything else.
std::optional<measures::Day> read_day(std::string_view text);

}  // namespace yongdi::layers
