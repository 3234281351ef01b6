#include "measures/exact.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace {

using yongdi::measures::Exact;

Exact exact(std::string_view text) { return Exact::parse(text).value(); }

TEST(Exact, StandsExactlyOnTheLineOfTheLaw) {
  const Exact third = Exact::ratio(1, 3);
  EXPECT_FALSE(exact("10000") < third * exact("30000")) << "exactly a third developed is not less than a third";
  EXPECT_TRUE(exact("9999.99") < third * exact("30000"));
  EXPECT_FALSE(exact("2500") < exact("0.25") * exact("10000")) << "exactly 25 % invested is not less than 25 %";
  EXPECT_TRUE(exact("2499.99") < exact("0.25") * exact("10000"));
  EXPECT_EQ(exact("0.1") + exact("0.2"), exact("0.3"));
  EXPECT_EQ(third + third + third, Exact(1));
}

TEST(Exact, ReadsDecimals) {
  EXPECT_EQ(exact("-0.5"), Exact::ratio(-1, 2));
  EXPECT_EQ(exact("1.2e3"), Exact(1200));
  EXPECT_EQ(exact("12E-1"), Exact::ratio(6, 5));
  EXPECT_EQ(exact("1.50000000000000000000000000000000000000000000"), Exact::ratio(3, 2)) << "zeros behind cost no range";
  EXPECT_EQ(exact("0.000"), Exact());
  EXPECT_EQ(exact("-0"), Exact());
  EXPECT_EQ(exact("1200300"), Exact(1'200'300));
}

TEST(Exact, RefusesWhatIsNoNumber) {
  for (const auto* text : {"", "-", ".", "1,000", " 1", "1 ", "1.2.3", "0x10", "1e", "1e+", "１２", "nan", "--1", "1/3", "1e99999999999", "1e40"}) {
    EXPECT_FALSE(Exact::parse(text)) << text;
  }
}

TEST(Exact, TakesADoubleAsItsShortestDecimal) {
  EXPECT_EQ(Exact::from_double(0.1), exact("0.1"));
  EXPECT_EQ(Exact::from_double(-7655.25), exact("-7655.25"));
  EXPECT_EQ(Exact::from_double(1e20), exact("100000000000000000000"));
  EXPECT_FALSE(Exact::from_double(std::nan("")));
  EXPECT_FALSE(Exact::from_double(std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(Exact::from_double(1e300));
}

TEST(Exact, ComesBackAsTheSameDouble) {
  for (const double value : {0.1, 1.0 / 3.0, 29999.999999999996, 123456789.12345678, 4294967296.5, 1e22, 3.0e-15, -0.7, 0.0}) {
    EXPECT_EQ(Exact::from_double(value).value().to_double(), value);
  }
  EXPECT_EQ(Exact::ratio(2000, 3).to_double(), 2000.0 / 3.0);
  EXPECT_EQ((Exact(9007199254740993) / Exact(1)).to_double(), 9007199254740992.0) << "a tie goes to the even neighbour";
  EXPECT_EQ((Exact(9007199254740993) + exact("0.001")).to_double(), 9007199254740994.0) << "just above the tie goes up";
}

TEST(Exact, RoundsHalfAwayFromZero) {
  EXPECT_EQ(exact("2.675").to_string(2), "2.68");
  EXPECT_EQ(exact("2.665").to_string(2), "2.67");
  EXPECT_EQ(exact("-2.675").to_string(2), "-2.68");
  EXPECT_EQ(exact("1234.5").to_string(2), "1234.50");
  EXPECT_EQ(exact("999.995").to_string(2), "1000.00");
  EXPECT_EQ(exact("0.5").to_string(0), "1");
  EXPECT_EQ(exact("-0.004").to_string(2), "0.00") << "no negative zero";
}

TEST(Exact, PrintsTheShortestWay) {
  EXPECT_EQ(exact("240.0").to_string(), "240");
  EXPECT_EQ(exact("0.20").to_string(), "0.2");
  EXPECT_EQ(Exact::ratio(1, 3).to_string(), "0.333333333333");
  EXPECT_EQ(Exact::ratio(2, 3).to_string(), "0.666666666667");
  EXPECT_EQ(Exact(-1200).to_string(), "-1200");
}

TEST(Exact, ComparesFiguresWhoseProductsWouldNotFit) {
  const Exact large = exact("12345678901234567890.123456789012345678");
  EXPECT_TRUE(large < large + exact("0.000000000000000001"));
  EXPECT_TRUE(Exact() - large > Exact() - large - exact("0.000000000000000001"));
  EXPECT_TRUE(exact("1e-37") > Exact());
  EXPECT_TRUE(exact("1e-37") < Exact::ratio(1, 3));
}

TEST(Exact, SaysWhenItCannotBeExact) {
  EXPECT_THROW(exact("1e37") * exact("1e37"), std::overflow_error);
  EXPECT_THROW(exact("1e-37") * exact("1e-37"), std::overflow_error);
  EXPECT_THROW(Exact(1) / Exact(), std::domain_error);
  EXPECT_EQ(exact("1e37") * exact("1e-37"), Exact(1)) << "reduced before it is multiplied";
}

}  // namespace
