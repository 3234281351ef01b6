#pragma once
// What an audit would do, told before it does it (--dry-run).
#include <filesystem>
#include <string>

#include "report/language.hpp"
#include "settings/project.hpp"

namespace yongdi::cli {

struct Plan {
  std::string text;
  bool complete = true;  // every source that is a file is there
};

// Opens no source; reads the rulebook. Throws findings::Failure (Exit::usage) for a rulebook that cannot be used.
Plan plan(const settings::Project& project, const std::filesystem::path& data_folder, const std::filesystem::path& ledger, report::Language language);

}  // namespace yongdi::cli
