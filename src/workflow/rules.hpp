#pragma once
// The rulebook of a project, and whether it may be used on the as-of day.
#include <filesystem>
#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "settings/project.hpp"

namespace yongdi::workflow {

// A folder beside the project file, else a shipped rulebook. Throws findings::Failure (Exit::usage) for one that cannot be used.
rulebook::Rulebook load_rules(const settings::Project& project, const std::filesystem::path& data_folder);
// The rules that it does not encode, for every report to print.
rulebook::NotEncodedList load_not_encoded(const settings::Project& project, const std::filesystem::path& data_folder);

// An anchor document that is not in force on the as-of day stops the run (Exit::usage), unless the project file accepts it by name: those, in order.
std::vector<std::string> accepted_anchors(const settings::Project& project, const rulebook::Rulebook& rules, measures::Day as_of);

}  // namespace yongdi::workflow
