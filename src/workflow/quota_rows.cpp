#include "workflow/quota_rows.hpp"

#include <algorithm>

#include "measures/units.hpp"
#include "workflow/receipt.hpp"

namespace yongdi::workflow {
namespace {

using measures::Exact;

constexpr std::string_view kLabel = "测算 estimate";  // no text of law fixes the parameters, so no figure is more than that

ledger::Text text(std::string_view value) { return value.empty() ? ledger::Text() : std::string(value); }
ledger::Number number(const std::optional<Exact>& value) { return value ? ledger::Number(value->to_double()) : ledger::Number(); }
Exact mu(const Exact& m2) { return m2 / measures::find_unit("mu")->factor(); }
ledger::Number in_mu(const std::optional<Exact>& m2) { return m2 ? ledger::Number(mu(*m2).to_double()) : ledger::Number(); }
std::string yes_no(bool value) { return value ? "yes" : "no"; }
ledger::Whole whole(const std::optional<int>& value) { return value ? ledger::Whole(*value) : ledger::Whole(); }

ledger::Text rate_source(const quota::Park& park) {
  if (!park.supply_rate) return {};
  return park.supply_rate_from_ledger ? "ledger" : "table";
}

std::string_view estimate_type(quota::Rule rule) { return rule == quota::Rule::linked ? "STK" : "BASE"; }

}  // namespace

std::vector<ledger::QuotaRow> quota_rows(const Quota& quota) {
  std::vector<ledger::QuotaRow> rows;
  for (std::size_t i = 0; i < quota.outcome.parks.size(); ++i) {
    const quota::Park& park = quota.basis.input.parks[i];
    const quota::ParkQuota& got = quota.outcome.parks[i];
    rows.push_back({park.id, park.name, quota.basis.input.plan.year, number(park.demand_m2), number(got.credit_m2), number(got.quota_m2),
                    in_mu(park.demand_m2), in_mu(got.credit_m2), in_mu(got.quota_m2), std::string(to_text(got.completion)),
                    std::string(to_text(got.gated)), std::string(kLabel), yes_no(got.placeholder)});
  }
  return rows;
}

std::vector<ledger::QuotaStepRow> quota_step_rows(const Quota& quota) {
  std::vector<ledger::QuotaStepRow> rows;
  rows.reserve(quota.outcome.parks.size() * std::size(quota::kSteps));
  for (std::size_t i = 0; i < quota.outcome.parks.size(); ++i) {
    std::int64_t place = 0;
    for (const quota::StepTold& step : quota.outcome.parks[i].steps) {
      std::string rules;
      for (const std::string& rule : step.rules) rules += (rules.empty() ? "" : ",") + rule;
      rows.push_back({quota.basis.input.parks[i].id, ++place, std::string(to_text(step.step)), text(rules), step.before_m2, step.after_m2,
                      step.statement.zh, step.statement.en});
    }
  }
  return rows;
}

std::vector<ledger::QuotaRoundRow> quota_round_rows(const Quota& quota) {
  std::vector<ledger::QuotaRoundRow> rows;
  for (const quota::RoundTold& round : quota.outcome.rounds)
    rows.push_back({static_cast<std::int64_t>(rows.size() + 1), round.before_m2, round.factor, static_cast<std::int64_t>(round.fixed), round.after_m2,
                    round.statement.zh, round.statement.en});
  return rows;
}

QuotaSourceRows::QuotaSourceRows(const Quota& quota) : m_quota(quota), m_parameters(quota.basis.rules, quota.basis.day) {}

ledger::QuotaSourceRow QuotaSourceRows::row(std::size_t disposal) const {
  const quota::Disposal& each = m_quota.basis.disposals[disposal];
  const quota::ParkQuota& park = m_quota.outcome.parks[m_quota.basis.park_of[disposal]];
  const Exact& k = m_parameters.coefficient(each.kind, each.cohort, park.completion).value;
  return {std::string(each.park),
          std::string(each.subject),
          std::string(to_text(each.kind)),
          whole(each.cohort),
          each.area_m2.to_double(),
          k.to_double(),
          (k * each.area_m2).to_double(),
          each.closed_on,
          text(each.document),
          text(each.event)};
}

std::vector<ledger::QuotaEntryRow> quota_entry_rows(const Quota& quota) {
  std::vector<ledger::QuotaEntryRow> rows;
  const auto add = [&](const std::string& park, std::string_view type, std::string_view movement, const Exact& amount, const std::string& document,
                       std::optional<measures::Day> day) {
    rows.push_back({park, std::string(type), std::string(movement), amount.to_double(), mu(amount).to_double(), text(document), day});
  };
  for (const quota::Entry& entry : quota.basis.entries.entries) {
    const bool out = entry.movement == quota::Movement::use || entry.movement == quota::Movement::lapse;
    add(entry.park, entry.type, to_text(entry.movement), out ? Exact(0) - entry.amount_m2 : entry.amount_m2, entry.document, entry.day);
  }
  // This year's own figure is no grant until somebody issues it: it stands in the list, and in no balance.
  for (std::size_t i = 0; i < quota.outcome.parks.size(); ++i)
    add(quota.basis.input.parks[i].id, estimate_type(quota.basis.input.plan.rule), "estimate", quota.outcome.parks[i].quota_m2, std::string(kLabel),
        {});
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.park_id < b.park_id; });
  return rows;
}

std::vector<ledger::QuotaBalanceRow> quota_balance_rows(const Quota& quota) {
  std::vector<ledger::QuotaBalanceRow> rows;
  for (const quota::TypeBalance& each : quota.basis.entries.balances)
    rows.push_back({each.park, each.type, number(each.granted_m2), number(each.used_m2), number(each.lapsed_m2), number(each.balance_m2),
                    in_mu(each.balance_m2)});
  return rows;
}

std::vector<ledger::QuotaCheckRow> quota_check_rows(const Quota& quota) {
  std::vector<ledger::QuotaCheckRow> rows;
  for (const quota::Check& check : quota.outcome.checks)
    rows.push_back(
        {check.identity, check.unit, number(check.left), number(check.right), yes_no(check.holds), check.statement.zh, check.statement.en});
  return rows;
}

std::vector<ledger::QuotaParkRow> quota_park_rows(const Quota& quota) {
  std::vector<ledger::QuotaParkRow> rows;
  for (const quota::Park& park : quota.basis.input.parks)
    rows.push_back({park.id, park.name, number(park.demand_m2), number(park.floor_m2), number(park.base_m2), number(park.performance),
                    number(park.overuse_m2), number(park.illegal_m2), number(park.unsupplied_two_years_m2), number(park.supply_rate),
                    number(park.ledger_supply_rate), rate_source(park), yes_no(park.exempt)});
  return rows;
}

std::vector<ledger::QuotaTaskRow> quota_task_rows(const Quota& quota) {
  std::vector<ledger::QuotaTaskRow> rows;
  for (std::size_t i = 0; i < quota.outcome.tasks.size(); ++i) {
    const quota::Task& task = quota.basis.input.tasks[i];
    const quota::TaskDone& result = quota.outcome.tasks[i];
    rows.push_back({task.park, std::string(to_text(task.kind)), task.ceiling ? "ceiling" : "rate", whole(task.cohort_from), whole(task.cohort_to),
                    number(task.base_m2), number(task.ledger_base_m2), number(result.disposed_m2), number(task.target), number(result.figure),
                    yes_no(result.done)});
  }
  return rows;
}

std::vector<ledger::ReceiptRow> quota_receipt_rows(const Quota& quota) {
  const QuotaInput& basis = quota.basis;
  const quota::Plan& plan = basis.input.plan;
  Receipt receipt;
  receipt.add("program", "yongdi " YONGDI_VERSION);
  receipt.add("kind", "quota");
  receipt.add("title", basis.title);
  receipt.add("as_of", basis.day.to_iso());
  receipt.add("rulebook", basis.rules.name());
  std::string accepted;
  for (const std::string& number : basis.accepted_expired) accepted += (accepted.empty() ? "" : ",") + number;
  if (!accepted.empty()) receipt.add("accepted_expired", accepted);
  receipt.add("project_file_sha256", basis.project_sha256);
  receipt.add("quota.label", std::string(kLabel));
  receipt.add("quota.year", std::to_string(plan.year));
  receipt.add("quota.rule", plan.rule == quota::Rule::linked ? "linked" : "factor");
  receipt.add("quota.total_m2", plan.total_m2.to_fraction());
  receipt.add("quota.reserve_share", plan.reserve_share.to_fraction());
  receipt.add("quota.unit_m2", plan.unit_m2.to_fraction());
  receipt.add("quota.unit", (plan.unit_m2 / plan.measure->factor()).to_string() + " " + std::string(plan.measure->name));
  for (const rulebook::Document& document : basis.rules.documents()) receipt.add("rule_document." + document.file, document.sha256);
  for (const layers::InputFile& file : basis.files) receipt.add("input." + file.name, std::to_string(file.size) + " " + file.sha256);
  for (const ledger::ReceiptRow& row : basis.ledgers) receipt.add(row.key, row.value);
  receipt.add("library.gdal", layers::gdal_version());
  const std::string id = receipt.run_id();
  receipt.add("quota.to_share_m2", quota.outcome.to_share_m2.to_fraction());
  receipt.add("quota.kept_back_m2", quota.outcome.kept_back_m2.to_fraction());
  receipt.add("quota.undistributed_m2", quota.outcome.undistributed_m2.to_fraction());
  receipt.add("quota.reserve_m2", quota.outcome.reserve_m2.to_fraction());
  receipt.add("count.disposals.read", std::to_string(basis.disposals_read));
  receipt.add("count.disposals.used", std::to_string(basis.disposals.size()));
  receipt.add("count.disposals.rejected", std::to_string(basis.disposals_read - basis.disposals.size()));
  if (quota.basis.first_closed) {
    receipt.add("disposals.first_closed_on", quota.basis.first_closed->to_iso());
    receipt.add("disposals.last_closed_on", quota.basis.last_closed->to_iso());
  }
  receipt.add("run_id", id);
  return std::move(receipt).rows();
}

}  // namespace yongdi::workflow
