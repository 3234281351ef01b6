#pragma once
// Plot ratio, density, coefficient and investment intensity of a parcel: numerator, denominator, and the limit compared with.
#include "explain/case_file.hpp"

namespace yongdi::explain {

Section ratio_section(const ParcelFile& file, const Ground& ground);

}  // namespace yongdi::explain
