#pragma once
// Reads the layers and tables of a project: any source GDAL opens, fields recognised by alias, encodings told apart, units made canonical, days read
// as people write them, tables joined, everything brought into the working CRS. GDAL lives here alone.
//
// Failures (findings::Failure): Exit::input: a file, layer or mapped field is missing or unreadable, a layer without CRS, a required layer without
// features; Exit::usage: a working CRS that cannot be worked in, a datum change PROJ can only guess at.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "cadastre/records.hpp"
#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "layers/correction.hpp"
#include "settings/project.hpp"

namespace yongdi::layers {

// One file that was read, for the receipt. A shapefile is several.
struct InputFile {
  std::string name;  // as named in the project file (siblings likewise)
  std::uint64_t size = 0;
  std::string sha256;  // of the bytes; for a database connection of the rows as read
};
// Size and digest of one file, read whole. Throws findings::Failure (Exit::input).
InputFile input_file(const std::string& name, const std::filesystem::path& path);

using Progress = std::function<void(double share)>;  // 0 … 1, of the layer being read

struct ReadLayer {
  cadastre::RawLayer raw;
  std::uint64_t read = 0;  // features the source gave (after `where`)
};

class Source {
 public:
  // data_folder: gis-data, with the alias file. Opens nothing yet.
  Source(const settings::Project& project, const std::filesystem::path& data_folder);
  ~Source();

  // The project's `crs`, else the parks' own when it is projected in metres, else the CGCS2000 3-degree zone under the parks.
  [[nodiscard]] crs::System working_system(std::vector<findings::Finding>& findings);
  // Reads the tables of kind overrides; to be called before any layer is read, for their corrections are applied then.
  void read_corrections(std::vector<findings::Finding>& findings);
  // What became of each of them; complete when all layers are read.
  [[nodiscard]] const std::vector<Correction>& corrections() const;
  // The tables of that kind (causes, reasons, firms), in the order of the project file. Failures as for a joined table.
  [[nodiscard]] std::vector<cadastre::RecordTable> read_records(facts::Layer records, std::vector<findings::Finding>& findings);
  // Reads one layer whole, joins its tables, applies its corrections. Layers may be read from several threads, one call each at a time per layer.
  [[nodiscard]] ReadLayer read(facts::Layer layer, const crs::System& working, const Progress& progress, std::vector<findings::Finding>& findings);
  // The same of a layer that is described apart, such as one of several constraints; its source is relative to the project's folder.
  [[nodiscard]] ReadLayer read(const settings::LayerSetting& setting, facts::Layer layer, const crs::System& working, const Progress& progress,
                               std::vector<findings::Finding>& findings);
  // Everything that was opened so far, by name, ascending.
  [[nodiscard]] std::vector<InputFile> inputs() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string gdal_version();

}  // namespace yongdi::layers
