#include "quota/allocate.hpp"

#include <algorithm>

#include "quota/sharing_words.hpp"
#include "quota/units.hpp"

namespace yongdi::quota {

Allocation allocate(std::vector<Claimant> claimants, const measures::Exact& total, const measures::Exact& unit) {
  std::sort(claimants.begin(), claimants.end(), [](const Claimant& a, const Claimant& b) { return a.id < b.id; });
  const Rational step = rational(unit);
  std::vector<Claim> claims;
  for (const Claimant& each : claimants) {
    Claim& claim = claims.emplace_back(Claim{each.id, rational(each.weight), units_up(rational(each.floor), step), {}, 0});
    if (each.cap) claim.cap = units_down(rational(*each.cap), step);
    if (each.demand) claim.demand = rational(*each.demand) / step;
  }
  const Words words(step, nullptr);
  const std::int64_t units = units_down(rational(total), step);
  if (const auto conflict = find_conflict(claims, units)) throw infeasible(*conflict, claims, units, words);
  const Sharing sharing = share(claims, units);

  Allocation allocation;
  allocation.total = allocation.reserve = total;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Share& got = sharing.shares[i];
    const measures::Exact quota = measures::Exact(got.units) * unit;
    allocation.reserve = allocation.reserve - quota;
    allocation.parks.push_back({claims[i].id, quota, got.round, tell_share(got, claims[i], words), tell_rounding(got, words)});
  }
  for (std::size_t i = 0; i < sharing.rounds.size(); ++i) allocation.rounds.push_back(tell_round(sharing.rounds[i], i + 1, sharing, claims, words));
  return allocation;
}

}  // namespace yongdi::quota
