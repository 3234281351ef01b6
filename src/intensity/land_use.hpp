#pragma once
// What a recorded land use is for: told by words, or by the code of a classification. One code can mean two things (0601 is industry in the land
// survey and rural roads in the planning guide), so a code without its scheme is only understood where all schemes agree.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/certainty.hpp"

namespace yongdi::intensity {

enum class LandUse : std::uint8_t { industrial, residential, commercial, other };
std::string_view to_text(LandUse use);
std::optional<LandUse> find_land_use(std::string_view name);

// One row of gis-data/limits/land-use-groups.csv.
struct LandUseKey {
  bool is_code = false;  // the use begins so; else: contains it
  std::string scheme;    // of a code: "SD3"
  std::string key;
  LandUse use = LandUse::other;
};

// Empty when it cannot be told. `scheme` as recorded; one that is not known counts as not recorded.
std::optional<LandUse> land_use(const std::vector<LandUseKey>& keys, std::string_view use, std::string_view scheme);

// The digits of an industry code: "C2614" and "2614 有机化学原料" become "2614"; empty for what is no code of two to four digits.
std::string industry_code(std::string_view written);
// "GB/T 4754-2017" and "2017" become "2017"; empty for what names no year.
std::string industry_edition(std::string_view written);
// Manufacturing is divisions 13–43 in every edition since 2002; 44–46 are electricity, gas and water.
bool is_manufacturing(std::string_view code);
bool is_utility(std::string_view code);

// An industry of manufacturing, or land for industry, mining and storage. A code outside manufacturing does not make industrial land anything else.
measures::Certainty is_industrial(std::optional<LandUse> use, std::string_view code);

}  // namespace yongdi::intensity
