#include "crs/ellipsoid_area.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace yongdi::crs {
namespace {

using Outline = std::vector<PointXY>;  // closed for the writer

double area(const EllipsoidArea& measure, Outline outline) {
  outline.push_back(outline.front());
  return measure.ring(outline);
}

Outline square(PointXY corner, double side) {
  return {corner, {corner.x + side, corner.y}, {corner.x + side, corner.y + side}, {corner.x, corner.y + side}};
}

// Boundary files whose areas were worked out by the procedure of the land survey, its own rounding included: hence 0.02 m².
TEST(EllipsoidArea, AgreesWithTheLandSurvey) {
  const EllipsoidArea zone38(System("EPSG:4526")), without_zone(System("EPSG:4547"));
  EXPECT_NEAR(
      std::abs(area(zone38, {{38403095.267, 2620169.437}, {38403297.881, 2620181.902}, {38403311.540, 2620044.118}, {38403108.926, 2620031.660}})),
      28079.97, 0.02);
  const double shell = area(zone38, {{38403500, 2620500}, {38403800, 2620500}, {38403800, 2620300}, {38403500, 2620300}});
  const double hole = area(zone38, {{38403600, 2620450}, {38403600, 2620400}, {38403680, 2620400}, {38403680, 2620450}});
  EXPECT_NEAR(std::abs(shell) - std::abs(hole), 55987.17, 0.02);
  EXPECT_NEAR(std::abs(area(zone38, {{38403500.250, 2620200.125},
                                     {38403620.750, 2620205.500},
                                     {38403640.000, 2620120.000},
                                     {38403560.125, 2620100.375},
                                     {38403505.000, 2620110.000}})),
              12232.80, 0.02);
  EXPECT_NEAR(std::abs(area(without_zone, {{402100.05, 2619900.12}, {402190.77, 2619905.40}, {402199.31, 2619820.88}, {402104.60, 2619811.02}})),
              8096.22, 0.02);
}

TEST(EllipsoidArea, SignTellsTheDirection) {
  const EllipsoidArea zone38(System("EPSG:4526"));
  const double there = area(zone38, square({38'403'000, 2'620'000}, 100));
  EXPECT_GT(there, 0);
  EXPECT_DOUBLE_EQ(area(zone38, {{38'403'000, 2'620'000}, {38'403'000, 2'620'100}, {38'403'100, 2'620'100}, {38'403'100, 2'620'000}}), -there);
}

TEST(EllipsoidArea, ALargeSquareIsTheSumOfItsParts) {
  const EllipsoidArea zone38(System("EPSG:4526"));
  const PointXY corner{38'400'000, 2'618'000};
  const double whole = area(zone38, square(corner, 5000));
  double parts = 0;
  for (int i = 0; i < 10; ++i) {
    for (int k = 0; k < 10; ++k) parts += area(zone38, square({corner.x + 500.0 * i, corner.y + 500.0 * k}, 500));
  }
  EXPECT_NEAR(whole, parts, 1e-4);
  EXPECT_NEAR(whole / 25e6, 1 - 2 * (97'500.0 * 97'500) / (2 * 6.37e6 * 6.37e6), 1e-5);  // Gauss: 1 + y²/2R² along, twice for an area
}

// Corners are remembered for a while: some of these are known from a neighbour, some have been pushed out by others.
TEST(EllipsoidArea, DoesNotHangOnWhatWasMeasuredBefore) {
  constexpr int kPlots = 6000, kAbreast = 100, kRounds = 2;
  const EllipsoidArea busy(System("EPSG:4526"));
  for (int i = 0; i < kRounds * kPlots; ++i) {
    const int plot = i % kPlots;
    const Outline outline = square({38'403'000 + 10.0 * (plot % kAbreast), 2'620'000 + 10.0 * (plot / kAbreast)}, 10);
    const double known = area(busy, outline);
    if (plot % 500 == 0) {
      EXPECT_EQ(known, area(EllipsoidArea(System("EPSG:4526")), outline)) << "plot " << plot;
    }
  }
}

TEST(EllipsoidArea, TheSamePlaceHasTheSameAreaInEveryZone) {
  const System zone37("EPSG:4525"), zone38("EPSG:4526");
  Outline outline;  // edges short enough that their being straight in one plane or the other does not matter
  for (const PointXY point : square({37'620'000, 2'700'000}, 50)) outline.push_back(point);
  const double west = area(EllipsoidArea(zone37), outline);
  Transformation(zone37, zone38).apply(outline);
  EXPECT_NEAR(area(EllipsoidArea(zone38), outline), west, 1e-4);
}

TEST(EllipsoidArea, ScaleIsThatOfASmallSquare) {
  for (const char* const system : {"EPSG:4526", "EPSG:2362", "EPSG:32650", "+proj=tmerc +lon_0=114 +x_0=38500000 +R=6371000"}) {
    const EllipsoidArea measure{System(system)};
    for (const PointXY place : {PointXY{38'403'000, 2'620'000}, PointXY{38'290'000, 2'700'000}, PointXY{38'500'000, 2'600'000}}) {
      const PointXY here = std::string_view(system) == "EPSG:32650" ? PointXY{place.x - 38'000'000, place.y} : place;
      const double small = area(measure, square({here.x - 100, here.y - 100}, 200)) / 40'000;
      EXPECT_NEAR(measure.scale(here), small, 2e-10) << system;
    }
  }
}

TEST(EllipsoidArea, NowhereIsNotANumber) {
  const EllipsoidArea zone38(System("EPSG:4526"));
  EXPECT_TRUE(std::isnan(area(zone38, {{38'403'000, 2'620'000}, {INFINITY, 2'620'000}, {38'403'100, 2'620'100}})));
  EXPECT_TRUE(std::isnan(zone38.scale({1e30, 1e30})));
}

TEST(EllipsoidArea, WantsMetres) {
  for (const char* const system : {"EPSG:4490", "EPSG:2263"}) EXPECT_THROW(EllipsoidArea{System(system)}, std::invalid_argument) << system;
}

}  // namespace
}  // namespace yongdi::crs
