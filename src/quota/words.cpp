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

Text Words::area(const Rational& m2) const {
  if (m_measure == nullptr) return same(decimal(m2, kPlaces));
  const std::string figure = decimal(m2 / rational(m_measure->factor()), kPlaces);
  return {figure + " " + std::string(m_measure->name_zh), figure + " " + std::string(m_measure->name)};
}

Text Words::units(const Rational& units) const { return area(units * m_unit); }

Text listed(const std::vector<std::string>& names) {
  Text text;
  for (const std::string& name : names) text += (text.zh.empty() ? Text{} : Text{"、", ", "}) + same(name);
  return text;
}

}  // namespace yongdi::quota
