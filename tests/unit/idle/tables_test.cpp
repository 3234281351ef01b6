// Tables of cases for planners: day rules, the limbs of class B, several causes side by side, the limits and options of art. 12.
#include <gtest/gtest.h>

#include <set>

#include "../case_table.hpp"
#include "china.hpp"
#include "idle/procedure.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::idle;
using idle::testing::china;
using idle::testing::day;
using yongdi::testing::case_table;
using yongdi::testing::day_or_none;
using yongdi::testing::exact_or_none;
using yongdi::testing::parts;
using yongdi::testing::Record;

measures::Certainty answer(const std::string& text) {
  return text == "yes" ? measures::Certainty::yes : text == "no" ? measures::Certainty::no : measures::Certainty::unknown;
}

std::optional<Cause> cause_of(const std::string& code) {
  for (const Cause each : {Cause::none, Cause::G1, Cause::G2, Cause::G3, Cause::G4, Cause::G5, Cause::G6, Cause::FM, Cause::PRELIM})
    if (code == to_text(each)) return each;
  return std::nullopt;
}

// "G1 2023-02-01..2023-02-28 yes"
CausePeriod period(const std::string& text) {
  const auto words = parts(text, ' ');
  const auto dots = words.at(1).find("..");
  return {cause_of(words.at(0)), day_or_none(words.at(1).substr(0, dots)), day_or_none(words.at(1).substr(dots + 2)),
          answer(words.size() > 2 ? words[2] : "")};
}
std::vector<CausePeriod> periods(const std::string& text) {
  std::vector<CausePeriod> result;
  for (const std::string& part : parts(text, ';')) result.push_back(period(part));
  return result;
}

template <class Value>
std::string word(const std::optional<Value>& value) {
  return value ? std::string(to_text(*value)) : "";
}
std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }
std::string joined(const std::vector<std::string_view>& names) {
  std::string result;
  for (const std::string_view name : names) result += (result.empty() ? "" : " ") + std::string(name);
  return result;
}

Facts supplied() {
  Facts facts;
  facts.contract_on = day("2015-01-01");
  return facts;
}

Verdict judged(const Facts& facts, measures::Day as_of) { return judge(facts, terms(china(), as_of), as_of); }

TEST(Tables, DayRules) {
  for (const Record& each : case_table("day_rules.csv")) {
    Facts facts = supplied();
    facts.start_due = day(each.at("start_due"));
    EXPECT_EQ(word(judged(facts, day(each.at("as_of"))).idle_class), each.at("expect_class")) << each.at("case") << ": " << each.at("note");
  }
}

TEST(Tables, LimbsOfClassB) {
  for (const Record& each : case_table("limbs.csv")) {
    SCOPED_TRACE(each.at("case") + ": " + each.at("note"));
    Facts facts = supplied();
    facts.start_due = facts.started_on = facts.permit_on = day("2022-06-01");
    facts.stopped_on = day(each.at("stopped_on"));
    facts.area_to_develop = exact_or_none(each.at("area_to_develop"));
    facts.area_developed = exact_or_none(each.at("area_developed"));
    facts.investment_total = exact_or_none(each.at("investment_total"));
    facts.investment_made = exact_or_none(each.at("investment_made"));
    const Verdict verdict = judged(facts, day(each.at("as_of")));
    EXPECT_EQ(word(verdict.idle_class), each.at("expect_class"));
    EXPECT_EQ(measures::to_text(verdict.limb_area), each.at("expect_area"));
    EXPECT_EQ(measures::to_text(verdict.limb_investment), each.at("expect_investment"));
    EXPECT_EQ(joined(verdict.missing), each.at("expect_missing"));
  }
}

TEST(Tables, SeveralCauses) {
  for (const Record& each : case_table("causes.csv")) {
    SCOPED_TRACE(each.at("case") + ": " + each.at("note"));
    // As a parcels table would give it, so that the reading of land use and supply mode is held as well.
    facts::Table table;
    facts::Row row;
    const auto put = [&](const char* field, facts::Value value) {
      table.columns.push_back(facts::find_field(facts::Layer::parcels, field));
      row.values.push_back(std::move(value));
    };
    const auto text = [](const std::string& words) { return words.empty() ? facts::Value() : facts::Value(words); };
    put("supply_mode", text(each.at("supply_mode")));
    put("land_use", text(each.at("land_use")));
    put("contract_on", day("2020-01-01"));
    put("start_due", day(each.at("start_due")));
    const auto as_of = day(each.at("as_of"));
    Facts facts = FactsReader(table).read(row, as_of);
    for (const CausePeriod& own : periods(each.at("own_cause"))) {
      facts.cause = own.cause;
      facts.cause_from = own.from;
      facts.cause_to = own.to;
      facts.cause_verified = own.verified;
    }
    facts.more_causes = periods(each.at("more_causes"));
    const Verdict verdict = judged(facts, as_of);
    EXPECT_EQ(number(verdict.overdue_days), each.at("expect_gross_days"));
    EXPECT_EQ(number(verdict.cause_days), each.at("expect_cause_days"));
    EXPECT_EQ(number(verdict.overdue_days_net), each.at("expect_net_days"));
    EXPECT_EQ(word(verdict.idle_class), each.at("expect_class"));
    EXPECT_EQ(word(verdict.class_net), each.at("expect_class_net"));
    EXPECT_EQ(word(verdict.cause_state), each.at("expect_state"));
    EXPECT_EQ(word(verdict.route), each.at("expect_route"));
    std::set<std::string> codes;
    for (const Remark remark : verdict.remarks)
      codes.insert(remark == Remark::cause_undated          ? "CAUSE_UNDATED"
                   : remark == Remark::cause_reversed       ? "DATE_ILLOGICAL"
                   : remark == Remark::cause_not_applicable ? "CAUSE_NOT_APPLICABLE"
                                                            : "other");
    EXPECT_EQ(codes, each.at("expect_codes").empty() ? std::set<std::string>() : std::set{each.at("expect_codes")});
    // The order in which causes stand says nothing.
    std::reverse(facts.more_causes.begin(), facts.more_causes.end());
    EXPECT_EQ(judged(facts, as_of).overdue_days_net, verdict.overdue_days_net);
    EXPECT_EQ(judged(facts, as_of).route, verdict.route);
  }
}

// I-03, I-04, I-05 and I-07 at their limits; the case stands in class A1, with notice and reply in order.
TEST(Tables, LimitsOfArticle12) {
  for (const Record& each : case_table("art12.csv")) {
    const auto as_of = day(each.at("as_of"));
    Facts facts = supplied();
    facts.start_due = as_of.anniversary(-1) + -40;
    facts.extension_signed_on = day_or_none(each.at("extension_signed_on"));
    facts.extension_start_due = day_or_none(each.at("extension_start_due"));
    facts.cause = cause_of(each.at("cause"));
    facts.cause_verified = measures::Certainty::yes;
    facts.more_causes = periods(each.at("more_causes"));
    facts.price = exact_or_none(each.at("price"));
    Handling handling;
    handling.id = "Z1";
    handling.notice_on = as_of + -20;
    handling.reply_on = as_of + -10;
    handling.extensions = exact_or_none(each.at("extensions"));
    handling.disposal_method = each.at("disposal_method");
    handling.disposal_on = day_or_none(each.at("disposal_on"));
    handling.price_paid = exact_or_none(each.at("price_paid"));
    handling.fee_paid = exact_or_none(each.at("fee_paid"));
    handling.monitored = answer(each.at("monitored"));
    std::vector<std::string_view> codes;
    for (const Fired& fired : audit(facts, handling, judged(facts, as_of), check_terms(china(), as_of), {}, as_of)) codes.push_back(fired.code);
    EXPECT_EQ(joined(codes), each.at("expect_codes")) << each.at("case") << ": " << each.at("note");
  }
}

TEST(Tables, OptionsOfArticle12) {
  for (const Record& each : case_table("options.csv")) {
    SCOPED_TRACE(each.at("case") + ": " + each.at("note"));
    const auto as_of = day(each.at("as_of"));
    Facts facts;
    facts.more_causes = periods(each.at("causes"));
    facts.extension_signed_on = day_or_none(each.at("extension_signed_on"));
    facts.price = exact_or_none(each.at("price"));
    Handling handling;
    handling.extensions = exact_or_none(each.at("extensions"));
    handling.price_paid = exact_or_none(each.at("price_paid"));
    handling.monitored = answer(each.at("monitored"));
    Verdict verdict;
    for (const Class value : {Class::IDLE_A1, Class::IDLE_B, Class::OVERDUE_START})
      if (each.at("class") == to_text(value)) verdict.idle_class = value;
    verdict.idle = verdict.idle_class == Class::OVERDUE_START ? Idle::no : Idle::yes;
    for (const CauseState value : {CauseState::none, CauseState::claimed, CauseState::running, CauseState::ended, CauseState::mixed})
      if (each.at("cause_state") == to_text(value)) verdict.cause_state = value;
    const auto all = options(facts, handling, verdict, check_terms(china(), as_of), as_of);
    if (each.at("expect_open").empty()) {
      EXPECT_TRUE(all.empty());
      continue;
    }
    ASSERT_EQ(all.size(), kOptionCount);
    const auto found = std::find_if(all.begin(), all.end(), [&](const OptionCheck& check) { return to_text(check.option) == each.at("option"); });
    ASSERT_NE(found, all.end());
    EXPECT_EQ(measures::to_text(found->open), each.at("expect_open"));
    std::vector<std::string_view> bars;
    for (const Bar bar : found->barred_by) bars.push_back(to_text(bar));
    EXPECT_EQ(joined(bars), each.at("expect_barred_by"));
    EXPECT_EQ(joined(found->missing), each.at("expect_missing"));
    EXPECT_EQ(found->latest_on ? found->latest_on->to_iso() : "", each.at("expect_latest_on"));
    EXPECT_EQ(found->restarts_clock, found->option != Option::buyback);
  }
}

TEST(Procedure, CountsItsDeadlinesFromTheDayAfter) {
  const auto as_of = day("2025-01-01");
  Facts facts = supplied();
  facts.start_due = day("2023-03-15");
  Handling handling;
  handling.notice_on = day("2024-04-15");
  handling.disposal_method = "fee";
  handling.disposal_on = day("2024-12-02");
  const Deadlines found = deadlines(handling, judged(facts, as_of), check_terms(china(), as_of), as_of);
  EXPECT_EQ(found.notice_due, day("2024-04-15")) << "idle since 2024-03-16";
  EXPECT_EQ(found.reply_due, day("2024-05-15"));
  EXPECT_EQ(found.payment_due, day("2025-01-01"));
  handling.disposal_on = day("2025-01-02");
  EXPECT_FALSE(deadlines(handling, judged(facts, as_of), check_terms(china(), as_of), as_of).payment_due) << "the decision has not been taken yet";
  handling.disposal_method = "buyback";
  handling.disposal_on = day("2024-12-02");
  EXPECT_FALSE(deadlines(handling, judged(facts, as_of), check_terms(china(), as_of), as_of).payment_due) << "nothing is to be paid in";
}

}  // namespace
