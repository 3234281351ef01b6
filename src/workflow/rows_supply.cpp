#include <algorithm>
#include <set>

#include "workflow/rows.hpp"
#include "workflow/supply_rates.hpp"

namespace yongdi::workflow {

namespace {

using measures::Exact;

ledger::Number number(const std::optional<Exact>& value) { return value ? ledger::Number(value->to_double()) : std::nullopt; }

// What lies wholly in a park must count wholly there, or a rate exactly at its floor would miss it by the rounding of two sums of areas.
constexpr double kWhole = 1e-9;

std::optional<Exact> part(const std::optional<Exact>& whole, double share) {
  if (!whole || share >= 1 - kWhole) return whole;
  const auto exact = Exact::parse(Exact::from_double(share).value_or(Exact()).to_string(12));
  return exact ? std::optional(*whole * *exact) : std::nullopt;
}

class Rates {
 public:
  explicit Rates(const Run& run) : m_run(run), m_window(rate_window(run)) {}

  void add(std::optional<std::uint32_t> park) {
    const std::vector<supply::Cohort> all = cohorts(m_run, park);
    std::set<int> years;
    for (const supply::Cohort& each : all)
      if (each.year) years.insert(*each.year);
    for (const int year : years) add(park, supply::rate(with_year(all), year, year), year, year, std::nullopt);
    if (m_window) add(park, supply::rate(all, m_window->first, m_window->second), m_window->first, m_window->second, m_run.supply_terms.rate_floor);
  }

  std::vector<ledger::SupplyRateRow> rows;

 private:
  // An approval whose year nobody knows is no reason to doubt every single year; it stands in the average, which is what decides.
  static std::vector<supply::Cohort> with_year(std::vector<supply::Cohort> all) {
    std::erase_if(all, [](const supply::Cohort& each) { return !each.year; });
    return all;
  }

  void add(std::optional<std::uint32_t> park, const supply::Rate& rate, int first, int last, const std::optional<Exact>& floor) {
    ledger::SupplyRateRow& row = rows.emplace_back();
    row.scope = park ? "park" : "all";
    if (park) row.park_id = m_run.cadastre.parks.features[*park].id;
    row.period = first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
    row.first_year = first;
    row.last_year = last;
    row.approvals = static_cast<std::int64_t>(rate.approvals);
    row.unknown_count = static_cast<std::int64_t>(rate.unknown);
    row.approved_m2 = rate.approved_m2.to_double();
    row.supplied_m2 = rate.supplied_m2.to_double();
    row.over_supplied_m2 = rate.over_supplied_m2.to_double();
    row.unsupplied_m2 = rate.unsupplied_m2.to_double();
    row.supply_rate = number(rate.value);
    row.low = number(rate.low);
    row.high = number(rate.high);
    if (first == last) return;
    row.floor = number(floor);
    // Where nothing was approved there is no rate that could fall short.
    const bool nothing = rate.approvals == 0 && rate.unknown == 0;
    const auto reaches = [&](const supply::Rate& counted) { return nothing ? "n/a" : std::string(measures::to_text(supply::reaches(counted, floor))); };
    row.reaches_floor = reaches(rate);
    row.reaches_within = reaches(supply::within_approved(rate));
  }

  const Run& m_run;
  std::optional<std::pair<int, int>> m_window;
};

std::string joined(const std::vector<std::string_view>& names) {
  std::string result;
  for (const std::string_view name : names) result += (result.empty() ? "" : ",") + std::string(name);
  return result;
}

}  // namespace

std::optional<std::pair<int, int>> rate_window(const Run& run) {
  if (!run.supply_terms.rate_window_years) return std::nullopt;
  const int year = run.as_of.year();
  return std::pair(year - *run.supply_terms.rate_window_years, year - 1);
}

std::vector<supply::Cohort> cohorts(const Run& run, std::optional<std::uint32_t> park) {
  std::vector<supply::Cohort> result;
  for (std::size_t i = 0; i < run.approvals.size(); ++i) {
    if (!run.claims.approvals[i].exists) continue;
    const ApprovalFigures& figures = run.approvals[i];
    double share = 1;
    if (park) {
      const inventory::ApprovalLand& land = run.inventory.account.approvals[i];
      const auto inside = std::find_if(land.parks.begin(), land.parks.end(), [&](const inventory::Share& each) { return each.index == *park; });
      if (inside == land.parks.end()) continue;
      share = inside->area_m2 / land.area_m2();
    }
    // An area that is not above zero is a defect, not an area.
    const std::optional<Exact>& declared = figures.facts.approved_area;
    const std::optional<Exact> approved = declared && *declared > Exact(0) ? declared : std::nullopt;
    result.push_back({figures.account.cohort, part(approved, share), part(figures.account.supplied_m2, share), part(figures.account.unsupplied_m2, share)});
  }
  return result;
}

std::vector<ledger::SupplyRateRow> supply_rate_rows(const Run& run) {
  if (!run.cadastre.has_approvals) return {};  // not assessed
  Rates rates(run);
  rates.add(std::nullopt);
  for (std::uint32_t park = 0; park < run.parks->size(); ++park) rates.add(park);
  return std::move(rates.rows);
}

std::vector<ledger::IdleOptionRow> idle_option_rows(const Run& run) {
  std::vector<ledger::IdleOptionRow> rows;
  for (std::size_t i = 0; i < run.parcels.size(); ++i)
    for (const idle::OptionCheck& check : run.parcels[i].options) {
      std::vector<std::string_view> bars;
      for (const idle::Bar bar : check.barred_by) bars.push_back(to_text(bar));
      const std::string barred_by = joined(bars), missing = joined(check.missing);
      rows.push_back({run.cadastre.parcels.features[i].id, std::string(to_text(check.option)), std::string(measures::to_text(check.open)),
                      barred_by.empty() ? ledger::Text() : barred_by, missing.empty() ? ledger::Text() : missing, check.latest_on,
                      check.restarts_clock ? "yes" : "no"});
    }
  return rows;
}

}  // namespace yongdi::workflow
