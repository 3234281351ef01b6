#include "boundary/line.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace yongdi::boundary {
namespace {

using geometry::Point;
using geometry::Region;
using geometry::Ring;

Region of(Ring ring) {
  ring.push_back(ring.front());
  Region region;
  region.polygons.emplace_back().rings.push_back(std::move(ring));
  return region;
}

Region square(double x, double y, double size) { return of({{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}); }

double shift(const Region& a, const Region& b) { return greatest_shift(Line(a), Line(b)); }

TEST(Lines, TheSameLineWrittenOtherwiseIsNowhereElse) {
  const Point corner{38403000.125, 2622000.375};
  const Region once = square(corner.x, corner.y, 1000);
  Ring ring = once.polygons[0].rings[0];
  ring.pop_back();
  std::rotate(ring.begin(), ring.begin() + 2, ring.end());
  std::reverse(ring.begin(), ring.end());
  Ring dense;
  for (std::size_t i = 0; i < ring.size(); ++i)
    for (int step = 0; step < 7; ++step) {
      const Point to = ring[(i + 1) % ring.size()];
      dense.push_back({ring[i].x + (to.x - ring[i].x) * step / 7, ring[i].y + (to.y - ring[i].y) * step / 7});
    }
  EXPECT_LE(shift(once, of(ring)), 1e-7);
  EXPECT_LE(shift(once, of(dense)), 1e-7);
}

TEST(Lines, TheFarthestPlaceMayLieBetweenCorners) {
  // A bay of 10 m opening into the middle of a side of 100 m: the old side is 5 m from the bay's walls at most, the bay's end 10 m from the old side.
  const Region before = square(0, 0, 100);
  const Region after = of({{0, 0}, {45, 0}, {45, 10}, {55, 10}, {55, 0}, {100, 0}, {100, 100}, {0, 100}});
  EXPECT_NEAR(Line(before).farthest_from(Line(after)), 5, 2e-6);
  EXPECT_NEAR(Line(after).farthest_from(Line(before)), 10, 2e-6);
  EXPECT_NEAR(shift(before, after), 10, 2e-6);
}

TEST(Lines, ASpikeIsSeenHoweverThin) {
  const Region before = square(0, 0, 100);
  EXPECT_NEAR(shift(before, of({{0, 0}, {100, 0}, {100, 50}, {107, 50.001}, {100, 50.002}, {100, 100}, {0, 100}})), 7, 1e-4);
}

// Against the distance of points set densely along both lines.
TEST(Lines, AgreeWithLookingAtEveryTwoCentimetres) {
  std::mt19937 random(20260917);
  std::uniform_real_distribution<double> wobble(-3, 3);
  for (int round = 0; round < 20; ++round) {
    const auto star = [&] {
      Ring ring;
      for (int i = 0; i < 12; ++i) {
        const double angle = i * std::acos(-1.0) / 6, radius = 10 + wobble(random);
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
      }
      return of(ring);
    };
    const Region a = star(), b = star();
    const Line line(b);
    double farthest = 0;
    const Ring& ring = a.polygons[0].rings[0];
    for (std::size_t i = 1; i < ring.size(); ++i)
      for (int step = 0; step < 500; ++step) {
        const double share = step / 500.0;
        farthest = std::max(
            farthest, line.distance({ring[i - 1].x + (ring[i].x - ring[i - 1].x) * share, ring[i - 1].y + (ring[i].y - ring[i - 1].y) * share}));
      }
    const double found = Line(a).farthest_from(line);
    EXPECT_GE(found, farthest - 1e-9) << "seed 20260917, round " << round;
    EXPECT_LE(found, farthest + 0.02) << "seed 20260917, round " << round;
  }
}

TEST(Lines, TheCentroidIsThatOfTheLand) {
  Region ring = square(0, 0, 10);
  ring.polygons[0].rings.push_back({{6, 0.5}, {6, 9.5}, {9, 9.5}, {9, 0.5}, {6, 0.5}});  // a hole to the east
  const Point middle = centroid(ring);
  EXPECT_NEAR(middle.x, (100 * 5 - 27 * 7.5) / 73, 1e-12);
  EXPECT_NEAR(middle.y, 5, 1e-12);
}

}  // namespace
}  // namespace yongdi::boundary
