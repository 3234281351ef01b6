#pragma once
// The sections of the project file that name a source: [parks], [parcels], … and [[tables]], [[constraints]].
#include <span>

#include "settings/project.hpp"
#include "settings/section.hpp"

namespace yongdi::settings {

// Keys every section with a source has; the others put their own behind them.
inline constexpr Key kSourceKeys[] = {
    {"source", Takes::text, true}, {"layer", Takes::text},   {"crs", Takes::text},     {"where", Takes::text},
    {"encoding", Takes::text},     {"fields", Takes::table}, {"values", Takes::table},
};
std::vector<Key> with_source_keys(std::span<const Key> own);

// What kSourceKeys say; `layer` decides which canonical names are valid.
LayerSetting read_layer_setting(const Section& section, facts::Layer layer);

// The canonical name if the layer has it, else a failure that names the nearest.
std::string canonical_name(facts::Layer layer, std::string_view written, const Where& where);

}  // namespace yongdi::settings
