#include "inventory/account.hpp"

#include <gtest/gtest.h>

namespace yongdi::inventory {
namespace {

using facts::CoverKind;
using facts::Label;

cadastre::Layer parks(const std::vector<std::pair<std::string, std::string>>& ids_and_parents) {
  cadastre::Layer layer;
  layer.table = {facts::Layer::parks, {"parks"}, {facts::find_field(facts::Layer::parks, "parent")}, {}};
  for (const auto& [id, parent] : ids_and_parents) {
    layer.features.push_back({id, {}, cadastre::Valid::yes, 1, 1});
    layer.table.rows.push_back({0, static_cast<std::int64_t>(layer.features.size()), {parent.empty() ? facts::Value() : facts::Value(parent)}});
  }
  return layer;
}

struct Land {
  facts::Covers covers;
  void add(const std::vector<Label>& labels, double area_m2) {
    const auto first = static_cast<std::uint32_t>(covers.labels.size());
    covers.labels.insert(covers.labels.end(), labels.begin(), labels.end());
    covers.covers.push_back({first, static_cast<std::uint32_t>(labels.size()), area_m2});
  }
};

constexpr Label park(std::uint32_t i) { return {CoverKind::park, i}; }
constexpr Label approval(std::uint32_t i) { return {CoverKind::approval, i}; }
constexpr Label parcel(std::uint32_t i) { return {CoverKind::parcel, i}; }
constexpr Label building(std::uint32_t i) { return {CoverKind::building, i}; }
constexpr Label sliver(std::uint32_t i) { return {CoverKind::sliver, i}; }

constexpr double kNoise_m2 = 1e-6;

// K0 with the sub-parks K1 and K2; Z stands alone.
class Accounts : public ::testing::Test {
 protected:
  std::vector<findings::Finding> findings;
  cadastre::Layer layer = parks({{"K0", ""}, {"K1", "K0"}, {"K2", "K0"}, {"Z", ""}});
  ParkTree tree{layer, {}, findings};
  Claims claims{{{true, LandClass::completed}, {true, LandClass::idle}, {false, LandClass::undecided}}, {{true, 1}, {true, 0}, {false, 2}}, {true, false}};
  Land land;
  Account sum(bool has_approvals = true) { return account(land.covers, claims, tree, has_approvals, kNoise_m2); }
  static double of(const Account& account, std::uint32_t which, LandClass land_class) { return account.parks[which].of(land_class); }
};

TEST_F(Accounts, AParentHasWhatItsSubParksHaveAndItsOwnLand) {
  land.add({park(0), park(1), parcel(0)}, 10);
  land.add({park(0)}, 3);
  land.add({park(2), parcel(1)}, 5);  // outside the outline of the parent, but in a sub-park
  const Account result = sum();
  EXPECT_EQ(result.parks[0].area_m2(), 18);
  EXPECT_EQ(of(result, 0, LandClass::completed), 10);
  EXPECT_EQ(of(result, 0, LandClass::idle), 5);
  EXPECT_EQ(of(result, 0, LandClass::unapproved), 3);
  EXPECT_EQ(result.parks[1].area_m2(), 10);
  EXPECT_EQ(result.parcels[0].held.at(0).index, 1U);
  EXPECT_EQ(result.parcels[0].parks.size(), 2U);
}

TEST_F(Accounts, WhereLeavesOverlapOneHoldsTheLandAndTheParentHasItOnce) {
  land.add({park(0), park(1), park(2), parcel(0)}, 4);
  land.add({park(1), park(3), parcel(0)}, 2);
  const Account result = sum();
  EXPECT_EQ(of(result, 1, LandClass::completed), 6);
  EXPECT_EQ(of(result, 2, LandClass::held_elsewhere), 4);
  EXPECT_EQ(of(result, 0, LandClass::completed), 6);
  EXPECT_EQ(of(result, 0, LandClass::held_elsewhere), 0);
  EXPECT_EQ(of(result, 3, LandClass::held_elsewhere), 2);
  EXPECT_EQ(result.parcels[0].in_parks_m2, 6);
}

TEST_F(Accounts, EveryKindOfLandOnce) {
  land.add({park(3), approval(0), approval(1), parcel(0), parcel(1)}, 1);  // two parcels: the graver class; two approvals: the earlier, A1
  land.add({park(3), approval(0)}, 2);
  land.add({park(3), approval(0), sliver(0)}, 0.25);
  land.add({park(3), approval(2), parcel(2)}, 8);  // neither approved nor supplied yet
  land.add({approval(1)}, 16);
  const Account result = sum();
  EXPECT_EQ(of(result, 3, LandClass::idle), 1);
  EXPECT_EQ(of(result, 3, LandClass::unsupplied), 2);
  EXPECT_EQ(of(result, 3, LandClass::sliver), 0.25);
  EXPECT_EQ(of(result, 3, LandClass::unapproved), 8);
  EXPECT_EQ(result.parks[3].approved_m2, 3.25);
  EXPECT_EQ(result.parks[3].supplied_m2, 1);
  EXPECT_EQ(result.approvals[0].overlap_m2, 1);
  EXPECT_EQ(result.approvals[0].area_m2(), 3.25);
  EXPECT_EQ(result.approvals[1].supplied_m2, 1);
  EXPECT_EQ(result.approvals[1].unsupplied_m2, 16);
  ASSERT_EQ(result.approvals[1].unsupplied.size(), 1U);
  EXPECT_FALSE(result.approvals[1].unsupplied[0].park.has_value());
  ASSERT_EQ(result.overlaps.size(), 2U);
  EXPECT_EQ(result.overlaps[0].kind, CoverKind::approval);
  EXPECT_EQ(result.overlaps[1].kind, CoverKind::parcel);
}

TEST_F(Accounts, WithoutApprovalsLandIsNotAssessed) {
  land.add({park(3)}, 7);
  EXPECT_EQ(sum(false).parks[3].of(LandClass::not_assessed), 7);
}

TEST_F(Accounts, BuildingsNotThereYetStandOnNoParcel) {
  land.add({parcel(0), building(0)}, 3);
  land.add({parcel(0), building(1)}, 5);
  land.add({building(0)}, 1);
  const Account result = sum();
  ASSERT_EQ(result.parcels[0].buildings.size(), 1U);
  EXPECT_EQ(result.parcels[0].buildings[0].area_m2, 3);
  EXPECT_EQ(result.buildings[0].area_m2, 4);
  EXPECT_EQ(result.buildings[0].on_parcels_m2, 3);
}

TEST_F(Accounts, RoundingAtABoundaryIsNoPieceOfItsOwn) {
  land.add({park(3), approval(0)}, 5);
  land.add({approval(0)}, 1e-9);
  const Account result = sum();
  ASSERT_EQ(result.approvals[0].unsupplied.size(), 1U);
  EXPECT_EQ(result.approvals[0].unsupplied[0].area_m2, 5 + 1e-9);
}

TEST(Parks, AParentThatIsMissingOrItsOwnIsAFinding) {
  std::vector<findings::Finding> findings;
  const ParkTree tree(parks({{"A", "B"}, {"B", "A"}, {"C", "C"}, {"D", "nobody"}, {"E", ""}}), {}, findings);
  EXPECT_EQ(findings.size(), 3U);
  for (const findings::Finding& finding : findings) EXPECT_EQ(finding.kind->code, "PARENT_UNKNOWN");
  EXPECT_EQ(tree.family(0).size() + tree.family(1).size(), 3U);  // one of the two links is cut
}

TEST(Parks, PriorityDecidesThenTheSmallerId) {
  std::vector<findings::Finding> findings;
  const std::string priority[] = {"C", "nobody"};
  const ParkTree tree(parks({{"A", ""}, {"B", ""}, {"C", ""}}), priority, findings);
  const std::uint32_t all[] = {0, 1, 2}, two[] = {0, 1};
  EXPECT_EQ(tree.holder(all), 2U);
  EXPECT_EQ(tree.holder(two), 0U);
  EXPECT_EQ(findings.size(), 1U);
}

}  // namespace
}  // namespace yongdi::inventory
