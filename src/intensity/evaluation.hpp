#pragma once
// Indicators of land-intensity evaluation (开发区土地集约利用评价) of one park, from its surveyed land status: every one as numerator and
// denominator, with a range where land or amounts are not known. Nothing surveyed is ever made up from parcels.
//
// Codes of land status: A built (A1 housing, A2 industry, mining and storage), B other developable land (B21 ready for supply), C not developable;
// D supplied, E still to be supplied, F not suppliable; G idle; H high-tech industry. A longer code lies within a shorter one; land under the shorter
// alone is not told apart below it.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "intensity/statistics.hpp"

namespace yongdi::intensity {

// An amount on some land (floor area, money): what is known of it, on how much land, and how many members left it open.
struct Amount {
  bool recorded = false;  // some input gives it at all
  double known = 0;
  double known_land_m2 = 0, open_land_m2 = 0;
  std::int64_t unknown_count = 0;
};

enum class On : std::uint8_t { built, industrial, high_tech };  // A, A2, H
inline constexpr std::size_t kOnCount = 3;

// What the overlay of status, parcels and buildings found in a park.
struct StatusSums {
  bool surveyed = false;                                             // a land-status layer was given
  double area_m2 = 0;                                                // of the park
  std::map<std::string, double, std::less<>> land, supply;           // m² by code as surveyed: A… B… C…; D… E… F…
  double idle_m2 = 0;                                                // G
  std::map<std::string, double, std::less<>> high_tech;              // H…
  bool has_supply = false, has_idle = false, has_high_tech = false;  // the survey records it at all
  std::array<Amount, kOnCount> floor, footprint, yard, investment, revenue, tax;
};

// Which denominators are used where sources differ; the first of each list is the default.
struct Denominators {
  std::string idle_rate = "D";                          // D, A
  std::string overall_tax_per_land = "A";               // A, A2
  std::string industrial_fixed_asset_intensity = "A2";  // A2, A
};

// Figures about a park that no survey of land gives.
struct Records {
  std::optional<double> supplied_per_year_m2;  // mean of the years before the as-of day that the rule takes; empty: contract days unknown
  double idle_determined_m2 = 0, idle_disposed_m2 = 0;
  Statistics statistics = {};
};

struct Indicator {
  std::string_view id;
  std::optional<double> value, numerator, denominator, low, high;  // areas in m² (per hectare: denominator in ha), money in 万元
  std::int64_t unknown_count = 0;                                  // members, or inputs, that are not known
  findings::Text formula;                                          // with the denominator chosen: "G/D"
  std::string_view source = "land_status";                         // what it rests on, joined by commas: land_status, parcels, statistics
  std::vector<std::string_view> missing;                           // inputs that are not there: "land_status", "land_status.supply", "population"
  double completeness = 0;                                         // share of the land concerned whose figures are known
};
// In the order of the table of indicators; those that the always-present parcel indicators give are left out.
std::vector<Indicator> evaluate(const StatusSums& sums, const Denominators& denominators, const Records& records);

// An input that an indicator wants, in words: "调查图斑的供应代码".
findings::Text input_words(std::string_view input);

enum class ZoneType : std::uint8_t { industry_led, city_industry, other };  // 工业主导型, 产城融合型, 其他
std::string_view to_text(ZoneType type);
struct ZoneShares {
  std::optional<double> industrial, residential;  // of built land, over what is known
  std::optional<ZoneType> type;                   // empty when it hangs on land that is not surveyed
};
// industrial_above, residential_from: shares that tell the types apart (a park named bonded or export-processing is always industry-led).
ZoneShares zone_type(const StatusSums& sums, double industrial_above, double residential_from, std::string_view name);

}  // namespace yongdi::intensity
