// Approved but unsupplied land that left the stock or entered it.
#include <algorithm>

#include "disposal/changed_facts.hpp"
#include "disposal/movement.hpp"

namespace yongdi::disposal {
namespace {

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t index) { return std::binary_search(sorted.begin(), sorted.end(), index); }

std::optional<std::uint32_t> find(const std::map<std::string, std::uint32_t>& index, const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Day> contract_day(const Parcel& parcel) {
  return parcel.facts ? facts::Column(*parcel.facts, "contract_on").day(parcel.facts->rows.front()) : std::nullopt;
}

bool is_allocation(const Parcel& parcel) {
  const std::string* mode = parcel.facts ? facts::Column(*parcel.facts, "supply_mode").text(parcel.facts->rows.front()) : nullptr;
  return mode != nullptr && (mode->find("划拨") != std::string::npos || *mode == "allocation");
}

// The parcel that took the land: the earliest one supplied in between, else the first of those that are supplied at all.
std::optional<std::uint32_t> taker(const Years& years, const Piece& piece) {
  std::optional<std::uint32_t> best, any;
  for (const std::uint32_t index : piece.second.parcels) {
    const Parcel& parcel = years.second.parcels[index];
    if (!parcel.supplied) continue;
    if (!any) any = index;
    if (!years.between(contract_day(parcel))) continue;
    if (!best || contract_day(parcel) < contract_day(years.second.parcels[*best])) best = index;
  }
  return best ? best : any;
}

}  // namespace

Reason why_unsupplied_left(const Years& years, const Piece& piece) {
  const Approval& approval = years.first.approvals[piece.first.stock->subject];
  Reason reason;
  if (const auto index = taker(years, piece)) {
    const Parcel& parcel = years.second.parcels[*index];
    const auto contract_on = contract_day(parcel);
    reason.other_id = parcel.id;
    reason.counterpart = {Counterpart::What::parcel, *index};
    if (years.between(contract_on)) {
      reason.event = !parcel.measured ? Event::outline_unusable : is_allocation(parcel) ? Event::allocation : Event::contract;
      reason.on = contract_on;
      if (parcel.numbered) reason.document = parcel.id;  // the number under which the contract is registered (电子监管号)
      return reason;
    }
    const auto before = find(years.first.parcel_of, parcel.id);
    if (!before) {
      reason.event = contract_on ? Event::late_entry : Event::contract_undated;
      reason.on = contract_on;
    } else if (holds(piece.first.parcels, *before)) {
      reason.event = Event::facts_changed;  // it lay there all the time, and was not supplied by what the first ledger says
      reason.fields = changed_facts(years.first.parcels[*before].facts, parcel.facts);
    } else {
      reason.event = Event::parcel_outline;
    }
    return reason;
  }
  const auto after = find(years.second.approval_of, approval_key(approval.id));
  if (!after) {
    reason.event = Event::approval_gone;
  } else if (!holds(piece.second.approvals, *after)) {
    reason.event = Event::approval_outline;
    reason.other_id = years.second.approvals[*after].id;
  } else if (!years.second.approvals[*after].exists) {
    reason.event = Event::facts_changed;
    reason.fields = changed_facts(approval.facts, years.second.approvals[*after].facts);
  } else {
    reason.event = Event::sliver;
  }
  return reason;
}

Reason why_unsupplied_entered(const Years& years, const Piece& piece) {
  const Approval& approval = years.second.approvals[piece.second.stock->subject];
  const auto before = find(years.first.approval_of, approval_key(approval.id));
  Reason reason;
  if (years.between(approval.approved_on) && (!before || !years.first.approvals[*before].exists)) {
    reason.event = Event::approved;
    reason.on = approval.approved_on;
    reason.document = approval.id;
    return reason;
  }
  if (!before) {
    reason.event = Event::late_entry;
    reason.on = approval.approved_on;
    return reason;
  }
  if (!holds(piece.first.approvals, *before)) {
    reason.event = Event::approval_outline;
    return reason;
  }
  // The approval covered the land all the time: something else had it.
  for (const std::uint32_t index : piece.first.parcels) {
    const Parcel& was = years.first.parcels[index];
    if (!was.supplied) continue;
    reason.other_id = was.id;
    reason.counterpart = {Counterpart::What::parcel, index};
    const auto after = find(years.second.parcel_of, was.id);
    if (!after) {
      reason.event = Event::supply_ended;
      if (was.facts) {
        const facts::Row& row = was.facts->rows.front();
        const auto day = facts::Column(*was.facts, "disposal_on").day(row);
        const std::string* document = facts::Column(*was.facts, "disposal_doc").text(row);
        if (years.between(day)) reason.on = day;
        if (years.between(day) && document != nullptr) reason.document = *document;
      }
    } else if (holds(piece.second.parcels, *after)) {
      reason.event = Event::facts_changed;
      reason.fields = changed_facts(was.facts, years.second.parcels[*after].facts);
    } else {
      reason.event = Event::parcel_outline;
    }
    return reason;
  }
  const bool existed = years.first.approvals[*before].exists;
  reason.event = existed ? Event::sliver : Event::facts_changed;
  if (!existed) reason.fields = changed_facts(years.first.approvals[*before].facts, approval.facts);
  return reason;
}

}  // namespace yongdi::disposal
