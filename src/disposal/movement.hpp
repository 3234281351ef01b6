#pragma once
// What left the stock between two days, what entered it, and why: the answer for every piece of land whose place in the stock is another one.
//
// How an idle parcel's leaving is told apart. Its verdict is a function of facts, law and day, so it is worked out again step by step from the first
// ledger to the second: the first ledger's facts under the second's law on the first day (did the law change it?), then the second's facts on the
// first day (did data about the past change it?), then the second day. Only a change at the last step is something that happened, and only when a
// dated event between the two days shows what it was.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "disposal/event.hpp"
#include "disposal/years.hpp"

namespace yongdi::disposal {

enum class Direction : std::uint8_t { left, entered };

// What stands against the moved land on the other day, for drawing.
struct Counterpart {
  enum class What : std::uint8_t { none, parcel, unit } what = What::none;
  std::uint32_t index = 0;  // of the other year's parcels, or its stock unit
  friend auto operator<=>(const Counterpart&, const Counterpart&) = default;
};

// Why: an event with its day and the document that records it.
struct Reason {
  Event event = Event::nothing_recorded;
  std::optional<Day> on;
  std::string document;  // empty when none is on record
  std::string other_id;  // the parcel or approval that has the land on the other day, or that records the event
  std::string fields;    // facts or parameters that changed, joined by commas
  Counterpart counterpart;
  friend auto operator<=>(const Reason&, const Reason&) = default;
};

struct Movement {
  Direction direction = Direction::left;
  Cell cell;
  std::optional<std::string> subject_id;  // approval (unsupplied) or parcel; empty for slivers, which are summed
  std::uint32_t unit = 0;
  Reason reason;
  double area_m2 = 0;
  bool drawn = true;          // false: an area that a document gives and nobody drew
  std::uint32_t drawing = 0;  // which drawing shows it; means nothing here
  bool paid_before = false;   // as much land of the approval left the stock by a document of an earlier year, which nobody drew
  [[nodiscard]] Effect effect() const { return info(reason.event).effect; }
  // Earns only what is dated and documented, and each square metre once.
  [[nodiscard]] bool earns() const { return effect() == Effect::disposed && reason.on && !reason.document.empty() && !paid_before; }
};

// One per subject, cell and reason, ascending by direction, cell, subject and reason.
std::vector<Movement> movements(const Years& years, std::span<const Piece> pieces);

// Areas withdrawn, double-counted or adjusted out have no shape of their own in an approval. What left an approval's outline in the same time is that
// land as far as it goes; the rest becomes movements that are not drawn, shared among the parks by the approval's land in the first stock, and never
// more than was there. `first_stock[i]`: unsupplied land of first.approvals[i] by park.
struct ParkShare {
  std::optional<std::string> park;
  double area_m2 = 0;
};
void book_reductions(const Years& years, std::span<const std::vector<ParkShare>> first_stock, std::vector<Movement>& movements);
// Land that was withdrawn by the first day without an outline still lies in the first stock. `withdrawn_m2[i]`: so much of first.approvals[i]. Once
// an approval disposes of more than its stock beyond that, the rest is the withdrawn land and does not earn again; the latest disposals first.
void withhold_paid(const Years& years, std::span<const std::vector<ParkShare>> first_stock, std::span<const double> withdrawn_m2,
                   std::vector<Movement>& movements);

// The questions themselves, per kind (unsupplied.cpp, parcel.cpp).
Reason why_unsupplied_left(const Years& years, const Piece& piece);
Reason why_unsupplied_entered(const Years& years, const Piece& piece);
Reason why_parcel_left(const Years& years, const Piece& piece);
Reason why_parcel_entered(const Years& years, const Piece& piece);
// Land that is in the stock of that kind on both days, in another line of the balance.
Reason why_transferred(const Years& years, const Piece& piece, Direction direction);

}  // namespace yongdi::disposal
