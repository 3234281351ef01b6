#pragma once
// Every column of the ledger, declared once: table, name, unit, meaning in both languages, and the member of the row struct it stands for. The
// writer, the reader, the dictionary (`yongdi columns`), JSON and tables are all made from these declarations (columns_*.cpp).
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "findings/failure.hpp"
#include "ledger/rows.hpp"
#include "ledger/rows_compare.hpp"
#include "ledger/rows_disposal.hpp"
#include "ledger/rows_quota.hpp"
#include "ledger/rows_rating.hpp"

namespace yongdi::ledger {

enum class Type : std::uint8_t { text, integer, real, date };
// What a column holds in one row; string_view lives as long as the row.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view, Day>;

struct ColumnInfo {
  std::string_view name;
  Type type;
  std::string_view unit;  // "m²", "万元/公顷", "1", "" …
  std::string_view zh, en;
};

template <class Row>
struct Column {
  ColumnInfo info;
  Cell (*cell)(const Row&);
  // The way back. The cell has the column's type, or is NULL where the member can be unknown; anything else throws std::bad_variant_access.
  void (*set)(Row&, const Cell&);
};

// The columns of a row type, in the order of the contract. A member `shape_wkb` is no column: it is the geometry of the table.
template <class Row>
std::span<const Column<Row>> columns();

// What a table is: for creating it and for the dictionary.
struct TableInfo {
  std::string_view name;      // "parcel_park"
  std::string_view geometry;  // "MULTIPOLYGON", "GEOMETRY" or "" for an attribute table
  std::string_view zh, en;    // what one row is
  std::string_view lookup;    // the columns by which rows are looked up, blank-separated: each gets an index
};
template <class Row>
const TableInfo& table_info();

template <class Row>
inline constexpr bool kHasShape = requires(Row row) {
  row.shape_wkb;
};

// All tables with all their columns, for the dictionary; the fact tables with every canonical field there could be.
struct TableDescription {
  TableInfo table;
  std::vector<ColumnInfo> columns;
};
std::vector<TableDescription> dictionary();

// "idle_class,idle_option.open" as a person calls them: each column by its meaning, without the codes listed behind it; what is no column stays as it is.
findings::Text columns_in_words(std::string_view names);

// clang-format off
template <> std::span<const Column<ParkRow>> columns();            template <> const TableInfo& table_info<ParkRow>();
template <> std::span<const Column<ParkBalanceRow>> columns();     template <> const TableInfo& table_info<ParkBalanceRow>();
template <> std::span<const Column<OutsideParksRow>> columns();    template <> const TableInfo& table_info<OutsideParksRow>();
template <> std::span<const Column<ApprovalRow>> columns();        template <> const TableInfo& table_info<ApprovalRow>();
template <> std::span<const Column<ApprovalParcelRow>> columns();  template <> const TableInfo& table_info<ApprovalParcelRow>();
template <> std::span<const Column<UnsuppliedRow>> columns();      template <> const TableInfo& table_info<UnsuppliedRow>();
template <> std::span<const Column<ParcelRow>> columns();          template <> const TableInfo& table_info<ParcelRow>();
template <> std::span<const Column<ParcelParkRow>> columns();      template <> const TableInfo& table_info<ParcelParkRow>();
template <> std::span<const Column<IdleOptionRow>> columns();      template <> const TableInfo& table_info<IdleOptionRow>();
template <> std::span<const Column<SupplyRateRow>> columns();      template <> const TableInfo& table_info<SupplyRateRow>();
template <> std::span<const Column<UndecidedRow>> columns();       template <> const TableInfo& table_info<UndecidedRow>();
template <> std::span<const Column<OverrideRow>> columns();        template <> const TableInfo& table_info<OverrideRow>();
template <> std::span<const Column<ParcelLimitRow>> columns();     template <> const TableInfo& table_info<ParcelLimitRow>();
template <> std::span<const Column<ParcelScreenRow>> columns();    template <> const TableInfo& table_info<ParcelScreenRow>();
template <> std::span<const Column<FactExactRow>> columns();       template <> const TableInfo& table_info<FactExactRow>();
template <> std::span<const Column<FactSourceRow>> columns();      template <> const TableInfo& table_info<FactSourceRow>();
template <> std::span<const Column<FactJoinRow>> columns();        template <> const TableInfo& table_info<FactJoinRow>();
template <> std::span<const Column<ParkIndicatorRow>> columns();   template <> const TableInfo& table_info<ParkIndicatorRow>();
template <> std::span<const Column<IndicatorRow>> columns();       template <> const TableInfo& table_info<IndicatorRow>();
template <> std::span<const Column<ParkEvaluationRow>> columns();  template <> const TableInfo& table_info<ParkEvaluationRow>();
template <> std::span<const Column<ParkScoreRow>> columns();       template <> const TableInfo& table_info<ParkScoreRow>();
template <> std::span<const Column<FirmRatingRow>> columns();      template <> const TableInfo& table_info<FirmRatingRow>();
template <> std::span<const Column<FirmRatingPartRow>> columns();  template <> const TableInfo& table_info<FirmRatingPartRow>();
template <> std::span<const Column<FindingRow>> columns();         template <> const TableInfo& table_info<FindingRow>();
template <> std::span<const Column<RuleRow>> columns();            template <> const TableInfo& table_info<RuleRow>();
template <> std::span<const Column<RuleMissingRow>> columns();     template <> const TableInfo& table_info<RuleMissingRow>();
template <> std::span<const Column<RuleDocumentRow>> columns();    template <> const TableInfo& table_info<RuleDocumentRow>();
template <> std::span<const Column<ReceiptRow>> columns();         template <> const TableInfo& table_info<ReceiptRow>();
template <> std::span<const Column<DisposalRow>> columns();        template <> const TableInfo& table_info<DisposalRow>();
template <> std::span<const Column<StockChangeRow>> columns();     template <> const TableInfo& table_info<StockChangeRow>();
template <> std::span<const Column<StockRow>> columns();           template <> const TableInfo& table_info<StockRow>();
template <> std::span<const Column<QuotaRow>> columns();           template <> const TableInfo& table_info<QuotaRow>();
template <> std::span<const Column<QuotaStepRow>> columns();       template <> const TableInfo& table_info<QuotaStepRow>();
template <> std::span<const Column<QuotaRoundRow>> columns();      template <> const TableInfo& table_info<QuotaRoundRow>();
template <> std::span<const Column<QuotaSourceRow>> columns();     template <> const TableInfo& table_info<QuotaSourceRow>();
template <> std::span<const Column<QuotaEntryRow>> columns();      template <> const TableInfo& table_info<QuotaEntryRow>();
template <> std::span<const Column<QuotaBalanceRow>> columns();    template <> const TableInfo& table_info<QuotaBalanceRow>();
template <> std::span<const Column<QuotaCheckRow>> columns();      template <> const TableInfo& table_info<QuotaCheckRow>();
template <> std::span<const Column<QuotaParkRow>> columns();       template <> const TableInfo& table_info<QuotaParkRow>();
template <> std::span<const Column<QuotaTaskRow>> columns();       template <> const TableInfo& table_info<QuotaTaskRow>();
// A comparison of park outlines:
template <> std::span<const Column<VersionRow>> columns();             template <> const TableInfo& table_info<VersionRow>();
template <> std::span<const Column<ParkChangeRow>> columns();          template <> const TableInfo& table_info<ParkChangeRow>();
template <> std::span<const Column<PieceRow>> columns();               template <> const TableInfo& table_info<PieceRow>();
template <> std::span<const Column<ParcelChangeRow>> columns();        template <> const TableInfo& table_info<ParcelChangeRow>();
template <> std::span<const Column<ConstraintChangeRow>> columns();    template <> const TableInfo& table_info<ConstraintChangeRow>();
template <> std::span<const Column<ParkOverlapRow>> columns();         template <> const TableInfo& table_info<ParkOverlapRow>();
template <> std::span<const Column<ParkGapRow>> columns();             template <> const TableInfo& table_info<ParkGapRow>();
template <> std::span<const Column<BalanceChangeRow>> columns();       template <> const TableInfo& table_info<BalanceChangeRow>();
template <> std::span<const Column<IndicatorChangeRow>> columns();     template <> const TableInfo& table_info<IndicatorChangeRow>();
// clang-format on

}  // namespace yongdi::ledger
