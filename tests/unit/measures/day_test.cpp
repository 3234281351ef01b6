#include "measures/day.hpp"

#include <gtest/gtest.h>

namespace {

using yongdi::measures::Day;

Day day(std::string_view text) { return Day::parse_iso(text).value(); }

TEST(Day, ReadsOnlyRealDays) {
  EXPECT_EQ(day("2024-02-29").to_iso(), "2024-02-29");
  EXPECT_EQ(day("0001-01-01").to_iso(), "0001-01-01");
  for (const auto* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-1", "2024/01/01", "20240101", "2024-01-01T00",
                           "0000-01-01", "+024-01-01", ""}) {
    EXPECT_FALSE(Day::parse_iso(text)) << text;
  }
  EXPECT_FALSE(Day::from_ymd(2024, 257, 1)) << "a month of 257 is not January";
}

TEST(Day, CountsDays) {
  EXPECT_EQ(day("1970-01-01").epoch_days(), 0);
  EXPECT_EQ(day("2024-12-31") - day("2023-03-15"), 657);
  EXPECT_EQ(day("2024-02-28") + 2, day("2024-03-01"));
  EXPECT_EQ(day("2025-12-30").year(), 2025);
}

TEST(Day, HasAnniversaries) {
  struct Row {
    const char* from;
    int years;
    const char* to;
  };
  for (const Row& row : {Row{"2023-03-15", 1, "2024-03-15"}, Row{"2024-02-29", 1, "2025-02-28"}, Row{"2024-02-29", 4, "2028-02-29"},
                         Row{"2023-02-28", 1, "2024-02-28"}, Row{"2023-12-31", 2, "2025-12-31"}}) {
    EXPECT_EQ(day(row.from).anniversary(row.years), day(row.to)) << row.from;
  }
}

}  // namespace
