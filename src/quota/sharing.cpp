#include "quota/sharing.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace yongdi::quota {
namespace {

// Weights as whole numbers in one common measure: only their proportions matter, and whole numbers compare without a division.
std::vector<Integer> whole_weights(std::span<const Claim> claims, Integer& scale) {
  scale = 1;
  for (const Claim& claim : claims) scale = boost::multiprecision::lcm(scale, Integer(denominator(claim.weight)));
  std::vector<Integer> weights;
  weights.reserve(claims.size());
  for (const Claim& claim : claims) weights.push_back(numerator(claim.weight) * (scale / denominator(claim.weight)));
  return weights;
}

// min(total, Σ caps); one claim without a cap leaves the total.
std::int64_t to_share(std::span<const Claim> claims, std::int64_t total) {
  Integer caps = 0;
  for (const Claim& claim : claims) {
    if (!claim.cap) return total;
    caps += *claim.cap;
  }
  return caps < total ? whole(caps) : total;
}

class Filling {
 public:
  Filling(std::span<const Claim> claims, std::int64_t total)
      : m_claims(claims), m_weights(whole_weights(claims, m_scale)), m_left(to_share(claims, total)) {
    m_result.shares.resize(claims.size());
  }

  Sharing run() {
    fix_without_weight();
    while (!m_free.empty()) next_round();
    round_to_units();
    for (const Share& each : m_result.shares) m_result.given += each.units;
    return std::move(m_result);
  }

 private:
  // λ·w = m_left·w / m_weight, so comparing with a bound is comparing two products.
  [[nodiscard]] Integer due(std::size_t i) const { return m_weights[i] * m_left; }
  [[nodiscard]] Integer bound(std::int64_t units) const { return m_weight * units; }

  Round& open_round() {
    Round& round = m_result.rounds.emplace_back();
    round.before = m_left;
    if (m_weight > 0) round.lambda = Rational(m_left) * Rational(m_scale) / Rational(m_weight);
    return round;
  }

  Share& fix(std::size_t i, std::int64_t units, Held held) {
    Share& share = m_result.shares[i];
    share.exact = units;
    share.units = units;
    share.held = held;
    share.round = m_result.rounds.size();
    return share;
  }

  // Its whole units for now; what is below one is left over, in parts of m_weight.
  void fix_by_weight(std::size_t i) {
    Integer units, left_over;
    divide_qr(due(i), m_weight, units, left_over);
    fix(i, whole(units), Held::weight).exact = Rational(due(i), m_weight);
    if (left_over != 0) m_left_overs.push_back({i, std::move(left_over)});
  }

  // A park without weight gets its floor, whatever is left over.
  void fix_without_weight() {
    std::vector<std::size_t> none;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
      if (m_weights[i] == 0) {
        none.push_back(i);
      } else {
        m_free.push_back(i);
        m_weight += m_weights[i];
      }
    }
    if (none.empty()) return;
    Round& round = open_round();
    round.lambda.reset();
    for (const std::size_t i : none) {
      fix(i, m_claims[i].floor, Held::no_weight);
      m_left -= m_claims[i].floor;
    }
    round.no_weight = std::move(none);
    round.after = m_left;
  }

  // Shares by weight, then fixes those beyond a bound. When those over their caps give back more than those under their floors lack, the rest will
  // only get more, so the caps are final and the floors are not yet; and the other way round; when both are equal, all of them are final.
  void next_round() {
    Integer over = 0, under = 0;
    std::vector<std::size_t> at_cap, at_floor;
    for (const std::size_t i : m_free) {
      const Integer share = due(i);
      if (m_claims[i].cap && share > bound(*m_claims[i].cap)) {
        over += share - bound(*m_claims[i].cap);
        at_cap.push_back(i);
      } else if (share < bound(m_claims[i].floor)) {
        under += bound(m_claims[i].floor) - share;
        at_floor.push_back(i);
      }
    }
    Round& round = open_round();
    if (over >= under) round.at_cap = std::move(at_cap);
    if (under >= over) round.at_floor = std::move(at_floor);
    if (over == under) {  // nothing is left to correct: the others have their share
      for (const std::size_t i : m_free) {
        if (std::binary_search(round.at_cap.begin(), round.at_cap.end(), i) || std::binary_search(round.at_floor.begin(), round.at_floor.end(), i))
          continue;
        round.by_weight.push_back(i);
      }
    }
    for (const std::size_t i : round.at_cap) fix(i, *m_claims[i].cap, Held::cap);
    for (const std::size_t i : round.at_floor) fix(i, m_claims[i].floor, Held::floor);
    for (const std::size_t i : round.by_weight) fix_by_weight(i);
    Integer left_over = 0;
    for (const LeftOver& each : m_left_overs) left_over += each.parts;
    m_extra = whole(left_over / m_weight);
    m_left -= m_extra;
    for (const auto* fixed : {&round.at_cap, &round.at_floor, &round.by_weight}) {
      for (const std::size_t i : *fixed) {
        m_weight -= m_weights[i];
        m_left -= m_result.shares[i].units;
      }
    }
    round.after = m_left;
    std::erase_if(m_free, [&](std::size_t i) { return m_result.shares[i].round != 0; });
  }

  // Largest remainder. Only shares by weight have one, and a share below its cap, which is whole, stays within it when it gets one unit more. They
  // are fixed in one round, so all remainders are parts of the same weight and compare as whole numbers.
  void round_to_units() {
    const auto unmet = [&](std::size_t i) -> Rational {
      const Rational lacking = m_claims[i].demand - m_result.shares[i].exact;
      return lacking > 0 ? lacking : Rational(0);
    };
    std::sort(m_left_overs.begin(), m_left_overs.end(), [&](const LeftOver& a, const LeftOver& b) {
      if (a.parts != b.parts) return a.parts > b.parts;
      const Rational unmet_a = unmet(a.claim), unmet_b = unmet(b.claim);
      if (unmet_a != unmet_b) return unmet_a > unmet_b;
      return m_claims[a.claim].id < m_claims[b.claim].id;
    });
    for (std::size_t k = 0; k < static_cast<std::size_t>(m_extra); ++k) {
      Share& share = m_result.shares[m_left_overs.at(k).claim];
      ++share.units;
      share.extra = true;
    }
  }

  struct LeftOver {
    std::size_t claim;
    Integer parts;  // below a unit, each part one unit ÷ the weights of its round
  };

  std::span<const Claim> m_claims;
  Integer m_scale;
  std::vector<Integer> m_weights;
  std::int64_t m_left;
  Integer m_weight;                 // Σ weights at liberty
  std::vector<std::size_t> m_free;  // ascending
  std::vector<LeftOver> m_left_overs;
  std::int64_t m_extra = 0;  // units that they make together
  Sharing m_result;
};

}  // namespace

std::optional<Conflict> find_conflict(std::span<const Claim> claims, std::int64_t total) {
  Conflict crossed{Conflict::Kind::floor_above_cap, {}};
  Integer sum = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].cap && claims[i].floor > *claims[i].cap) crossed.claims.push_back(i);
    sum += claims[i].floor;
  }
  if (!crossed.claims.empty()) return crossed;
  if (sum <= total) return std::nullopt;
  // The largest floors first reach the total with the fewest.
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return claims[a].floor != claims[b].floor ? claims[a].floor > claims[b].floor : claims[a].id < claims[b].id;
  });
  Conflict conflict{Conflict::Kind::floors_above_total, {}};
  Integer reached = 0;
  for (const std::size_t i : order) {
    conflict.claims.push_back(i);
    reached += claims[i].floor;
    if (reached > total) break;
  }
  return conflict;
}

Sharing share(std::span<const Claim> claims, std::int64_t total) {
  if (find_conflict(claims, total)) throw std::logic_error("claims in conflict cannot be shared between");
  return Filling(claims, total).run();
}

}  // namespace yongdi::quota
