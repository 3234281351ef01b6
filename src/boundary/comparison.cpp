#include "boundary/comparison.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace yongdi::boundary {

namespace {

using facts::CoverKind;
using facts::Label;

enum class Side : std::uint8_t { both, after_only, before_only, neither };

Side side(bool before, bool after) { return before ? (after ? Side::both : Side::before_only) : (after ? Side::after_only : Side::neither); }

void add(Balance& balance, Side where, double area_m2) {
  if (where == Side::both) balance.kept_m2 += area_m2;
  if (where == Side::after_only) balance.gained_m2 += area_m2;
  if (where == Side::before_only) balance.lost_m2 += area_m2;
}

// What lies over one cover.
struct Members {
  std::vector<std::uint32_t> before, after, parcels;
  std::set<std::string> constraints;

  Members(std::span<const Label> labels, std::size_t first_after, const Surroundings& surroundings) {
    for (const Label& label : labels) {
      if (label.kind == CoverKind::park) {
        if (label.index < first_after)
          before.push_back(label.index);
        else
          after.push_back(static_cast<std::uint32_t>(label.index - first_after));
      }
      if (label.kind == CoverKind::parcel) parcels.push_back(label.index);
      if (label.kind == CoverKind::constraint) constraints.insert(surroundings.constraint_kind.at(label.index));
    }
  }
};

SharedLand shared_land(const Version& before, const Version& after, const facts::Covers& covers, const Surroundings& surroundings) {
  SharedLand shared{{}, std::vector<double>(before.size()), std::vector<double>(after.size())};
  for (const facts::Cover& cover : covers.covers) {
    const Members over(covers.of(cover), before.size(), surroundings);
    for (const std::uint32_t p : over.before) shared.before_m2[p] += cover.area_m2;
    for (const std::uint32_t q : over.after) shared.after_m2[q] += cover.area_m2;
    for (const std::uint32_t p : over.before)
      for (const std::uint32_t q : over.after) shared.of[{p, q}] += cover.area_m2;
  }
  return shared;
}

std::optional<double> sum(const Version& version, const std::vector<std::uint32_t>& parks, std::optional<double> Outline::*figure) {
  if (parks.empty()) return {};
  double total = 0;
  for (const std::uint32_t park : parks) {
    if (!(version[park].*figure)) return {};
    total += *(version[park].*figure);
  }
  return total;
}

// The rows, before any land is counted.
class Rows {
 public:
  Rows(const Version& before, const Version& after, const SharedLand& shared) : m_before(before), m_after(after) {
    for (const Group& group : match(before, after, shared)) add_group(group, shared);
    std::sort(rows.begin(), rows.end(), [](const ParkChange& a, const ParkChange& b) { return a.park_id < b.park_id; });
    for (ParkChange& row : rows) {
      const std::vector<std::uint32_t> old_ones = own(before, row, row.before), new_ones = own(after, row, row.after);
      row.declared_before_m2 = sum(before, old_ones, &Outline::declared_m2);
      row.approved_before_m2 = sum(before, old_ones, &Outline::approved_m2);
      row.declared_after_m2 = sum(after, new_ones, &Outline::declared_m2);
      row.approved_after_m2 = sum(after, new_ones, &Outline::approved_m2);
    }
  }

  std::vector<ParkChange> rows;

 private:
  // A part of a split or a merger has the papers of its own name only.
  static std::vector<std::uint32_t> own(const Version& version, const ParkChange& row, std::vector<std::uint32_t> parks) {
    if (row.part_of) std::erase_if(parks, [&](std::uint32_t park) { return version[park].id != row.park_id; });
    return parks;
  }

  [[nodiscard]] const std::string& id_of(const Group& group) const {
    if (group.after.size() == 1 && group.before.size() != 1) return m_after[group.after.front()].id;
    if (group.before.size() == 1 && group.after.size() != 1) return m_before[group.before.front()].id;
    if (group.after.size() == 1) return m_after[group.after.front()].id;
    return std::min(m_before[group.before.front()].id, m_after[group.after.front()].id);
  }

  void add_group(const Group& group, const SharedLand& shared) {
    const Naming naming(m_before, m_after, shared, group);
    const std::string& speaker = id_of(group);
    std::map<std::string, ParkChange> of_id;
    for (const std::uint32_t q : group.after) {
      ParkChange& row = of_id[m_after[q].id];
      row.name = m_after[q].name;
      row.change = naming.of_after(q);
      row.leaf = m_after[q].leaf;
      row.after = {q};
    }
    for (const std::uint32_t p : group.before) {
      ParkChange& row = of_id[m_before[p].id];
      if (row.after.empty()) {
        row.name = m_before[p].name;
        row.leaf = m_before[p].leaf;
      }
      const Change change = naming.of_before(p);
      if (row.after.empty() || change == Change::split || change == Change::merged) row.change = change;
      row.before = {p};
    }
    for (auto& [id, row] : of_id) {
      row.park_id = id;
      if (id == speaker) {
        row.before = group.before;
        row.after = group.after;
      } else {
        row.part_of = speaker;
        // Against all outlines of the other version; a park that is in both is compared with itself.
        if (row.before.empty()) row.before = group.before;
        if (row.after.empty()) row.after = group.after;
      }
      rows.push_back(std::move(row));
    }
  }

  const Version &m_before, &m_after;
};

// Which rows an outline takes part in.
using Memberships = std::vector<std::vector<std::uint32_t>>;

Memberships memberships(std::size_t outlines, const std::vector<ParkChange>& rows, std::vector<std::uint32_t> ParkChange::*parks) {
  Memberships result(outlines);
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    for (const std::uint32_t park : rows[row].*parks) result[park].push_back(row);
  return result;
}

// Parcels are told by the park they are in under its own id, so that a split shows where each went; only a new name is no change of park.
Memberships parcel_memberships(const Version& version, const std::vector<ParkChange>& rows, std::vector<std::uint32_t> ParkChange::*parks) {
  Memberships result(version.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    if (rows[row].change == Change::renamed && rows[row].part_of) continue;
    for (const std::uint32_t park : rows[row].*parks)
      if (rows[row].change == Change::renamed || version[park].id == rows[row].park_id) result[park].push_back(row);
  }
  return result;
}

// The rows over a cover, each with the sides on which it has it.
class Touched {
 public:
  Touched(const Memberships& before, const Memberships& after) : m_before(before), m_after(after) {}

  const std::map<std::uint32_t, std::pair<bool, bool>>& over(const Members& members) {
    m_sides.clear();
    for (const std::uint32_t p : members.before)
      for (const std::uint32_t row : m_before[p]) m_sides[row].first = true;
    for (const std::uint32_t q : members.after)
      for (const std::uint32_t row : m_after[q]) m_sides[row].second = true;
    return m_sides;
  }

 private:
  const Memberships &m_before, &m_after;
  std::map<std::uint32_t, std::pair<bool, bool>> m_sides;
};

class Counting {
 public:
  Counting(const Version& before, const Version& after, const facts::Covers& covers, const Surroundings& surroundings, double noise_m)
      : m_before(before), m_after(after), m_covers(covers), m_surroundings(surroundings), m_noise_m(noise_m) {}

  Comparison run() {
    m_result.parks = Rows(m_before, m_after, shared_land(m_before, m_after, m_covers, m_surroundings)).rows;
    const std::vector<ParkChange>& rows = m_result.parks;
    const Memberships before = memberships(m_before.size(), rows, &ParkChange::before), after = memberships(m_after.size(), rows, &ParkChange::after);
    const Memberships parcels_before = parcel_memberships(m_before, rows, &ParkChange::before),
                      parcels_after = parcel_memberships(m_after, rows, &ParkChange::after);
    Touched parks(before, after), by_id(parcels_before, parcels_after);
    for (const facts::Cover& cover : m_covers.covers) {
      const Members over(m_covers.of(cover), m_before.size(), m_surroundings);
      if (over.before.empty() && over.after.empty()) continue;
      count_totals(over, cover.area_m2);
      for (const auto& [row, sides] : parks.over(over)) enter(row, side(sides.first, sides.second), over, cover.area_m2);
      count_constraints({}, side(!over.before.empty(), !over.after.empty()), over, cover.area_m2);
      for (const auto& [row, sides] : by_id.over(over))
        for (const std::uint32_t parcel : over.parcels) add(m_parcels[{row, parcel}], side(sides.first, sides.second), cover.area_m2);
    }
    for (ParkChange& row : m_result.parks) settle(row);
    list_parcels();
    list_constraints();
    return std::move(m_result);
  }

 private:
  void count_totals(const Members& over, double area_m2) {
    const bool before = !over.before.empty(), after = !over.after.empty();
    const bool leaf_before = std::ranges::any_of(over.before, [&](std::uint32_t park) { return m_before[park].leaf; });
    const bool leaf_after = std::ranges::any_of(over.after, [&](std::uint32_t park) { return m_after[park].leaf; });
    Totals& totals = m_result.totals;
    add(totals.all, side(before, after), area_m2);
    add(totals.leaves, side(leaf_before, leaf_after), area_m2);
    if (leaf_before && !leaf_after && after) totals.lost_inside_zones_m2 += area_m2;
    if (leaf_after && !leaf_before && before) totals.gained_inside_zones_m2 += area_m2;
  }

  void enter(std::uint32_t row, Side where, const Members& over, double area_m2) {
    add(m_result.parks[row].balance, where, area_m2);
    if (!m_result.parks[row].part_of) count_constraints(row, where, over, area_m2);
  }

  void count_constraints(std::optional<std::uint32_t> row, Side where, const Members& over, double area_m2) {
    for (const std::string& kind : m_surroundings.kinds) {
      const bool outside = kind == kOutsideUrbanBoundary;
      const bool counts = outside ? !over.constraints.contains(std::string(kUrbanBoundary)) : over.constraints.contains(kind);
      if (counts) add(m_constraints[{row, kind}], where, area_m2);
    }
  }

  // A part that came of another park lost nothing to those beside it, and one that went into another gained nothing.
  void settle(ParkChange& row) const {
    if (!row.part_of) return;
    const bool was = row.before.size() == 1 && m_before[row.before.front()].id == row.park_id;
    const bool is = row.after.size() == 1 && m_after[row.after.front()].id == row.park_id;
    if (was && !is) row.balance.gained_m2 = 0;
    if (is && !was) row.balance.lost_m2 = 0;
  }

  void list_parcels() {
    std::set<std::uint32_t> listed, touched;
    for (const auto& [key, balance] : m_parcels) {
      const Parcel& parcel = m_surroundings.parcels.at(key.second);
      const double noise_m2 = m_noise_m * parcel.perimeter_m;
      const double changed_m2 = balance.gained_m2 + balance.lost_m2;
      if (changed_m2 <= 0) continue;
      touched.insert(key.second);
      if (changed_m2 <= noise_m2) continue;
      listed.insert(key.second);
      const double after_m2 = balance.after_m2();
      const ParcelMove move = after_m2 <= noise_m2                    ? ParcelMove::leaves
                              : parcel.area_m2 - after_m2 <= noise_m2 ? ParcelMove::enters
                                                                      : ParcelMove::cut;
      m_result.parcels.push_back({key.first, key.second, move, balance});
    }
    for (const std::uint32_t parcel : touched) m_result.parcels_within_noise += listed.contains(parcel) ? 0U : 1U;
  }

  void list_constraints() {
    for (std::uint32_t row = 0; row < m_result.parks.size(); ++row)
      if (!m_result.parks[row].part_of)
        for (const std::string& kind : m_surroundings.kinds) m_result.constraints.push_back({row, kind, m_constraints[{row, kind}]});
    for (const std::string& kind : m_surroundings.kinds) m_result.constraints.push_back({{}, kind, m_constraints[{std::nullopt, kind}]});
  }

  const Version &m_before, &m_after;
  const facts::Covers& m_covers;
  const Surroundings& m_surroundings;
  double m_noise_m;
  Comparison m_result;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Balance> m_parcels;
  std::map<std::pair<std::optional<std::uint32_t>, std::string>, Balance> m_constraints;
};

}  // namespace

std::optional<double> Balance::iou() const {
  const double all_m2 = kept_m2 + gained_m2 + lost_m2;
  return all_m2 > 0 ? std::optional(kept_m2 / all_m2) : std::nullopt;
}

std::string_view to_text(ParcelMove move) {
  constexpr std::string_view kNames[] = {"enters", "leaves", "cut"};
  return kNames[static_cast<std::size_t>(move)];
}

Comparison compare(const Version& before, const Version& after, const facts::Covers& covers, const Surroundings& surroundings, double noise_m) {
  return Counting(before, after, covers, surroundings, noise_m).run();
}

}  // namespace yongdi::boundary
