#include "ledger/columns.hpp"
#include "ledger/fact_columns.hpp"

namespace yongdi::ledger {
namespace {

template <class Row>
void add(std::vector<TableDescription>& tables) {
  TableDescription& table = tables.emplace_back(TableDescription{table_info<Row>(), {}});
  for (const Column<Row>& column : columns<Row>()) table.columns.push_back(column.info);
}

}  // namespace

std::vector<TableDescription> dictionary() {
  std::vector<TableDescription> tables;
  add<ParkRow>(tables);
  add<ParkBalanceRow>(tables);
  add<OutsideParksRow>(tables);
  add<ApprovalRow>(tables);
  add<ApprovalParcelRow>(tables);
  add<UnsuppliedRow>(tables);
  add<ParcelRow>(tables);
  add<ParcelParkRow>(tables);
  add<ParcelLimitRow>(tables);
  add<ParcelScreenRow>(tables);
  for (const facts::Layer layer : kFactLayers) {
    const auto columns = fact_columns(layer);
    tables.push_back({fact_table(layer), {columns.begin(), columns.end()}});
  }
  add<IdleOptionRow>(tables);
  add<SupplyRateRow>(tables);
  add<UndecidedRow>(tables);
  add<OverrideRow>(tables);
  add<FactExactRow>(tables);
  add<FactSourceRow>(tables);
  add<FactJoinRow>(tables);
  add<ParkIndicatorRow>(tables);
  add<IndicatorRow>(tables);
  add<ParkEvaluationRow>(tables);
  add<ParkScoreRow>(tables);
  add<FirmRatingRow>(tables);
  add<FirmRatingPartRow>(tables);
  add<FindingRow>(tables);
  add<RuleRow>(tables);
  add<RuleMissingRow>(tables);
  add<RuleDocumentRow>(tables);
  add<ReceiptRow>(tables);
  add<DisposalRow>(tables);
  add<StockChangeRow>(tables);
  add<StockRow>(tables);
  add<QuotaRow>(tables);
  add<QuotaStepRow>(tables);
  add<QuotaRoundRow>(tables);
  add<QuotaSourceRow>(tables);
  add<QuotaEntryRow>(tables);
  add<QuotaBalanceRow>(tables);
  add<QuotaCheckRow>(tables);
  add<QuotaParkRow>(tables);
  add<QuotaTaskRow>(tables);
  add<VersionRow>(tables);
  add<ParkChangeRow>(tables);
  add<PieceRow>(tables);
  add<ParcelChangeRow>(tables);
  add<ConstraintChangeRow>(tables);
  add<ParkOverlapRow>(tables);
  add<ParkGapRow>(tables);
  add<BalanceChangeRow>(tables);
  add<IndicatorChangeRow>(tables);
  return tables;
}

}  // namespace yongdi::ledger
