#pragma once
// A shape of a source as a Region, whatever its state: Z and M dropped, curves stroked, coordinates untouched.
#include "cadastre/raw_layer.hpp"
#include "layers/gdal.hpp"

namespace yongdi::layers {

struct TakenShape {
  cadastre::RawFeature feature;
  std::size_t skipped = 0;   // members of a collection that are not polygons
  std::string skipped_kind;  // what the first of them is
};

// `shape` may be null.
TakenShape take_shape(const OGRGeometry* shape);

}  // namespace yongdi::layers
