#pragma once
// Figures in whole units of the rounding step: floors are raised, caps and totals are cut. Private to the room.
#include "quota/big.hpp"

namespace yongdi::quota {

// Throws findings::Failure (Exit::usage) when there are more than 2^63 units.
std::int64_t units_up(const Rational& figure, const Rational& unit);
std::int64_t units_down(const Rational& figure, const Rational& unit);

}  // namespace yongdi::quota
