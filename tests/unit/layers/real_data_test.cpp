// Files from the world outside (tests/data, each with its README): read, or refused with a reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources.hpp"

namespace yongdi::layers {
namespace {

using ::testing::HasSubstr;
using namespace layers::testing;

Reading of_data(const Folder& folder, const std::string& path) {
  Reading reading(folder, std::string(YONGDI_TESTS_DIR) + "/data/" + path);
  return reading;
}

TEST(RealData, NewYorkLotsAreReadInFeet) {
  const Folder folder;
  Reading reading = of_data(folder, "nyc-ibz/parcels.shp");
  reading.project.parcels.fields["id"] = {"BBL", nullptr};
  reading.project.parcels.fields["area"] = {"LotArea", measures::find_unit("ft2")};
  const ReadLayer layer = reading.read("EPSG:32618");
  EXPECT_EQ(layer.read, 2593U);
  for (const cadastre::RawFeature& feature : layer.raw.features) EXPECT_EQ(feature.state, cadastre::ShapeState::polygon);
  EXPECT_EQ(value(layer, 0, "id").size(), 10U) << value(layer, 0, "id");
}

TEST(RealData, TheStokeRegisterIsReadByItsContent) {
  for (const char* file : {"uk-stoke/brownfield_register_2019.csv", "uk-stoke/brownfield_register_2022.xlsx"}) {
    const Folder folder;
    Reading reading = of_data(folder, file);
    reading.project.parcels.fields["id"] = {"SiteReference", nullptr};
    reading.project.parcels.fields["area"] = {"Hectares", measures::find_unit("ha")};
    const ReadLayer layer = reading.read();
    EXPECT_EQ(layer.read, 218U) << file;
    EXPECT_EQ(reading.count("CONTENT_NOT_ENDING"), std::string(file).ends_with(".csv") ? 1U : 0U);
    EXPECT_EQ(layer.raw.features[0].state, cadastre::ShapeState::missing);
    for (std::size_t row = 0; row < layer.raw.table.rows.size(); ++row) EXPECT_NE(value(layer, row, "id"), "?") << file << " row " << row;
  }
}

TEST(RealData, EveryBrokenGeoJsonIsReadOrRefusedWithAReason) {
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(std::string(YONGDI_TESTS_DIR) + "/data/invalid-geojson/examples")) {
    if (entry.path().extension() != ".geojson") continue;
    ++files;
    const Folder folder;
    Reading reading(folder, entry.path().string());
    try {
      const ReadLayer layer = reading.read("EPSG:32632");
      EXPECT_EQ(layer.raw.features.size(), layer.raw.table.rows.size()) << entry.path();
    } catch (const findings::Failure& failure) {
      EXPECT_EQ(failure.status(), findings::Exit::input) << entry.path();
      EXPECT_THAT(failure.text().en, ::testing::AllOf(HasSubstr(entry.path().filename().string()), HasSubstr("Please"))) << entry.path();
    }
  }
  EXPECT_GT(files, 60U);
}

}  // namespace
}  // namespace yongdi::layers
