#include "quota/units.hpp"

#include <stdexcept>

#include "findings/failure.hpp"

namespace yongdi::quota {
namespace {

std::int64_t counted(const Integer& units, const Rational& figure, const Rational& unit) {
  try {
    return whole(units);
  } catch (const std::overflow_error&) {
    const std::string what = decimal(figure, 4), step = decimal(unit, 10);
    throw findings::Failure(findings::Exit::usage,
                            {"数值 " + what + " 按取整单位 " + step + " 分得太细，超出可计算的范围。请检查数值，或用大一些的取整单位。",
                             "the figure " + what + " has too many units of " + step + " to be counted. Check the figure, or take a larger unit."});
  }
}

}  // namespace

std::int64_t units_up(const Rational& figure, const Rational& unit) { return counted(ceiling_of(figure / unit), figure, unit); }
std::int64_t units_down(const Rational& figure, const Rational& unit) { return counted(floor_of(figure / unit), figure, unit); }

}  // namespace yongdi::quota
