#include "workflow/audit.hpp"

#include <algorithm>
#include <array>

#include "ledger/styles.hpp"
#include "ledger/writer.hpp"
#include "workflow/ledger_tables.hpp"
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
  audit.missing_fields = missing_fields(run);
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

// What was declared.
void write_facts(const Run& run, ledger::Writer& writer) {
  writer.write_facts(run.cadastre.parcels.table, ids(run.cadastre.parcels));
  writer.write_facts(run.cadastre.approvals.table, ids(run.cadastre.approvals));
  for (const cadastre::Records* records : {&run.cadastre.causes, &run.cadastre.reasons, &run.cadastre.firms})
    if (records->given()) writer.write_facts(records->table, records->subjects);
}

// All other tables but those that hang on findings.
void write_figures(Run& run, ledger::Writer& writer) {
  FirmRatingRows rating = firm_rating_rows(run);
  LedgerTables tables(run.pool);
  const auto add = [&]<class Row>(std::vector<Row> (*rows)(const Run&)) { tables.add<Row>([&run, rows] { return rows(run); }); };
  add(park_rows);
  add(park_balance_rows);
  add(outside_parks_rows);
  add(approval_rows);
  add(approval_parcel_rows);
  add(unsupplied_rows);
  tables.add_in_parts<ledger::ParcelRow>(run.parcels.size(), [parcels = ParcelRows(run)](std::size_t i) { return parcels.row(i); });
  add(parcel_park_rows);
  add(parcel_limit_rows);
  add(parcel_screen_rows);
  add(idle_option_rows);
  add(supply_rate_rows);
  tables.add_in_parts<ledger::UndecidedRow>(run.undecided.size(), [&](std::size_t i) { return undecided_row(run, run.undecided[i]); });
  add(override_rows);
  add(park_indicator_rows);
  add(indicator_rows);
  add(park_evaluation_rows);
  add(park_score_rows);
  tables.add<ledger::FirmRatingRow>([&] { return std::move(rating.firms); });
  tables.add<ledger::FirmRatingPartRow>([&] { return std::move(rating.parts); });
  tables.write(writer);
}

void write_findings(Run& run, ledger::Writer& writer) {
  LedgerTables tables(run.pool);
  tables.add_in_parts<ledger::FindingRow>(run.findings.size(), [&run, order = by_finding_id(run.finding_ids)](std::size_t i) {
    return finding_row(run.findings[order[i]], run.finding_ids[order[i]]);
  });
  tables.add<ledger::RuleRow>([&] { return rule_rows(run.rules, run.as_of); });
  tables.add<ledger::RuleMissingRow>([&] { return rule_missing_rows(run.not_encoded); });
  tables.add<ledger::RuleDocumentRow>([&] { return rule_document_rows(run.rules); });
  tables.add<ledger::ReceiptRow>([&] { return receipt_rows(run); });
  tables.write(writer);
}

// Gives the memory back that a great run has filled.
void forget(Run& run) {
  run.cadastre = {};
  run.parcels = {};
  run.inventory = {};
}

}  // namespace

Audit check(const settings::Project& project, const Options& options) {
  const std::unique_ptr<Run> run = read_and_judge(project, options);
  overlay_and_evaluate(*run);
  check_everything(*run);
  return outcome(*run);
}

Audit audit(const settings::Project& project, const Options& options, const std::filesystem::path& ledger, bool overwrite) {
  ledger::Writer::require_writable(ledger, overwrite);  // better now than after the work
  const std::unique_ptr<Run> run = read_and_judge(project, options);
  ledger::Writer writer(ledger, overwrite, spatial_reference(*run->working), run->as_of, ledger::load_styles(options.data_folder / "styles"));
  Ahead writing(run->pool, [&] { write_facts(*run, writer); });
  overlay_and_evaluate(*run);
  run->say("写出台账", "writing the ledger", 0);
  writing.wait();
  Ahead checking(run->pool, [&] { check_everything(*run); });
  write_figures(*run, writer);
  checking.wait();
  write_findings(*run, writer);
  Audit result;
  Ahead concluding(run->pool, [&] {
    result = outcome(*run);
    forget(*run);
  });
  writer.finish();
  concluding.wait();
  return result;
}

}  // namespace yongdi::workflow
