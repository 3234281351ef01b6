#pragma once
// Every finding code of the program, declared once.
#include <span>
#include <string_view>

#include "findings/finding.hpp"

namespace yongdi::findings {

// In the order of the outward contract: errors, warnings, notices, infos.
std::span<const Kind> catalogue();

// The kind of that code. Throws std::logic_error when there is none: codes are written in the program, never read from input.
const Kind& kind(std::string_view code);

}  // namespace yongdi::findings
