#pragma once
// The keys of a project file with their values, flat, for the receipt.
#include <toml++/toml.h>

#include <string>
#include <utility>
#include <vector>

namespace yongdi::settings {

std::vector<std::pair<std::string, std::string>> written_keys(const toml::table& root);

}  // namespace yongdi::settings
