#include "workflow/quota.hpp"

#include <algorithm>
#include <set>

#include "findings/catalogue.hpp"
#include "findings/failure.hpp"
#include "ledger/writer.hpp"
#include "workflow/ledger_tables.hpp"
#include "workflow/quota_ledger.hpp"
#include "workflow/quota_notes.hpp"
#include "workflow/quota_rows.hpp"
#include "workflow/quota_tables.hpp"
#include "workflow/roll_forward.hpp"
#include "workflow/rows.hpp"
#include "workflow/rules.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {
namespace {

using findings::Exit;
using findings::Failure;
using findings::Finding;
using measures::Exact;

[[noreturn]] void refuse(const settings::Project& project, const findings::Text& why) {
  const std::string file = project.file.filename().string();
  throw Failure(Exit::usage, {"项目文件 " + file + " [quota]：" + why.zh, "project file " + file + " [quota]: " + why.en});
}

quota::Plan plan_of(const settings::Project& project, const QuotaOptions& options) {
  require_quota(project);
  const settings::QuotaSetting& setting = *project.quota;
  const std::optional<int> year = options.year ? options.year : setting.year;
  if (!year)
    refuse(project, {"没有计划年度。请写 year = 2025，或用 --year 2025 给出。", "there is no plan year. Write year = 2025 or give --year 2025."});
  if (*year < 1 || *year > 9998)
    refuse(project, {"计划年度 " + std::to_string(*year) + " 不是年份。请改正。",
                     "the plan year " + std::to_string(*year) + " is no year. Please correct it."});
  if (!setting.total_m2)
    refuse(project,
           {"没有总量。请写 total = { value = 3000, unit = \"mu\" }。", "there is no total. Write total = { value = 3000, unit = \"mu\" }."});
  if (!setting.parks)
    refuse(project, {"没有园区表。请写 parks = \"quota-parks.csv\"。", "there is no table of parks. Write parks = \"quota-parks.csv\"."});
  quota::Plan plan;
  plan.year = *year;
  plan.total_m2 = *setting.total_m2;
  plan.reserve_share = setting.reserve_share;
  plan.rule = setting.rule == "factor" ? quota::Rule::factor : quota::Rule::linked;
  plan.unit_m2 = setting.unit_m2;
  plan.measure = setting.measure;
  return plan;
}

measures::Day day_of(const settings::Project& project, int year) {
  if (project.as_of && project.as_of->year() == year) return *project.as_of;
  return *measures::Day::from_ymd(year, 12, 31);
}

std::filesystem::path seen_from(const settings::Project& project, const std::string& file) {
  return std::filesystem::path(file).is_absolute() ? std::filesystem::path(file) : project.folder / file;
}

// The stock rolled forward between the two ledgers, with what was found wrong on the way. The ledgers stand in the receipt by the ids of their runs.
RollForward between_ledgers(const settings::Project& project, const QuotaOptions& options, QuotaInput& basis) {
  const std::vector<std::string>& ledgers = project.quota->ledgers;
  RollForward result = roll_forward(seen_from(project, ledgers[0]), seen_from(project, ledgers[1]), {options.threads, options.data_folder, {}, {}});
  if (result.to.year() != basis.input.plan.year && result.to.year() + 1 != basis.input.plan.year)
    refuse(project, {"台账 " + ledgers[1] + " 的基准日是 " + result.to.to_iso() + "，与计划年度 " + std::to_string(basis.input.plan.year) +
                         " 对不上：应在该年度或其上一年。",
                     "the ledger " + ledgers[1] + " is of " + result.to.to_iso() + ", which does not go with the plan year " +
                         std::to_string(basis.input.plan.year) + ": it should be of that year or the one before."});
  for (ledger::ReceiptRow& row : result.receipt)
    if (row.key.starts_with("ledger.")) basis.ledgers.push_back(std::move(row));
  for (findings::Finding& finding : result.findings) basis.findings.push_back(std::move(finding));
  for (const std::string& ledger : ledgers) basis.files.push_back(layers::input_file(ledger, seen_from(project, ledger)));
  return result;
}

// What was read is what was counted and what was not.
void check_sources(Quota& quota) {
  QuotaInput& basis = quota.basis;
  Exact disposed, credit, credits;
  for (const auto& park : basis.input.disposed)
    for (const quota::Disposed& each : park) disposed += each.area_m2;
  for (const quota::ParkQuota& park : quota.outcome.parks) credits += park.credit_m2;
  // Row by row, as quota_source has them.
  const quota::Parameters parameters(basis.rules, basis.day);
  const quota::Parameter* k = nullptr;
  for (std::size_t i = 0; i < basis.disposals.size(); ++i) {
    const quota::Disposal& each = basis.disposals[i];
    const bool same = k != nullptr && basis.park_of[i - 1] == basis.park_of[i] && basis.disposals[i - 1].kind == each.kind &&
                      basis.disposals[i - 1].cohort == each.cohort;
    if (!same) k = &parameters.coefficient(each.kind, each.cohort, quota.outcome.parks[basis.park_of[i]].completion);
    credit += k->value * each.area_m2;
  }
  quota.outcome.checks.push_back(
      {"sources_disposed",
       "m²",
       basis.disposed_counted_m2,
       disposed,
       basis.disposed_counted_m2 == disposed,
       {"quota_source 处置面积之和 = 各园区、类别、年份处置面积之和", "Σ land disposed of in quota_source = Σ by park, kind and cohort"}});
  quota.outcome.checks.push_back({"sources_credit",
                                  "m²",
                                  credit,
                                  credits,
                                  credit == credits,
                                  {"quota_source 核定面积之和 = 各园区核定数之和", "Σ credit in quota_source = Σ credit of the parks"}});
}

// What left the stock by an event, as the balance of the two ledgers has it, is what earned and what did not.
void check_ledgers(Quota& quota) {
  const auto& ledgers = quota.basis.ledger_disposals;
  if (!ledgers) return;
  const Exact told = quota.basis.disposed_counted_m2 + quota.basis.disposed_not_counted_m2 + ledgers->not_earning_m2;
  const Exact difference = told - ledgers->in_balance_m2;
  quota.outcome.checks.push_back(
      {"ledgers",
       "m²",
       told,
       ledgers->in_balance_m2,
       difference <= ledgers->allowed_m2 && Exact(0) - difference <= ledgers->allowed_m2,
       {"核定的处置 + 不计的处置 = 两本台账存量平衡中的处置（允许平衡容差）",
        "disposals that earn + those that do not = disposals in the stock balance of the two ledgers (within its tolerance)"}});
}

void check_entries(Quota& quota) {
  Exact in, out, balance;
  for (const quota::Entry& entry : quota.basis.entries.entries) {
    const bool incoming = entry.movement == quota::Movement::grant || entry.movement == quota::Movement::carry;
    (incoming ? in : out) += entry.amount_m2;
  }
  for (const quota::TypeBalance& each : quota.basis.entries.balances) balance += each.balance_m2;
  quota.outcome.checks.push_back({"entries",
                                  "m²",
                                  in - out,
                                  balance,
                                  in - out == balance,
                                  {"指标台账：收入 − 使用 − 核销 = 余额", "typed entries: granted − used − lapsed = balance"}});
}

}  // namespace

void require_quota(const settings::Project& project) {
  if (project.quota) return;
  refuse(project, {"没有这一节，指标无从测算。请在项目文件末尾加上这一节，并按需改动：\n"
                   "  [quota]\n"
                   "  year          = 2025                                  # 计划年度\n"
                   "  total         = { value = 3000, unit = \"mu\" }         # 计划总量\n"
                   "  reserve_share = 0.10                                  # 预留比例\n"
                   "  rule          = \"linked\"                              # linked 增存挂钩，factor 因素法\n"
                   "  parks         = \"指标园区.csv\"                        # 园区：需求、保底等\n"
                   "  ledgers       = [\"2023.gpkg\", \"2024.gpkg\"]          # 处置由两本台账得出；或写 disposals = \"处置.csv\"\n"
                   "  tasks         = \"处置任务.csv\"                        # 可不写\n"
                   "  entries       = \"指标台账.csv\"                        # 可不写",
                   "there is no such section, so there is nothing to work out. Add it at the end of the project file and change what is needed:\n"
                   "  [quota]\n"
                   "  year          = 2025                                  # the plan year\n"
                   "  total         = { value = 3000, unit = \"mu\" }         # the plan's total\n"
                   "  reserve_share = 0.10                                  # kept back before sharing\n"
                   "  rule          = \"linked\"                              # linked to disposal, or factor\n"
                   "  parks         = \"quota-parks.csv\"                     # the parks: demand, floor and so on\n"
                   "  ledgers       = [\"2023.gpkg\", \"2024.gpkg\"]          # disposals from two ledgers; or disposals = \"disposals.csv\"\n"
                   "  tasks         = \"tasks.csv\"                           # optional\n"
                   "  entries       = \"entries.csv\"                         # optional"});
}

QuotaInput read_quota(const settings::Project& project, const QuotaOptions& options) {
  const quota::Plan plan = plan_of(project, options);
  const settings::QuotaSetting& setting = *project.quota;
  QuotaInput basis{.title = project.title,
                   .project_sha256 = project.sha256,
                   .day = day_of(project, plan.year),
                   .rules = load_rules(project, options.data_folder),
                   .not_encoded = load_not_encoded(project, options.data_folder)};
  const Acceptance acceptance = accept_anchors(project, basis.rules, project.as_of.value_or(basis.day));
  basis.accepted_expired = acceptance.anchors;
  basis.findings = acceptance.findings;
  basis.input.plan = plan;

  Pool pool(options.threads);
  layers::Tables tables(project.folder, options.data_folder, pool.workers());
  basis.input.parks = read_quota_parks(tables, *setting.parks, basis.findings);
  ParkPositions positions;
  for (std::size_t i = 0; i < basis.input.parks.size(); ++i) positions.emplace(basis.input.parks[i].id, i);
  if (setting.tasks) basis.input.tasks = read_tasks(tables, *setting.tasks, positions, basis.findings);
  DisposalSorting disposals(positions, plan.year);
  std::string source;
  std::optional<RollForward> ledgers;
  if (setting.disposals) {
    source = setting.disposals->source;
    read_disposals(tables, *setting.disposals, basis.texts, basis.findings, [&](const quota::Disposal& each) { disposals.add(each); });
  } else if (!setting.ledgers.empty()) {
    source = setting.ledgers[1];
    ledgers = between_ledgers(project, options, basis);
    for (const quota::Disposal& each : earning(*ledgers, basis.texts)) disposals.add(each);
  } else if (plan.rule == quota::Rule::linked) {
    refuse(project, {"没有处置。请写 disposals = \"disposals.csv\"，或 ledgers = [\"2023.gpkg\", \"2024.gpkg\"]。",
                     "there are no disposals. Write disposals = \"disposals.csv\", or ledgers = [\"2023.gpkg\", \"2024.gpkg\"]."});
  }
  // The factor rule does without; the factor is then left out, and the step says so.
  disposals.settle(source, pool.workers(), basis);
  if (setting.disposals) note_alike(basis, source, pool.workers());  // what two ledgers give was not typed
  if (ledgers) {
    hold_against_ledgers(*ledgers, setting.parks->source, setting.tasks ? setting.tasks->source : std::string(), basis);
    account_for_disposals(*ledgers, basis);
  }
  if (setting.entries) {
    const std::vector<quota::Entry> entries = read_entries(tables, *setting.entries, positions, basis.findings);
    const quota::Parameters parameters(basis.rules, basis.day);
    const quota::Parameter* carry = parameters.find("quota.carry_years");
    basis.entries = quota::balance(entries, plan.year, carry != nullptr ? std::optional(static_cast<int>(carry->value.to_double())) : std::nullopt);
    note_entries(basis, entries, setting.entries->source);
  }
  note_unknown(basis, setting.parks->source);
  note_rulebook_end(basis, acceptance.anchors);
  if (setting.ledgers.empty()) note_typed(basis, setting.parks->source);
  for (layers::InputFile& file : tables.inputs()) basis.files.push_back(std::move(file));
  return basis;
}

Quota work_out(QuotaInput basis) {
  const quota::Parameters parameters(basis.rules, basis.day);
  Quota quota{std::move(basis), {}, {}, true};
  quota.outcome = quota::derive(quota.basis.input, parameters);
  check_sources(quota);
  check_ledgers(quota);
  check_entries(quota);
  note_parameters(quota.basis, quota.outcome, parameters);
  note_exemptions(quota.basis, quota.outcome);
  findings::sort_and_number(quota.basis.findings, quota.finding_ids);
  quota.identities_hold =
      std::all_of(quota.outcome.checks.begin(), quota.outcome.checks.end(), [](const quota::Check& check) { return check.holds; });
  return quota;
}

void write_quota(const Quota& quota, const std::filesystem::path& path, bool overwrite, unsigned threads) {
  // A quota file has no shapes of its own, and so no system that they could be in.
  ledger::Writer writer(path, overwrite, {"undefined", "NONE", 0, "undefined"}, quota.basis.day);
  Pool pool(threads);
  LedgerTables tables(pool);
  const auto add = [&]<class Row>(std::vector<Row> (*rows)(const Quota&)) { tables.add<Row>([&quota, rows] { return rows(quota); }); };
  add(quota_rows);
  add(quota_step_rows);
  add(quota_round_rows);
  tables.add_in_parts<ledger::QuotaSourceRow>(quota.basis.disposals.size(),
                                              [sources = QuotaSourceRows(quota)](std::size_t i) { return sources.row(i); });
  add(quota_entry_rows);
  add(quota_balance_rows);
  add(quota_check_rows);
  add(quota_park_rows);
  add(quota_task_rows);
  tables.add<ledger::FindingRow>([&] { return finding_rows(quota.basis.findings, quota.finding_ids); });
  tables.add<ledger::RuleRow>([&] { return rule_rows(quota.basis.rules, quota.basis.day); });
  tables.add<ledger::RuleMissingRow>([&] { return rule_missing_rows(quota.basis.not_encoded); });
  tables.add<ledger::RuleDocumentRow>([&] { return rule_document_rows(quota.basis.rules); });
  add(quota_receipt_rows);
  tables.write(writer);
  writer.finish();
}

}  // namespace yongdi::workflow
