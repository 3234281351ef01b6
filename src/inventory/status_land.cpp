#include "inventory/status_land.hpp"

#include <map>

namespace yongdi::inventory {

namespace {

using facts::CoverKind;

// What else lies over land travels under this label; no constraint takes part here.
constexpr CoverKind kSurvey = CoverKind::constraint;

void lay(std::vector<Layered>& layered, CoverKind kind, const cadastre::Layer& layer) {
  for (std::uint32_t i = 0; i < layer.features.size(); ++i)
    if (layer.features[i].valid != cadastre::Valid::no && !layer.features[i].shape.empty()) layered.push_back({{kind, i}, &layer.features[i].shape});
}

struct Content {
  double area_m2 = 0;
  std::map<std::uint32_t, double> parcels, buildings;
};

std::vector<Share> shares(const std::map<std::uint32_t, double>& by_index) {
  std::vector<Share> result;
  for (const auto& [index, area_m2] : by_index) result.push_back({index, area_m2});
  return result;
}

}  // namespace

std::vector<StatusPiece> take_status(const cadastre::Layer& survey, const cadastre::Cadastre& cadastre, const Claims& claims, const ParkTree& parks, const Policy& policy, const Measuring& measuring,
                                     const cadastre::Workers& workers) {
  std::vector<Layered> layered;
  lay(layered, CoverKind::park, cadastre.parks);
  lay(layered, CoverKind::parcel, cadastre.parcels);
  lay(layered, CoverKind::building, cadastre.buildings);
  lay(layered, kSurvey, survey);
  const facts::Covers covers = sweep(layered, policy.ellipsoid ? measuring.scale : AreaScale{}, workers);
  std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, Content> pieces;
  for (const facts::Cover& cover : covers.covers) {
    std::vector<std::uint32_t> over, status, parcels, buildings;
    for (const facts::Label& label : covers.of(cover)) {
      if (label.kind == CoverKind::park) over.push_back(label.index);
      if (label.kind == kSurvey) status.push_back(label.index);
      if (label.kind == CoverKind::parcel && claims.parcels[label.index].supplied) parcels.push_back(label.index);
      if (label.kind == CoverKind::building && claims.buildings_count[label.index]) buildings.push_back(label.index);
    }
    const auto holder = parks.holder(over);
    if (!holder) continue;
    Content& content = pieces[{*holder, std::move(status)}];
    content.area_m2 += cover.area_m2;
    for (const std::uint32_t parcel : parcels) content.parcels[parcel] += cover.area_m2;
    for (const std::uint32_t building : buildings) content.buildings[building] += cover.area_m2;
  }
  std::vector<StatusPiece> result;
  for (const auto& [key, content] : pieces) result.push_back({key.first, key.second, content.area_m2, shares(content.parcels), shares(content.buildings)});
  return result;
}

}  // namespace yongdi::inventory
