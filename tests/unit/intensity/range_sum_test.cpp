#include <gtest/gtest.h>

#include "intensity/indicators.hpp"

namespace {

using yongdi::intensity::RangeSum;
using Maybe = std::optional<double>;

struct Member {
  Maybe numerator, denominator;
  double measured;
};

RangeSum sum(const std::vector<Member>& members) {
  RangeSum result;
  for (const Member& member : members) result.add(member.numerator, member.denominator, member.measured);
  return result;
}

// Floor areas over land: 1.5 from what is known.
TEST(RangeSum, ReachesAsFarAsWhatIsUnknown) {
  struct Row {
    const char* what;
    std::vector<Member> members;
    Maybe value, low, high;
    std::uint64_t unknown;
  };
  const Member big{30000, 20000, 20000}, small{0, 5000, 5000};
  const Row rows[] = {
      {"nobody", {}, {}, {}, {}, 0},
      {"all known: a ratio of sums, not a mean of ratios", {big, small}, 1.2, 1.2, 1.2, 0},
      {"an amount unknown: at least 0, no upper bound", {big, {{}, 10000, 9000}}, 1.5, 1.0, {}, 1},
      {"land unknown: from 0 to the area measured", {big, {6000, {}, 10000}}, 1.5, 1.2, 1.8, 1},
      {"both unknown", {big, {{}, {}, 10000}}, 1.5, 1.0, {}, 1},
      {"nothing known", {{{}, 10000, 10000}, {{}, {}, 500}}, {}, 0.0, {}, 2},
      {"amounts on unknown land alone", {{6000, {}, 10000}}, {}, 0.6, {}, 1},
  };
  for (const Row& row : rows) {
    const RangeSum result = sum(row.members);
    EXPECT_EQ(result.value(), row.value) << row.what;
    EXPECT_EQ(result.low(), row.low) << row.what;
    EXPECT_EQ(result.high(), row.high) << row.what;
    EXPECT_EQ(result.unknown_count, row.unknown) << row.what;
    EXPECT_EQ(result.known_count + result.unknown_count, row.members.size()) << row.what;
  }
}

}  // namespace
