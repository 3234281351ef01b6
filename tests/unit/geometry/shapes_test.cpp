#include "geometry/shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "draw.hpp"
#include "geometry/validity.hpp"

namespace yongdi::geometry {
namespace {

constexpr Point kQingyuan{38'403'500, 2'620'300};
constexpr double kGrid = 0.001;

TEST(Shaper, AnApprovalMinusItsParcels) {
  const Region approval = draw("0 0, 100 0, 100 100, 0 100", kQingyuan);
  const Region north = draw("0 50, 100 50, 100 100, 0 100", kQingyuan);
  const Region west = draw("0 0, 50 0, 50 60, 0 60", kQingyuan);  // overlaps north
  const Region far = draw("500 0, 600 0, 600 100, 500 100", kQingyuan);
  Shaper shaper(kGrid);
  EXPECT_NEAR(plane_area(shaper.minus(approval, std::vector{&north, &west, &far})), 2500, 1e-6);
  EXPECT_TRUE(shaper.minus(approval, std::vector{&approval}).empty());
  EXPECT_EQ(shaper.fallbacks(), 0U);
}

TEST(Shaper, NothingNearLeavesTheShapeAsItIs) {
  const Region clockwise = draw("0 0, 0 10, 10 10, 10 0");
  const Region far = draw("50 0, 60 0, 60 10, 50 10");
  Shaper shaper(kGrid);
  const Region same = shaper.minus(clockwise, std::vector{&far});
  Region expected = clockwise;
  orient(expected);
  EXPECT_EQ(same.polygons.at(0).rings, expected.polygons[0].rings);
  EXPECT_TRUE(shaper.intersection(clockwise, far).empty());
  EXPECT_TRUE(shaper.unite({}).empty());
}

TEST(Shaper, SharedEdgesAndPointsAreNoShape) {
  const Region left = draw("0 0, 10 0, 10 10, 0 10"), right = draw("10 0, 20 0, 20 10, 10 10"), corner = draw("10 10, 20 10, 20 20, 10 20");
  Shaper shaper(kGrid);
  EXPECT_TRUE(shaper.intersection(left, right).empty());
  EXPECT_TRUE(shaper.intersection(left, corner).empty());
  EXPECT_DOUBLE_EQ(plane_area(shaper.unite(std::vector{&left, &right})), 200);
}

TEST(Shaper, PiecesAreToldApart) {
  const Region park = draw("0 0, 30 0, 30 10, 0 10"), road = draw("10 -5, 20 -5, 20 15, 10 15");
  Shaper shaper(kGrid);
  const auto remains = pieces(shaper.minus(park, std::vector{&road}));
  ASSERT_EQ(remains.size(), 2U);
  for (const Region& piece : remains) EXPECT_NEAR(plane_area(piece), 100, 1e-9);
}

TEST(Shaper, AnInvalidShapeFailsOnceOnTheGridAndSaysSo) {
  Region open = draw("0 0, 10 0, 10 10");
  open.polygons[0].rings[0].pop_back();
  const Region square = draw("0 0, 10 0, 10 10, 0 10");
  Shaper shaper(kGrid);
  try {
    shaper.intersection(open, square);
    FAIL() << "an open ring was taken";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("LinearRing"), std::string::npos) << error.what();
  }
  EXPECT_EQ(shaper.fallbacks(), 1U);
}

// A star-shaped outline: valid by construction, any number of corners.
Region random_outline(std::mt19937_64& random, Point middle, int corners) {
  std::uniform_real_distribution<double> radius(20, 120);
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners, r = radius(random);
    ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return Region{{Polygon{{ring}}}};
}

TEST(Shaper, WhatIsCutOffAndWhatIsLeftMakeTheWhole) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> shift(-150, 150);
  std::uniform_int_distribution<int> corners(3, 60);
  Shaper shaper(kGrid);
  for (int round = 0; round < 300; ++round) {
    const Region a = random_outline(random, kQingyuan, corners(random));
    std::vector<Region> parcels;
    for (int i = 0; i < 1 + round % 6; ++i) {
      parcels.push_back(random_outline(random, {kQingyuan.x + shift(random), kQingyuan.y + shift(random)}, corners(random)));
    }
    std::vector<const Region*> all;
    for (const Region& parcel : parcels) all.push_back(&parcel);
    const Region whole = shaper.unite(all);
    const Region left = shaper.minus(a, all), cut = shaper.intersection(a, whole);
    ASSERT_NEAR(plane_area(left) + plane_area(cut), plane_area(a), 1e-4) << "round " << round;
    ASSERT_NEAR(plane_area(shaper.intersection(left, whole)), 0, 1e-4) << "round " << round;
    for (const Region* const shape : {&whole, &left, &cut}) ASSERT_FALSE(find_defect(*shape)) << "round " << round;
  }
}

}  // namespace
}  // namespace yongdi::geometry
