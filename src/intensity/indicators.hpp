#pragma once
// Plot ratio, density, coefficient and investment intensity of a parcel, and the sums that make a park's. Every ratio is Σ / Σ, never a mean of
// ratios; what is not known stays unknown and widens a range instead of becoming zero.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "intensity/limits.hpp"
#include "measures/certainty.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::intensity {

namespace parameter {
inline constexpr rulebook::Name kDoubleStoreyAbove = "intensity.double_storey_above_m";
inline constexpr rulebook::Name kHighStoreyFactor = "intensity.high_storey_factor";
}  // namespace parameter

struct Terms {
  std::optional<measures::Exact> double_storey_above_m;  // a storey higher than this (strictly) counts several times
  std::optional<measures::Exact> high_storey_factor;     // how many times
  std::vector<std::string> missing;
};
Terms terms(const rulebook::Rulebook& rules, measures::Day as_of);

// One building, apart from where it stands.
struct BuildingFacts {
  std::optional<measures::Exact> floors, storey_height, height, floor_area;  // m, m²
  std::optional<measures::Day> finished_on;
};
class BuildingFactsReader {
 public:
  explicit BuildingFactsReader(const facts::Table& buildings);
  [[nodiscard]] BuildingFacts read(const facts::Row& row) const;

 private:
  facts::Column m_floors, m_storey_height, m_height, m_floor_area, m_finished_on;
};
// Floor area of a whole building: declared, else storeys × footprint, a high storey twice. Storey height as given, else height / storeys; a height
// that nobody recorded doubles nothing. Empty: storeys unknown, or a height is recorded and no rule in force says what it means.
std::optional<double> floor_area_m2(const BuildingFacts& facts, double footprint_m2, const Terms& terms);
bool counts(const BuildingFacts& facts, measures::Day as_of);  // not when finished after the as-of day

// What the overlay found on a parcel.
struct OnParcel {
  bool has_layer = false;                   // a buildings layer was given
  double footprint_m2 = 0;                  // Σ building ∩ parcel
  std::optional<double> floor_area_m2 = 0;  // Σ shared by footprint; empty when a building's is unknown
  bool any = false;                         // at least one building stands on it
};

struct ParcelFacts {
  std::optional<measures::Exact> area, floor_area, footprint_area, yard_area, fixed_investment;
  bool area_not_positive = false;  // declared, but not above zero: every ratio over it is unknown
  std::optional<measures::Exact> plot_ratio_min, plot_ratio_max, building_coefficient_min, fixed_investment_contract;
  std::optional<measures::Exact> admin_area, admin_floor_area, green_area, output, tax;
};
class ParcelFactsReader {
 public:
  explicit ParcelFactsReader(const facts::Table& parcels);
  [[nodiscard]] ParcelFacts read(const facts::Row& row) const;

 private:
  facts::Column m_area, m_floor_area, m_footprint_area, m_yard_area, m_fixed_investment, m_plot_ratio_min, m_plot_ratio_max,
      m_building_coefficient_min, m_fixed_investment_contract, m_admin_area, m_admin_floor_area, m_green_area, m_output, m_tax;
};

enum class Basis { declared, measured };
std::string_view to_text(Basis basis);

// Which figures stand where there are two: floor area as declared, else from the buildings layer. Footprints (building density: buildings alone) from
// the buildings layer, else as declared. The coefficient (buildings, structures and yards): footprint as declared, which holds the structures, else
// from the buildings layer.
struct ParcelIndicators {
  std::optional<double> area_m2;  // the one ratios stand on
  std::optional<Basis> area_basis, floor_basis;
  std::optional<double> floor_area_m2, footprint_m2, plot_ratio, building_density, building_coefficient;
  std::optional<double> fixed_investment_wan_yuan, investment_intensity_wan_per_ha;
  std::optional<double> investment_declared_wan_per_ha;  // as agreed in the contract
  // Every limit that holds or is recommended; plot ratio, coefficient and investment kept or not, empty for n/a (no limit holds).
  Comparison compared;
  std::optional<double> coefficient_footprint_m2, yard_m2;  // numerator of the coefficient, in its two parts
  std::optional<double> floor_area_from_buildings_m2;       // beside a declared one; empty without a layer, or when a building's storeys are unknown
  bool floor_area_differs = false;                          // the two, beyond the tolerance
  std::vector<std::string_view> missing;
};
// The ratios themselves, for tests that set limits of their own; too wide to be kept for every parcel.
struct Measured {
  ParcelIndicators indicators;
  Ratios ratios;
};
// measured_m2: of the overlay, empty when the shape has no known area. area_mismatch: the project's tolerance (share). tables, site: the limits that
// hold where the contract is silent.
Measured indicators(const ParcelFacts& facts, const OnParcel& buildings, std::optional<double> measured_m2, double area_mismatch,
                    const LimitTable& tables = {}, const Site& site = {});

// A ratio summed over parcels, each by its share in the park. An unknown amount is at least 0 with no upper bound; an unknown land lies between 0 and
// the area measured.
struct RangeSum {
  void add(std::optional<double> numerator, std::optional<double> denominator, double measured_denominator);
  double numerator = 0, denominator = 0;  // over members that are known in both
  double open_numerator = 0;              // known amounts on unknown land
  double open_denominator = 0;            // land of members that are unknown in either, at its most
  std::uint64_t unknown_count = 0, known_count = 0;
  bool bounded = true;                                // no amount is unknown
  [[nodiscard]] std::optional<double> value() const;  // over what is known
  [[nodiscard]] std::optional<double> low() const;
  [[nodiscard]] std::optional<double> high() const;  // empty: no upper bound
};

}  // namespace yongdi::intensity
