#pragma once
// The units in which sources declare area and money, as exact factors to the canonical unit: m² and 万元 (10⁴ CNY).
#include <optional>
#include <string>
#include <string_view>

#include "measures/exact.hpp"

namespace yongdi::measures {

enum class Dimension { none, area, money };

struct Unit {
  std::string_view name;  // as written in a project file: "m2", "ha", "mu", "km2", "ft2", "acre"; "yuan", "wan_yuan", "yi_yuan"
  Dimension dimension;
  std::int64_t numerator;  // canonical units per unit = numerator / denominator
  std::int64_t denominator;
  std::string_view name_zh;
  [[nodiscard]] Exact factor() const { return Exact::ratio(numerator, denominator); }
};

// By the name in a project file; null when there is none.
const Unit* find_unit(std::string_view name);
// By what stands in a header or a value: 公顷, 亩, 平方米, ㎡, m², 万㎡, 平方公里, 万元, 亿元, 元, ha, sqft …; null when it is no unit.
const Unit* find_unit_as_written(std::string_view text);
// All names of a dimension, for messages: "m2, ha, mu, km2, ft2, acre".
std::string unit_names(Dimension dimension);
// The unit in which every figure of that dimension is held.
const Unit& canonical_unit(Dimension dimension);
// "_m2", "_wan_yuan" or "": what a column name of the ledger ends in.
std::string_view canonical_suffix(Dimension dimension);

}  // namespace yongdi::measures
