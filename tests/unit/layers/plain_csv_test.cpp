// Lines read without GDAL are what GDAL makes of them.
#include "layers/plain_csv.hpp"

#include <gtest/gtest.h>

#include "layers/rows.hpp"
#include "sources.hpp"

namespace yongdi::layers {
namespace {

using Rows = std::vector<std::vector<std::string>>;

class PlainLines : public ::testing::Test {
 protected:
  OpenLayer open(const std::string& text, const std::string& name = "t.csv") {
    folder.write(name, text);
    settings::LayerSetting setting;
    setting.source = name;
    return open_layer(setting, folder.path(), findings);
  }

  // Cells that are not there, because the line ends early, are left out.
  static Rows by_gdal(OpenLayer& layer) {
    Rows rows;
    for_each_row(layer, [&](OGRFeature& feature, std::int64_t number) {
      EXPECT_EQ(number, static_cast<std::int64_t>(rows.size() + 2));
      std::vector<std::string>& row = rows.emplace_back();
      for (int i = 0; i < feature.GetFieldCount(); ++i)
        if (feature.IsFieldSetAndNotNull(i)) row.emplace_back(feature.GetFieldAsString(i));
    });
    return rows;
  }

  static Rows by_lines(const PlainCsv& csv, std::size_t bytes) {
    Rows rows;
    for (const std::string_view part : csv.parts(bytes))
      csv.for_each(part, [&](std::span<const std::string_view> cells) { rows.emplace_back(cells.begin(), cells.end()); });
    return rows;
  }

  testing::Folder folder;
  std::vector<findings::Finding> findings;
};

TEST_F(PlainLines, AreTheRowsThatGdalGives) {
  const std::string texts[] = {
      "id,area\nA,1\nB,2\n",
      "id,area\r\nA,1\r\nB,2\r\n",
      "id,area\nA,1\nB,2",
      "\xEF\xBB\xBFid,面积\nA,1\n甲,2\n",
      "id;area\nA;1,5\nB;2\n",
      "id\tarea\nA\t1\nB\t\n",
      "id|area\nA|1\n|2\n",
      "id,area\n\n\nA,1\n\r\n\nB,2\n\n",
      "id,area,more\nA\nB,2\n,\nC,3,4,5,6\n",
      "id,area\n  A , 1 \n   \n\tB,2\n",
      "id,area\n,\n,,,\nA,\n",
      "id,area\n",
      "id,area",
  };
  for (const std::string& text : texts) {
    OpenLayer layer = open(text);
    const std::optional<PlainCsv> csv = PlainCsv::read(layer);
    ASSERT_TRUE(csv) << text;
    const Rows expected = by_gdal(layer);
    for (const std::size_t bytes : {1U, 2U, 5U, 1000U}) EXPECT_EQ(by_lines(*csv, bytes), expected) << text << " in parts of " << bytes;
  }
}

TEST_F(PlainLines, LeaveTheRestToGdal) {
  const std::string texts[] = {
      "id,area\nA,\"1\n2\"\n",
      "id,area\n\"A\",1\n",
      "id,area\nA,1\rB,2\n",
      "id,area\nA,1\r",
      "id\nA\n",
      "id,area\n\xBC\xD7,1\n",
      std::string("id,area\nA,\0\n", 13),
  };
  for (const std::string& text : texts) {
    OpenLayer layer = open(text);
    EXPECT_FALSE(PlainCsv::read(layer)) << text;
  }
  folder.write("typed.csvt", "String,Real\n");
  OpenLayer typed = open("id,area\nA,1\n", "typed.csv");
  EXPECT_FALSE(PlainCsv::read(typed));
}

}  // namespace
}  // namespace yongdi::layers
