#include <gtest/gtest.h>

#include "measures/exact.hpp"

namespace yongdi::measures {
namespace {

struct Case {
  Exact value;
  const char* fraction;
  bool survives;  // a binary number keeps it
};

const Case kCases[] = {
    {Exact(0), "0", true},
    {Exact(-12), "-12", true},
    {*Exact::parse("9999.99"), "999999/100", true},
    {*Exact::parse("-0.1"), "-1/10", true},
    {*Exact::parse("999999999999.999"), "999999999999999/1000", true},
    {Exact::ratio(1, 8), "1/8", true},
    {Exact::ratio(2000, 3), "2000/3", false},  // 1 mu
    {Exact::ratio(-1, 3), "-1/3", false},
    {*Exact::parse("12345678901.2345678"), "61728394506172839/5000000", false},
    {*Exact::parse("9007199254740993"), "9007199254740993", false},  // 2^53 + 1
};

TEST(Fraction, ReadsBackAsTheSameNumber) {
  for (const Case& each : kCases) {
    EXPECT_EQ(each.value.to_fraction(), each.fraction);
    EXPECT_EQ(Exact::from_fraction(each.fraction), each.value) << each.fraction;
  }
}

TEST(Fraction, KnowsWhatABinaryNumberKeeps) {
  for (const Case& each : kCases) {
    EXPECT_EQ(each.value.survives_double(), each.survives) << each.fraction;
    EXPECT_EQ(Exact::from_double(each.value.to_double()) == each.value, each.survives) << each.fraction;
  }
}

TEST(Fraction, RefusesWhatIsNone) {
  for (const char* text : {"", "/", "1/", "/3", "1/0", "a/3", "1/3/4", "1 / 3"}) EXPECT_EQ(Exact::from_fraction(text), std::nullopt) << text;
}

}  // namespace
}  // namespace yongdi::measures
