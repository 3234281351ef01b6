// Overlays of outlines on a turned and sheared lattice of unit cells. Every expected figure is a count of cells and owes nothing to the code under test.
// Outlines share edges, run along each other, are densified at places that no double holds exactly, thinned, doubled, and touch in corners.
#include "geometry/traced_overlay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>

#include "draw.hpp"
#include "geometry/plain_ring.hpp"
#include "geometry/validity.hpp"

namespace yongdi::geometry {
namespace {

using lattice::Operation;
using Cell = std::pair<int, int>;
using Cells = std::set<Cell>;

struct Box2 {
  int x1, y1, x2, y2;
};

// A rectangle of cells, perhaps with a rectangular hole.
struct Drawing {
  Box2 outer, hole;
  bool has_hole = false;
  [[nodiscard]] Cells cells() const {
    Cells result;
    for (int x = outer.x1; x < outer.x2; ++x)
      for (int y = outer.y1; y < outer.y2; ++y)
        if (!has_hole || x < hole.x1 || x >= hole.x2 || y < hole.y1 || y >= hole.y2) result.insert({x, y});
    return result;
  }
};

// Where a lattice place lies in the plane: 38,400 km east, turned and sheared, so that straight lines are straight up to rounding only.
struct Slant {
  double a, b, c, d;
  explicit Slant(std::mt19937_64& random) {
    std::uniform_real_distribution<double> angle(0, 1.5), shear(-0.4, 0.4), scale(3, 30);
    const double t = angle(random), s = scale(random), k = shear(random);
    a = s * std::cos(t), b = s * (k * std::cos(t) - std::sin(t)), c = s * std::sin(t), d = s * (k * std::sin(t) + std::cos(t));
  }
  [[nodiscard]] Point operator()(double x, double y) const { return {38403000.123 + a * x + b * y, 2622000.456 + c * x + d * y}; }
  [[nodiscard]] double cell_m2() const { return a * d - b * c; }
};

// Corners, and between them so many points more, which stand beside the straight line by a rounding error.
Ring ring(const Box2& box, bool hole, const Slant& slant, std::mt19937_64& random) {
  std::vector<std::pair<int, int>> corners = {{box.x1, box.y1}, {box.x2, box.y1}, {box.x2, box.y2}, {box.x1, box.y2}};
  if (hole) std::reverse(corners.begin(), corners.end());
  Ring result;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto [x1, y1] = corners[i];
    const auto [x2, y2] = corners[(i + 1) % 4];
    const int more = std::uniform_int_distribution<int>(0, 4)(random);
    for (int k = 0; k <= more; ++k) {
      const double t = static_cast<double>(k) / (more + 1);
      result.push_back(slant(x1 + t * (x2 - x1), y1 + t * (y2 - y1)));
    }
  }
  result.push_back(result.front());
  return result;
}

Region region(const Drawing& drawing, const Slant& slant, std::mt19937_64& random) {
  Polygon polygon{{ring(drawing.outer, false, slant, random)}};
  if (drawing.has_hole) polygon.rings.push_back(ring(drawing.hole, true, slant, random));
  return {{polygon}};
}

Drawing draw_one(std::mt19937_64& random, int size) {
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  const int x = pick(0, size - 3), y = pick(0, size - 3);
  Drawing drawing{{x, y, pick(x + 1, size), pick(y + 1, size)}, {}, false};
  const Box2& box = drawing.outer;
  if (box.x2 - box.x1 >= 3 && box.y2 - box.y1 >= 3 && pick(0, 1) == 1) {
    const int hx = pick(box.x1 + 1, box.x2 - 2), hy = pick(box.y1 + 1, box.y2 - 2);
    drawing.hole = {hx, hy, pick(hx + 1, box.x2 - 1), pick(hy + 1, box.y2 - 1)};
    drawing.has_hole = true;
  }
  return drawing;
}

Cells expected(const Drawing& a, const std::vector<Drawing>& b, Operation operation) {
  const Cells from = a.cells();
  Cells others, result;
  for (const Drawing& drawing : b) others.merge(drawing.cells());
  if (operation == Operation::minus) std::set_difference(from.begin(), from.end(), others.begin(), others.end(), std::inserter(result, result.end()));
  if (operation == Operation::intersection) std::set_intersection(from.begin(), from.end(), others.begin(), others.end(), std::inserter(result, result.end()));
  if (operation == Operation::unite) std::set_union(from.begin(), from.end(), others.begin(), others.end(), std::inserter(result, result.end()));
  return result;
}

// Parts that hang together by sides of cells; corners alone do not connect land.
std::size_t connected_parts(Cells cells) {
  std::size_t parts = 0;
  for (; !cells.empty(); ++parts) {
    std::vector<Cell> front = {*cells.begin()};
    cells.erase(cells.begin());
    while (!front.empty()) {
      const auto [x, y] = front.back();
      front.pop_back();
      for (const Cell& next : {Cell{x + 1, y}, Cell{x - 1, y}, Cell{x, y + 1}, Cell{x, y - 1}})
        if (cells.erase(next) > 0) front.push_back(next);
    }
  }
  return parts;
}

void expect_oriented(const Region& region) {
  for (const Polygon& polygon : region.polygons)
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) EXPECT_EQ(signed_area(polygon.rings[i]) > 0, i == 0);
}

TEST(TracedOverlay, AgreesWithCountingCells) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  TracedOverlay overlay;
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const int size = 6 + round % 14;
    const Slant slant(random);
    const Drawing a = draw_one(random, size);
    std::vector<Drawing> b;
    for (int i = 0; i <= round % 9; ++i) b.push_back(draw_one(random, size));
    if (round % 5 == 0) b.push_back(b.front());  // surveyed twice
    if (round % 7 == 0) b.push_back(a);
    const Region from = region(a, slant, random);
    std::vector<Region> others;
    for (const Drawing& drawing : b) others.push_back(region(drawing, slant, random));
    std::vector<const Region*> all;
    for (const Region& other : others) all.push_back(&other);
    for (const Operation operation : {Operation::minus, Operation::intersection, Operation::unite}) {
      const Cells cells = expected(a, b, operation);
      const std::optional<Region> traced = overlay.run(from, all, operation);
      ASSERT_TRUE(traced);
      // Outlines a rounding error apart are one to the lattice: two micrometres along some hundred metres at most.
      ASSERT_NEAR(plane_area(*traced), static_cast<double>(cells.size()) * slant.cell_m2(), 1e-3);
      ASSERT_EQ(traced->polygons.size(), connected_parts(cells));
      ASSERT_FALSE(find_defect(*traced));
      expect_oriented(*traced);
      std::reverse(all.begin(), all.end());
      const std::optional<Region> reversed = overlay.run(from, all, operation);
      ASSERT_TRUE(reversed);
      EXPECT_EQ(to_wkb(*traced), to_wkb(*reversed)) << "the order of the operands shows";
    }
  }
}

TEST(TracedOverlay, KeepsTheCornersOfTheSources) {
  constexpr Point kQingyuan{38'403'500.123456789, 2'620'300.987654321};
  const Region approval = draw("0 0, 100 0, 100 100, 0 100", kQingyuan), parcel = draw("0 0, 40.1 0, 40.1 100, 0 100", kQingyuan);
  const Region* const parcels[] = {&parcel};
  const auto left = TracedOverlay().run(approval, parcels, Operation::minus);
  ASSERT_TRUE(left);
  ASSERT_EQ(left->polygons.size(), 1U);
  for (const Point point : left->polygons[0].rings[0]) {
    const auto is_in = [&](const Region& region) { return std::ranges::count(region.polygons[0].rings[0], point) > 0; };
    EXPECT_TRUE(is_in(approval) || is_in(parcel));
  }
}

TEST(TracedOverlay, TouchingRingsAreRingsOfTheirOwn) {
  // A hole that touches the shell in a corner, two holes that touch each other, two parts that touch: none may pass a place twice.
  const Region block = draw("0 0, 40 0, 40 40, 0 40");
  const Region a = draw("0 20, 10 10, 20 20, 10 30"), b = draw("20 20, 30 10, 40 20, 30 30"), c = draw("20 20, 25 30, 15 30");
  const Region* const cut_out[] = {&a, &b, &c};
  const auto left = TracedOverlay().run(block, cut_out, Operation::minus);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->polygons.size(), 2U);  // the chain of touching diamonds parts north from south
  EXPECT_DOUBLE_EQ(plane_area(*left), 1600 - 200 - 200 - 50);
  EXPECT_FALSE(find_defect(*left));
}

TEST(TracedOverlay, TwoSurveysOfOneBoundary) {
  // The same curve with other points on it, as reprojection or digitising leave it: nanometres apart, crossing again and again.
  constexpr Point kFar{38'403'500, 2'620'300};
  const auto land_beside = [&](int points, double reach) {
    Ring ring;
    for (int i = 0; i <= points; ++i) ring.push_back({kFar.x + 900.0 * i / points, kFar.y + 900.0 * i / points * 0.37});
    ring.push_back({kFar.x + 900, kFar.y + reach});
    ring.push_back({kFar.x, kFar.y + reach});
    ring.push_back(ring.front());
    Region land{{{{ring}}}};
    orient(land);
    return land;
  };
  const Region below = land_beside(7, -500), above = land_beside(400, 900);
  TracedOverlay overlay;
  const Region* const other[] = {&above};
  const auto shared = overlay.run(below, other, Operation::intersection);
  ASSERT_TRUE(shared);
  EXPECT_TRUE(shared->empty()) << "no hairlines";
  const auto both = overlay.run(below, other, Operation::unite);
  ASSERT_TRUE(both);
  EXPECT_NEAR(plane_area(*both), plane_area(below) + plane_area(above), 1e-3);
  EXPECT_EQ(both->polygons.size(), 1U);
  EXPECT_FALSE(find_defect(*both));
}

TEST(TracedOverlay, GivesUpRatherThanGuess) {
  const Region continent = draw("0 0, 2000000 0, 2000000 2000000, 0 2000000"), field = draw("0 0, 10 0, 10 10, 0 10");
  const Region* const fields[] = {&field};
  EXPECT_FALSE(TracedOverlay().run(continent, fields, Operation::minus)) << "too wide for exact products";
  Region open = field;
  open.polygons[0].rings[0].pop_back();
  const Region* const opened[] = {&open};
  EXPECT_FALSE(TracedOverlay().run(draw("-5 -5, 5 -5, 5 5, -5 5"), opened, Operation::intersection)) << "an outline that does not close";
}

// Exact, because corners are small whole numbers.
bool crosses_or_touches(Point a, Point b, Point c, Point d) {
  const auto sign = [](Point p, Point q, Point r) {
    const double area = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return (area > 0) - (area < 0);
  };
  const auto between = [](Point p, Point q, Point r) {
    return std::min(p.x, q.x) <= r.x && r.x <= std::max(p.x, q.x) && std::min(p.y, q.y) <= r.y && r.y <= std::max(p.y, q.y);
  };
  const int s1 = sign(a, b, c), s2 = sign(a, b, d), s3 = sign(c, d, a), s4 = sign(c, d, b);
  if (s1 != s2 && s3 != s4) return true;
  return (s1 == 0 && between(a, b, c)) || (s2 == 0 && between(a, b, d)) || (s3 == 0 && between(c, d, a)) || (s4 == 0 && between(c, d, b));
}

TEST(PlainRing, IsBelievedOnlyWhenItIsSimple) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  int plain = 0;
  for (int round = 0; round < 20000; ++round) {
    const int corners = 3 + round % 6;
    Ring ring;
    for (int i = 0; i < corners; ++i) ring.push_back({static_cast<double>(random() % 9), static_cast<double>(random() % 9)});
    ring.push_back(ring.front());
    bool simple = true;
    const std::size_t edges = ring.size() - 1;
    for (std::size_t i = 0; i < edges && simple; ++i) {
      const Point a = ring[i], b = ring[i + 1], c = ring[(i + 1) % edges + 1];
      const double turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x), ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
      simple = a != b && (turn != 0 || ahead > 0);
      for (std::size_t j = i + 2; j < edges && simple; ++j)
        if (i != 0 || j != edges - 1) simple = !crosses_or_touches(ring[i], ring[i + 1], ring[j], ring[j + 1]);
    }
    if (is_plainly_simple(ring)) {
      ++plain;
      ASSERT_TRUE(simple) << "round " << round;
      ASSERT_GT(std::abs(signed_area(ring)), 0) << "round " << round;
    }
  }
  EXPECT_GT(plain, 1000);
}

}  // namespace
}  // namespace yongdi::geometry
