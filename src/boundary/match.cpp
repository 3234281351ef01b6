#include "boundary/match.hpp"

#include <algorithm>
#include <numeric>

namespace yongdi::boundary {

namespace {

using Namesake = std::optional<std::uint32_t>;

// Whether p (before) and q (after) belong together.
bool linked(const Version& before, const Version& after, const SharedLand& shared, std::uint32_t p, std::uint32_t q) {
  if (before[p].id == after[q].id) return true;
  if (before[p].leaf != after[q].leaf) return false;
  const Namesake p_after = find(after, before[p].id), q_before = find(before, after[q].id);
  if (p_after && q_before) return false;
  if ((p_after && is_kin(after, *p_after, q)) || (q_before && is_kin(before, *q_before, p))) return false;
  const auto found = shared.of.find({p, q});
  return found != shared.of.end() && 2 * found->second > std::min(shared.before_m2[p], shared.after_m2[q]);
}

// Pairs that may belong together, ascending.
std::vector<std::pair<std::uint32_t, std::uint32_t>> links(const Version& before, const Version& after, const SharedLand& shared) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (std::uint32_t p = 0; p < before.size(); ++p)
    if (const Namesake q = find(after, before[p].id)) result.emplace_back(p, *q);
  for (const auto& [pair, area_m2] : shared.of)
    if (linked(before, after, shared, pair.first, pair.second)) result.push_back(pair);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::size_t root(std::vector<std::size_t>& above, std::size_t node) {
  while (above[node] != node) node = above[node] = above[above[node]];
  return node;
}

}  // namespace

std::string_view to_text(Change change) {
  constexpr std::string_view kNames[] = {"unchanged", "noise", "changed", "moved", "renamed", "split", "merged", "added", "removed"};
  return kNames[static_cast<std::size_t>(change)];
}

std::vector<Group> match(const Version& before, const Version& after, const SharedLand& shared) {
  std::vector<std::size_t> above(before.size() + after.size());
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (const auto& [p, q] : links(before, after, shared)) above[root(above, p)] = root(above, before.size() + q);
  std::map<std::size_t, Group> by_root;
  for (std::uint32_t p = 0; p < before.size(); ++p) by_root[root(above, p)].before.push_back(p);
  for (std::uint32_t q = 0; q < after.size(); ++q) by_root[root(above, before.size() + q)].after.push_back(q);
  std::vector<Group> groups;
  for (auto& [node, group] : by_root) groups.push_back(std::move(group));
  const auto first_id = [&](const Group& group) -> const std::string& {
    if (group.before.empty()) return after[group.after.front()].id;
    if (group.after.empty()) return before[group.before.front()].id;
    return std::min(before[group.before.front()].id, after[group.after.front()].id);
  };
  std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return first_id(a) < first_id(b); });
  return groups;
}

Naming::Naming(const Version& before, const Version& after, const SharedLand& shared, const Group& group) : m_before(before), m_after(after) {
  for (const std::uint32_t p : group.before)
    for (const std::uint32_t q : group.after)
      if (linked(before, after, shared, p, q)) {
        m_successors[p].push_back(q);
        m_predecessors[q].push_back(p);
      }
}

Change Naming::of_before(std::uint32_t park) const {
  const auto found = m_successors.find(park);
  if (found == m_successors.end()) return Change::removed;
  if (found->second.size() > 1) return Change::split;
  if (m_predecessors.at(found->second.front()).size() > 1) return Change::merged;
  return m_before[park].id == m_after[found->second.front()].id ? Change::changed : Change::renamed;
}

Change Naming::of_after(std::uint32_t park) const {
  const auto found = m_predecessors.find(park);
  if (found == m_predecessors.end()) return Change::added;
  if (found->second.size() > 1) return Change::merged;
  if (m_successors.at(found->second.front()).size() > 1) return Change::split;
  return m_before[found->second.front()].id == m_after[park].id ? Change::changed : Change::renamed;
}

}  // namespace yongdi::boundary
