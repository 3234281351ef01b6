#include "intensity/evaluation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "intensity/score.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::intensity;
using measures::Exact;
using testing::ElementsAre;

const Indicator& find(const std::vector<Indicator>& all, std::string_view id) {
  return *std::find_if(all.begin(), all.end(), [&](const Indicator& each) { return each.id == id; });
}
std::vector<Indicator> evaluated(const StatusSums& sums, const Denominators& denominators = {}, const Records& records = {0.0, 0, 0, {}}) {
  return evaluate(sums, denominators, records);
}

// A zone with the shares of the national bulletin of 2020 (data of 2019): developed 89.46 %, supplied 92.68 %, built 92.77 %.
StatusSums national() {
  StatusSums sums;
  sums.surveyed = sums.has_supply = sums.has_idle = true;
  const double developable = 1e8, ready = 0.8946 * developable, supplied = 0.9268 * ready, built = 0.9277 * supplied;
  sums.land = {{"A1", 0.2 * built},    {"A2", 0.4852 * built},       {"A4", 0.3148 * built},
               {"B21", ready - built}, {"B22", developable - ready}, {"C1", 1e6}};
  sums.supply = {{"D1", 0.1 * supplied}, {"D21", 0.9 * supplied}, {"E21", developable - supplied}, {"F", 1e6}};
  sums.area_m2 = developable + 1e6;
  return sums;
}

TEST(Evaluation, ThreeRatesMultiplyToTheBuiltShare) {
  const auto indicators = evaluated(national());
  const double development = *find(indicators, "land_development_rate").value, supply = *find(indicators, "land_supply_rate").value,
               built = *find(indicators, "land_built_rate").value;
  EXPECT_NEAR(development, 0.8946, 1e-12);
  EXPECT_NEAR(supply, 0.9268, 1e-12);
  EXPECT_NEAR(built, 0.9277, 1e-12);
  EXPECT_NEAR(development * supply * built, *find(indicators, "built_share_of_developable").value, 1e-12);
  // The bulletin prints 76.92 %.
  EXPECT_EQ(Exact::from_double(development * supply * built)->to_string(4), "0.7692");
  EXPECT_NEAR(*find(indicators, "industrial_land_rate").value, 0.4852, 1e-12);
  for (const Indicator& each : indicators) {
    if (!each.value) continue;
    EXPECT_DOUBLE_EQ(*each.value, *each.numerator / *each.denominator) << each.id;
    EXPECT_LE(each.low.value_or(*each.value), *each.value) << each.id;
    EXPECT_GE(each.high.value_or(*each.value), *each.value) << each.id;
  }
}

TEST(Evaluation, WithoutASurveyNothingIsKnownAndNothingIsZero) {
  StatusSums sums;
  sums.area_m2 = 1e6;
  for (const Indicator& each : evaluated(sums)) {
    if (each.id == "idle_disposal_rate") continue;
    EXPECT_EQ(each.value, std::nullopt) << each.id;
    EXPECT_EQ(each.low, std::nullopt) << each.id;
    EXPECT_GT(each.unknown_count, 0) << each.id;
    EXPECT_FALSE(each.missing.empty()) << each.id;
  }
  EXPECT_THAT(find(evaluated(sums), "land_built_rate").missing, ElementsAre("land_status"));
}

TEST(Evaluation, LandWithoutACodeWidensTheRange) {
  StatusSums sums;
  sums.surveyed = true;
  sums.area_m2 = 100;
  sums.land = {{"A2", 40}, {"A1", 20}, {"A", 10}, {"C1", 10}};  // 20 not surveyed, 10 built but not told apart
  const Indicator rate = find(evaluated(sums), "industrial_land_rate");
  EXPECT_DOUBLE_EQ(*rate.value, 40.0 / 70);
  EXPECT_DOUBLE_EQ(*rate.low, 40.0 / 90);
  EXPECT_DOUBLE_EQ(*rate.high, 70.0 / 90);
  EXPECT_EQ(rate.unknown_count, 2);
  EXPECT_DOUBLE_EQ(rate.completeness, 70.0 / 90);
  EXPECT_THAT(find(evaluated(sums), "land_supply_rate").missing, ElementsAre("land_status.supply"));
}

TEST(Evaluation, AmountsThatAreNotRecordedLeaveNoUpperBound) {
  StatusSums sums = national();
  sums.land = {{"A2", 20000}};
  sums.area_m2 = 20000;
  Amount& investment = sums.investment[static_cast<std::size_t>(On::industrial)];
  investment = {true, 9000, 20000, 0, 0};
  EXPECT_DOUBLE_EQ(*find(evaluated(sums), "industrial_fixed_asset_intensity").high, 4500);
  investment = {true, 9000, 15000, 5000, 1};
  const Indicator open = find(evaluated(sums), "industrial_fixed_asset_intensity");
  EXPECT_DOUBLE_EQ(*open.value, 4500);
  EXPECT_DOUBLE_EQ(*open.numerator / *open.denominator, 4500);
  EXPECT_DOUBLE_EQ(*open.low, 4500);
  EXPECT_EQ(open.high, std::nullopt);
  EXPECT_EQ(open.unknown_count, 1);
  EXPECT_DOUBLE_EQ(open.completeness, 0.75);
  investment.recorded = false;
  EXPECT_THAT(find(evaluated(sums), "industrial_fixed_asset_intensity").missing, ElementsAre("fixed_investment"));
}

TEST(Evaluation, DenominatorsAreChosenAndPrinted) {
  StatusSums sums = national();
  sums.land = {{"A2", 50}, {"A1", 30}};
  sums.supply = {{"D1", 100}};
  sums.area_m2 = 100;
  sums.idle_m2 = 5;
  EXPECT_EQ(find(evaluated(sums), "idle_rate").formula.zh, "G/D");
  EXPECT_DOUBLE_EQ(*find(evaluated(sums), "idle_rate").value, 0.05);
  Denominators over_built;
  over_built.idle_rate = "A";
  EXPECT_EQ(find(evaluated(sums, over_built), "idle_rate").formula.zh, "G/A");
  EXPECT_DOUBLE_EQ(*find(evaluated(sums, over_built), "idle_rate").value, 5.0 / 80);
}

TEST(Evaluation, YearsLeftNeedASupplyToDivideBy) {
  StatusSums sums = national();
  sums.supply = {{"D1", 60}, {"E21", 40}};
  sums.area_m2 = 100;
  EXPECT_DOUBLE_EQ(*find(evaluated(sums, {}, {8.0, 0, 0, {}}), "remaining_supply_years").value, 5);
  EXPECT_EQ(find(evaluated(sums, {}, {0.0, 0, 0, {}}), "remaining_supply_years").value, std::nullopt);
  EXPECT_THAT(find(evaluated(sums, {}, {}), "remaining_supply_years").missing, ElementsAre("contract_on"));
}

TEST(Evaluation, StatisticsGiveWhatNoLayerHas) {
  StatusSums sums = national();
  sums.land = {{"A2", 50000}, {"B22", 30000}};
  sums.area_m2 = 90000;  // 10000 not surveyed
  Records records;
  const auto give = [&](Statistic statistic, double value) { records.statistics[static_cast<std::size_t>(statistic)] = value; };
  EXPECT_THAT(find(evaluated(sums, {}, records), "paid_use_rate").missing, ElementsAre("paid_area", "paid_due_area"));
  EXPECT_THAT(find(evaluated(sums, {}, records), "population_density").missing, ElementsAre("population"));
  give(Statistic::population, 1000);
  give(Statistic::to_be_built_area, 8000);
  give(Statistic::paid_area, 30000);
  give(Statistic::paid_due_area, 40000);
  give(Statistic::expired_area, 0);
  give(Statistic::expired_disposed_area, 0);
  const auto indicators = evaluated(sums, {}, records);
  const Indicator density = find(indicators, "population_density");
  EXPECT_DOUBLE_EQ(*density.value, 1000 / 5.0);
  EXPECT_DOUBLE_EQ(*density.low, 1000 / 6.0) << "what is not surveyed may be built";
  EXPECT_DOUBLE_EQ(*density.high, 1000 / 5.0);
  EXPECT_EQ(density.unknown_count, 1);
  const Indicator to_be_built = find(indicators, "to_be_built_share");
  EXPECT_DOUBLE_EQ(*to_be_built.value, 0.1);
  EXPECT_DOUBLE_EQ(*to_be_built.low, 8.0 / 90);
  const Indicator paid = find(indicators, "paid_use_rate");
  EXPECT_DOUBLE_EQ(*paid.value, 0.75);
  EXPECT_EQ(*paid.low, *paid.high);
  EXPECT_EQ(paid.source, "statistics");
  EXPECT_EQ(paid.formula.zh, "有偿使用土地供应/应有偿使用土地供应");
  const Indicator expired = find(indicators, "expired_disposal_rate");
  EXPECT_EQ(expired.value, std::nullopt) << "nothing expired: there is no rate";
  EXPECT_EQ(expired.denominator, 0.0);
  EXPECT_THAT(find(indicators, "planned_industrial_rate").missing, ElementsAre("plan_industrial_area", "plan_construction_area"));
}

TEST(ZoneTypes, ByShares) {
  struct Row {
    const char* what;
    double industry, housing, other, undivided, open;
    const char* name;
    std::optional<ZoneType> expected;
  };
  const Row rows[] = {
      {"industry-led", 31, 24, 45, 0, 0, "", ZoneType::industry_led},
      {"30 % is not above 30 %", 30, 25, 45, 0, 0, "", ZoneType::city_industry},
      {"both", 40, 30, 30, 0, 0, "", ZoneType::other},
      {"neither", 10, 10, 80, 0, 0, "", ZoneType::other},
      {"hangs on land that is not told apart", 31, 24, 35, 10, 0, "", {}},
      {"hangs on land that is not surveyed", 31, 24, 45, 0, 20, "", {}},
      {"decided whatever the rest is", 90, 5, 5, 0, 1, "", ZoneType::industry_led},
      {"bonded zones always", 1, 90, 9, 0, 0, "某某综合保税区", ZoneType::industry_led},
  };
  for (const Row& row : rows) {
    StatusSums sums;
    sums.surveyed = true;
    sums.land = {{"A2", row.industry}, {"A1", row.housing}, {"A4", row.other}, {"A", row.undivided}};
    sums.area_m2 = row.industry + row.housing + row.other + row.undivided + row.open;
    EXPECT_EQ(zone_type(sums, 0.30, 0.25, row.name).type, row.expected) << row.what;
  }
}

TEST(Scores, PointsWeightsAndRanges) {
  const auto indicator = [](std::string_view id, std::optional<double> value, std::optional<double> low, std::optional<double> high) {
    Indicator each;
    each.id = id;
    each.value = value;
    each.low = low;
    each.high = high;
    return each;
  };
  const Exact half = Exact::ratio(1, 2);
  const std::vector<Goal> goals = {{"overall_plot_ratio", half, Exact(2), true}, {"idle_rate", half, Exact(), false}};
  const Score known = score(goals, {indicator("overall_plot_ratio", 1.5, 1, {}), indicator("idle_rate", 0.1, 0.1, 0.2)});
  EXPECT_DOUBLE_EQ(*known.value, 0.5 * 75 + 0.5 * 90);
  EXPECT_DOUBLE_EQ(known.low, 0.5 * 50 + 0.5 * 80);
  EXPECT_DOUBLE_EQ(known.high, 0.5 * 100 + 0.5 * 90);
  const Score open = score(goals, {indicator("overall_plot_ratio", {}, {}, {}), indicator("idle_rate", 0.1, 0.1, 0.1)});
  EXPECT_EQ(open.value, std::nullopt);
  EXPECT_DOUBLE_EQ(open.low, 45);
  EXPECT_DOUBLE_EQ(open.high, 95);
  EXPECT_DOUBLE_EQ(*score(goals, {indicator("overall_plot_ratio", 9, 9, 9), indicator("idle_rate", 0, 0, 0)}).value, 100) << "points end at 100";
}

TEST(Scores, RanksDoNotDependOnOrder) {
  std::vector<Ranked> parks = {{"K1", "a", 80.0}, {"K2", "a", 90.0}, {"K3", "a", 80.0}, {"K4", "b", 10.0}, {"K5", "a", {}}};
  EXPECT_THAT(ranks(parks), ElementsAre(2, 1, 2, 1, std::nullopt));
  std::reverse(parks.begin(), parks.end());
  EXPECT_THAT(ranks(parks), ElementsAre(std::nullopt, 1, 2, 1, 2));
}

}  // namespace
