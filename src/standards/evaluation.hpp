#pragma once
// Tables of land-intensity evaluation: the dictionary of indicators, the codes of land status, the figures that bulletins have published, and the user's
// weights and ideal values.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "intensity/score.hpp"
#include "standards/limits.hpp"

namespace yongdi::standards {

// One row of gis-data/indicators/indicators.csv, as published.
struct IndicatorInfo {
  std::string id, name_zh, name_en, group, numerator, denominator, formula, unit, direction, status, source;
};

enum class StatusFamily : std::uint8_t { land, supply, idle, high_tech };

// One figure of a bulletin, in the measure of the program: shares as 0–1, money per hectare as 万元/公顷.
struct Published {
  std::string edition;
  measures::Day as_of;
  bool national = true;
  std::string province;   // empty: the whole country
  std::string zone_type;  // empty: all types
  std::string indicator;
  double value = 0;
  std::string source;
};

struct EvaluationTables {
  std::vector<IndicatorInfo> indicators;
  std::map<std::string, StatusFamily, std::less<>> codes;
  std::vector<Published> published;
  // By zone type; "" holds for every type that has none of its own.
  std::map<std::string, std::vector<intensity::Goal>, std::less<>> goals;
  std::vector<TableFile> files;
  [[nodiscard]] const IndicatorInfo* find(std::string_view id) const;
  // The goals for the first of these types that has any; null when none has.
  [[nodiscard]] const std::vector<intensity::Goal>* goals_of(const std::vector<std::string>& types) const;
  // The latest figure with data no later than the day, for the zone type if there is one for it; null when nothing was published.
  [[nodiscard]] const Published* find_published(std::string_view indicator, measures::Day as_of, bool national, std::string_view province, std::string_view zone_type) const;
};

// weights: columns zone_type, item, parent, weight: a tree whose leaves are indicators. ideals: zone_type, indicator, ideal, unit. Both relative to the
// project's folder, empty when there are none. Throws findings::Failure with file and row: weights under one parent that do not add up to 1 (or 100),
// a parent that is not there, an item entered twice, a leaf that is no indicator, an indicator without an ideal value.
EvaluationTables read_evaluation(const std::filesystem::path& data_folder, const std::filesystem::path& project_folder, const std::string& weights, const std::string& ideals);

}  // namespace yongdi::standards
