#pragma once
// The CRS in which a run works.
#include "crs/system.hpp"
#include "layers/open.hpp"

namespace yongdi::layers {

// The CGCS2000 zone under the middle of a layer that is in `own`. Throws findings::Failure (Exit::usage) outside China.
crs::System zone_under(OpenLayer& parks, const crs::System& own);

// Throws findings::Failure (Exit::usage) for a system that areas cannot be worked out in.
void expect_fit(const crs::System& system, const std::string& where);

}  // namespace yongdi::layers
