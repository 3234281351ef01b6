#include "rulebook/article.hpp"

#include <array>
#include <optional>
#include <utility>

namespace yongdi::rulebook {

namespace {

using Word = std::pair<std::string_view, std::string_view>;
constexpr std::array<Word, 5> kUnits = {{{"条", "art. "}, {"款", "para. "}, {"项", "item "}, {"章", "chapter "}, {"节", "section "}}};
constexpr std::array<Word, 4> kBetween = {{{"、", ", "}, {"至", "–"}, {"和", " and "}, {"及", " and "}}};
constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// 三十, 二百零四, 12: numbers up to 999.
std::optional<int> take_number(std::string_view& text) {
  int whole = 0, digit = -1;
  bool any = false;
  for (bool found = true; found && !text.empty();) {
    found = false;
    for (std::size_t i = 0; i < kDigits.size() && !found; ++i)
      if (take(text, kDigits.at(i))) digit = static_cast<int>(i), found = true;
    if (!found && take(text, "百")) whole += (digit < 0 ? 1 : digit) * 100, digit = -1, found = true;
    if (!found && take(text, "十")) whole += (digit <= 0 ? 1 : digit) * 10, digit = -1, found = true;
    if (!found && text.front() >= '0' && text.front() <= '9') {
      digit = (digit < 0 ? 0 : digit) * 10 + (text.front() - '0');
      text.remove_prefix(1);
      found = true;
    }
    any = any || found;
  }
  if (!any) return std::nullopt;
  return whole + (digit < 0 ? 0 : digit);
}

}  // namespace

std::string article_in_english(std::string_view written) {
  std::string english;
  bool joined = true;  // nothing is needed before the next unit
  for (std::string_view rest = written; !rest.empty();) {
    if (take(rest, "第")) {
      const auto number = take_number(rest);
      const Word* unit = nullptr;
      for (const Word& each : kUnits)
        if (unit == nullptr && take(rest, each.first)) unit = &each;
      if (!number || unit == nullptr) return std::string(written);
      english += (joined ? "" : " ") + std::string(unit->second) + std::to_string(*number);
      joined = false;
      continue;
    }
    bool between = false;
    for (const Word& each : kBetween)
      if (!between && take(rest, each.first)) english += each.second, between = true;
    if (!between) return std::string(written);
    joined = true;
  }
  return english;
}

}  // namespace yongdi::rulebook
