// Layers → cadastre: read, brought into the working CRS, sorted, judged for validity.
#include <array>

#include "geometry/validity.hpp"
#include "ledger/query.hpp"
#include "workflow/measuring.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

struct Wanted {
  facts::Layer layer;
  cadastre::Layer cadastre::Cadastre::* into;
  bool asked;
};

// What the tables of records say, put to the parcels and approvals they are about.
void attach_records(Run& run, layers::Source& source) {
  const auto as_written = [](std::string_view key) { return std::string(key); };
  const auto attach = [&](cadastre::Records& records, const cadastre::Layer& layer, const std::function<std::string(std::string_view)>& normal) {
    records = cadastre::attach(records.table.layer, source.read_records(records.table.layer, run.findings), layer, normal, run.findings);
  };
  attach(run.cadastre.causes, run.cadastre.parcels, as_written);
  attach(run.cadastre.reasons, run.cadastre.approvals, supply::normal_number);
  attach(run.cadastre.firms, run.cadastre.parcels, as_written);
}

}  // namespace

void read_everything(Run& run) {
  run.say("读取并检查图层", "reading and checking layers", 0);
  layers::Source source(run.project, run.options.data_folder);
  run.working = source.working_system(run.findings);
  const std::array<Wanted, 4> wanted = {{{facts::Layer::parks, &cadastre::Cadastre::parks, true},
                                         {facts::Layer::approvals, &cadastre::Cadastre::approvals, run.project.approvals.has_value()},
                                         {facts::Layer::parcels, &cadastre::Cadastre::parcels, true},
                                         {facts::Layer::buildings, &cadastre::Cadastre::buildings, run.project.buildings.has_value()}}};
  source.read_corrections(run.findings);
  const cadastre::Tolerances tolerances{.area_mismatch = run.project.tolerance.area_mismatch, .ellipsoid_decides = run.by_ellipsoid()};
  const auto make_measure = measuring(*run.working).make_measure;
  std::array<std::vector<findings::Finding>, 4> findings;
  std::vector<std::function<void()>> jobs;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].asked) continue;
    // Nobody asks for the ellipsoid area of a building unless that area decides.
    const bool plane_will_do = wanted[i].layer == facts::Layer::buildings && !run.by_ellipsoid();
    cadastre::Counts& counts = run.counts[wanted[i].layer];
    jobs.emplace_back([&, i, plane_will_do] {
      layers::ReadLayer read = source.read(wanted[i].layer, *run.working, {}, findings[i]);
      run.cadastre.*wanted[i].into =
          cadastre::normalise(std::move(read.raw), tolerances, plane_will_do ? plane_measure : make_measure, run.pool.workers(), findings[i], counts);
    });
  }
  run.pool.all(jobs);
  run.corrections = source.corrections();
  run.linked_versions = {{"GDAL", layers::gdal_version()},
                         {"GEOS", geometry::geos_version()},
                         {"PROJ", crs::proj_version()},
                         {"SQLite", ledger::sqlite_version()},
                         {"SpatiaLite", ledger::spatialite_version()}};
  for (std::vector<findings::Finding>& of_layer : findings)
    run.findings.insert(run.findings.end(), std::make_move_iterator(of_layer.begin()), std::make_move_iterator(of_layer.end()));
  attach_records(run, source);
  if (run.project.land_status) {
    layers::ReadLayer survey = source.read(facts::Layer::land_status, *run.working, {}, run.findings);
    run.land_status = cadastre::normalise(std::move(survey.raw), tolerances, make_measure, run.pool.workers(), run.findings, run.counts[facts::Layer::land_status]);
  }
  run.inputs = source.inputs();
  // An empty layer says as little as a missing one: nothing is known of approvals then, so unsupplied land is not assessed.
  run.cadastre.has_approvals = !run.cadastre.approvals.features.empty();
  run.cadastre.has_buildings = run.project.buildings.has_value();
}

}  // namespace yongdi::workflow
