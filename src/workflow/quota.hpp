#pragma once
// A year's quotas as an outline: read the tables of [quota] → derive → quota.gpkg; and trials with other figures, which write nothing.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/texts.hpp"
#include "findings/finding.hpp"
#include "layers/read.hpp"
#include "ledger/rows.hpp"
#include "quota/derive.hpp"
#include "quota/entries.hpp"
#include "rulebook/rulebook.hpp"
#include "settings/project.hpp"

namespace yongdi::workflow {

struct QuotaOptions {
  std::filesystem::path data_folder;  // gis-data: rules, aliases
  std::optional<int> year;            // overrules [quota] year
  unsigned threads = 0;               // 0: all cores
};

// Disposals between two ledgers, by their balance of the stock and by what did not become a disposal that may earn.
struct LedgerDisposals {
  measures::Exact in_balance_m2;   // out of the stock by an event, or by a document alone
  measures::Exact not_earning_m2;  // without day or document, or in no park
  measures::Exact allowed_m2;      // tolerance of that balance
  // What earned by a document alone, without an outline, and so still stands in the second ledger's stock; by subject and park.
  using OnPaper = std::map<std::pair<std::string, std::string>, measures::Exact>;
  OnPaper on_paper;
};

// Everything that was read, before any figure is worked out.
struct QuotaInput {
  std::string title, project_sha256;
  measures::Day day;  // on which the parameters must be in force: the as-of day when it lies in the plan year, else the year's last
  rulebook::Rulebook rules;
  rulebook::NotEncodedList not_encoded;
  std::vector<std::string> accepted_expired = {};
  quota::Case input = {};
  facts::Texts texts = {};                      // of the disposals
  std::vector<quota::Disposal> disposals = {};  // counted ones; by park, subject, kind, cohort, day, document, area
  std::vector<std::size_t> park_of = {};        // of each disposal, a position in input.parks
  quota::Entries entries = {};
  std::vector<layers::InputFile> files = {};
  std::vector<ledger::ReceiptRow> ledgers = {};  // where the disposals come from two of them
  std::vector<findings::Finding> findings = {};
  std::uint64_t disposals_read = 0;
  measures::Exact disposed_counted_m2 = {};      // Σ of the rows that may earn
  measures::Exact disposed_not_counted_m2 = {};  // Σ of the others: of parks that take no part, closed after the plan year, repeated
  std::optional<measures::Day> first_closed = {}, last_closed = {};  // of the disposals that may earn
  std::optional<LedgerDisposals> ledger_disposals = {};
};

struct Quota {
  QuotaInput basis;
  quota::Outcome outcome;
  std::vector<std::string> finding_ids;  // of basis.findings, sorted
  bool identities_hold = true;
};

// Throws findings::Failure (Exit::usage) when the project file has no [quota], with a section to copy.
void require_quota(const settings::Project& project);
// Throws findings::Failure: Exit::usage for what stands in the project file or is missing there; Exit::input for tables that are missing or cannot be
// read, with row and column.
QuotaInput read_quota(const settings::Project& project, const QuotaOptions& options);
// Throws findings::Failure as quota::derive does.
Quota work_out(QuotaInput basis);
// The file is at `path` when this returns, and was not touched when it throws.
void write_quota(const Quota& quota, const std::filesystem::path& path, bool overwrite, unsigned threads);

}  // namespace yongdi::workflow
