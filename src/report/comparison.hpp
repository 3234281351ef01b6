#pragma once
// A comparison of park outlines on a terminal and for machines.
#include <filesystem>
#include <string>

#include "report/language.hpp"
#include "workflow/comparing.hpp"

namespace yongdi::report {

std::string comparison_summary(const workflow::CompareResult& result, const std::filesystem::path& output, Language language);
// {"versions": […], "parks": [{columns of `park_change`, "parcels": [{columns of `parcel_change`}], "constraints": [{…}], "balance": {class: {…}},
// "indicators": {name: {…}}}], "totals": [{of all outlines, every square metre once; "leaf_parks": {the same of parks without sub-parks}}],
// "overlaps": […], "gaps": […], "findings": {"error": n, …}, "diff": path}. `parcels` is empty and "parcels_known" false where no parcels were given;
// "gaps" is null where nobody looked for them.
std::string comparison_json(const workflow::CompareResult& result, const std::filesystem::path& output);

}  // namespace yongdi::report
