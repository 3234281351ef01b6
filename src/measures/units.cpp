#include "measures/units.hpp"

#include <array>
#include <stdexcept>
#include <utility>

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

// Lower case. 1 万平方米 is 1 公顷.
constexpr std::array<std::pair<std::string_view, std::string_view>, 57> kAsWritten = {{
    {"平方米", "m2"},    {"㎡", "m2"},        {"m²", "m2"},         {"m^2", "m2"},          {"m2", "m2"},          {"平米", "m2"},
    {"平方公尺", "m2"},  {"sqm", "m2"},       {"sq m", "m2"},       {"sq.m", "m2"},         {"square metres", "m2"}, {"square meters", "m2"},
    {"公顷", "ha"},      {"ha", "ha"},        {"hm²", "ha"},        {"hm2", "ha"},          {"h㎡", "ha"},         {"hectare", "ha"},
    {"hectares", "ha"},  {"万平方米", "ha"},  {"万㎡", "ha"},       {"万m²", "ha"},         {"万m2", "ha"},        {"万平米", "ha"},
    {"亩", "mu"},        {"畝", "mu"},        {"市亩", "mu"},       {"mu", "mu"},           {"平方公里", "km2"},   {"平方千米", "km2"},
    {"km²", "km2"},      {"km2", "km2"},      {"k㎡", "km2"},       {"㎢", "km2"},          {"sqkm", "km2"},       {"sq km", "km2"},
    {"平方英尺", "ft2"}, {"ft2", "ft2"},      {"ft²", "ft2"},       {"sqft", "ft2"},        {"sq ft", "ft2"},      {"sq.ft", "ft2"},
    {"square feet", "ft2"}, {"英亩", "acre"}, {"acre", "acre"},     {"acres", "acre"},      {"元", "yuan"},        {"人民币元", "yuan"},
    {"yuan", "yuan"},    {"cny", "yuan"},     {"rmb", "yuan"},      {"万元", "wan_yuan"},   {"万", "wan_yuan"},    {"wan_yuan", "wan_yuan"},
    {"万元人民币", "wan_yuan"}, {"亿元", "yi_yuan"}, {"yi_yuan", "yi_yuan"},
}};

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
  for (const auto& [written, name] : kAsWritten) {
    if (written == wanted) return find_unit(name);
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
    case Dimension::area: return *find_unit("m2");
    case Dimension::money: return *find_unit("wan_yuan");
    case Dimension::none: break;
  }
  throw std::logic_error("a figure without dimension has no unit");
}

std::string_view canonical_suffix(Dimension dimension) {
  return dimension == Dimension::area ? "_m2" : dimension == Dimension::money ? "_wan_yuan" : "";
}

}  // namespace yongdi::measures
