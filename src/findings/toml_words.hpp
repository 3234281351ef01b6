#pragma once
// What the TOML reader says of a line it cannot read, for a person who never saw the format: its own words come in English only.
#include <string_view>

#include "findings/failure.hpp"

namespace yongdi::findings {

// "键名后面缺等号", "Error while parsing key-value pair: expected '=', saw 'x'".
Text toml_words(std::string_view said);

}  // namespace yongdi::findings
