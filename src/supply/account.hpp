#pragma once
// Approved but unsupplied land (批而未供) by ledger: U = max(0, A − S − W − K − R), O = max(0, S + W + K + R − A), linked by approval number.
// The geometric figure stands beside it, never merged, and comes from the overlay.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "measures/certainty.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::supply {

// Approval numbers are written with brackets and digits of either width, and now and then with a blank: 粤府土审(19)〔2024〕144号 is
// 粤府土审（19）[2024] 144号. The normal form is for matching only; what was written is kept.
std::string normal_number(std::string_view number);

struct ApprovalFacts {
  std::optional<measures::Day> approved_on, withdrawn_on;
  std::optional<measures::Exact> approved_area;                                           // A, m²
  std::optional<measures::Exact> withdrawn_area, double_counted_area, adjusted_out_area;  // W, K, R; absent: none recorded
  bool withdrawal_documented = false;  // W counts only with its document, and when withdrawn by the as-of day; a document without its day or its
                                       // area leaves W, and what follows from it, unknown
};
class ApprovalFactsReader {
 public:
  explicit ApprovalFactsReader(const facts::Table& approvals);
  [[nodiscard]] ApprovalFacts read(const facts::Row& row) const;

 private:
  facts::Column m_approved_on, m_approved_area, m_withdrawn_area, m_withdrawn_on, m_withdrawn_doc, m_double_counted_area, m_adjusted_out_area;
};

struct Account {
  std::optional<int> cohort;                                                                 // year of approval
  std::optional<measures::Exact> supplied_m2, unsupplied_m2, over_supplied_m2, supply_rate;  // S, U, O, S / A
  std::optional<measures::Exact> withdrawn_m2;                                               // W as counted: 0 when nothing counts
  std::vector<std::string_view> missing;             // canonical fields of the approval whose absence left something undecided
  std::vector<std::string_view> missing_of_parcels;  // the same of the parcels linked to it: "area"
};
// `supplied`: declared areas of the parcels linked by number and supplied by the as-of day. One that is empty or not above zero makes the figures
// unknown, and so does an approved area of that kind.
Account account(const ApprovalFacts& facts, std::span<const std::optional<measures::Exact>> supplied, measures::Day as_of);

// Whether a parcel is supplied by the as-of day: its contract day is not after it, or is not recorded (it stands in the layer of supplied parcels).
bool is_supplied(std::optional<measures::Day> contract_on, measures::Day as_of);

namespace parameter {
inline constexpr rulebook::Name kLapseYears = "supply.lapse_years";
inline constexpr rulebook::Name kYearCompleteOnAnniversary = "year_complete_on_anniversary";
}  // namespace parameter

struct Terms {
  std::optional<int> lapse_after_years;       // two years after approval; missing as well without the day rule, for then no year can be counted
  bool year_complete_on_anniversary = false;  // the project's own day rules
  std::optional<int> rate_window_years;       // five: the supply rate is of the years before the audit year
  std::optional<measures::Exact> rate_floor;  // 60 %: below it no quota is given
  std::optional<measures::Exact> reasons_tolerance_m2;
  std::vector<std::string> missing;           // names of parameters that no document in force gives
};
Terms terms(const rulebook::Rulebook& rules, measures::Day as_of);
// The first day on which the lapse term is over; empty without approval day or term.
std::optional<measures::Day> lapses_on(const ApprovalFacts& facts, const Terms& terms);
// yes: the lapse term is over and land is left beyond slivers; unknown without approval day or term.
measures::Certainty lapse_candidate(const ApprovalFacts& facts, double unsupplied_m2, const Terms& terms, measures::Day as_of);

}  // namespace yongdi::supply
