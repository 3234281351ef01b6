#include "screening/screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "screening/shares.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::screening;
using measures::Certainty;
using measures::Day;
using measures::Exact;

Day day(std::string_view text) { return Day::parse_iso(text).value(); }
Exact number(std::string_view text) { return Exact::parse(text).value(); }
const Day kAsOf = day("2024-12-31");

const rulebook::Rulebook& rules() {
  static const auto kRules = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "qingyuan");
  return kRules;
}

// Well used: nothing points to inefficiency.
Facts good() {
  Facts facts;
  facts.industrial = Certainty::yes;
  facts.idle = Certainty::no;
  facts.industry = "39";
  facts.contract_on = day("2012-03-01");
  facts.delivered_on = day("2012-06-01");
  facts.finish_due = day("2014-06-01");
  facts.finished_on = day("2014-05-01");
  facts.plot_ratio = {Exact(12000), Exact(10000)};
  facts.coefficient = {Exact(4500), Exact(10000)};
  facts.coefficient_standard = number("0.30");
  facts.coefficient_origin = "2008";
  facts.admin = {Exact(500), Exact(10000)};
  facts.plot_ratio_agreed = number("1.0");
  facts.investment = Exact(900);
  facts.investment_agreed = Exact(1000);
  facts.tax_per_mu = Exact(20);
  return facts;
}

Screened screened(const Facts& facts, std::vector<Override> overrides = {}, std::vector<std::string> parks = {"K01", "K00"},
                  const std::optional<Exact>& mean_tax_per_mu = Exact(30)) {
  const Thresholds thresholds(rules(), kAsOf, std::move(overrides));
  const Thresholds::Place place{parks, facts.industry};
  return screen(facts, is_rated(facts, thresholds, place, kAsOf), mean_tax_per_mu, thresholds, place, kAsOf);
}

std::optional<Certainty> met(const Screened& result, std::string_view name) {
  const auto found = std::find_if(result.tests.begin(), result.tests.end(), [&](const Test& test) { return test.name == name; });
  return found == result.tests.end() ? std::nullopt : found->met;
}

TEST(Screen, TwoTestsMakeItSuspectedAndOneACaseToWatch) {
  EXPECT_EQ(screened(good()).inefficient, Certainty::no);
  EXPECT_EQ(screened(good()).grade, Grade::none);
  Facts one = good();
  one.plot_ratio.part = number("9999.99");
  EXPECT_EQ(screened(one).inefficient, Certainty::no);
  EXPECT_EQ(screened(one).grade, Grade::watch);
  one.tax_per_mu = number("9.99");
  EXPECT_EQ(screened(one).inefficient, Certainty::yes);
  EXPECT_EQ(screened(one).grade, Grade::suspected);
}

TEST(Screen, WithoutAMeanThereIsNoThresholdToShow) {
  const Screened result = screened(good(), {}, {"K01", "K00"}, std::nullopt);
  const auto tax = std::find_if(result.tests.begin(), result.tests.end(), [](const screening::Test& test) { return test.name == "tax"; });
  ASSERT_NE(tax, result.tests.end());
  EXPECT_EQ(tax->met, std::nullopt);
  EXPECT_EQ(tax->threshold, std::nullopt) << "the parameter is a share, not a tax";
}

TEST(Screen, StandsExactlyOnEveryLine) {
  struct Row {
    const char* what;
    void (*change)(Facts&);
    std::string_view test;
    std::optional<Certainty> expected;
  };
  const Row rows[] = {
      {"plot ratio as agreed", [](Facts& f) { f.plot_ratio.part = Exact(10000); }, "plot_ratio", Certainty::no},
      {"without a contract figure 0.8 holds", [](Facts& f) { f.plot_ratio_agreed.reset(); f.plot_ratio.part = Exact(8000); }, "plot_ratio", Certainty::no},
      {"and below it", [](Facts& f) { f.plot_ratio_agreed.reset(); f.plot_ratio.part = number("7999.99"); }, "plot_ratio", Certainty::yes},
      {"coefficient 30 % under the old edition", [](Facts& f) { f.coefficient.part = Exact(3000); }, "building_coefficient", Certainty::no},
      {"39.99 % under the new one", [](Facts& f) { f.coefficient_standard = number("0.40"); f.coefficient.part = Exact(3999); }, "building_coefficient", Certainty::yes},
      {"70 % invested", [](Facts& f) { f.investment = Exact(700); }, "investment", Certainty::no},
      {"69.9 % invested", [](Facts& f) { f.investment = Exact(699); }, "investment", Certainty::yes},
      {"two years after completion, on the day", [](Facts& f) { f.investment = Exact(1); f.finished_on = day("2022-12-31"); }, "investment", {}},
      {"and the day after", [](Facts& f) { f.investment = Exact(1); f.finished_on = day("2022-12-30"); }, "investment", Certainty::yes},
      {"a third of the mean", [](Facts& f) { f.tax_per_mu = Exact(10); }, "tax", Certainty::no},
      {"7 % for offices", [](Facts& f) { f.admin.part = Exact(700); }, "admin_share", Certainty::no},
      {"8 % for offices", [](Facts& f) { f.admin.part = Exact(800); }, "admin_share", Certainty::yes},
      {"8 % with rental housing approved", [](Facts& f) { f.admin.part = Exact(800); f.rental_approved = true; }, "admin_share", Certainty::no},
      {"production is not recorded at all", [](Facts&) {}, "production", {}},
      {"recorded and going on", [](Facts& f) { f.production_recorded = true; }, "production", Certainty::no},
      {"stopped for twelve months, on the day", [](Facts& f) { f.production_recorded = true; f.production_stopped_on = day("2023-12-31"); }, "production", Certainty::no},
      {"and the day after", [](Facts& f) { f.production_recorded = true; f.production_stopped_on = day("2023-12-30"); }, "production", Certainty::yes},
      {"D twice", [](Facts& f) { f.rating_recorded = true; f.rating = f.rating_before = "D"; }, "rating", Certainty::yes},
      {"D once", [](Facts& f) { f.rating_recorded = true; f.rating = "D"; f.rating_before = "C"; }, "rating", Certainty::no},
      {"D, the year before unknown", [](Facts& f) { f.rating_recorded = true; f.rating = "D"; }, "rating", Certainty::unknown},
  };
  for (const Row& row : rows) {
    Facts facts = good();
    row.change(facts);
    EXPECT_EQ(met(screened(facts), row.test), row.expected) << row.what;
  }
}

TEST(Screen, TheRunOfWorstRatingsIsAsLongAsTheRuleSays) {
  const auto answer = [](const char* last, const char* before, int years) {
    Facts facts = good();
    facts.rating_recorded = true;
    facts.rating = last;
    facts.rating_before = before;
    return met(screened(facts, {{"screen.worst_rating_years", "", "", Exact(years), "", "own.csv", 2}}), "rating");
  };
  EXPECT_EQ(answer("D", "C", 1), Certainty::yes);
  EXPECT_EQ(answer("D", "C", 2), Certainty::no);
  EXPECT_EQ(answer("D", "D", 3), Certainty::unknown) << "two years are on record";
  EXPECT_EQ(answer("D", "C", 3), Certainty::no) << "and one of them broke the run";
}

TEST(Screen, UnknownIsNeverNo) {
  Facts facts = good();
  facts.coefficient.part.reset();
  EXPECT_EQ(screened(facts).inefficient, Certainty::no) << "one open test alone cannot make two";
  EXPECT_EQ(screened(facts).grade, Grade::open) << "but it can make one";
  facts.admin.part.reset();
  EXPECT_EQ(screened(facts).inefficient, Certainty::unknown);
  EXPECT_THAT(screened(facts).missing, testing::ElementsAre("yard_area", "admin_area"));
}

TEST(Screen, IsNeverRunWhereItWouldBeUnfair) {
  struct Row {
    const char* what;
    void (*change)(Facts&);
    NotRated expected;
  };
  const Row rows[] = {
      {"idle land is idle, not inefficient", [](Facts& f) { f.idle = Certainty::yes; }, NotRated::idle},
      {"future", [](Facts& f) { f.future = true; }, NotRated::future},
      {"housing", [](Facts& f) { f.industrial = Certainty::no; }, NotRated::not_industrial},
      {"power, gas and water", [](Facts& f) { f.utility = true; }, NotRated::utility},
      {"three years since delivery, on the day", [](Facts& f) { f.delivered_on = day("2021-12-31"); }, NotRated::recent_delivery},
      {"and the day after", [](Facts& f) { f.delivered_on = day("2021-12-30"); }, NotRated::no},
      {"on the agreed day of completion", [](Facts& f) { f.finish_due = kAsOf; }, NotRated::before_completion},
      {"and the day after", [](Facts& f) { f.finish_due = day("2024-12-30"); }, NotRated::no},
      {"declared", [](Facts& f) { f.exempt = "relocation"; }, NotRated::relocation},
  };
  for (const Row& row : rows) {
    Facts facts = good();
    facts.plot_ratio.part = Exact(1);
    facts.tax_per_mu = Exact(1);
    row.change(facts);
    const Screened result = screened(facts);
    EXPECT_EQ(result.not_rated, row.expected) << row.what;
    EXPECT_EQ(result.inefficient.has_value(), row.expected == NotRated::no) << row.what;
  }
  Facts perhaps_idle = good();
  perhaps_idle.plot_ratio.part = Exact(1);
  perhaps_idle.tax_per_mu = Exact(1);
  perhaps_idle.idle = Certainty::unknown;
  EXPECT_EQ(screened(perhaps_idle).inefficient, Certainty::unknown);
}

TEST(Thresholds, AreSetByParkAndIndustryTheNearestFirst) {
  const auto row = [](std::string park, std::string industry, std::string_view value) {
    return Override{"screen.plot_ratio_min", std::move(park), std::move(industry), number(value), "", "t.csv", 2};
  };
  const Thresholds thresholds(rules(), kAsOf, {row("", "", "0.9"), row("", "39", "1.1"), row("K00", "", "1.2"), row("K01", "39", "1.4"), row("K01", "", "1.3")});
  const auto at = [&](std::vector<std::string> parks, std::string_view industry) {
    return thresholds.find("screen.plot_ratio_min", {parks, industry}).value.value().to_string();
  };
  EXPECT_EQ(at({"K01", "K00"}, "3911"), "1.4");
  EXPECT_EQ(at({"K01", "K00"}, "26"), "1.3");
  EXPECT_EQ(at({"K02", "K00"}, "3911"), "1.2");
  EXPECT_EQ(at({"Y01"}, "3911"), "1.1");
  EXPECT_EQ(at({"Y01"}, ""), "0.9");
  // Against the contract's own the park's standard only makes the line lower.
  Facts facts = good();
  facts.plot_ratio.part = Exact(9500);
  EXPECT_EQ(met(screened(facts, {row("K01", "", "0.95")}), "plot_ratio"), Certainty::no);
  EXPECT_EQ(met(screened(facts, {row("K01", "", "1.95")}), "plot_ratio"), Certainty::yes);
}

TEST(Research, FourPercentInTheNationalZoneThreeInAProvincialOne) {
  struct Row {
    const char *what, *level, *contract, *finished, *spending, *revenue;
    bool case_by_case;
    std::optional<std::string_view> expected;
  };
  const Row rows[] = {
      {"4 % exactly", "national", "2022-01-01", "2023-01-01", "40", "1000", false, "pass"},
      {"a little less", "national", "2022-01-01", "2023-01-01", "39.99", "1000", false, "fail"},
      {"3 % in a provincial zone", "provincial", "2022-01-01", "2023-01-01", "30", "1000", false, "pass"},
      {"3 % in the national zone", "national", "2022-01-01", "2023-01-01", "30", "1000", false, "fail"},
      {"agreed case by case", "national", "2022-01-01", "2023-01-01", "1", "1000", true, "exempt"},
      {"spending unknown", "national", "2022-01-01", "2023-01-01", "", "1000", false, "unknown"},
      {"no revenue", "national", "2022-01-01", "2023-01-01", "1", "0", false, "unknown"},
      {"no day of contract", "national", "", "2023-01-01", "1", "1000", false, "unknown"},
      {"on the first day of the opinion", "national", "2021-09-30", "2023-01-01", "1", "1000", false, "fail"},
      {"before it: no new project", "national", "2021-09-29", "2023-01-01", "1", "1000", false, {}},
      {"not yet in production", "national", "2022-01-01", "", "1", "1000", false, {}},
      {"a municipal park", "municipal", "2022-01-01", "2023-01-01", "1", "1000", false, {}},
  };
  for (const Row& row : rows) {
    ResearchFacts facts;
    facts.level = row.level;
    facts.contract_on = Day::parse_iso(row.contract);
    facts.finished_on = Day::parse_iso(row.finished);
    facts.spending = Exact::parse(row.spending);
    facts.revenue = Exact::parse(row.revenue);
    facts.case_by_case = row.case_by_case;
    facts.recorded = true;
    const auto test = research(facts, rules(), kAsOf);
    EXPECT_EQ(test ? std::optional(test->outcome) : std::nullopt, row.expected) << row.what;
    EXPECT_EQ(research(facts, rules(), day("2025-12-31")), std::nullopt) << "the opinion ended on 2025-12-30";
  }
}

TEST(Supporting, GreenAmberRed) {
  struct Row {
    const char* what;
    std::int64_t land, floor;
    bool rental, new_industry;
    std::string_view land_colour, floor_colour;
  };
  const Row rows[] = {
      {"7 % and 15 %", 700, 1500, false, false, "green", "green"},
      {"just above, without an approval", 701, 1501, false, false, "red", "red"},
      {"just above, approved", 701, 1501, true, false, "amber", "amber"},
      {"15 % and 30 %, approved", 1500, 3000, true, false, "amber", "amber"},
      {"above that", 1501, 3001, true, true, "red", "red"},
      {"new industry may have more floors, not more land", 800, 3000, false, true, "red", "amber"},
  };
  const Thresholds thresholds(rules(), kAsOf, {});
  for (const Row& row : rows) {
    const auto tests = supporting({{Exact(row.land), Exact(10000)}, {Exact(row.floor), Exact(10000)}, row.rental, row.new_industry}, thresholds, {{}, ""});
    ASSERT_EQ(tests.size(), 2U);
    EXPECT_EQ(tests[0].outcome, row.land_colour) << row.what;
    EXPECT_EQ(tests[1].outcome, row.floor_colour) << row.what;
  }
}

}  // namespace
