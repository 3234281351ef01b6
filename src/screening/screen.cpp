#include "screening/screen.hpp"

#include <algorithm>
#include <array>

namespace yongdi::screening {
namespace {

using measures::Certainty;
using measures::Day;
using measures::Exact;

constexpr std::string_view kTopic = "inefficient", kContract = "contract";

// Full years after a day, complete on the day after the anniversary unless the rulebook says otherwise.
Certainty full(const std::optional<Day>& since, std::optional<int> years, const Thresholds& thresholds, const Thresholds::Place& place, Day as_of) {
  if (!since || !years) return Certainty::unknown;
  const bool on_day = thresholds.whole("year_complete_on_anniversary", place).value_or(0) != 0;
  const Day anniversary = since->anniversary(*years);
  return measures::certain(on_day ? as_of >= anniversary : as_of > anniversary);
}

std::optional<Exact> quotient(const Share& share) {
  return share.part && share.whole && !share.whole->is_zero() ? std::optional(*share.part / *share.whole) : std::nullopt;
}

std::optional<double> printed(const std::optional<Exact>& value) { return value ? std::optional(value->to_double()) : std::nullopt; }

class Screening {
 public:
  Screening(const Facts& facts, const Thresholds& thresholds, const Thresholds::Place& place, Day as_of)
      : m_facts(facts), m_thresholds(thresholds), m_place(place), m_as_of(as_of) {}

  Screened run(const Rated& rated, const std::optional<Exact>& mean_tax_per_mu) {
    m_result.not_rated = rated.reason;
    m_result.rating_unsure = rated.unsure;
    m_result.missing = rated.missing;
    if (rated.reason != NotRated::no) return std::move(m_result);
    plot_ratio();
    coefficient();
    investment();
    tax(mean_tax_per_mu);
    production();
    admin();
    rating();
    decide();
    return std::move(m_result);
  }

 private:
  void miss(std::string_view field) {
    if (std::find(m_result.missing.begin(), m_result.missing.end(), field) == m_result.missing.end()) m_result.missing.push_back(field);
  }

  void add(std::string_view name, const std::optional<Exact>& value, const std::optional<Exact>& line, Comparison comparison, std::string_view unit, findings::Text origin,
           std::string_view field) {
    Certainty met = Certainty::unknown;
    if (value && line) met = measures::certain(comparison == Comparison::below ? *value < *line : *value > *line);
    if (!value) miss(field);
    m_result.tests.push_back({kTopic, name, printed(value), printed(line), comparison, unit, met, {}, std::move(origin)});
  }
  void does_not_apply(std::string_view name, std::string_view unit, Comparison comparison, const Threshold& line) {
    m_result.tests.push_back({kTopic, name, {}, printed(line.value), comparison, unit, {}, {}, line.origin});
  }

  // The contract's own ratio; where the park sets one, the smaller of the two; the default only where neither does.
  void plot_ratio() {
    const Threshold park = m_thresholds.find("screen.plot_ratio_min", m_place);
    std::optional<Exact> line = park.value;
    findings::Text origin = park.origin;
    if (m_facts.plot_ratio_agreed && (!park.own || *m_facts.plot_ratio_agreed < *park.value)) {
      line = m_facts.plot_ratio_agreed;
      origin = {std::string(kContract), std::string(kContract)};
    }
    add("plot_ratio", quotient(m_facts.plot_ratio), line, Comparison::below, "1", std::move(origin), "floor_area");
  }

  // The national figure differs by edition, hence by the day of the contract; the default serves where no table reaches back so far.
  void coefficient() {
    const Threshold park = m_thresholds.find("screen.building_coefficient_min", m_place);
    const bool by_table = m_facts.coefficient_standard.has_value() && !park.own;
    add("building_coefficient", quotient(m_facts.coefficient), by_table ? m_facts.coefficient_standard : park.value, Comparison::below, "1",
        by_table ? findings::Text{m_facts.coefficient_origin, m_facts.coefficient_origin} : park.origin, "yard_area");
  }

  void investment() {
    const Threshold line = m_thresholds.find("screen.investment_share_min", m_place);
    const auto years = m_thresholds.whole("screen.investment_after_years", m_place);
    if (!m_facts.investment_agreed || m_facts.investment_agreed->is_zero() || full(m_facts.finished_on, years, m_thresholds, m_place, m_as_of) != Certainty::yes)
      return does_not_apply("investment", "1", Comparison::below, line);
    add("investment", quotient({m_facts.investment, m_facts.investment_agreed}), line.value, Comparison::below, "1", line.origin, "fixed_investment");
  }

  void tax(const std::optional<Exact>& mean_per_mu) {
    const Threshold share = m_thresholds.find("screen.tax_share_of_mean_min", m_place);
    const auto line = share.value && mean_per_mu ? std::optional(*share.value * *mean_per_mu) : std::nullopt;
    // The parameter is a share of the mean, no tax: without a mean there is no threshold to show.
    if (!mean_per_mu && m_facts.tax_per_mu) return does_not_apply("tax", "万元/亩", Comparison::below, {{}, share.origin, share.status, share.own});
    add("tax", m_facts.tax_per_mu, line, Comparison::below, "万元/亩", share.origin, "tax");
  }

  // A register that keeps the column says by a blank that production goes on; one that does not keep it says nothing, and the test is left out.
  void production() {
    const Threshold line = m_thresholds.find("screen.production_stop_years", m_place);
    if (!m_facts.production_recorded) return does_not_apply("production", "year", Comparison::at_least, line);
    Certainty met = Certainty::no;
    if (m_facts.production_stopped_on && *m_facts.production_stopped_on <= m_as_of)
      met = full(m_facts.production_stopped_on, m_thresholds.whole("screen.production_stop_years", m_place), m_thresholds, m_place, m_as_of);
    m_result.tests.push_back({kTopic, "production", {}, printed(line.value), Comparison::at_least, "year", met, {}, line.origin});
  }

  void admin() {
    const Threshold line = m_facts.rental_approved ? m_thresholds.find("screen.admin_share_max_approved", m_place) : m_thresholds.find("screen.admin_share_max", m_place);
    add("admin_share", quotient(m_facts.admin), line.value, Comparison::above, "1", line.origin, "admin_area");
  }

  void rating() {
    const Threshold years = m_thresholds.find("screen.worst_rating_years", m_place);
    if (!m_facts.rating_recorded) return does_not_apply("rating", "year", Comparison::at_least, years);
    const auto worst = [](const std::string& rating) { return rating.empty() ? Certainty::unknown : measures::certain(rating == "D"); };
    const std::array recorded = {std::pair{std::string_view("rating"), worst(m_facts.rating)}, std::pair{std::string_view("rating_before"), worst(m_facts.rating_before)}};
    const auto asked = static_cast<std::size_t>(m_thresholds.whole("screen.worst_rating_years", m_place).value_or(0));
    // Of a run longer than the years on record nobody can say that it is full, only that it was broken.
    Certainty met = years.value && asked <= recorded.size() ? Certainty::yes : Certainty::unknown;
    for (std::size_t year = 0; year < std::min(asked, recorded.size()); ++year) met = measures::both(met, recorded.at(year).second);
    if (met == Certainty::unknown)
      for (std::size_t year = 0; year < std::min(asked, recorded.size()); ++year)
        if (recorded.at(year).second == Certainty::unknown) miss(recorded.at(year).first);
    m_result.tests.push_back({kTopic, "rating", {}, printed(years.value), Comparison::at_least, "year", met, {}, years.origin});
  }

  void decide() {
    const auto count = [&](Certainty answer) {
      return static_cast<int>(std::count_if(m_result.tests.begin(), m_result.tests.end(), [&](const Test& test) { return test.met == answer; }));
    };
    const int met = count(Certainty::yes), open = count(Certainty::unknown);
    const auto needed = m_thresholds.whole("screen.tests_for_inefficient", m_place), watched = m_thresholds.whole("screen.tests_for_watch", m_place);
    m_result.inefficient = Certainty::unknown;
    m_result.grade = Grade::open;
    if (!needed || !watched) return;
    if (met >= *needed) {
      m_result.grade = Grade::suspected;
      m_result.inefficient = m_result.rating_unsure ? Certainty::unknown : Certainty::yes;
      return;
    }
    if (met + open < *needed) m_result.inefficient = Certainty::no;
    if (met + open < *watched)
      m_result.grade = Grade::none;
    else if (met >= *watched && met + open < *needed)
      m_result.grade = Grade::watch;
  }

  const Facts& m_facts;
  const Thresholds& m_thresholds;
  const Thresholds::Place& m_place;
  Day m_as_of;
  Screened m_result;
};

}  // namespace

std::string_view to_text(NotRated reason) {
  constexpr std::array<std::string_view, 10> kNames = {"",        "future",     "idle",    "not_industrial", "utility", "recent_delivery", "before_completion",
                                                       "relocation", "startup", "other"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view to_text(Grade grade) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "watch", "suspected", "open"};
  return kNames[static_cast<std::size_t>(grade)];
}

FactsReader::FactsReader(const facts::Table& parcels)
    : m_contract_on(parcels, "contract_on"),
      m_delivered_on(parcels, "delivered_on"),
      m_finish_due(parcels, "finish_due"),
      m_finished_on(parcels, "finished_on"),
      m_production_stopped_on(parcels, "production_stopped_on"),
      m_plot_ratio_min(parcels, "plot_ratio_min"),
      m_investment(parcels, "fixed_investment"),
      m_investment_agreed(parcels, "fixed_investment_contract"),
      m_rating(parcels, "rating"),
      m_rating_before(parcels, "rating_before"),
      m_rental(parcels, "rental_housing_approved"),
      m_exempt(parcels, "not_rated") {}

Facts FactsReader::read(const facts::Row& row) const {
  const auto text = [&](const facts::Column& column) {
    const std::string* value = column.text(row);
    return value != nullptr ? *value : std::string();
  };
  Facts facts;
  facts.contract_on = m_contract_on.day(row);
  facts.delivered_on = m_delivered_on.day(row);
  facts.finish_due = m_finish_due.day(row);
  facts.finished_on = m_finished_on.day(row);
  facts.production_stopped_on = m_production_stopped_on.day(row);
  facts.production_recorded = m_production_stopped_on.present();
  facts.rating_recorded = m_rating.present() && m_rating_before.present();
  facts.plot_ratio_agreed = m_plot_ratio_min.exact(row);
  facts.investment = m_investment.exact(row);
  facts.investment_agreed = m_investment_agreed.exact(row);
  facts.rating = text(m_rating);
  facts.rating_before = text(m_rating_before);
  facts.rental_approved = text(m_rental) == "yes";
  facts.exempt = text(m_exempt);
  return facts;
}

Rated is_rated(const Facts& facts, const Thresholds& thresholds, const Thresholds::Place& place, Day as_of) {
  if (facts.future) return {NotRated::future, false, {}};
  if (facts.idle == Certainty::yes) return {NotRated::idle, false, {}};
  if (facts.utility || facts.exempt == "utility") return {NotRated::utility, false, {}};
  if (facts.exempt == "relocation") return {NotRated::relocation, false, {}};
  if (facts.exempt == "startup") return {NotRated::startup, false, {}};
  if (!facts.exempt.empty()) return {NotRated::other, false, {}};
  if (facts.industrial == Certainty::no) return {NotRated::not_industrial, false, {}};
  Rated rated;
  const auto doubt = [&](std::string_view field) {
    rated.unsure = true;
    rated.missing.push_back(field);
  };
  if (facts.industrial == Certainty::unknown) doubt("land_use");
  // Land was delivered on the day of its contract at the earliest.
  const auto years = thresholds.whole("screen.not_rated_years_after_delivery", place);
  const Certainty settled = full(facts.delivered_on ? facts.delivered_on : facts.contract_on, years, thresholds, place, as_of);
  if (settled == Certainty::no) return {NotRated::recent_delivery, false, {}};
  if (settled == Certainty::unknown) doubt("delivered_on");
  const bool finished = facts.finished_on && *facts.finished_on <= as_of;
  if (facts.finish_due ? as_of <= *facts.finish_due : false) return {NotRated::before_completion, false, {}};
  if (!facts.finish_due && !finished) doubt("finish_due");
  if (facts.idle == Certainty::unknown) rated.unsure = true;
  return rated;
}

Screened screen(const Facts& facts, const Rated& rated, const std::optional<Exact>& mean_tax_per_mu, const Thresholds& thresholds, const Thresholds::Place& place,
                Day as_of) {
  return Screening(facts, thresholds, place, as_of).run(rated, mean_tax_per_mu);
}

}  // namespace yongdi::screening
