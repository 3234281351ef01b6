#include <gtest/gtest.h>

#include <filesystem>

#include "intensity/indicators.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::intensity;
using measures::Day;
using measures::Exact;

std::optional<Exact> number(std::string_view text) { return text.empty() ? std::nullopt : Exact::parse(text); }
Day day(std::string_view text) { return Day::parse_iso(text).value(); }

Terms eight_metres() {
  const auto rules = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  return terms(rules, day("2024-12-31"));
}

TEST(Storeys, TheShippedRuleDoublesAboveEightMetres) { EXPECT_EQ(eight_metres().double_storey_above_m, Exact(8)); }

TEST(Storeys, FloorAreaOfABuildingOfThousandSquareMetres) {
  struct Row {
    const char *what, *floors, *storey_height, *height, *declared;
    std::optional<double> expected;
  };
  const Row rows[] = {
      {"one storey of 6 m", "1", "6", "", "", 1000},
      {"exactly 8 m is not above 8 m", "1", "8.0", "", "", 1000},
      {"8.01 m counts twice", "1", "8.01", "", "", 2000},
      {"three storeys in 24 m: 8 m each", "3", "", "24", "", 3000},
      {"three storeys in 24.03 m", "3", "", "24.03", "", 6000},
      {"the storey height given wins over the height", "2", "4", "30", "", 2000},
      {"no height on record doubles nothing", "4", "", "", "", 4000},
      {"half a storey", "2.5", "3", "", "", 2500},
      {"declared area wins, however high", "1", "12", "", "1234.5", 1234.5},
      {"storeys unknown", "", "9", "", "", {}},
      {"no storeys at all is a defect", "0", "3", "", "", {}},
      {"a negative declared area is a defect, and is not replaced", "2", "3", "", "-5", {}},
  };
  const Terms terms = eight_metres();
  for (const Row& row : rows) {
    const BuildingFacts facts{number(row.floors), number(row.storey_height), number(row.height), number(row.declared), {}};
    EXPECT_EQ(floor_area_m2(facts, 1000, terms), row.expected) << row.what;
  }
}

TEST(Storeys, WithoutARuleInForceAKnownHeightLeavesTheAreaUnknown) {
  const Terms none;
  EXPECT_EQ(floor_area_m2({Exact(2), Exact(9), {}, {}, {}}, 1000, none), std::nullopt);
  EXPECT_EQ(floor_area_m2({Exact(2), {}, {}, {}, {}}, 1000, none), 2000);
}

TEST(Buildings, CountFromTheDayTheyAreFinished) {
  BuildingFacts facts;
  EXPECT_TRUE(counts(facts, day("2024-12-31")));
  facts.finished_on = day("2024-12-31");
  EXPECT_TRUE(counts(facts, day("2024-12-31")));
  facts.finished_on = day("2025-01-01");
  EXPECT_FALSE(counts(facts, day("2024-12-31")));
}

}  // namespace
