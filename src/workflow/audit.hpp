#pragma once
// The main job as an outline: read → check → overlay → judge → ledger. Nothing is computed here that a room could compute.
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "findings/finding.hpp"
#include "ledger/rows.hpp"
#include "rulebook/rulebook.hpp"
#include "settings/project.hpp"

namespace yongdi::workflow {

struct Options {
  unsigned threads = 0;                    // 0: all cores
  std::filesystem::path data_folder;       // gis-data: rules, aliases
  // Called from one thread at a time: what is being done (message key in both languages) and how far, 0 … 1.
  std::function<void(const findings::Text& what, double share)> progress;
  // To judge by these instead of the rulebook the project names: the rules that a ledger keeps.
  std::optional<rulebook::Rulebook> rules = {};
};

struct ParkSummary {
  ledger::ParkRow park;
  std::map<std::string, ledger::Number> balance;                   // by class, m²
  std::map<std::string, ledger::ParkIndicatorRow> indicators;      // by name
  std::uint64_t parcels = 0, idle = 0, pending = 0, undecided = 0, not_assessed = 0;
};

// A field that is missing, over all it is missing of, ranked by the land that its absence leaves undecided.
struct MissingField {
  std::string layer, field, zh, en;  // "parcels", "start_due", its names
  std::string source, header;        // where it would stand; no header: no source has such a column
  std::string blocks;                // columns left undecided
  std::uint64_t count = 0;
  double area_m2 = 0;
  std::uint64_t without_area = 0;  // of these, subjects whose own area is not known
};
// Parcels whose class changes within so many days if nothing happens.
struct NearMiss {
  int days = 0;
  std::uint64_t parcels = 0;
  double area_m2 = 0;
};
// A total that is only known between two ends.
struct LandRange {
  double low_m2 = 0, high_m2 = 0;
  std::uint64_t unknown = 0;       // parcels that may belong to it
  std::uint64_t without_area = 0;  // of those, parcels whose area is not known: they are in neither end
};

// What a finished audit says, apart from the ledger.
struct Audit {
  std::string title;
  measures::Day as_of;
  std::string rulebook;
  std::vector<std::string> accepted_expired;   // documents not in force that the project accepts by name
  std::size_t rules_missing = 0;               // rules that the program does not apply, listed in the table rule_missing
  std::vector<ParkSummary> parks;              // by id
  std::map<std::string, ledger::Number> outside_parks;  // by class, m²: land in no park
  std::uint64_t shared_parcels = 0;            // that lie in more than one park: by area in each, and once in the zone above
  std::vector<findings::Finding> findings;     // sorted, with ids beside
  std::vector<std::string> finding_ids;
  std::map<findings::Severity, std::uint64_t> counts;
  std::vector<MissingField> missing_fields;      // by land at stake, the most first
  std::vector<NearMiss> near_misses;             // within 30, 60 and 90 days
  LandRange idle;                                // all idle parcels, inside parks or not
  std::map<std::string, std::uint64_t> corrections;  // by what became of them
  bool balances_close = true;
  std::map<std::string, std::string> receipt;
};

// Reads and checks only; no overlay results are kept.
Audit check(const settings::Project& project, const Options& options);
// The whole job. The ledger is at `ledger` when this returns, and was not touched when it throws.
Audit audit(const settings::Project& project, const Options& options, const std::filesystem::path& ledger, bool overwrite);

}  // namespace yongdi::workflow
