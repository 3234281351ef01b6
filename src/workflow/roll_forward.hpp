#pragma once
// The year roll-forward: what left the stock of unsupplied, idle and inefficient land between two ledgers, each with the event that ended it; what is
// new; what only changed because data, law or an outline changed; and the balance that holds it all together.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "facts/texts.hpp"
#include "findings/finding.hpp"
#include "ledger/rows_disposal.hpp"
#include "ledger/spatial_reference.hpp"
#include "quota/disposal.hpp"
#include "workflow/audit.hpp"

namespace yongdi::workflow {

struct RollForward {
  std::string title;
  measures::Day from, to;
  std::filesystem::path first, second;          // the ledgers
  std::vector<ledger::DisposalRow> disposals;   // by park, subject, event
  std::vector<ledger::StockChangeRow> changes;  // likewise
  std::vector<ledger::StockRow> stock;          // by park, kind, year of approval
  std::vector<findings::Finding> findings;      // sorted, with ids beside
  std::vector<std::string> finding_ids;
  std::map<findings::Severity, std::uint64_t> counts;
  bool balances_close = true;
  std::vector<ledger::ReceiptRow> receipt;
  ledger::SpatialReference reference;
};

// Throws findings::Failure: Exit::input for a ledger that cannot be read, Exit::usage for two that cannot be compared. `first` is the earlier one.
RollForward roll_forward(const std::filesystem::path& first, const std::filesystem::path& second, const Options& options);
void write_disposals(const RollForward& result, const Options& options, const std::filesystem::path& output, bool overwrite);

// An area of a ledger to a ten-thousandth of a square metre, beyond what any survey resolves.
measures::Exact exact_area(double m2);
// What may earn quota: dated, documented, in a park. Its texts are kept in `texts`.
std::vector<quota::Disposal> earning(const RollForward& result, facts::Texts& texts);

}  // namespace yongdi::workflow
