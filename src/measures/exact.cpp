#include "measures/exact.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace yongdi::measures {
namespace {

__extension__ using UInt128 = unsigned __int128;

constexpr UInt128 kLargest = ~UInt128{0} >> 1U;  // of an Int128

[[noreturn]] void out_of_range() { throw std::overflow_error("an exact figure left the range of 128 bits"); }

constexpr UInt128 magnitude(Int128 value) { return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value); }

constexpr bool fits_64(Int128 value) { return value == static_cast<std::int64_t>(value); }

Int128 with_sign(UInt128 size, bool negative) {
  if (size > kLargest) out_of_range();
  return negative ? -static_cast<Int128>(size) : static_cast<Int128>(size);
}

// Small figures are the rule, and 64-bit division is many times faster than 128-bit division; so is one division before the many steps of std::gcd
// where one figure is much smaller than the other, as denominators are.
UInt128 greatest_common_divisor(UInt128 a, UInt128 b) {
  while (b != 0) {
    if (b == 1) return 1;
    if (a >> 64U == 0 && b >> 64U == 0) {
      const auto divisor = static_cast<std::uint64_t>(b);
      return std::gcd(static_cast<std::uint64_t>(a) % divisor, divisor);
    }
    a %= b;
    std::swap(a, b);
  }
  return a;
}

// Exactly; most divisions here are by 1.
Int128 divided(Int128 value, Int128 divisor) { return divisor == 1 ? value : value / divisor; }

// Through unsigned magnitudes, which every compiler checks in line.
bool multiply(UInt128 a, UInt128 b, UInt128& product) { return !__builtin_mul_overflow(a, b, &product) && product <= kLargest; }

Int128 multiply(Int128 a, Int128 b) {
  if (fits_64(a) && fits_64(b)) return a * b;
  UInt128 product = 0;
  if (!multiply(magnitude(a), magnitude(b), product)) out_of_range();
  return with_sign(product, (a < 0) != (b < 0));
}

Int128 add(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum) || magnitude(sum) > kLargest) out_of_range();
  return sum;
}

// a/b against c/d, all positive, by the whole parts and then by the swapped fractions (continued fractions): no product, so no overflow.
std::strong_ordering compare_positive(UInt128 a, UInt128 b, UInt128 c, UInt128 d) {
  for (bool swapped = false;; swapped = !swapped) {
    const UInt128 left = a / b;
    const UInt128 right = c / d;
    if (left != right) return (left < right) != swapped ? std::strong_ordering::less : std::strong_ordering::greater;
    a %= b;
    c %= d;
    if (a == 0 || c == 0) {
      if (a == c) return std::strong_ordering::equal;
      return (a == 0) != swapped ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    std::swap(a, b);
    std::swap(c, d);
  }
}

// The next decimal digit of remainder/denominator, leaving the new remainder. 10 × remainder may need 131 bits, so it is built bit by bit (10 =
// 1010b).
unsigned next_digit(UInt128& remainder, UInt128 denominator) {
  UInt128 rest = 0;
  unsigned digit = 0;
  const auto reduce = [&] {
    if (rest < denominator) return;
    rest -= denominator;
    ++digit;
  };
  for (const bool bit : {true, false, true, false}) {
    digit *= 2;
    rest *= 2;
    reduce();
    if (bit) {
      rest += remainder;
      reduce();
    }
  }
  remainder = rest;
  return digit;
}

std::string whole_digits(UInt128 value) {
  std::string digits;
  for (; value >> 64U != 0; value /= 10) digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  return std::to_string(static_cast<std::uint64_t>(value)) + digits;
}

// Adds one to the last place of "199.99".
void round_up(std::string& digits) {
  for (std::size_t place = digits.size(); place-- > 0;) {
    if (digits[place] == '.') continue;
    if (digits[place] != '9') {
      ++digits[place];
      return;
    }
    digits[place] = '0';
  }
  digits.insert(digits.begin(), '1');
}

bool times_ten(UInt128& value, int times) {
  for (; times > 0; --times) {
    if (!multiply(value, 10, value)) return false;
  }
  return true;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

Exact Exact::ratio(std::int64_t numerator, std::int64_t denominator) { return Exact(numerator) / Exact(denominator); }

std::optional<Exact> Exact::parse(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  UInt128 digits = 0;
  int exponent = 0;
  int zeros = 0;  // not yet multiplied in: "1.50000000000" must not cost range
  bool point = false;
  bool any = false;
  std::size_t at = 0;
  for (; at < decimal.size(); ++at) {
    const char letter = decimal[at];
    if (letter == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(letter)) break;
    any = true;
    if (point) --exponent;
    ++zeros;
    if (letter == '0') continue;
    if (digits != 0 && !times_ten(digits, zeros)) return std::nullopt;
    if (__builtin_add_overflow(digits, static_cast<UInt128>(letter - '0'), &digits) || digits > kLargest) return std::nullopt;
    zeros = 0;
  }
  if (!any) return std::nullopt;
  if (at < decimal.size()) {
    if (decimal[at] != 'e' && decimal[at] != 'E') return std::nullopt;
    std::string_view power = decimal.substr(at + 1);
    if (power.starts_with('+') && power.size() > 1 && is_digit(power[1])) power.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
    if (error != std::errc() || end != power.data() + power.size() || std::abs(value) > 1000) return std::nullopt;
    exponent += value;
  }
  if (digits == 0) return Exact();
  exponent += zeros;
  UInt128 denominator = 1;
  if (!times_ten(exponent < 0 ? denominator : digits, std::abs(exponent))) return std::nullopt;
  const UInt128 divisor = greatest_common_divisor(digits, denominator);
  Exact result;
  result.m_numerator = with_sign(digits / divisor, negative);
  result.m_denominator = static_cast<Int128>(denominator / divisor);
  return result;
}

std::optional<Exact> Exact::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 64> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
  if (error != std::errc()) return std::nullopt;
  return parse({text.data(), static_cast<std::size_t>(end - text.data())});
}

double Exact::to_double() const {
  constexpr Int128 kExactInDouble = Int128{1} << 53U;
  if (m_numerator > -kExactInDouble && m_numerator < kExactInDouble && m_denominator < kExactInDouble) {
    return static_cast<double>(m_numerator) / static_cast<double>(m_denominator);  // one division of exact values: correctly rounded
  }
  // 64 leading bits of the quotient, the last one saying whether anything follows; the conversion then rounds correctly.
  const auto denominator = static_cast<UInt128>(m_denominator);
  UInt128 quotient = magnitude(m_numerator) / denominator;
  UInt128 rest = magnitude(m_numerator) % denominator;
  int exponent = 0;
  for (; quotient >> 63U == 0; --exponent) {
    rest *= 2;
    quotient *= 2;
    if (rest >= denominator) {
      rest -= denominator;
      ++quotient;
    }
  }
  UInt128 follows = rest != 0 ? 1 : 0;
  for (; quotient >> 64U != 0; ++exponent) {
    follows |= quotient & 1U;
    quotient >>= 1U;
  }
  const double result = std::ldexp(static_cast<double>(static_cast<std::uint64_t>(quotient | follows)), exponent);
  return m_numerator < 0 ? -result : result;
}

std::string Exact::to_string(int decimals) const {
  const auto denominator = static_cast<UInt128>(m_denominator);
  std::string digits = whole_digits(magnitude(m_numerator) / denominator);
  UInt128 rest = magnitude(m_numerator) % denominator;
  if (decimals > 0) digits += '.';
  int place = 0;
  for (; place < decimals && rest != 0; ++place) digits += static_cast<char>('0' + next_digit(rest, denominator));
  digits.append(static_cast<std::size_t>(std::max(0, decimals - place)), '0');
  if (rest * 2 >= denominator) round_up(digits);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  return m_numerator < 0 && !zero ? "-" + digits : digits;
}

std::string Exact::to_string() const {
  std::string digits = to_string(12);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

Exact operator+(const Exact& a, const Exact& b) {
  // Knuth, TAOCP 2, 4.5.1: reduces before it multiplies, so that intermediate figures stay small.
  const UInt128 divisor = greatest_common_divisor(static_cast<UInt128>(a.m_denominator), static_cast<UInt128>(b.m_denominator));
  const auto common = static_cast<Int128>(divisor);
  const Int128 times_a = divided(b.m_denominator, common), times_b = divided(a.m_denominator, common);
  const Int128 sum = add(multiply(a.m_numerator, times_a), multiply(b.m_numerator, times_b));
  const auto shared = static_cast<Int128>(greatest_common_divisor(magnitude(sum), divisor));
  Exact result;
  result.m_numerator = divided(sum, shared);
  result.m_denominator = multiply(times_b, divided(b.m_denominator, shared));
  return result;
}

Exact operator-(const Exact& a, const Exact& b) {
  Exact negated = b;
  negated.m_numerator = -b.m_numerator;
  return a + negated;
}

Exact operator*(const Exact& a, const Exact& b) {
  if (a.is_zero() || b.is_zero()) return {};
  const auto left = static_cast<Int128>(greatest_common_divisor(magnitude(a.m_numerator), static_cast<UInt128>(b.m_denominator)));
  const auto right = static_cast<Int128>(greatest_common_divisor(magnitude(b.m_numerator), static_cast<UInt128>(a.m_denominator)));
  Exact result;
  result.m_numerator = multiply(divided(a.m_numerator, left), divided(b.m_numerator, right));
  result.m_denominator = multiply(divided(a.m_denominator, right), divided(b.m_denominator, left));
  return result;
}

Exact operator/(const Exact& a, const Exact& b) {
  if (b.is_zero()) throw std::domain_error("division of an exact figure by zero");
  Exact inverse;
  inverse.m_numerator = b.m_numerator < 0 ? -b.m_denominator : b.m_denominator;
  inverse.m_denominator = b.m_numerator < 0 ? -b.m_numerator : b.m_numerator;
  return a * inverse;
}

std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
  if (a.m_denominator == b.m_denominator) return a.m_numerator <=> b.m_numerator;
  if (fits_64(a.m_numerator) && fits_64(b.m_numerator) && fits_64(a.m_denominator) && fits_64(b.m_denominator)) {
    return a.m_numerator * b.m_denominator <=> b.m_numerator * a.m_denominator;
  }
  const bool negative = a.m_numerator < 0;
  if (negative != (b.m_numerator < 0)) return negative ? std::strong_ordering::less : std::strong_ordering::greater;
  const UInt128 top_a = magnitude(a.m_numerator);
  const UInt128 top_b = magnitude(b.m_numerator);
  const auto bottom_a = static_cast<UInt128>(a.m_denominator);
  const auto bottom_b = static_cast<UInt128>(b.m_denominator);
  return negative ? compare_positive(top_b, bottom_b, top_a, bottom_a) : compare_positive(top_a, bottom_a, top_b, bottom_b);
}

}  // namespace yongdi::measures
