#pragma once
// The list to work through: an XLSX with one row per finding, for the people who mend the data.
#include <filesystem>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

// Defects (error, warning, notice) on the first sheet, remarks (info) on the second; a sheet that is full goes on in another. Same findings, same
// bytes: the as-of day stands for the time of making. Throws findings::Failure (Exit::output).
void write_fix_list(const workflow::Audit& audit, const std::filesystem::path& path, bool overwrite, Language language);

}  // namespace yongdi::report
