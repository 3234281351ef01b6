#pragma once
// Supply rates of all approvals and of each park: shares of approvals by area, and the rules of supply::rate.
#include <optional>
#include <utility>
#include <vector>

#include "supply/rate.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

// The approvals of one park, each by the share of its land in the park; of all parks and beyond without one.
std::vector<supply::Cohort> cohorts(const Run& run, std::optional<std::uint32_t> park);

// First and last year of the average rate: the years before the audit year. Empty when no document in force says how many.
std::optional<std::pair<int, int>> rate_window(const Run& run);

}  // namespace yongdi::workflow
