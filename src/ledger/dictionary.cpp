#include <algorithm>
#include <map>

#include "ledger/columns.hpp"
#include "ledger/fact_columns.hpp"

namespace yongdi::ledger {
namespace {

template <class Row>
void add(std::vector<TableDescription>& tables) {
  TableDescription& table = tables.emplace_back(TableDescription{table_info<Row>(), {}});
  for (const Column<Row>& column : columns<Row>()) table.columns.push_back(column.info);
}

// A meaning without the codes that are listed behind it.
std::string before(std::string_view words, std::string_view end) { return std::string(words.substr(0, std::min(words.find(end), words.size()))); }

// By "column" and by "table.column". Columns of verdicts before columns of facts, where both have the name; the first table in which it stands.
std::map<std::string, findings::Text, std::less<>> meanings() {
  std::map<std::string, findings::Text, std::less<>> result;
  for (const TableDescription& table : dictionary()) {
    for (const ColumnInfo& column : table.columns) {
      const findings::Text meaning{before(column.zh, "："), before(column.en, ":")};
      result.try_emplace(std::string(table.table.name) + "." + std::string(column.name), meaning);
      if (table.table.name != "parcel_fact") result.try_emplace(std::string(column.name), meaning);
    }
  }
  return result;
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

findings::Text columns_in_words(std::string_view names) {
  static const std::map<std::string, findings::Text, std::less<>> kMeanings = meanings();
  findings::Text words;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string_view name = names.substr(0, comma);
    names.remove_prefix(std::min(comma + 1, names.size()));
    const auto found = kMeanings.find(name);
    const findings::Text named = found != kMeanings.end() ? found->second : findings::Text{std::string(name), std::string(name)};
    words.zh += (words.zh.empty() ? "" : "；") + named.zh;
    words.en += (words.en.empty() ? "" : "; ") + named.en;
  }
  return words;
}

}  // namespace yongdi::ledger
