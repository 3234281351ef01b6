#pragma once
// The quota of every park, in eight steps, each told with the figure before and after: credit, raw, reward, gate, deduct, cap, share, round. Exact
// arithmetic up to the rounding; binary figures are for display only.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/certainty.hpp"
#include "quota/inputs.hpp"
#include "quota/parameters.hpp"

namespace yongdi::quota {

enum class Step : std::uint8_t { credit, raw, reward, gate, deduct, cap, share, round };
inline constexpr Step kSteps[] = {Step::credit, Step::raw, Step::reward, Step::gate, Step::deduct, Step::cap, Step::share, Step::round};
std::string_view to_text(Step step);
findings::Text words(Step step);

struct StepTold {
  Step step;
  std::optional<double> before_m2;
  double after_m2 = 0;
  std::vector<std::string> rules;  // ids of `rule`, each once
  findings::Text statement;
};

struct TaskDone {
  measures::Exact disposed_m2;
  std::optional<measures::Exact> figure;  // the rate reached (empty: 0 of 0) or the stock left
  bool done = false;
};

// Of all disposals of the task's park.
TaskDone judge(const Task& task, const std::vector<Disposed>& disposals);

struct ParkQuota {
  Completion completion = Completion::both;
  measures::Certainty gated = measures::Certainty::no;  // unknown: no supply rate, gate not applied
  bool exempted = false;                                // the gate would have closed, but the park is exempt
  measures::Exact credit_m2, quota_m2;
  std::vector<StepTold> steps;  // all eight
  bool placeholder = false;     // a placeholder parameter reached the figure
};

struct RoundTold {
  double before_m2 = 0, after_m2 = 0;
  std::optional<double> factor;
  std::size_t fixed = 0;
  findings::Text statement;
};

// An identity that must hold; both sides were added up apart from each other.
struct Check {
  std::string identity, unit;
  measures::Exact left, right;
  bool holds = false;
  findings::Text statement;
};

struct Outcome {
  std::vector<ParkQuota> parks;  // as in the case
  std::vector<TaskDone> tasks;   // as in the case
  std::vector<RoundTold> rounds;
  measures::Exact to_share_m2, kept_back_m2;     // total × (1 − reserve share); total × reserve share
  measures::Exact undistributed_m2, reserve_m2;  // to share less Σ quotas; what stays with the city: kept back and undistributed
  std::vector<Check> checks;
  std::vector<Parameter> used;  // parameters that reached a figure, by name
};

// Throws findings::Failure: Exit::infeasible naming the culprits; Exit::usage for a parameter that is missing; Exit::input for an input that the
// factor rule needs and a park lacks.
Outcome derive(const Case& input, const Parameters& parameters);

}  // namespace yongdi::quota
