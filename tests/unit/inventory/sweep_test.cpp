#include "inventory/sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "lattice.hpp"

namespace yongdi::inventory {
namespace {

using lattice::Drawing;
using lattice::Map;

lattice::Expected measured(const facts::Covers& covers) {
  lattice::Expected result;
  for (const facts::Cover& cover : covers.covers) {
    const auto labels = covers.of(cover);
    result[{labels.begin(), labels.end()}] += cover.area_m2;
  }
  return result;
}

facts::Covers sweep_drawings(const std::vector<Drawing>& drawings, const Map& map, const cadastre::Workers& workers = lattice::in_one_thread) {
  std::vector<geometry::Region> regions;
  for (const Drawing& drawing : drawings) regions.push_back(drawing.region(map));
  std::vector<Layered> layered;
  for (std::size_t i = 0; i < drawings.size(); ++i) layered.push_back({drawings[i].label, &regions[i]});
  return sweep(layered, {}, workers);
}

void expect_same(const lattice::Expected& expected, const lattice::Expected& found, double tolerance) {
  for (const auto& [labels, area] : expected) {
    const auto place = found.find(labels);
    ASSERT_NE(place, found.end()) << "a set of " << labels.size() << " features is missing";
    EXPECT_NEAR(place->second, area, tolerance);
  }
  for (const auto& [labels, area] : found) {
    if (expected.contains(labels)) continue;
    EXPECT_LT(area, tolerance) << "a set of " << labels.size() << " features that is not there";
  }
}

TEST(Sweep, NothingInNothingOut) { EXPECT_TRUE(sweep({}, {}, lattice::in_one_thread).covers.empty()); }

TEST(Sweep, OneSquareHasItsArea) {
  const Drawing square{{facts::CoverKind::park, 0}, 0, 0, 10, 10};
  const auto found = measured(sweep_drawings({square}, Map{38400000, 2620000}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found.begin()->second, 100.0);
}

TEST(Sweep, ManyCopiesOnTopOfEachOtherStayExact) {
  // 200 parcels over each other on one place, edges all collinear: no cell ever has few edges.
  std::vector<Drawing> drawings;
  for (std::uint32_t i = 0; i < 200; ++i) drawings.push_back({{facts::CoverKind::parcel, i}, 0, 0, 8, 8});
  std::mt19937_64 random(7);
  const Map map = lattice::far_and_slanted(random);
  const auto found = measured(sweep_drawings(drawings, map));
  expect_same(lattice::count(drawings, map, 8), found, 1e-6);
}

TEST(Sweep, AgreesWithCountingCells) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const int size = 12 + static_cast<int>(seed % 30);
    std::vector<Drawing> drawings;
    for (std::uint32_t i = 0; i < 4 + seed % 60; ++i)
      drawings.push_back(lattice::draw(random, {static_cast<facts::CoverKind>(i % 5), i}, size));
    const Map map = lattice::far_and_slanted(random);
    expect_same(lattice::count(drawings, map, size), measured(sweep_drawings(drawings, map)), 1e-5);
  }
}

TEST(Sweep, RowOrderAndThreadsChangeNothing) {
  std::mt19937_64 random(11);
  std::vector<Drawing> drawings;
  for (std::uint32_t i = 0; i < 4000; ++i) drawings.push_back(lattice::draw(random, {facts::CoverKind::parcel, i}, 40));
  for (Drawing& drawing : drawings) {  // spread out, so that there are many tiles
    const int dx = static_cast<int>(random() % 900), dy = static_cast<int>(random() % 900);
    drawing.x1 += dx, drawing.x2 += dx, drawing.hx1 += dx, drawing.hx2 += dx;
    drawing.y1 += dy, drawing.y2 += dy, drawing.hy1 += dy, drawing.hy2 += dy;
  }
  const Map map = lattice::far_and_slanted(random);
  const facts::Covers first = sweep_drawings(drawings, map);
  std::shuffle(drawings.begin(), drawings.end(), random);
  const facts::Covers second = sweep_drawings(drawings, map, [](std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
      threads.emplace_back([&body, i] { body(i, i + 1); });
      if (threads.size() == 3) {
        for (std::thread& thread : threads) thread.join();
        threads.clear();
      }
    }
    for (std::thread& thread : threads) thread.join();
  });
  ASSERT_EQ(first.labels, second.labels);
  ASSERT_EQ(first.covers.size(), second.covers.size());
  for (std::size_t i = 0; i < first.covers.size(); ++i) EXPECT_EQ(first.covers[i].area_m2, second.covers[i].area_m2);
}

TEST(Sweep, TheScaleOfTheProjectionIsIntegrated) {
  // 1 + x² over a square from 0 to 2: ∫∫ = 2 · (2 + 8/3).
  const Drawing square{{facts::CoverKind::park, 0}, 0, 0, 2, 2};
  const geometry::Region region = square.region(Map{});
  const Layered layered[] = {{square.label, &region}};
  const facts::Covers covers = sweep(layered, [](geometry::Point p) { return 1 + 1e-6 * p.x * p.x; }, lattice::in_one_thread);
  EXPECT_NEAR(covers.covers.at(0).area_m2, 4 + 1e-6 * 2 * 8.0 / 3, 2e-6);
}

}  // namespace
}  // namespace yongdi::inventory
