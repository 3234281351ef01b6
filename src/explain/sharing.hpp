#pragma once
// Figures that are printed under a total must add up to it: largest remainder, the earlier row first among equals.
#include <cstdint>
#include <string>
#include <vector>

namespace yongdi::explain {

struct Whole {
  std::vector<std::int64_t> units;  // one per part; they add up to the total
  std::size_t adjusted = 0;         // parts that are not what rounding each alone would give
};
// Shares `total` units out in proportion to the parts, none of which is negative.
Whole share_out(const std::vector<double>& parts, std::int64_t total);
// 123456 with 4 decimals is "12.3456".
std::string with_point(std::int64_t units, int decimals);

}  // namespace yongdi::explain
