#include "boundary/comparison.hpp"

#include <gtest/gtest.h>

#include "boundary/neighbours.hpp"
#include "boundary/pieces.hpp"
#include "drawn.hpp"

namespace yongdi::boundary {
namespace {

constexpr double kNoise_m = 0.05;

struct Looked {
  Comparison comparison;
  const ParkChange& of(const std::string& id) const {
    for (const ParkChange& row : comparison.parks)
      if (row.park_id == id) return row;
    throw std::out_of_range(id);
  }
};

Looked look(const Drawn& before, const Drawn& after, const Around& around = {}, double size = 60) {
  Surroundings surroundings{{}, around.kinds_of, {}};
  for (const auto& parcel : around.parcels) {
    const geometry::Region shape = region(parcel);
    surroundings.parcels.push_back({geometry::plane_area(shape), geometry::perimeter(shape)});
  }
  for (const std::string& kind : around.kinds_of)
    if (std::find(surroundings.kinds.begin(), surroundings.kinds.end(), kind) == surroundings.kinds.end()) surroundings.kinds.push_back(kind);
  if (!surroundings.kinds.empty()) surroundings.kinds.emplace_back(kOutsideUrbanBoundary);
  Looked looked{compare(before.version, after.version, covers(before, after, around, size), surroundings, kNoise_m)};
  geometry::Shaper shaper(0.001);
  for (ParkChange& row : looked.comparison.parks) look_at_outlines(row, before.version, after.version, kNoise_m, shaper);
  return looked;
}

std::string changes(const Looked& looked) {
  std::string text;
  for (const ParkChange& row : looked.comparison.parks)
    text += (text.empty() ? "" : " ") + row.park_id + ":" + std::string(to_text(row.change)) + (row.part_of ? "<" + *row.part_of : "");
  return text;
}

TEST(Parks, ThatStayGrowMoveAppearAndVanishAreNamed) {
  const Drawn before = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{20, 0, 30, 10}}).park("C", {{0, 20, 10, 30}}).park("D", {{20, 20, 30, 30}});
  const Drawn after = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{20, 0, 30, 12}}).park("C", {{3, 24, 13, 34}}).park("E", {{40, 20, 50, 30}});
  const Looked looked = look(before, after);
  EXPECT_EQ(changes(looked), "A:unchanged B:changed C:moved D:removed E:added");
  EXPECT_EQ(looked.of("B").balance.gained_m2, 20);
  EXPECT_NEAR(*looked.of("B").greatest_shift_m, 2, 1e-5);
  EXPECT_NEAR(*looked.of("B").balance.iou(), 100.0 / 120, 1e-12);
  EXPECT_NEAR(*looked.of("C").greatest_shift_m, 5, 1e-9);
  EXPECT_NEAR(looked.of("C").moved_by_m->x, 3, 1e-9);
  EXPECT_FALSE(looked.of("D").greatest_shift_m.has_value());
  EXPECT_EQ(looked.comparison.totals.all.kept_m2, 100 + 100 + 42);
  EXPECT_EQ(looked.comparison.totals.all.lost_m2, 58 + 100);
}

TEST(Parks, SplitsMergersAndNewNamesAreToldByTheLandTheyShare) {
  const Drawn before = Drawn().park("A", {{0, 0, 20, 10}}).park("B", {{0, 20, 10, 30}}).park("C", {{10, 20, 20, 30}}).park("D", {{40, 0, 50, 10}});
  const Drawn after = Drawn().park("A1", {{0, 0, 12, 10}}).park("A2", {{12, 0, 20, 10}}).park("BC", {{0, 20, 20, 30}}).park("Z", {{40, 0, 50, 11}});
  const Looked looked = look(before, after);
  EXPECT_EQ(changes(looked), "A:split A1:split<A A2:split<A B:merged<BC BC:merged C:merged<BC D:renamed<Z Z:renamed");
  EXPECT_EQ(looked.of("A").balance.kept_m2, 200);
  EXPECT_NEAR(*looked.of("A").greatest_shift_m, 0, 1e-5) << "the new line inside is no change of the outline";
  EXPECT_EQ(looked.of("A2").balance.kept_m2, 80);
  EXPECT_EQ(looked.of("A2").balance.lost_m2, 0);
  EXPECT_EQ(looked.of("BC").balance.kept_m2, 200);
  EXPECT_EQ(looked.of("Z").balance.gained_m2, 10);
}

TEST(Parks, APartHasTheApprovedAreaOfItsOwnNameOnly) {
  Drawn before = Drawn().park("A", {{0, 0, 20, 10}}), after = Drawn().park("B", {{0, 0, 15, 10}}).park("C", {{15, 0, 20, 10}});
  before.version[0].approved_m2 = 200;
  after.version[0].approved_m2 = 150;
  const Looked looked = look(before, after);
  EXPECT_EQ(looked.of("A").approved_before_m2, 200);
  EXPECT_FALSE(looked.of("A").approved_after_m2.has_value()) << "with one part unknown the sum is";
  EXPECT_EQ(looked.of("B").approved_after_m2, 150);
  EXPECT_FALSE(looked.of("B").approved_before_m2.has_value());
}

TEST(Parks, APartThatLeavesAParkThatStaysIsASplit) {
  const Looked looked = look(Drawn().park("A", {{0, 0, 20, 10}}), Drawn().park("A", {{0, 0, 15, 10}}).park("B", {{15, 0, 20, 10}}));
  EXPECT_EQ(changes(looked), "A:split B:split<A");
}

TEST(Parks, OneTakenInByAnotherIsAMerger) {
  const Looked looked = look(Drawn().park("A", {{0, 0, 20, 10}}).park("B", {{20, 0, 24, 10}}), Drawn().park("A", {{0, 0, 24, 10}}));
  EXPECT_EQ(changes(looked), "A:merged B:merged<A");
}

TEST(Parks, LandHandedFromOneToTheOtherIsNeitherSplitNorMerger) {
  const Looked looked =
      look(Drawn().park("A", {{0, 0, 20, 10}}).park("B", {{20, 0, 24, 10}}), Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{10, 0, 24, 10}}));
  EXPECT_EQ(changes(looked), "A:changed B:changed");
  EXPECT_EQ(looked.comparison.totals.all.gained_m2 + looked.comparison.totals.all.lost_m2, 0);
}

TEST(Parks, ANewSubParkIsNoPartOfItsOwnZone) {
  Drawn before = Drawn().park("A", {{0, 0, 10, 10}}).park("Z", {{0, 0, 30, 10}});
  Drawn after = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{10, 0, 20, 10}}).park("Z", {{0, 0, 30, 10}});
  before.version[0].parent = 1;
  before.version[1].leaf = false;
  after.version[0].parent = after.version[1].parent = 2;
  after.version[2].leaf = false;
  EXPECT_EQ(changes(look(before, after)), "A:unchanged B:added Z:unchanged");
}

TEST(Parks, LandOfASubParkThatIsGoneStaysInItsZone) {
  Drawn before = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{10, 0, 20, 10}}).park("Z", {{0, 0, 20, 10}});
  Drawn after = Drawn().park("A", {{0, 0, 12, 10}}).park("Z", {{0, 0, 20, 10}});
  before.version[0].parent = before.version[1].parent = 2;
  after.version[0].parent = 1;
  before.version[2].leaf = after.version[1].leaf = false;
  const Totals totals = look(before, after).comparison.totals;
  EXPECT_EQ(totals.all.lost_m2, 0);
  EXPECT_EQ(totals.leaves.before_m2(), 200);
  EXPECT_EQ(totals.leaves.kept_m2, 120);
  EXPECT_EQ(totals.leaves.lost_m2, 80);
  EXPECT_EQ(totals.lost_inside_zones_m2, 80);
  EXPECT_EQ(totals.gained_inside_zones_m2, 0);
}

TEST(Outlines, SurveyNoiseIsToldFromChange) {
  const Drawn before = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{20, 0, 30, 10}});
  const Drawn after = Drawn().park("A", {{0.03, -0.02, 10.04, 10.01}}).park("B", {{20, 0, 30, 10.06}});
  EXPECT_EQ(changes(look(before, after)), "A:noise B:changed");
}

TEST(Outlines, AChangeOfExactlyTheNoiseIsNoise) {
  const double east = 38403000.1, step = 0.05;  // 0.05 m apart in decimals, a little more in binary numbers
  const Drawn before = Drawn().park("A", {{0, 0, east, 10}});
  const Drawn after = Drawn().park("A", {{0, 0, east + step, 10}});
  ParkChange row{"A", "", Change::changed, {}, {0}, {0}, true, {10 * east, 10 * step, 0}, {}, {}, {}, {}, {}, {}};
  geometry::Shaper shaper(0.001);
  look_at_outlines(row, before.version, after.version, step, shaper);
  EXPECT_EQ(row.change, Change::noise);
}

TEST(Outlines, ANarrowRingIsNotTheDiscItEncloses) {
  // Both lines of the ring run within the noise of the one line of the disc.
  const Drawn disc = Drawn().park("A", {{0, 0, 10, 10}});
  geometry::Region ring = region({{0, 0, 10, 10}});
  ring.polygons[0].rings.push_back({{0.04, 0.04}, {0.04, 9.96}, {9.96, 9.96}, {9.96, 0.04}, {0.04, 0.04}});
  Version after{{"A", "", &ring, {}, true, {}, {}}};
  ParkChange row{"A", "", Change::changed, {}, {0}, {0}, true, {1.5936, 0, 98.4064}, {}, {}, {}, {}, {}, {}};
  geometry::Shaper shaper(0.001);
  look_at_outlines(row, disc.version, after, kNoise_m, shaper);
  EXPECT_EQ(row.change, Change::changed);
}

TEST(Parcels, EnterLeaveOrAreCut) {
  Around around;
  around.parcels = {{{1, 1, 3, 3}}, {{12, 1, 14, 3}}, {{1, 6, 3, 8}}, {{8, 6, 14, 8}}, {{40, 40, 42, 42}}};
  const Looked looked = look(Drawn().park("A", {{0, 5, 10, 10}}), Drawn().park("A", {{0, 0, 10, 5}, {10, 0, 20, 8}}), around);
  std::string text;
  for (const ParcelChange& each : looked.comparison.parcels) text += std::to_string(each.parcel) + ":" + std::string(to_text(each.move)) + " ";
  EXPECT_EQ(text, "0:enters 1:enters 2:leaves 3:cut ");
  EXPECT_EQ(looked.comparison.parcels[3].balance.gained_m2, 8);
  EXPECT_EQ(looked.comparison.parcels[3].balance.lost_m2, 4);
}

TEST(Parcels, FollowAPartOfASplitPark) {
  Around around;
  around.parcels = {{{1, 1, 3, 3}}, {{16, 1, 18, 3}}};
  const Looked looked = look(Drawn().park("A", {{0, 0, 20, 10}}), Drawn().park("A", {{0, 0, 15, 10}}).park("B", {{15, 0, 20, 10}}), around);
  ASSERT_EQ(looked.comparison.parcels.size(), 2U);
  EXPECT_EQ(looked.comparison.parks[looked.comparison.parcels[0].park].park_id, "A");
  EXPECT_EQ(looked.comparison.parcels[0].move, ParcelMove::leaves);
  EXPECT_EQ(looked.comparison.parks[looked.comparison.parcels[1].park].park_id, "B");
  EXPECT_EQ(looked.comparison.parcels[1].move, ParcelMove::enters);
}

TEST(Parcels, DoNotMoveWhenTheirParkGetsANewName) {
  Around around;
  around.parcels = {{{1, 1, 3, 3}}};
  EXPECT_TRUE(look(Drawn().park("A", {{0, 0, 20, 10}}), Drawn().park("B", {{0, 0, 20, 10}}), around).comparison.parcels.empty());
}

TEST(Constraints, AreCountedOnceHoweverManyPolygonsLieThere) {
  Around around;
  around.constraints = {{{0, 0, 5, 10}}, {{0, 0, 4, 10}}, {{0, 0, 15, 20}}};
  around.kinds_of = {"farmland", "farmland", "urban_boundary"};
  const Looked looked = look(Drawn().park("A", {{2, 0, 10, 10}}), Drawn().park("A", {{4, 0, 20, 10}}), around);
  std::map<std::string, Balance> of_all;
  for (const ConstraintChange& each : looked.comparison.constraints)
    if (!each.park) of_all[each.kind] = each.balance;
  ASSERT_EQ(of_all.size(), 3U);
  EXPECT_EQ(of_all["farmland"].kept_m2, 10);
  EXPECT_EQ(of_all["farmland"].lost_m2, 20);
  EXPECT_EQ(of_all["farmland"].gained_m2, 0);
  EXPECT_EQ(of_all["urban_boundary"].gained_m2, 50);
  EXPECT_EQ(of_all[std::string(kOutsideUrbanBoundary)].gained_m2, 50);
  EXPECT_EQ(of_all[std::string(kOutsideUrbanBoundary)].before_m2(), 0);
}

TEST(Pieces, HaveTheAreasOfTheBalance) {
  const Drawn before = Drawn().park("A", {{0, 0, 10, 10}}), after = Drawn().park("A", {{4, 0, 14, 10}});
  const Looked looked = look(before, after);
  geometry::Shaper shaper(0.001);
  const std::vector<Piece> found = pieces(looked.of("A"), before.version, after.version, 1e-6, shaper);
  ASSERT_EQ(found.size(), 3U);
  for (const Piece& piece : found) EXPECT_NEAR(geometry::plane_area(piece.shape), piece.area_m2, 1e-9) << to_text(piece.kind);
  EXPECT_EQ(found[0].kind, PieceKind::kept) << "kept land lies below";
}

TEST(Neighbours, OverlapsStripsAndEnclosedLand) {
  // A and B share 1 m; C leaves a strip of half a metre to B; A, B, D, E and G enclose 4 m × 4 m; F stands 3 m off.
  const Drawn drawn = Drawn()
                          .park("A", {{0, 0, 11, 10}})
                          .park("B", {{10, 0, 20, 10}})
                          .park("C", {{20.5, 0, 30, 10}})
                          .park("D", {{0, 10, 8, 20}})
                          .park("E", {{8, 14, 20, 20}})
                          .park("F", {{33, 0, 40, 10}})
                          .park("G", {{12, 10, 20, 14}});
  const facts::Covers land = covers(drawn, Drawn(), {}, 50);
  geometry::Shaper shaper(0.001);
  const auto shared = overlaps(drawn.version, land, 0, 0.01, shaper);
  ASSERT_EQ(shared.size(), 1U);
  EXPECT_EQ(shared[0].parks, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(shared[0].area_m2, 10);
  const auto found = gaps(drawn.version, 1, 0.01, shaper);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].meeting, Meeting::enclosed);
  EXPECT_NEAR(found[0].area_m2, 16, 1e-9);
  EXPECT_EQ(found[0].parks, (std::vector<std::uint32_t>{0, 1, 3, 4, 6}));
  EXPECT_EQ(found[1].meeting, Meeting::strip);
  EXPECT_NEAR(found[1].area_m2, 5, 1e-6);
  EXPECT_EQ(found[1].parks, (std::vector<std::uint32_t>{1, 2}));
}

TEST(Neighbours, CornersHolesAndWideStreetsAreNoGaps) {
  Drawn drawn = Drawn().park("A", {{0, 0, 10, 10}}).park("B", {{10, 5, 20, 15}}).park("C", {{22, 0, 30, 20}});
  geometry::Region holed = region({{0, 0, 10, 10}});
  holed.polygons[0].rings.push_back({{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
  drawn.version[0].shape = &holed;
  geometry::Shaper shaper(0.001);
  EXPECT_TRUE(gaps(drawn.version, 1, 0.01, shaper).empty());
}

}  // namespace
}  // namespace yongdi::boundary
