// Land-intensity evaluation: the survey's polygons and their codes, summed by park; indicators, zone types and scores.
#include "workflow/evaluation.hpp"

#include <algorithm>
#include <set>

#include "findings/catalogue.hpp"
#include "inventory/status_land.hpp"
#include "rulebook/lookup.hpp"
#include "workflow/measuring.hpp"

namespace yongdi::workflow {

namespace {

using intensity::Amount;
using intensity::On;
using intensity::StatusSums;
using standards::StatusFamily;

// Codes may stand together in one cell: "A2, D21, H1".
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> codes;
  std::string code;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t width = 0;
    for (const std::string_view separator : {" ", ",", ";", "/", "+", "、", "，", "；"})
      if (at < text.size() && text.substr(at).starts_with(separator)) width = separator.size();
    if (width > 0 || at == text.size()) {
      if (!code.empty()) codes.push_back(std::exchange(code, {}));
      at += std::max<std::size_t>(width, 1);
    } else {
      code += text[at++];
    }
  }
  return codes;
}

// One polygon of the survey as codes, by family.
struct Polygon {
  std::string land, supply, high_tech;
  bool idle = false;
  std::optional<double> floor_m2, footprint_m2;
  double area_m2 = 0;
};

class Survey {
 public:
  explicit Survey(Run& run) : m_run(run), m_layer(run.land_status) {
    const facts::Column status(m_layer.table, "status"), supply(m_layer.table, "supply"), idle(m_layer.table, "idle"),
        high_tech(m_layer.table, "high_tech"), floor(m_layer.table, "floor_area"), footprint(m_layer.table, "footprint_area");
    m_has_idle = idle.present();
    m_has_high_tech = high_tech.present();
    m_has_floor = floor.present();
    m_has_footprint = footprint.present();
    for (std::size_t i = 0; i < m_layer.features.size(); ++i) {
      const facts::Row& row = m_layer.table.rows[i];
      Polygon& polygon = m_polygons.emplace_back();
      polygon.area_m2 = run.area_m2(m_layer.features[i]).value_or(0);
      for (const facts::Column* column : {&status, &supply, &high_tech})
        if (const std::string* text = column->text(row))
          for (const std::string& code : split(*text)) take(i, code, polygon);
      if (const std::string* flag = idle.text(row)) polygon.idle = polygon.idle || *flag == "yes";
      if (const auto value = floor.exact(row)) polygon.floor_m2 = value->to_double();
      if (const auto value = footprint.exact(row)) polygon.footprint_m2 = value->to_double();
    }
  }

  [[nodiscard]] const std::vector<Polygon>& polygons() const { return m_polygons; }
  [[nodiscard]] bool has_supply() const { return m_has_supply; }
  [[nodiscard]] bool has_idle() const { return m_has_idle; }
  [[nodiscard]] bool has_high_tech() const { return m_has_high_tech; }
  [[nodiscard]] bool has_floor() const { return m_has_floor; }
  [[nodiscard]] bool has_footprint() const { return m_has_footprint; }

 private:
  void take(std::size_t i, const std::string& code, Polygon& polygon) {
    const auto known = m_run.evaluation.tables.codes.find(code);
    if (known == m_run.evaluation.tables.codes.end()) {
      std::string all;
      for (const auto& [each, family] : m_run.evaluation.tables.codes) all += (all.empty() ? "" : " ") + each;
      m_run.findings.push_back({&findings::kind("CODE_UNKNOWN"),
                                place(m_layer.table, i, "status"),
                                "land_status",
                                m_layer.features[i].id,
                                {{"value", code}, {"other", all}},
                                polygon.area_m2,
                                {}});
      return;
    }
    switch (known->second) {
      case StatusFamily::land:
        polygon.land = code;
        break;
      case StatusFamily::supply:
        polygon.supply = code;
        m_has_supply = true;
        break;
      case StatusFamily::idle:
        polygon.idle = m_has_idle = true;
        break;
      case StatusFamily::high_tech:
        polygon.high_tech = code;
        m_has_high_tech = true;
        break;
    }
  }

  Run& m_run;
  const cadastre::Layer& m_layer;
  std::vector<Polygon> m_polygons;
  bool m_has_supply = false, m_has_idle = false, m_has_high_tech = false, m_has_floor = false, m_has_footprint = false;
};

class Summing {
 public:
  Summing(Run& run, const Survey& survey)
      : m_run(run),
        m_survey(survey),
        m_investment(run.cadastre.parcels.table, "fixed_investment"),
        m_revenue(run.cadastre.parcels.table, "revenue"),
        m_tax(run.cadastre.parcels.table, "tax"),
        m_yard(run.cadastre.parcels.table, "yard_area"),
        m_buildings(standing_buildings(run)),
        m_sums(run.parks->size()) {
    for (std::size_t park = 0; park < m_sums.size(); ++park) prepare(m_sums[park]);
  }

  std::vector<StatusSums> run() {
    const auto pieces = inventory::take_status(m_run.land_status, m_run.cadastre, m_run.claims, *m_run.parks, policy(m_run),
                                               measuring(*m_run.working), m_run.pool.workers());
    for (const inventory::StatusPiece& piece : pieces)
      for (std::optional<std::uint32_t> park = piece.park; park; park = m_run.parks->parent(*park)) enter(piece, *park);
    report();
    return std::move(m_sums);
  }

 private:
  void prepare(StatusSums& sums) const {
    sums.surveyed = true;
    sums.has_supply = m_survey.has_supply();
    sums.has_idle = m_survey.has_idle();
    sums.has_high_tech = m_survey.has_high_tech();
    for (std::size_t on = 0; on < intensity::kOnCount; ++on) {
      sums.floor[on].recorded = m_survey.has_floor() || m_run.cadastre.has_buildings;
      sums.footprint[on].recorded = m_survey.has_footprint() || m_run.cadastre.has_buildings;
      sums.yard[on].recorded = m_yard.present();
      sums.investment[on].recorded = m_investment.present();
      sums.revenue[on].recorded = m_revenue.present();
      sums.tax[on].recorded = m_tax.present();
    }
  }

  void enter(const inventory::StatusPiece& piece, std::uint32_t park) {
    StatusSums& sums = m_sums[park];
    sums.area_m2 += piece.area_m2;
    const Polygon *land = nullptr, *supply = nullptr, *high_tech = nullptr;
    bool idle = false, twice = false;
    for (const std::uint32_t index : piece.status) {
      const Polygon& polygon = m_survey.polygons()[index];
      idle = idle || polygon.idle;
      // Where two polygons of one family lie on the same land, the first by id has it.
      twice = twice || (land != nullptr && !polygon.land.empty()) || (supply != nullptr && !polygon.supply.empty());
      if (land == nullptr && !polygon.land.empty()) land = &polygon;
      if (supply == nullptr && !polygon.supply.empty()) supply = &polygon;
      if (high_tech == nullptr && !polygon.high_tech.empty()) high_tech = &polygon;
    }
    if (twice && park == piece.park) m_twice_m2[park] += piece.area_m2;
    if (land != nullptr) sums.land[land->land] += piece.area_m2;
    if (supply != nullptr) sums.supply[supply->supply] += piece.area_m2;
    if (high_tech != nullptr) sums.high_tech[high_tech->high_tech] += piece.area_m2;
    if (idle) sums.idle_m2 += piece.area_m2;
    if (land != nullptr && land->land.starts_with('A')) amounts(piece, *land, sums, On::built);
    if (land != nullptr && land->land.starts_with("A2")) amounts(piece, *land, sums, On::industrial);
    if (high_tech != nullptr) amounts(piece, *high_tech, sums, On::high_tech);
  }

  void amounts(const inventory::StatusPiece& piece, const Polygon& polygon, StatusSums& sums, On on) {
    const auto at = static_cast<std::size_t>(on);
    surveyed_or_built(piece, polygon, polygon.floor_m2, m_survey.has_floor(), &Standing::floor_area_m2, sums.floor[at]);
    surveyed_or_built(piece, polygon, polygon.footprint_m2, m_survey.has_footprint(), &Standing::footprint_m2, sums.footprint[at]);
    of_parcels(piece, m_yard, sums.yard[at], false);
    of_parcels(piece, m_investment, sums.investment[at], true);
    of_parcels(piece, m_revenue, sums.revenue[at], true);
    of_parcels(piece, m_tax, sums.tax[at], true);
  }

  // The survey's own figure, by the share of the polygon that lies here; where the survey has no such column, the buildings layer.
  void surveyed_or_built(const inventory::StatusPiece& piece, const Polygon& polygon, const std::optional<double>& surveyed, bool has_column,
                         std::optional<double> Standing::*figure, Amount& amount) const {
    double known = 0;
    std::int64_t unknown = 0;
    if (has_column) {
      if (surveyed && polygon.area_m2 > 0)
        known = *surveyed * (piece.area_m2 / polygon.area_m2);
      else
        unknown = 1;
    } else {
      for (const inventory::Share& share : piece.buildings) {
        const Standing& building = m_buildings[share.index];
        if (building.*figure && building.area_m2 > 0)
          known += *(building.*figure) * (share.area_m2 / building.area_m2);
        else
          ++unknown;
      }
    }
    add(amount, known, unknown, piece.area_m2, unknown > 0 ? piece.area_m2 : 0);
  }

  // Money of the firms on it, by the share of each parcel that lies here. `all_land`: land without any parcel has a firm that nobody recorded; a
  // yard, where no parcel is, is simply not there.
  void of_parcels(const inventory::StatusPiece& piece, const facts::Column& column, Amount& amount, bool all_land) const {
    double known = 0, open_m2 = 0, covered_m2 = 0;
    std::int64_t unknown = 0;
    for (const inventory::Share& share : piece.parcels) {
      const auto value = column.exact(m_run.cadastre.parcels.table.rows[share.index]);
      const double whole_m2 = m_run.inventory.account.parcels[share.index].area_m2;
      covered_m2 += share.area_m2;
      if (value && whole_m2 > 0) {
        known += value->to_double() * (share.area_m2 / whole_m2);
      } else {
        ++unknown;
        open_m2 += share.area_m2;
      }
    }
    const double bare_m2 = piece.area_m2 - covered_m2;
    if (all_land && bare_m2 > kNoiseM2) {
      ++unknown;
      open_m2 += bare_m2;
    }
    add(amount, known, unknown, piece.area_m2, std::min(open_m2, piece.area_m2));
  }

  static void add(Amount& amount, double known, std::int64_t unknown, double land_m2, double open_m2) {
    amount.known += known;
    amount.unknown_count += unknown;
    amount.known_land_m2 += land_m2 - open_m2;
    amount.open_land_m2 += open_m2;
  }

  void report() {
    const auto add_finding = [&](std::string_view code, std::size_t park, double area_m2) {
      m_run.findings.push_back(
          {&findings::kind(code), place(m_run.cadastre.parks.table, park), "park", m_run.cadastre.parks.features[park].id, {}, area_m2, {}});
    };
    for (const auto& [park, area_m2] : m_twice_m2)
      if (area_m2 > kNoiseM2) add_finding("STATUS_OVERLAP", park, area_m2);
    for (std::size_t park = 0; park < m_sums.size(); ++park) {
      double coded = 0;
      for (const auto& [code, area_m2] : m_sums[park].land) coded += area_m2;
      if (m_run.parks->is_leaf(static_cast<std::uint32_t>(park)) && m_sums[park].area_m2 - coded > kNoiseM2)
        add_finding("STATUS_MISSING", park, m_sums[park].area_m2 - coded);
    }
  }

  static constexpr double kNoiseM2 = 0.01;  // land below this is rounding of the overlay

  Run& m_run;
  const Survey& m_survey;
  facts::Column m_investment, m_revenue, m_tax, m_yard;
  std::vector<Standing> m_buildings;
  std::vector<StatusSums> m_sums;
  std::map<std::uint32_t, double> m_twice_m2;
};

// Mean yearly supply of the years up to the as-of day, and idle land determined and disposed of by then, by park.
std::vector<intensity::Records> records(const Run& run, int years) {
  const facts::Table& table = run.cadastre.parcels.table;
  const facts::Column contract(table, "contract_on"), determined(table, "determination_on"), document(table, "determination_doc"),
      disposed(table, "disposal_on");
  const measures::Day from = run.as_of.anniversary(-years);
  std::vector<intensity::Records> result(run.parks->size());
  std::vector<bool> open(run.parks->size());
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const facts::Row& row = table.rows[i];
    const auto on = contract.day(row), case_on = determined.day(row), closed_on = disposed.day(row);
    for (const inventory::Share& share : run.inventory.account.parcels[i].parks) {
      intensity::Records& park = result[share.index];
      if (!on) open[share.index] = true;
      if (on && *on > from && *on <= run.as_of) park.supplied_per_year_m2 = park.supplied_per_year_m2.value_or(0) + share.area_m2 / years;
      if (!case_on || *case_on > run.as_of || !document.known(row)) continue;
      park.idle_determined_m2 += share.area_m2;
      if (closed_on && *closed_on <= run.as_of) park.idle_disposed_m2 += share.area_m2;
    }
  }
  for (std::size_t park = 0; park < result.size(); ++park)
    if (open[park])
      result[park].supplied_per_year_m2.reset();  // a parcel whose day is unknown may be one of them
    else
      result[park].supplied_per_year_m2 = result[park].supplied_per_year_m2.value_or(0);
  return result;
}

std::string text(const facts::Column& column, const facts::Row& row) {
  const std::string* value = column.text(row);
  return value != nullptr ? *value : std::string();
}

// A figure of a park that is not in the layer, or of a year after the as-of day, decides nothing, and nobody would notice.
void report_unused_statistics(Run& run) {
  for (const standards::StatisticRow& each : run.evaluation.statistics.rows) {
    const bool has_park = run.cadastre.parks.find(each.park).has_value();
    if (has_park && each.year.value_or(run.as_of.year()) <= run.as_of.year()) continue;
    const std::string item(info(each.item).name);
    run.findings.push_back({&findings::kind("STATISTIC_UNUSED"),
                            {run.project.evaluation.statistics, each.row, has_park ? "year" : "park"},
                            "park",
                            each.park,
                            {{"value", item},
                             {"reason_zh", has_park ? "年度晚于审计基准日" : "园区图层中没有园区“" + each.park + "”"},
                             {"reason_en", has_park ? "its year is after the as-of day" : "the parks layer has no park \"" + each.park + "\""}},
                            {},
                            {}});
  }
}

}  // namespace

void evaluate_everything(Run& run) {
  run.say("集约利用评价", "evaluating land intensity", 0);
  report_unused_statistics(run);
  std::vector<StatusSums> sums(run.parks->size());
  const bool surveyed = !run.land_status.features.empty();
  if (surveyed) {
    const Survey survey(run);
    sums = Summing(run, survey).run();
  } else {
    run.findings.push_back({&findings::kind("LAND_STATUS_MISSING"), {}, "land_status", {}, {}, {}, {}});
  }
  const facts::Table& table = run.cadastre.parks.table;
  const facts::Column name(table, "name"), declared(table, "zone_type");
  rulebook::Lookup law(run.rules, run.as_of);
  const auto years = law.whole("evaluation.supply_years");
  std::vector<intensity::Records> other = years && *years > 0 ? records(run, *years) : std::vector<intensity::Records>(run.parks->size());
  for (std::size_t park = 0; park < other.size(); ++park)
    other[park].statistics = run.evaluation.statistics.of(run.cadastre.parks.features[park].id, run.as_of.year());
  const screening::Thresholds thresholds(run.rules, run.as_of, run.thresholds.rows);
  const settings::EvaluationSetting& setting = run.project.evaluation;
  const intensity::Denominators chosen{setting.idle_rate, setting.overall_tax_per_land, setting.industrial_fixed_asset_intensity};
  const auto industrial = law.number("evaluation.zone_industrial_above"), residential = law.number("evaluation.zone_residential_from");
  for (std::size_t park = 0; park < sums.size(); ++park) {
    ParkEvaluation& result = run.evaluation.parks.emplace_back();
    result.indicators = evaluate(sums[park], chosen, other[park]);
    if (industrial && residential)
      result.zone = zone_type(sums[park], industrial->to_double(), residential->to_double(), text(name, table.rows[park]));
    if (result.zone.type) result.zone_basis = surveyed ? "survey" : "name";
    const std::vector<std::string> places{run.cadastre.parks.features[park].id};
    result.industrial = industrial_colour(result.zone.industrial, thresholds.find("supporting.industrial_share_green", {places, ""}),
                                          thresholds.find("supporting.industrial_share_amber", {places, ""}));
    result.declared_type = text(declared, table.rows[park]);
    std::vector<std::string> types;
    if (result.zone.type) types.emplace_back(to_text(*result.zone.type));
    types.push_back(result.declared_type);
    if (const auto* goals = run.evaluation.tables.goals_of(types)) result.score = score(*goals, result.indicators);
  }
  std::vector<intensity::Ranked> ranked;
  for (std::size_t park = 0; park < sums.size(); ++park) {
    const ParkEvaluation& each = run.evaluation.parks[park];
    const std::string group = (each.zone.type ? std::string(to_text(*each.zone.type)) : each.declared_type) +
                              (run.parks->is_leaf(static_cast<std::uint32_t>(park)) ? "" : ", zones");
    ranked.push_back({run.cadastre.parks.features[park].id, group, each.score ? each.score->value : std::nullopt});
  }
  const auto places = intensity::ranks(ranked);
  for (std::size_t park = 0; park < sums.size(); ++park) {
    run.evaluation.parks[park].rank = places[park];
    run.evaluation.parks[park].rank_group = ranked[park].group;
  }
}

}  // namespace yongdi::workflow
