#pragma once
// Everything wrong with the input, for reading on a terminal: by severity, then code; each with its place, its reason and its mend.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

// Of each code the first `per_code` findings are told; the rest is counted, with the way to see it.
std::string check_listing(const workflow::Audit& audit, const std::filesystem::path& project, const std::optional<std::filesystem::path>& fixes,
                          Language language, std::size_t per_code = 5);

}  // namespace yongdi::report
