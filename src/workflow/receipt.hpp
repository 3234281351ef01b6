#pragma once
// The receipt of a run while it is written.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ledger/rows.hpp"
#include "measures/digest.hpp"

namespace yongdi::workflow {

class Receipt {
 public:
  void add(std::string key, std::string value) { m_rows.push_back({std::move(key), std::move(value)}); }
  // Everything that decides the figures; residuals and counts follow from it.
  [[nodiscard]] std::string run_id() const {
    measures::Digest digest;
    for (const ledger::ReceiptRow& row : m_rows) digest.add(row.key + "\x1f" + row.value + "\x1e");
    return digest.finish();
  }
  std::vector<ledger::ReceiptRow> rows() && {
    std::sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return std::move(m_rows);
  }

 private:
  std::vector<ledger::ReceiptRow> m_rows;
};

}  // namespace yongdi::workflow
