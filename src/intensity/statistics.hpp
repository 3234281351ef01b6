#pragma once
// Figures about a park that stand in statistics, surveys and plans and on no map that is read here: the bureau gives them in a table, park by park.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "measures/units.hpp"

namespace yongdi::intensity {

enum class Statistic : std::uint8_t {
  population,
  expired_area,
  expired_disposed_area,
  paid_due_area,
  paid_area,
  auction_due_area,
  auction_area,
  to_be_built_area,
  survey_construction_area,
  survey_industrial_area,
  plan_construction_area,
  plan_industrial_area
};
inline constexpr std::size_t kStatisticCount = 12;

struct StatisticInfo {
  std::string_view name;          // in the column `item`
  measures::Dimension dimension;  // area, held in m²; none: a number of persons
  std::string_view zh, en;
  std::optional<Statistic> part_of = {};  // it cannot be more than that one
};
const StatisticInfo& info(Statistic statistic);

using Statistics = std::array<std::optional<double>, kStatisticCount>;  // empty: not given

}  // namespace yongdi::intensity
