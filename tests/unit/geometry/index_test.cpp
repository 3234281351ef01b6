#include "geometry/index.hpp"

#include <gtest/gtest.h>

#include <random>

namespace yongdi::geometry {
namespace {

TEST(BoxIndex, FindsWhatALookAtEveryBoxFinds) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<int> place(0, 200), size(0, 9), rarely(0, 20);  // whole numbers: touching and equal boxes are common
  const auto draw_box = [&] {
    const double x = place(random), y = place(random);
    return Box{x, y, x + size(random), y + size(random)};
  };
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 257U, 5000U}) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) boxes.push_back(rarely(random) == 0 ? Box{} : draw_box());
    const BoxIndex index(boxes);
    std::vector<std::uint32_t> found{77}, expected;
    for (int round = 0; round < 100; ++round) {
      const Box wanted = draw_box();
      expected.clear();
      for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty() && boxes[i].meets(wanted)) expected.push_back(i);
      }
      index.find(wanted, found);
      ASSERT_EQ(found, expected) << count << " boxes";
    }
  }
}

TEST(BoxIndex, AnEmptyBoxNeitherFindsNorIsFound) {
  const std::vector<Box> boxes{Box{}, Box{0, 0, 1, 1}};
  const BoxIndex index(boxes);
  std::vector<std::uint32_t> found{7};
  index.find(Box{}, found);
  EXPECT_TRUE(found.empty());
  index.find(Box{-1, -1, 5, 5}, found);
  EXPECT_EQ(found, std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace yongdi::geometry
