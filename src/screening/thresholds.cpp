#include "screening/thresholds.hpp"

#include <algorithm>
#include <tuple>

namespace yongdi::screening {

Threshold Thresholds::find(rulebook::Name parameter, const Place& place) const {
  const std::string_view name = parameter;
  const Override* best = nullptr;
  std::tuple<std::size_t, std::size_t> best_rank;
  for (const Override& each : m_overrides) {
    if (each.parameter != name || !place.industry.starts_with(each.industry)) continue;
    const auto at = std::find(place.parks.begin(), place.parks.end(), each.park);
    if (!each.park.empty() && at == place.parks.end()) continue;
    // The nearer the park, the more it says; a row for all parks says least.
    const auto nearness = each.park.empty() ? 0U : static_cast<std::size_t>(place.parks.end() - at);
    const std::tuple rank(nearness, each.industry.size());
    if (best == nullptr || rank > best_rank) std::tie(best, best_rank) = std::tuple(&each, rank);
  }
  if (best != nullptr) {
    const std::string own = best->table + " " + std::to_string(best->row) + (best->document.empty() ? "" : " " + best->document);
    return {best->value, {own, own}, rulebook::Status::read, true};
  }
  const rulebook::InForce held = m_rules.find(name, m_as_of);
  if (held.parameter == nullptr) return {};
  return {held.parameter->value, origin_of(held), held.parameter->status, false};
}

std::optional<int> Thresholds::whole(rulebook::Name parameter, const Place& place) const {
  const Threshold found = find(parameter, place);
  return found.value ? std::optional(static_cast<int>(found.value->to_double())) : std::nullopt;
}

findings::Text origin_of(const rulebook::InForce& held) {
  const std::string& number = held.document->number;
  return {number + " " + held.parameter->article.zh, number + ", " + held.parameter->article.en};
}

std::vector<std::string_view> settable_parameters() {
  std::vector<std::string_view> names;
  for (const rulebook::ParameterInfo& each : rulebook::kParameters)
    if (each.name.starts_with("screen.") || each.name.starts_with("supporting.")) names.push_back(each.name);
  return names;
}

}  // namespace yongdi::screening
