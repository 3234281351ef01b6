#pragma once
// The rulebook of a project, and whether it may be used on the as-of day.
#include <filesystem>
#include <string>
#include <vector>

#include "findings/finding.hpp"
#include "rulebook/rulebook.hpp"
#include "settings/project.hpp"

namespace yongdi::workflow {

// A folder beside the project file, else a shipped rulebook. Throws findings::Failure (Exit::usage) for one that cannot be used.
rulebook::Rulebook load_rules(const settings::Project& project, const std::filesystem::path& data_folder);
// The rules that it does not encode, for every report to print.
rulebook::NotEncodedList load_not_encoded(const settings::Project& project, const std::filesystem::path& data_folder);

// What comes of the documents that the project file accepts though they are not in force.
struct Acceptance {
  std::vector<std::string> anchors;         // accepted and out of force on the as-of day, in the order of the rulebook
  std::vector<findings::Finding> findings;  // acceptances that nothing needs
};
// An anchor document that is not in force on the as-of day stops the run (Exit::usage), unless the project file accepts it by name. A name that no
// document of the rulebook bears is refused, with the nearest.
Acceptance accept_anchors(const settings::Project& project, const rulebook::Rulebook& rules, measures::Day as_of);

}  // namespace yongdi::workflow
