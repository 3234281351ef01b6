#include "intensity/limits.hpp"

#include <algorithm>
#include <tuple>

namespace yongdi::intensity {
namespace {

using measures::Certainty;
using measures::Exact;

constexpr Bound kBounds[] = {Bound::min, Bound::max};

bool in_place(const Limit& limit, const Site& site) {
  return limit.place.empty() || std::find(site.places.begin(), site.places.end(), limit.place) != site.places.end();
}

// How far a row gets with the parcel; the farthest any row gets is what is said of the parcel when none fits.
Gap fit(const Limit& limit, const Site& site) {
  if (site.industrial == Certainty::no) return Gap::not_industrial;
  if (limit.industry.empty() && site.industrial == Certainty::unknown) return Gap::industry_missing;
  if (!limit.industry.empty() && site.industry.empty()) return Gap::industry_missing;
  if (!site.industry.starts_with(limit.industry) || !in_place(limit, site)) return Gap::no_row;
  if (!limit.land_class.empty() && limit.land_class != site.land_class) return Gap::no_row;
  if (!limit.industry.empty() && !site.industry_edition.empty() && limit.industry_edition != site.industry_edition) return Gap::no_row;
  if (site.contract_on && !limit.in_force(*site.contract_on)) return Gap::none_in_force;
  if (!limit.industry.empty() && site.industry_edition.empty()) return Gap::edition_missing;
  if (!site.contract_on) return Gap::contract_missing;
  return Gap::none_loaded;  // nothing in the way
}

// The row that says most about the parcel.
auto precision(const Limit& limit) {
  return std::tuple(-static_cast<int>(limit.origin), !limit.place.empty(), limit.industry.size(), !limit.land_class.empty());
}

bool looser(Bound bound, const Exact& agreed, const Exact& table) { return bound == Bound::min ? agreed < table : agreed > table; }

void weaken(std::optional<rulebook::Status>& weakest, const Limit* limit) {
  if (limit != nullptr) weakest = weakest ? std::max(*weakest, limit->status) : limit->status;
}

class Comparing {
 public:
  Comparing(const Ratios& ratios, const Agreed& agreed, const LimitTable& tables, const Site& site)
      : m_ratios(ratios), m_agreed(agreed), m_tables(tables), m_site(site) {}

  Comparison run() {
    for (std::size_t i = 0; i < kMeasureCount; ++i) {
      const auto measure = static_cast<Measure>(i);
      std::optional<Certainty> kept;
      std::optional<Gap> gap;
      for (const Bound bound : kBounds) {
        binding(measure, bound, kept, gap);
        recommended(measure, bound);
      }
      settle(measure, kept, gap.value_or(Gap::none_loaded));
    }
    return std::move(m_result);
  }

 private:
  void add(Measure measure, Bound bound, Force force, const Limit* limit, const Exact& required, const Limit* looser_than = nullptr) {
    const Ratio& ratio = m_ratios[static_cast<std::size_t>(measure)];
    m_result.limits.push_back({measure, bound, force, limit, required, m_agreed.of(measure, bound), ratio.value(),
                               is_rated(measure) ? std::optional(ratio.keeps(bound, required)) : std::nullopt, looser_than});
  }

  [[nodiscard]] bool is_rated(Measure measure) const {
    const auto& part = m_ratios[static_cast<std::size_t>(measure)].part;
    return !(m_site.unstarted && part && part->is_zero());
  }

  void binding(Measure measure, Bound bound, std::optional<Certainty>& kept, std::optional<Gap>& gap) {
    const Found found = m_tables.find(measure, bound, Force::binding, m_site);
    if (const auto& agreed = m_agreed.of(measure, bound)) {
      const bool less = found.limit != nullptr && looser(bound, *agreed, found.limit->value);
      add(measure, bound, Force::binding, nullptr, *agreed, less ? found.limit : nullptr);
    } else if (found.limit != nullptr) {
      add(measure, bound, Force::binding, found.limit, found.limit->value);
      if (decides(measure)) weaken(m_result.weakest, found.limit);
    } else {
      gap = gap && *gap > found.gap ? *gap : found.gap;
      if (found.undecided() && is_rated(measure)) {
        kept = measures::both(kept.value_or(Certainty::yes), Certainty::unknown);
        if (decides(measure)) note(found.gap == Gap::edition_missing ? "industry_edition" : "contract_on");
      }
      return;
    }
    if (const auto& answer = m_result.limits.back().kept)
      kept = measures::both(kept.value_or(Certainty::yes), *answer);
    else
      gap = Gap::not_started;
  }

  void recommended(Measure measure, Bound bound) {
    const Found found = m_tables.find(measure, bound, Force::recommended, m_site);
    if (found.limit != nullptr) add(measure, bound, Force::recommended, found.limit, found.limit->value);
  }

  static bool decides(Measure measure) {
    return measure == Measure::plot_ratio || measure == Measure::building_coefficient || measure == Measure::investment_intensity;
  }

  void note(std::string_view field) {
    if (std::find(m_result.missing.begin(), m_result.missing.end(), field) == m_result.missing.end()) m_result.missing.push_back(field);
  }

  void settle(Measure measure, std::optional<Certainty> kept, Gap gap) {
    if (measure == Measure::plot_ratio) std::tie(m_result.plot_ratio, m_result.plot_ratio_gap) = std::pair(kept, gap);
    if (measure == Measure::building_coefficient) std::tie(m_result.coefficient, m_result.coefficient_gap) = std::pair(kept, gap);
    if (measure == Measure::investment_intensity) std::tie(m_result.investment, m_result.investment_gap) = std::pair(kept, gap);
  }

  const Ratios& m_ratios;
  const Agreed& m_agreed;
  const LimitTable& m_tables;
  const Site& m_site;
  Comparison m_result;
};

}  // namespace

std::string_view to_text(Force force) { return force == Force::binding ? "binding" : "recommended"; }

std::string_view to_text(Origin origin) {
  constexpr std::string_view kNames[] = {"contract", "local", "provincial", "national"};
  return kNames[static_cast<std::size_t>(origin)];
}

Found LimitTable::find(Measure measure, Bound bound, Force force, const Site& site) const {
  Found best;
  for (const Limit& limit : m_rows) {
    if (limit.measure != measure || limit.bound != bound || limit.force != force) continue;
    const Gap gap = fit(limit, site);
    if (gap == Gap::none_loaded) {
      if (best.limit == nullptr || precision(limit) > precision(*best.limit)) best.limit = &limit;
    } else {
      best.gap = std::max(best.gap, gap);
    }
  }
  return best;
}

const std::optional<Exact>& Agreed::of(Measure measure, Bound bound) const {
  static const std::optional<Exact> kSilent;
  if (measure == Measure::plot_ratio) return bound == Bound::min ? plot_ratio_min : plot_ratio_max;
  if (bound == Bound::max) return kSilent;
  return measure == Measure::building_coefficient ? building_coefficient_min : measure == Measure::investment_intensity ? investment_min : kSilent;
}

Comparison compare(const Ratios& ratios, const Agreed& agreed, const LimitTable& tables, const Site& site) {
  return Comparing(ratios, agreed, tables, site).run();
}

}  // namespace yongdi::intensity
