#include "workflow/quota_ledger.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "findings/catalogue.hpp"
#include "ledger/reader.hpp"
#include "quota/derive.hpp"

namespace yongdi::workflow {
namespace {

using ledger::SupplyRateRow;
using measures::Exact;

// People type rates and areas rounded; a thousandth (a tenth of a percentage point, a thousandth of the stock) is no contradiction.
const Exact kRounding = Exact::ratio(1, 1000);
constexpr int kRateDecimals = 8;  // finer than the areas of a ledger resolve

Exact size(const Exact& value) { return value.is_negative() ? Exact(0) - value : value; }

std::string percent(const Exact& share) { return (share * Exact(100)).to_string(2) + " %"; }

// The rate of the approvals of `first`…`last`, from the rows of single years. Empty when anything that belongs to it is not known.
std::optional<Exact> rate_of(const std::vector<SupplyRateRow>& rows, std::int64_t first, std::int64_t last) {
  Exact approved, supplied;
  for (const SupplyRateRow& row : rows) {
    if (row.first_year != row.last_year) {
      // The average counts approvals of no known year as unknown, whichever years it is of.
      std::int64_t own = 0;
      for (const SupplyRateRow& year : rows)
        if (year.first_year == year.last_year && year.first_year >= row.first_year && year.first_year <= row.last_year) own += year.unknown_count;
      if (row.unknown_count > own) return std::nullopt;
    } else if (row.first_year >= first && row.first_year <= last) {
      if (row.unknown_count > 0 || !row.approved_m2 || !row.supplied_m2) return std::nullopt;
      approved += exact_area(*row.approved_m2);
      supplied += exact_area(*row.supplied_m2);
    }
  }
  if (approved.is_zero()) return std::nullopt;
  return Exact::parse((supplied / approved).to_string(kRateDecimals));
}

struct Rates {
  std::string years;  // "2019–2023"
  std::map<std::string, Exact> of;
};

// Of the years before the plan year, as many as the ledger's own average takes.
Rates rates_of(const RollForward& ledgers, int plan_year) {
  std::map<std::string, std::vector<SupplyRateRow>> rows;
  std::int64_t count = 0;
  for (SupplyRateRow& row : ledger::Reader(ledgers.second).all<SupplyRateRow>()) {
    if (!row.park_id) continue;
    count = std::max(count, row.last_year - row.first_year + 1);
    rows[*row.park_id].push_back(std::move(row));
  }
  if (count <= 1) return {};  // no document in force says over how many years
  const std::int64_t first = plan_year - count, last = plan_year - 1;
  Rates rates{std::to_string(first) + "–" + std::to_string(last), {}};
  for (const auto& [park, years] : rows)
    if (const auto rate = rate_of(years, first, last)) rates.of.emplace(park, *rate);
  return rates;
}

void hold_rates(const RollForward& ledgers, const std::string& source, QuotaInput& basis) {
  const Rates rates = rates_of(ledgers, basis.input.plan.year);
  const std::string file = ledgers.second.filename().string();
  const quota::Parameters parameters(basis.rules, basis.day);
  const quota::Parameter* const line = parameters.find("quota.gate.supply_rate_min");
  for (quota::Park& park : basis.input.parks) {
    const auto found = rates.of.find(park.id);
    if (found == rates.of.end()) continue;
    const Exact& rate = found->second;
    park.ledger_supply_rate = rate;
    const auto note = [&](std::string_view code, std::vector<std::pair<std::string, std::string>> values) {
      values.insert(values.end(), {{"other", percent(rate)}, {"file", file}, {"years", rates.years}});
      basis.findings.push_back({&findings::kind(code), {source, {}, {}}, "park", park.id, std::move(values), {}, {}});
    };
    if (!park.supply_rate) {
      park.supply_rate = rate;
      park.supply_rate_from_ledger = true;
      note("SUPPLY_RATE_TAKEN", {});
      continue;
    }
    const bool other_side = line != nullptr && (*park.supply_rate < line->value) != (rate < line->value);
    if (!other_side && size(*park.supply_rate - rate) <= kRounding) continue;
    const bool closes = other_side && rate < line->value;
    note("SUPPLY_RATE_DIFFERS", {{"value", percent(*park.supply_rate)},
                                 {"so_zh", !other_side ? ""
                                           : closes    ? "按台账的数则低于限值，应暂停安排。"
                                                       : "按台账的数则不低于限值，不应暂停。"},
                                 {"so_en", !other_side ? ""
                                           : closes    ? " By the ledger's figure the gate would close."
                                                       : " By the ledger's figure the gate would not close."}});
  }
}

// The stock of the first ledger that a task speaks of.
Exact stock_of(const RollForward& ledgers, const quota::Task& task) {
  Exact sum;
  for (const ledger::StockRow& row : ledgers.stock) {
    if (row.park_id != task.park || quota::kind_of(row.kind) != task.kind) continue;
    const std::optional<int> cohort = row.cohort ? std::optional(static_cast<int>(*row.cohort)) : std::nullopt;
    if (quota::concerns(task, cohort)) sum += exact_area(row.stock_a_m2.value_or(0));
  }
  return sum;
}

// Empty for a park that takes no part.
std::optional<std::size_t> position_of(const QuotaInput& basis, const std::string& park) {
  const auto& parks = basis.input.parks;
  const auto found = std::lower_bound(parks.begin(), parks.end(), park, [](const quota::Park& each, const std::string& id) { return each.id < id; });
  return found != parks.end() && found->id == park ? std::optional(static_cast<std::size_t>(found - parks.begin())) : std::nullopt;
}

void note_paper(const RollForward& ledgers, QuotaInput& basis) {
  std::map<std::string, std::pair<std::uint64_t, Exact>> of;
  for (const auto& [which, area] : basis.ledger_disposals->on_paper) {
    if (!position_of(basis, which.second)) continue;  // told already
    ++of[which.second].first;
    of[which.second].second += area;
  }
  for (const auto& [park, sum] : of)
    basis.findings.push_back({&findings::kind("WITHDRAWN_IN_STOCK"),
                              {ledgers.second.filename().string(), {}, {}},
                              "park",
                              park,
                              {{"count", std::to_string(sum.first)}},
                              sum.second.to_double(),
                              {}});
}

void note_days(const RollForward& ledgers, QuotaInput& basis) {
  const auto year_end = [](measures::Day day) { return day == *measures::Day::from_ymd(day.year(), 12, 31); };
  if (year_end(ledgers.from) && year_end(ledgers.to) && ledgers.from.year() + 1 == ledgers.to.year()) return;
  basis.findings.push_back(
      {&findings::kind("LEDGERS_NOT_A_YEAR"), {}, "quota", "", {{"first", ledgers.from.to_iso()}, {"second", ledgers.to.to_iso()}}, {}, {}});
}

void hold_tasks(const RollForward& ledgers, const std::string& source, QuotaInput& basis) {
  const measures::Unit& measure = *basis.input.plan.measure;
  const auto figure = [&](const Exact& m2) { return (m2 / measure.factor()).to_string(2); };
  for (quota::Task& task : basis.input.tasks) {
    const Exact stock = stock_of(ledgers, task);
    task.ledger_base_m2 = stock;
    if (size(task.base_m2 - stock) <= kRounding * std::max(task.base_m2, stock)) continue;
    const findings::Text kind = quota::words(task.kind);
    const std::vector<quota::Disposed>& disposed = basis.input.disposed.at(position_of(basis, task.park).value());
    quota::Task by_ledger = task;
    by_ledger.base_m2 = stock;
    const bool done = quota::judge(by_ledger, disposed).done, other = done != quota::judge(task, disposed).done;
    basis.findings.push_back({&findings::kind("TASK_BASE_DIFFERS"),
                              {source, {}, {}},
                              "park",
                              task.park,
                              {{"kind_zh", kind.zh},
                               {"kind_en", kind.en},
                               {"value_zh", figure(task.base_m2) + " " + std::string(measure.name_zh)},
                               {"value_en", figure(task.base_m2) + " " + std::string(measure.name)},
                               {"other_zh", figure(stock) + " " + std::string(measure.name_zh)},
                               {"other_en", figure(stock) + " " + std::string(measure.name)},
                               {"file", ledgers.first.filename().string()},
                               {"on", ledgers.from.to_iso()},
                               {"so_zh", !other ? ""
                                         : done ? "按台账的存量则任务已完成。"
                                                : "按台账的存量则任务未完成。"},
                               {"so_en", !other ? ""
                                         : done ? " By the ledger's stock the task is done."
                                                : " By the ledger's stock the task is missed."}},
                              {},
                              {}});
  }
}

}  // namespace

void hold_against_ledgers(const RollForward& ledgers, const std::string& parks_source, const std::string& tasks_source, QuotaInput& basis) {
  hold_rates(ledgers, parks_source, basis);
  hold_tasks(ledgers, tasks_source, basis);
}

void account_for_disposals(const RollForward& ledgers, QuotaInput& basis) {
  const Exact per_row = Exact::ratio(1, 10000);  // to which the area of each is taken (exact_area)
  LedgerDisposals sums;
  std::uint64_t outside = 0;
  double outside_m2 = 0;
  for (const ledger::DisposalRow& row : ledgers.disposals) {
    sums.allowed_m2 += per_row;
    if (row.earns == "yes" && row.park_id) {
      if (row.measured != "geometry") sums.on_paper[{row.subject_id, *row.park_id}] += exact_area(row.area_m2.value_or(0));
      continue;
    }
    sums.not_earning_m2 += exact_area(row.area_m2.value_or(0));
    if (row.park_id) continue;
    ++outside;
    outside_m2 += row.area_m2.value_or(0);
  }
  for (const ledger::StockRow& row : ledgers.stock) {
    sums.in_balance_m2 += exact_area(row.disposed_m2.value_or(0)) + exact_area(row.undrawn_m2.value_or(0));
    sums.allowed_m2 += per_row;
  }
  if (outside > 0)
    basis.findings.push_back({&findings::kind("DISPOSAL_OUTSIDE_PARKS"), {}, "disposal", "", {{"count", std::to_string(outside)}}, outside_m2, {}});
  basis.ledger_disposals = std::move(sums);
  note_paper(ledgers, basis);
  note_days(ledgers, basis);
}

}  // namespace yongdi::workflow
