#pragma once
// Figures as they are printed: rounded half away from zero on decimals, and only here.
#include <optional>
#include <string>

#include "report/language.hpp"

namespace yongdi::report {

// "12.3457" from m²; "—" when it is not known.
std::string hectares(std::optional<double> area_m2);
std::string decimal(std::optional<double> value, int decimals);

}  // namespace yongdi::report
