#include "inventory/claims.hpp"

namespace yongdi::inventory {

std::string_view to_text(LandClass land_class) {
  constexpr std::string_view kNames[kLandClassCount] = {"unsupplied", "idle",   "pending",    "inefficient",  "undecided",     "building",
                                                        "completed",  "sliver", "unapproved", "not_assessed", "held_elsewhere"};
  return kNames[static_cast<std::size_t>(land_class)];
}

}  // namespace yongdi::inventory
