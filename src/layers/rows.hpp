#pragma once
// The rows of an open layer, read one by one with every error noticed: what GDAL reports, and features that were declared but never came.
#include <functional>

#include "layers/open.hpp"
#include "layers/values.hpp"

namespace yongdi::layers {

// Calls `body` for every feature with its row number, on this thread; GDAL decodes ahead on another. Throws findings::Failure (Exit::input) that
// names layer and row when the source ends early.
std::uint64_t for_each_row(OpenLayer& source, const std::function<void(OGRFeature& feature, std::int64_t row)>& body);

// Features the source declares, if it can say without reading them all.
std::optional<std::uint64_t> declared_count(OpenLayer& source);

// Reads no other columns from now on, nor shapes if not wanted.
void read_only(OpenLayer& source, const std::vector<Column>& columns, bool shapes);

// The finding for a value that could not be read.
findings::Finding doubt_finding(const Doubt& doubt, const OpenLayer& source, std::int64_t row, const Column& column, std::string_view subject,
                                std::string subject_id);

}  // namespace yongdi::layers
