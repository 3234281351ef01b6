#pragma once
// The sharing alone: a total by weights, floors and caps, to whole units (steps 7 and 8 of the quota).
#include <optional>
#include <string>
#include <vector>

#include "findings/failure.hpp"
#include "measures/exact.hpp"

namespace yongdi::quota {

// All in one measure, whatever it is; none below 0.
struct Claimant {
  std::string id;  // not empty; each once
  measures::Exact weight, floor;
  std::optional<measures::Exact> cap;     // empty: none
  std::optional<measures::Exact> demand;  // breaks ties: larger unmet demand first; empty: 0
};

struct Allotted {
  std::string id;
  measures::Exact quota;  // a whole number of units
  std::size_t round = 0;  // in which it was fixed
  findings::Text share, rounding;
};

struct Allocation {
  std::vector<Allotted> parks;         // by id
  std::vector<findings::Text> rounds;  // in words, with the parks fixed in each
  measures::Exact total, reserve;      // Σ quota + reserve = total
};

// Throws findings::Failure: Exit::infeasible when floors and caps or floors and total conflict, naming the culprits; Exit::usage when the total is
// more than 2^63 units.
Allocation allocate(std::vector<Claimant> claimants, const measures::Exact& total, const measures::Exact& unit);

}  // namespace yongdi::quota
