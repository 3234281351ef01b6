#include "explain/sharing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "measures/exact.hpp"

namespace yongdi::explain {

Whole share_out(const std::vector<double>& parts, std::int64_t total) {
  Whole result;
  result.units.resize(parts.size(), 0);
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(sum > 0)) return result;
  std::vector<double> due;
  for (const double part : parts) due.push_back(part / sum * static_cast<double>(total));
  for (std::size_t i = 0; i < parts.size(); ++i) result.units[i] = static_cast<std::int64_t>(std::floor(due[i]));
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto remainder = [&](std::size_t i) { return due[i] - static_cast<double>(result.units[i]); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
  std::int64_t left = total - std::accumulate(result.units.begin(), result.units.end(), std::int64_t{0});
  for (const std::size_t i : order) {
    if (left-- <= 0) break;
    ++result.units[i];
  }
  for (std::size_t i = 0; i < parts.size(); ++i) result.adjusted += result.units[i] != std::llround(due[i]) ? 1U : 0U;
  return result;
}

std::string with_point(std::int64_t units, int decimals) {
  return (measures::Exact(units) * *measures::Exact::parse("1e-" + std::to_string(decimals))).to_string(decimals);
}

}  // namespace yongdi::explain
