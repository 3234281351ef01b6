#pragma once
// Quotas and allocations for a terminal and for machines.
#include <filesystem>
#include <optional>
#include <string>

#include "quota/allocate.hpp"
#include "report/language.hpp"
#include "workflow/quota.hpp"

namespace yongdi::report {

// What the planner wants to see first: under which rule, each park's quota, whether it all adds up, what stood in for law, and how it was shared.
std::string quota_summary(const workflow::Quota& quota, const std::filesystem::path& file, Language language);
// {"title", "year", "rule", "label", "total_m2", "reserve_m2", "parks": [{columns of `quota`, "steps": […]}], "rounds": […], "checks": […],
// "placeholders": […], "findings": {"error": n, …}, "quota": path}
std::string quota_json(const workflow::Quota& quota, const std::filesystem::path& file);

std::string allocation_table(const quota::Allocation& allocation, Language language);
// {"parks": [{"id", "quota", "rounds": […]}], "rounds": […], "total", "reserve"}: figures as decimals in the measure of the total.
std::string allocation_json(const quota::Allocation& allocation);

}  // namespace yongdi::report
