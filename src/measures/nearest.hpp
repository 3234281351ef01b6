#pragma once
// The nearest valid name to a mistyped one, for "did you mean".
#include <span>
#include <string_view>

namespace yongdi::measures {

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; by UTF-8 code point), or empty when even that one
// differs in more than a third of its letters plus one.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace yongdi::measures
