#pragma once
// The figures of a quota as rows of its file.
#include <vector>

#include "ledger/rows_quota.hpp"
#include "workflow/quota.hpp"

namespace yongdi::workflow {

std::vector<ledger::QuotaRow> quota_rows(const Quota& quota);
std::vector<ledger::QuotaStepRow> quota_step_rows(const Quota& quota);
std::vector<ledger::QuotaRoundRow> quota_round_rows(const Quota& quota);
std::vector<ledger::QuotaSourceRow> quota_source_rows(const Quota& quota);
std::vector<ledger::QuotaEntryRow> quota_entry_rows(const Quota& quota);
std::vector<ledger::QuotaBalanceRow> quota_balance_rows(const Quota& quota);
std::vector<ledger::QuotaCheckRow> quota_check_rows(const Quota& quota);
std::vector<ledger::QuotaParkRow> quota_park_rows(const Quota& quota);
std::vector<ledger::QuotaTaskRow> quota_task_rows(const Quota& quota);
std::vector<ledger::ReceiptRow> quota_receipt_rows(const Quota& quota);

}  // namespace yongdi::workflow
