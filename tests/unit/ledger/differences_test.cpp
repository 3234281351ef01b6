// Two ledgers compared: rows keep their identity while their figures move.
#include "ledger/differences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/failure.hpp"
#include "written.hpp"

namespace yongdi::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Differences : public ::testing::Test {
 protected:
  std::vector<TableDifference> compared(const Contents& before, const Contents& after) {
    write_ledger(m_folder / "a.gpkg", before);
    write_ledger(m_folder / "b.gpkg", after);
    return differences(m_folder / "a.gpkg", m_folder / "b.gpkg", 2);
  }
  Folder m_folder;
};

TEST_F(Differences, NoneBetweenLedgersThatSayTheSame) { EXPECT_THAT(compared(some_contents(), some_contents()), IsEmpty()); }

TEST_F(Differences, NameTheCellsThatMovedTheLargestFirst) {
  Contents before = some_contents();
  before.parcels = {parcel("Z1"), parcel("Z2"), parcel("Z3"), parcel("Z4")};
  Contents after = before;
  after.parcels[0].fee_wan_yuan = *before.parcels[0].fee_wan_yuan + 1;
  after.parcels[1].fee_wan_yuan.reset();
  after.parcels[2].fee_wan_yuan = *before.parcels[2].fee_wan_yuan - 5;
  after.parcels[3].stage = "building";
  const auto found = compared(before, after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table, "parcel");
  EXPECT_EQ(found[0].changed, 4U);
  ASSERT_EQ(found[0].columns.size(), 2U);
  const ColumnDifference &stage = found[0].columns[0], &fee = found[0].columns[1];
  EXPECT_EQ(stage.column, "stage");
  EXPECT_EQ(stage.moved[0].row, "Z4");
  EXPECT_EQ(stage.moved[0].after, "building");
  EXPECT_FALSE(stage.moved[0].by);
  EXPECT_EQ(fee.count, 3U) << "all are counted, two are kept";
  ASSERT_EQ(fee.moved.size(), 2U);
  EXPECT_EQ(fee.moved[0].row, "Z3");
  EXPECT_DOUBLE_EQ(*fee.moved[0].by, -5);
  EXPECT_EQ(fee.moved[1].row, "Z1");
}

TEST_F(Differences, UnknownIsNotZero) {
  Contents after = some_contents();
  after.parcels[0].fee_wan_yuan.reset();
  const auto found = compared(some_contents(), after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].columns[0].moved[0].after);
  EXPECT_FALSE(found[0].columns[0].moved[0].by);
}

TEST_F(Differences, RowsComeAndGoWithoutMovingTheOthers) {
  Contents after = some_contents();
  after.parcels = {parcel("Z0"), parcel("Z2")};
  const auto found = compared(some_contents(), after);
  ASSERT_EQ(found.size(), 2U) << "the parcels and their facts";
  for (const TableDifference& table : found) {
    EXPECT_EQ(table.changed, 0U) << table.table;
    EXPECT_THAT(table.added_rows, ElementsAre("Z0")) << table.table;
    EXPECT_THAT(table.removed_rows, ElementsAre("Z1")) << table.table;
  }
}

TEST_F(Differences, ShapesCountAsWritten) {
  Contents after = some_contents();
  after.parks[0].shape_wkb = square(38'499'000, 2'599'000, 3001);
  const auto found = compared(some_contents(), after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table, "park");
  EXPECT_EQ(found[0].columns[0].column, "shape");
}

TEST_F(Differences, NeedTwoLedgers) {
  write_ledger(m_folder / "a.gpkg", some_contents());
  EXPECT_THROW(static_cast<void>(differences(m_folder / "a.gpkg", m_folder / "none.gpkg", 1)), findings::Failure);
}

}  // namespace
}  // namespace yongdi::ledger
