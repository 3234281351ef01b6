#include "inventory/park_tree.hpp"

#include <algorithm>

#include "findings/catalogue.hpp"

namespace yongdi::inventory {

ParkTree::ParkTree(const cadastre::Layer& parks, std::span<const std::string> priority, std::vector<findings::Finding>& findings)
    : m_parent(parks.features.size()), m_children(parks.features.size()), m_rank(parks.features.size()) {
  const facts::Column parent(parks.table, "parent");
  const auto count = static_cast<std::uint32_t>(parks.features.size());
  const auto report = [&](std::uint32_t park, const std::string& name, std::string_view reason_zh, std::string_view reason_en) {
    findings.push_back({&findings::kind("PARENT_UNKNOWN"),
                        cadastre::place(parks.table, parks.table.rows[park], "parent"),
                        "park",
                        parks.features[park].id,
                        {{"value", name}, {"reason_zh", std::string(reason_zh)}, {"reason_en", std::string(reason_en)}},
                        parks.features[park].plane_m2,
                        {}});
  };
  for (std::uint32_t park = 0; park < count; ++park) {
    const std::string* name = parent.text(parks.table.rows[park]);
    if (name == nullptr) continue;
    const auto found = parks.find(*name);
    if (found && *found != park)
      m_parent[park] = static_cast<std::uint32_t>(*found);
    else
      report(park, *name, found ? "上级就是它自己" : "没有这个园区", found ? "it names itself" : "there is no such park");
  }
  for (std::uint32_t park = 0; park < count; ++park) {
    // Of a circle the first member is cut loose. A park that merely leads into one keeps its parent: the circle is opened at one of its own.
    std::uint32_t steps = 0;
    for (auto above = m_parent[park]; above && steps <= count; above = m_parent[*above], ++steps)
      if (*above == park) {
        report(park, parks.features[*m_parent[park]].id, "上下级成环", "the parents run in a circle");
        m_parent[park].reset();
        break;
      }
  }
  for (std::uint32_t park = 0; park < count; ++park)
    if (m_parent[park]) m_children[*m_parent[park]].push_back(park);

  // Named ones first, in the order named; then by id, which is the order of the layer.
  for (std::uint32_t park = 0; park < count; ++park) m_rank[park] = static_cast<std::uint32_t>(priority.size()) + park;
  for (std::size_t place = 0; place < priority.size(); ++place) {
    const auto found = parks.find(priority[place]);
    if (found)
      m_rank[*found] = std::min(m_rank[*found], static_cast<std::uint32_t>(place));
    else
      findings.push_back({&findings::kind("PRIORITY_UNKNOWN"), {"", {}, "priority"}, "park", priority[place], {{"value", priority[place]}}, {}, {}});
  }
}

bool ParkTree::is_within(std::uint32_t park, std::uint32_t ancestor) const {
  for (std::optional<std::uint32_t> at = park; at; at = m_parent[*at])
    if (*at == ancestor) return true;
  return false;
}

std::vector<std::uint32_t> ParkTree::family(std::uint32_t park) const {
  std::vector<std::uint32_t> all;
  for (std::uint32_t member = 0; member < size(); ++member)
    if (is_within(member, park)) all.push_back(member);
  return all;
}

std::optional<std::uint32_t> ParkTree::holder(std::span<const std::uint32_t> parks) const {
  std::optional<std::uint32_t> best;
  for (const std::uint32_t park : parks) {
    const bool has_sub_park_here =
        std::any_of(parks.begin(), parks.end(), [&](std::uint32_t other) { return other != park && is_within(other, park); });
    if (!has_sub_park_here && (!best || m_rank[park] < m_rank[*best])) best = park;
  }
  return best;
}

}  // namespace yongdi::inventory
