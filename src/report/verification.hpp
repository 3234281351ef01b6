#pragma once
// What a verification found, for a person and for a machine.
#include <filesystem>
#include <string>

#include "report/language.hpp"
#include "workflow/verify.hpp"

namespace yongdi::report {

std::string verification_text(const workflow::Verification& verification, const std::filesystem::path& ledger, Language language);
// {"same", "ledger", "changed": {"data": [{"what", "before", "after", …}], "law": …}, "moved": [{"because": […], "tables": […]}], "parks": […],
// "notes": […]}
std::string verification_json(const workflow::Verification& verification, const std::filesystem::path& ledger);

}  // namespace yongdi::report
