#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "drawn.hpp"
#include "explain/sharing.hpp"

namespace {

using namespace yongdi::explain;
using namespace yongdi::explain::testing;
using ::testing::HasSubstr;
using ::testing::Not;

ParkFile park() {
  ParkFile file;
  file.row.park_id = "K01";
  file.row.name = "示例园";
  file.row.level = "national";
  file.row.area_m2 = file.row.area_plane_m2 = 30000;
  file.row.area_ellipsoid_m2 = 29990;
  file.balance = {{"K01", "unsupplied", 10000}, {"K01", "idle", 10000}, {"K01", "completed", 10000}};
  file.indicators = {{"K01", "parcel_plot_ratio", 1.2, "1", 24000, 20000, 1.0, {}, 2},
                     {"K01", "approved_unsupplied_rate", {}, "1", {}, {}, {}, {}, {}}};
  return file;
}

TEST(Park, BalanceAddsUpAsPrinted) {
  const std::string zh = print(tell_park(park(), ground("2024-12-31")), Language::zh);
  EXPECT_THAT(zh, HasSubstr("总面积 3.0000 公顷，其中批而未供 1.0000 公顷"));
  EXPECT_THAT(zh, HasSubstr("33.4"));  // 33.3 three times would be 99.9
  EXPECT_THAT(zh, HasSubstr("100.0"));
  EXPECT_THAT(zh, HasSubstr("1 个占比的末位作了进退一位的调整"));
  EXPECT_THAT(zh, HasSubstr("级别        国家级"));
}

TEST(Park, IndicatorsShowWhatTheyAreMadeOfAndHowFarTheyReach) {
  const std::string zh = print(tell_park(park(), ground("2024-12-31")), Language::zh);
  EXPECT_THAT(zh, HasSubstr("24000 m² ÷ 20000 m² = 1.2；这是已知部分之比，另有 2 宗资料未知，全部计入则不低于 1，没有上限"));
  EXPECT_THAT(zh, HasSubstr("未知（未评价或没有资料）"));
  EXPECT_THAT(print(tell_park(park(), ground("2024-12-31")), Language::en), HasSubstr("Plot ratio of parcels = "));
}

TEST(Park, UnassessedLandIsNotZero) {
  ParkFile file = park();
  file.balance[0].area_m2.reset();
  const std::string zh = print(tell_park(file, ground("2024-12-31")), Language::zh);
  EXPECT_THAT(zh, HasSubstr("其中批而未供 未评价"));
}

TEST(Sharing, IsExactWhateverTheParts) {
  const std::vector<std::vector<double>> cases = {{1, 1, 1}, {0.4, 0.4, 0.2}, {1e-9, 1e9}, {0, 0, 5}, {3.5, 2.5, 1.5, 0.5}};
  for (const auto& parts : cases)
    for (const std::int64_t total : {0, 1, 7, 1000}) {
      const Whole shared = share_out(parts, total);
      EXPECT_EQ(std::accumulate(shared.units.begin(), shared.units.end(), std::int64_t{0}), total);
      for (const std::int64_t units : shared.units) EXPECT_GE(units, 0);
    }
  EXPECT_EQ(share_out({1, 1, 1}, 1000).units, (std::vector<std::int64_t>{334, 333, 333}));
  EXPECT_EQ(share_out({0, 0}, 1000).units, (std::vector<std::int64_t>{0, 0}));
}

TEST(Sharing, PutsThePoint) {
  EXPECT_EQ(with_point(123456, 4), "12.3456");
  EXPECT_EQ(with_point(7, 4), "0.0007");
  EXPECT_EQ(with_point(0, 1), "0.0");
}

}  // namespace
