#pragma once
// Rating firms by what they yield per mu (亩均论英雄), by one of three formulas in use, into classes A to D by rank within their group. Items, weights and
// benchmarks are the user's, the cut-offs the user's or a rule document's; the formulas are:
//   S1  value / benchmark × weight, where a cap may hold an item to so many times its weight (a county in Zhejiang, 2022)
//   S2  weight × (f + (1 − f) × (value − least) / (most − least)), f by rule; full weight where all are equal (a county in Anhui, 2022)
//   S3  weight × the share of its group that an item does not leave behind it: (n − rank + 1) / n, equal values sharing the better rank
// To the sum of the items the points of bonus are added and those of malus taken off, as the bureau has recorded them.
// A firm that emits nothing gets the mean of its group for the item per emission. What is not known leaves a firm without a total, and unranked.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::screening {

enum class Formula : std::uint8_t { benchmark, min_max, weighted_rank };
std::optional<Formula> find_formula(std::string_view name);  // "S1", "S2", "S3"

enum class Item : std::uint8_t {
  tax_per_mu,
  revenue_per_mu,
  output_per_mu,
  value_added_per_mu,
  value_added_per_energy,    // 万元 per tonne of standard coal
  value_added_per_emission,  // 万元 per tonne of equivalent
  tax_per_kwh,               // yuan per kWh: 万元 over 万千瓦时
  labour_productivity,       // 万元 per employee
  research_share,            // of revenue
};
inline constexpr std::size_t kItemCount = 9;
std::string_view to_text(Item item);
std::optional<Item> find_item(std::string_view name);

struct Firm {
  std::string id, group;  // group: firms above and below the designated size are rated apart
  std::optional<double> land_mu;
  std::optional<double> tax, revenue, output, value_added, rd_spending;  // 万元 a year
  std::optional<double> energy, electricity, emissions, employees;
  std::optional<double> bonus, malus;  // points the bureau adds and takes off; empty: none awarded
};
// Empty when a figure is missing or the divisor is not above zero.
std::optional<double> value(const Firm& firm, Item item);

struct WeightedItem {
  Item item = Item::tax_per_mu;
  double weight = 0;
  std::optional<double> benchmark;  // S1 needs one
};
using Cuts = std::array<measures::Exact, 3>;  // shares of the group down to which A, B and C reach
struct Scheme {
  Formula formula = Formula::weighted_rank;
  std::optional<double> cap = {};                // S1: most an item can get, as times its weight
  std::optional<double> least_points_share = {}; // S2: f; empty: no document in force gives it, and no item has points
  std::optional<Cuts> cuts = {};                 // empty: neither, and nobody has a class
};
// What rule documents in force on the day say for a scheme that says nothing itself.
struct RatingTerms {
  std::optional<double> least_points_share;
  std::optional<Cuts> cuts;
};
RatingTerms rating_terms(const rulebook::Rulebook& rules, measures::Day as_of);

struct RatedFirm {
  struct Part {
    Item item = Item::tax_per_mu;
    std::optional<double> value, points;
  };
  std::vector<Part> parts;
  bool points_make_sense = true;  // bonus and malus are not below zero; else there is no total
  std::optional<double> total;
  std::optional<int> rank;  // within the group; equal totals share the better one
  std::string rating;       // "A" … "D"; empty without a total, and where the scheme has no cuts
};

// One per firm, in their order; the result of a firm does not depend on it. A firm is in class A when its rank is at most ⌈n × cut⌉, and so on: ties get
// the better class. `items` are those of the group.
std::vector<RatedFirm> rate(const std::vector<Firm>& group, const std::vector<WeightedItem>& items, const Scheme& scheme);

// Land and figures of firms that share parcels.
struct Tenancy {
  std::string firm, parcel;
  std::optional<double> land_m2, floor_m2;  // as recorded for this firm on this parcel
};
// The land each tenancy stands for: as recorded; else the whole parcel for a firm alone on it; else the parcel by floor area. Empty when that is not known.
// parcel_m2: of the parcel each tenancy is on.
std::vector<std::optional<double>> share_land(const std::vector<Tenancy>& tenancies, const std::vector<std::optional<double>>& parcel_m2);

}  // namespace yongdi::screening
