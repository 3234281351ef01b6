#include "report/figures.hpp"

#include <fmt/format.h>

#include "measures/exact.hpp"

namespace yongdi::report {
namespace {

constexpr int kHectareDecimals = 4;  // one square metre
constexpr std::int64_t kSquareMetresPerHectare = 10'000;
constexpr const char* kNotKnown = "—";

}  // namespace

std::string hectares(std::optional<double> area_m2) {
  if (!area_m2) return kNotKnown;
  // What a figure of land has beyond a millionth of a square metre is noise of the arithmetic; without it the exact value stays short.
  const auto exact = measures::Exact::parse(fmt::format("{:.6f}", *area_m2));
  if (!exact) return fmt::format("{:g}", *area_m2 / static_cast<double>(kSquareMetresPerHectare));
  return (*exact / measures::Exact(kSquareMetresPerHectare)).to_string(kHectareDecimals);
}

std::string decimal(std::optional<double> value, int decimals) {
  if (!value) return kNotKnown;
  const auto exact = measures::Exact::parse(fmt::format("{:.9f}", *value));
  return exact ? exact->to_string(decimals) : fmt::format("{:g}", *value);
}

}  // namespace yongdi::report
