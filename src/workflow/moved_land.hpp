#pragma once
// Movements of the stock drawn: where the land lies that left or entered, and which of it is only slivers.
#include <string>
#include <vector>

#include "disposal/movement.hpp"
#include "workflow/ledger_year.hpp"

namespace yongdi::workflow {

struct Moved {
  std::vector<disposal::Movement> movements;
  std::vector<std::string> shapes;  // the drawings, as WKB; empty where there is nothing to draw
  std::uint64_t fallbacks = 0;      // overlays that needed the precision grid
  [[nodiscard]] std::string shape(const disposal::Movement& movement) const { return movement.drawn ? shapes[movement.drawing] : std::string(); }
};

// Slivers by the ledgers' own tolerances are summed per line of the balance and direction: an outline that moved by a hair is no disposal.
Moved draw(const LedgerYear& first, const LedgerYear& second, std::vector<disposal::Movement> movements, Pool& pool);

}  // namespace yongdi::workflow
