#pragma once
// The annual tables of a quota as a workbook (XLSX): every figure as a live formula from the inputs up, beside the figure that was worked out
// exactly, with a check cell for each; printed on A3 and A4. Change an input cell and everything that depends on it moves.
#include <filesystem>

#include "report/language.hpp"
#include "workflow/quota.hpp"

namespace yongdi::report {

// Same quota, same bytes. Throws findings::Failure (Exit::output).
void write_quota_book(const workflow::Quota& quota, const std::filesystem::path& path, bool overwrite, Language language);

}  // namespace yongdi::report
