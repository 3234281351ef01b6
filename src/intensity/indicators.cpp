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

// Doubles are divided, for a quotient of two exact figures is rounded once more when both have many digits.
std::optional<double> quotient(const std::optional<Exact>& part, const std::optional<Exact>& whole, std::int64_t per = 1) {
  if (!part || !whole) return std::nullopt;
  return part->to_double() * static_cast<double>(per) / whole->to_double();
}

// part / whole ≥ least, by cross-multiplication; unknown when a figure is.
Certainty reaches(const std::optional<Exact>& part, const std::optional<Exact>& whole, const Exact& least) {
  if (!part || !whole) return Certainty::unknown;
  return measures::certain(*part >= least * *whole);
}
Certainty stays_within(const std::optional<Exact>& part, const std::optional<Exact>& whole, const Exact& most) {
  if (!part || !whole) return Certainty::unknown;
  return measures::certain(*part <= most * *whole);
}

class Parcel {
 public:
  Parcel(const ParcelFacts& facts, const OnParcel& buildings, std::optional<double> measured_m2, double area_mismatch)
      : m_facts(facts), m_buildings(buildings), m_measured_m2(measured_m2), m_area_mismatch(area_mismatch) {}

  ParcelIndicators indicators() {
    decide_area();
    plot_ratio();
    density();
    coefficient();
    investment();
    return std::move(m_result);
  }

 private:
  void missing(std::string_view field) { m_result.missing.push_back(field); }

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
    m_result.plot_ratio = quotient(floor, m_area);
    if (!m_facts.plot_ratio_min && !m_facts.plot_ratio_max) return;
    m_result.plot_ratio_ok = measures::both(m_facts.plot_ratio_min ? reaches(floor, m_area, *m_facts.plot_ratio_min) : Certainty::yes,
                                            m_facts.plot_ratio_max ? stays_within(floor, m_area, *m_facts.plot_ratio_max) : Certainty::yes);
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
    m_result.building_density = quotient(footprint, m_area);
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
    m_result.building_coefficient = quotient(sum, m_area);
    if (!m_facts.building_coefficient_min) return;
    m_result.building_coefficient_ok = reaches(sum, m_area, *m_facts.building_coefficient_min);
    if (!sum && reaches(covered ? covered : yard, m_area, *m_facts.building_coefficient_min) == Certainty::yes)
      m_result.building_coefficient_ok = Certainty::yes;
  }

  // Both sides of the comparison stand over the same area, so it drops out; but an unknown area leaves both intensities unknown.
  void investment() {
    const auto made = not_negative(m_facts.fixed_investment);
    const auto agreed = not_negative(m_facts.fixed_investment_contract);
    if (!made) missing("fixed_investment");
    m_result.fixed_investment_wan_yuan = printed(made);
    m_result.investment_intensity_wan_per_ha = quotient(made, m_area, kSquareMetresPerHectare);
    m_result.investment_min_required_wan_per_ha = quotient(agreed, m_area, kSquareMetresPerHectare);
    if (agreed) m_result.investment_ok = made && m_area ? measures::certain(*made >= *agreed) : Certainty::unknown;
  }

  const ParcelFacts& m_facts;
  const OnParcel& m_buildings;
  std::optional<double> m_measured_m2;
  double m_area_mismatch;
  std::optional<Exact> m_area, m_footprint;  // m_footprint: of the buildings layer
  ParcelIndicators m_result;
};

}  // namespace

std::string_view to_text(Basis basis) { return basis == Basis::declared ? "declared" : "measured"; }

ParcelIndicators indicators(const ParcelFacts& facts, const OnParcel& buildings, std::optional<double> measured_m2, double area_mismatch) {
  return Parcel(facts, buildings, measured_m2, area_mismatch).indicators();
}

}  // namespace yongdi::intensity
