// The overlay, and what follows from it: floor area and ratios of every parcel, the account of every approval.
#include <algorithm>
#include <unordered_map>

#include "workflow/evaluation.hpp"
#include "workflow/measuring.hpp"

namespace yongdi::workflow {

inventory::Policy policy(const Run& run) {
  const settings::Tolerance& tolerance = run.project.tolerance;
  return {{tolerance.sliver_area_m2, tolerance.sliver_width_m}, tolerance.grid_m, tolerance.balance_m2, run.by_ellipsoid()};
}

std::vector<Standing> standing_buildings(const Run& run) {
  const cadastre::Layer& layer = run.cadastre.buildings;
  const intensity::BuildingFactsReader reader(layer.table);
  std::vector<Standing> result;
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const double footprint_m2 = run.inventory.account.buildings[i].area_m2;
    const bool outlined = layer.features[i].valid != cadastre::Valid::no;
    const double own_m2 = run.area_m2(layer.features[i]).value_or(footprint_m2);
    result.push_back({own_m2, outlined ? std::optional(own_m2) : std::nullopt,
                      outlined ? intensity::floor_area_m2(reader.read(layer.table.rows[i]), own_m2, run.intensity_terms) : std::nullopt});
  }
  return result;
}

namespace {

intensity::OnParcel on_parcel(const Run& run, const std::vector<Standing>& buildings, const inventory::ParcelLand& land) {
  intensity::OnParcel result;
  result.has_layer = run.cadastre.has_buildings;
  for (const inventory::Share& share : land.buildings) {
    const Standing& building = buildings[share.index];
    result.any = true;
    result.footprint_m2 += share.area_m2;
    if (result.floor_area_m2 && building.floor_area_m2 && building.area_m2 > 0)
      *result.floor_area_m2 += *building.floor_area_m2 * (share.area_m2 / building.area_m2);
    else
      result.floor_area_m2.reset();
  }
  return result;
}

// Returns the ratios of every parcel for the screen, where there is one.
std::vector<intensity::Ratios> measure_parcels(Run& run) {
  const cadastre::Layer& layer = run.cadastre.parcels;
  const intensity::ParcelFactsReader reader(layer.table);
  const SiteReader sites(run);
  const std::vector<Standing> all = standing_buildings(run);
  std::vector<intensity::Ratios> ratios(run.project.screening ? layer.features.size() : 0);
  run.pool.workers()(layer.features.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      intensity::Measured measured =
          intensity::indicators(reader.read(layer.table.rows[i]), on_parcel(run, all, run.inventory.account.parcels[i]),
                                run.area_m2(layer.features[i]), run.project.tolerance.area_mismatch, run.limits.table, sites.read(i));
      run.parcels[i].indicators = std::move(measured.indicators);
      if (!ratios.empty()) ratios[i] = measured.ratios;
    }
  });
  return ratios;
}

void account_approvals(Run& run) {
  std::unordered_map<std::string, std::uint32_t> by_number;
  for (std::uint32_t i = 0; i < run.approvals.size(); ++i) by_number.emplace(supply::normal_number(run.cadastre.approvals.features[i].id), i);
  const cadastre::Layer& parcels = run.cadastre.parcels;
  const facts::Column number(parcels.table, "approval"), area(parcels.table, "area");
  for (std::uint32_t parcel = 0; parcel < parcels.features.size(); ++parcel) {
    const std::string* written = number.text(parcels.table.rows[parcel]);
    if (written == nullptr) continue;
    if (const auto found = by_number.find(supply::normal_number(*written)); found != by_number.end())
      run.approvals[found->second].by_number.push_back(parcel);
  }
  for (std::size_t i = 0; i < run.approvals.size(); ++i) {
    ApprovalFigures& figures = run.approvals[i];
    std::vector<std::optional<measures::Exact>> supplied;
    for (const std::uint32_t parcel : figures.by_number)
      if (run.claims.parcels[parcel].supplied) supplied.push_back(area.exact(parcels.table.rows[parcel]));
    figures.account = supply::account(figures.facts, supplied, run.as_of);
    if (run.cadastre.reasons.given())
      figures.reasons = supply::check_reasons(supply::read_reasons(run.cadastre.reasons.table, run.cadastre.reasons.of(i)), figures.account.unsupplied_m2,
                                              run.supply_terms.reasons_tolerance_m2);
    const double left_m2 = run.inventory.account.approvals[i].unsupplied_m2;
    const bool land_left = left_m2 > run.project.tolerance.sliver_area_m2;
    figures.lapse = supply::lapse_candidate(figures.facts, land_left ? left_m2 : 0, run.supply_terms, run.as_of);
  }
}

}  // namespace

void measure_everything(Run& run) {
  run.say("叠加图层", "overlaying layers", 0);
  // Whether a parcel is inefficient hangs on the buildings found on it, and decides in turn which class its land has.
  const auto judge_land = [&] {
    run.say("核算指标", "working out indicators", 0);
    return screen_everything(run, measure_parcels(run));
  };
  inventory::take_inventory(run.cadastre, run.claims, *run.parks, policy(run), measuring(*run.working), run.pool.workers(), judge_land, run.inventory,
                            run.findings);
  account_approvals(run);
}

}  // namespace yongdi::workflow
