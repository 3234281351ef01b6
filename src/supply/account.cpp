#include "supply/account.hpp"

#include <algorithm>

namespace yongdi::supply {
namespace {

using measures::Day;
using measures::Exact;

const Exact kNothing;

bool is_positive(const std::optional<Exact>& value) { return value && *value > kNothing; }

// W. Without a document, or withdrawn after the as-of day, nothing is withdrawn; with one, but without its day or area, it is not known how much.
std::optional<Exact> withdrawn(const ApprovalFacts& facts, Day as_of, std::vector<std::string_view>& missing) {
  if (!facts.withdrawal_documented || (facts.withdrawn_area && facts.withdrawn_area->is_zero())) return kNothing;
  if (facts.withdrawn_on && *facts.withdrawn_on > as_of) return kNothing;
  if (!facts.withdrawn_on) missing.push_back("withdrawn_on");
  if (!facts.withdrawn_area) missing.push_back("withdrawn_area");
  return facts.withdrawn_on ? facts.withdrawn_area : std::nullopt;
}

// S. One parcel of unknown area makes the sum unknown.
std::optional<Exact> total(std::span<const std::optional<Exact>> areas) {
  Exact sum;
  for (const std::optional<Exact>& area : areas) {
    if (!is_positive(area)) return std::nullopt;
    sum += *area;
  }
  return sum;
}

}  // namespace

ApprovalFactsReader::ApprovalFactsReader(const facts::Table& approvals)
    : m_approved_on(approvals, "approved_on"),
      m_approved_area(approvals, "approved_area"),
      m_withdrawn_area(approvals, "withdrawn_area"),
      m_withdrawn_on(approvals, "withdrawn_on"),
      m_withdrawn_doc(approvals, "withdrawn_doc"),
      m_double_counted_area(approvals, "double_counted_area"),
      m_adjusted_out_area(approvals, "adjusted_out_area") {}

ApprovalFacts ApprovalFactsReader::read(const facts::Row& row) const {
  ApprovalFacts facts;
  facts.approved_on = m_approved_on.day(row);
  facts.withdrawn_on = m_withdrawn_on.day(row);
  facts.approved_area = m_approved_area.exact(row);
  facts.withdrawn_area = m_withdrawn_area.exact(row);
  facts.double_counted_area = m_double_counted_area.exact(row);
  facts.adjusted_out_area = m_adjusted_out_area.exact(row);
  facts.withdrawal_documented = m_withdrawn_doc.known(row);
  return facts;
}

Account account(const ApprovalFacts& facts, std::span<const std::optional<Exact>> supplied, Day as_of) {
  Account result;
  if (facts.approved_on) result.cohort = facts.approved_on->year();
  if (!is_positive(facts.approved_area)) result.missing.push_back("approved_area");
  result.withdrawn_m2 = withdrawn(facts, as_of, result.missing);
  result.supplied_m2 = total(supplied);
  if (!result.supplied_m2) result.missing_of_parcels.push_back("area");
  if (!is_positive(facts.approved_area) || !result.supplied_m2) return result;
  result.supply_rate = *result.supplied_m2 / *facts.approved_area;
  if (!result.withdrawn_m2) return result;
  const Exact left = *facts.approved_area - *result.supplied_m2 - *result.withdrawn_m2 - facts.double_counted_area.value_or(kNothing) -
                     facts.adjusted_out_area.value_or(kNothing);
  result.unsupplied_m2 = std::max(kNothing, left);
  result.over_supplied_m2 = std::max(kNothing, kNothing - left);
  return result;
}

bool is_supplied(std::optional<Day> contract_on, Day as_of) { return !contract_on || *contract_on <= as_of; }

}  // namespace yongdi::supply
