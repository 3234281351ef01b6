#pragma once
// One struct per table of a comparison of park outlines (`yongdi compare`), bound to columns like those of the ledger. "old" and "new" are the two
// versions of a step; step 1 goes from version 1 to version 2. Empty optional = NULL = not known, or nothing there to have it.
#include <cstdint>
#include <string>

#include "ledger/rows.hpp"

namespace yongdi::ledger {

struct VersionRow {
  std::int64_t version = 0;
  std::string source;
  std::int64_t parks = 0;
  Number area_m2;
};
struct ParkChangeRow {
  std::int64_t step = 0;
  std::string park_id;
  Text name;
  std::string change, change_zh, change_en;
  Text part_of;
  std::string leaf;
  Text old_parks, new_parks;
  Number old_m2, new_m2, kept_m2, gained_m2, lost_m2, iou, max_shift_m, moved_x_m, moved_y_m;
  Number declared_old_m2, declared_new_m2, approved_old_m2, approved_new_m2;
  std::string shape_wkb;
};
struct PieceRow {
  std::int64_t step = 0;
  std::string park_id, kind, kind_zh, kind_en, leaf;
  Number area_m2;
  std::string shape_wkb;
};
struct ParcelChangeRow {
  std::int64_t step = 0;
  std::string park_id, parcel_id, change, change_zh, change_en;
  Number old_m2, new_m2, entered_m2, left_m2, old_share, new_share;
  Text stage, idle, idle_class, determination, route, inefficient;
  std::string shape_wkb;
};
struct ConstraintChangeRow {
  std::int64_t step = 0;
  Text park_id;
  std::string kind, kind_zh, kind_en;
  Number old_m2, new_m2, gained_m2, lost_m2;
};
struct ParkOverlapRow {
  std::int64_t version = 0;
  std::string park_id, other_id;
  Number area_m2;
  std::string shape_wkb;
};
struct ParkGapRow {
  std::int64_t version = 0;
  std::string kind, kind_zh, kind_en, parks;
  Number area_m2;
  std::string shape_wkb;
};
struct BalanceChangeRow {
  std::int64_t step = 0;
  Text park_id;
  std::string class_name, class_zh, class_en;
  Number old_m2, new_m2;
};
struct IndicatorChangeRow {
  std::int64_t step = 0;
  std::string park_id, indicator, indicator_zh, indicator_en, unit;
  Number old_value, new_value, old_numerator, new_numerator, old_denominator, new_denominator, old_low, new_low, old_high, new_high;
  Whole old_unknown_count, new_unknown_count;
};

}  // namespace yongdi::ledger
