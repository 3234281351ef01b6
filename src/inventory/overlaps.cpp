#include "inventory/overlaps.hpp"

#include <atomic>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "findings/catalogue.hpp"
#include "geometry/shapes.hpp"
#include "inventory/inventory.hpp"

namespace yongdi::inventory {

namespace {

constexpr std::array<std::string_view, 4> kCodes = {"PARKS_OVERLAP", "APPROVALS_OVERLAP", "PARCELS_OVERLAP", "BUILDINGS_OVERLAP"};

// How much of each is shared, for the reader: "same land twice" and "a corner" are different defects.
double share(double part_m2, const cadastre::Feature& whole) { return whole.plane_m2 > 0 ? part_m2 / whole.plane_m2 : 0; }

std::string percent(double share) { return measures::Exact::from_double(share * 100).value_or(measures::Exact()).to_string(1) + " %"; }

// The finding about one overlap; none when it is only a sliver.
std::optional<findings::Finding> finding_about(const Overlap& overlap, const Layers& layers, const Shapes& shapes, const Policy& policy,
                                               geometry::Shaper& shaper) {
  if (overlap.area_m2 < policy.sliver.area_m2) return {};
  const auto kind = static_cast<std::size_t>(overlap.kind);
  const cadastre::Layer& layer = *layers[kind];
  const cadastre::Feature &first = layer.features[overlap.first], &second = layer.features[overlap.second];
  std::string drawn;
  try {
    const geometry::Region shape = shaper.intersection(*(*shapes[kind])[overlap.first], *(*shapes[kind])[overlap.second]);
    if (!shape.empty()) {
      if (is_sliver(overlap.area_m2, geometry::perimeter(shape), policy.sliver)) return {};
      drawn = geometry::to_wkb(shape);
    }
  } catch (const std::runtime_error&) {
    // The area is known from the sweep all the same; only the drawing is missing, and the whole first feature stands in for it.
    drawn = geometry::to_wkb(first.shape);
  }
  const facts::Row& row = layer.table.rows[overlap.first];
  return findings::Finding{&findings::kind(kCodes[kind]),
                           {layer.table.sources.at(row.source), row.number, {}},
                           std::string(facts::subject(layer.table.layer)),
                           first.id,
                           {{"first", first.id},
                            {"second", second.id},
                            {"share_first", percent(share(overlap.area_m2, first))},
                            {"share_second", percent(share(overlap.area_m2, second))}},
                           overlap.area_m2,
                           std::move(drawn),
                           second.id};
}

}  // namespace

std::uint64_t draw_overlaps(std::span<const Overlap> overlaps, const Layers& layers, const Shapes& shapes, const Policy& policy,
                            const cadastre::Workers& workers, std::vector<findings::Finding>& findings) {
  std::vector<std::optional<findings::Finding>> found(overlaps.size());
  std::atomic<std::uint64_t> fallbacks = 0;
  workers(overlaps.size(), [&](std::size_t first, std::size_t last) {
    geometry::Shaper shaper(policy.grid_m);
    for (std::size_t i = first; i < last; ++i) found[i] = finding_about(overlaps[i], layers, shapes, policy, shaper);
    fallbacks += shaper.fallbacks();
  });
  for (auto& finding : found)
    if (finding) findings.push_back(std::move(*finding));
  return fallbacks;
}

}  // namespace yongdi::inventory
