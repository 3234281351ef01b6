#pragma once
// The columns of parcel_fact, approval_fact and the tables of records (cause_fact, reason_fact, firm_fact): whose facts, where they were read, and every
// canonical field of the layer.
#include <array>
#include <cstddef>
#include <span>

#include "facts/field.hpp"
#include "ledger/columns.hpp"

namespace yongdi::ledger {

inline constexpr std::array kFactLayers = {facts::Layer::parcels, facts::Layer::approvals, facts::Layer::causes, facts::Layer::reasons,
                                          facts::Layer::firms};
// One row per subject; tables of records have any number.
constexpr bool has_one_row(facts::Layer layer) { return layer == facts::Layer::parcels || layer == facts::Layer::approvals; }
inline constexpr std::size_t kFactHead = 3;  // subject id, source, row; then fields(layer) in their order

// Both throw std::logic_error for a layer whose facts are not kept.
const TableInfo& fact_table(facts::Layer layer);
std::span<const ColumnInfo> fact_columns(facts::Layer layer);

}  // namespace yongdi::ledger
