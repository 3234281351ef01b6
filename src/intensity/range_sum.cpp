#include "intensity/indicators.hpp"

namespace yongdi::intensity {
namespace {

std::optional<double> quotient(double numerator, double denominator) {
  return denominator > 0 ? std::optional(numerator / denominator) : std::nullopt;
}

}  // namespace

void RangeSum::add(std::optional<double> member_numerator, std::optional<double> member_denominator, double measured_denominator) {
  if (member_numerator && member_denominator) {
    numerator += *member_numerator;
    denominator += *member_denominator;
    ++known_count;
    return;
  }
  ++unknown_count;
  open_numerator += member_numerator.value_or(0);
  open_denominator += member_denominator.value_or(measured_denominator);
  bounded = bounded && member_numerator.has_value();
}

std::optional<double> RangeSum::value() const { return quotient(numerator, denominator); }
std::optional<double> RangeSum::low() const { return quotient(numerator + open_numerator, denominator + open_denominator); }
std::optional<double> RangeSum::high() const { return bounded ? quotient(numerator + open_numerator, denominator) : std::nullopt; }

}  // namespace yongdi::intensity
