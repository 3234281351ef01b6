#include "intensity/limits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intensity/indicators.hpp"
#include "intensity/land_use.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::intensity;
using measures::Certainty;
using measures::Day;
using measures::Exact;

Day day(std::string_view text) { return Day::parse_iso(text).value(); }
Exact number(std::string_view text) { return Exact::parse(text).value(); }

Limit row(Origin origin, std::string industry, std::string_view value, std::string edition = "2008") {
  Limit limit;
  limit.origin = origin;
  limit.value = number(value);
  limit.document = "D" + edition;
  limit.edition = edition;
  limit.from = day(edition == "2008" ? "2008-01-31" : "2023-05-11");
  if (edition == "2008") limit.to = day("2023-05-10");
  limit.industry = industry;
  limit.industry_edition = industry.empty() ? "" : "2002";
  return limit;
}

Site site(std::string_view contract, std::string industry, std::string edition) {
  Site site;
  if (!contract.empty()) site.contract_on = day(contract);
  site.industrial = Certainty::yes;
  site.industry = std::move(industry);
  site.industry_edition = std::move(edition);
  return site;
}

TEST(Limits, TheEditionIsChosenByTheDayOfTheContract) {
  const LimitTable table({row(Origin::national, "39", "0.7"), row(Origin::national, "39", "0.9", "2023")});
  struct Row {
    const char *what, *contract, *industry, *edition;
    const char* expected;  // empty: none
    Gap gap;
  };
  const Row rows[] = {
      {"first day of the edition", "2008-01-31", "39", "2002", "0.7", {}},
      {"the day before it", "2008-01-30", "39", "2002", "", Gap::none_in_force},
      {"last day of the old edition", "2023-05-10", "39", "2002", "0.7", {}},
      {"first day of the new edition", "2023-05-11", "39", "2002", "0.9", {}},
      {"a class of the division", "2015-06-01", "3911", "2002", "0.7", {}},
      {"the same code in another edition is another industry", "2015-06-01", "39", "2017", "", Gap::no_row},
      {"the edition of the code is not recorded", "2015-06-01", "39", "", "", Gap::edition_missing},
      {"the day of the contract is not recorded", "", "39", "2002", "", Gap::contract_missing},
      {"an industry without a row", "2015-06-01", "26", "2002", "", Gap::no_row},
      {"no industry on record", "2015-06-01", "", "", "", Gap::industry_missing},
  };
  for (const Row& each : rows) {
    const Found found = table.find(Measure::plot_ratio, Bound::min, Force::binding, site(each.contract, each.industry, each.edition));
    ASSERT_EQ(found.limit != nullptr, *each.expected != '\0') << each.what;
    if (found.limit != nullptr)
      EXPECT_EQ(found.limit->value, number(each.expected)) << each.what;
    else
      EXPECT_EQ(found.gap, each.gap) << each.what;
  }
  EXPECT_EQ(table.find(Measure::green_ratio, Bound::max, Force::binding, site("2015-06-01", "39", "2002")).gap, Gap::none_loaded);
}

TEST(Limits, LocalGoesBeforeProvincialBeforeNational) {
  Limit here = row(Origin::local, "39", "1.5");
  here.place = "清城区";
  const LimitTable table({row(Origin::national, "", "0.5"), row(Origin::national, "39", "0.7"), row(Origin::provincial, "39", "1.0"), here});
  Site at = site("2015-06-01", "3911", "2002");
  EXPECT_EQ(table.find(Measure::plot_ratio, Bound::min, Force::binding, at).limit->value, number("1.0"));
  at.places = {"K01", "清城区"};
  EXPECT_EQ(table.find(Measure::plot_ratio, Bound::min, Force::binding, at).limit->value, number("1.5"));
  EXPECT_EQ(table.find(Measure::plot_ratio, Bound::min, Force::binding, site("2015-06-01", "26", "2002")).limit->value, number("0.5"));
  at.industrial = Certainty::no;
  EXPECT_EQ(table.find(Measure::plot_ratio, Bound::min, Force::binding, at).gap, Gap::not_industrial);
}

TEST(Limits, TheContractDecidesAndSaysWhenItAsksForLess) {
  Ratios ratios;
  ratios[0] = {Exact(9000), Exact(10000), {}, 1};
  Agreed agreed;
  agreed.plot_ratio_min = number("0.6");
  Limit advice = row(Origin::national, "39", "1.2");
  advice.force = Force::recommended;
  const LimitTable table({row(Origin::national, "39", "0.7"), advice});
  const Comparison compared = compare(ratios, agreed, table, site("2015-06-01", "39", "2002"));
  ASSERT_EQ(compared.limits.size(), 2U);
  EXPECT_EQ(compared.limits[0].limit, nullptr);
  EXPECT_EQ(compared.limits[0].required, number("0.6"));
  EXPECT_EQ(compared.limits[0].looser_than->value, number("0.7"));
  EXPECT_EQ(compared.plot_ratio, Certainty::yes);
  // The recommendation stands beside it and decides nothing.
  EXPECT_EQ(compared.limits[1].force, Force::recommended);
  EXPECT_EQ(compared.limits[1].kept, Certainty::no);
  EXPECT_EQ(compare(ratios, {}, table, site("2015-06-01", "39", "2002")).plot_ratio, Certainty::yes);
  EXPECT_EQ(compare(ratios, {}, table, site("2015-06-01", "", "")).plot_ratio, std::nullopt);
  const Comparison open = compare(ratios, {}, table, site("2015-06-01", "39", ""));
  EXPECT_EQ(open.plot_ratio, Certainty::unknown);
  EXPECT_THAT(open.missing, testing::ElementsAre("industry_edition"));
}

TEST(Limits, AreComparedExactlyOnTheLine) {
  Limit limit = row(Origin::national, "39", "4005.25");
  limit.measure = Measure::investment_intensity;
  Ratios ratios;
  Ratio& investment = ratios[static_cast<std::size_t>(Measure::investment_intensity)];
  investment = {number("3003.9375"), Exact(7500), {}, 10000};  // 0.75 ha × 4005.25
  const Site at = site("2015-06-01", "39", "2002");
  EXPECT_EQ(compare(ratios, {}, LimitTable({limit}), at).investment, Certainty::yes);
  investment.part = number("3003.9374");
  EXPECT_EQ(compare(ratios, {}, LimitTable({limit}), at).investment, Certainty::no);
}

// A typical enterprise as the survey of development zones records it: 8.22 ha, 5.82 × 10⁴ m² of floors, 4.05 × 10⁴ m² of footprints and yards.
TEST(Limits, LandWithoutWorkIsNotRatedForHavingNothingOnIt) {
  Ratios ratios;
  ratios[static_cast<std::size_t>(Measure::plot_ratio)] = {Exact(), Exact(10000), {}, 1};
  ratios[static_cast<std::size_t>(Measure::investment_intensity)] = {Exact(200), Exact(10000), {}, 10000};
  Limit least = row(Origin::national, "", "0.7"), money = least;
  money.measure = Measure::investment_intensity;
  money.value = number("500");
  const LimitTable table({least, money});
  Site at = site("2015-06-01", "39", "2002");
  EXPECT_EQ(compare(ratios, {}, table, at).plot_ratio, Certainty::no);
  at.unstarted = true;
  const Comparison compared = compare(ratios, {}, table, at);
  EXPECT_EQ(compared.plot_ratio, std::nullopt);
  EXPECT_EQ(compared.plot_ratio_gap, Gap::not_started);
  ASSERT_EQ(compared.limits.size(), 2U);
  EXPECT_EQ(compared.limits[0].kept, std::nullopt);
  EXPECT_EQ(compared.limits[0].required, number("0.7")) << "the limit is shown all the same";
  EXPECT_EQ(compared.investment, Certainty::no) << "what has been spent is compared";
  ratios[static_cast<std::size_t>(Measure::plot_ratio)].part = std::nullopt;
  EXPECT_EQ(compare(ratios, {}, table, at).plot_ratio, Certainty::unknown) << "what nobody recorded is unknown, not nought";
}

TEST(Limits, TheSurveyRecordOfATypicalEnterprise) {
  ParcelFacts facts;
  facts.area = number("8.22") * Exact(10000);
  facts.floor_area = number("5.82") * Exact(10000);
  facts.footprint_area = number("4.05") * Exact(10000);
  facts.yard_area = Exact();
  const ParcelIndicators result = indicators(facts, {}, {}, 0.02).indicators;
  EXPECT_NEAR(*result.plot_ratio, 0.708, 0.0005);
  EXPECT_NEAR(*result.building_coefficient, 0.4927, 0.00005);
}

TEST(LandUse, OneCodeCanMeanTwoThings) {
  const std::vector<LandUseKey> keys = {{false, "", "工业", LandUse::industrial}, {false, "", "工业园区住宅", LandUse::residential}, {true, "SD3", "06", LandUse::industrial},
                                        {true, "YDYH2023", "06", LandUse::other}, {true, "YDYH2023", "10", LandUse::industrial}};
  struct Row {
    const char *use, *scheme;
    std::optional<LandUse> expected;
  };
  const Row rows[] = {{"工业用地", "", LandUse::industrial}, {"工业园区住宅", "", LandUse::residential}, {"0601", "SD3", LandUse::industrial}, {"0601", "YDYH2023", LandUse::other},
                      {"0601", "", {}},                      {"1001", "", LandUse::industrial},          {"", "", {}},                          {"别墅", "", {}}};
  for (const Row& each : rows) EXPECT_EQ(land_use(keys, each.use, each.scheme), each.expected) << each.use << " " << each.scheme;
  EXPECT_EQ(industry_code("C2614"), "2614");
  EXPECT_EQ(industry_code("26 化学"), "26");
  EXPECT_EQ(industry_code("化学"), "");
  EXPECT_EQ(industry_code("26141"), "");
  EXPECT_EQ(industry_edition("GB/T 4754-2017"), "2017");
  EXPECT_EQ(industry_edition("4754"), "");
}

}  // namespace
