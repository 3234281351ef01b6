#pragma once
// An exact rational number, for everything that is declared rather than measured: areas in contracts, money, shares, limits.
//
// The law compares with a third, a quarter, 20 % or 60 %, and a parcel can stand exactly on the line; so declared figures are never held as
// binary fractions. A double that comes from a data source is taken as the shortest decimal that reads back as that double.
//
// Range: numerator and denominator of 128 bits, always in lowest terms, denominator positive. An operation that leaves the range throws
// std::overflow_error; no figure of land or money comes near it.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yongdi::measures {

__extension__ using Int128 = __int128;

class Exact {
 public:
  constexpr Exact() = default;
  constexpr Exact(std::int64_t whole) : m_numerator(whole) {}  // NOLINT: whole numbers are exact, so the conversion is safe
  static Exact ratio(std::int64_t numerator, std::int64_t denominator);

  // "12", "-0.5", "1.2e3"; ASCII digits, no separators, no blanks. Empty when it is no number or out of range.
  static std::optional<Exact> parse(std::string_view decimal);
  // Empty for NaN, infinities and magnitudes out of range.
  static std::optional<Exact> from_double(double value);

  [[nodiscard]] double to_double() const;
  // Rounded half away from zero to `decimals` places: "1234.50".
  [[nodiscard]] std::string to_string(int decimals) const;
  // The shortest way to print it: all decimals when they end within 12 places, else 12 of them; no trailing zeros.
  [[nodiscard]] std::string to_string() const;

  // For keeping it where only binary numbers and text can be kept (fraction.cpp): "2000/3", or "12" when whole; from_fraction reads that back.
  [[nodiscard]] std::string to_fraction() const;
  static std::optional<Exact> from_fraction(std::string_view fraction);
  // Whether from_double(to_double()) is this very number, so that a binary number keeps it.
  [[nodiscard]] bool survives_double() const;

  // In lowest terms, the denominator above zero.
  [[nodiscard]] Int128 numerator() const { return m_numerator; }
  [[nodiscard]] Int128 denominator() const { return m_denominator; }
  [[nodiscard]] bool is_zero() const { return m_numerator == 0; }
  [[nodiscard]] bool is_negative() const { return m_numerator < 0; }

  friend Exact operator+(const Exact& a, const Exact& b);
  friend Exact operator-(const Exact& a, const Exact& b);
  friend Exact operator*(const Exact& a, const Exact& b);
  friend Exact operator/(const Exact& a, const Exact& b);  // throws std::domain_error when b is zero
  Exact& operator+=(const Exact& other) { return *this = *this + other; }
  friend bool operator==(const Exact&, const Exact&) = default;
  friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);

 private:
  Int128 m_numerator = 0;
  Int128 m_denominator = 1;
};

}  // namespace yongdi::measures
