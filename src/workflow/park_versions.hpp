#pragma once
// Versions of park outlines as a user names them on the command line, read and made ready to compare.
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "boundary/version.hpp"
#include "cadastre/cadastre.hpp"
#include "cadastre/raw_layer.hpp"
#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "geometry/shapes.hpp"
#include "inventory/park_tree.hpp"
#include "layers/read.hpp"
#include "settings/project.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {

// A project that reads nothing but the layer named: PATH, PATH|LAYER (also PATH|layername=LAYER), or a connection GDAL opens. A ledger stands for its
// layer of parks; a project file (.toml) is read as it is. Throws findings::Failure: Exit::input for a file that is not there, and what the project
// file itself may be refused for.
settings::Project version_project(const std::string& written);

// Sources on the command line, apart from their layer.
settings::LayerSetting source_and_layer(const std::string& written);

struct ParkVersion {
  explicit ParkVersion(std::string written_, settings::Project project_) : written(std::move(written_)), project(std::move(project_)) {}
  ParkVersion(const ParkVersion&) = delete;
  ParkVersion& operator=(const ParkVersion&) = delete;

  // Adds findings about the parks. May be called for several versions at once.
  void read(const crs::System& working, const std::filesystem::path& data_folder, const cadastre::Workers& workers,
            const std::function<cadastre::Measure()>& make_measure);

  std::string written;
  settings::Project project;
  cadastre::Layer parks{{facts::Layer::parks, {}, {}, {}}, {}};
  cadastre::Counts counts;
  std::optional<inventory::ParkTree> tree;
  std::set<std::string> without_outline;  // ids of parks that no outline could be read of: what became of them is not known
  boundary::Version outlines;             // of `parks`; of a zone the union with its sub-parks
  std::vector<layers::InputFile> inputs;
  std::vector<findings::Finding> findings;

 private:
  std::deque<geometry::Region> m_zones;
};

}  // namespace yongdi::workflow
