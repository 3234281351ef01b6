#include "boundary/version.hpp"

#include <algorithm>

namespace yongdi::boundary {

bool is_within(const Version& version, std::uint32_t park, std::uint32_t ancestor) {
  for (std::optional<std::uint32_t> at = park; at; at = version[*at].parent)
    if (*at == ancestor) return true;
  return false;
}

bool is_kin(const Version& version, std::uint32_t a, std::uint32_t b) { return is_within(version, a, b) || is_within(version, b, a); }

std::optional<std::uint32_t> find(const Version& version, const std::string& id) {
  const auto place =
      std::lower_bound(version.begin(), version.end(), id, [](const Outline& outline, const std::string& wanted) { return outline.id < wanted; });
  if (place == version.end() || place->id != id) return {};
  return static_cast<std::uint32_t>(place - version.begin());
}

}  // namespace yongdi::boundary
