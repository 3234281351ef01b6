#include "cadastre/cadastre.hpp"

#include <algorithm>

namespace yongdi::cadastre {

std::optional<std::size_t> Layer::find(std::string_view id) const {
  const auto found = std::ranges::lower_bound(features, id, {}, [](const Feature& feature) { return std::string_view(feature.id); });
  if (found == features.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - features.begin());
}

}  // namespace yongdi::cadastre
