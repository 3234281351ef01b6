#pragma once
// The figures of a run as rows of the ledger.
#include <vector>

#include "ledger/rows.hpp"
#include "ledger/rows_rating.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

std::vector<ledger::ParkRow> park_rows(const Run& run);
std::vector<ledger::ParkBalanceRow> park_balance_rows(const Run& run);
std::vector<ledger::OutsideParksRow> outside_parks_rows(const Run& run);
std::vector<ledger::ParkIndicatorRow> park_indicator_rows(const Run& run);
std::vector<ledger::IndicatorRow> indicator_rows(const Run& run);
std::vector<ledger::ParkEvaluationRow> park_evaluation_rows(const Run& run);
std::vector<ledger::ParkScoreRow> park_score_rows(const Run& run);
struct FirmRatingRows {
  std::vector<ledger::FirmRatingRow> firms;
  std::vector<ledger::FirmRatingPartRow> parts;
};
FirmRatingRows firm_rating_rows(const Run& run);  // none unless the project has [rating]
// Indicators of land-intensity evaluation of one park, behind those of its parcels; `rows` holds the latter.
void add_evaluation(const Run& run, std::uint32_t park, std::vector<ledger::ParkIndicatorRow>& rows);
std::vector<ledger::ApprovalRow> approval_rows(const Run& run);
std::vector<ledger::ApprovalParcelRow> approval_parcel_rows(const Run& run);
std::vector<ledger::UnsuppliedRow> unsupplied_rows(const Run& run);
// One by one, from several threads at once: parcels are too many to keep all their rows.
class ParcelRows {
 public:
  explicit ParcelRows(const Run& run);
  [[nodiscard]] ledger::ParcelRow row(std::size_t parcel) const;

 private:
  const Run& m_run;
  facts::Column m_name, m_holder, m_declared;
  intensity::ParcelFactsReader m_limits;
};
std::vector<ledger::ParcelParkRow> parcel_park_rows(const Run& run);
std::vector<ledger::IdleOptionRow> idle_option_rows(const Run& run);
std::vector<ledger::SupplyRateRow> supply_rate_rows(const Run& run);
// Where the field would stand, and what would settle it.
ledger::UndecidedRow undecided_row(const Run& run, const Undecided& open);
// What is undecided by field, ranked by the land at stake.
std::vector<MissingField> missing_fields(const Run& run);
std::vector<ledger::OverrideRow> override_rows(const Run& run);
std::vector<ledger::ParcelLimitRow> parcel_limit_rows(const Run& run);
std::vector<ledger::ParcelScreenRow> parcel_screen_rows(const Run& run);
ledger::FindingRow finding_row(const findings::Finding& finding, const std::string& id);
// The order of the table: positions in `ids`, ascending by id.
std::vector<std::size_t> by_finding_id(const std::vector<std::string>& ids);
std::vector<ledger::FindingRow> finding_rows(const std::vector<findings::Finding>& findings, const std::vector<std::string>& ids);
std::vector<ledger::RuleRow> rule_rows(const rulebook::Rulebook& rules, measures::Day day);
std::vector<ledger::RuleMissingRow> rule_missing_rows(const rulebook::NotEncodedList& list);
std::vector<ledger::RuleDocumentRow> rule_document_rows(const rulebook::Rulebook& rules);
std::vector<ledger::ReceiptRow> receipt_rows(const Run& run);

}  // namespace yongdi::workflow
