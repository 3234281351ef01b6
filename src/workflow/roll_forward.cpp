#include "workflow/roll_forward.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "disposal/balance.hpp"
#include "ledger/open.hpp"
#include "ledger/styles.hpp"
#include "ledger/writer.hpp"
#include "measures/digest.hpp"
#include "supply/account.hpp"
#include "workflow/moved_land.hpp"
#include "workflow/rows.hpp"
#include "workflow/rows_disposal.hpp"
#include "workflow/two_days.hpp"

namespace yongdi::workflow {

namespace {

// Unsupplied land of every approval of the ledger by park.
std::vector<std::vector<disposal::ParkShare>> unsupplied_by_park(const LedgerYear& ledger) {
  std::vector<std::vector<disposal::ParkShare>> result(ledger.approvals.size());
  for (const ledger::UnsuppliedRow& row : ledger.unsupplied) {
    const auto approval = ledger.year.approval_of.find(disposal::approval_key(row.approval_id));
    if (approval != ledger.year.approval_of.end()) result[approval->second].push_back({row.park_id, row.area_m2.value_or(0)});
  }
  return result;
}

// Land of every approval that was withdrawn by the ledger's day and lies in its outline still: what the outline lacks of the approved area is taken
// for the withdrawn land that was drawn out of it. Within the tolerance of areas there is none.
std::vector<double> withdrawn_undrawn(const LedgerYear& ledger) {
  std::vector<double> result(ledger.approvals.size(), 0);
  for (std::size_t i = 0; i < ledger.approvals.size(); ++i) {
    const ledger::ApprovalRow& row = ledger.approvals[i];
    const auto& facts = ledger.year.approvals[i].facts;
    if (!facts || !row.declared_area_m2 || !row.area_m2) continue;
    const auto withdrawn = supply::account(supply::ApprovalFactsReader(*facts).read(facts->rows.front()), {}, ledger.year.day).withdrawn_m2;
    const double left = (withdrawn ? withdrawn->to_double() : 0) - std::max(0.0, *row.declared_area_m2 - *row.area_m2);
    if (left > ledger.tolerance("area_mismatch") * *row.declared_area_m2) result[i] = left;
  }
  return result;
}

std::vector<ledger::ReceiptRow> receipt(const LedgerYear& first, const LedgerYear& second, const TwoDays& days, const Moved& moved) {
  std::vector<ledger::ReceiptRow> rows = {{"program", "yongdi " YONGDI_VERSION}, {"title", second.setting("title")},
                                          {"as_of", second.year.day.to_iso()},   {"from", first.year.day.to_iso()},
                                          {"crs", second.setting("crs")},        {"area_basis", second.setting("area_basis")}};
  for (const auto& [name, ledger] : {std::pair{"first", &first}, {"second", &second}}) {
    rows.push_back({std::string("ledger.") + name, ledger->path.filename().string()});
    for (const char* key : {"run_id", "rulebook", "accepted_expired"})
      if (const std::string value = ledger->setting(key); !value.empty()) rows.push_back({std::string("ledger.") + name + "." + key, value});
  }
  for (const char* key : {"tolerance.sliver_area_m2", "tolerance.sliver_width_m", "tolerance.balance_m2", "tolerance.grid_m"})
    rows.push_back({key, second.setting(key)});
  measures::Digest digest;
  for (const ledger::ReceiptRow& row : rows) digest.add(row.key + "\x1f" + row.value + "\x1e");
  rows.push_back({"run_id", digest.finish()});
  rows.push_back({"count.pieces", std::to_string(days.pieces.size())});
  rows.push_back({"noise_m2", fmt::format("{:.9f}", days.noise_m2)});
  rows.push_back({"overlay_fallbacks", std::to_string(moved.fallbacks)});
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return rows;
}

void say(const Options& options, std::string zh, std::string en, double share) {
  if (options.progress) options.progress({std::move(zh), std::move(en)}, share);
}

}  // namespace

RollForward roll_forward(const std::filesystem::path& first_path, const std::filesystem::path& second_path, const Options& options) {
  Pool pool(options.threads);
  say(options, "读取台账", "reading the ledgers", 0);
  for (const std::filesystem::path& path : {first_path, second_path}) ledger::expect_ledger(path);
  LedgerYear first(first_path, pool), second(second_path, pool);
  require_comparable(first, second);
  say(options, "叠加两个基准日", "laying the two days over each other", 0.3);
  const TwoDays days = lay_over(first, second, pool);

  say(options, "说明每一处变化", "telling what became of the land", 0.7);
  const disposal::Years years{first.year, second.year};
  Moved moved = draw(first, second, disposal::movements(years, days.pieces), pool);
  const auto first_stock = unsupplied_by_park(first);
  disposal::book_reductions(years, first_stock, moved.movements);
  disposal::withhold_paid(years, first_stock, withdrawn_undrawn(first), moved.movements);
  const double balance_m2 = second.tolerance("balance_m2");
  const std::vector<disposal::Line> lines = disposal::balance(days.standing, moved.movements, balance_m2);

  RollForward result;
  result.title = second.setting("title");
  result.from = first.year.day;
  result.to = second.year.day;
  result.first = first_path;
  result.second = second_path;
  result.reference = second.reader.spatial_reference();
  result.disposals = disposal_rows(second, moved);
  result.changes = stock_change_rows(moved, balance_m2);
  result.stock = stock_rows(lines);
  report_grounds(first, second, result.findings);
  report_parks(first, second, result.findings);
  report_movements(first, second, moved, result.findings);
  report_standing(years, result.findings);
  result.balances_close = report_balance(lines, result.findings);
  findings::sort_and_number(result.findings, result.finding_ids);
  for (const findings::Severity severity :
       {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info})
    result.counts[severity] = 0;
  for (const findings::Finding& finding : result.findings) ++result.counts[finding.kind->severity];
  result.receipt = receipt(first, second, days, moved);
  return result;
}

void write_disposals(const RollForward& result, const Options& options, const std::filesystem::path& output, bool overwrite) {
  say(options, "写出处置表", "writing the disposals", 0.95);
  ledger::Writer writer(output, overwrite, result.reference, result.to, ledger::load_styles(options.data_folder / "styles"));
  writer.write(std::span<const ledger::DisposalRow>(result.disposals));
  writer.write(std::span<const ledger::StockChangeRow>(result.changes));
  writer.write(std::span<const ledger::StockRow>(result.stock));
  const std::vector<ledger::FindingRow> findings = finding_rows(result.findings, result.finding_ids);
  writer.write(std::span<const ledger::FindingRow>(findings));
  writer.write(std::span<const ledger::ReceiptRow>(result.receipt));
  writer.finish();
}

measures::Exact exact_area(double m2) {
  constexpr int kDecimals = 4;
  return *measures::Exact::parse(fmt::format("{:.{}f}", m2, kDecimals));
}

std::vector<quota::Disposal> earning(const RollForward& result, facts::Texts& texts) {
  std::vector<quota::Disposal> records;
  for (const ledger::DisposalRow& row : result.disposals) {
    if (row.earns != "yes" || !row.park_id) continue;
    quota::Disposal& record = records.emplace_back();
    record.park = texts.keep(*row.park_id);
    record.subject = texts.keep(row.subject_id);
    record.kind = quota::kind_of(row.kind).value();
    if (row.cohort) record.cohort = static_cast<int>(*row.cohort);
    record.area_m2 = exact_area(row.area_m2.value_or(0));
    record.closed_on = row.closed_on;
    record.document = texts.keep(row.document.value_or(""));
    record.event = texts.keep(row.event);
  }
  return records;
}

}  // namespace yongdi::workflow
