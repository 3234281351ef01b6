#pragma once
// The land of a ledger under other outlines of parks: a merger or an adjusted outline tried on paper. Verdicts on parcels and what they stand on are
// the ledger's own; only which park holds which land is worked out anew, by the audit's own overlay and sums.
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "ledger/rows.hpp"
#include "workflow/ledger_year.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

struct PaperFigures {
  std::vector<ledger::ParkBalanceRow> balance;       // by park and class
  std::vector<ledger::ParkIndicatorRow> indicators;  // by park and indicator
  std::vector<ledger::ParkBalanceRow> all_parks;     // by class, every square metre once; park_id is empty
  std::vector<findings::Finding> open;               // balances that do not close
};

class OnPaper {
 public:
  // `ledger` is in the working system already (bring_to), and must outlive this.
  OnPaper(const LedgerYear& ledger, const crs::System& working, const Options& options);
  OnPaper(const OnPaper&) = delete;
  OnPaper& operator=(const OnPaper&) = delete;
  PaperFigures under(const cadastre::Layer& parks, const std::vector<std::string>& priority);

 private:
  settings::Project m_project;
  Options m_options;
  std::unique_ptr<Run> m_run;
};

// The settings an audit of the ledger ran with, as far as they decide areas.
settings::Project settings_of(const LedgerYear& ledger);

// Moves the ledger's shapes from their own system into the working one. Throws findings::Failure (Exit::usage) for a datum change that PROJ can only
// guess at.
void bring_to(const crs::System& working, LedgerYear& ledger);

}  // namespace yongdi::workflow
