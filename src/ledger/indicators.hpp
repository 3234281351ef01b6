#pragma once
// Indicators that `park_indicator` can hold: what they are called, their unit, and what they are of what.
#include <span>
#include <string>
#include <string_view>

namespace yongdi::ledger {

struct IndicatorInfo {
  std::string_view id, unit;
  std::string_view name_zh, name_en;
  std::string_view definition_zh, definition_en;
  // "宗地容积率 = Σ 建筑面积 ÷ …", "Plot ratio of parcels = Σ floor area / …"
  [[nodiscard]] std::string zh() const { return std::string(name_zh) + " = " + std::string(definition_zh); }
  [[nodiscard]] std::string en() const { return std::string(name_en) + " = " + std::string(definition_en); }
};
std::span<const IndicatorInfo> indicators();
// Null when there is none. What the share of idle land is of hangs on whether the land was surveyed (`source`, as in the column of that name); the
// two definitions never share a name.
const IndicatorInfo* find_indicator(std::string_view id, std::string_view source);

// "万元/公顷", "×10⁴ yuan/ha"; empty for a pure ratio. `unit` as in the column of that name.
struct UnitWords {
  std::string_view zh, en;
};
UnitWords unit_words(std::string_view unit);

}  // namespace yongdi::ledger
