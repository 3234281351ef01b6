#pragma once
// One struct per table of a file of disposals (disposals.gpkg): what left the stock of unsupplied, idle and inefficient land between two days, what
// else changed, and the balance of the stock. Beside these it has `finding` and `receipt` like any ledger.
#include "ledger/rows.hpp"

namespace yongdi::ledger {

struct DisposalRow {
  Text park_id;
  std::string subject;  // approval, parcel
  std::string subject_id, kind;
  Whole cohort;
  Number area_m2;
  std::string measured;  // geometry, declared
  std::string event;
  Date closed_on;
  Text document;
  std::string earns;  // yes, no
  Text successor_id;
  std::string matched_by;  // id, geometry
  Text source;
  Whole row;
  std::string reason_zh, reason_en;
  std::string shape_wkb;
};
struct StockChangeRow {
  std::string direction;  // left, entered
  std::string effect;     // new, without_event, data, law, outline
  Text park_id;
  std::string subject;
  Text subject_id;
  std::string kind;
  Whole cohort;
  Number area_m2;
  std::string event;
  Date happened_on;
  Text document, other_id, changed;
  std::string reason_zh, reason_en;
  std::string shape_wkb;
};
struct StockRow {
  Text park_id;
  std::string kind;
  Whole cohort;
  Number stock_a_m2, new_m2, disposed_m2, without_event_m2, data_m2, law_m2, outline_m2, stock_b_m2, residual_m2, undrawn_m2;
};

}  // namespace yongdi::ledger
