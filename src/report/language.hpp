#pragma once
// The language a person is spoken to in. Machines get both, side by side.
#include <cstdint>
#include <string>
#include <string_view>

#include "findings/finding.hpp"

namespace yongdi::report {

enum class Language : std::uint8_t { zh, en };

inline const std::string& in(Language language, const findings::Text& text) { return language == Language::zh ? text.zh : text.en; }
inline std::string_view in(Language language, std::string_view zh, std::string_view en) { return language == Language::zh ? zh : en; }

std::string_view name(findings::Severity severity, Language language);  // 错误, "error"

}  // namespace yongdi::report
