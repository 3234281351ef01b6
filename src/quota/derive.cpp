#include "quota/derive.hpp"

#include <algorithm>
#include <set>

#include "quota/sharing_words.hpp"
#include "quota/steps.hpp"
#include "quota/units.hpp"

namespace yongdi::quota {
namespace {

using measures::Exact;

std::vector<Claim> claims(const Work& work) {
  std::vector<Claim> result;
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    const Park& park = work.input.parks[i];
    // The weight is the figure of step 5; the cap stands apart from it.
    Claim& claim = result.emplace_back(Claim{park.id, work.figure[i], units_up(work.floor[i], work.words.unit()), {}, 0});
    if (work.cap[i]) claim.cap = units_down(*work.cap[i], work.words.unit());
    if (park.demand_m2) claim.demand = rational(*park.demand_m2) / work.words.unit();
  }
  return result;
}

void share_out(Work& work, const std::vector<Claim>& claims) {
  const std::int64_t units = units_down(rational(work.outcome.to_share_m2), work.words.unit());
  if (const auto conflict = find_conflict(claims, units)) throw infeasible(*conflict, claims, units, work.words);
  const Sharing sharing = share(claims, units);
  work.outcome.undistributed_m2 = work.outcome.to_share_m2;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Share& got = sharing.shares[i];
    ParkQuota& park = work.outcome.parks[i];
    park.quota_m2 = Exact(got.units) * work.input.plan.unit_m2;
    work.outcome.undistributed_m2 = work.outcome.undistributed_m2 - park.quota_m2;
    work.done(i, Step::share, got.exact * work.words.unit(), {}, tell_share(got, claims[i], work.words));
    work.done(i, Step::round, Rational(got.units) * work.words.unit(), {}, tell_rounding(got, work.words));
  }
  work.outcome.reserve_m2 = work.outcome.kept_back_m2 + work.outcome.undistributed_m2;
  for (std::size_t i = 0; i < sharing.rounds.size(); ++i) {
    const Round& round = sharing.rounds[i];
    RoundTold& told = work.outcome.rounds.emplace_back();
    told.before_m2 = to_double(Rational(round.before) * work.words.unit());
    told.after_m2 = to_double(Rational(round.after) * work.words.unit());
    if (round.lambda) told.factor = to_double(*round.lambda * work.words.unit());
    told.fixed = round.no_weight.size() + round.at_floor.size() + round.at_cap.size() + round.by_weight.size();
    told.statement = tell_round(round, i + 1, sharing, claims, work.words);
    if (i == 0 && round.before < units) told.statement = tell_all_capped(round.before, units, work.words) + told.statement;
  }
}

Check check(std::string identity, std::string unit, const Exact& left, const Exact& right, bool holds, Text statement) {
  return {std::move(identity), std::move(unit), left, right, holds, std::move(statement)};
}

void check_all(Work& work, const std::vector<Claim>& claims) {
  Outcome& outcome = work.outcome;
  Exact quotas, credits, earned;
  std::int64_t outside = 0, broken = 0;
  for (std::size_t i = 0; i < outcome.parks.size(); ++i) {
    const ParkQuota& park = outcome.parks[i];
    quotas += park.quota_m2;
    credits += park.credit_m2;
    for (const Disposed& each : work.input.disposed[i])
      if (!each.area_m2.is_zero()) earned += work.parameters.coefficient(each.kind, each.cohort, park.completion).value * each.area_m2;
    const Rational units = rational(park.quota_m2) / work.words.unit();
    outside += units < claims[i].floor || (claims[i].cap && units > *claims[i].cap) ? 1 : 0;
    for (std::size_t k = 1; k < park.steps.size(); ++k) broken += park.steps[k].before_m2 != park.steps[k - 1].after_m2 ? 1 : 0;
  }
  const Exact total = work.input.plan.total_m2;
  outcome.checks.push_back(check("total", "m²", quotas + outcome.reserve_m2, total, quotas + outcome.reserve_m2 == total,
                                 {"各园区指标之和 + 未分配 + 预留 = 总量", "Σ quotas + undistributed + kept back = total"}));
  outcome.checks.push_back(check("within_plan", "m²", quotas, outcome.to_share_m2, quotas <= outcome.to_share_m2,
                                 {"各园区指标之和 ≤ 总量 ×（1 − 预留比例）", "Σ quotas ≤ total × (1 − reserve share)"}));
  outcome.checks.push_back(check(
      "credit", "m²", credits, earned, credits == earned,
      {"各园区核定数之和 = Σ 系数 × 处置面积（按类别和批准年份）", "Σ credit of the parks = Σ coefficient × land disposed of, by kind and cohort"}));
  outcome.checks.push_back(check("bounds", "park", Exact(outside), Exact(0), outside == 0,
                                 {"指标低于保底或高于上限的园区数 = 0", "parks below their floor or above their cap = 0"}));
  outcome.checks.push_back(check("steps", "step", Exact(broken), Exact(0), broken == 0,
                                 {"与上一步的结果接不上的步骤数 = 0", "steps that do not start from the figure of the one before = 0"}));
}

}  // namespace

std::string_view to_text(Step step) {
  constexpr std::string_view kNames[] = {"credit", "raw", "reward", "gate", "deduct", "cap", "share", "round"};
  return kNames[static_cast<std::size_t>(step)];
}

findings::Text words(Step step) {
  static const findings::Text kWords[] = {{"处置核定", "Credit"}, {"初算", "First figure"}, {"奖惩", "Reward"},  {"供地率", "Supply rate"},
                                          {"扣减", "Deductions"}, {"上限", "Cap"},          {"分配", "Sharing"}, {"取整", "Rounding"}};
  return kWords[static_cast<std::size_t>(step)];
}

void Work::done(std::size_t park, Step step, Rational after, std::vector<const Parameter*> rests_on, Text statement) {
  ParkQuota& quota = outcome.parks[park];
  StepTold told{step, std::nullopt, to_double(after), {}, std::move(statement)};
  if (!quota.steps.empty()) told.before_m2 = quota.steps.back().after_m2;
  for (const Parameter* parameter : rests_on) {
    used.try_emplace(parameter->name, *parameter);
    quota.placeholder = quota.placeholder || parameter->placeholder;
    const std::string& rule = parameter->rule_id;
    if (!rule.empty() && std::find(told.rules.begin(), told.rules.end(), rule) == told.rules.end()) told.rules.push_back(rule);
  }
  quota.steps.push_back(std::move(told));
  // The sharing weighs by the figure of step 5; the cap is a limit beside it.
  if (step < Step::cap) figure[park] = std::move(after);
}

Outcome derive(const Case& input, const Parameters& parameters) {
  Outcome outcome;
  const std::size_t count = input.parks.size();
  outcome.parks.resize(count);
  outcome.kept_back_m2 = input.plan.total_m2 * input.plan.reserve_share;
  outcome.to_share_m2 = input.plan.total_m2 - outcome.kept_back_m2;
  const Words words(rational(input.plan.unit_m2), input.plan.measure);
  Work work{
      input, parameters, words, outcome, {}, std::vector<Rational>(count), std::vector<Rational>(count), std::vector<std::optional<Rational>>(count)};
  for (std::size_t i = 0; i < count; ++i)
    if (input.parks[i].floor_m2) work.floor[i] = rational(*input.parks[i].floor_m2);

  judge_tasks(work);
  credit(work);
  raw(work);
  reward(work);
  gate(work);
  deduct(work);
  cap(work);
  const std::vector<Claim> all = claims(work);
  share_out(work, all);
  check_all(work, all);
  for (const auto& [name, parameter] : work.used) outcome.used.push_back(parameter);
  return outcome;
}

}  // namespace yongdi::quota
