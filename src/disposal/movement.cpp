#include "disposal/movement.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <tuple>

namespace yongdi::disposal {
namespace {

struct Key {
  Direction direction;
  Cell cell;
  std::string subject_id;
  std::uint32_t unit;
  Reason reason;
  friend auto operator<=>(const Key&, const Key&) = default;
};

}  // namespace

std::vector<Movement> movements(const Years& years, std::span<const Piece> pieces) {
  std::map<Key, double> sums;
  for (const Piece& piece : pieces) {
    const auto &was = piece.first.stock, &is = piece.second.stock;
    const bool stays = was && is && was->kind == is->kind;
    if (stays && cell(years.first, *was) == cell(years.second, *is)) continue;
    if (was) {
      const Reason reason = stays                           ? why_transferred(years, piece, Direction::left)
                            : was->kind == Kind::unsupplied ? why_unsupplied_left(years, piece)
                                                            : why_parcel_left(years, piece);
      sums[{Direction::left, cell(years.first, *was), subject_id(years.first, *was), was->unit, reason}] += piece.area_m2;
    }
    if (is) {
      const Reason reason = stays                          ? why_transferred(years, piece, Direction::entered)
                            : is->kind == Kind::unsupplied ? why_unsupplied_entered(years, piece)
                                                           : why_parcel_entered(years, piece);
      sums[{Direction::entered, cell(years.second, *is), subject_id(years.second, *is), is->unit, reason}] += piece.area_m2;
    }
  }
  std::vector<Movement> result;
  result.reserve(sums.size());
  for (const auto& [key, area_m2] : sums) result.push_back({key.direction, key.cell, key.subject_id, key.unit, key.reason, area_m2, true, 0});
  return result;
}

Reason why_transferred(const Years& years, const Piece& piece, Direction direction) {
  const Stock &was = *piece.first.stock, &is = *piece.second.stock;
  const bool left = direction == Direction::left;
  Reason reason;
  reason.other_id = left ? subject_id(years.second, is) : subject_id(years.first, was);
  reason.counterpart = {Counterpart::What::unit, left ? is.unit : was.unit};
  const auto same_subject = [&] {
    return was.kind == Kind::unsupplied ? approval_key(years.first.approvals[was.subject].id) == approval_key(years.second.approvals[is.subject].id)
                                        : years.first.parcels[was.subject].id == years.second.parcels[is.subject].id;
  };
  if (was.park != is.park) {
    reason.event = Event::park_outline;
  } else if (same_subject()) {
    reason.event = Event::cohort_changed;
    reason.fields = was.kind == Kind::unsupplied ? "approved_on" : "approval";
  } else if (was.kind == Kind::unsupplied) {
    // Another approval has the land now: renumbered, or one of the outlines is another.
    const auto kept = years.second.approval_of.find(approval_key(years.first.approvals[was.subject].id));
    const bool covers =
        kept != years.second.approval_of.end() && std::binary_search(piece.second.approvals.begin(), piece.second.approvals.end(), kept->second);
    reason.event = kept == years.second.approval_of.end() ? Event::renumbered : covers ? Event::facts_changed : Event::approval_outline;
  } else {
    const bool kept = years.second.parcel_of.contains(years.first.parcels[was.subject].id);
    reason.event = kept ? Event::parcel_outline : Event::renumbered;
  }
  return reason;
}

}  // namespace yongdi::disposal
