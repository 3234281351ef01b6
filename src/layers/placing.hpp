#pragma once
// From the CRS of a layer to the working CRS, with a look at whether its coordinates can be what the CRS says.
#include <optional>
#include <string>
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "layers/open.hpp"

namespace yongdi::layers {

// The CRS that the setting gives, else the layer's own. Findings: CRS_FROM_PROJECT when the layer has none of its own. Throws findings::Failure:
// Exit::input when there is none, Exit::usage when the setting names none.
crs::System layer_system(OpenLayer& source, const settings::LayerSetting& setting, std::vector<findings::Finding>& findings);

// Whether x and y change places so that the boxes lie where the system is used; asked when none does as it is.
bool is_swapped(const crs::System& own, const std::vector<cadastre::RawFeature>& features);
void swap_axes(std::vector<cadastre::RawFeature>& features);

// In place. A shape that lands outside the area of use of the working CRS gets ShapeState::outside_crs. Throws findings::Failure (Exit::usage) for a
// datum change that PROJ can only guess at.
void bring_to(const crs::System& working, const crs::System& own, const std::string& name, std::vector<cadastre::RawFeature>& features);

// What `crs = "…"` names; Exit::usage with PROJ's reason when nothing. `where` tells whose setting it is.
crs::System named_system(const std::string& definition, const std::string& where);

}  // namespace yongdi::layers
