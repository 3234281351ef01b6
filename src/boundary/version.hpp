#pragma once
// One version of the outlines of all parks, as this room looks at it.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geometry/region.hpp"

namespace yongdi::boundary {

struct Outline {
  std::string id, name;
  const geometry::Region* shape = nullptr;  // valid and oriented; of a park with sub-parks: the union of its outline and theirs
  std::optional<std::uint32_t> parent;      // position in the version
  bool leaf = true;                         // no park stands below it
  std::optional<double> declared_m2;        // as the layer says
  std::optional<double> approved_m2;        // as approved
};

// Ascending by id.
using Version = std::vector<Outline>;

// Whether a park stands somewhere below the ancestor, or is it.
bool is_within(const Version& version, std::uint32_t park, std::uint32_t ancestor);
// Whether one of the two is within the other.
bool is_kin(const Version& version, std::uint32_t a, std::uint32_t b);
std::optional<std::uint32_t> find(const Version& version, const std::string& id);

}  // namespace yongdi::boundary
