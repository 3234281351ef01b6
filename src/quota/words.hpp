#pragma once
// How the steps of a quota are worded: figures in the measure of the plan, names in lists. Private to the room.
#include <string>
#include <vector>

#include "findings/failure.hpp"
#include "measures/units.hpp"
#include "quota/big.hpp"

namespace yongdi::quota {

using findings::Text;

Text same(std::string words);
Text operator+(Text a, const Text& b);
Text& operator+=(Text& a, const Text& b);

class Words {
 public:
  // unit: what one unit of a share is worth. measure: in which figures are told; null: plain numbers, each unit of a share worth `unit`.
  Words(Rational unit, const measures::Unit* measure) : m_unit(std::move(unit)), m_measure(measure) {}
  [[nodiscard]] Text area(const Rational& m2) const;  // "180 亩", "180 mu"
  [[nodiscard]] Text area(const measures::Exact& m2) const;
  [[nodiscard]] Text units(const Rational& units) const;  // the same from units of a share
  [[nodiscard]] const Rational& unit() const { return m_unit; }

 private:
  [[nodiscard]] Text area(Integer top, Integer bottom) const;

  Rational m_unit;
  const measures::Unit* m_measure;
};

// "甲、乙", "a, b"
Text listed(const std::vector<std::string>& names);

}  // namespace yongdi::quota
