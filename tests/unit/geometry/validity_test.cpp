#include "geometry/validity.hpp"

#include <gtest/gtest.h>

#include "draw.hpp"

namespace yongdi::geometry {
namespace {

TEST(Validity, DefectsAreNamedAndPlaced) {
  struct Case {
    const char* what;
    const char* outline;
    const char* reason;  // null: valid
    Point place;
  };
  for (const Case& row : {
           Case{"square", "0 0, 10 0, 10 10, 0 10", nullptr, {}},
           Case{"square wound the other way", "0 0, 0 10, 10 10, 10 0", nullptr, {}},
           Case{"repeated points", "0 0, 10 0, 10 0, 10 10, 0 10", nullptr, {}},
           Case{"hole touches the shell in one point", "0 0, 10 0, 10 10, 0 10 / 0 5, 2 4, 2 6", nullptr, {}},
           Case{"bow-tie", "0 0, 10 10, 10 0, 0 10", "Self-intersection", {5, 5}},
           Case{"spike", "0 0, 10 0, 15 0, 10 0, 10 10, 0 10", "Self-intersection", {15, 0}},
           Case{"hole outside", "0 0, 10 0, 10 10, 0 10 / 20 20, 20 22, 22 22", "Hole lies outside shell", {20, 20}},
           Case{"two points", "0 0, 10 0", "Too few points in geometry component", {0, 0}},
       }) {
    const auto defect = find_defect(draw(row.outline));
    ASSERT_EQ(defect.has_value(), row.reason != nullptr) << row.what;
    if (!defect) continue;
    EXPECT_EQ(defect->reason, row.reason) << row.what;
    EXPECT_EQ(defect->place, row.place) << row.what;
  }
}

TEST(Validity, AnOpenRingIsADefectAndIsClosedByRepair) {
  Region open = draw("0 0, 10 0, 10 10, 0 10");
  open.polygons[0].rings[0].pop_back();
  ASSERT_TRUE(find_defect(open));
  EXPECT_EQ(find_defect(open)->reason, "Ring is not closed");
  EXPECT_DOUBLE_EQ(plane_area(repair(open)), 100);
}

TEST(Validity, RepairKeepsWhatHasAnArea) {
  struct Case {
    const char* what;
    const char* outline;
    double area_m2;
  };
  for (const Case& row : {
           Case{"bow-tie: both wings", "0 0, 10 10, 10 0, 0 10", 50},
           Case{"spike: cut off", "0 0, 10 0, 15 0, 10 0, 10 10, 0 10", 100},
           Case{"hole outside: a part of its own", "0 0, 10 0, 10 10, 0 10 / 20 20, 20 22, 22 22", 102},
           Case{"hole half outside: cut away", "0 0, 10 0, 10 10, 0 10 / 8 4, 8 6, 12 6, 12 4", 96},
           Case{"overlapping parts: counted once", "0 0, 10 0, 10 10, 0 10; 5 0, 15 0, 15 10, 5 10", 150},
           Case{"line: nothing", "0 0, 10 0, 20 0", 0},
           Case{"two points: nothing", "0 0, 10 0", 0},
       }) {
    const Region repaired = repair(draw(row.outline));
    EXPECT_NEAR(plane_area(repaired), row.area_m2, 1e-9) << row.what;
    EXPECT_FALSE(find_defect(repaired)) << row.what;
    EXPECT_EQ(repaired.empty(), row.area_m2 == 0) << row.what;
  }
}

TEST(Validity, OrientTurnsShellsLeftAndHolesRight) {
  Region region = draw("0 0, 0 10, 10 10, 10 0 / 2 2, 4 2, 4 4, 2 4");
  EXPECT_TRUE(orient(region));
  EXPECT_GT(signed_area(region.polygons[0].rings[0]), 0);
  EXPECT_LT(signed_area(region.polygons[0].rings[1]), 0);
  EXPECT_FALSE(orient(region));
}

}  // namespace
}  // namespace yongdi::geometry
