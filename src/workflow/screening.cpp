// Screens the parcels: what each says of itself, the land and limits that the overlay and the tables add, and the mean of its park.
#include <algorithm>
#include <map>

#include "findings/catalogue.hpp"
#include "screening/shares.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

using measures::Certainty;
using measures::Exact;

constexpr std::int64_t kSquareMetresPer3Mu = 2000;  // 1 mu is 2000/3 m²

Certainty idle(const idle::Verdict& verdict) {
  switch (verdict.idle) {
    case idle::Idle::yes:
      return Certainty::yes;
    case idle::Idle::unknown:
      return Certainty::unknown;
    default:
      return Certainty::no;
  }
}

screening::Share share(const intensity::Ratio& ratio) { return {ratio.part, ratio.whole}; }

// The limit that a table sets, whether or not a contract goes before it.
const intensity::Limit* standard(const Run& run, const intensity::Site& site, intensity::Measure measure) {
  return run.limits.table.find(measure, intensity::Bound::min, intensity::Force::binding, site).limit;
}

class Screens {
 public:
  Screens(Run& run, const std::vector<intensity::Ratios>& ratios)
      : m_run(run),
        m_ratios(ratios),
        m_table(run.cadastre.parcels.table),
        m_sites(run),
        m_facts(m_table),
        m_level(run.cadastre.parks.table, "level"),
        m_use(m_table, "land_use"),
        m_spending(m_table, "rd_spending"),
        m_revenue(m_table, "revenue"),
        m_case_by_case(m_table, "case_by_case"),
        m_thresholds(run.rules, run.as_of, run.thresholds.rows) {}

  void run_research() {
    for (std::size_t i = 0; i < m_run.parcels.size(); ++i) research(i);
  }

  void run() {
    std::vector<screening::Facts> facts;
    std::vector<screening::Rated> rated;
    std::vector<intensity::Site> sites;
    std::map<std::uint32_t, std::pair<Exact, Exact>> of_park;  // tax, land of rated parcels
    for (std::size_t i = 0; i < m_run.parcels.size(); ++i) {
      sites.push_back(m_sites.read(i));
      facts.push_back(facts_of(i, sites.back()));
      rated.push_back(is_rated(facts.back(), m_thresholds, place(i, sites.back()), m_run.as_of));
      const intensity::Ratio& tax = ratio(i, intensity::Measure::tax_intensity);
      const auto park = main_park(m_run, i);
      if (!park || rated.back().reason != screening::NotRated::no || rated.back().unsure || !tax.part || !tax.whole) continue;
      of_park[*park].first += *tax.part;
      of_park[*park].second += *tax.whole;
    }
    for (std::size_t i = 0; i < m_run.parcels.size(); ++i) {
      std::optional<Exact> mean;
      if (const auto park = main_park(m_run, i); park && of_park.count(*park) != 0) mean = per_mu(of_park[*park].first, of_park[*park].second);
      const auto where = place(i, sites[i]);
      ParcelFigures& figures = m_run.parcels[i];
      figures.screened = screen(facts[i], rated[i], mean, m_thresholds, where, m_run.as_of);
      if (figures.screened->not_rated == screening::NotRated::no || figures.screened->not_rated == screening::NotRated::idle) supporting(i, facts[i], where);
    }
  }

 private:
  static std::optional<Exact> per_mu(const Exact& amount, const Exact& area_m2) {
    if (area_m2 <= Exact()) return std::nullopt;
    return amount / area_m2 * Exact::ratio(kSquareMetresPer3Mu, 3);
  }

  [[nodiscard]] const intensity::Ratio& ratio(std::size_t parcel, intensity::Measure measure) const {
    return m_ratios[parcel][static_cast<std::size_t>(measure)];
  }

  screening::Thresholds::Place place(std::size_t, const intensity::Site& site) const { return {site.places, site.industry}; }

  screening::Facts facts_of(std::size_t i, const intensity::Site& site) const {
    const ParcelFigures& figures = m_run.parcels[i];
    screening::Facts facts = m_facts.read(m_table.rows[i]);
    facts.industrial = site.industrial;
    facts.idle = idle(figures.verdict);
    facts.future = figures.verdict.stage == idle::Stage::future;
    facts.industry = site.industry;
    facts.utility = intensity::is_utility(site.industry);
    facts.plot_ratio = share(ratio(i, intensity::Measure::plot_ratio));
    facts.coefficient = share(ratio(i, intensity::Measure::building_coefficient));
    facts.admin = share(ratio(i, intensity::Measure::admin_land_share));
    if (const intensity::Limit* limit = standard(m_run, site, intensity::Measure::building_coefficient)) {
      facts.coefficient_standard = limit->value;
      facts.coefficient_origin = limit->document;
    }
    const intensity::Ratio& tax = ratio(i, intensity::Measure::tax_intensity);
    if (tax.part && tax.whole) facts.tax_per_mu = per_mu(*tax.part, *tax.whole);
    return facts;
  }

  void supporting(std::size_t i, const screening::Facts& facts, const screening::Thresholds::Place& where) {
    if (facts.industrial != Certainty::yes) return;
    const std::string* use = m_use.text(m_table.rows[i]);
    screening::SupportingFacts shares;
    shares.land = share(ratio(i, intensity::Measure::admin_land_share));
    shares.floor = share(ratio(i, intensity::Measure::admin_floor_share));
    shares.rental_approved = facts.rental_approved;
    shares.new_industry = use != nullptr && (use->find("新型产业") != std::string::npos || use->find("M0") != std::string::npos);
    for (screening::Test& test : screening::supporting(shares, m_thresholds, where)) m_run.parcels[i].tests.push_back(std::move(test));
  }

  void research(std::size_t i) {
    if (m_run.parcels[i].verdict.stage == idle::Stage::future) return;
    const facts::Row& row = m_table.rows[i];
    const screening::Facts own = m_facts.read(row);
    screening::ResearchFacts facts;
    for (auto park = main_park(m_run, i); park && facts.level.empty(); park = m_run.parks->parent(*park))
      if (const std::string* level = m_level.text(m_run.cadastre.parks.table.rows[*park])) facts.level = *level;
    facts.contract_on = own.contract_on;
    facts.finished_on = own.finished_on;
    facts.spending = m_spending.exact(row);
    facts.revenue = m_revenue.exact(row);
    facts.recorded = m_spending.present();
    const std::string* exempt = m_case_by_case.text(row);
    facts.case_by_case = exempt != nullptr && *exempt == "yes";
    if (auto test = screening::research(facts, m_run.rules, m_run.as_of)) m_run.parcels[i].tests.push_back(std::move(*test));
  }

  Run& m_run;
  const std::vector<intensity::Ratios>& m_ratios;  // of every parcel, where a screen was asked for
  const facts::Table& m_table;
  SiteReader m_sites;
  screening::FactsReader m_facts;
  facts::Column m_level, m_use, m_spending, m_revenue, m_case_by_case;
  screening::Thresholds m_thresholds;
};

}  // namespace

bool screen_everything(Run& run, const std::vector<intensity::Ratios>& ratios) {
  Screens screens(run, ratios);
  screens.run_research();
  if (!run.project.screening) return false;
  screens.run();
  bool changed = false;
  for (std::size_t i = 0; i < run.parcels.size(); ++i)
    if (run.parcels[i].screened->inefficient == Certainty::yes && run.claims.parcels[i].land_class > inventory::LandClass::undecided) {
      run.claims.parcels[i].land_class = inventory::LandClass::inefficient;
      changed = true;
    }
  return changed;
}

void check_screening(Run& run) {
  // A threshold for a park that is not in the layer decides nothing, and nobody would notice.
  for (const screening::Override& each : run.thresholds.rows)
    if (!each.park.empty() && !run.cadastre.parks.find(each.park))
      run.findings.push_back({&findings::kind("THRESHOLD_UNUSED"), {each.table, each.row, "park"}, "park", each.park, {{"value", each.park}, {"other", each.parameter}}, {}, {}});
  std::size_t suspected = 0, watched = 0;
  double area_m2 = 0;
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    if (!run.parcels[i].screened) continue;
    suspected += run.parcels[i].screened->grade == screening::Grade::suspected ? 1U : 0U;
    watched += run.parcels[i].screened->grade == screening::Grade::watch ? 1U : 0U;
    if (run.parcels[i].screened->inefficient == Certainty::yes) area_m2 += run.area_m2(run.cadastre.parcels.features[i]).value_or(0);
  }
  if (suspected + watched > 0)
    run.findings.push_back({&findings::kind("INEFFICIENT_SUSPECTED"), {}, "parcels", {}, {{"count", std::to_string(suspected)}, {"other", std::to_string(watched)}}, area_m2, {}});
}

}  // namespace yongdi::workflow
