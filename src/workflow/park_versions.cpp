#include "workflow/park_versions.hpp"

#include <algorithm>
#include <system_error>

#include "findings/failure.hpp"
#include "ledger/open.hpp"

namespace yongdi::workflow {

namespace {

using findings::Exit;
using findings::Failure;
namespace fs = std::filesystem;

// "PG:dbname=…", "/vsizip/…": what only GDAL can look for.
bool is_connection(const std::string& source) {
  const auto colon = source.find(':');
  return source.starts_with("/vsi") || (colon != std::string::npos && colon > 1 && source.find('/') > colon);
}

bool is_there(const std::string& source) {
  std::error_code unreadable;  // then it is not
  return fs::exists(source, unreadable);
}

constexpr const char* kParksOfLedger = "park";

// The columns of a ledger's parks, as the program itself writes them.
void read_as_ledger(settings::LayerSetting& parks) {
  parks.layer = kParksOfLedger;
  for (const auto& [name, column] : {std::pair{"id", "park_id"}, {"name", "name"}, {"level", "level"}, {"parent", "parent_id"}})
    parks.fields[name] = {column, nullptr};
  parks.fields["approved_area"] = {"approved_area_m2", &measures::canonical_unit(measures::Dimension::area)};
}

std::optional<double> number(const facts::Column& column, const facts::Row& row) {
  const auto value = column.exact(row);
  return value && !value->is_zero() && !value->is_negative() ? std::optional(value->to_double()) : std::nullopt;
}

}  // namespace

settings::LayerSetting source_and_layer(const std::string& written) {
  settings::LayerSetting setting;
  setting.source = written;
  const auto bar = written.rfind('|');
  if (is_there(written) || bar == std::string::npos) return setting;
  setting.source = written.substr(0, bar);
  constexpr std::string_view kAsQgisWrites = "layername=";
  std::string layer = written.substr(bar + 1);
  if (layer.starts_with(kAsQgisWrites)) layer.erase(0, kAsQgisWrites.size());
  setting.layer = layer;
  return setting;
}

settings::Project version_project(const std::string& written) {
  const settings::LayerSetting setting = source_and_layer(written);
  if (!is_connection(setting.source) && !is_there(setting.source))
    throw Failure(Exit::input, {"没有文件 " + setting.source + "。请检查路径；图层写作 文件|图层名。",
                                "There is no file " + setting.source + ". Check the path; a layer is written as FILE|LAYER."});
  if (fs::path(setting.source).extension() == ".toml") return settings::read_project(setting.source);
  settings::Project project;
  project.file = setting.source;
  project.parks = setting;
  if (!setting.layer && !is_connection(setting.source) && ledger::is_ledger(setting.source)) read_as_ledger(project.parks);
  return project;
}

void ParkVersion::read(const crs::System& working, const fs::path& data_folder, const cadastre::Workers& workers,
                       const std::function<cadastre::Measure()>& make_measure) {
  layers::Source source(project, data_folder);
  layers::ReadLayer raw = source.read(facts::Layer::parks, working, {}, findings);
  inputs = source.inputs();
  const bool ellipsoid = project.area == settings::AreaBasis::ellipsoid;
  parks = cadastre::normalise(std::move(raw.raw), {.area_mismatch = project.tolerance.area_mismatch, .ellipsoid_decides = ellipsoid}, make_measure,
                              workers, findings, counts);
  for (const findings::Finding& finding : findings)
    if (finding.kind->owner == findings::Owner::geometry && finding.subject == "park" && !finding.subject_id.empty() &&
        !parks.find(finding.subject_id))
      without_outline.insert(finding.subject_id);
  tree.emplace(parks, project.parks.priority, findings);

  geometry::Shaper shaper(project.tolerance.grid_m);
  const facts::Column name(parks.table, "name"), declared(parks.table, "area"), approved(parks.table, "approved_area");
  const bool measured =
      project.parks.layer == kParksOfLedger && ledger::is_ledger(project.parks.source);  // its areas are measured ones, nobody's declaration
  for (std::uint32_t park = 0; park < parks.features.size(); ++park) {
    const cadastre::Feature& feature = parks.features[park];
    const facts::Row& row = parks.table.rows[park];
    const geometry::Region* shape = &feature.shape;
    if (!tree->is_leaf(park)) {
      std::vector<const geometry::Region*> family;
      for (const std::uint32_t member : tree->family(park)) family.push_back(&parks.features[member].shape);
      shape = &m_zones.emplace_back(shaper.unite(family));
    }
    const std::string* title = name.text(row);
    outlines.push_back({feature.id, title != nullptr ? *title : "", shape, tree->parent(park), tree->is_leaf(park),
                        measured ? std::nullopt : number(declared, row), number(approved, row)});
  }
}

}  // namespace yongdi::workflow
