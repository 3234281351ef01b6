#include "settings/sources.hpp"

#include <algorithm>
#include <string>

namespace yongdi::settings {
namespace {

namespace fs = std::filesystem;

// As written in the project file; empty where nothing is.
std::vector<std::string> written(const Project& project) {
  std::vector<std::string> sources = {project.parks.source, project.parcels.source};
  const auto add = [&](const std::optional<LayerSetting>& layer) {
    if (layer) sources.push_back(layer->source);
  };
  for (const auto* layer : {&project.approvals, &project.buildings, &project.land_status}) add(*layer);
  for (const TableSetting& table : project.tables) sources.push_back(table.table.source);
  for (const ConstraintSetting& constraint : project.constraints) sources.push_back(constraint.layer.source);
  sources.insert(sources.end(), project.limits.tables.begin(), project.limits.tables.end());
  if (project.screening) sources.push_back(project.screening->thresholds);
  if (project.rating) sources.push_back(project.rating->items);
  for (const std::string* table : {&project.evaluation.weights, &project.evaluation.ideals, &project.evaluation.statistics})
    sources.push_back(*table);
  if (project.quota) {
    for (const auto* table : {&project.quota->parks, &project.quota->disposals, &project.quota->tasks, &project.quota->entries}) add(*table);
    sources.insert(sources.end(), project.quota->ledgers.begin(), project.quota->ledgers.end());
  }
  std::erase(sources, "");
  return sources;
}

}  // namespace

std::vector<fs::path> files_of(const fs::path& source) {
  std::vector<fs::path> files = {source};
  if (source.extension() == ".shp")
    for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) files.push_back(fs::path(source).replace_extension(ending));
  return files;
}

std::vector<fs::path> files_read(const Project& project) {
  std::vector<fs::path> all = {project.file};
  for (const std::string& source : written(project)) {
    const std::vector<fs::path> files = files_of(fs::path(source).is_absolute() ? fs::path(source) : project.folder / source);
    all.insert(all.end(), files.begin(), files.end());
  }
  return all;
}

}  // namespace yongdi::settings
