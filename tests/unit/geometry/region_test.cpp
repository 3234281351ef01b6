#include "geometry/region.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "draw.hpp"

namespace yongdi::geometry {
namespace {

constexpr Point kQingyuan{38'403'500, 2'620'300};  // easting with the zone in front, as Chinese maps have it

TEST(Region, AreaCountsShellsAndTakesHolesAway) {
  EXPECT_DOUBLE_EQ(plane_area(draw("0 0, 300 0, 300 200, 0 200 / 100 100, 100 150, 180 150, 180 100")), 56'000);
  EXPECT_DOUBLE_EQ(plane_area(draw("0 0, 10 0, 10 10, 0 10; 20 0, 30 0, 30 10, 20 10")), 200);
  EXPECT_EQ(plane_area(Region{}), 0);
}

TEST(Region, AreaDoesNotDependOnRingDirections) {
  EXPECT_DOUBLE_EQ(plane_area(draw("0 0, 0 10, 10 10, 10 0 / 2 2, 4 2, 4 4, 2 4")), 96);
  EXPECT_DOUBLE_EQ(signed_area(draw("0 0, 10 0, 10 10, 0 10").polygons[0].rings[0]), 100);
  EXPECT_DOUBLE_EQ(signed_area(draw("0 0, 0 10, 10 10, 10 0").polygons[0].rings[0]), -100);
}

TEST(Region, LargeEastingsCostNoDigits) {
  const std::string outline = "0 0, 12.5 0.25, 12.75 8.5, 0.5 8.125";
  EXPECT_NEAR(plane_area(draw(outline, kQingyuan)), plane_area(draw(outline)), 1e-9);
}

TEST(Region, ABowTieHasItsSignedArea) { EXPECT_EQ(plane_area(draw("0 0, 10 10, 10 0, 0 10")), 0); }

TEST(Region, PerimeterRunsAlongHolesToo) { EXPECT_DOUBLE_EQ(perimeter(draw("0 0, 30 0, 30 40, 0 40 / 5 5, 5 10, 10 10, 10 5")), 140 + 20); }

TEST(Region, BoxOfNothingMeetsNothing) {
  const Box nothing = Region{}.box();
  EXPECT_TRUE(nothing.empty());
  EXPECT_FALSE(nothing.meets(draw("0 0, 10 0, 10 10").box()));
  EXPECT_TRUE(draw("0 0, 10 0, 10 10").box().meets(draw("10 10, 20 10, 20 20").box()));
}

TEST(Wkb, WrittenAndReadBackIsTheSame) {
  const Region region = draw("0 0, 10 0, 10 10, 0 10 / 2 2, 2 4, 4 4, 4 2; 20 0.1, 30 0, 30 10", kQingyuan);
  const Region again = from_wkb(to_wkb(region));
  ASSERT_EQ(again.polygons.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(again.polygons[i].rings, region.polygons[i].rings);
  EXPECT_TRUE(from_wkb(to_wkb(Region{})).empty());
}

// A polygon of one ring, with `extra` ordinates behind x and y.
std::string wkb_polygon(std::uint32_t type, int extra, bool big_endian) {
  std::string bytes(1, big_endian ? '\0' : '\1');
  const auto add = [&](auto number) {
    std::string part(reinterpret_cast<const char*>(&number), sizeof number);
    if (big_endian) std::reverse(part.begin(), part.end());
    bytes += part;
  };
  const Ring ring = draw("0 0, 10 0, 10 10, 0 10").polygons[0].rings[0];
  add(type);
  add(std::uint32_t{1});
  add(static_cast<std::uint32_t>(ring.size()));
  for (const Point point : ring) {
    add(point.x);
    add(point.y);
    for (int i = 0; i < extra; ++i) add(77.0);
  }
  return bytes;
}

TEST(Wkb, HeightsAndMeasuresAreDroppedInEveryDialect) {
  struct Case {
    const char* what;
    std::uint32_t type;
    int extra;
  };
  for (const Case& row : {Case{"plain", 3, 0}, Case{"ISO Z", 1003, 1}, Case{"ISO M", 2003, 1}, Case{"ISO ZM", 3003, 2}, Case{"old Z", 0x80000003U, 1},
                          Case{"old ZM", 0xC0000003U, 2}}) {
    for (const bool big_endian : {false, true}) {
      EXPECT_DOUBLE_EQ(plane_area(from_wkb(wkb_polygon(row.type, row.extra, big_endian))), 100) << row.what << (big_endian ? ", big-endian" : "");
    }
  }
}

TEST(Wkb, WhatIsNoPolygonIsRefusedWithTheReason) {
  const std::string whole = to_wkb(draw("0 0, 10 0, 10 10"));
  EXPECT_THROW(from_wkb(point_wkb({1, 2})), std::invalid_argument);
  EXPECT_THROW(from_wkb(whole + "x"), std::invalid_argument);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(from_wkb(std::string_view(whole).substr(0, size)), std::invalid_argument) << size << " bytes";
  }
  std::string greedy = whole;
  std::fill_n(greedy.begin() + 5, 4, '\xff');  // four thousand million polygons
  EXPECT_THROW(from_wkb(greedy), std::invalid_argument);
}

}  // namespace
}  // namespace yongdi::geometry
