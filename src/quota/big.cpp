#include "quota/big.hpp"

#include <limits>
#include <stdexcept>

namespace yongdi::quota {

Rational rational(const measures::Exact& value) { return Rational(Integer(value.numerator()), Integer(value.denominator())); }

double to_double(const Rational& value) { return value.convert_to<double>(); }

Integer floor_of(const Rational& value) {
  const Integer top = numerator(value), bottom = denominator(value);
  const Integer quotient = top / bottom;  // towards zero
  return top < 0 && quotient * bottom != top ? Integer(quotient - 1) : quotient;
}

Integer ceiling_of(const Rational& value) { return -floor_of(Rational(-value)); }

std::string decimal(const Integer& top, const Integer& bottom, int places) {
  Integer units, rest;
  divide_qr(Integer(abs(top) * pow(Integer(10), static_cast<unsigned>(places))), bottom, units, rest);
  const bool exact = rest == 0;
  if (rest + rest >= bottom) ++units;
  std::string digits = units <= std::numeric_limits<std::uint64_t>::max() ? std::to_string(units.convert_to<std::uint64_t>()) : units.str();
  const auto behind = static_cast<std::size_t>(places);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  if (behind > 0) {
    digits.insert(digits.size() - behind, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return (exact ? "" : "≈") + std::string(top < 0 && units != 0 ? "-" : "") + digits;
}

std::string decimal(const Rational& value, int places) { return decimal(numerator(value), denominator(value), places); }

std::int64_t whole(const Integer& value) {
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
    throw std::overflow_error("a number of units left the range of 64 bits");
  return value.convert_to<std::int64_t>();
}

}  // namespace yongdi::quota
