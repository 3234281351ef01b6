#include "inventory/inventory.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <numeric>
#include <stdexcept>

#include "findings/catalogue.hpp"
#include "geometry/shapes.hpp"
#include "geometry/validity.hpp"
#include "inventory/overlaps.hpp"

namespace yongdi::inventory {

namespace {

using cadastre::Valid;
using facts::CoverKind;
using geometry::Region;

// The shapes under which the features of a layer take part; null for those that take none.
struct Land {
  std::vector<const Region*> of;
  std::deque<Region> repaired;
};

// `undecided_too`: what could not be repaired within the tolerance still lies somewhere. Its make-valid copy stands in for it, so that the land it
// claims becomes undecided instead of falling to somebody else.
Land land(const cadastre::Layer& layer, bool undecided_too) {
  Land result;
  for (const cadastre::Feature& feature : layer.features) {
    const Region* shape = feature.valid == Valid::no ? nullptr : &feature.shape;
    if (shape == nullptr && undecided_too && !feature.shape.empty() && std::isfinite(geometry::plane_area(feature.shape))) {
      Region copy = geometry::repair(feature.shape);
      geometry::orient(copy);
      if (!copy.empty()) shape = &result.repaired.emplace_back(std::move(copy));
    }
    result.of.push_back(shape);
  }
  return result;
}

void lay(std::vector<Layered>& layered, CoverKind kind, const std::vector<const Region*>& shapes) {
  for (std::uint32_t i = 0; i < shapes.size(); ++i)
    if (shapes[i] != nullptr && !shapes[i]->empty()) layered.push_back({{kind, i}, shapes[i]});
}

// Makes the shapes of parks: whole ones, and the parts that each park holds itself.
class ParkShapes {
 public:
  ParkShapes(const cadastre::Layer& parks, const ParkTree& tree, double grid_m) : m_tree(tree), m_shaper(grid_m) {
    for (const auto& feature : parks.features) m_outline.push_back(feature.valid == Valid::no ? nullptr : &feature.shape);
    for (const Region* outline : m_outline) m_box.push_back(outline ? outline->box() : geometry::Box{});
    for (std::uint32_t park = 0; park < m_outline.size(); ++park) m_own.push_back(without_sub_parks(park));
  }

  Region whole(std::uint32_t park) {
    std::vector<const Region*> parts;
    for (const std::uint32_t member : m_tree.family(park))
      if (m_outline[member] != nullptr) parts.push_back(m_outline[member]);
    if (parts.size() == 1) return *parts.front();
    return parts.empty() ? Region{} : m_shaper.unite(parts);
  }

  // The part of `land` that the park holds, or that lies outside all parks. Safe to call from several threads, each with its own shaper.
  [[nodiscard]] Region held_part(const Region& land, std::optional<std::uint32_t> park, geometry::Shaper& shaper) const {
    std::vector<const Region*> others;
    const geometry::Box box = land.box();
    for (std::uint32_t other = 0; other < m_outline.size(); ++other) {
      if (m_outline[other] == nullptr || !m_box[other].meets(box)) continue;
      if (!park)
        others.push_back(m_outline[other]);
      else if (m_tree.rank(other) < m_tree.rank(*park) && !m_own[other].empty())
        others.push_back(&m_own[other]);
    }
    const Region part = park ? shaper.intersection(land, m_own[*park]) : land;
    return others.empty() ? part : shaper.minus(part, others);
  }

  [[nodiscard]] std::uint64_t fallbacks() const { return m_shaper.fallbacks(); }

 private:
  Region without_sub_parks(std::uint32_t park) {
    if (m_outline[park] == nullptr) return {};
    std::vector<const Region*> below;
    for (const std::uint32_t member : m_tree.family(park))
      if (member != park && m_outline[member] != nullptr) below.push_back(m_outline[member]);
    return below.empty() ? *m_outline[park] : m_shaper.minus(*m_outline[park], below);
  }

  const ParkTree& m_tree;
  geometry::Shaper m_shaper;
  std::vector<const Region*> m_outline;
  std::vector<geometry::Box> m_box;
  std::vector<Region> m_own;  // outlines without sub-parks
};

std::vector<UnsuppliedPiece> unsupplied_pieces(const Account& account, Remainders& remainders, const ParkShapes& parks, double grid_m,
                                               const cadastre::Workers& workers) {
  std::vector<UnsuppliedPiece> pieces;
  for (std::uint32_t approval = 0; approval < account.approvals.size(); ++approval)
    for (const auto& part : account.approvals[approval].unsupplied) pieces.push_back({approval, part.park, part.area_m2, {}});
  std::atomic<std::uint64_t> fallbacks = 0;
  workers(pieces.size(), [&](std::size_t first, std::size_t last) {
    geometry::Shaper shaper(grid_m);
    for (std::size_t i = first; i < last; ++i) {
      const Region& land = remainders.of_approval[pieces[i].approval].land;
      const bool in_one = account.approvals[pieces[i].approval].unsupplied.size() == 1;
      pieces[i].shape = in_one ? land : parks.held_part(land, pieces[i].park, shaper);
    }
    fallbacks += shaper.fallbacks();
  });
  remainders.fallbacks += fallbacks;
  return pieces;
}

// Land of which no shape is left is narrower than a micrometre: hairlines where two surveys of one boundary have different points on it. That is a
// sliver by any tolerance, and nobody's unsupplied land. (Land whose shape could not be made at all stays what it is.)
void count_hairlines_as_slivers(Account& account, std::vector<UnsuppliedPiece>& pieces, const Remainders& remainders, const ParkTree& tree) {
  const auto is_hairline = [&](const UnsuppliedPiece& piece) { return piece.shape.empty() && !remainders.of_approval[piece.approval].failure; };
  for (const UnsuppliedPiece& piece : pieces) {
    if (!is_hairline(piece)) continue;
    ApprovalLand& land = account.approvals[piece.approval];
    std::erase_if(land.unsupplied, [&](const ApprovalLand::InPark& part) { return part.park == piece.park; });
    land.unsupplied_m2 = 0;  // summed anew: a difference could leave a rounding error below zero
    for (const auto& part : land.unsupplied) land.unsupplied_m2 += part.area_m2;
    land.sliver_m2 += piece.area_m2;
    for (std::optional<std::uint32_t> park = piece.park; park; park = tree.parent(*park)) {
      auto& by_class = account.parks[*park].by_class;
      double& unsupplied = by_class[static_cast<std::size_t>(LandClass::unsupplied)];
      unsupplied = std::max(0.0, unsupplied - piece.area_m2);
      by_class[static_cast<std::size_t>(LandClass::sliver)] += piece.area_m2;
    }
  }
  std::erase_if(pieces, is_hairline);
}

// A residual is allowed the tolerance once for the outline and once for every piece its land was cut into.
Residual residual(std::string subject, const std::string& id, double outline_m2, double sum_m2, std::uint64_t pieces, double balance_m2) {
  return {std::move(subject), id, outline_m2, sum_m2, balance_m2 * static_cast<double>(1 + pieces)};
}

void report_open(const Residual& open, std::vector<findings::Finding>& findings) {
  findings.push_back({&findings::kind("BALANCE_OPEN"),
                      {},
                      open.subject,
                      open.id,
                      {{"area", std::to_string(open.area_m2)}, {"sum", std::to_string(open.sum_m2)}, {"difference", std::to_string(open.difference())},
                       {"allowed", std::to_string(open.allowed_m2)}},
                      std::abs(open.difference()),
                      {}});
}

void report_outside(const cadastre::Layer& buildings, const Claims& claims, const Land& shapes, const Account& account, double noise_m2,
                    std::vector<findings::Finding>& findings) {
  for (std::size_t i = 0; i < buildings.features.size(); ++i) {
    const BuildingLand& land = account.buildings[i];
    if (!claims.buildings_count[i] || shapes.of[i] == nullptr || land.on_parcels_m2 >= noise_m2) continue;
    const facts::Row& row = buildings.table.rows[i];
    findings.push_back({&findings::kind("BUILDING_OUTSIDE"),
                        {buildings.table.sources.at(row.source), row.number, {}},
                        "building",
                        buildings.features[i].id,
                        {},
                        land.area_m2,
                        geometry::to_wkb(*shapes.of[i])});
  }
}

// Hairlines that reprojection leaves between shared boundaries are in the sums, but below the tolerance of a balance nobody need hear of them.
void report_slivers(const cadastre::Layer& approvals, const Account& account, const Remainders& remainders, double least_m2,
                    std::vector<findings::Finding>& findings) {
  for (std::size_t i = 0; i < approvals.features.size(); ++i) {
    const Remainder& remainder = remainders.of_approval[i];
    if (account.approvals[i].sliver_m2 < least_m2) continue;
    const facts::Row& row = approvals.table.rows[i];
    findings.push_back({&findings::kind("SLIVERS"),
                        {approvals.table.sources.at(row.source), row.number, {}},
                        "approval",
                        approvals.features[i].id,
                        {{"count", std::to_string(remainder.sliver_count)}},
                        account.approvals[i].sliver_m2,
                        geometry::to_wkb(remainder.slivers)});
  }
}

}  // namespace

void take_inventory(const cadastre::Cadastre& cadastre, const Claims& claims, const ParkTree& tree, const Policy& policy, const Measuring& measuring,
                    const cadastre::Workers& workers, const Reclassify& reclassify, Inventory& inventory, std::vector<findings::Finding>& findings) {
  const Land parks = land(cadastre.parks, false), approvals = land(cadastre.approvals, false);
  const Land parcels = land(cadastre.parcels, true), buildings = land(cadastre.buildings, true);
  Remainders left = remainders(cadastre, claims, parcels.of, policy.sliver, policy.grid_m, workers);

  std::vector<const Region*> slivers;
  for (const Remainder& remainder : left.of_approval) slivers.push_back(&remainder.slivers);
  std::vector<Layered> layered;
  lay(layered, CoverKind::park, parks.of);
  lay(layered, CoverKind::approval, approvals.of);
  lay(layered, CoverKind::parcel, parcels.of);
  lay(layered, CoverKind::building, buildings.of);
  lay(layered, CoverKind::sliver, slivers);

  inventory = {};
  const double noise_m2 = policy.grid_m * policy.grid_m;
  const facts::Covers covers = sweep(layered, policy.ellipsoid ? measuring.scale : AreaScale{}, workers);
  inventory.account = account(covers, claims, tree, cadastre.has_approvals, noise_m2);
  if (reclassify && reclassify()) inventory.account = account(covers, claims, tree, cadastre.has_approvals, noise_m2);

  ParkShapes park_shapes(cadastre.parks, tree, policy.grid_m);
  inventory.unsupplied = unsupplied_pieces(inventory.account, left, park_shapes, policy.grid_m, workers);
  count_hairlines_as_slivers(inventory.account, inventory.unsupplied, left, tree);
  const cadastre::Measure measure = measuring.make_measure();
  for (std::uint32_t park = 0; park < cadastre.parks.features.size(); ++park) {
    const cadastre::Feature& feature = cadastre.parks.features[park];
    ParkOutline outline{feature.shape, feature.plane_m2, feature.ellipsoid_m2};
    if (!tree.is_leaf(park)) {
      outline.shape = park_shapes.whole(park);
      std::tie(outline.plane_m2, outline.ellipsoid_m2) = measure(outline.shape);
    }
    const ParkLand& sum = inventory.account.parks[park];
    inventory.residuals.push_back(
        residual("park", feature.id, policy.ellipsoid ? outline.ellipsoid_m2 : outline.plane_m2, sum.area_m2(), sum.pieces, policy.balance_m2));
    inventory.parks.push_back(std::move(outline));
  }
  for (std::size_t i = 0; i < cadastre.approvals.features.size(); ++i) {
    const cadastre::Feature& feature = cadastre.approvals.features[i];
    if (!claims.approvals[i].exists || feature.valid == Valid::no) continue;
    inventory.residuals.push_back(residual("approval", feature.id, policy.ellipsoid ? feature.ellipsoid_m2 : feature.plane_m2,
                                           inventory.account.approvals[i].area_m2(), 1, policy.balance_m2));
  }
  for (const Residual& each : inventory.residuals)
    if (!each.closes()) report_open(each, findings);

  report_slivers(cadastre.approvals, inventory.account, left, policy.balance_m2, findings);
  report_outside(cadastre.buildings, claims, buildings, inventory.account, noise_m2, findings);
  inventory.fallbacks = left.fallbacks + park_shapes.fallbacks() +
                        draw_overlaps(inventory.account.overlaps, {&cadastre.parks, &cadastre.approvals, &cadastre.parcels, &cadastre.buildings},
                                      {&parks.of, &approvals.of, &parcels.of, &buildings.of}, policy, workers, findings);
}

}  // namespace yongdi::inventory
