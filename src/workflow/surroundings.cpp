#include "workflow/surroundings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "findings/failure.hpp"
#include "measures/nearest.hpp"
#include "workflow/measuring.hpp"

namespace yongdi::workflow {

namespace {

using findings::Exit;
using findings::Failure;

// The kinds of the project file, in the order in which they are reported.
constexpr std::array<std::string_view, 4> kKinds = {"farmland", "ecology", boundary::kUrbanBoundary, "other"};

class Reading {
 public:
  Reading(const crs::System& working, bool ellipsoid, const std::filesystem::path& data_folder, const cadastre::Workers& workers,
          std::vector<findings::Finding>& findings)
      : m_working(working), m_ellipsoid(ellipsoid), m_data_folder(data_folder), m_workers(workers), m_findings(findings) {}

  cadastre::Layer read(const settings::Project& project, const settings::LayerSetting& setting, facts::Layer layer,
                       std::vector<layers::InputFile>& inputs) {
    layers::Source source(project, m_data_folder);
    std::vector<findings::Finding> found;
    layers::ReadLayer raw = source.read(setting, layer, m_working, {}, found);
    const std::vector<layers::InputFile> read = source.inputs();
    inputs.insert(inputs.end(), read.begin(), read.end());
    cadastre::Counts counts;
    cadastre::Layer result =
        cadastre::normalise(std::move(raw.raw), {.area_mismatch = project.tolerance.area_mismatch, .ellipsoid_decides = m_ellipsoid},
                            m_ellipsoid ? measuring(m_working).make_measure : plane_measure, m_workers, found, counts);
    // Nobody numbers the polygons of a protected area, and nothing is looked up by their ids.
    if (layer == facts::Layer::constraints)
      std::erase_if(found,
                    [](const findings::Finding& finding) { return finding.kind->code == "ID_MISSING" || finding.kind->code == "ID_DUPLICATE"; });
    m_findings.insert(m_findings.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    return result;
  }

 private:
  const crs::System& m_working;
  bool m_ellipsoid;
  const std::filesystem::path& m_data_folder;
  const cadastre::Workers& m_workers;
  std::vector<findings::Finding>& m_findings;
};

const settings::Project* last_project(const std::vector<std::unique_ptr<ParkVersion>>& versions) {
  for (auto version = versions.rbegin(); version != versions.rend(); ++version)
    if (!(*version)->project.parcels.source.empty()) return &(*version)->project;
  return nullptr;
}

void add_ledger(const LedgerYear& ledger, LandAround& around) {
  around.has_parcels = true;
  around.parcels = ledger.parcels;
  around.parcel_shapes = ledger.parcel_shapes;
  for (std::size_t i = 0; i < around.parcels.size(); ++i)
    if (around.parcels[i].valid == "no") around.parcel_shapes[i] = {};
}

void add_parcels(cadastre::Layer parcels, LandAround& around) {
  around.has_parcels = true;
  for (cadastre::Feature& feature : parcels.features) {
    around.parcels.emplace_back().parcel_id = feature.id;
    around.parcel_shapes.push_back(feature.valid == cadastre::Valid::no ? geometry::Region{} : std::move(feature.shape));
  }
}

}  // namespace

settings::ConstraintSetting constraint_setting(const std::string& written) {
  const auto equals = written.find('=');
  const std::string kind = written.substr(0, equals);
  std::string kinds;
  for (const std::string_view each : kKinds) kinds += (kinds.empty() ? "" : " | ") + std::string(each);
  if (equals == std::string::npos || equals + 1 == written.size())
    throw Failure(Exit::usage,
                  {"--constraints 的值“" + written + "”不能用：应为 类别=图层，如 farmland=基本农田.gpkg。类别： " + kinds + "。",
                   "--constraints cannot be \"" + written + "\": it takes KIND=SOURCE, such as farmland=farmland.gpkg. Kinds: " + kinds + "."});
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
    const std::string nearest(measures::nearest_name(kind, kKinds));
    throw Failure(
        Exit::usage,
        {"--constraints 没有类别“" + kind + "”" + (nearest.empty() ? "" : "，是否想写 " + nearest) + "。类别： " + kinds + "。",
         "--constraints knows no kind \"" + kind + "\"." + (nearest.empty() ? "" : " Did you mean " + nearest + "?") + " Kinds: " + kinds + "."});
  }
  return {source_and_layer(written.substr(equals + 1)), kind};
}

LandAround land_around(const std::vector<std::unique_ptr<ParkVersion>>& versions, const LedgerYear* ledger,
                       const std::vector<std::string>& constraints, const crs::System& working, bool ellipsoid,
                       const std::filesystem::path& data_folder, const cadastre::Workers& workers, std::vector<findings::Finding>& findings) {
  LandAround around;
  Reading reading(working, ellipsoid, data_folder, workers, findings);
  const settings::Project* const project = last_project(versions);
  if (ledger != nullptr)
    add_ledger(*ledger, around);
  else if (project != nullptr)
    add_parcels(reading.read(*project, project->parcels, facts::Layer::parcels, around.inputs), around);

  settings::Project on_command_line;
  for (const std::string& written : constraints) on_command_line.constraints.push_back(constraint_setting(written));
  const settings::Project& named = constraints.empty() && project != nullptr ? *project : on_command_line;
  for (const settings::ConstraintSetting& constraint : named.constraints) {
    cadastre::Layer layer = reading.read(named, constraint.layer, facts::Layer::constraints, around.inputs);
    for (cadastre::Feature& feature : layer.features) {
      around.constraint_shapes.push_back(std::move(feature.shape));
      around.surroundings.constraint_kind.push_back(constraint.kind);
    }
  }
  for (const std::string_view kind : kKinds) {
    const bool asked =
        std::any_of(named.constraints.begin(), named.constraints.end(), [&](const auto& constraint) { return constraint.kind == kind; });
    if (!asked) continue;
    around.surroundings.kinds.emplace_back(kind);
    if (kind == boundary::kUrbanBoundary) around.surroundings.kinds.emplace_back(boundary::kOutsideUrbanBoundary);
  }
  const cadastre::Measure measure = measuring(working).make_measure();
  for (const geometry::Region& shape : around.parcel_shapes) {
    const auto [plane_m2, ellipsoid_m2] = ellipsoid ? measure(shape) : std::pair{geometry::plane_area(shape), 0.0};
    around.surroundings.parcels.push_back({ellipsoid ? ellipsoid_m2 : plane_m2, geometry::perimeter(shape)});
  }
  return around;
}

}  // namespace yongdi::workflow
