#include <map>

#include "workflow/rows.hpp"
#include "workflow/supply_rates.hpp"

namespace yongdi::workflow {

namespace {

using inventory::LandClass;

constexpr double kSquareMetresPerHectare = 10000;
constexpr std::size_t kAlways = 6, kOfApprovals = 2;  // indicators that every audit has, and how many of them, the last, rest on approvals

// Parks with a known outline are in the inventory; the others have rows without land.
double deciding_area(const Run& run, std::size_t park) {
  const inventory::ParkOutline& outline = run.inventory.parks[park];
  return run.by_ellipsoid() ? outline.ellipsoid_m2 : outline.plane_m2;
}

ledger::ParkIndicatorRow of_range(const std::string& park, std::string name, std::string unit, const intensity::RangeSum& sum) {
  return {park, std::move(name), sum.value(), std::move(unit), sum.numerator, sum.denominator, sum.low(), sum.high(),
          static_cast<std::int64_t>(sum.unknown_count)};
}

// Land of parcels with a certain property, and of those whose record does not say.
struct Total {
  double known_m2 = 0, open_m2 = 0;
  std::int64_t known_count = 0, unknown_count = 0;
  void add(std::optional<bool> has, double area_m2) {
    known_count += has ? 1 : 0;
    known_m2 += has.value_or(false) ? area_m2 : 0;
    open_m2 += has ? 0 : area_m2;
    unknown_count += has ? 0 : 1;
  }
};

struct Sums {
  intensity::RangeSum floor, footprint, investment;
  std::int64_t undecided = 0;
  Total standard_plants, collective, housing;
  double supplied_m2 = 0;
};

std::string words(const Run& run, std::string_view field, std::size_t parcel) {
  const std::string* value = facts::Column(run.cadastre.parcels.table, field).text(run.cadastre.parcels.table.rows[parcel]);
  return value != nullptr ? *value : std::string();
}

ledger::ParkIndicatorRow of_total(const std::string& park, std::string name, const Total& total) {
  ledger::ParkIndicatorRow row{park, std::move(name), {}, "m²", {}, {}, total.known_m2, total.known_m2 + total.open_m2, total.unknown_count};
  row.source = "parcels";
  // Where nobody recorded it at all, there is none that is known; that is not the same as none.
  if (total.known_count > 0 || total.unknown_count == 0) row.value = row.numerator = total.known_m2;
  return row;
}

// Housing and commercial land against the park's own plan; without a plan the figure stands alone.
ledger::ParkIndicatorRow housing_share(const Run& run, const std::string& park, const Total& total, double supplied_m2) {
  ledger::ParkIndicatorRow row{park, "housing_commercial_share", {}, "1", total.known_m2, supplied_m2 - total.open_m2, {}, {}, total.unknown_count};
  row.source = "parcels";
  if (*row.denominator > 0) row.value = *row.numerator / *row.denominator;
  if (supplied_m2 > 0) {
    row.low = total.known_m2 / supplied_m2;
    row.high = (total.known_m2 + total.open_m2) / supplied_m2;
    row.completeness = *row.denominator / supplied_m2;
  }
  const std::vector<std::string> places{park};
  const auto plan = screening::Thresholds(run.rules, run.as_of, run.thresholds.rows).find("supporting.housing_share_max", {places, ""});
  if (plan.value && row.low && row.high) {
    const double most = plan.value->to_double();
    if (*row.high <= most || *row.low > most) row.assessment = *row.high <= most ? "green" : "amber";
  }
  return row;
}

// What every parcel brings to every park that holds land of it, by its share there. Future parcels are counted nowhere.
std::vector<Sums> sums(const Run& run) {
  std::vector<Sums> result(run.parks->size());
  const facts::Table& table = run.cadastre.parcels.table;
  const facts::Column plant(table, "standard_plant"), ownership(table, "ownership");
  const auto is = [&](const facts::Column& column, std::size_t parcel, std::string_view code) {
    const std::string* value = column.text(table.rows.at(parcel));
    return value != nullptr ? std::optional(*value == code) : std::nullopt;
  };
  const bool has_facts = table.rows.size() == run.parcels.size();  // a ledger tried under another outline brings none
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const ParcelFigures& figures = run.parcels[i];
    if (figures.verdict.stage == idle::Stage::future) continue;
    const inventory::ParcelLand& land = run.inventory.account.parcels[i];
    const intensity::ParcelIndicators& indicators = figures.indicators;
    for (const inventory::Share& share : land.parks) {
      const double part = share.area_m2 / land.area_m2;
      const auto scaled = [&](std::optional<double> value, double per = 1) { return value ? std::optional(*value * part / per) : std::nullopt; };
      Sums& park = result[share.index];
      park.floor.add(scaled(indicators.floor_area_m2), scaled(indicators.area_m2), share.area_m2);
      park.footprint.add(scaled(indicators.footprint_m2), scaled(indicators.area_m2), share.area_m2);
      park.investment.add(scaled(indicators.fixed_investment_wan_yuan), scaled(indicators.area_m2, kSquareMetresPerHectare),
                          share.area_m2 / kSquareMetresPerHectare);
      if (has_facts) {
        const auto use = intensity::land_use(run.limits.land_uses, words(run, "land_use", i), words(run, "land_use_scheme", i));
        park.standard_plants.add(is(plant, i, "yes"), share.area_m2);
        park.collective.add(is(ownership, i, "collective"), share.area_m2);
        park.housing.add(use ? std::optional(*use == intensity::LandUse::residential || *use == intensity::LandUse::commercial) : std::nullopt, share.area_m2);
        park.supplied_m2 += share.area_m2;
      }
      park.undecided += run.claims.parcels[i].land_class == LandClass::undecided ? 1 : 0;
    }
  }
  return result;
}

ledger::ParkIndicatorRow idle_rate(const std::string& park, const inventory::ParkLand& land, std::int64_t undecided) {
  const double idle = land.of(LandClass::idle), open = land.of(LandClass::undecided), supplied = land.supplied_m2;
  ledger::ParkIndicatorRow row{park, "idle_rate", {}, "1", idle, supplied - open, {}, {}, undecided};
  if (supplied - open > 0) row.value = idle / (supplied - open);
  if (supplied > 0) {
    row.low = idle / supplied;
    row.high = (idle + open) / supplied;
  }
  return row;
}

ledger::ParkIndicatorRow unsupplied_rate(const Run& run, const std::string& park, const inventory::ParkLand& land) {
  ledger::ParkIndicatorRow row{park, "approved_unsupplied_rate", {}, "1", {}, {}, {}, {}, {}};
  if (!run.cadastre.has_approvals) return row;  // not assessed
  row.numerator = land.of(LandClass::unsupplied);
  row.denominator = land.approved_m2;
  row.unknown_count = 0;
  if (land.approved_m2 > 0) row.value = row.low = row.high = *row.numerator / land.approved_m2;
  return row;
}

ledger::ParkIndicatorRow five_year_rate(const Run& run, const std::string& id, std::uint32_t park) {
  ledger::ParkIndicatorRow row{id, "supply_rate_five_years", {}, "1", {}, {}, {}, {}, {}};
  const auto window = rate_window(run);
  if (!run.cadastre.has_approvals || !window) return row;  // not assessed
  const supply::Rate rate = supply::rate(cohorts(run, park), window->first, window->second);
  const auto number = [](const std::optional<measures::Exact>& value) { return value ? ledger::Number(value->to_double()) : std::nullopt; };
  row.value = number(rate.value);
  row.numerator = rate.supplied_m2.to_double();
  row.denominator = rate.approved_m2.to_double();
  row.low = number(rate.low);
  row.high = number(rate.high);
  row.unknown_count = static_cast<std::int64_t>(rate.unknown);
  return row;
}

}  // namespace

std::vector<ledger::ParkRow> park_rows(const Run& run) {
  const cadastre::Layer& layer = run.cadastre.parks;
  const facts::Column name(layer.table, "name"), level(layer.table, "level"), approved(layer.table, "approved_area");
  std::vector<ledger::ParkRow> rows(layer.features.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const facts::Row& facts = layer.table.rows[i];
    ledger::ParkRow& row = rows[i];
    row.park_id = layer.features[i].id;
    if (const std::string* value = name.text(facts)) row.name = *value;
    if (const std::string* value = level.text(facts)) row.level = *value;
    if (const auto parent = run.parks->parent(static_cast<std::uint32_t>(i))) row.parent_id = layer.features[*parent].id;
    if (const auto area = approved.exact(facts)) row.approved_area_m2 = area->to_double();
    row.area_m2 = deciding_area(run, i);
    row.area_plane_m2 = run.inventory.parks[i].plane_m2;
    row.area_ellipsoid_m2 = run.inventory.parks[i].ellipsoid_m2;
    row.shape_wkb = geometry::to_wkb(run.inventory.parks[i].shape);
  }
  return rows;
}

std::vector<ledger::ParkBalanceRow> park_balance_rows(const Run& run) {
  std::vector<ledger::ParkBalanceRow> rows;
  for (std::size_t park = 0; park < run.parks->size(); ++park)
    for (std::size_t i = 0; i < inventory::kLandClassCount; ++i) {
      const auto land_class = static_cast<LandClass>(i);
      const bool assessed = land_class != LandClass::unsupplied || run.cadastre.has_approvals;
      rows.push_back({run.cadastre.parks.features[park].id, std::string(to_text(land_class)),
                      assessed ? ledger::Number(run.inventory.account.parks[park].of(land_class)) : std::nullopt});
    }
  return rows;
}

std::vector<ledger::OutsideParksRow> outside_parks_rows(const Run& run) {
  std::vector<ledger::OutsideParksRow> rows;
  for (std::size_t i = 0; i < inventory::kLandClassCount; ++i) {
    const auto land_class = static_cast<LandClass>(i);
    // Land outside the parks is listed only for a parcel or an approval on it, and no park holds it.
    if (land_class == LandClass::not_assessed || land_class == LandClass::unapproved || land_class == LandClass::held_elsewhere) continue;
    const bool assessed = land_class != LandClass::unsupplied || run.cadastre.has_approvals;
    rows.push_back({std::string(to_text(land_class)), assessed ? ledger::Number(run.inventory.account.outside.of(land_class)) : std::nullopt});
  }
  return rows;
}

std::vector<ledger::ParkIndicatorRow> park_indicator_rows(const Run& run) {
  const std::vector<Sums> all = sums(run);
  std::vector<ledger::ParkIndicatorRow> rows;
  for (std::size_t park = 0; park < all.size(); ++park) {
    const std::string& id = run.cadastre.parks.features[park].id;
    const inventory::ParkLand& land = run.inventory.account.parks[park];
    rows.push_back(of_range(id, "parcel_plot_ratio", "1", all[park].floor));
    rows.push_back(of_range(id, "parcel_building_density", "1", all[park].footprint));
    rows.push_back(of_range(id, "parcel_investment_intensity", "万元/公顷", all[park].investment));
    rows.push_back(idle_rate(id, land, all[park].undecided));
    rows.push_back(unsupplied_rate(run, id, land));
    rows.push_back(five_year_rate(run, id, static_cast<std::uint32_t>(park)));
    for (std::size_t i = rows.size() - kAlways; i < rows.size(); ++i) rows[i].source = i + kOfApprovals < rows.size() ? "parcels" : "approvals";
    if (run.evaluation.parks.empty()) continue;
    rows.push_back(of_total(id, "standard_plant_area", all[park].standard_plants));
    rows.push_back(of_total(id, "collective_area", all[park].collective));
    rows.push_back(housing_share(run, id, all[park].housing, all[park].supplied_m2));
    add_evaluation(run, static_cast<std::uint32_t>(park), rows);
  }
  return rows;
}

}  // namespace yongdi::workflow
