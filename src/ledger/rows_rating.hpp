#pragma once
// Firms rated per mu. Written only where the project asks for it.
#include "ledger/rows.hpp"

namespace yongdi::ledger {

struct FirmRatingRow {
  std::string firm_id;
  Text name;
  Whole year;
  Text group;
  std::int64_t parcels = 0;
  Number land_m2, bonus, malus, total;
  Whole rank, ranked_firms;
  Text rating, missing;
};
struct FirmRatingPartRow {
  std::string firm_id, item;
  Number weight, benchmark, value, points;
};

}  // namespace yongdi::ledger
