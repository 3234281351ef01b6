#include "inventory/account.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace yongdi::inventory {

using facts::CoverKind;
using facts::Label;

double ParkLand::area_m2() const { return std::accumulate(by_class.begin(), by_class.end(), 0.0); }

namespace {

// The labels of one cover, told apart by kind. Labels are sorted by kind, then by number.
struct Members {
  explicit Members(std::span<const Label> labels) {
    for (const Label& label : labels) (*this)[label.kind].push_back(label.index);
  }
  std::vector<std::uint32_t>& operator[](CoverKind kind) { return m_of[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const std::vector<std::uint32_t>& of(CoverKind kind) const { return m_of[static_cast<std::size_t>(kind)]; }

 private:
  std::array<std::vector<std::uint32_t>, facts::kCoverKindCount> m_of;
};

class Bookkeeper {
 public:
  Bookkeeper(const Claims& claims, const ParkTree& parks, bool has_approvals) : m_claims(claims), m_parks(parks), m_has_approvals(has_approvals) {
    m_account.parks.resize(parks.size());
    m_account.approvals.resize(claims.approvals.size());
    m_account.parcels.resize(claims.parcels.size());
    m_account.buildings.resize(claims.buildings_count.size());
  }

  void enter(std::span<const Label> labels, double area_m2) {
    const Members cover(labels);
    std::vector<std::uint32_t> supplied, approved;
    for (const std::uint32_t parcel : cover.of(CoverKind::parcel))
      if (m_claims.parcels[parcel].supplied) supplied.push_back(parcel);
    for (const std::uint32_t approval : cover.of(CoverKind::approval))
      if (m_claims.approvals[approval].exists) approved.push_back(approval);
    const auto holder = m_parks.holder(cover.of(CoverKind::park));
    const LandClass land_class = classify(supplied, !approved.empty(), !cover.of(CoverKind::sliver).empty());
    enter_parks(cover.of(CoverKind::park), holder, land_class, !supplied.empty(), !approved.empty(), area_m2);
    if (!holder && !(supplied.empty() && approved.empty())) add(m_account.outside, land_class, !supplied.empty(), !approved.empty(), area_m2);
    enter_approvals(approved, holder, land_class, area_m2);
    enter_parcels(cover, holder, approved, area_m2);
    enter_overlaps(cover, supplied, approved, area_m2);
  }

  Account close(double noise_m2) {
    for (ParcelLand& parcel : m_account.parcels)
      for (auto* shares : {&parcel.held, &parcel.parks, &parcel.approvals, &parcel.buildings}) tidy(*shares, noise_m2);
    for (ApprovalLand& approval : m_account.approvals) {
      tidy(approval.unsupplied, noise_m2);
      tidy(approval.parks, noise_m2);
    }
    for (const auto& [pair, area_m2] : m_overlaps)
      if (area_m2 >= noise_m2) m_account.overlaps.push_back(overlap(std::get<0>(pair), std::get<1>(pair), std::get<2>(pair), area_m2));
    return std::move(m_account);
  }

 private:
  [[nodiscard]] LandClass classify(std::span<const std::uint32_t> supplied, bool approved, bool sliver) const {
    if (!supplied.empty()) {
      LandClass first = LandClass::held_elsewhere;
      for (const std::uint32_t parcel : supplied) first = std::min(first, m_claims.parcels[parcel].land_class);
      return first;
    }
    if (approved) return sliver ? LandClass::sliver : LandClass::unsupplied;
    return m_has_approvals ? LandClass::unapproved : LandClass::not_assessed;
  }

  // Every park over the land, and every park above those, has it: in its class when the park that holds it belongs to the family, else as held
  // elsewhere.
  void enter_parks(std::span<const std::uint32_t> over, std::optional<std::uint32_t> holder, LandClass land_class, bool supplied, bool approved,
                   double area_m2) {
    if (!holder) return;
    m_touched.clear();
    for (const std::uint32_t park : over)
      for (std::optional<std::uint32_t> at = park; at; at = m_parks.parent(*at)) m_touched.push_back(*at);
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    for (const std::uint32_t park : m_touched) {
      const bool held = m_parks.is_within(*holder, park);
      add(m_account.parks[park], held ? land_class : LandClass::held_elsewhere, held && supplied, held && approved, area_m2);
    }
  }

  static void add(ParkLand& land, LandClass land_class, bool supplied, bool approved, double area_m2) {
    land.by_class[static_cast<std::size_t>(land_class)] += area_m2;
    land.approved_m2 += approved ? area_m2 : 0;
    land.supplied_m2 += supplied ? area_m2 : 0;
    ++land.pieces;
  }

  void enter_approvals(std::span<const std::uint32_t> approved, std::optional<std::uint32_t> holder, LandClass land_class, double area_m2) {
    if (approved.empty()) return;
    const std::uint32_t earliest = *std::min_element(approved.begin(), approved.end(), [&](std::uint32_t a, std::uint32_t b) {
      return m_claims.approvals[a].rank < m_claims.approvals[b].rank;
    });
    for (const std::uint32_t approval : approved) {
      if (approval != earliest) m_account.approvals[approval].overlap_m2 += area_m2;
      for (std::optional<std::uint32_t> park = holder; park; park = m_parks.parent(*park)) add(m_account.approvals[approval].parks, *park, area_m2);
    }
    ApprovalLand& land = m_account.approvals[earliest];
    if (land_class == LandClass::sliver) {
      land.sliver_m2 += area_m2;
    } else if (land_class == LandClass::unsupplied) {
      land.unsupplied_m2 += area_m2;
      const auto place = std::find_if(land.unsupplied.begin(), land.unsupplied.end(), [&](const auto& part) { return part.park == holder; });
      if (place == land.unsupplied.end())
        land.unsupplied.push_back({holder, area_m2});
      else
        place->area_m2 += area_m2;
    } else {
      land.supplied_m2 += area_m2;
    }
  }

  void enter_parcels(const Members& cover, std::optional<std::uint32_t> holder, std::span<const std::uint32_t> approved, double area_m2) {
    const auto& buildings = cover.of(CoverKind::building);
    for (const std::uint32_t building : buildings) {
      m_account.buildings[building].area_m2 += area_m2;
      if (!cover.of(CoverKind::parcel).empty()) m_account.buildings[building].on_parcels_m2 += area_m2;
    }
    for (const std::uint32_t parcel : cover.of(CoverKind::parcel)) {
      ParcelLand& land = m_account.parcels[parcel];
      land.area_m2 += area_m2;
      if (holder) land.in_parks_m2 += area_m2;
      if (!approved.empty()) land.in_approvals_m2 += area_m2;
      if (holder) add(land.held, *holder, area_m2);
      for (std::optional<std::uint32_t> park = holder; park; park = m_parks.parent(*park)) add(land.parks, *park, area_m2);
      for (const std::uint32_t approval : approved) add(land.approvals, approval, area_m2);
      for (const std::uint32_t building : buildings)
        if (m_claims.buildings_count[building]) add(land.buildings, building, area_m2);
    }
  }

  void enter_overlaps(const Members& cover, std::span<const std::uint32_t> supplied, std::span<const std::uint32_t> approved, double area_m2) {
    enter_pairs(CoverKind::parcel, supplied, area_m2);
    enter_pairs(CoverKind::approval, approved, area_m2);
    std::vector<std::uint32_t> standing;
    for (const std::uint32_t building : cover.of(CoverKind::building))
      if (m_claims.buildings_count[building]) standing.push_back(building);
    enter_pairs(CoverKind::building, standing, area_m2);
    enter_pairs(CoverKind::park, cover.of(CoverKind::park), area_m2);
  }

  void enter_pairs(CoverKind kind, std::span<const std::uint32_t> members, double area_m2) {
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const bool family = kind == CoverKind::park && (m_parks.is_within(members[i], members[j]) || m_parks.is_within(members[j], members[i]));
        if (!family) m_overlaps[{kind, members[i], members[j]}] += area_m2;
      }
  }

  [[nodiscard]] Overlap overlap(CoverKind kind, std::uint32_t first, std::uint32_t second, double area_m2) const {
    if (kind == CoverKind::park && m_parks.rank(second) < m_parks.rank(first)) std::swap(first, second);
    return {kind, first, second, area_m2};
  }

  static void add(std::vector<Share>& shares, std::uint32_t index, double area_m2) {
    for (Share& share : shares)
      if (share.index == index) {
        share.area_m2 += area_m2;
        return;
      }
    shares.push_back({index, area_m2});
  }

  static void tidy(std::vector<Share>& shares, double noise_m2) {
    std::erase_if(shares, [&](const Share& share) { return share.area_m2 < noise_m2; });
    std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.index < b.index; });
  }

  // Parts that are only rounding at a boundary go to the largest part, so that the sum stays.
  static void tidy(std::vector<ApprovalLand::InPark>& parts, double noise_m2) {
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.area_m2 > b.area_m2; });
    while (parts.size() > 1 && parts.back().area_m2 < noise_m2) {
      parts.front().area_m2 += parts.back().area_m2;
      parts.pop_back();
    }
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
      return a.park.has_value() != b.park.has_value() ? a.park.has_value() : a.park < b.park;
    });
  }

  const Claims& m_claims;
  const ParkTree& m_parks;
  bool m_has_approvals;
  Account m_account;
  std::map<std::tuple<CoverKind, std::uint32_t, std::uint32_t>, double> m_overlaps;
  std::vector<std::uint32_t> m_touched;
};

}  // namespace

Account account(const facts::Covers& covers, const Claims& claims, const ParkTree& parks, bool has_approvals, double noise_m2) {
  Bookkeeper bookkeeper(claims, parks, has_approvals);
  for (const facts::Cover& cover : covers.covers) bookkeeper.enter(covers.of(cover), cover.area_m2);
  return bookkeeper.close(noise_m2);
}

}  // namespace yongdi::inventory
