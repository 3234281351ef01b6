#include "report/figures.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace yongdi::report {
namespace {

TEST(Figures, HectaresRoundHalfUp) {
  const std::pair<double, const char*> cases[] = {
      {0, "0.0000"}, {10'000, "1.0000"}, {0.5, "0.0001"}, {0.4999, "0.0000"}, {1'234'567.8, "123.4568"}, {12'345.5, "1.2346"}, {-10'000, "-1.0000"}};
  for (const auto& [area_m2, text] : cases) EXPECT_EQ(hectares(area_m2), text) << area_m2;
}

TEST(Figures, NotKnownIsNeverZero) {
  EXPECT_EQ(hectares({}), "—");
  EXPECT_EQ(decimal({}, 2), "—");
  EXPECT_EQ(decimal(1.005, 2), "1.01");
}

TEST(Figures, WhatCannotBeRoundedIsStillShown) { EXPECT_EQ(decimal(std::numeric_limits<double>::infinity(), 2), "inf"); }

}  // namespace
}  // namespace yongdi::report
