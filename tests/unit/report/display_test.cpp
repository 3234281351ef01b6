#include "report/display.hpp"

#include <gmock/gmock.h>

namespace yongdi::report {
namespace {

TEST(Display, ChineseTakesTwoCells) {
  const std::pair<const char*, std::size_t> cases[] = {{"", 0},       {"park", 4},      {"园区", 4}, {"清府〔2021〕26号", 16},
                                                       {"（㎡）", 6}, {"e\xCC\x81", 1}, {"🏭", 2}};
  for (const auto& [text, width] : cases) EXPECT_EQ(display_width(text), width) << text;
}

TEST(Display, WhatIsNoTextShowsAsReplacement) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");                      // no colours from somebody's data
  EXPECT_EQ(printable("\xC7\xE5"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // GBK bytes
  EXPECT_EQ(printable("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // half a surrogate pair
  EXPECT_EQ(printable("一行\n两行"), "一行 两行");
}

TEST(Display, ColumnsLineUp) {
  TextTable table;
  table.add_column("园区");
  table.add_column("面积", Align::right);
  table.add_row({"K01", "1.5"});
  table.add_row({"龙塘片区", "12.25"});
  EXPECT_EQ(table.to_string(),
            "园区       面积\n"
            "--------  -----\n"
            "K01         1.5\n"
            "龙塘片区  12.25\n");
}

TEST(Display, RowOfAnotherLengthIsRefused) {
  TextTable table;
  table.add_column("a");
  EXPECT_THROW(table.add_row({"1", "2"}), std::logic_error);
}

}  // namespace
}  // namespace yongdi::report
