// Reductions of approvals that no outline shows: withdrawn (撤回或失效), double-counted (核减重复统计), adjusted out (批文部分调整).
#include <algorithm>
#include <tuple>

#include "disposal/movement.hpp"
#include "supply/account.hpp"

// With optimisation GCC 12 takes the empty optionals in the buffer of std::stable_sort for uninitialised (its bug 80635).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace yongdi::disposal {
namespace {

struct Reduction {
  Event event;
  std::optional<Day> on;
  std::string document;
  double area_m2;
};

supply::ApprovalFacts facts_of(const Approval& approval) {
  return approval.facts ? supply::ApprovalFactsReader(*approval.facts).read(approval.facts->rows.front()) : supply::ApprovalFacts();
}

// What the second ledger records and the first did not yet count. The record of double counting and of adjustments has neither day nor document, so
// these two are told, and earn nothing until a table of disposals gives both.
std::vector<Reduction> reductions(const Years& years, const Approval& first, const Approval& second) {
  std::vector<Reduction> result;
  const supply::ApprovalFacts was = facts_of(first), is = facts_of(second);
  const auto grown = [](const std::optional<measures::Exact>& before, const std::optional<measures::Exact>& after) {
    return (after.value_or(measures::Exact()) - before.value_or(measures::Exact())).to_double();
  };
  const double withdrawn = grown(supply::account(was, {}, years.first.day).withdrawn_m2, supply::account(is, {}, years.second.day).withdrawn_m2);
  if (withdrawn > 0) {
    const std::string* document = facts::Column(*second.facts, "withdrawn_doc").text(second.facts->rows.front());
    result.push_back({Event::withdrawn, years.between(is.withdrawn_on) ? is.withdrawn_on : std::nullopt, document ? *document : "", withdrawn});
  }
  if (const double area = grown(was.double_counted_area, is.double_counted_area); area > 0) result.push_back({Event::double_counted, {}, {}, area});
  if (const double area = grown(was.adjusted_out_area, is.adjusted_out_area); area > 0) result.push_back({Event::adjusted_out, {}, {}, area});
  return result;
}

Reason reason_of(const Reduction& reduction, const Approval& second) {
  Reason reason;
  reason.event = reduction.event;
  reason.on = reduction.on;
  reason.document = reduction.document;
  reason.other_id = second.id;
  return reason;
}

bool left_by_outline(const Movement& movement, const std::string& approval) {
  return movement.direction == Direction::left && movement.reason.event == Event::approval_outline && movement.subject_id == approval;
}

// Gives land that left the approval's outline to the reduction, as far as it goes.
void book_drawn(const Approval& first, const Approval& second, Reduction& reduction, std::vector<Movement>& movements) {
  for (std::size_t i = 0; i < movements.size() && reduction.area_m2 > 0; ++i) {
    if (!left_by_outline(movements[i], first.id)) continue;
    if (movements[i].area_m2 <= reduction.area_m2) {
      reduction.area_m2 -= movements[i].area_m2;
      movements[i].reason = reason_of(reduction, second);
    } else {  // more land left the outline than the document says
      Movement part = movements[i];
      part.area_m2 = reduction.area_m2;
      part.reason = reason_of(reduction, second);
      movements[i].area_m2 -= reduction.area_m2;
      reduction.area_m2 = 0;
      movements.push_back(std::move(part));
    }
  }
}

void put_in_order(std::vector<Movement>& movements) {
  std::stable_sort(movements.begin(), movements.end(), [](const Movement& a, const Movement& b) {
    return std::tie(a.direction, a.cell, a.subject_id, a.unit, a.reason) < std::tie(b.direction, b.cell, b.subject_id, b.unit, b.reason);
  });
}

bool earns_as_supplied(const Movement& movement, const std::string& approval) {
  return movement.direction == Direction::left && movement.cell.kind == Kind::unsupplied && movement.drawn && movement.subject_id == approval &&
         movement.earns();
}

}  // namespace

void withhold_paid(const Years& years, std::span<const std::vector<ParkShare>> first_stock, std::span<const double> withdrawn_m2,
                   std::vector<Movement>& movements) {
  for (std::size_t i = 0; i < years.first.approvals.size(); ++i) {
    if (withdrawn_m2[i] <= 0) continue;
    const std::string& approval = years.first.approvals[i].id;
    std::vector<std::size_t> earning;
    double excess = withdrawn_m2[i];
    for (const ParkShare& share : first_stock[i]) excess -= share.area_m2;
    for (std::size_t k = 0; k < movements.size(); ++k) {
      if (!earns_as_supplied(movements[k], approval)) continue;
      earning.push_back(k);
      excess += movements[k].area_m2;
    }
    std::stable_sort(earning.begin(), earning.end(), [&](std::size_t a, std::size_t b) { return movements[a].reason.on > movements[b].reason.on; });
    for (const std::size_t k : earning) {
      if (excess <= 0) break;
      if (movements[k].area_m2 > excess) {
        Movement rest = movements[k];
        rest.area_m2 -= excess;
        movements[k].area_m2 = excess;
        movements.push_back(std::move(rest));
      }
      movements[k].paid_before = true;
      excess -= movements[k].area_m2;
    }
  }
  put_in_order(movements);
}

void book_reductions(const Years& years, std::span<const std::vector<ParkShare>> first_stock, std::vector<Movement>& movements) {
  for (std::size_t i = 0; i < years.first.approvals.size(); ++i) {
    const Approval& first = years.first.approvals[i];
    const auto found = years.second.approval_of.find(approval_key(first.id));
    if (found == years.second.approval_of.end() || first_stock[i].empty()) continue;
    const Approval& second = years.second.approvals[found->second];
    std::vector<Reduction> open = reductions(years, first, second);
    for (Reduction& reduction : open) book_drawn(first, second, reduction, movements);

    // What is left of the approval in the first stock, by park, bears the rest.
    std::vector<ParkShare> left = first_stock[i];
    for (const Movement& movement : movements) {
      if (movement.direction != Direction::left || movement.subject_id != first.id || movement.cell.kind != Kind::unsupplied || !movement.drawn)
        continue;
      for (ParkShare& share : left)
        if (share.park == movement.cell.park) share.area_m2 = std::max(0.0, share.area_m2 - movement.area_m2);
    }
    double whole = 0;
    for (const ParkShare& share : left) whole += share.area_m2;
    for (const Reduction& reduction : open) {
      const double part = whole > 0 ? std::min(1.0, reduction.area_m2 / whole) : 0;
      for (ParkShare& share : left) {
        const double area_m2 = share.area_m2 * part;
        if (area_m2 > 0)
          movements.push_back(
              {Direction::left, {share.park, Kind::unsupplied, first.cohort}, first.id, 0, reason_of(reduction, second), area_m2, false, 0});
        share.area_m2 -= area_m2;
      }
      whole *= 1 - part;
    }
  }
  put_in_order(movements);
}

}  // namespace yongdi::disposal
