#pragma once
// What firms are rated by: the items of each group with weight and benchmark.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "screening/rating.hpp"
#include "standards/limits.hpp"

namespace yongdi::standards {

struct RatingItems {
  std::map<std::string, std::vector<screening::WeightedItem>, std::less<>> of_group;  // "" holds for every group without items of its own
  std::vector<TableFile> files;
  [[nodiscard]] const std::vector<screening::WeightedItem>* find(std::string_view group) const;
};

// Columns: group (above_scale, below_scale; blank: all), item, weight, benchmark. Throws findings::Failure with file and row: an item that is not known or
// entered twice, weights of a group that do not add up to 100 (or 1), a benchmark that formula S1 needs and does not find.
RatingItems read_rating_items(const std::filesystem::path& project_folder, const std::string& table, screening::Formula formula);

}  // namespace yongdi::standards
