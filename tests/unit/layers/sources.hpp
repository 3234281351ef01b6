#pragma once
// Small sources written for one test each, into a folder that goes when the test ends.
#include <gdal/ogrsf_frmts.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "facts/table.hpp"
#include "findings/failure.hpp"
#include "layers/read.hpp"
#include "settings/project.hpp"

namespace yongdi::layers::testing {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "yongdi-layers-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = name;
  }
  ~Folder() { fs::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return m_path / name; }
  [[nodiscard]] const fs::path& path() const { return m_path; }
  void write(const std::string& name, const std::string& bytes) const { std::ofstream(m_path / name, std::ios::binary) << bytes; }
  // Changes bytes in the middle of a file, or cuts it.
  void patch(const std::string& name, std::streamoff at, char byte) const {
    std::fstream file(m_path / name, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file.put(byte);
  }
  void cut(const std::string& name, double share) const {
    fs::resize_file(m_path / name, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(m_path / name)) * share));
  }

 private:
  fs::path m_path;
};

struct Column {
  std::string name;
  OGRFieldType type = OFTString;
};
struct Row {
  std::string wkt;  // empty: no shape
  std::vector<std::string> values;
};

// A square of 100 m in zone 38 (EPSG:4526), the n-th of a row.
inline std::string square(int n) {
  const double x = 38500000 + n * 200, y = 2620000;
  return "POLYGON((" + std::to_string(x) + " " + std::to_string(y) + "," + std::to_string(x + 100) + " " + std::to_string(y) + "," +
         std::to_string(x + 100) + " " + std::to_string(y + 100) + "," + std::to_string(x) + " " + std::to_string(y + 100) + "," + std::to_string(x) +
         " " + std::to_string(y) + "))";
}

struct Written {
  const char* driver = "GPKG";
  int epsg = 4526;  // 0: none
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<const char*> options = {};
  const char* layer = "layer";
  OGRwkbGeometryType type = wkbUnknown;
};

inline void write_source(const fs::path& path, const Written& what) {
  GDALAllRegister();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(what.driver);
  GDALDataset* dataset = fs::exists(path)
                             ? static_cast<GDALDataset*>(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr))
                             : driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  ASSERT_NE(dataset, nullptr);
  OGRSpatialReference reference;
  if (what.epsg > 0) reference.importFromEPSG(what.epsg);
  std::vector<const char*> options = what.options;
  options.push_back(nullptr);
  OGRLayer* layer = dataset->CreateLayer(what.layer, what.epsg > 0 ? &reference : nullptr, what.type, const_cast<char**>(options.data()));
  ASSERT_NE(layer, nullptr);
  for (const Column& column : what.columns) {
    OGRFieldDefn field(column.name.c_str(), column.type);
    layer->CreateField(&field);
  }
  for (const Row& row : what.rows) {
    OGRFeature feature(layer->GetLayerDefn());
    for (std::size_t i = 0; i < row.values.size(); ++i) feature.SetField(static_cast<int>(i), row.values[i].c_str());
    if (!row.wkt.empty()) {
      OGRGeometry* shape = nullptr;
      OGRGeometryFactory::createFromWkt(row.wkt.c_str(), nullptr, &shape);
      feature.SetGeometryDirectly(shape);
    }
    ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
  }
  GDALClose(dataset);
}

// Reads one layer of a project as the program would.
struct Reading {
  settings::Project project;
  std::vector<findings::Finding> findings;
  std::vector<InputFile> inputs;

  explicit Reading(const Folder& folder, const std::string& parcels) {
    project.folder = folder.path();
    project.file = folder / "audit.toml";
    project.parks.source = project.parcels.source = parcels;
  }
  ReadLayer read(const char* working = "EPSG:4526", facts::Layer layer = facts::Layer::parcels) {
    Source source(project, YONGDI_DATA_DIR);
    ReadLayer result = source.read(layer, crs::System(working), {}, findings);
    inputs = source.inputs();
    return result;
  }
  // The English message of the failure, or what was read instead.
  std::string refusal(const char* working = "EPSG:4526", findings::Exit status = findings::Exit::input) {
    try {
      return "read " + std::to_string(read(working).read) + " features";
    } catch (const findings::Failure& failure) {
      EXPECT_EQ(failure.status(), status) << failure.what();
      return failure.text().en;
    }
  }
  [[nodiscard]] std::size_t count(const std::string& code) const {
    std::size_t found = 0;
    for (const findings::Finding& finding : findings) found += finding.kind->code == code ? 1U : 0U;
    return found;
  }
  [[nodiscard]] const findings::Finding& first(const std::string& code) const {
    for (const findings::Finding& finding : findings) {
      if (finding.kind->code == code) return finding;
    }
    throw std::runtime_error("no finding " + code);
  }
};

// A value in words, "?" when not known.
inline std::string value(const ReadLayer& layer, std::size_t row, const std::string& field) {
  const std::size_t wanted = facts::find_field(layer.raw.table.layer, field);
  for (std::size_t i = 0; i < layer.raw.table.columns.size(); ++i) {
    if (layer.raw.table.columns[i] != wanted) continue;
    const facts::Value& cell = layer.raw.table.rows.at(row).values.at(i);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* day = std::get_if<measures::Day>(&cell)) return day->to_iso();
    if (const auto* number = std::get_if<measures::Exact>(&cell)) return number->to_string();
    return "?";
  }
  return "no column";
}

}  // namespace yongdi::layers::testing
