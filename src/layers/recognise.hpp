#pragma once
// Looks at sources nobody has described yet: which layer each is, which field means what, and what stays unsure. `yongdi init` writes it as a
// commented project file for review.
#include <filesystem>
#include <string>
#include <vector>

namespace yongdi::layers {

// The TOML text of a project file. Throws findings::Failure (Exit::input) for a source that cannot be opened. `folder` is where the project file will
// stand: sources are named relative to it.
std::string draft_project(const std::vector<std::string>& sources, const std::filesystem::path& folder, const std::filesystem::path& data_folder);

}  // namespace yongdi::layers
