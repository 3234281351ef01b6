#include "intensity/indicators.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace yongdi;
using namespace yongdi::intensity;
using measures::Certainty;
using measures::Exact;
using ::testing::Contains;

constexpr double kMismatch = 0.02;

std::optional<Exact> number(std::string_view text) { return text.empty() ? std::nullopt : Exact::parse(text); }
ParcelIndicators judged(const ParcelFacts& facts, const OnParcel& buildings = {}, std::optional<double> measured = {}) {
  return indicators(facts, buildings, measured, kMismatch).indicators;
}
OnParcel standing(double footprint, std::optional<double> floor) { return {true, footprint, floor, true}; }

TEST(PlotRatio, IsComparedExactlyOnTheLine) {
  struct Row {
    const char *what, *area, *floor, *min, *max;
    std::optional<Certainty> expected;
  };
  const Row rows[] = {
      {"no limit", "20000", "24000", "", "", {}},
      {"on the minimum", "20000", "24000", "1.2", "", Certainty::yes},
      {"a hundredth of a square metre below", "20000", "23999.99", "1.2", "", Certainty::no},
      {"on the maximum", "20000", "40000", "1.2", "2.0", Certainty::yes},
      {"a hundredth of a square metre above", "20000", "40000.01", "1.2", "2.0", Certainty::no},
      {"a decimal that has no binary form", "30000", "3000", "0.1", "0.1", Certainty::yes},
      {"maximum alone", "20000", "10000", "", "2", Certainty::yes},
      {"floor area unknown", "20000", "", "1.2", "", Certainty::unknown},
      {"area unknown", "", "24000", "1.2", "", Certainty::unknown},
      {"nothing built is zero, not unknown", "20000", "0", "1.2", "", Certainty::no},
  };
  for (const Row& row : rows) {
    ParcelFacts facts;
    facts.area = number(row.area);
    facts.floor_area = number(row.floor);
    facts.plot_ratio_min = number(row.min);
    facts.plot_ratio_max = number(row.max);
    EXPECT_EQ(judged(facts).compared.plot_ratio, row.expected) << row.what;
  }
}

TEST(PlotRatio, TakesTheDeclaredFloorAreaAndSaysWhenBuildingsDiffer) {
  struct Row {
    const char *what, *declared;
    OnParcel buildings;
    std::optional<double> floor;
    std::optional<Basis> basis;
    bool differs;
  };
  const Row rows[] = {
      {"declared alone", "10000", {}, 10000, Basis::declared, false},
      {"declared, buildings at the tolerance", "10000", standing(5000, 10200), 10000, Basis::declared, false},
      {"declared, buildings beyond it", "10000", standing(5000, 10200.01), 10000, Basis::declared, true},
      {"declared, storeys unknown", "10000", standing(5000, {}), 10000, Basis::declared, false},
      {"buildings alone", "", standing(5000, 10000), 10000, Basis::measured, false},
      {"storeys unknown: unknown", "", standing(5000, {}), {}, {}, false},
      {"a layer that shows none: zero", "", {true, 0, 0, false}, 0, Basis::measured, false},
      {"neither", "", {}, {}, {}, false},
      {"a negative declaration is not replaced", "-1", standing(5000, 10000), {}, {}, false},
  };
  for (const Row& row : rows) {
    ParcelFacts facts;
    facts.area = Exact(20000);
    facts.floor_area = number(row.declared);
    const ParcelIndicators result = judged(facts, row.buildings);
    EXPECT_EQ(result.floor_area_m2, row.floor) << row.what;
    EXPECT_EQ(result.floor_basis, row.basis) << row.what;
    EXPECT_EQ(result.floor_area_differs, row.differs) << row.what;
    EXPECT_EQ(std::count(result.missing.begin(), result.missing.end(), "floor_area"), row.floor ? 0 : 1) << row.what;
  }
}

TEST(Area, MeasuredStepsInOnlyWhereNothingWasDeclared) {
  ParcelFacts facts;
  facts.floor_area = Exact(24000);
  EXPECT_EQ(judged(facts, {}, 20000).area_basis, Basis::measured);
  EXPECT_EQ(judged(facts, {}, 20000).plot_ratio, 1.2);

  facts.area = Exact(10000);
  EXPECT_EQ(judged(facts, {}, 20000).area_basis, Basis::declared);
  EXPECT_EQ(judged(facts, {}, 20000).plot_ratio, 2.4);

  for (const char* defect : {"0", "-3"}) {
    facts.area = number(defect);
    facts.area_not_positive = true;
    facts.plot_ratio_min = Exact(1);
    facts.fixed_investment = facts.fixed_investment_contract = Exact(100);
    const ParcelIndicators result = judged(facts, standing(5000, 24000), 20000);
    EXPECT_EQ(result.area_m2, std::nullopt);
    EXPECT_EQ(result.plot_ratio, std::nullopt);
    EXPECT_EQ(result.building_density, std::nullopt);
    EXPECT_EQ(result.investment_intensity_wan_per_ha, std::nullopt);
    EXPECT_EQ(result.compared.plot_ratio, Certainty::unknown);
    EXPECT_EQ(result.compared.investment, Certainty::unknown);
    EXPECT_THAT(result.missing, Contains("area"));
  }
}

TEST(Coefficient, CountsYardsAndIsOnlyBoundedWithoutThem) {
  struct Row {
    const char *what, *footprint, *yard, *min;
    std::optional<double> expected;
    std::optional<Certainty> kept;
  };
  const Row rows[] = {
      {"footprint and yards reach the line", "7000", "1000", "0.4", 0.4, Certainty::yes},
      {"just below", "7000", "999.99", "0.4", 0.3999995, Certainty::no},
      {"yards unknown, footprint alone on the line", "8000", "", "0.4", {}, Certainty::yes},
      {"yards unknown, footprint alone below", "7999.99", "", "0.4", {}, Certainty::unknown},
      {"footprint unknown, yards alone reach it", "", "9000", "0.4", {}, Certainty::yes},
      {"no limit", "7000", "1000", "", 0.4, {}},
  };
  for (const Row& row : rows) {
    ParcelFacts facts;
    facts.area = Exact(20000);
    facts.footprint_area = number(row.footprint);
    facts.yard_area = number(row.yard);
    facts.building_coefficient_min = number(row.min);
    const ParcelIndicators result = judged(facts);
    EXPECT_EQ(result.building_coefficient, row.expected) << row.what;
    EXPECT_EQ(result.compared.coefficient, row.kept) << row.what;
    EXPECT_EQ(std::count(result.missing.begin(), result.missing.end(), "yard_area"), *row.yard == 0 ? 1 : 0) << row.what;
  }
}

TEST(Coefficient, DeclaredFootprintHoldsStructuresAndDensityCountsBuildingsAlone) {
  ParcelFacts facts;
  facts.area = Exact(20000);
  facts.footprint_area = Exact(9000);
  facts.yard_area = Exact(1000);
  const ParcelIndicators result = judged(facts, standing(8000, 8000));
  EXPECT_EQ(result.footprint_m2, 8000);
  EXPECT_EQ(result.building_density, 0.4);
  EXPECT_EQ(result.building_coefficient, 0.5);
}

TEST(Investment, IsPerHectareAndComparedExactly) {
  struct Row {
    const char *made, *agreed;
    std::optional<double> intensity, required;
    std::optional<Certainty> kept;
  };
  const Row rows[] = {
      {"6000", "6000", 3000, 3000, Certainty::yes},
      {"5999.99", "6000", 2999.995, 3000, Certainty::no},
      {"6000", "", 3000, {}, {}},
      {"", "6000", {}, 3000, Certainty::unknown},
  };
  for (const Row& row : rows) {
    ParcelFacts facts;
    facts.area = Exact(20000);
    facts.fixed_investment = number(row.made);
    facts.fixed_investment_contract = number(row.agreed);
    const ParcelIndicators result = judged(facts);
    EXPECT_EQ(result.investment_intensity_wan_per_ha, row.intensity);
    EXPECT_EQ(result.investment_declared_wan_per_ha, row.required);
    EXPECT_EQ(result.compared.investment, row.kept);
  }
}

TEST(Indicators, TakeWhateverTheOverlayMeasures) {
  ParcelFacts facts;
  facts.plot_ratio_min = number("0.7");
  facts.building_coefficient_min = number("0.3");
  facts.yard_area = number("1234.56");
  for (const double tiny : {0.0, 1e-25, 1e-12, 3.3333333333333335e-7, 12345.678901234567})
    EXPECT_NO_THROW(judged(facts, standing(tiny, tiny), 19999.999999999996)) << tiny;
  EXPECT_EQ(judged(facts, {}, 0.0).area_m2, std::nullopt);
}

TEST(ParcelFactsReader, MarksAnAreaThatIsNotAboveZero) {
  facts::Table table;
  table.columns = {facts::find_field(table.layer, "area")};
  table.rows = {{0, 1, {Exact(0)}}, {0, 2, {Exact(5)}}, {0, 3, {{}}}};
  const ParcelFactsReader reader(table);
  EXPECT_TRUE(reader.read(table.rows[0]).area_not_positive);
  EXPECT_FALSE(reader.read(table.rows[1]).area_not_positive);
  EXPECT_FALSE(reader.read(table.rows[2]).area_not_positive);
}

}  // namespace
