// The steps of a quota, with the worked examples of the rules and their boundary cases.
#include "quota/derive.hpp"

#include <gtest/gtest.h>

#include "example.hpp"
#include "quota/entries.hpp"

namespace {

using namespace yongdi::quota;
using namespace yongdi::quota::testing;
using yongdi::findings::Exit;
using yongdi::findings::Failure;
using yongdi::measures::Certainty;
using yongdi::measures::Day;
using yongdi::measures::Exact;
using yongdi::rulebook::Rulebook;

Outcome derived(const Case& input, const Settings& set = {}) {
  static const Rulebook kRules = rules();
  return derive(input, Parameters(kRules, kDay, set));
}
std::string quota_mu(const Outcome& outcome, std::size_t park) { return (outcome.parks[park].quota_m2 / kMu.factor()).to_string(); }
double after(const Outcome& outcome, std::size_t park, Step step) {
  return outcome.parks[park].steps[static_cast<std::size_t>(step)].after_m2 * 3 / 2000;
}
void expect_all_hold(const Outcome& outcome) {
  for (const Check& check : outcome.checks) EXPECT_TRUE(check.holds) << check.identity;
}

// Areas in mu: X disposed of 300 and 60 idle with both tasks done; Y of 200 with the idle task missed, overused 12 and needs 50; Z is below the gate.
Case worked_example() {
  Park x = park("X"), y = park("Y"), z = park("Z");
  y.overuse_m2 = mu("12");
  z.supply_rate = Exact::ratio(58, 100);
  z.floor_m2 = mu("10");
  Case input = case_of(Rule::linked, {x, y, z});
  input.disposed[0] = {{Kind::unsupplied, 2018, mu("300"), 1}, {Kind::idle, {}, mu("60"), 1}};
  input.disposed[1] = {{Kind::unsupplied, 2018, mu("200"), 1}};
  input.disposed[2] = {{Kind::unsupplied, 2018, mu("100"), 1}};
  input.tasks = {{"Y", Kind::idle, false, {}, {}, mu("10"), Exact::ratio(3, 10)}};
  return input;
}

TEST(Derive, TheWorkedExampleOfTheLinkedRule) {
  Case input = worked_example();
  Outcome outcome = derived(input);
  EXPECT_EQ(quota_mu(outcome, 0), "180");
  EXPECT_DOUBLE_EQ(after(outcome, 1, Step::credit), 80);
  EXPECT_DOUBLE_EQ(after(outcome, 1, Step::deduct), 68);
  EXPECT_EQ(quota_mu(outcome, 1), "68");
  EXPECT_EQ(quota_mu(outcome, 2), "0");
  EXPECT_EQ(outcome.parks[2].gated, Certainty::yes);
  expect_all_hold(outcome);

  input.parks[1].demand_m2 = mu("50");
  outcome = derived(input);
  EXPECT_EQ(quota_mu(outcome, 1), "50");
  EXPECT_EQ((outcome.reserve_m2 / kMu.factor()).to_string(), "2770");
  expect_all_hold(outcome);
}

TEST(Derive, AScarceTotalScalesEveryShareAlike) {
  Case input = worked_example();
  input.plan.total_m2 = mu("124");  // half of 180 + 68
  const Outcome outcome = derived(input);
  EXPECT_EQ(quota_mu(outcome, 0), "90");
  EXPECT_EQ(quota_mu(outcome, 1), "34");
  EXPECT_TRUE(outcome.reserve_m2.is_zero());
}

TEST(Derive, WhatIsKeptBackAndWhatNobodyTakesStandApart) {
  Case input = worked_example();
  input.plan.reserve_share = Exact::ratio(1, 10);
  const Outcome outcome = derived(input);
  EXPECT_EQ((outcome.kept_back_m2 / kMu.factor()).to_string(), "300");
  EXPECT_EQ((outcome.to_share_m2 / kMu.factor()).to_string(), "2700");
  EXPECT_EQ((outcome.undistributed_m2 / kMu.factor()).to_string(), "2452");  // 2700 less 180 and 68
  EXPECT_EQ(outcome.reserve_m2, outcome.kept_back_m2 + outcome.undistributed_m2);
  expect_all_hold(outcome);
}

TEST(Derive, TheGateSaysWhereItsRateComesFrom) {
  Case input = worked_example();
  input.parks[0].supply_rate = Exact::ratio(2, 3);
  input.parks[0].supply_rate_from_ledger = true;
  input.parks[1].supply_rate = Exact::ratio(3, 5);
  input.parks[1].ledger_supply_rate = Exact::ratio(1, 2);
  const Outcome outcome = derived(input);
  const auto told = [&](std::size_t park) { return outcome.parks[park].steps.at(static_cast<std::size_t>(Step::gate)).statement.zh; };
  EXPECT_NE(told(0).find("≈66.6667 %（园区表未填，取自台账）"), std::string::npos) << told(0);
  EXPECT_NE(told(1).find("60 %（园区表所填；台账为 50 %）"), std::string::npos) << told(1);
}

TEST(Words, AParameterIsToldAsAClerkWouldSayIt) {
  EXPECT_EQ(parameter_words("quota.k.idle.from_2019.one").zh, "闲置处置系数（2019 年起批准；两项处置任务完成一项）");
  EXPECT_EQ(parameter_words("quota.k.unsupplied.both").en, "coefficient of unsupplied land (both disposal tasks are done)");
  EXPECT_EQ(parameter_words("quota.factor.alpha").zh, "因素法中基数的权重");
}

TEST(Derive, ExactlySixtyPercentPassesAndTheExemptPassBelow) {
  Case input = worked_example();
  input.parks[2].supply_rate = Exact::ratio(6, 10);
  EXPECT_EQ(quota_mu(derived(input), 2), "50");
  input.parks[2].supply_rate = *Exact::parse("0.5999999999");
  EXPECT_EQ(quota_mu(derived(input), 2), "0");
  input.parks[2].exempt = true;
  EXPECT_EQ(quota_mu(derived(input), 2), "50");
  EXPECT_TRUE(derived(input).parks[2].exempted);  // told apart from a park that passes
}

TEST(Derive, AnUnknownSupplyRateOpensNoGateAndIsSaid) {
  Case input = worked_example();
  input.parks[2].supply_rate.reset();
  const Outcome outcome = derived(input);
  EXPECT_EQ(outcome.parks[2].gated, Certainty::unknown);
  EXPECT_EQ(quota_mu(outcome, 2), "50");
  EXPECT_NE(outcome.parks[2].steps[3].statement.zh.find("未知"), std::string::npos);
}

// Two parks with two known factors and demand and performance blank: their weights go to the others in proportion.
TEST(Derive, TheFactorRuleDropsWhatSumsToZeroAndRewards) {
  Park a = park("A"), b = park("B");
  a.base_m2 = mu("300");
  b.base_m2 = mu("100");
  Case input = case_of(Rule::factor, {a, b}, "1000");
  input.plan.reserve_share = Exact::ratio(1, 10);
  input.disposed[0] = {{Kind::idle, {}, mu("20"), 1}};
  input.disposed[1] = {{Kind::idle, {}, mu("60"), 1}};
  input.tasks = {{"B", Kind::idle, false, {}, {}, mu("100"), Exact::ratio(9, 10)}};  // missed: credit 0.4 × 60 = 24 beside 0.5 × 20 = 10
  const Outcome outcome = derived(input);
  const double share_a = 0.5 * 0.75 + 0.5 * 10 / 34;
  EXPECT_NEAR(after(outcome, 0, Step::raw), 900 * share_a, 1e-9);
  EXPECT_NEAR(after(outcome, 1, Step::raw), 900 * (1 - share_a), 1e-9);
  EXPECT_NEAR(after(outcome, 0, Step::reward), 900 * share_a * 1.1, 1e-9);
  EXPECT_NEAR(after(outcome, 1, Step::reward), 900 * (1 - share_a) * 0.8, 1e-9);
  EXPECT_TRUE(outcome.parks[0].placeholder);
  expect_all_hold(outcome);
}

TEST(Derive, AFactorThatSomeParksLackIsRefused) {
  Park a = park("A"), b = park("B");
  a.base_m2 = mu("300");
  const Case input = case_of(Rule::factor, {a, b});
  try {
    static_cast<void>(derived(input));
    ADD_FAILURE() << "an unknown base was taken for zero";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::input);
    EXPECT_NE(failure.text().zh.find("B"), std::string::npos);
  }
}

TEST(Derive, NothingAnywhereGivesNothingAndKeepsTheTotal) {
  const Outcome outcome = derived(case_of(Rule::factor, {park("A"), park("B")}));
  EXPECT_EQ(quota_mu(outcome, 0), "0");
  EXPECT_EQ(outcome.reserve_m2, mu("3000"));
  expect_all_hold(outcome);
}

TEST(Derive, AFloorAboveTheDemandIsInfeasible) {
  Park x = park("X");
  x.floor_m2 = mu("20");
  x.demand_m2 = mu("10");
  try {
    static_cast<void>(derived(case_of(Rule::linked, {x})));
    ADD_FAILURE() << "a floor above its cap was shared";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::infeasible);
    EXPECT_NE(failure.text().zh.find("X 保底 20 亩 高于上限 10 亩"), std::string::npos) << failure.text().zh;
  }
}

TEST(Derive, DeductionsStopAtZeroAndSayWhatIsNotOnRecord) {
  Case input = worked_example();
  input.parks[0].illegal_m2 = mu("500");
  input.parks[0].unsupplied_two_years_m2.reset();
  const Outcome outcome = derived(input);
  EXPECT_EQ(quota_mu(outcome, 0), "0");
  EXPECT_NE(outcome.parks[0].steps[4].statement.zh.find("未填"), std::string::npos);
}

TEST(Parameters, AWeightSetByHandScalesTheOthers) {
  const Rulebook book = rules();
  const Parameters parameters(book, kDay, {{"factor.alpha", *Exact::parse("0.44")}});
  const auto weights = parameters.weights();
  EXPECT_EQ(weights[0].value, *Exact::parse("0.44"));
  EXPECT_EQ(weights[1].value, *Exact::parse("0.24"));
  EXPECT_EQ(weights[2].value, *Exact::parse("0.16"));
  EXPECT_EQ(weights[0].value + weights[1].value + weights[2].value + weights[3].value, Exact(1));
  EXPECT_THROW(static_cast<void>(Parameters(book, kDay, {{"factor.alpha", *Exact::parse("1.2")}}).weights()), Failure);
}

TEST(Parameters, AnUnknownNameIsAnsweredWithTheNearest) {
  const Rulebook book = rules();
  try {
    const Parameters parameters(book, kDay, {{"factor.alhpa", Exact(1)}});
    ADD_FAILURE() << "a name that is no parameter was taken";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::usage);
    EXPECT_NE(failure.text().en.find("factor.alpha"), std::string::npos) << failure.text().en;
  }
}

TEST(Parameters, WhatNothingInForceGivesIsNamed) {
  const Rulebook book = rules();
  try {
    static_cast<void>(derive(worked_example(), Parameters(book, *Day::from_ymd(2019, 12, 31))));
    ADD_FAILURE() << "a quota was worked out without law";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::usage);
    EXPECT_NE(failure.text().zh.find("quota.k."), std::string::npos) << failure.text().zh;
  }
}

Entry entry(Movement movement, const char* amount_mu, const char* day) { return {"X", "STK", movement, mu(amount_mu), "文", Day::parse_iso(day)}; }

TEST(Entries, OlderQuotaIsUsedFirstAndLapsesAfterItsYears) {
  const Entries result = balance(
      {entry(Movement::grant, "100", "2020-03-01"), entry(Movement::grant, "50", "2024-03-01"), entry(Movement::use, "30", "2022-06-01")}, 2024, 3);
  ASSERT_EQ(result.balances.size(), 1U);
  EXPECT_EQ(result.balances[0].lapsed_m2, mu("70"));
  EXPECT_EQ(result.balances[0].balance_m2, mu("50"));
  ASSERT_EQ(result.entries.size(), 4U);
  EXPECT_EQ(result.entries[2].movement, Movement::lapse);
  EXPECT_EQ(result.entries[2].day->to_iso(), "2023-12-31");
  EXPECT_FALSE(result.balances[0].overdrawn);
}

TEST(Entries, TheLastYearOfCarryingStillCounts) {
  const Entries result = balance({entry(Movement::grant, "100", "2021-03-01"), entry(Movement::use, "100", "2024-12-31")}, 2024, 3);
  EXPECT_TRUE(result.balances[0].balance_m2.is_zero());
  EXPECT_TRUE(result.balances[0].lapsed_m2.is_zero());
}

TEST(Entries, AUseOnTheDayOfTheGrantIsCoveredAndOneBeforeItIsNot) {
  EXPECT_FALSE(balance({entry(Movement::use, "10", "2024-05-05"), entry(Movement::grant, "10", "2024-05-05")}, 2024, 3).balances[0].overdrawn);
  const Entries early = balance({entry(Movement::use, "10", "2024-05-04"), entry(Movement::grant, "10", "2024-05-05")}, 2024, 3);
  ASSERT_TRUE(early.balances[0].overdrawn);
  EXPECT_EQ(early.balances[0].overdrawn->to_iso(), "2024-05-04");
  EXPECT_EQ(early.balances[0].overdrawn_m2, mu("10"));
}

TEST(Entries, WhatComesAfterThePlanYearIsLeftOut) {
  const Entries result = balance({entry(Movement::grant, "10", "2024-12-31"), entry(Movement::grant, "5", "2025-01-01")}, 2024, 3);
  EXPECT_EQ(result.balances[0].granted_m2, mu("10"));
  EXPECT_EQ(result.later, std::vector<std::size_t>{1});
}

}  // namespace
