#include "quota/words.hpp"

namespace yongdi::quota {
namespace {

constexpr int kPlaces = 4;  // of figures told: a hundredth of the usual step of 0.01 亩

}  // namespace

Text same(std::string words) { return {words, words}; }
Text operator+(Text a, const Text& b) { return {std::move(a.zh) + b.zh, std::move(a.en) + b.en}; }
Text& operator+=(Text& a, const Text& b) {
  a.zh += b.zh;
  a.en += b.en;
  return a;
}

// Written out without a division of rationals: bringing each to lowest terms took a third of a year's quotas.
Text Words::area(Integer top, Integer bottom) const {
  if (m_measure == nullptr) return same(decimal(top, bottom, kPlaces));
  const measures::Exact factor = m_measure->factor();
  const std::string figure = decimal(top * factor.denominator(), bottom * factor.numerator(), kPlaces);
  return {figure + " " + std::string(m_measure->name_zh), figure + " " + std::string(m_measure->name)};
}

Text Words::area(const Rational& m2) const { return area(numerator(m2), denominator(m2)); }
Text Words::area(const measures::Exact& m2) const { return area(Integer(m2.numerator()), Integer(m2.denominator())); }
Text Words::units(const Rational& units) const { return area(numerator(units) * numerator(m_unit), denominator(units) * denominator(m_unit)); }

Text listed(const std::vector<std::string>& names) {
  Text text;
  for (const std::string& name : names) text += (text.zh.empty() ? Text{} : Text{"、", ", "}) + same(name);
  return text;
}

}  // namespace yongdi::quota
