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
  return named(decimal(m_measure == nullptr ? m2 : Rational(m2 / rational(m_measure->factor())), kPlaces));
}

Text Words::area(const measures::Exact& m2) const { return named(decimal(m_measure == nullptr ? m2 : m2 / m_measure->factor(), kPlaces)); }

Text Words::named(const std::string& figure) const {
  if (m_measure == nullptr) return same(figure);
  return {figure + " " + std::string(m_measure->name_zh), figure + " " + std::string(m_measure->name)};
}

Text Words::units(const Rational& units) const { return area(units * m_unit); }

Text listed(const std::vector<std::string>& names) {
  Text text;
  for (const std::string& name : names) text += (text.zh.empty() ? Text{} : Text{"、", ", "}) + same(name);
  return text;
}

}  // namespace yongdi::quota
