#include "measures/units.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace yongdi::measures {
namespace {

// 1 亩 = 2000/3 m² and 15 亩 = 1 公顷 (国务院关于在我国统一实行法定计量单位的命令, 1984, and land practice since). The foot is the international one
// (0.3048 m exactly); 1 acre = 43 560 square feet.
constexpr std::array kUnits = {
    Unit{"m2", Dimension::area, 1, 1, "平方米"},
    Unit{"ha", Dimension::area, 10'000, 1, "公顷"},
    Unit{"mu", Dimension::area, 2'000, 3, "亩"},
    Unit{"km2", Dimension::area, 1'000'000, 1, "平方公里"},
    Unit{"ft2", Dimension::area, 9'290'304, 100'000'000, "平方英尺"},
    Unit{"acre", Dimension::area, 40'468'564'224, 10'000'000, "英亩"},
    Unit{"yuan", Dimension::money, 1, 10'000, "元"},
    Unit{"wan_yuan", Dimension::money, 1, 1, "万元"},
    Unit{"yi_yuan", Dimension::money, 10'000, 1, "亿元"},
};

struct Written {
  std::string_view name;
  std::string_view forms;  // lower case, separated by "|"
};
constexpr std::array<Written, 9> kWritten = {{
    {"m2", "平方米|㎡|m²|m^2|m2|平米|平方公尺|sqm|sq m|sq.m|square metres|square meters"},
    {"ha", "公顷|ha|hm²|hm2|h㎡|hectare|hectares|万平方米|万㎡|万m²|万m2|万平米"},  // 1 万平方米 is 1 公顷
    {"mu", "亩|畝|市亩|mu"},
    {"km2", "平方公里|平方千米|km²|km2|k㎡|㎢|sqkm|sq km"},
    {"ft2", "平方英尺|ft2|ft²|sqft|sq ft|sq.ft|square feet"},
    {"acre", "英亩|acre|acres"},
    {"yuan", "元|人民币元|yuan|cny|rmb"},
    {"wan_yuan", "万元|万|万元人民币|wan_yuan"},
    {"yi_yuan", "亿元|yi_yuan"},
}};

bool lists(std::string_view forms, std::string_view wanted) {
  while (!forms.empty()) {
    const auto end = std::min(forms.find('|'), forms.size());
    if (forms.substr(0, end) == wanted) return true;
    forms.remove_prefix(std::min(end + 1, forms.size()));
  }
  return false;
}

// Blanks around it away, ASCII letters small.
std::string plain(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  std::string result(text.substr(first, text.find_last_not_of(" \t") - first + 1));
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

}  // namespace

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

const Unit* find_unit_as_written(std::string_view text) {
  const std::string wanted = plain(text);
  for (const Written& written : kWritten) {
    if (lists(written.forms, wanted)) return find_unit(written.name);
  }
  return nullptr;
}

std::string unit_names(Dimension dimension) {
  std::string names;
  for (const Unit& unit : kUnits) {
    if (unit.dimension == dimension) names.append(names.empty() ? "" : ", ").append(unit.name);
  }
  return names;
}

const Unit& canonical_unit(Dimension dimension) {
  switch (dimension) {
    case Dimension::area:
      return *find_unit("m2");
    case Dimension::money:
      return *find_unit("wan_yuan");
    case Dimension::none:
      break;
  }
  throw std::logic_error("a figure without dimension has no unit");
}

std::string_view canonical_suffix(Dimension dimension) {
  return dimension == Dimension::area ? "_m2" : dimension == Dimension::money ? "_wan_yuan" : "";
}

}  // namespace yongdi::measures
