#pragma once
// What people typed for a quota, held against the two ledgers it is worked out from: supply rates and the stock that tasks start from. What is typed
// counts, a blank rate is taken from the second ledger, and every contradiction is a finding with both figures.
#include <string>

#include "workflow/quota.hpp"
#include "workflow/roll_forward.hpp"

namespace yongdi::workflow {

// After the disposals are settled. Fills `ledger_supply_rate`, `supply_rate` where blank, and `ledger_base_m2`. Sources: the tables, for the
// findings.
void hold_against_ledgers(const RollForward& ledgers, const std::string& parks_source, const std::string& tasks_source, QuotaInput& basis);
// Fills `ledger_disposals`. Findings: land in no park, land withdrawn on paper that still stands in the stock, ledgers that are not a year apart.
void account_for_disposals(const RollForward& ledgers, QuotaInput& basis);

}  // namespace yongdi::workflow
