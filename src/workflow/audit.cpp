#include "workflow/audit.hpp"

#include <algorithm>
#include <array>

#include "ledger/styles.hpp"
#include "ledger/writer.hpp"
#include "workflow/measuring.hpp"
#include "workflow/rows.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

std::vector<ParkSummary> summaries(const Run& run) {
  std::vector<ParkSummary> result;
  for (ledger::ParkRow& row : park_rows(run)) result.push_back({std::move(row), {}, {}, 0, 0, 0, 0});
  const auto of = [&](const std::string& id) -> ParkSummary& {
    return *std::find_if(result.begin(), result.end(), [&](const ParkSummary& summary) { return summary.park.park_id == id; });
  };
  for (const ledger::ParkBalanceRow& row : park_balance_rows(run)) of(row.park_id).balance[row.class_name] = row.area_m2;
  // Nobody has screened for inefficient land, so that none was found says nothing.
  if (!run.project.screening)
    for (ParkSummary& summary : result) summary.balance["inefficient"].reset();
  for (const ledger::ParkIndicatorRow& row : park_indicator_rows(run)) of(row.park_id).indicators[row.indicator] = row;
  for (std::size_t i = 0; i < run.parcels.size(); ++i)
    for (auto park = main_park(run, i); park; park = run.parks->parent(*park)) {
      ParkSummary& summary = result[*park];
      const idle::Stage stage = run.parcels[i].verdict.stage;
      if (stage == idle::Stage::future) continue;
      ++summary.parcels;
      summary.idle += stage == idle::Stage::idle ? 1 : 0;
      summary.pending += stage == idle::Stage::pending ? 1 : 0;
      summary.undecided += stage == idle::Stage::undecided ? 1 : 0;
    }
  return result;
}

// Windows of the near-miss list, in days: a month, two, three; a choice of the report, not a term of law.
constexpr std::array kNearDays = {30, 60, 90};

std::vector<NearMiss> near_misses(const Run& run) {
  std::vector<NearMiss> result;
  for (const int days : kNearDays) {
    NearMiss& near = result.emplace_back(NearMiss{days, 0, 0});
    for (std::size_t i = 0; i < run.parcels.size(); ++i) {
      const auto& on = run.parcels[i].verdict.next_on;
      if (!on || *on > run.as_of + days) continue;
      ++near.parcels;
      near.area_m2 += run.area_m2(run.cadastre.parcels.features[i]).value_or(0);
    }
  }
  return result;
}

// Its ends are those of the balance, where land under two parcels counts once.
LandRange idle_range(const Run& run, const Audit& audit) {
  const auto land_m2 = [&](const std::string& class_name) {
    double sum_m2 = 0;
    for (const ParkSummary& summary : audit.parks)
      if (const auto found = summary.balance.find(class_name); !summary.park.parent_id && found != summary.balance.end())
        sum_m2 += found->second.value_or(0);
    const auto outside = audit.outside_parks.find(class_name);
    return sum_m2 + (outside == audit.outside_parks.end() ? 0.0 : outside->second.value_or(0));
  };
  LandRange range;
  range.low_m2 = land_m2("idle");
  range.high_m2 = range.low_m2 + land_m2("undecided");
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    if (run.parcels[i].verdict.idle != idle::Idle::unknown) continue;
    ++range.unknown;
    if (!run.area_m2(run.cadastre.parcels.features[i])) ++range.without_area;
  }
  return range;
}

// The findings move over; they can be many, with their shapes.
Audit outcome(Run& run) {
  Audit audit;
  audit.title = run.project.title;
  audit.as_of = run.as_of;
  audit.rulebook = run.rules.name();
  audit.accepted_expired = run.accepted_expired;
  audit.rules_missing = run.not_encoded.rules.size();
  audit.parks = summaries(run);
  for (ledger::OutsideParksRow& row : outside_parks_rows(run)) audit.outside_parks.emplace(std::move(row.class_name), row.area_m2);
  audit.shared_parcels = static_cast<std::uint64_t>(std::count_if(run.inventory.account.parcels.begin(), run.inventory.account.parcels.end(),
                                                                  [](const inventory::ParcelLand& land) { return land.held.size() > 1; }));
  for (const findings::Severity severity :
       {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info})
    audit.counts[severity] = 0;
  for (const findings::Finding& finding : run.findings) ++audit.counts[finding.kind->severity];
  audit.missing_fields = missing_fields(undecided_rows(run));
  audit.near_misses = near_misses(run);
  audit.idle = idle_range(run, audit);
  for (const layers::Correction& each : run.corrections) ++audit.corrections[std::string(to_text(each.outcome))];
  audit.findings = std::move(run.findings);
  audit.finding_ids = std::move(run.finding_ids);
  audit.balances_close = std::all_of(run.inventory.residuals.begin(), run.inventory.residuals.end(), [](const auto& each) { return each.closes(); });
  for (ledger::ReceiptRow& row : receipt_rows(run)) audit.receipt.emplace(std::move(row.key), std::move(row.value));
  return audit;
}

std::vector<std::string> ids(const cadastre::Layer& layer) {
  std::vector<std::string> result;
  for (const cadastre::Feature& feature : layer.features) result.push_back(feature.id);
  return result;
}

template <class Row>
void write(ledger::Writer& writer, const std::vector<Row>& rows) {
  writer.write(std::span<const Row>(rows));
}

// A long table goes to the ledger in parts: its rows are never in memory all at once, and each part is made by all workers.
template <class Row, class Make>
void write_in_parts(Run& run, ledger::Writer& writer, std::size_t count, const Make& row) {
  constexpr std::size_t kRowsPerPart = 8192;
  std::vector<Row> part;
  std::size_t done = 0;
  writer.write<Row>([&]() -> std::span<const Row> {
    part.resize(std::min(kRowsPerPart, count - done));
    run.pool.workers()(part.size(), [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) part[i] = row(done + i);
    });
    done += part.size();
    return part;
  });
}

void write_ledger(Run& run, ledger::Writer& writer) {
  write(writer, park_rows(run));
  write(writer, park_balance_rows(run));
  write(writer, outside_parks_rows(run));
  write(writer, approval_rows(run));
  write(writer, approval_parcel_rows(run));
  write(writer, unsupplied_rows(run));
  const ParcelRows parcels(run);
  write_in_parts<ledger::ParcelRow>(run, writer, run.parcels.size(), [&](std::size_t i) { return parcels.row(i); });
  write(writer, parcel_park_rows(run));
  write(writer, parcel_limit_rows(run));
  write(writer, parcel_screen_rows(run));
  writer.write_facts(run.cadastre.parcels.table, ids(run.cadastre.parcels));
  writer.write_facts(run.cadastre.approvals.table, ids(run.cadastre.approvals));
  for (const cadastre::Records* records : {&run.cadastre.causes, &run.cadastre.reasons, &run.cadastre.firms})
    if (records->given()) writer.write_facts(records->table, records->subjects);
  write(writer, idle_option_rows(run));
  write(writer, supply_rate_rows(run));
  write(writer, undecided_rows(run));
  write(writer, override_rows(run));
  write(writer, park_indicator_rows(run));
  write(writer, indicator_rows(run));
  write(writer, park_evaluation_rows(run));
  write(writer, park_score_rows(run));
  const FirmRatingRows rating = firm_rating_rows(run);
  write(writer, rating.firms);
  write(writer, rating.parts);
  const std::vector<std::size_t> order = by_finding_id(run.finding_ids);
  write_in_parts<ledger::FindingRow>(run, writer, order.size(), [&](std::size_t i) { return finding_row(run.findings[order[i]], run.finding_ids[order[i]]); });
  write(writer, rule_rows(run.rules, run.as_of));
  write(writer, rule_missing_rows(run.not_encoded));
  write(writer, rule_document_rows(run.rules));
  write(writer, receipt_rows(run));
  writer.finish();
}

}  // namespace

Audit check(const settings::Project& project, const Options& options) { return outcome(*run(project, options)); }

Audit audit(const settings::Project& project, const Options& options, const std::filesystem::path& ledger, bool overwrite) {
  ledger::Writer::require_writable(ledger, overwrite);  // better now than after the work
  const std::unique_ptr<Run> finished = run(project, options);
  finished->say("写出台账", "writing the ledger", 0);
  ledger::Writer writer(ledger, overwrite, spatial_reference(*finished->working), finished->as_of, ledger::load_styles(options.data_folder / "styles"));
  write_ledger(*finished, writer);
  return outcome(*finished);
}

}  // namespace yongdi::workflow
