#pragma once
// The list to work through: an XLSX with one row per finding, for the people who mend the data.
#include <filesystem>
#include <string>
#include <string_view>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

// Defects (error, warning, notice) on the first sheet, remarks (info) on the second; a sheet that is full goes on in another. Same findings, same
// bytes: the as-of day stands for the time of making. Throws findings::Failure (Exit::output).
void write_fix_list(const workflow::Audit& audit, const std::filesystem::path& path, bool overwrite, Language language);

// What fits in one cell: sound UTF-8, at most 32,767 UTF-16 units, and a mark where it was cut.
std::string fit_cell(std::string_view text, Language language);

}  // namespace yongdi::report
