#pragma once
// The balance of the stock: first stock + new − disposed − left without event ± changed = second stock, per park, kind and year of approval.
#include <map>
#include <span>
#include <vector>

#include "disposal/movement.hpp"

namespace yongdi::disposal {

// What the two ledgers themselves say is in the stock; pieces: how many pieces of land that is, by which the tolerance is counted.
struct Standing {
  double first_m2 = 0, second_m2 = 0;
  std::uint64_t pieces = 0;
};

struct Line {
  Cell cell;
  double first_m2 = 0, brought_in_m2 = 0, disposed_m2 = 0, without_event_m2 = 0;
  double data_m2 = 0, law_m2 = 0, outline_m2 = 0;  // signed: what entered less what left
  double second_m2 = 0;
  double undrawn_m2 = 0;  // disposed on paper: no outline shows it, so it is not part of this sum
  double allowed_m2 = 0;
  [[nodiscard]] double residual_m2() const {
    return second_m2 - (first_m2 + brought_in_m2 - disposed_m2 - without_event_m2 + data_m2 + law_m2 + outline_m2);
  }
  [[nodiscard]] bool closes() const { return residual_m2() <= allowed_m2 && -residual_m2() <= allowed_m2; }
};

// balance_m2: allowed residual per piece and once for the line. Lines ascending by cell.
std::vector<Line> balance(const std::map<Cell, Standing>& standing, std::span<const Movement> movements, double balance_m2);

}  // namespace yongdi::disposal
