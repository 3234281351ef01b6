#include "idle/audit_checks.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "china.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::idle;
using idle::testing::china;
using idle::testing::day;
using idle::testing::exact;

struct Parcel {
  Facts facts;
  Handling handling;
};

// Idle since 2024-03-16, as of 2024-12-31 in class A1, and handled as the measures ask.
Parcel in_order() {
  Parcel parcel;
  parcel.facts.contract_on = day("2022-01-10");
  parcel.facts.start_due = day("2023-03-15");
  parcel.facts.price = exact("1200");
  parcel.handling.id = "Z1";
  parcel.handling.holder = "甲公司";
  parcel.handling.delivery_due = day("2022-03-15");
  parcel.handling.notice_on = day("2024-04-15");
  parcel.handling.reply_on = day("2024-05-10");
  parcel.handling.monitored = measures::Certainty::yes;
  return parcel;
}

std::string fired(const Parcel& parcel, const OpenCases& open = {}, std::string_view as_of = "2024-12-31") {
  const auto on = day(as_of);
  const Verdict verdict = judge(parcel.facts, terms(china(), on), on);
  std::string codes;
  for (const Fired& each : audit(parcel.facts, parcel.handling, verdict, check_terms(china(), on), open, on)) {
    codes.append(codes.empty() ? "" : " ").append(each.code);
  }
  return codes;
}

TEST(AuditChecks, AreSilentWhenAllIsInOrder) { EXPECT_EQ(fired(in_order()), ""); }

TEST(AuditChecks, HaveTheirLimitsInTheRulebook) { EXPECT_TRUE(check_terms(china(), day("2024-12-31")).missing.empty()); }

TEST(AuditChecks, FireOnTheirDefect) {
  struct Row {
    const char* what;
    std::function<void(Parcel&)> change;
    const char* expected;
  };
  const Row rows[] = {
      {"notice on the 30th day", [](Parcel& p) { p.handling.notice_on = day("2024-04-15"); }, ""},
      {"notice on the 31st day", [](Parcel& p) { p.handling.notice_on = day("2024-04-16"); }, "I-01"},
      {"no notice", [](Parcel& p) { p.handling.notice_on.reset(); }, "I-01"},
      {"no reply", [](Parcel& p) { p.handling.reply_on.reset(); }, "I-02"},
      {"agreement off the monitoring system",
       [](Parcel& p) {
         p.handling.disposal_method = "buyback";
         p.handling.disposal_on = day("2024-06-01");
         p.handling.monitored = measures::Certainty::no;
       },
       "I-03"},
      {"extension of exactly a year",
       [](Parcel& p) {
         p.facts.extension_signed_on = day("2024-04-01");
         p.facts.extension_start_due = day("2025-04-01");
       },
       ""},
      {"extension of a year and a day",
       [](Parcel& p) {
         p.facts.extension_signed_on = day("2024-04-01");
         p.facts.extension_start_due = day("2025-04-02");
       },
       "I-04"},
      {"second extension",
       [](Parcel& p) {
         p.facts.extension_signed_on = day("2024-04-01");
         p.facts.extension_start_due = day("2024-12-01");
         p.handling.extensions = exact("2");
       },
       "I-04"},
      {"temporary use of two years",
       [](Parcel& p) {
         p.handling.disposal_method = "temporary";
         p.handling.disposal_on = day("2022-12-31");
       },
       ""},
      {"temporary use of more than two years",
       [](Parcel& p) {
         p.handling.disposal_method = "temporary";
         p.handling.disposal_on = day("2022-12-30");
       },
       "I-04"},
      {"fee right to 0.01", [](Parcel& p) { p.handling.fee_paid = exact("239.99"); }, ""},
      {"fee too low", [](Parcel& p) { p.handling.fee_paid = exact("239.98"); }, "I-05"},
      {"swap without change of plan",
       [](Parcel& p) {
         p.handling.disposal_method = "swap";
         p.handling.disposal_on = day("2024-06-01");
         p.facts.cause = Cause::G1;
       },
       "I-07"},
      {"swap with the price unpaid",
       [](Parcel& p) {
         p.handling.disposal_method = "swap";
         p.handling.disposal_on = day("2024-06-01");
         p.facts.cause = Cause::G2;
         p.handling.price_paid = exact("1199");
       },
       "I-07"},
      {"mortgage after the determination",
       [](Parcel& p) {
         p.facts.determined = true;
         p.handling.determination_on = day("2024-06-01");
         p.handling.mortgaged_on = day("2024-07-01");
       },
       "I-08"},
      {"start agreed exactly a year after delivery", [](Parcel& p) { p.handling.delivery_due = day("2022-03-15"); }, ""},
      {"start agreed later than that", [](Parcel& p) { p.handling.delivery_due = day("2022-03-14"); }, "I-09"},
      {"disposed of but still published",
       [](Parcel& p) {
         p.handling.disposal_method = "recovery";
         p.handling.disposal_on = day("2024-08-01");
         p.handling.published_on = day("2024-06-01");
       },
       "I-10"},
  };
  for (const Row& row : rows) {
    Parcel parcel = in_order();
    row.change(parcel);
    EXPECT_EQ(fired(parcel), row.expected) << row.what;
  }
}

TEST(AuditChecks, AskForRecoveryAfterTwoYears) {  // I-06
  Parcel parcel = in_order();
  parcel.handling.fee_paid = exact("240");
  EXPECT_EQ(fired(parcel, {}, "2025-03-15"), "");
  EXPECT_EQ(fired(parcel, {}, "2025-03-16"), "I-06");
  parcel.facts.cause = Cause::G1;
  EXPECT_EQ(fired(parcel, {}, "2025-03-16"), "");
}

TEST(AuditChecks, SeeNewLandForAHolderWithAnOpenCase) {  // I-08
  const auto on = day("2024-12-31");
  Parcel open = in_order();
  open.facts.determined = true;
  open.handling.determination_on = day("2024-06-01");
  OpenCases cases;
  cases.add(open.handling, open.facts, on);
  Parcel later = in_order();
  later.handling.id = "Z2";
  later.facts.contract_on = day("2024-06-02");
  later.facts.start_due = day("2025-06-01");
  later.handling.delivery_due.reset();
  later.handling.notice_on.reset();
  EXPECT_EQ(fired(later, cases), "I-08");
  later.facts.contract_on = day("2024-06-01");
  EXPECT_EQ(fired(later, cases), "");
  EXPECT_EQ(fired(open, cases), "") << "its own case is not new land";
}

}  // namespace
