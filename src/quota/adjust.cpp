// Reward and cut, the gate on the supply rate, deductions, and the cap.
#include <algorithm>

#include "quota/steps.hpp"

namespace yongdi::quota {
namespace {

using measures::Certainty;
using measures::Exact;

// A rate out of two areas seldom ends; so many places tell it from any line that a document draws.
constexpr int kPercentPlaces = 4;

std::string percent(const Exact& share) { return decimal(rational(share * Exact(100)), kPercentPlaces) + " %"; }

// "58.4 %", with the ledger's figure where it is another, and where it comes from when nobody could compare it.
Text rate_words(const Park& park) {
  const Text rate = same(percent(*park.supply_rate));
  if (park.supply_rate_from_ledger) return rate + Text{"（园区表未填，取自台账）", " (blank in the table of parks, taken from the ledger)"};
  if (!park.ledger_supply_rate) return rate + Text{"（园区表所填，未与台账核对）", " (as typed, not held against a ledger)"};
  if (*park.ledger_supply_rate == *park.supply_rate) return rate;
  const std::string ledger = percent(*park.ledger_supply_rate);
  return rate + Text{"（园区表所填；台账为 " + ledger + "）", " (as typed; " + ledger + " by the ledger)"};
}

Certainty gated(const Park& park, const Parameter* floor) {
  if (floor == nullptr || !park.supply_rate) return Certainty::unknown;
  return measures::certain(*park.supply_rate < floor->value);  // exactly at the line passes
}

}  // namespace

void reward(Work& work) {
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    if (work.input.plan.rule == Rule::linked) {
      work.done(i, Step::reward, work.figure[i], {},
                {"增存挂钩时奖惩已在系数中体现，本步不变。", "Linked to disposal, the coefficients hold the reward already; nothing changes."});
      continue;
    }
    const Completion completion = work.outcome.parks[i].completion;
    const Parameter& factor =
        completion == Completion::both ? work.parameters.need("quota.reward.both_done") : work.parameters.need("quota.reward.any_missed");
    const Rational after = work.figure[i] * rational(factor.value);
    const Text tasks = words(completion), before = work.words.area(work.figure[i]), result = work.words.area(after);
    work.done(i, Step::reward, after, {&factor},
              {tasks.zh + "：" + before.zh + " × " + factor.value.to_string() + " = " + result.zh + "。",
               "As " + tasks.en + ": " + before.en + " × " + factor.value.to_string() + " = " + result.en + "."});
  }
}

void gate(Work& work) {
  const Parameter* line = work.parameters.find("quota.gate.supply_rate_min");
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    const Park& park = work.input.parks[i];
    const Certainty closed = work.outcome.parks[i].gated = gated(park, line);
    std::vector<const Parameter*> rests_on;
    if (line != nullptr) rests_on.push_back(line);
    if (closed == Certainty::unknown) {
      work.done(i, Step::gate, work.figure[i], {},
                line == nullptr ? Text{"没有有效的供地率规定，本步不适用。", "No rule on the supply rate is in force; the gate is not applied."}
                                : Text{"前五年平均供地率未知，本步未适用。", "The five-year supply rate is not known; the gate is not applied."});
      continue;
    }
    const Text rate = rate_words(park);
    const std::string least = percent(line->value);
    if (closed == Certainty::no) {
      work.done(i, Step::gate, work.figure[i], std::move(rests_on),
                {"前五年平均供地率 " + rate.zh + "，不低于 " + least + "，通过。",
                 "The five-year supply rate is " + rate.en + ", not below " + least + "; passed."});
    } else if (park.exempt) {
      work.outcome.parks[i].gated = Certainty::no;
      work.outcome.parks[i].exempted = true;
      work.done(i, Step::gate, work.figure[i], std::move(rests_on),
                {"前五年平均供地率 " + rate.zh + "，低于 " + least + "，但属豁免范围，不暂停。",
                 "The five-year supply rate is " + rate.en + ", below " + least + ", but the park is exempt; nothing changes."});
    } else {
      work.floor[i] = 0;
      work.done(i, Step::gate, Rational(0), std::move(rests_on),
                {"前五年平均供地率 " + rate.zh + "，低于 " + least + "：指标为 0，保底也为 0。",
                 "The five-year supply rate is " + rate.en + ", below " + least + ": the quota is 0, and so is the floor."});
    }
  }
}

void deduct(Work& work) {
  const Parameter* unsupplied = work.parameters.find("quota.deduct.unsupplied_two_years");
  const Parameter* illegal = work.parameters.find("quota.deduct.illegal");
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    const Park& park = work.input.parks[i];
    Rational after = work.figure[i];
    std::vector<const Parameter*> rests_on;
    Text parts, blank;
    const auto less = [&](const Text& what, const std::optional<Exact>& area, const Parameter* factor, const Exact& times) {
      if (!area) {
        blank += (blank.zh.empty() ? Text{} : Text{"、", ", "}) + what;
        return;
      }
      if (area->is_zero() || times.is_zero()) return;
      if (factor != nullptr) rests_on.push_back(factor);
      const Rational amount = rational(*area) * rational(times);
      after -= amount;
      const Text told = work.words.area(amount);
      parts += Text{"，扣" + what.zh + " " + told.zh, ", less " + what.en + " " + told.en};
    };
    less({"上年超指标用地", "use above quota"}, park.overuse_m2, nullptr, Exact(1));
    less({"征收满两年未供应", "land expropriated two years ago and not supplied"}, park.unsupplied_two_years_m2, unsupplied,
         unsupplied != nullptr ? unsupplied->value : Exact(0));
    less({"违法用地", "illegal use"}, park.illegal_m2, illegal, illegal != nullptr ? illegal->value : Exact(0));
    const bool negative = after < 0;
    if (negative) after = 0;
    Text statement{"没有扣减。", "Nothing to deduct."};
    if (!parts.zh.empty()) {
      const Text before = work.words.area(work.figure[i]), result = work.words.area(after);
      statement = Text{before.zh + parts.zh + (negative ? "，不足扣，计为 " : "，余 ") + result.zh + "。",
                       before.en + parts.en + (negative ? "; more than there is, so " : "; leaves ") + result.en + "."};
    }
    if (!blank.zh.empty()) statement += Text{"未填、未扣：" + blank.zh + "。", " Not on record, so not deducted: " + blank.en + "."};
    work.done(i, Step::deduct, after, std::move(rests_on), std::move(statement));
  }
}

void cap(Work& work) {
  const Parameter* by_demand = work.parameters.find("quota.cap_on_demand");
  const bool on = by_demand != nullptr && !by_demand->value.is_zero();
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    const Park& park = work.input.parks[i];
    std::vector<const Parameter*> rests_on;
    if (by_demand != nullptr) rests_on.push_back(by_demand);
    std::optional<Rational>& limit = work.cap[i];
    Text why;
    if (on && park.demand_m2) {
      limit = rational(*park.demand_m2);
      why = {"上限为需求 " + work.words.area(*limit).zh, "The cap is the demand of " + work.words.area(*limit).en};
    } else {
      why = on ? Text{"需求未填，不以需求为上限", "The demand is blank, so it is no cap"} : Text{"不以需求为上限", "Demand is no cap"};
    }
    if (work.input.plan.rule == Rule::linked) {
      const Rational earned = std::max(work.floor[i], work.figure[i]);
      if (!limit || earned < *limit) {
        limit = earned;
        const Text most = work.words.area(earned);
        why +=
            work.floor[i] > work.figure[i]
                ? Text{"；增存挂钩，扣减后的核定数低于保底，上限按保底 " + most.zh,
                       "; linked to disposal: what was earned, less the deductions, is below the floor, so the floor of " + most.en + " is the cap"}
                : Text{"；增存挂钩，上限不超过扣减后的核定数 " + most.zh,
                       "; linked to disposal, no more than the " + most.en + " earned less the deductions"};
      }
    }
    const Rational after = limit ? std::min(work.figure[i], *limit) : work.figure[i];
    if (work.floor[i] > 0) {
      const Text floor = work.words.area(work.floor[i]);
      why += Text{"；保底 " + floor.zh, "; the floor is " + floor.en};
    }
    work.done(i, Step::cap, after, std::move(rests_on), why + Text{"。", "."});
  }
}

}  // namespace yongdi::quota
