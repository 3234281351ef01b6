#pragma once
// `yongdi compare` as an outline: read the versions → lay them, parcels and constraints over each other → what became of each park → draw → with a
// ledger, its balance and indicators under either version.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "boundary/comparison.hpp"
#include "findings/finding.hpp"
#include "ledger/rows.hpp"
#include "ledger/rows_compare.hpp"
#include "ledger/spatial_reference.hpp"
#include "workflow/audit.hpp"

namespace yongdi::workflow {

// What nobody measured better than: boundary points are surveyed to 5 cm, and neighbours drawn from different maps leave strips of up to a metre.
inline constexpr double kDefaultNoise_m = 0.05, kDefaultGap_m = 1.0;

struct CompareRequest {
  std::vector<std::string> versions;  // as on the command line, the oldest first
  std::optional<std::string> ledger, crs;
  std::vector<std::string> constraints;  // KIND=SOURCE
  double noise_m = kDefaultNoise_m;
  bool overlaps = false;  // look for gaps, too; with it one version will do
  double gap_m = kDefaultGap_m;
};

struct CompareResult {
  measures::Day as_of;  // of the ledger or a project file; the first day of 1970 when neither names one
  std::vector<ledger::VersionRow> versions;
  std::vector<boundary::Totals> totals;                  // of every step
  std::vector<ledger::ParkChangeRow> parks;              // by step, park
  std::vector<ledger::PieceRow> pieces;                  // by step, park; kept land first
  std::vector<ledger::ParcelChangeRow> parcels;          // by step, park, parcel
  std::vector<ledger::ConstraintChangeRow> constraints;  // by step, park, kind; all parks together last
  std::vector<ledger::ParkOverlapRow> overlaps;          // by version, parks
  std::vector<ledger::ParkGapRow> gaps;                  // likewise
  std::vector<ledger::BalanceChangeRow> balance;         // by step, park, class; all parks together last
  std::vector<ledger::IndicatorChangeRow> indicators;    // by step, park, indicator
  bool has_parcels = false, has_verdicts = false, has_constraints = false, looked_for_gaps = false;
  std::uint64_t parcels_within_noise = 0;
  std::vector<std::uint64_t> without_outline;  // of every version: parks that are in no figure because their outline cannot be used
  double noise_m = kDefaultNoise_m, gap_m = kDefaultGap_m;
  bool ellipsoid = false;
  std::vector<findings::Finding> findings;  // sorted, with ids beside
  std::vector<std::string> finding_ids;
  std::map<findings::Severity, std::uint64_t> counts;
  bool balances_close = true;
  std::vector<ledger::ReceiptRow> receipt;
  ledger::SpatialReference reference;
};

// Throws findings::Failure: Exit::usage for a request that makes no sense or a CRS that cannot be worked in; Exit::input for what cannot be read.
CompareResult compare(const CompareRequest& request, const Options& options);
void write_comparison(const CompareResult& result, const Options& options, const std::filesystem::path& output, bool overwrite);

}  // namespace yongdi::workflow
