#pragma once
// Trials beside the base case, for a terminal and for machines.
#include <string>

#include "report/language.hpp"
#include "workflow/quota_trial.hpp"

namespace yongdi::report {

std::string trial_tables(const workflow::TrialResult& result, Language language);
// {"label", "parks": [ids], "base": {"quota_m2": […], "reserve_m2"}, "variants": [{"name", "quota_m2", "reserve_m2", "infeasible"}], "marginal": […],
// "placeholders": […]}
std::string trial_json(const workflow::TrialResult& result);

}  // namespace yongdi::report
