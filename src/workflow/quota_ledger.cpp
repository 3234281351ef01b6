#include "workflow/quota_ledger.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "findings/catalogue.hpp"
#include "ledger/reader.hpp"

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
    if (other_side || size(*park.supply_rate - rate) > kRounding) note("SUPPLY_RATE_DIFFERS", {{"value", percent(*park.supply_rate)}});
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

void hold_tasks(const RollForward& ledgers, const std::string& source, QuotaInput& basis) {
  const measures::Unit& measure = *basis.input.plan.measure;
  const auto figure = [&](const Exact& m2) { return (m2 / measure.factor()).to_string(2); };
  for (quota::Task& task : basis.input.tasks) {
    const Exact stock = stock_of(ledgers, task);
    task.ledger_base_m2 = stock;
    if (size(task.base_m2 - stock) <= kRounding * std::max(task.base_m2, stock)) continue;
    const findings::Text kind = quota::words(task.kind);
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
                               {"on", ledgers.from.to_iso()}},
                              {},
                              {}});
  }
}

}  // namespace

void hold_against_ledgers(const RollForward& ledgers, const std::string& parks_source, const std::string& tasks_source, QuotaInput& basis) {
  hold_rates(ledgers, parks_source, basis);
  hold_tasks(ledgers, tasks_source, basis);
}

}  // namespace yongdi::workflow
