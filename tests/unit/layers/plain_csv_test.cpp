// Lines read without GDAL are what GDAL makes of them.
#include "layers/plain_csv.hpp"

#include <gtest/gtest.h>

#include "sources.hpp"

namespace yongdi::layers {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  std::vector<std::string> names;
  Rows rows;  // cells that are not there, because the line ends early, are left out
};

class PlainLines : public ::testing::Test {
 protected:
  Read by_gdal(const std::string& text) const {
    folder.write("t.csv", text);
    GDALAllRegister();
    const char *const drivers[] = {"CSV", nullptr}, *const options[] = {"HEADERS=YES", nullptr};
    const std::unique_ptr<GDALDataset> data(GDALDataset::Open((folder / "t.csv").c_str(), GDAL_OF_VECTOR, drivers, options, nullptr));
    if (!data) throw std::runtime_error("GDAL does not open: " + text);
    OGRLayer& layer = *data->GetLayer(0);
    Read read;
    for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i) read.names.emplace_back(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
      std::vector<std::string>& row = read.rows.emplace_back();
      EXPECT_EQ(feature->GetFID(), static_cast<GIntBig>(read.rows.size()));  // rows are numbered by it
      for (int i = 0; i < feature->GetFieldCount(); ++i)
        if (feature->IsFieldSetAndNotNull(i)) row.emplace_back(feature->GetFieldAsString(i));
    }
    return read;
  }

  static Rows by_lines(const PlainCsv& csv, std::size_t bytes) {
    Rows rows;
    for (const std::string_view part : csv.parts(bytes))
      csv.for_each(part, [&](std::span<const std::string_view> cells) { rows.emplace_back(cells.begin(), cells.end()); });
    return rows;
  }

  testing::Folder folder;
};

TEST_F(PlainLines, AreTheRowsThatGdalGives) {
  const std::string texts[] = {
      "id,area\nA,1\nB,2\n",
      "id,area\r\nA,1\r\nB,2\r\n",
      "id,area\nA,1\nB,2",
      "\xEF\xBB\xBFid,面积\nA,1\n甲,2\n",
      "id;area\nA;1,5\nB;2\n",
      "id\tarea\nA\t1\nB\t\n",
      "id,area\n\n\nA,1\n\r\n\nB,2\n\n",
      "id,area,more\nA\nB,2\n,\nC,3,4,5,6\n",
      "id,area\n  A , 1 \n   \n\tB,2\n",
      "id,area\n,\n,,,\nA,\n",
      "id,area\n",
      "id,area",
  };
  for (const std::string& text : texts) {
    const Read expected = by_gdal(text);
    const std::optional<PlainCsv> csv = PlainCsv::of(text, expected.names);
    ASSERT_TRUE(csv) << text;
    for (const std::size_t bytes : {1U, 2U, 5U, 1000U}) EXPECT_EQ(by_lines(*csv, bytes), expected.rows) << text << " in parts of " << bytes;
  }
}

TEST_F(PlainLines, LeaveTheRestToGdal) {
  const std::string texts[] = {
      "id,area\nA,\"1\n2\"\n", "id,area\n\"A\",1\n", "id,area\nA,1\rB,2\n", "id,area\nA,1\r", std::string("id,area\nA,\0\n", 13),
  };
  for (const std::string& text : texts) EXPECT_FALSE(PlainCsv::of(text, by_gdal(text).names)) << text;
  EXPECT_FALSE(PlainCsv::of("id\nA\n", {"id"}));
  EXPECT_FALSE(PlainCsv::of("id,area\nA,1\n", {"id", "AREA"}));  // not the names that GDAL gives
}

}  // namespace
}  // namespace yongdi::layers
