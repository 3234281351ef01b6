#include "layers/text.hpp"

#include <cstdint>
#include <cstring>

namespace yongdi::layers {
namespace {

constexpr std::string_view kWideBlanks[] = {"\u3000", "\u00a0"};

bool is_ascii_blank(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Bytes of a blank that stands at the front (or the end), 0 when there is none.
std::size_t blank_in_front(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.front())) return 1;
  for (const std::string_view blank : kWideBlanks) {
    if (text.front() == blank.front() && text.starts_with(blank)) return blank.size();
  }
  return 0;
}
std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.back())) return 1;
  for (const std::string_view blank : kWideBlanks) {
    if (text.back() == blank.back() && text.ends_with(blank)) return blank.size();
  }
  return 0;
}

}  // namespace

std::size_t ascii_size(std::string_view text) {
  std::size_t at = 0;
  // Eight bytes at once: whole files go through here.
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::string_view trim(std::string_view text) {
  while (const std::size_t bytes = blank_in_front(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = blank_at_end(text)) text.remove_suffix(bytes);
  return text;
}

std::string half_width(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.size() >= 3 && (rest.starts_with("\xEF\xBC") || rest.starts_with("\xEF\xBD"))) {
      // U+FF01 … U+FF5E stand 0xFEE0 above ASCII.
      const unsigned code = 0xF000U | ((static_cast<unsigned char>(rest[1]) & 0x3FU) << 6U) | (static_cast<unsigned char>(rest[2]) & 0x3FU);
      if (code >= 0xFF01U && code <= 0xFF5EU) {
        result += static_cast<char>(code - 0xFEE0U);
        i += 2;
        continue;
      }
    }
    if (rest.starts_with("\u3000") || rest.starts_with("\u2212")) {
      result += rest.starts_with("\u3000") ? ' ' : '-';
      i += 2;
      continue;
    }
    result += text[i];
  }
  return result;
}

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

std::string cut(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!continues(text[i]) && ++characters > kMost) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

std::size_t length(std::string_view text) {
  std::size_t characters = 0;
  for (const char byte : text) characters += continues(byte) ? 0U : 1U;
  return characters;
}

}  // namespace yongdi::layers
