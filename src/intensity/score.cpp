#include "intensity/score.hpp"

#include <algorithm>

namespace yongdi::intensity {
namespace {

double points(const Goal& goal, double value) {
  const double ideal = goal.ideal.to_double();
  if (goal.more_is_better) return ideal > 0 ? std::clamp<double>(kFullPercent * value / ideal, 0, kFullPercent) : kFullPercent;
  return value <= ideal ? kFullPercent : ideal < 1 ? std::clamp<double>(kFullPercent * (1 - value) / (1 - ideal), 0, kFullPercent) : kFullPercent;
}

}  // namespace

Score score(const std::vector<Goal>& goals, const std::vector<Indicator>& indicators) {
  Score result;
  double sum = 0;
  bool all_known = true;
  for (const Goal& goal : goals) {
    Points& each = result.points.emplace_back();
    each.indicator = goal.indicator;
    each.weight = goal.weight.to_double();
    each.ideal = goal.ideal.to_double();
    const auto found = std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& indicator) { return indicator.id == goal.indicator; });
    if (found != indicators.end() && found->value) {
      each.value = found->value;
      each.points = points(goal, *found->value);
      // The end of the range that is worse for the park, then the better one; an open end is scored as far as points go.
      const std::optional<double> worse = goal.more_is_better ? found->low : found->high, better = goal.more_is_better ? found->high : found->low;
      each.low = worse ? points(goal, *worse) : 0;
      each.high = better ? points(goal, *better) : kFullPercent;
    }
    if (each.points)
      sum += each.weight * *each.points;
    else if (!goal.weight.is_zero())
      all_known = false;
    result.low += each.weight * each.low;
    result.high += each.weight * each.high;
  }
  if (all_known && !goals.empty()) result.value = sum;
  return result;
}

std::vector<std::optional<int>> ranks(const std::vector<Ranked>& parks) {
  std::vector<std::optional<int>> result;
  for (const Ranked& park : parks) {
    if (!park.score) {
      result.emplace_back();
      continue;
    }
    result.emplace_back(1 + static_cast<int>(std::count_if(parks.begin(), parks.end(), [&](const Ranked& other) {
                              return other.group == park.group && other.score && *other.score > *park.score;
                            })));
  }
  return result;
}

}  // namespace yongdi::intensity
