#include "screening/rating.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace {

using namespace yongdi::screening;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::Optional;

Firm taxed(std::string id, std::optional<double> tax_per_mu) {
  Firm firm;
  firm.id = std::move(id);
  firm.land_mu = 1;
  firm.tax = tax_per_mu;
  return firm;
}
// A scheme by a formula, with what the shipped rule documents say for it.
Scheme scheme_of(Formula formula) {
  const auto rules = yongdi::rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  const RatingTerms terms = rating_terms(rules, yongdi::measures::Day::parse_iso("2024-12-31").value());
  return {formula, {}, terms.least_points_share, terms.cuts};
}
std::vector<std::string> ratings(const std::vector<RatedFirm>& firms) {
  std::vector<std::string> result;
  for (const RatedFirm& firm : firms) result.push_back(firm.rating);
  return result;
}

TEST(Rating, S1IsTheRatioToABenchmark) {
  const std::vector<WeightedItem> items = {{Item::tax_per_mu, 30, 24.097}};
  Scheme scheme = scheme_of(Formula::benchmark);
  EXPECT_THAT(rate({taxed("a", 24.097), taxed("b", 48.194)}, items, scheme)[1].total, Optional(DoubleEq(60)));
  scheme.cap = 1.5;
  EXPECT_THAT(rate({taxed("a", 24.097), taxed("b", 48.194)}, items, scheme)[1].total, Optional(DoubleEq(45)));
  EXPECT_EQ(rate({taxed("a", {})}, items, scheme)[0].total, std::nullopt);
}

TEST(Rating, S1GivesAFirmWithoutEmissionsTheMeanOfItsGroup) {
  const auto firm = [](double emissions) {
    Firm each;
    each.value_added = 100;
    each.emissions = emissions;
    return each;
  };
  Scheme scheme = scheme_of(Formula::benchmark);
  const auto rated = rate({firm(1), firm(2), firm(0)}, {{Item::value_added_per_emission, 10, 100}}, scheme);
  EXPECT_THAT(rated[2].total, Optional(DoubleEq((10.0 + 5.0) / 2)));
}

TEST(Rating, S2SpreadsBetweenLeastAndMost) {
  Scheme scheme = scheme_of(Formula::min_max);
  const auto rated = rate({taxed("a", 10), taxed("b", 30), taxed("c", 20)}, {{Item::tax_per_mu, 50, {}}}, scheme);
  EXPECT_THAT(rated[0].total, Optional(DoubleEq(10)));
  EXPECT_THAT(rated[1].total, Optional(DoubleEq(50)));
  EXPECT_THAT(rated[2].total, Optional(DoubleEq(30)));
  EXPECT_THAT(rate({taxed("a", 7), taxed("b", 7)}, {{Item::tax_per_mu, 50, {}}}, scheme)[0].total, Optional(DoubleEq(50))) << "all equal: full weight";
}

TEST(Rating, WithoutARuleInForceNobodyHasAClassNorPointsByS2) {
  const std::vector<Firm> firms = {taxed("a", 9), taxed("b", 5)};
  const std::vector<WeightedItem> items = {{Item::tax_per_mu, 1, {}}};
  EXPECT_THAT(ratings(rate(firms, items, {Formula::weighted_rank})), ElementsAre("", ""));
  EXPECT_THAT(rate(firms, items, {Formula::weighted_rank})[1].rank, Optional(2));
  EXPECT_EQ(rate(firms, items, {Formula::min_max})[0].total, std::nullopt);
}

TEST(Rating, ClassesEndExactlyAtTheirShare) {
  std::vector<Firm> firms;
  for (int i = 0; i < 10; ++i) firms.push_back(taxed(std::to_string(i), 100 - i));
  Scheme scheme = scheme_of(Formula::weighted_rank);
  scheme.cuts = {yongdi::measures::Exact::ratio(2, 10), yongdi::measures::Exact::ratio(7, 10), yongdi::measures::Exact::ratio(9, 10)};
  EXPECT_THAT(ratings(rate(firms, {{Item::tax_per_mu, 1, {}}}, scheme)), ElementsAre("A", "A", "B", "B", "B", "B", "B", "C", "C", "D"));
  scheme.cuts->front() = yongdi::measures::Exact::ratio(21, 100);
  EXPECT_EQ(ratings(rate(firms, {{Item::tax_per_mu, 1, {}}}, scheme))[2], "A") << "part of a place counts whole";
}

TEST(Rating, S3GoesByRankAndCutsByShareOfTheGroup) {
  std::vector<Firm> firms;
  for (int i = 0; i < 20; ++i) firms.push_back(taxed(std::to_string(i), 100 - i));
  const auto rated = rate(firms, {{Item::tax_per_mu, 100, {}}}, scheme_of(Formula::weighted_rank));
  const auto classes = ratings(rated);
  EXPECT_EQ(std::count(classes.begin(), classes.end(), "A"), 5);
  EXPECT_EQ(std::count(classes.begin(), classes.end(), "B"), 9);
  EXPECT_EQ(std::count(classes.begin(), classes.end(), "C"), 5);
  EXPECT_EQ(std::count(classes.begin(), classes.end(), "D"), 1);
  EXPECT_THAT(rated[0].total, Optional(DoubleEq(100)));
  EXPECT_THAT(rated[19].total, Optional(DoubleEq(5)));
}

TEST(Rating, BonusIsAddedAndMalusTakenOff) {
  std::vector<Firm> firms = {taxed("a", 10), taxed("b", 20)};
  firms[0].bonus = 60;
  firms[1].malus = 5;
  const auto rated = rate(firms, {{Item::tax_per_mu, 100, {}}}, {});
  EXPECT_THAT(rated[0].total, Optional(DoubleEq(50 + 60)));
  EXPECT_THAT(rated[1].total, Optional(DoubleEq(100 - 5)));
  EXPECT_EQ(rated[0].rank, 1) << "the total decides the rank";
  firms[1].malus = -5;
  EXPECT_EQ(rate(firms, {{Item::tax_per_mu, 100, {}}}, {})[1].total, std::nullopt) << "whether -5 adds or takes off, nobody says";
  EXPECT_FALSE(rate(firms, {{Item::tax_per_mu, 100, {}}}, {})[1].points_make_sense);
}

TEST(Rating, TiesGetTheBetterClassAndOrderDoesNotMatter) {
  std::vector<Firm> firms = {taxed("a", 9), taxed("b", 5), taxed("c", 5), taxed("d", 1), taxed("e", {})};
  EXPECT_THAT(ratings(rate(firms, {{Item::tax_per_mu, 1, {}}}, scheme_of(Formula::weighted_rank))), ElementsAre("A", "B", "B", "C", ""));
  std::reverse(firms.begin(), firms.end());
  EXPECT_THAT(ratings(rate(firms, {{Item::tax_per_mu, 1, {}}}, scheme_of(Formula::weighted_rank))), ElementsAre("", "C", "B", "B", "A"));
}

TEST(Land, OfSeveralFirmsOnOneParcelGoesByFloorArea) {
  const std::vector<Tenancy> tenancies = {{"a", "P1", {}, 3000}, {"b", "P1", {}, 1000}, {"a", "P2", {}, {}}, {"c", "P3", 500, {}}, {"d", "P4", {}, 10}, {"e", "P4", {}, {}}};
  EXPECT_THAT(share_land(tenancies, {8000, 8000, 2000, 9999, 100, 100}),
              ElementsAre(Optional(6000), Optional(2000), Optional(2000), Optional(500), std::nullopt, std::nullopt));
}

}  // namespace
