#pragma once
// Text as sources write it: blanks around it, letters and digits of either width, names for one thing in many spellings.
#include <string>
#include <string_view>

namespace yongdi::layers {

// How many bytes in front are ASCII, and whether all are.
std::size_t ascii_size(std::string_view text);
inline bool is_ascii(std::string_view text) { return ascii_size(text) == text.size(); }

// Without blanks at either end: ASCII ones, U+00A0 and the ideographic U+3000. Nothing else is touched.
std::string_view trim(std::string_view text);

// Full-width forms (U+FF01 … U+FF5E, U+3000) as their half-width twins; U+2212 as '-'.
std::string half_width(std::string_view text);

// ASCII letters small.
std::string lower(std::string text);

// At most 60 characters, with an ellipsis where some are left out: for messages.
std::string cut(std::string_view text);

// How many characters (code points) a valid UTF-8 text has.
std::size_t length(std::string_view text);

}  // namespace yongdi::layers
