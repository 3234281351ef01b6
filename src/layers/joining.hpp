#pragma once
// Attribute tables joined to a layer: a table fills what the layer leaves blank, and never overrules it.
#include <vector>

#include "facts/table.hpp"
#include "findings/finding.hpp"
#include "layers/aliases.hpp"
#include "layers/inputs.hpp"
#include "settings/project.hpp"

namespace yongdi::layers {

// A table as read: rows by key, in the order of the source.
struct JoinTable {
  std::string name;                    // of the source
  std::vector<std::size_t> columns;    // canonical fields
  std::vector<facts::Origin> origins;  // one per column; join() gives them their source
  struct Row {
    std::string key;
    std::int64_t number;
    std::vector<facts::Value> values;  // one per column
  };
  std::vector<Row> rows;
};

// Opens and reads the table of the setting, by the fields of its layer or of its kind of records. Throws findings::Failure (Exit::input) when it has no
// column for the key, or, for records, for a field without which a row says nothing.
JoinTable read_join_table(const settings::TableSetting& setting, const std::filesystem::path& folder, const Aliases& aliases, Inputs& inputs,
                          std::vector<findings::Finding>& findings);

// Adds the table's columns to `layer` and fills its blanks. Findings: JOIN_UNMATCHED per row without a partner, JOIN_DUPLICATE per key that stands
// twice, JOIN_CONFLICT where both have a value and they differ.
void join(facts::Table& layer, const JoinTable& table, const std::string& on_layer, std::vector<findings::Finding>& findings);

}  // namespace yongdi::layers
