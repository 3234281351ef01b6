#pragma once
// All that is known of one parcel, approval or park, as plain values: taken from a ledger, or made up by a test.
#include <optional>
#include <string>
#include <vector>

#include "explain/law.hpp"
#include "explain/story.hpp"
#include "ledger/rows.hpp"
#include "ledger/rows_rating.hpp"
#include "measures/exact.hpp"

namespace yongdi::explain {

// What holds for the whole run.
struct Ground {
  Law law;
  std::string title, rulebook;
  std::vector<std::string> accepted_expired;
  bool by_ellipsoid = false;  // which area decides
  double sliver_area_m2 = 0;  // remainders up to this lapse nothing
  std::string run_id = {};
  bool of_quota = false;          // told from a quota file, not from a ledger
  std::size_t rules_missing = 0;  // rules that the program does not apply
  // Set when another day than the ledger's own is asked for: the day of the ledger. Whatever comes from its overlay is then left out.
  std::optional<measures::Day> ledger_day = {};
};

struct ParcelFile {
  ledger::ParcelRow row;
  facts::Table facts;  // one row
  std::vector<ledger::ParcelParkRow> parks;
  std::vector<ledger::ApprovalParcelRow> approvals;
  std::vector<ledger::FindingRow> findings;
  facts::Table causes = {facts::Layer::causes, {}, {}, {}, {}};  // any number of rows
  std::vector<ledger::OverrideRow> corrections = {};
  std::vector<ledger::ParcelLimitRow> limits = {};
  std::vector<ledger::ParcelScreenRow> screen = {};
};

struct LinkedParcel {
  ledger::ApprovalParcelRow link;
  std::optional<std::string> name;
  std::optional<measures::Exact> declared_area_m2;
  std::optional<measures::Day> contract_on;
};
struct ApprovalFile {
  ledger::ApprovalRow row;
  facts::Table facts;  // one row
  std::vector<LinkedParcel> parcels;
  std::vector<ledger::FindingRow> findings;
};

struct ParkFile {
  ledger::ParkRow row;
  std::vector<ledger::ParkBalanceRow> balance;
  std::vector<ledger::ParkIndicatorRow> indicators;
  std::vector<ledger::FindingRow> findings;
  std::optional<ledger::ParkEvaluationRow> evaluation = {};
};

struct FirmFile {
  ledger::FirmRatingRow row;
  std::vector<ledger::FirmRatingPartRow> parts;
  std::string formula;                // as the project file has it: "S1"
  std::vector<std::string> own_cuts;  // the same; empty: the rule documents'
};

Story tell_parcel(const ParcelFile& file, const Ground& ground);
Story tell_approval(const ApprovalFile& file, const Ground& ground);
Story tell_finding(const ledger::FindingRow& row, const Ground& ground);
// Only of the ledger's own day: every figure of a park comes from the overlay.
Story tell_park(const ParkFile& file, const Ground& ground);
Story tell_firm(const FirmFile& file, const Ground& ground);

}  // namespace yongdi::explain
