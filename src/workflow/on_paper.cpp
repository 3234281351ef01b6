#include "workflow/on_paper.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "findings/failure.hpp"
#include "workflow/measuring.hpp"
#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

using inventory::LandClass;

idle::Stage stage_of(const std::string& text) {
  for (const idle::Stage stage : {idle::Stage::future, idle::Stage::pending, idle::Stage::idle, idle::Stage::building, idle::Stage::completed})
    if (to_text(stage) == text) return stage;
  return idle::Stage::undecided;
}

cadastre::Layer features_of(facts::Layer layer, std::size_t count) {
  cadastre::Layer result{{layer, {""}, {}, {}}, {}};
  result.table.rows.resize(count);
  result.features.resize(count);
  return result;
}

// The figures that a park's indicators are summed from.
intensity::ParcelIndicators indicators_of(const ledger::ParcelRow& row) {
  intensity::ParcelIndicators result;
  if (row.area_basis) result.area_m2 = *row.area_basis == to_text(intensity::Basis::declared) ? row.declared_area_m2 : row.area_m2;
  result.floor_area_m2 = row.floor_area_m2;
  result.footprint_m2 = row.footprint_m2;
  result.fixed_investment_wan_yuan = row.fixed_investment_wan_yuan;
  return result;
}

void add_parcels(const LedgerYear& ledger, const cadastre::Measure& measure, Run& run) {
  run.cadastre.parcels = features_of(facts::Layer::parcels, ledger.parcels.size());
  run.parcels.resize(ledger.parcels.size());
  for (std::size_t i = 0; i < ledger.parcels.size(); ++i) {
    const ledger::ParcelRow& row = ledger.parcels[i];
    const bool placed = row.valid != "no" && !ledger.parcel_shapes[i].empty();
    cadastre::Feature& feature = run.cadastre.parcels.features[i];
    feature.id = row.parcel_id;
    feature.shape = ledger.parcel_shapes[i];
    feature.valid = placed ? cadastre::Valid::yes : cadastre::Valid::no;
    if (placed) std::tie(feature.plane_m2, feature.ellipsoid_m2) = measure(feature.shape);
    const idle::Stage stage = stage_of(row.stage);
    run.parcels[i].verdict.stage = stage;
    run.parcels[i].indicators = indicators_of(row);
    LandClass claimed = land_class(stage, feature.valid);
    // What has been screened as inefficient is in use; idle land stays idle.
    if (row.inefficient == "yes" && (claimed == LandClass::building || claimed == LandClass::completed)) claimed = LandClass::inefficient;
    run.claims.parcels.push_back({stage != idle::Stage::future, claimed});
  }
}

void add_approvals(const LedgerYear& ledger, const cadastre::Measure& measure, Run& run) {
  run.cadastre.approvals = features_of(facts::Layer::approvals, ledger.approvals.size());
  run.cadastre.has_approvals = ledger.has_approvals;
  run.approvals.resize(ledger.approvals.size());
  std::vector<std::optional<measures::Day>> days;
  for (std::size_t i = 0; i < ledger.approvals.size(); ++i) {
    const ledger::ApprovalRow& row = ledger.approvals[i];
    const bool exists = !row.approved_on || *row.approved_on <= run.as_of;
    cadastre::Feature& feature = run.cadastre.approvals.features[i];
    feature.id = row.approval_id;
    feature.shape = ledger.approval_shapes[i];
    feature.valid = exists && row.area_m2 && !feature.shape.empty() ? cadastre::Valid::yes : cadastre::Valid::no;
    if (feature.valid == cadastre::Valid::yes) std::tie(feature.plane_m2, feature.ellipsoid_m2) = measure(feature.shape);
    run.claims.approvals.push_back({exists, 0});
    days.push_back(row.approved_on);
  }
  const std::vector<std::uint32_t> ranks = approval_ranks(days);
  for (std::size_t i = 0; i < ranks.size(); ++i) run.claims.approvals[i].rank = ranks[i];
}

std::vector<ledger::ParkBalanceRow> all_parks(const Run& run, const std::vector<ledger::ParkBalanceRow>& balance) {
  std::vector<ledger::ParkBalanceRow> result;
  for (std::size_t i = 0; i < inventory::kLandClassCount; ++i) {
    const auto land_class = static_cast<LandClass>(i);
    if (land_class == LandClass::held_elsewhere) continue;  // another park has it in its class
    ledger::ParkBalanceRow& sum = result.emplace_back(ledger::ParkBalanceRow{"", std::string(to_text(land_class)), 0.0});
    for (std::size_t park = 0; park < run.parks->size(); ++park) {
      if (run.parks->parent(static_cast<std::uint32_t>(park))) continue;
      const ledger::Number& part = balance[park * inventory::kLandClassCount + i].area_m2;
      sum.area_m2 = sum.area_m2 && part ? ledger::Number(*sum.area_m2 + *part) : std::nullopt;
    }
  }
  return result;
}

void move(std::vector<geometry::Region>& shapes, const crs::Transformation& way) {
  std::vector<crs::PointXY> points;
  for (geometry::Region& shape : shapes) {
    bool lost = false;
    for (geometry::Polygon& polygon : shape.polygons)
      for (geometry::Ring& ring : polygon.rings) {
        points.clear();
        for (const geometry::Point& point : ring) points.push_back({point.x, point.y});
        lost = way.apply(points) > 0 || lost;
        for (std::size_t i = 0; i < ring.size(); ++i) ring[i] = {points[i].x, points[i].y};
      }
    if (lost) shape = {};
  }
}

}  // namespace

settings::Project settings_of(const LedgerYear& ledger) {
  settings::Project project;
  project.file = ledger.path;
  project.title = ledger.setting("title");
  project.as_of = ledger.year.day;
  project.area = ledger.setting("area_basis") == "ellipsoid" ? settings::AreaBasis::ellipsoid : settings::AreaBasis::plane;
  for (const settings::ToleranceReason& reason : settings::tolerance_reasons())
    if (const auto kept = measures::Exact::parse(ledger.setting("tolerance." + std::string(reason.name))))
      project.tolerance.*reason.value = kept->to_double();
  return project;
}

void bring_to(const crs::System& working, LedgerYear& ledger) {
  const crs::System own = ledger.working_system();
  if (working.same_as(own)) return;
  const auto refuse = [&](const std::string& zh, const std::string& en) {
    throw findings::Failure(findings::Exit::usage,
                            {"台账 " + ledger.path.string() + " 采用 " + crs::label(own) + "，不能转换到 " + crs::label(working) + "：" + zh +
                                 "。请用 --crs 选用台账的坐标系。",
                             "The ledger " + ledger.path.string() + " is in " + crs::label(own) + ", which cannot be brought to " +
                                 crs::label(working) + ": " + en + ". Choose the ledger's system with --crs."});
  };
  try {
    const crs::Transformation way(own, working);
    if (way.is_guess()) refuse("基准不同，没有可靠的转换参数", "the datums differ and no reliable parameters are known");
    for (auto* shapes : {&ledger.park_shapes, &ledger.approval_shapes, &ledger.parcel_shapes, &ledger.unsupplied_shapes}) move(*shapes, way);
  } catch (const std::invalid_argument& none) {
    refuse(none.what(), none.what());
  }
}

OnPaper::OnPaper(const LedgerYear& ledger, const crs::System& working, const Options& options)
    : m_project(settings_of(ledger)), m_options(options), m_run(std::make_unique<Run>(m_project, m_options, ledger.year.day, ledger.rules())) {
  m_run->working = working;
  const cadastre::Measure measure = measuring(working).make_measure();
  add_parcels(ledger, measure, *m_run);
  add_approvals(ledger, measure, *m_run);
}

PaperFigures OnPaper::under(const cadastre::Layer& parks, const std::vector<std::string>& priority) {
  Run& run = *m_run;
  std::vector<findings::Finding> found;  // about the layers: the audit and the reading of the outlines have reported them
  run.cadastre.parks = parks;
  run.parks.emplace(run.cadastre.parks, priority, found);
  inventory::take_inventory(run.cadastre, run.claims, *run.parks, policy(run), measuring(*run.working), run.pool.workers(), {}, run.inventory, found);
  PaperFigures figures{park_balance_rows(run), park_indicator_rows(run), {}, {}};
  figures.all_parks = all_parks(run, figures.balance);
  for (findings::Finding& finding : found)
    if (finding.kind->code == "BALANCE_OPEN") figures.open.push_back(std::move(finding));
  return figures;
}

}  // namespace yongdi::workflow
