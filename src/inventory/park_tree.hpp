#pragma once
// Parks and their sub-parks (一区多园), and who holds land where several lie over it.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "findings/finding.hpp"

namespace yongdi::inventory {

class ParkTree {
 public:
  // Adds PARENT_UNKNOWN (parent missing or in a loop; the park then stands alone) and PRIORITY_UNKNOWN.
  ParkTree(const cadastre::Layer& parks, std::span<const std::string> priority, std::vector<findings::Finding>& findings);

  [[nodiscard]] std::size_t size() const { return m_parent.size(); }
  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t park) const { return m_parent[park]; }
  [[nodiscard]] bool is_leaf(std::uint32_t park) const { return m_children[park].empty(); }
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t park) const { return m_children[park]; }
  [[nodiscard]] bool is_within(std::uint32_t park, std::uint32_t ancestor) const;  // the park itself counts
  // The park and all parks below it, ascending.
  [[nodiscard]] std::vector<std::uint32_t> family(std::uint32_t park) const;
  // Who holds land that lies in all of `parks`: of those with no sub-park among them the first by priority, then by id.
  [[nodiscard]] std::optional<std::uint32_t> holder(std::span<const std::uint32_t> parks) const;
  // Smaller ranks hold.
  [[nodiscard]] std::uint32_t rank(std::uint32_t park) const { return m_rank[park]; }

 private:
  std::vector<std::optional<std::uint32_t>> m_parent;
  std::vector<std::vector<std::uint32_t>> m_children;
  std::vector<std::uint32_t> m_rank;
};

}  // namespace yongdi::inventory
