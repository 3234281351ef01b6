#include <array>
#include <cstdint>

#include "supply/account.hpp"

namespace yongdi::supply {
namespace {

struct Reading {
  std::string_view written, normal;
};

// Brackets of whatever kind around year and district mean the same; blanks mean nothing.
constexpr std::array<Reading, 16> kReadings = {{{"〔", "["},
                                                {"〕", "]"},
                                                {"【", "["},
                                                {"】", "]"},
                                                {"［", "["},
                                                {"］", "]"},
                                                {"（", "["},
                                                {"）", "]"},
                                                {"〖", "["},
                                                {"〗", "]"},
                                                {"(", "["},
                                                {")", "]"},
                                                {" ", ""},
                                                {"\t", ""},
                                                {"\u3000", ""},
                                                {"\u00A0", ""}}};

// A full-width letter, digit or sign (U+FF01 … U+FF5E) as its ASCII twin; 0 when there is none at the start of the text.
char narrow(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xEF') return 0;
  const auto second = static_cast<std::uint8_t>(text[1]);
  const auto third = static_cast<std::uint8_t>(text[2]);
  if (second == 0xBC && third >= 0x81 && third <= 0xBF) return static_cast<char>(third - 0x81 + 0x21);
  if (second == 0xBD && third >= 0x80 && third <= 0x9E) return static_cast<char>(third - 0x80 + 0x60);
  return 0;
}

}  // namespace

std::string normal_number(std::string_view number) {
  std::string normal;
  normal.reserve(number.size());
  while (!number.empty()) {
    const Reading* known = nullptr;
    for (const Reading& reading : kReadings) {
      if (number.starts_with(reading.written)) known = &reading;
    }
    if (known != nullptr) {
      normal += known->normal;
      number.remove_prefix(known->written.size());
    } else if (const char ascii = narrow(number); ascii != 0) {
      normal += ascii;
      number.remove_prefix(3);
    } else {
      normal += number.front();
      number.remove_prefix(1);
    }
  }
  return normal;
}

}  // namespace yongdi::supply
