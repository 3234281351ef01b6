#pragma once
// Which column of a source is which canonical field, and in which unit: settled once per layer, before any row is read.
#include <map>
#include <string>
#include <vector>

#include "facts/table.hpp"
#include "layers/aliases.hpp"
#include "layers/open.hpp"

namespace yongdi::layers {

struct Column {
  int position = 0;         // among the source's fields
  std::size_t field = 0;    // in facts::fields(layer)
  std::string source_name;  // in UTF-8
  OGRFieldType type = OFTString;
  const measures::Unit* unit = nullptr;  // null for fields without dimension
  bool fixed_unit = false;               // the project file names it: one in a value is not heeded
  bool unit_by_default = false;          // neither the project file nor the header names one
  bool percent = false;                  // the header says %
  bool reference = false;                // an id or a code: blanks and .0 of a spreadsheet are no part of it
  bool wide = false;                     // a .dbf number with more digits than GDAL's double can hold
  const std::map<std::string, std::string, std::less<>>* values = nullptr;
};

// In the order of the canonical fields. Throws findings::Failure (Exit::input) for a mapped field that the source lacks. Findings: FIELD_RECOGNISED,
// FIELD_AMBIGUOUS, UNIT_ASSUMED.
std::vector<Column> settle_columns(OpenLayer& source, facts::Layer layer, const settings::LayerSetting& setting, const Aliases& aliases,
                                   std::vector<findings::Finding>& findings);

// How a column stands in the table of facts, with `source` the position among the table's sources.
facts::Origin origin(const Column& column, std::uint32_t source);

// The names of all columns of the source in UTF-8.
std::vector<std::string> column_names(OpenLayer& source);

}  // namespace yongdi::layers
