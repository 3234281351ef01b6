#pragma once
// Why approved land is not supplied, and what is to be done about it: the eight reasons and six methods of the self-check form, and what must add up.
#include <optional>
#include <span>
#include <vector>

#include "facts/table.hpp"
#include "measures/certainty.hpp"
#include "measures/exact.hpp"

namespace yongdi::supply {

struct ReasonEntry {
  std::optional<int> code;                  // 1–8 a reason, 9–14 a method
  std::optional<measures::Exact> area;      // m²
  bool has_due = false;                     // a time limit is chosen
  bool kind_agrees = true;                  // what the row calls itself is what its code says
  [[nodiscard]] bool is_method() const;
};
std::vector<ReasonEntry> read_reasons(const facts::Table& reasons, std::span<const facts::Row> rows);

// Each invariant of the form: yes, no, or unknown where a figure it compares is. An empty sum is not known.
struct ReasonCheck {
  std::optional<measures::Exact> reasons_m2, methods_m2;  // Σ over the reasons, over the methods
  measures::Certainty reasons_add_up = measures::Certainty::unknown;  // Σ reasons = unsupplied by ledger
  measures::Certainty methods_add_up = measures::Certainty::unknown;  // Σ methods = unsupplied by ledger
  measures::Certainty has_time_limit = measures::Certainty::unknown;  // land is left, so a time limit is chosen; yes as well where none is left
};
// `entries`: of one approval; `unsupplied_m2`: by ledger; `tolerance_m2`: rounding of the form (rule parameter supply.reasons_tolerance_m2), empty when
// nothing in force gives it.
ReasonCheck check_reasons(std::span<const ReasonEntry> entries, const std::optional<measures::Exact>& unsupplied_m2,
                          const std::optional<measures::Exact>& tolerance_m2);

}  // namespace yongdi::supply
