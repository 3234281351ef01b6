#pragma once
// [quota]: its keys belong to the contract and are checked with the rest of the file, so that one project file serves every command.
#include "settings/project.hpp"
#include "settings/section.hpp"

namespace yongdi::settings {

// Throws findings::Failure (Exit::usage) for a key, type, unit or value that does not fit.
QuotaSetting read_quota(const toml::table& table, const Where& where);

}  // namespace yongdi::settings
