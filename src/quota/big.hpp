#pragma once
// Rationals without a limit of size, for the shares of the factor rule: one figure divides by up to four sums, which leaves 128 bits. Private to the
// room: its public headers speak in measures::Exact, whole units and binary figures for display.
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <string>

#include "measures/exact.hpp"

namespace yongdi::quota {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

Rational rational(const measures::Exact& value);
double to_double(const Rational& value);
Integer floor_of(const Rational& value);
Integer ceiling_of(const Rational& value);
// At most `places` decimals, rounded half away from zero, without trailing zeros; "≈" in front when that is not the very number.
std::string decimal(const Rational& value, int places);
std::string decimal(const Integer& top, const Integer& bottom, int places);  // of top ÷ bottom, which need not be in lowest terms; bottom above zero
// Throws std::overflow_error beyond 64 bits.
std::int64_t whole(const Integer& value);

}  // namespace yongdi::quota
