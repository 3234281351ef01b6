#include "settings/written_keys.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace yongdi::settings {
namespace {

// In the receipt in their effective form, or read by no audit.
constexpr std::array<std::string_view, 8> kElsewhere = {"title", "as_of", "crs", "rulebook", "area", "accept_expired", "tolerance", "quota"};

// A connection such as PG:dbname=land password=x must not carry its password into a ledger that is handed around.
std::string without_password(std::string text) {
  constexpr std::string_view kPassword = "password=";
  for (std::size_t at = text.find(kPassword); at != std::string::npos; at = text.find(kPassword, at)) {
    at += kPassword.size();
    const bool quoted = at < text.size() && text[at] == '\'';
    const std::size_t end = std::min(quoted ? text.find('\'', at + 1) : text.find(' ', at), text.size());
    text.replace(at, std::min(end + (quoted ? 1 : 0), text.size()) - at, "***");
  }
  return text;
}

class Keys {
 public:
  void add(const std::string& key, const toml::node& node) {
    if (const toml::table* table = node.as_table()) {
      for (auto&& [name, child] : *table) add(key.empty() ? std::string(name.str()) : key + "." + std::string(name.str()), child);
    } else if (const toml::array* array = node.as_array()) {
      for (std::size_t i = 0; i < array->size(); ++i) add(key + "[" + std::to_string(i + 1) + "]", *array->get(i));
    } else if (const auto text = node.value<std::string>(); text && node.is_string()) {
      m_keys.emplace_back(key, without_password(*text));
    } else {
      std::ostringstream value;
      node.visit([&](const auto& held) {
        if constexpr (toml::is_value<decltype(held)>) value << held;
      });
      m_keys.emplace_back(key, value.str());
    }
  }
  std::vector<std::pair<std::string, std::string>> take() { return std::move(m_keys); }

 private:
  std::vector<std::pair<std::string, std::string>> m_keys;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> written_keys(const toml::table& root) {
  Keys keys;
  for (auto&& [name, node] : root)
    if (std::find(kElsewhere.begin(), kElsewhere.end(), name.str()) == kElsewhere.end()) keys.add(std::string(name.str()), node);
  return keys.take();
}

}  // namespace yongdi::settings
