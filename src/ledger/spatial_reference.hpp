#pragma once
// The working CRS as a GeoPackage names it.
#include <string>

namespace yongdi::ledger {

struct SpatialReference {
  std::string name;          // "CGCS2000 / 3-degree Gauss-Kruger zone 38"
  std::string organization;  // "EPSG", or "NONE" for a system without a code
  int code = 0;              // 0 or 100000 for a system without a code
  std::string wkt;
};

}  // namespace yongdi::ledger
