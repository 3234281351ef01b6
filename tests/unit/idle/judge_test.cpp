#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "china.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::idle;
using idle::testing::china;
using idle::testing::day;
using idle::testing::exact;
using ::testing::Contains;
using ::testing::ElementsAre;

Verdict judged(const Facts& facts, std::string_view as_of) { return judge(facts, terms(china(), day(as_of)), day(as_of)); }

Facts contract(std::string_view start_due) {
  Facts facts;
  facts.contract_on = day("2020-01-10");
  facts.start_due = day(start_due);
  facts.price = exact("1200");
  return facts;
}

Facts stopped(std::string_view developed, std::string_view invested) {
  Facts facts = contract("2022-06-01");
  facts.permit_on = day("2022-05-20");
  facts.started_on = day("2022-06-01");
  facts.stopped_on = day("2023-06-01");
  facts.area_to_develop = exact("30000");
  facts.area_developed = exact(developed);
  facts.investment_total = exact("10000");
  facts.investment_made = exact(invested);
  return facts;
}

TEST(StartDay, RunsTheClock) {  // V1 – V5
  struct Row {
    const char *due, *as_of;
    Class expected;
  };
  for (const Row& row : {Row{"2023-03-15", "2024-03-15", Class::OVERDUE_START}, Row{"2023-03-15", "2024-03-16", Class::IDLE_A1},
                         Row{"2023-03-15", "2025-03-15", Class::IDLE_A1}, Row{"2023-03-15", "2025-03-16", Class::IDLE_A2},
                         Row{"2024-02-29", "2025-02-28", Class::OVERDUE_START}, Row{"2024-02-29", "2025-03-01", Class::IDLE_A1}}) {
    EXPECT_EQ(judged(contract(row.due), row.as_of).idle_class, row.expected) << row.due << " as of " << row.as_of;
  }
}

TEST(StartDay, ComesFromDeliveryWhereNoneIsAgreed) {  // V6
  Facts facts;
  facts.contract_on = day("2022-01-10");
  facts.delivered_on = day("2022-05-10");
  EXPECT_EQ(judged(facts, "2024-05-10").idle_class, Class::OVERDUE_START);
  EXPECT_EQ(judged(facts, "2024-05-11").idle_class, Class::IDLE_A1);
  EXPECT_EQ(judged(facts, "2024-05-11").start_due, day("2023-05-10"));
}

TEST(Stopped, IsIdleWhenEitherLimbFallsShort) {  // V7 – V9
  EXPECT_EQ(judged(stopped("10000", "2600"), "2025-01-01").idle_class, Class::NORMAL);
  EXPECT_EQ(judged(stopped("9999.99", "2600"), "2025-01-01").idle_class, Class::IDLE_B);
  EXPECT_EQ(judged(stopped("10000", "2499"), "2025-01-01").idle_class, Class::IDLE_B);
}

TEST(Extension, RestartsTheClock) {  // V10
  Facts facts = contract("2023-03-15");
  facts.extension_signed_on = day("2024-04-01");
  facts.extension_start_due = day("2025-03-01");
  EXPECT_EQ(judged(facts, "2025-12-31").idle_class, Class::OVERDUE_START);
  facts.extension_signed_on.reset();
  const Verdict unsigned_one = judged(facts, "2025-12-31");
  EXPECT_EQ(unsigned_one.idle_class, Class::IDLE_A2) << "without a signing day the extension is ignored";
  EXPECT_THAT(unsigned_one.remarks, ElementsAre(Remark::extension_unsigned));
}

TEST(Start, LateIsNotIdleAndIdleMayHaveEnded) {  // V11, V12
  Facts facts = contract("2023-03-15");
  facts.permit_on = day("2023-12-01");
  facts.started_on = day("2024-02-01");
  EXPECT_EQ(judged(facts, "2025-01-01").idle_class, Class::LATE_START);
  facts.started_on = day("2024-09-01");
  EXPECT_EQ(judged(facts, "2025-01-01").idle_class, Class::IDLE_ENDED);
}

TEST(Start, CountsFromExactlyAThirdOfAPlainFoundation) {
  Facts facts = contract("2023-03-15");
  facts.permit_on = facts.started_on = day("2023-03-01");
  facts.foundation = Foundation::other;
  facts.foundation_done = measures::Exact::ratio(1, 3);
  EXPECT_EQ(judged(facts, "2024-06-30").idle_class, Class::NORMAL);
  facts.foundation = Foundation::piles;
  EXPECT_EQ(judged(facts, "2024-06-30").idle_class, Class::IDLE_A1) << "all piles must be driven";
}

TEST(Law, ThatIsNotInForceLeavesTheVerdictOpen) {
  Facts facts = contract("2010-03-15");
  facts.contract_on = day("2009-01-01");
  const Terms before = terms(china(), day("2012-06-30"));
  EXPECT_THAT(before.missing, Contains("idle.idle_after_years"));
  const Verdict verdict = judge(facts, before, day("2012-06-30"));
  EXPECT_EQ(verdict.idle, Idle::unknown);
  EXPECT_EQ(verdict.stage, Stage::undecided);
  EXPECT_FALSE(verdict.idle_class);
  EXPECT_FALSE(verdict.route);
  EXPECT_EQ(judged(facts, "2012-07-01").idle_class, Class::IDLE_A2);
  EXPECT_TRUE(terms(china(), day("2012-07-01")).missing.empty());
}

TEST(Law, TheDayRuleMovesEveryThresholdByOneDay) {
  Terms early = terms(china(), day("2024-03-15"));
  early.year_complete_on_anniversary = true;
  const Verdict verdict = judge(contract("2023-03-15"), early, day("2024-03-15"));
  EXPECT_EQ(verdict.idle_class, Class::IDLE_A1);
  EXPECT_EQ(verdict.idle_since, day("2024-03-15"));
}

TEST(Cause, ThatHasNotBegunIsIgnored) {
  Facts facts = contract("2023-03-15");
  facts.cause = Cause::G1;
  facts.cause_verified = measures::Certainty::yes;
  facts.cause_from = day("2025-06-01");
  const Verdict verdict = judged(facts, "2024-12-31");
  EXPECT_EQ(verdict.route, Route::fee);
  EXPECT_EQ(verdict.overdue_days_net, verdict.overdue_days);
}

TEST(Cause, VerifiedWithoutAFirstDayRunsAndDeductsNothing) {
  Facts facts = contract("2023-03-15");
  facts.cause = Cause::G4;
  facts.cause_verified = measures::Certainty::yes;
  const Verdict verdict = judged(facts, "2024-12-31");
  EXPECT_EQ(verdict.route, Route::negotiate);
  EXPECT_EQ(verdict.overdue_days_net, 657);
  EXPECT_THAT(verdict.remarks, ElementsAre(Remark::cause_undated));
}

TEST(Cause, WhoseLastDayIsTheAuditDayStillRuns) {
  Facts facts = contract("2023-03-15");
  facts.cause = Cause::G2;
  facts.cause_verified = measures::Certainty::yes;
  facts.cause_from = day("2024-01-01");
  facts.cause_to = day("2024-12-31");
  EXPECT_EQ(judged(facts, "2024-12-31").route, Route::negotiate);
  facts.cause_to = day("2024-12-30");
  EXPECT_EQ(judged(facts, "2024-12-31").route, Route::review);
}

TEST(Missing, IsNamed) {
  Facts facts;
  facts.contract_on = day("2022-01-10");
  EXPECT_THAT(judged(facts, "2024-05-11").missing, ElementsAre("start_due", "delivered_on"));
  Facts unsure = stopped("10000", "2600");
  unsure.investment_made.reset();
  EXPECT_THAT(judged(unsure, "2025-01-01").missing, ElementsAre("investment_made"));
  Facts unpriced = contract("2023-03-15");
  unpriced.price.reset();
  EXPECT_THAT(judged(unpriced, "2024-12-31").missing, ElementsAre("price"));
  EXPECT_FALSE(judged(unpriced, "2024-12-31").fee_wan_yuan);
}

TEST(Contract, WithoutADayIsSupplied) {
  Facts facts = contract("2023-03-15");
  facts.contract_on.reset();
  const Verdict verdict = judged(facts, "2024-12-31");
  EXPECT_EQ(verdict.idle_class, Class::IDLE_A1);
  EXPECT_THAT(verdict.remarks, ElementsAre(Remark::contract_day_missing));
}

}  // namespace
