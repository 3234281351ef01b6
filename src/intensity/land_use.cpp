#include "intensity/land_use.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace yongdi::intensity {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"industrial", "residential", "commercial", "other"};
constexpr std::size_t kDivisionDigitCount = 2, kMostDigitCount = 4, kYearDigitCount = 4;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The digits in front, behind at most one letter.
std::string leading_digits(std::string_view text) {
  if (!text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return {text.begin(), end};
}

std::optional<LandUse> by_code(const std::vector<LandUseKey>& keys, std::string_view use, std::string_view scheme) {
  const bool known_scheme = std::any_of(keys.begin(), keys.end(), [&](const LandUseKey& key) { return key.is_code && key.scheme == scheme; });
  std::vector<const LandUseKey*> best;  // the longest of each scheme
  for (const LandUseKey& key : keys) {
    if (!key.is_code || !use.starts_with(key.key) || (known_scheme && key.scheme != scheme)) continue;
    const auto same = std::find_if(best.begin(), best.end(), [&](const LandUseKey* other) { return other->scheme == key.scheme; });
    if (same == best.end())
      best.push_back(&key);
    else if (key.key.size() > (*same)->key.size())
      *same = &key;
  }
  if (best.empty()) return std::nullopt;
  const bool agree = std::all_of(best.begin(), best.end(), [&](const LandUseKey* key) { return key->use == best.front()->use; });
  return agree ? std::optional(best.front()->use) : std::nullopt;
}

}  // namespace

std::string_view to_text(LandUse use) { return kNames[static_cast<std::size_t>(use)]; }

std::optional<LandUse> find_land_use(std::string_view name) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? std::nullopt : std::optional(static_cast<LandUse>(found - kNames.begin()));
}

std::optional<LandUse> land_use(const std::vector<LandUseKey>& keys, std::string_view use, std::string_view scheme) {
  if (use.empty()) return std::nullopt;
  if (is_digit(use.front())) return by_code(keys, use, scheme);
  const LandUseKey* best = nullptr;
  for (const LandUseKey& key : keys)
    if (!key.is_code && use.find(key.key) != std::string_view::npos && (best == nullptr || key.key.size() > best->key.size())) best = &key;
  return best == nullptr ? std::nullopt : std::optional(best->use);
}

std::string industry_code(std::string_view written) {
  std::string digits = leading_digits(written);
  return digits.size() < kDivisionDigitCount || digits.size() > kMostDigitCount ? std::string() : digits;
}

std::string industry_edition(std::string_view written) {
  for (std::size_t end = written.size(); end >= kYearDigitCount; --end) {
    const std::string_view year = written.substr(end - kYearDigitCount, kYearDigitCount);
    if (std::all_of(year.begin(), year.end(), is_digit) && (year.starts_with("19") || year.starts_with("20"))) return std::string(year);
  }
  return {};
}

bool is_manufacturing(std::string_view code) {
  const std::string_view division = code.substr(0, kDivisionDigitCount);
  return division.size() == kDivisionDigitCount && division >= "13" && division <= "43";
}

bool is_utility(std::string_view code) {
  const std::string_view division = code.substr(0, kDivisionDigitCount);
  return division.size() == kDivisionDigitCount && division >= "44" && division <= "46";
}

measures::Certainty is_industrial(std::optional<LandUse> use, std::string_view code) {
  if (use) return measures::certain(*use == LandUse::industrial);
  return is_manufacturing(code) ? measures::Certainty::yes : measures::Certainty::unknown;
}

}  // namespace yongdi::intensity
