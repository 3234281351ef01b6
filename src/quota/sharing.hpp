#pragma once
// A total shared by weights between floors and caps (rules 7 and 8 of the quota): x_i = min(cap_i, max(floor_i, λ·w_i)) with the one λ for which the
// sum is the total, then whole units by largest remainder. In rounds: share, fix those at a bound, share the rest again. Exact throughout; no order
// of the claims matters. Private to the room; allocate.hpp is its public face.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quota/big.hpp"

namespace yongdi::quota {

struct Claim {
  std::string id;                   // breaks the last tie
  Rational weight;                  // not below 0
  std::int64_t floor = 0;           // units, raised to a whole one
  std::optional<std::int64_t> cap;  // units, cut to a whole one; empty: none
  Rational demand;                  // units; what is unmet of it breaks ties between equal remainders
};

// The smallest set of limits that cannot hold together.
struct Conflict {
  enum class Kind : std::uint8_t { floor_above_cap, floors_above_total } kind = Kind::floor_above_cap;
  std::vector<std::size_t> claims;  // floor_above_cap: every claim of which it is true, each a conflict of its own; else the fewest floors above it
};
std::optional<Conflict> find_conflict(std::span<const Claim> claims, std::int64_t total);

enum class Held : std::uint8_t { no_weight, floor, cap, weight };  // what decided a share

struct Share {
  Rational exact;          // units, before rounding
  std::int64_t units = 0;  // after
  Held held = Held::weight;
  std::size_t round = 0;  // in which it was fixed, from 1
  bool extra = false;     // got one of the last units
};

struct Round {
  std::int64_t before = 0;                                          // units to share when it begins
  std::optional<Rational> lambda;                                   // units per weight; empty when no weight is left
  std::vector<std::size_t> no_weight, at_floor, at_cap, by_weight;  // claims fixed in it, in the order of the claims
  std::int64_t after = 0;                                           // units left for later rounds
};

struct Sharing {
  std::vector<Share> shares;  // in the order of the claims
  std::vector<Round> rounds;
  std::int64_t given = 0;  // Σ units: min(total, Σ caps), less what no weight at liberty could take
};

// The claims are free of conflict with the total. Throws std::logic_error when they are not.
Sharing share(std::span<const Claim> claims, std::int64_t total);

}  // namespace yongdi::quota
