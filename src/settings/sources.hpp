#pragma once
// Every file that a project reads: what no output may take the place of.
#include <filesystem>
#include <vector>

#include "settings/project.hpp"

namespace yongdi::settings {

// The project file itself, then layers, tables and ledgers, seen from its folder; of a shapefile all files that belong to it. Connections to
// databases are left out, and nothing says that the files exist.
std::vector<std::filesystem::path> files_read(const Project& project);
// The same of one source.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& source);

}  // namespace yongdi::settings
