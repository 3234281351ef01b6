#include "screening/rating.hpp"

#include <algorithm>
#include <map>

#include "rulebook/lookup.hpp"

namespace yongdi::screening {
namespace {

using measures::Exact;

constexpr std::array<std::string_view, kItemCount> kItems = {"tax_per_mu",   "revenue_per_mu", "output_per_mu", "value_added_per_mu", "value_added_per_energy", "value_added_per_emission",
                                                             "tax_per_kwh",  "labour_productivity", "research_share"};

std::optional<double> quotient(const std::optional<double>& part, const std::optional<double>& whole) {
  return part && whole && *whole > 0 ? std::optional(*part / *whole) : std::nullopt;
}

int rank_among(double own, const std::vector<double>& all) {
  return 1 + static_cast<int>(std::count_if(all.begin(), all.end(), [&](double other) { return other > own; }));
}

bool emits_nothing(const Firm& firm, Item item) { return item == Item::value_added_per_emission && firm.emissions && *firm.emissions == 0; }

// What one item is worth to every firm of the group.
std::vector<std::optional<double>> points(const std::vector<Firm>& group, const WeightedItem& item, const Scheme& scheme) {
  std::vector<double> known;
  for (const Firm& firm : group)
    if (const auto each = value(firm, item.item)) known.push_back(*each);
  std::sort(known.begin(), known.end());  // so that sums do not depend on the order of firms
  std::vector<std::optional<double>> result(group.size());
  std::vector<double> given;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const auto own = value(group[i], item.item);
    if (!own) continue;
    if (scheme.formula == Formula::benchmark) {
      if (!item.benchmark || *item.benchmark <= 0) continue;
      result[i] = *own / *item.benchmark * item.weight;
      if (scheme.cap) result[i] = std::min(*result[i], *scheme.cap * item.weight);
    } else if (scheme.formula == Formula::min_max) {
      if (!scheme.least_points_share) continue;
      const double least = known.front(), most = known.back(), floor = *scheme.least_points_share;
      result[i] = most > least ? item.weight * (floor + (1 - floor) * (*own - least) / (most - least)) : item.weight;
    } else {
      const auto n = static_cast<double>(known.size());
      result[i] = item.weight * (n - rank_among(*own, known) + 1) / n;
    }
    given.push_back(*result[i]);
  }
  std::sort(given.begin(), given.end());
  double sum = 0;
  for (const double each : given) sum += each;
  for (std::size_t i = 0; i < group.size(); ++i)
    if (!result[i] && emits_nothing(group[i], item.item) && !given.empty()) result[i] = sum / static_cast<double>(given.size());
  return result;
}

// rank ≤ ⌈n × cut⌉, in whole numbers.
std::string rating(int rank, std::size_t count, const Cuts& cuts) {
  constexpr std::string_view kClasses[] = {"A", "B", "C"};
  for (std::size_t i = 0; i < cuts.size(); ++i)
    if (Exact(rank - 1) < Exact(static_cast<std::int64_t>(count)) * cuts[i]) return std::string(kClasses[i]);
  return "D";
}

}  // namespace

std::optional<Formula> find_formula(std::string_view name) {
  if (name == "S1") return Formula::benchmark;
  if (name == "S2") return Formula::min_max;
  return name == "S3" ? std::optional(Formula::weighted_rank) : std::nullopt;
}

RatingTerms rating_terms(const rulebook::Rulebook& rules, measures::Day as_of) {
  rulebook::Lookup law(rules, as_of);
  const auto a = law.number("rating.class_a_share"), b = law.number("rating.class_b_share"), c = law.number("rating.class_c_share");
  const auto least = law.number("rating.least_points_share");
  RatingTerms terms;
  if (a && b && c) terms.cuts = Cuts{*a, *b, *c};
  if (least) terms.least_points_share = least->to_double();
  return terms;
}

std::string_view to_text(Item item) { return kItems[static_cast<std::size_t>(item)]; }
std::optional<Item> find_item(std::string_view name) {
  const auto* const found = std::find(kItems.begin(), kItems.end(), name);
  return found == kItems.end() ? std::nullopt : std::optional(static_cast<Item>(found - kItems.begin()));
}

std::optional<double> value(const Firm& firm, Item item) {
  switch (item) {
    case Item::tax_per_mu:
      return quotient(firm.tax, firm.land_mu);
    case Item::revenue_per_mu:
      return quotient(firm.revenue, firm.land_mu);
    case Item::output_per_mu:
      return quotient(firm.output, firm.land_mu);
    case Item::value_added_per_mu:
      return quotient(firm.value_added, firm.land_mu);
    case Item::value_added_per_energy:
      return quotient(firm.value_added, firm.energy);
    case Item::value_added_per_emission:
      return quotient(firm.value_added, firm.emissions);
    case Item::tax_per_kwh:
      return quotient(firm.tax, firm.electricity);
    case Item::labour_productivity:
      return quotient(firm.value_added, firm.employees);
    case Item::research_share:
      return quotient(firm.rd_spending, firm.revenue);
  }
  return std::nullopt;
}

std::vector<RatedFirm> rate(const std::vector<Firm>& group, const std::vector<WeightedItem>& items, const Scheme& scheme) {
  std::vector<RatedFirm> result(group.size());
  for (RatedFirm& firm : result) firm.total = 0;
  for (const WeightedItem& item : items) {
    const auto earned = points(group, item, scheme);
    for (std::size_t i = 0; i < group.size(); ++i) {
      result[i].parts.push_back({item.item, value(group[i], item.item), earned[i]});
      result[i].total = result[i].total && earned[i] ? std::optional(*result[i].total + *earned[i]) : std::nullopt;
    }
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    const double bonus = group[i].bonus.value_or(0), malus = group[i].malus.value_or(0);
    result[i].points_make_sense = bonus >= 0 && malus >= 0;
    result[i].total = result[i].total && result[i].points_make_sense ? std::optional(*result[i].total + bonus - malus) : std::nullopt;
  }
  std::vector<double> totals;
  for (const RatedFirm& firm : result)
    if (firm.total) totals.push_back(*firm.total);
  for (RatedFirm& firm : result) {
    if (!firm.total) continue;
    firm.rank = rank_among(*firm.total, totals);
    if (scheme.cuts) firm.rating = rating(*firm.rank, totals.size(), *scheme.cuts);
  }
  return result;
}

std::vector<std::optional<double>> share_land(const std::vector<Tenancy>& tenancies, const std::vector<std::optional<double>>& parcel_m2) {
  struct OnParcel {
    std::size_t count = 0;
    std::optional<double> floor_m2 = 0;
  };
  std::map<std::string, OnParcel> parcels;
  for (const Tenancy& each : tenancies) {
    OnParcel& parcel = parcels[each.parcel];
    ++parcel.count;
    parcel.floor_m2 = parcel.floor_m2 && each.floor_m2 ? std::optional(*parcel.floor_m2 + *each.floor_m2) : std::nullopt;
  }
  std::vector<std::optional<double>> result(tenancies.size());
  for (std::size_t i = 0; i < tenancies.size(); ++i) {
    const OnParcel& parcel = parcels[tenancies[i].parcel];
    if (tenancies[i].land_m2)
      result[i] = tenancies[i].land_m2;
    else if (parcel.count == 1)
      result[i] = parcel_m2[i];
    else if (parcel_m2[i] && parcel.floor_m2 && *parcel.floor_m2 > 0)
      result[i] = *parcel_m2[i] * (*tenancies[i].floor_m2 / *parcel.floor_m2);
  }
  return result;
}

}  // namespace yongdi::screening
