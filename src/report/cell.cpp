#include "report/cell.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <type_traits>
#include <variant>

namespace yongdi::report {

nlohmann::ordered_json to_json(const ledger::Cell& cell) {
  return std::visit(
      [](const auto& value) -> nlohmann::ordered_json {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::monostate>) {
          return nullptr;
        } else if constexpr (std::is_same_v<Value, ledger::Day>) {
          return value.to_iso();
        } else {
          return value;
        }
      },
      cell);
}

std::string to_text(const ledger::Cell& cell) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::monostate>) {
          return "NULL";
        } else if constexpr (std::is_same_v<Value, ledger::Day>) {
          return value.to_iso();
        } else {
          return fmt::format("{}", value);
        }
      },
      cell);
}

template <class Row>
void add_columns(nlohmann::ordered_json& object, const Row& row) {
  for (const ledger::Column<Row>& column : ledger::columns<Row>()) object[std::string(column.info.name)] = to_json(column.cell(row));
}
template void add_columns(nlohmann::ordered_json&, const ledger::ParkRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ParkIndicatorRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::DisposalRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::StockChangeRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::StockRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::VersionRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ParkChangeRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ParcelChangeRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ConstraintChangeRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ParkOverlapRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::ParkGapRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::IndicatorChangeRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::QuotaRow&);
template void add_columns(nlohmann::ordered_json&, const ledger::QuotaCheckRow&);

}  // namespace yongdi::report
