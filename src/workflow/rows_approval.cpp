#include <algorithm>

#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

ledger::Number number(const std::optional<measures::Exact>& value) { return value ? ledger::Number(value->to_double()) : std::nullopt; }

}  // namespace

std::vector<ledger::ApprovalRow> approval_rows(const Run& run) {
  std::vector<ledger::ApprovalRow> rows(run.approvals.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const cadastre::Feature& feature = run.cadastre.approvals.features[i];
    const ApprovalFigures& figures = run.approvals[i];
    const inventory::ApprovalLand& land = run.inventory.account.approvals[i];
    ledger::ApprovalRow& row = rows[i];
    row.approval_id = feature.id;
    row.approved_on = figures.facts.approved_on;
    row.declared_area_m2 = number(figures.facts.approved_area);
    row.cohort = figures.account.cohort;
    if (!feature.shape.empty()) row.shape_wkb = geometry::to_wkb(feature.shape);
    row.area_m2 = run.area_m2(feature);
    if (!run.claims.approvals[i].exists) {  // approved after the as-of day: listed, counted nowhere
      row.lapse_candidate = "n/a";
      continue;
    }
    if (row.area_m2) {
      row.supplied_m2 = land.supplied_m2;
      row.unsupplied_m2 = land.unsupplied_m2;
      row.sliver_m2 = land.sliver_m2;
      row.overlap_m2 = land.overlap_m2;
    }
    row.supplied_declared_m2 = number(figures.account.supplied_m2);
    row.unsupplied_declared_m2 = number(figures.account.unsupplied_m2);
    row.over_supplied_m2 = number(figures.account.over_supplied_m2);
    row.supply_rate = number(figures.account.supply_rate);
    row.lapse_candidate = std::string(measures::to_text(row.area_m2 ? figures.lapse : measures::Certainty::unknown));
    const supply::ReasonCheck& reasons = figures.reasons;
    row.reasons_m2 = number(reasons.reasons_m2);
    row.methods_m2 = number(reasons.methods_m2);
    row.reasons_add_up = std::string(measures::to_text(reasons.reasons_add_up));
    row.methods_add_up = std::string(measures::to_text(reasons.methods_add_up));
    row.has_time_limit = std::string(measures::to_text(reasons.has_time_limit));
    std::string missing;
    for (const auto* names : {&figures.account.missing, &figures.account.missing_of_parcels})
      for (const std::string_view name : *names) missing += (missing.empty() ? "" : ",") + std::string(name);
    if (!missing.empty()) row.missing = missing;
  }
  return rows;
}

std::vector<ledger::ApprovalParcelRow> approval_parcel_rows(const Run& run) {
  struct Link {
    std::uint32_t approval, parcel;
    double area_m2 = 0;
    bool by_geometry = false, by_number = false;
  };
  std::vector<Link> links;
  for (std::uint32_t parcel = 0; parcel < run.parcels.size(); ++parcel)
    for (const inventory::Share& share : run.inventory.account.parcels[parcel].approvals) links.push_back({share.index, parcel, share.area_m2, true, false});
  for (std::uint32_t approval = 0; approval < run.approvals.size(); ++approval)
    for (const std::uint32_t parcel : run.approvals[approval].by_number) links.push_back({approval, parcel, 0, false, true});
  std::stable_sort(links.begin(), links.end(),
                   [](const Link& a, const Link& b) { return std::pair(a.approval, a.parcel) < std::pair(b.approval, b.parcel); });
  std::vector<ledger::ApprovalParcelRow> rows;
  for (std::size_t i = 0; i < links.size(); ++i) {
    Link link = links[i];
    if (i + 1 < links.size() && links[i + 1].approval == link.approval && links[i + 1].parcel == link.parcel) {
      link.by_number = true;  // the same pair, found both ways
      ++i;
    }
    const cadastre::Feature& parcel = run.cadastre.parcels.features[link.parcel];
    const bool known = parcel.valid != cadastre::Valid::no;
    rows.push_back({run.cadastre.approvals.features[link.approval].id, parcel.id, known ? ledger::Number(link.area_m2) : std::nullopt,
                    link.by_geometry ? (link.by_number ? "both" : "geometry") : "number"});
  }
  return rows;
}

std::vector<ledger::UnsuppliedRow> unsupplied_rows(const Run& run) {
  std::vector<ledger::UnsuppliedRow> rows;
  for (const inventory::UnsuppliedPiece& piece : run.inventory.unsupplied) {
    rows.push_back({run.cadastre.approvals.features[piece.approval].id, {}, piece.area_m2, {}});
    if (piece.park) rows.back().park_id = run.cadastre.parks.features[*piece.park].id;
    if (!piece.shape.empty()) rows.back().shape_wkb = geometry::to_wkb(piece.shape);
  }
  return rows;
}

}  // namespace yongdi::workflow
