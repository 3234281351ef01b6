#pragma once
// The figures of a quota as rows of its file.
#include <vector>

#include "ledger/rows_quota.hpp"
#include "workflow/quota.hpp"

namespace yongdi::workflow {

std::vector<ledger::QuotaRow> quota_rows(const Quota& quota);
std::vector<ledger::QuotaStepRow> quota_step_rows(const Quota& quota);
std::vector<ledger::QuotaRoundRow> quota_round_rows(const Quota& quota);
// One by one, from any thread: disposals may be too many to keep all their rows.
class QuotaSourceRows {
 public:
  explicit QuotaSourceRows(const Quota& quota);
  [[nodiscard]] ledger::QuotaSourceRow row(std::size_t disposal) const;

 private:
  const Quota& m_quota;
  quota::Parameters m_parameters;
};
std::vector<ledger::QuotaEntryRow> quota_entry_rows(const Quota& quota);
std::vector<ledger::QuotaBalanceRow> quota_balance_rows(const Quota& quota);
std::vector<ledger::QuotaCheckRow> quota_check_rows(const Quota& quota);
std::vector<ledger::QuotaParkRow> quota_park_rows(const Quota& quota);
std::vector<ledger::QuotaTaskRow> quota_task_rows(const Quota& quota);
std::vector<ledger::ReceiptRow> quota_receipt_rows(const Quota& quota);

}  // namespace yongdi::workflow
