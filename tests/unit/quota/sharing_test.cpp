// The sharing against a solver of another kind: the sum of the shares is a broken line in λ, so its breaks are sorted and the piece that meets the
// total is solved for λ directly, without rounds. Both are exact. Seeds are fixed and told with every failure.
#include "quota/sharing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "findings/failure.hpp"
#include "quota/allocate.hpp"
#include "quota/sharing_words.hpp"

namespace {

using namespace yongdi::quota;
using yongdi::measures::Exact;

struct Table {
  std::vector<Claim> claims;
  std::int64_t total = 0;
};

Rational bounded(const Claim& claim, const Rational& lambda) {
  Rational share = lambda * claim.weight;
  if (share < claim.floor) share = claim.floor;
  if (claim.cap && share > *claim.cap) share = *claim.cap;
  return share;
}

Rational sum_at(const Table& table, const Rational& lambda) {
  Rational sum = 0;
  for (const Claim& claim : table.claims) sum += bounded(claim, lambda);
  return sum;
}

// min(total, Σ caps)
Rational to_share(const Table& table) {
  Rational caps = 0;
  for (const Claim& claim : table.claims) {
    if (!claim.cap) return table.total;
    caps += *claim.cap;
  }
  return std::min(caps, Rational(table.total));
}

std::vector<Rational> solved_by_breaks(const Table& table) {
  const Rational target = to_share(table);
  std::vector<Rational> breaks = {0};
  for (const Claim& claim : table.claims) {
    if (claim.weight == 0) continue;
    breaks.push_back(Rational(claim.floor) / claim.weight);
    if (claim.cap) breaks.push_back(Rational(*claim.cap) / claim.weight);
  }
  std::sort(breaks.begin(), breaks.end());
  // The last break at which the sum is not yet beyond the target; behind it the line is straight.
  std::size_t last = 0;
  for (std::size_t i = 0; i < breaks.size(); ++i)
    if (sum_at(table, breaks[i]) <= target) last = i;
  const Rational from = breaks[last], at = sum_at(table, from), slope = sum_at(table, from + 1) - at;
  Rational lambda = from;
  if (last + 1 < breaks.size() && breaks[last + 1] > from) {
    const Rational inner = (sum_at(table, breaks[last + 1]) - at) / (breaks[last + 1] - from);
    if (inner > 0) lambda = from + (target - at) / inner;
  } else if (slope > 0) {
    lambda = from + (target - at) / slope;
  }
  std::vector<Rational> shares;
  for (const Claim& claim : table.claims) shares.push_back(bounded(claim, lambda));
  return shares;
}

class Tables {
 public:
  explicit Tables(unsigned seed) : m_random(seed) {}

  // Free of conflict. Many ties, zeros and equal bounds, because that is where a method goes wrong.
  Table next() {
    Table table;
    const std::int64_t count = any(1, 9);
    std::int64_t floors = 0, caps = 0;
    for (std::int64_t i = 0; i < count; ++i) {
      Claim claim{
          "K" + std::to_string(i), Rational(any(0, 4) == 0 ? 0 : any(1, 12), any(1, 7)), any(0, 2) == 0 ? any(0, 40) : 0, {}, Rational(any(0, 90))};
      if (any(0, 2) != 0) claim.cap = claim.floor + any(0, 3) * any(0, 30);
      floors += claim.floor;
      caps += claim.cap.value_or(60);
      table.claims.push_back(std::move(claim));
    }
    table.total = any(floors, std::max(floors, caps + 20));
    return table;
  }
  std::int64_t any(std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>(low, high)(m_random); }
  template <class T>
  void shuffle(std::vector<T>& values) {
    std::shuffle(values.begin(), values.end(), m_random);
  }

 private:
  std::mt19937_64 m_random;
};

constexpr unsigned kSeed = 20240611, kTables = 1000;

std::int64_t sum(const Sharing& sharing) {
  return std::accumulate(sharing.shares.begin(), sharing.shares.end(), std::int64_t{0},
                         [](std::int64_t all, const Share& each) { return all + each.units; });
}

TEST(Sharing, AgreesWithASolverOfAnotherKind) {
  Tables tables(kSeed);
  for (unsigned n = 0; n < kTables; ++n) {
    const Table table = tables.next();
    const Sharing sharing = share(table.claims, table.total);
    const std::vector<Rational> expected = solved_by_breaks(table);
    for (std::size_t i = 0; i < expected.size(); ++i)
      EXPECT_EQ(sharing.shares[i].exact, expected[i]) << "seed " << kSeed << ", table " << n << ", claim " << i;
  }
}

TEST(Sharing, KeepsSumsBoundsAndNearestUnits) {
  Tables tables(kSeed + 1);
  for (unsigned n = 0; n < kTables; ++n) {
    const Table table = tables.next();
    const Sharing sharing = share(table.claims, table.total);
    SCOPED_TRACE("seed " + std::to_string(kSeed + 1) + ", table " + std::to_string(n));
    EXPECT_EQ(sum(sharing), sharing.given);
    EXPECT_LE(Rational(sharing.given), to_share(table));
    bool at_liberty = false;
    for (std::size_t i = 0; i < table.claims.size(); ++i) {
      const Claim& claim = table.claims[i];
      const Share& got = sharing.shares[i];
      EXPECT_GE(got.units, claim.floor);
      if (claim.cap) {
        EXPECT_LE(got.units, *claim.cap);
      }
      EXPECT_LT(boost::multiprecision::abs(Rational(got.units) - got.exact), 1);
      at_liberty = at_liberty || (claim.weight > 0 && (!claim.cap || got.units < *claim.cap));
    }
    // Land stays over only where nobody with a weight could take more.
    if (Rational(sharing.given) != to_share(table)) {
      EXPECT_FALSE(at_liberty);
    }
  }
}

TEST(Sharing, NoOrderAndNoMeasureOfTheWeightsMatters) {
  Tables tables(kSeed + 2);
  for (unsigned n = 0; n < kTables; ++n) {
    Table table = tables.next();
    const Sharing before = share(table.claims, table.total);
    std::map<std::string, std::int64_t> expected;
    for (std::size_t i = 0; i < table.claims.size(); ++i) expected[table.claims[i].id] = before.shares[i].units;
    const Rational scale(tables.any(1, 50), tables.any(1, 50));
    tables.shuffle(table.claims);
    for (Claim& claim : table.claims) claim.weight *= scale;
    const Sharing after = share(table.claims, table.total);
    for (std::size_t i = 0; i < table.claims.size(); ++i)
      EXPECT_EQ(after.shares[i].units, expected[table.claims[i].id]) << "seed " << kSeed + 2 << ", table " << n;
  }
}

TEST(Sharing, NamesOnlyBreakTies) {
  Tables tables(kSeed + 3);
  for (unsigned n = 0; n < kTables; ++n) {
    Table table = tables.next();
    const Sharing before = share(table.claims, table.total);
    for (Claim& claim : table.claims) claim.id = "园区-" + claim.id;  // keeps their order
    const Sharing after = share(table.claims, table.total);
    for (std::size_t i = 0; i < table.claims.size(); ++i)
      EXPECT_EQ(after.shares[i].units, before.shares[i].units) << "seed " << kSeed + 3 << ", table " << n;
  }
}

// Of the exact shares. After rounding by largest remainder a claim can lose one unit when the total grows; that much and no more is checked as well.
TEST(Sharing, MoreTotalOrMoreWeightNeverGivesLess) {
  Tables tables(kSeed + 4);
  for (unsigned n = 0; n < kTables; ++n) {
    Table table = tables.next();
    SCOPED_TRACE("seed " + std::to_string(kSeed + 4) + ", table " + std::to_string(n));
    const Sharing before = share(table.claims, table.total);
    const Sharing richer = share(table.claims, table.total + tables.any(1, 25));
    for (std::size_t i = 0; i < table.claims.size(); ++i) {
      EXPECT_GE(richer.shares[i].exact, before.shares[i].exact);
      EXPECT_GE(richer.shares[i].units, before.shares[i].units - 1);
    }
    const auto lucky = static_cast<std::size_t>(tables.any(0, static_cast<std::int64_t>(table.claims.size()) - 1));
    table.claims[lucky].weight += Rational(tables.any(1, 9), 4);
    const Sharing heavier = share(table.claims, table.total);
    EXPECT_GE(heavier.shares[lucky].exact, before.shares[lucky].exact);
  }
}

TEST(Sharing, RoundsNameEachClaimOnce) {
  Tables tables(kSeed + 5);
  for (unsigned n = 0; n < kTables; ++n) {
    const Table table = tables.next();
    const Sharing sharing = share(table.claims, table.total);
    std::vector<std::size_t> fixed;
    for (const Round& round : sharing.rounds)
      for (const auto* group : {&round.no_weight, &round.at_floor, &round.at_cap, &round.by_weight})
        fixed.insert(fixed.end(), group->begin(), group->end());
    std::sort(fixed.begin(), fixed.end());
    std::vector<std::size_t> every(table.claims.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    EXPECT_EQ(fixed, every) << "seed " << kSeed + 5 << ", table " << n;
    for (std::size_t i = 1; i < sharing.rounds.size(); ++i) EXPECT_EQ(sharing.rounds[i].before, sharing.rounds[i - 1].after);
  }
}

std::vector<std::string> quotas(const Allocation& allocation) {
  std::vector<std::string> result;
  for (const Allotted& each : allocation.parks) result.push_back(each.id + "=" + each.quota.to_string());
  return result;
}
using Quotas = std::vector<std::string>;
Exact decimal(const char* text) { return *Exact::parse(text); }

TEST(Allocate, OneClaimTakesWhatItsCapAllows) {
  EXPECT_EQ(quotas(allocate({{"A", 3, 0, {}, {}}}, 100, 1)), Quotas{"A=100"});
  const Allocation capped = allocate({{"A", 3, 0, 40, {}}}, 100, 1);
  EXPECT_EQ(quotas(capped), Quotas{"A=40"});
  EXPECT_EQ(capped.reserve, Exact(60));
}

TEST(Allocate, CapEqualToFloorFixesTheShare) {
  EXPECT_EQ(quotas(allocate({{"A", 1, 30, 30, {}}, {"B", 1, 0, {}, {}}}, 100, 1)), (Quotas{"A=30", "B=70"}));
}

TEST(Allocate, AllWeightsZeroLeaveTheRestInTheReserve) {
  const Allocation allocation = allocate({{"A", 0, 10, {}, {}}, {"B", 0, 0, {}, {}}}, 100, 1);
  EXPECT_EQ(quotas(allocation), (Quotas{"A=10", "B=0"}));
  EXPECT_EQ(allocation.reserve, Exact(90));
  ASSERT_EQ(allocation.rounds.size(), 1U);
  EXPECT_NE(allocation.rounds[0].zh.find("未分配"), std::string::npos) << allocation.rounds[0].zh;
}

TEST(Allocate, TiesGoToTheLargerUnmetDemandThenById) {
  EXPECT_EQ(quotas(allocate({{"B", 1, 0, {}, 90}, {"A", 1, 0, {}, 5}, {"C", 1, 0, {}, {}}}, 100, 1)), (Quotas{"A=33", "B=34", "C=33"}));
  EXPECT_EQ(quotas(allocate({{"B", 1, 0, {}, {}}, {"A", 1, 0, {}, {}}, {"C", 1, 0, {}, {}}}, 100, 1)), (Quotas{"A=34", "B=33", "C=33"}));
}

TEST(Allocate, FloorsAreRaisedCapsAndTotalCutToWholeUnits) {
  const Allocation allocation = allocate({{"A", 1, decimal("0.011"), {}, {}}, {"B", 99, 0, decimal("0.999"), {}}}, decimal("1.017"), decimal("0.01"));
  EXPECT_EQ(quotas(allocation), (Quotas{"A=0.02", "B=0.99"}));
  EXPECT_EQ(allocation.reserve, decimal("0.007"));
}

// A unit of 0.01 mu is 20/3 m²; a total of whole square metres does not divide into it, and still everything adds up.
TEST(Allocate, UnitsThatDoNotDivideASquareMetre) {
  const Exact unit = Exact::ratio(20, 3);
  const Allocation allocation = allocate({{"A", 1, 0, {}, {}}, {"B", 1, 0, {}, {}}, {"C", 1, 0, {}, {}}}, 10'000, unit);
  Exact sum = allocation.reserve;
  for (const Allotted& each : allocation.parks) {
    sum += each.quota;
    EXPECT_EQ((each.quota / unit).to_string().find('.'), std::string::npos);
  }
  EXPECT_EQ(sum, Exact(10'000));
  EXPECT_LT(allocation.reserve, unit);
}

// A total that grows by one unit can take a unit from a claim: the paradox of largest remainders, told in the words of the rounding.
TEST(Allocate, TheLastUnitIsTold) {
  const Allocation allocation = allocate({{"A", 1, 0, {}, {}}, {"B", 2, 0, {}, {}}}, 100, 1);
  EXPECT_EQ(quotas(allocation), (Quotas{"A=33", "B=67"}));
  EXPECT_NE(allocation.parks[1].rounding.zh.find("末位"), std::string::npos);
  EXPECT_EQ(allocation.parks[0].rounding.zh.find("末位"), std::string::npos);
}

template <class Work>
yongdi::findings::Text refused(Work work, yongdi::findings::Exit status) {
  try {
    work();
  } catch (const yongdi::findings::Failure& failure) {
    EXPECT_EQ(failure.status(), status);
    return failure.text();
  }
  ADD_FAILURE() << "nothing was refused";
  return {};
}

TEST(Allocate, FloorsAboveTheTotalNameTheFewestCulprits) {
  const auto text = refused(
      [] {
        static_cast<void>(allocate({{"A", 1, 5, {}, {}}, {"B", 1, 60, {}, {}}, {"C", 1, 50, {}, {}}}, 100, 1));
      },
      yongdi::findings::Exit::infeasible);
  EXPECT_NE(text.zh.find("B 保底 60"), std::string::npos) << text.zh;
  EXPECT_NE(text.zh.find("C 保底 50"), std::string::npos) << text.zh;
  EXPECT_EQ(text.zh.find("A 保底"), std::string::npos) << text.zh;
}

TEST(Allocate, AFloorAboveItsCapIsNamed) {
  const auto text = refused(
      [] {
        static_cast<void>(allocate({{"A", 1, 5, 4, {}}, {"B", 1, 0, {}, {}}}, 100, 1));
      },
      yongdi::findings::Exit::infeasible);
  EXPECT_NE(text.en.find("A floor 5 above cap 4"), std::string::npos) << text.en;
}

TEST(Allocate, FloorsThatMeetTheTotalExactlyAreFeasible) {
  EXPECT_EQ(quotas(allocate({{"A", 9, 40, {}, {}}, {"B", 1, 60, {}, {}}}, 100, 1)), (Quotas{"A=40", "B=60"}));
}

TEST(Allocate, TooFineAUnitIsRefusedInWords) {
  const auto text = refused(
      [] {
        static_cast<void>(allocate({{"A", 1, 0, {}, {}}}, decimal("1e15"), decimal("1e-10")));
      },
      yongdi::findings::Exit::usage);
  EXPECT_NE(text.zh.find("取整单位"), std::string::npos) << text.zh;
}

}  // namespace
