#pragma once
// What a System knows of itself, private to this room. Everything is asked once, when it is made; objects for work are made from `definition` in the
// context of whoever works, because PROJ's objects belong to one thread.
#include "crs/proj.hpp"
#include "crs/system.hpp"

namespace yongdi::crs {

struct System::State {
  std::string definition;  // WKT 2 (2019), complete: with datum shift and vertical part if the source had them
  std::string plane;       // WKT 2 of the horizontal part, easting first
  std::string name, datum, wkt;
  std::optional<std::string> authority;
  std::optional<Extent> area_of_use;
  bool geographic = false, projected = false, metres = false, web_mercator = false;
};

}  // namespace yongdi::crs
