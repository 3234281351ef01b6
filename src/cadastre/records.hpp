#pragma once
// Tables of records: any number of rows about one parcel or approval (periods of a cause, reasons why land is not supplied, firms on a parcel). They are
// kept as read, beside the features they are about; rows about nothing are kept too, with a finding.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "findings/finding.hpp"

namespace yongdi::cadastre {

struct Layer;

// As the reader hands it over: rows in the order of the source.
struct RecordTable {
  facts::Table table;
  std::string on_layer;  // canonical field of the layer that the key names, "id"
};

struct Records {
  explicit Records(facts::Layer layer) { table.layer = layer; }

  facts::Table table;                 // rows in the order of the features, then by content; rows about no feature last
  std::vector<std::string> subjects;  // subjects[i]: id of the feature that row i is about; empty when there is none
  std::vector<std::uint32_t> first;   // the rows of feature f: [first[f], first[f + 1]); empty when no such table was given

  [[nodiscard]] bool given() const { return !first.empty(); }
  [[nodiscard]] std::span<const facts::Row> of(std::size_t feature) const;
};

// Puts records to the features of `layer` they name; a row that names several (an id used twice) stands with each. `normal` makes two spellings of one
// key the same. Findings: JOIN_UNMATCHED for a row about nothing, RECORD_INCOMPLETE for one that lacks a field without which it says nothing.
Records attach(facts::Layer records, std::vector<RecordTable> tables, const Layer& layer, const std::function<std::string(std::string_view)>& normal,
               std::vector<findings::Finding>& findings);

}  // namespace yongdi::cadastre
