#pragma once
// The bureau's table of figures by park that no layer has (intensity/statistics.hpp).
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intensity/statistics.hpp"
#include "standards/limits.hpp"

namespace yongdi::standards {

struct StatisticRow {
  std::string park;
  intensity::Statistic item = intensity::Statistic::population;
  double value = 0;         // m² or persons
  std::optional<int> year;  // empty: holds for every year that has none of its own
  std::int64_t row = 0;     // in the file
};

struct StatisticsTable {
  std::vector<StatisticRow> rows;
  std::vector<TableFile> files;
  // Of the latest year up to this one.
  [[nodiscard]] intensity::Statistics of(std::string_view park, int year) const;
};

// Columns: park, item, value, unit, and if wanted year and document; `table` is relative to the project's folder, empty when there is none. Throws
// findings::Failure with file and row: an item or unit that is not known, a figure entered twice, below zero, or larger than the one it is part of.
StatisticsTable read_statistics(const std::filesystem::path& project_folder, const std::string& table);

}  // namespace yongdi::standards
