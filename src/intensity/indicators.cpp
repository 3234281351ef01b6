#include "intensity/indicators.hpp"

namespace yongdi::intensity {
namespace {

using measures::Certainty;
using measures::Exact;

constexpr std::int64_t kSquareMetresPerHectare = 10000;
// Less than this is the noise of an overlay, and as a fraction it would leave the range of exact figures.
constexpr double kNoiseM2 = 1e-9;

std::optional<Exact> not_negative(const std::optional<Exact>& value) { return value && !value->is_negative() ? value : std::nullopt; }

std::optional<Exact> measured(std::optional<double> area_m2) {
  if (!area_m2) return std::nullopt;
  return *area_m2 < kNoiseM2 ? Exact() : Exact::from_double(*area_m2);
}

std::optional<double> printed(const std::optional<Exact>& value) { return value ? std::optional(value->to_double()) : std::nullopt; }

class Parcel {
 public:
  Parcel(const ParcelFacts& facts, const OnParcel& buildings, std::optional<double> measured_m2, double area_mismatch)
      : m_facts(facts), m_buildings(buildings), m_measured_m2(measured_m2), m_area_mismatch(area_mismatch) {}

  Measured indicators(const LimitTable& tables, const Site& site) {
    decide_area();
    plot_ratio();
    density();
    coefficient();
    investment();
    administration();
    yields();
    limits(tables, site);
    return {std::move(m_result), m_ratios};
  }

 private:
  void missing(std::string_view field) { m_result.missing.push_back(field); }
  Ratio& ratio(Measure measure) { return m_ratios[static_cast<std::size_t>(measure)]; }
  std::optional<double> set(Measure measure, const std::optional<Exact>& part, std::int64_t per = 1) {
    ratio(measure) = {part, m_area, {}, per};
    return ratio(measure).value();
  }

  void decide_area() {
    if (m_facts.area && !m_facts.area_not_positive) {
      m_area = m_facts.area;
      m_result.area_basis = Basis::declared;
    } else if (!m_facts.area_not_positive && m_measured_m2 && *m_measured_m2 >= kNoiseM2) {
      m_area = measured(m_measured_m2);
      m_result.area_basis = Basis::measured;
    } else {
      missing("area");
    }
    m_result.area_m2 = printed(m_area);
  }

  void plot_ratio() {
    const auto from_buildings = m_buildings.has_layer ? measured(m_buildings.floor_area_m2) : std::nullopt;
    std::optional<Exact> floor;
    if (m_facts.floor_area) {
      floor = not_negative(m_facts.floor_area);
      if (floor) m_result.floor_basis = Basis::declared;
      if (floor && from_buildings) compare_floor_areas(*floor, *from_buildings);
    } else if (from_buildings) {
      floor = from_buildings;
      m_result.floor_basis = Basis::measured;
    }
    if (!floor) missing("floor_area");
    m_result.floor_area_m2 = printed(floor);
    m_result.floor_area_from_buildings_m2 = printed(from_buildings);
    m_floor = floor;
    m_result.plot_ratio = set(Measure::plot_ratio, floor);
  }

  void compare_floor_areas(const Exact& declared, const Exact& from_buildings) {
    const Exact difference = declared < from_buildings ? from_buildings - declared : declared - from_buildings;
    m_result.floor_area_differs = difference > Exact::from_double(m_area_mismatch).value_or(Exact()) * declared;
  }

  void density() {
    m_footprint = m_buildings.has_layer ? measured(m_buildings.footprint_m2) : std::nullopt;
    const auto footprint = m_footprint ? m_footprint : not_negative(m_facts.footprint_area);
    if (!footprint) missing("footprint_area");
    m_result.footprint_m2 = printed(footprint);
    m_result.building_density = set(Measure::building_density, footprint);
  }

  // Yards count. Where nobody recorded them, footprints alone are the least the coefficient can be, and that may already be enough.
  void coefficient() {
    const auto covered = m_facts.footprint_area ? not_negative(m_facts.footprint_area) : m_footprint;
    const auto yard = not_negative(m_facts.yard_area);
    m_result.coefficient_footprint_m2 = printed(covered);
    m_result.yard_m2 = printed(yard);
    if (!covered && m_result.footprint_m2) missing("footprint_area");
    if (!yard) missing("yard_area");
    const auto sum = covered && yard ? std::optional(*covered + *yard) : std::nullopt;
    m_result.building_coefficient = set(Measure::building_coefficient, sum);
    if (!sum) ratio(Measure::building_coefficient).part_at_least = covered ? covered : yard;
  }

  void investment() {
    const auto made = not_negative(m_facts.fixed_investment);
    const auto agreed = not_negative(m_facts.fixed_investment_contract);
    if (!made) missing("fixed_investment");
    m_result.fixed_investment_wan_yuan = printed(made);
    m_result.investment_intensity_wan_per_ha = set(Measure::investment_intensity, made, kSquareMetresPerHectare);
    if (agreed && m_area) m_agreed.investment_min = *agreed * Exact(kSquareMetresPerHectare) / *m_area;
    m_result.investment_declared_wan_per_ha = printed(m_agreed.investment_min);
  }

  // By land where it was recorded apart, else in proportion to floor area (the note on the 2008 indicators). Fields that only few registers keep are
  // not listed as missing: no column of the parcel hangs on them.
  void administration() {
    const auto land = not_negative(m_facts.admin_area), floor = not_negative(m_facts.admin_floor_area);
    const bool has_floor = m_floor && !m_floor->is_zero();
    ratio(Measure::admin_floor_share) = {floor, has_floor ? m_floor : std::nullopt, {}, 1};
    ratio(Measure::admin_land_share) = land ? Ratio{land, m_area, {}, 1} : ratio(Measure::admin_floor_share);
    set(Measure::green_ratio, not_negative(m_facts.green_area));
  }

  void yields() {
    set(Measure::output_intensity, not_negative(m_facts.output), kSquareMetresPerHectare);
    set(Measure::tax_intensity, m_facts.tax, kSquareMetresPerHectare);
  }

  void limits(const LimitTable& tables, const Site& site) {
    m_agreed.plot_ratio_min = m_facts.plot_ratio_min;
    m_agreed.plot_ratio_max = m_facts.plot_ratio_max;
    m_agreed.building_coefficient_min = m_facts.building_coefficient_min;
    m_result.compared = compare(m_ratios, m_agreed, tables, site);
    // Agreed as an amount, over land of unknown area: a limit there is, but not per hectare.
    if (not_negative(m_facts.fixed_investment_contract) && !m_area) m_result.compared.investment = Certainty::unknown;
    for (const std::string_view field : m_result.compared.missing) missing(field);
  }

  const ParcelFacts& m_facts;
  const OnParcel& m_buildings;
  std::optional<double> m_measured_m2;
  double m_area_mismatch;
  std::optional<Exact> m_area, m_floor, m_footprint;  // m_footprint: of the buildings layer
  Agreed m_agreed;
  ParcelIndicators m_result;
  Ratios m_ratios;
};

}  // namespace

std::string_view to_text(Basis basis) { return basis == Basis::declared ? "declared" : "measured"; }

Measured indicators(const ParcelFacts& facts, const OnParcel& buildings, std::optional<double> measured_m2, double area_mismatch,
                    const LimitTable& tables, const Site& site) {
  return Parcel(facts, buildings, measured_m2, area_mismatch).indicators(tables, site);
}

}  // namespace yongdi::intensity
