#pragma once
// The score of a park: every indicator against its ideal value, weighted. Weights and ideal values are the user's; nothing is assumed where one is not
// given. An indicator that is a range scores as a range, and one that is unknown scores anything between 0 and 100.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intensity/evaluation.hpp"
#include "measures/exact.hpp"

namespace yongdi::intensity {

// What full marks are, for an indicator and for a park.
inline constexpr double kFullPercent = 100;

struct Goal {
  std::string indicator;
  measures::Exact weight;  // of the whole: the product of the weights above it
  measures::Exact ideal;
  bool more_is_better = true;
};

struct Points {
  std::string indicator;
  double weight = 0, ideal = 0;
  std::optional<double> value, points;  // of the indicator; of its score, 0–100
  double low = 0, high = kFullPercent;
};
struct Score {
  std::vector<Points> points;
  std::optional<double> value;  // empty when an indicator with weight is unknown
  double low = 0, high = 0;
};

// More is better: 100 × value / ideal, at most 100. Less is better (a share between 0 and 1): 100 at the ideal or below, falling in a straight line to 0
// at 1.
Score score(const std::vector<Goal>& goals, const std::vector<Indicator>& indicators);

struct Ranked {
  std::string park;   // id
  std::string group;  // parks are ranked within it
  std::optional<double> score;
};
// 1 for the best of its group; equal scores share a rank; none without a score. Does not depend on the order of `parks`.
std::vector<std::optional<int>> ranks(const std::vector<Ranked>& parks);

}  // namespace yongdi::intensity
