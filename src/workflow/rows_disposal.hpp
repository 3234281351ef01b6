#pragma once
// Movements and balance of the stock as rows of a file of disposals, and as findings.
#include <vector>

#include "disposal/balance.hpp"
#include "findings/finding.hpp"
#include "ledger/rows_disposal.hpp"
#include "workflow/ledger_year.hpp"
#include "workflow/moved_land.hpp"

namespace yongdi::workflow {

std::vector<ledger::DisposalRow> disposal_rows(const LedgerYear& second, const Moved& moved);
std::vector<ledger::StockChangeRow> stock_change_rows(const Moved& moved, double least_m2);  // slivers below `least_m2` are in the balance only
std::vector<ledger::StockRow> stock_rows(const std::vector<disposal::Line>& lines);

// STOCK_LEFT_WITHOUT_EVENT, STOCK_LEFT_UNDOCUMENTED, STOCK_DATA_CHANGED, STOCK_LAW_CHANGED, STOCK_OUTLINE_CHANGED.
void report_movements(const LedgerYear& first, const LedgerYear& second, const Moved& moved, std::vector<findings::Finding>& findings);
// DISPOSED_STILL_IN_STOCK.
void report_standing(const disposal::Years& years, std::vector<findings::Finding>& findings);
// PARK_IN_ONE_LEDGER.
void report_parks(const LedgerYear& first, const LedgerYear& second, std::vector<findings::Finding>& findings);
// LEDGERS_OTHER_RULES, LEDGERS_OTHER_PROJECT.
void report_grounds(const LedgerYear& first, const LedgerYear& second, std::vector<findings::Finding>& findings);
// STOCK_OPEN; says whether every line closes.
bool report_balance(const std::vector<disposal::Line>& lines, std::vector<findings::Finding>& findings);

}  // namespace yongdi::workflow
