#pragma once
// Which park of one version is which of the next: by id, and where an id is new or gone by the land they share.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "boundary/version.hpp"

namespace yongdi::boundary {

enum class Change : std::uint8_t { unchanged, noise, changed, moved, renamed, split, merged, added, removed };
std::string_view to_text(Change change);

// Land that a park of the first version and one of the second have in common, m².
struct SharedLand {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> of;
  std::vector<double> before_m2, after_m2;  // of the outlines
};

// Parks that belong together, ascending: one and one for a park that stays, one and several for one that was split …
struct Group {
  std::vector<std::uint32_t> before, after;
};

// Rules. Parks with the same id belong together. Of two with different ids, one at least must have no namesake in the other version; they belong
// together when they share more than half of the smaller one. A zone is never matched with a park, nor a park with its own zone. Every outline is in
// exactly one group; the groups are in the order of their ids.
std::vector<Group> match(const Version& before, const Version& after, const SharedLand& shared);

// What became of one park of a group, from whom it belongs to. `changed` for one that stays: its outlines decide.
class Naming {
 public:
  Naming(const Version& before, const Version& after, const SharedLand& shared, const Group& group);
  [[nodiscard]] Change of_before(std::uint32_t park) const;
  [[nodiscard]] Change of_after(std::uint32_t park) const;

 private:
  const Version &m_before, &m_after;
  std::map<std::uint32_t, std::vector<std::uint32_t>> m_successors, m_predecessors;
};

}  // namespace yongdi::boundary
