#pragma once
// A change of the base case as a person types it, put over the inputs.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "workflow/quota.hpp"

namespace yongdi::workflow {

struct WhatIf {
  quota::Case input;
  quota::Settings parameters;
};

// All throw findings::Failure (Exit::usage) for what cannot be understood, with the nearest name.

// "factor.alpha=0.4", "park.K03.demand=30mu", "total=2500mu", "reserve_share=0.1".
void apply(WhatIf& change, const std::string& setting);
// "K03:idle:3ha"
void apply_more(WhatIf& change, const std::string& more);
// Parcels and approvals of the ledger `stock`, as if they had been disposed of; refused when they are not idle or unsupplied there, lie in no park,
// are named twice, or are among the disposals already.
void apply_disposed(WhatIf& change, const QuotaInput& basis, const std::vector<std::string>& ids, const std::filesystem::path& stock);

void add_disposal(quota::Case& input, std::size_t park, quota::Kind kind, std::optional<int> cohort, const measures::Exact& area_m2);

}  // namespace yongdi::workflow
