#pragma once
// The parks of an audit on the terminal: a zone above its sub-parks, the city below.
#include <string>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

// Areas in hectares. "Not assessed" is said in words, "not known" is a dash; neither is zero.
std::string parks_table(const workflow::Audit& audit, Language language);

}  // namespace yongdi::report
