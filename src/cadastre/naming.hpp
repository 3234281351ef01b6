#pragma once
// Ids for features that have none or share one, made from what the features are and never from where they stand in the source. Private to this room.
#include <string>
#include <vector>

#include "cadastre/raw_layer.hpp"

namespace yongdi::cadastre {

struct Name {
  std::string id;
  bool missing = false;    // none was given
  bool duplicate = false;  // the given one was taken
  std::string given;       // as written; empty when missing
};

// One per row, all different. "blank~1f0c22ab" from the content where none is given; of several with one id the first by area as read, then first
// coordinate, then content keeps it, and the others get "~2", "~3" …
std::vector<Name> name_features(const RawLayer& raw);

}  // namespace yongdi::cadastre
