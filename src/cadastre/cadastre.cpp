#include "cadastre/cadastre.hpp"

#include <algorithm>

namespace yongdi::cadastre {

std::optional<std::size_t> Layer::find(std::string_view id) const {
  const auto found = std::ranges::lower_bound(features, id, {}, [](const Feature& feature) { return std::string_view(feature.id); });
  if (found == features.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - features.begin());
}

findings::Place place(const facts::Table& table, const facts::Row& row, std::string_view field) {
  if (field.empty()) return {table.sources.at(row.source), row.number, {}};
  const facts::Whence from = facts::whence(table, row, field);
  return {std::string(from.source), from.row, std::string(from.header.empty() ? field : from.header)};
}

}  // namespace yongdi::cadastre
