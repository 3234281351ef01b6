// Verdicts on parcels from dates and money alone, and who claims land on the as-of day.
#include <algorithm>
#include <numeric>

#include "workflow/run.hpp"

namespace yongdi::workflow {

inventory::LandClass land_class(idle::Stage stage, cadastre::Valid valid) {
  using inventory::LandClass;
  if (valid == cadastre::Valid::no) return LandClass::undecided;
  switch (stage) {
    case idle::Stage::idle:
      return LandClass::idle;
    case idle::Stage::pending:
      return LandClass::pending;
    case idle::Stage::building:
      return LandClass::building;
    case idle::Stage::completed:
      return LandClass::completed;
    case idle::Stage::undecided:
    case idle::Stage::future:
      break;
  }
  return LandClass::undecided;
}

std::vector<std::uint32_t> approval_ranks(const std::vector<std::optional<measures::Day>>& approved_on) {
  std::vector<std::uint32_t> order(approved_on.size()), ranks(approved_on.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto &day_a = approved_on[a], &day_b = approved_on[b];
    return day_a && day_b ? *day_a < *day_b : day_a.has_value() && !day_b.has_value();
  });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

namespace {

void judge_parcels(Run& run) {
  const cadastre::Layer& layer = run.cadastre.parcels;
  const idle::FactsReader reader(layer.table, &run.cadastre.causes.table);
  const idle::HandlingReader handling(layer.table);
  const facts::Column cause(layer.table, "cause");
  run.parcels.resize(layer.features.size());
  run.claims.parcels.resize(layer.features.size());
  run.pool.workers()(layer.features.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const facts::Row& row = layer.table.rows[i];
      const idle::Facts facts = reader.read(row, run.as_of, run.cadastre.causes.of(i));
      ParcelFigures& figures = run.parcels[i];
      figures.verdict = idle::judge(facts, run.idle_terms, run.as_of);
      const idle::Handling handled = handling.read(row);
      figures.deadlines = idle::deadlines(handled, figures.verdict, run.check_terms, run.as_of);
      figures.options = idle::options(facts, handled, figures.verdict, run.check_terms, run.as_of);
      figures.determined = facts.determined;
      if (const std::string* code = cause.text(row)) figures.cause = *code;
      run.claims.parcels[i] = {supply::is_supplied(facts.contract_on, run.as_of), land_class(figures.verdict.stage, layer.features[i].valid)};
    }
  });
}

void rank_approvals(Run& run) {
  const cadastre::Layer& layer = run.cadastre.approvals;
  const supply::ApprovalFactsReader reader(layer.table);
  run.approvals.resize(layer.features.size());
  run.claims.approvals.resize(layer.features.size());
  std::vector<std::optional<measures::Day>> days;
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    run.approvals[i].facts = reader.read(layer.table.rows[i]);
    const auto day = run.approvals[i].facts.approved_on;
    days.push_back(day);
    run.claims.approvals[i].exists = !day || *day <= run.as_of;
  }
  const std::vector<std::uint32_t> ranks = approval_ranks(days);
  for (std::size_t i = 0; i < ranks.size(); ++i) run.claims.approvals[i].rank = ranks[i];
}

void count_buildings(Run& run) {
  const cadastre::Layer& layer = run.cadastre.buildings;
  const intensity::BuildingFactsReader reader(layer.table);
  for (const facts::Row& row : layer.table.rows) run.claims.buildings_count.push_back(intensity::counts(reader.read(row), run.as_of));
}

}  // namespace

void judge_everything(Run& run) {
  run.say("判定闲置", "judging idle land", 0);
  run.idle_terms = idle::terms(run.rules, run.as_of);
  run.check_terms = idle::check_terms(run.rules, run.as_of);
  run.supply_terms = supply::terms(run.rules, run.as_of);
  run.intensity_terms = intensity::terms(run.rules, run.as_of);
  judge_parcels(run);
  rank_approvals(run);
  count_buildings(run);
  run.parks.emplace(run.cadastre.parks, run.project.parks.priority, run.findings);
}

}  // namespace yongdi::workflow
