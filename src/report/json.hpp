#pragma once
// Results for machines: one object per command, keys as the columns of the ledger.
#include <filesystem>
#include <optional>
#include <string>

#include "workflow/audit.hpp"

namespace yongdi::report {

// {"title", "as_of", …, "parks": [{columns of `park`, "balance": {class: m²}, "indicators": {name: {…}}}], "findings": {"error": n, …}, "ledger":
// path}
std::string audit_json(const workflow::Audit& audit, const std::filesystem::path& ledger);
// {"title", "as_of", …, "findings": {"error": n, …}, "finding": [{columns of `finding`}], "fixes": path or null}
std::string check_json(const workflow::Audit& audit, const std::optional<std::filesystem::path>& fixes);

}  // namespace yongdi::report
