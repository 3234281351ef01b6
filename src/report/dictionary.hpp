#pragma once
// The dictionary: every column of the ledger, every indicator, every finding code, with its meaning in Chinese and English.
#include <string>

#include "report/language.hpp"

namespace yongdi::report {

std::string columns_text(Language headings);
std::string columns_json();
std::string finding_codes_text(Language headings);
std::string finding_codes_json();

}  // namespace yongdi::report
