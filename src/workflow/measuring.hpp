#pragma once
// The working CRS for rooms that do not know crs: areas of shapes in it, plane ones by geometry and ellipsoidal ones by crs; its name in a GeoPackage.
#include "crs/system.hpp"
#include "inventory/inventory.hpp"
#include "ledger/spatial_reference.hpp"

namespace yongdi::workflow {

inventory::Measuring measuring(const crs::System& working);
// For shapes whose ellipsoid area nobody asks for: it is not known (NaN) then.
cadastre::Measure plane_measure();
ledger::SpatialReference spatial_reference(const crs::System& system);

}  // namespace yongdi::workflow
