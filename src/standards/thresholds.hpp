#pragma once
// The bureau's own thresholds for the screens, by park and industry.
#include <filesystem>
#include <string>
#include <vector>

#include "screening/thresholds.hpp"
#include "standards/limits.hpp"

namespace yongdi::standards {

struct ThresholdTable {
  std::vector<screening::Override> rows;
  std::vector<TableFile> files;
};

// Columns: parameter, value, park, industry, document. `table` is relative to the project's folder; empty: no table. Throws findings::Failure: a file that
// is missing; a parameter that no screen reads, a value outside what its unit allows, an industry that is no code, the same threshold twice: each with
// its row.
ThresholdTable read_thresholds(const std::filesystem::path& project_folder, const std::string& table);

}  // namespace yongdi::standards
