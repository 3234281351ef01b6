#pragma once
// Three-valued truth: what a rule can say when part of its input is missing. Unknown is a value and travels on; it is never "no".
#include <string_view>

namespace yongdi::measures {

enum class Certainty { no, unknown, yes };

constexpr Certainty either(Certainty a, Certainty b) { return a > b ? a : b; }  // "or": yes over unknown over no
constexpr Certainty both(Certainty a, Certainty b) { return a < b ? a : b; }    // "and": no over unknown over yes
constexpr Certainty certain(bool value) { return value ? Certainty::yes : Certainty::no; }
constexpr std::string_view to_text(Certainty value) { return value == Certainty::yes ? "yes" : value == Certainty::no ? "no" : "unknown"; }

}  // namespace yongdi::measures
