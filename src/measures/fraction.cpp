#include "measures/exact.hpp"

namespace yongdi::measures {
namespace {

constexpr std::int64_t kDigits15 = 1'000'000'000'000'000;

}  // namespace

std::string Exact::to_fraction() const {
  Exact numerator;
  numerator.m_numerator = m_numerator;
  if (m_denominator == 1) return numerator.to_string(0);
  Exact denominator;
  denominator.m_numerator = m_denominator;
  return numerator.to_string(0) + "/" + denominator.to_string(0);
}

std::optional<Exact> Exact::from_fraction(std::string_view fraction) {
  const std::size_t bar = fraction.find('/');
  const auto numerator = parse(fraction.substr(0, bar));
  if (bar == std::string_view::npos || !numerator) return numerator;
  const auto denominator = parse(fraction.substr(bar + 1));
  if (!denominator || denominator->is_zero()) return std::nullopt;
  return *numerator / *denominator;
}

bool Exact::survives_double() const {
  // A decimal of at most 15 significant digits always does (IEEE 754 binary64), and nearly every declared figure is one; the rest is tried.
  if (m_numerator > -kDigits15 && m_numerator < kDigits15 && m_denominator < kDigits15) {
    const auto denominator = static_cast<std::int64_t>(m_denominator);
    for (std::int64_t places = 1; places < kDigits15; places *= 10) {
      if (places % denominator != 0) continue;
      const Int128 digits = m_numerator * (places / denominator);
      if (digits > -kDigits15 && digits < kDigits15) return true;
      break;
    }
  }
  return from_double(to_double()) == *this;
}

}  // namespace yongdi::measures
