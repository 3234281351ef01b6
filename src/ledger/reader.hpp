#pragma once
// Reads a ledger back: facts, rules, receipt and figures, for `explain` and everything that starts from a finished ledger.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "ledger/rows.hpp"
#include "ledger/rows_rating.hpp"
#include "ledger/spatial_reference.hpp"

namespace yongdi::ledger {

// "a,b" as its parts: several values that stand in one cell of a ledger, or in one value of its receipt.
std::vector<std::string> split_list(const std::string& text);

class Reader {
 public:
  // Throws findings::Failure (Exit::input) when the file is missing, unreadable or no ledger of this program.
  explicit Reader(const std::filesystem::path& path);
  ~Reader();
  Reader(Reader&&) noexcept;

  [[nodiscard]] std::map<std::string, std::string> receipt() const;
  [[nodiscard]] std::vector<RuleDocumentRow> rule_documents() const;
  [[nodiscard]] std::vector<RuleMissingRow> rules_missing() const;
  // The facts of one subject as a one-row table; empty when there is no such id. `ids` gets nothing else.
  [[nodiscard]] std::optional<facts::Table> facts(facts::Layer layer, std::string_view id) const;
  // The records (causes, reasons, firms) about one subject, in the order of the ledger; no rows when there are none. Sources are named per row.
  [[nodiscard]] facts::Table records(facts::Layer records, std::string_view subject_id) const;
  // Corrections on record of one subject ("parcels", id).
  [[nodiscard]] std::vector<OverrideRow> overrides_of(facts::Layer layer, std::string_view id) const;
  [[nodiscard]] std::optional<ParcelRow> parcel(std::string_view id) const;
  [[nodiscard]] std::optional<ApprovalRow> approval(std::string_view id) const;
  [[nodiscard]] std::optional<ParkRow> park(std::string_view id) const;
  [[nodiscard]] std::vector<ParkBalanceRow> balance(std::string_view park_id) const;
  [[nodiscard]] std::vector<ParkBalanceRow> balances() const;  // of all parks
  [[nodiscard]] std::vector<ParkIndicatorRow> indicators(std::string_view park_id) const;
  [[nodiscard]] std::optional<ParkEvaluationRow> evaluation(std::string_view park_id) const;
  [[nodiscard]] std::optional<FirmRatingRow> firm(std::string_view firm_id) const;
  [[nodiscard]] std::vector<FirmRatingPartRow> firm_parts(std::string_view firm_id) const;
  [[nodiscard]] std::vector<ParcelParkRow> parks_of(std::string_view parcel_id) const;
  [[nodiscard]] std::vector<ParcelLimitRow> limits_of(std::string_view parcel_id) const;
  [[nodiscard]] std::vector<ParcelScreenRow> screen_of(std::string_view parcel_id) const;
  [[nodiscard]] std::vector<ApprovalParcelRow> parcels_of(std::string_view approval_id) const;
  [[nodiscard]] std::vector<ApprovalParcelRow> approvals_of(std::string_view parcel_id) const;
  [[nodiscard]] std::optional<FindingRow> finding(std::string_view finding_id) const;
  // Those that name it first, then those that lie between it and another.
  [[nodiscard]] std::vector<FindingRow> findings_on(std::string_view subject, std::string_view id) const;
  // A whole table in the order it was written, shapes included: for work that goes through all of it.
  template <class Row>
  [[nodiscard]] std::vector<Row> all() const;
  // The rows of a table of a quota file in which a column of text has that value.
  template <class Row>
  [[nodiscard]] std::vector<Row> where(std::string_view column, std::string_view value) const;
  // The system of the coordinates.
  [[nodiscard]] SpatialReference spatial_reference() const;
  // All parcel, approval and park ids, for "did you mean".
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace yongdi::ledger
