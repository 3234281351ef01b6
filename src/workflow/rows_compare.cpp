#include "workflow/rows_compare.hpp"

#include <map>

#include "ledger/code_words.hpp"
#include "ledger/indicators.hpp"

namespace yongdi::workflow {

namespace {

ledger::Text text(const std::string& value) { return value.empty() ? ledger::Text() : value; }

// The two columns of words beside one of codes.
void say(const ledger::CodeWords& words, std::string& zh, std::string& en) {
  zh = words.zh;
  en = words.en;
}

void say_change(boundary::Change change, ledger::ParkChangeRow& row) {
  row.change = to_text(change);
  say(ledger::park_change_words(row.change), row.change_zh, row.change_en);
}

void say_indicator(const ledger::ParkIndicatorRow& told, ledger::IndicatorChangeRow& row) {
  const ledger::IndicatorInfo* const known = ledger::find_indicator(told.indicator, told.source.value_or(""));
  row.indicator_zh = known != nullptr ? known->name_zh : row.indicator;
  row.indicator_en = known != nullptr ? known->name_en : row.indicator;
}

ledger::Text joined(const boundary::Version& version, const std::vector<std::uint32_t>& parks) {
  std::string ids;
  for (const std::uint32_t park : parks) ids += (ids.empty() ? "" : ",") + version[park].id;
  return text(ids);
}

// Puts the rows of either side together by their keys, in the order of the keys.
template <class Row, class KeyOf>
auto side_by_side(const std::vector<Row>& before, const std::vector<Row>& after, KeyOf key_of) {
  std::map<decltype(key_of(before.front(), std::size_t{0})), std::pair<const Row*, const Row*>> result;
  for (std::size_t i = 0; i < before.size(); ++i) result[key_of(before[i], i)].first = &before[i];
  for (std::size_t i = 0; i < after.size(); ++i) result[key_of(after[i], i)].second = &after[i];
  return result;
}

}  // namespace

ledger::ParkChangeRow park_change_row(std::int64_t step, const boundary::ParkChange& change, const boundary::Version& before,
                                      const boundary::Version& after, const geometry::Region& outline) {
  ledger::ParkChangeRow row;
  row.step = step;
  row.park_id = change.park_id;
  row.name = text(change.name);
  say_change(change.change, row);
  row.part_of = change.part_of;
  row.leaf = change.leaf ? "yes" : "no";
  row.old_parks = joined(before, change.before);
  row.new_parks = joined(after, change.after);
  if (!change.before.empty()) row.old_m2 = change.balance.before_m2();
  if (!change.after.empty()) row.new_m2 = change.balance.after_m2();
  row.kept_m2 = change.balance.kept_m2;
  row.gained_m2 = change.balance.gained_m2;
  row.lost_m2 = change.balance.lost_m2;
  row.iou = change.balance.iou();
  row.max_shift_m = change.greatest_shift_m;
  if (change.moved_by_m) {
    row.moved_x_m = change.moved_by_m->x;
    row.moved_y_m = change.moved_by_m->y;
  }
  row.declared_old_m2 = change.declared_before_m2;
  row.declared_new_m2 = change.declared_after_m2;
  row.approved_old_m2 = change.approved_before_m2;
  row.approved_new_m2 = change.approved_after_m2;
  if (!outline.empty()) row.shape_wkb = geometry::to_wkb(outline);
  return row;
}

void forget_figures(ledger::ParkChangeRow& row) {
  say_change(boundary::Change::changed, row);
  row.kept_m2 = row.gained_m2 = row.lost_m2 = row.iou = std::nullopt;
}

ledger::PieceRow piece_row(std::int64_t step, const boundary::ParkChange& change, const boundary::Piece& piece) {
  ledger::PieceRow row;
  row.step = step;
  row.park_id = change.park_id;
  row.kind = to_text(piece.kind);
  say(ledger::piece_words(row.kind), row.kind_zh, row.kind_en);
  row.leaf = change.leaf ? "yes" : "no";
  row.area_m2 = piece.area_m2;
  if (!piece.shape.empty()) row.shape_wkb = geometry::to_wkb(piece.shape);
  return row;
}

ledger::ParcelChangeRow parcel_change_row(std::int64_t step, const boundary::ParcelChange& change, const std::vector<boundary::ParkChange>& parks,
                                          const LandAround& around) {
  const ledger::ParcelRow& parcel = around.parcels[change.parcel];
  const double area_m2 = around.surroundings.parcels[change.parcel].area_m2;
  ledger::ParcelChangeRow row;
  row.step = step;
  row.park_id = parks[change.park].park_id;
  row.parcel_id = parcel.parcel_id;
  row.change = to_text(change.move);
  say(ledger::parcel_move_words(row.change), row.change_zh, row.change_en);
  row.old_m2 = change.balance.before_m2();
  row.new_m2 = change.balance.after_m2();
  row.entered_m2 = change.balance.gained_m2;
  row.left_m2 = change.balance.lost_m2;
  row.old_share = *row.old_m2 / area_m2;
  row.new_share = *row.new_m2 / area_m2;
  row.stage = text(parcel.stage);
  row.idle = text(parcel.idle);
  row.idle_class = parcel.idle_class;
  row.determination = parcel.determination;
  row.route = parcel.route;
  row.inefficient = text(parcel.inefficient);
  row.shape_wkb = geometry::to_wkb(around.parcel_shapes[change.parcel]);
  return row;
}

ledger::ConstraintChangeRow constraint_change_row(std::int64_t step, const boundary::ConstraintChange& change,
                                                  const std::vector<boundary::ParkChange>& parks) {
  ledger::ConstraintChangeRow row;
  row.step = step;
  if (change.park) row.park_id = parks[*change.park].park_id;
  row.kind = change.kind;
  say(ledger::constraint_words(row.kind), row.kind_zh, row.kind_en);
  row.old_m2 = change.balance.before_m2();
  row.new_m2 = change.balance.after_m2();
  row.gained_m2 = change.balance.gained_m2;
  row.lost_m2 = change.balance.lost_m2;
  return row;
}

ledger::ParkGapRow park_gap_row(std::int64_t version, boundary::Meeting meeting, const std::string& parks, double area_m2,
                                const std::string& shape_wkb) {
  ledger::ParkGapRow row;
  row.version = version;
  row.kind = to_text(meeting);
  say(ledger::gap_words(row.kind), row.kind_zh, row.kind_en);
  row.parks = parks;
  row.area_m2 = area_m2;
  row.shape_wkb = shape_wkb;
  return row;
}

std::vector<ledger::BalanceChangeRow> balance_change_rows(std::int64_t step, const PaperFigures& before, const PaperFigures& after) {
  std::vector<ledger::BalanceChangeRow> rows;
  const auto add = [&](const std::vector<ledger::ParkBalanceRow>& old_rows, const std::vector<ledger::ParkBalanceRow>& new_rows) {
    // The classes of a park stand in the order of their precedence.
    const auto key = [](const ledger::ParkBalanceRow& row, std::size_t position) {
      return std::pair(row.park_id, position % inventory::kLandClassCount);
    };
    for (const auto& [name, sides] : side_by_side(old_rows, new_rows, key)) {
      const auto& [old_one, new_one] = sides;
      ledger::BalanceChangeRow& row = rows.emplace_back();
      row.step = step;
      row.park_id = text(name.first);
      row.class_name = (old_one != nullptr ? old_one : new_one)->class_name;
      say(ledger::land_class_words(row.class_name), row.class_zh, row.class_en);
      if (old_one != nullptr) row.old_m2 = old_one->area_m2;
      if (new_one != nullptr) row.new_m2 = new_one->area_m2;
    }
  };
  add(before.balance, after.balance);
  add(before.all_parks, after.all_parks);
  return rows;
}

std::vector<ledger::IndicatorChangeRow> indicator_change_rows(std::int64_t step, const PaperFigures& before, const PaperFigures& after) {
  std::vector<ledger::IndicatorChangeRow> rows;
  const auto key = [](const ledger::ParkIndicatorRow& row, std::size_t) { return std::pair(row.park_id, row.indicator); };
  for (const auto& [name, sides] : side_by_side(before.indicators, after.indicators, key)) {
    const auto& [old_one, new_one] = sides;
    ledger::IndicatorChangeRow& row = rows.emplace_back();
    row.step = step;
    row.park_id = name.first;
    row.indicator = name.second;
    say_indicator(old_one != nullptr ? *old_one : *new_one, row);
    row.unit = (old_one != nullptr ? old_one : new_one)->unit;
    if (old_one != nullptr) {
      row.old_value = old_one->value;
      row.old_numerator = old_one->numerator;
      row.old_denominator = old_one->denominator;
      row.old_low = old_one->low;
      row.old_high = old_one->high;
      row.old_unknown_count = old_one->unknown_count;
    }
    if (new_one != nullptr) {
      row.new_value = new_one->value;
      row.new_numerator = new_one->numerator;
      row.new_denominator = new_one->denominator;
      row.new_low = new_one->low;
      row.new_high = new_one->high;
      row.new_unknown_count = new_one->unknown_count;
    }
  }
  return rows;
}

}  // namespace yongdi::workflow
