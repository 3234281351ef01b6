#pragma once
// The land of two ledgers laid over each other: pieces on each of which one thing was true on either day, and what the ledgers themselves say is in
// the stock. The overlay is the audit's own sweep, so every square metre is visited once.
#include <map>
#include <vector>

#include "disposal/balance.hpp"
#include "workflow/ledger_year.hpp"

namespace yongdi::workflow {

struct TwoDays {
  std::vector<disposal::Piece> pieces;  // where either day has stock
  std::map<disposal::Cell, disposal::Standing> standing;
  double noise_m2 = 0;  // land in pieces so small that they are only rounding of coordinates
};

// Reads the facts of every parcel whose land is in the stock or next to a change into the ledgers' years.
TwoDays lay_over(LedgerYear& first, LedgerYear& second, Pool& pool);

}  // namespace yongdi::workflow
