#pragma once
// What `check` and `audit` share: the project file with the switches put over it, and the options of a run.
#include <filesystem>

#include "cli/console.hpp"
#include "cli/switches.hpp"
#include "settings/project.hpp"
#include "workflow/audit.hpp"

namespace yongdi::cli {

// Throws findings::Failure: Exit::input for the file, Exit::usage for what stands in it or when neither it nor --as-of names the as-of day.
settings::Project open_project(const std::filesystem::path& file, const Switches& switches);
workflow::Options run_options(const Console& console, const Switches& switches, Progress& progress);
bool stderr_is_terminal();

}  // namespace yongdi::cli
