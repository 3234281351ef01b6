#include <algorithm>

#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

ledger::Text text(const facts::Column& column, const facts::Row& row) {
  const std::string* value = column.text(row);
  return value != nullptr ? ledger::Text(*value) : std::nullopt;
}

ledger::Text filled(const std::string& value) { return value.empty() ? ledger::Text() : value; }

ledger::Number number(const std::optional<measures::Exact>& value) { return value ? ledger::Number(value->to_double()) : std::nullopt; }

template <class Enum>
ledger::Text word(const std::optional<Enum>& value) {
  return value ? ledger::Text(std::string(to_text(*value))) : std::nullopt;
}

// Whether a limit is kept: no limit, nothing to say.
ledger::Text kept(const std::optional<measures::Certainty>& value) { return value ? std::string(measures::to_text(*value)) : std::string("n/a"); }

ledger::Text joined(std::initializer_list<const std::vector<std::string_view>*> lists) {
  std::vector<std::string_view> names;
  for (const auto* list : lists)
    for (const std::string_view name : list != nullptr ? *list : std::vector<std::string_view>())
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  std::string result;
  for (const std::string_view name : names) result += (result.empty() ? "" : ",") + std::string(name);
  return result.empty() ? ledger::Text() : result;
}

void add_verdict(ledger::ParcelRow& row, const ParcelFigures& figures, measures::Day as_of) {
  const idle::Verdict& verdict = figures.verdict;
  row.stage = to_text(verdict.stage);
  row.idle = to_text(verdict.idle);
  row.idle_class = word(verdict.idle_class);
  if (verdict.idle == idle::Idle::yes) row.determination = figures.determined ? "determined" : "suspected";
  row.start_due = verdict.start_due;
  row.start_due_basis = std::string(to_text(verdict.start_due_basis));
  row.idle_since = verdict.idle_since;
  row.idle_days = verdict.idle_days;
  row.overdue_days = verdict.overdue_days;
  row.overdue_days_net = verdict.overdue_days_net;
  row.cause_days = verdict.cause_days;
  row.idle_class_net = word(verdict.class_net);
  row.cause_state = word(verdict.cause_state);
  row.cause = figures.cause;
  row.route = word(verdict.route);
  row.fee_wan_yuan = number(verdict.fee_wan_yuan);
  row.next_class = word(verdict.next_class);
  row.next_on = verdict.next_on;
  if (verdict.next_on) row.next_in_days = *verdict.next_on - as_of;
  row.notice_due = figures.deadlines.notice_due;
  row.reply_due = figures.deadlines.reply_due;
  row.payment_due = figures.deadlines.payment_due;
}

// The binding limit, whoever set it.
ledger::Number required(const intensity::ParcelIndicators& indicators, intensity::Measure measure, intensity::Bound bound) {
  for (const intensity::Compared& each : indicators.compared.limits)
    if (each.measure == measure && each.bound == bound && each.force == intensity::Force::binding) return each.required.to_double();
  return {};
}

void add_indicators(ledger::ParcelRow& row, const intensity::ParcelIndicators& indicators, const intensity::ParcelFacts& facts) {
  row.floor_area_m2 = indicators.floor_area_m2;
  row.floor_basis = word(indicators.floor_basis);
  row.footprint_m2 = indicators.footprint_m2;
  row.plot_ratio = indicators.plot_ratio;
  using intensity::Bound, intensity::Measure;
  row.plot_ratio_min_required = required(indicators, Measure::plot_ratio, Bound::min);
  row.plot_ratio_max_allowed = required(indicators, Measure::plot_ratio, Bound::max);
  row.plot_ratio_min_declared = number(facts.plot_ratio_min);
  row.plot_ratio_max_declared = number(facts.plot_ratio_max);
  row.plot_ratio_ok = kept(indicators.compared.plot_ratio);
  row.building_density = indicators.building_density;
  row.building_coefficient = indicators.building_coefficient;
  row.building_coefficient_min_required = required(indicators, Measure::building_coefficient, Bound::min);
  row.building_coefficient_min_declared = number(facts.building_coefficient_min);
  row.building_coefficient_ok = kept(indicators.compared.coefficient);
  row.fixed_investment_wan_yuan = indicators.fixed_investment_wan_yuan;
  row.investment_intensity_wan_per_ha = indicators.investment_intensity_wan_per_ha;
  row.investment_min_required_wan_per_ha = required(indicators, Measure::investment_intensity, Bound::min);
  row.investment_min_declared_wan_per_ha = indicators.investment_declared_wan_per_ha;
  row.investment_ok = kept(indicators.compared.investment);
  if (indicators.compared.weakest) row.limit_status = std::string(to_text(*indicators.compared.weakest));
  row.area_basis = word(indicators.area_basis);
}

void add_screening(ledger::ParcelRow& row, const std::optional<screening::Screened>& screened) {
  row.inefficient = screened && screened->inefficient ? std::string(measures::to_text(*screened->inefficient)) : "n/a";
  if (!screened) return;
  if (screened->not_rated == screening::NotRated::no)
    row.inefficient_grade = std::string(to_text(screened->grade));
  else
    row.not_rated = std::string(to_text(screened->not_rated));
}

std::string_view valid_text(cadastre::Valid valid) {
  return valid == cadastre::Valid::yes ? "yes" : valid == cadastre::Valid::repaired ? "repaired" : "no";
}

}  // namespace

std::optional<std::uint32_t> main_park(const Run& run, std::size_t parcel) {
  std::optional<std::uint32_t> best;
  double most = 0;
  for (const inventory::Share& share : run.inventory.account.parcels[parcel].held)
    if (share.area_m2 > most) {
      best = share.index;
      most = share.area_m2;
    }
  return best;
}

ParcelRows::ParcelRows(const Run& run)
    : m_run(run),
      m_name(run.cadastre.parcels.table, "name"),
      m_holder(run.cadastre.parcels.table, "holder"),
      m_declared(run.cadastre.parcels.table, "area"),
      m_limits(run.cadastre.parcels.table) {}

ledger::ParcelRow ParcelRows::row(std::size_t i) const {
  const cadastre::Layer& layer = m_run.cadastre.parcels;
  const cadastre::Feature& feature = layer.features[i];
  const facts::Row& facts = layer.table.rows[i];
  ledger::ParcelRow row;
  row.parcel_id = feature.id;
  row.name = text(m_name, facts);
  row.holder = text(m_holder, facts);
  row.valid = valid_text(feature.valid);
  row.declared_area_m2 = number(m_declared.exact(facts));
  if (const auto area_m2 = m_run.area_m2(feature)) {
    row.area_m2 = area_m2;
    row.area_plane_m2 = feature.plane_m2;
    row.area_ellipsoid_m2 = feature.ellipsoid_m2;
    row.in_parks_m2 = m_run.inventory.account.parcels[i].in_parks_m2;
  }
  if (const auto park = main_park(m_run, i)) row.park_id = m_run.cadastre.parks.features[*park].id;
  add_verdict(row, m_run.parcels[i], m_run.as_of);
  add_indicators(row, m_run.parcels[i].indicators, m_limits.read(facts));
  add_screening(row, m_run.parcels[i].screened);
  row.missing = joined({&m_run.parcels[i].verdict.missing, &m_run.parcels[i].indicators.missing,
                        m_run.parcels[i].screened ? &m_run.parcels[i].screened->missing : nullptr});
  if (!feature.shape.empty()) row.shape_wkb = geometry::to_wkb(feature.shape);
  return row;
}

std::vector<ledger::ParcelLimitRow> parcel_limit_rows(const Run& run) {
  std::vector<ledger::ParcelLimitRow> rows;
  for (std::size_t i = 0; i < run.parcels.size(); ++i)
    for (const intensity::Compared& each : run.parcels[i].indicators.compared.limits) {
      ledger::ParcelLimitRow& row = rows.emplace_back();
      row.parcel_id = run.cadastre.parcels.features[i].id;
      row.indicator = to_text(each.measure);
      row.bound = to_text(each.bound);
      row.force = to_text(each.force);
      row.set_by = to_text(each.limit != nullptr ? each.limit->origin : intensity::Origin::contract);
      row.required = each.required.to_double();
      row.declared = number(each.declared);
      row.actual = each.actual;
      row.unit = unit(each.measure);
      row.kept = *kept(each.kept);
      if (each.limit == nullptr) continue;
      const intensity::Limit& limit = *each.limit;
      row.document = limit.document;
      row.edition = filled(limit.edition);
      row.industry = filled(limit.industry);
      row.industry_edition = filled(limit.industry_edition);
      row.land_class = filled(limit.land_class);
      row.place = filled(limit.place);
      row.status = std::string(to_text(limit.status));
      row.source = limit.table;
      row.row = limit.row;
    }
  return rows;
}

std::vector<ledger::ParcelScreenRow> parcel_screen_rows(const Run& run) {
  std::vector<ledger::ParcelScreenRow> rows;
  const auto add = [&](std::size_t parcel, const std::vector<screening::Test>& tests) {
    for (const screening::Test& test : tests)
      rows.push_back({run.cadastre.parcels.features[parcel].id, std::string(test.topic), std::string(test.name), test.value, std::string(to_text(test.comparison)), test.threshold,
                      std::string(test.unit), *kept(test.met), filled(std::string(test.outcome)), filled(test.origin.zh), filled(test.origin.en)});
  };
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    if (run.parcels[i].screened) add(i, run.parcels[i].screened->tests);
    add(i, run.parcels[i].tests);
  }
  return rows;
}

std::vector<ledger::ParcelParkRow> parcel_park_rows(const Run& run) {
  std::vector<ledger::ParcelParkRow> rows;
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const cadastre::Feature& feature = run.cadastre.parcels.features[i];
    const auto area_m2 = run.area_m2(feature);
    for (const inventory::Share& share : run.inventory.account.parcels[i].held) {
      // The outline of a parcel that could not be repaired is not to be relied on: that it lies in the park is known, how much of it is not.
      rows.push_back({feature.id, run.cadastre.parks.features[share.index].id, {}, {}});
      if (!area_m2) continue;
      rows.back().area_m2 = share.area_m2;
      rows.back().share = share.area_m2 / run.inventory.account.parcels[i].area_m2;
    }
  }
  return rows;
}

}  // namespace yongdi::workflow
