#include "quota/sharing_words.hpp"

namespace yongdi::quota {
namespace {

constexpr std::size_t kCulpritsNamed = 20;
constexpr int kFactorPlaces = 6;

Text names(const std::vector<std::size_t>& which, std::span<const Claim> claims) {
  std::vector<std::string> ids;
  for (const std::size_t i : which) ids.push_back(claims[i].id);
  return listed(ids);
}

Text sum(const std::vector<std::size_t>& which, const Sharing& sharing, const Words& words) {
  Rational total = 0;
  for (const std::size_t i : which) total += sharing.shares[i].exact;
  return words.units(total);
}

// "K03、K05 达上限，共 15 亩；"
Text group(const std::vector<std::size_t>& which, const Text& how, const Sharing& sharing, std::span<const Claim> claims, const Words& words) {
  if (which.empty()) return {};
  return names(which, claims) + how + sum(which, sharing, words) + Text{"；", "; "};
}

}  // namespace

Text tell_round(const Round& round, std::size_t number, const Sharing& sharing, std::span<const Claim> claims, const Words& words) {
  const std::string n = std::to_string(number);
  Text text = Text{"第" + n + "轮：待分 ", "Round " + n + ": "} + words.units(Rational(round.before)) + Text{"", " to share"};
  if (round.lambda) {
    const std::string factor = decimal(*round.lambda * words.unit(), kFactorPlaces);
    text += Text{"，每单位权重得 " + factor, ", " + factor + " per unit of weight"};
  }
  text += Text{"。", ". "};
  text += group(round.no_weight, {" 权重为 0，只得保底，共 ", " have no weight and get their floors only, in all "}, sharing, claims, words);
  text += group(round.at_cap, {" 达上限，共 ", " reach their caps, in all "}, sharing, claims, words);
  text += group(round.at_floor, {" 不足保底，按保底，共 ", " fall below their floors and get them, in all "}, sharing, claims, words);
  text += group(round.by_weight, {" 在上下限之间，按权重分得，共 ", " lie between their bounds and are shared by weight, in all "}, sharing, claims,
                words);
  const bool last = number == sharing.rounds.size();
  if (!last) return text + Text{"余 ", ""} + words.units(Rational(round.after)) + Text{" 再分。", " remain to be shared."};
  if (round.after == 0) return text + Text{"分完。", "nothing remains."};
  return text + Text{"余 ", ""} + words.units(Rational(round.after)) +
         Text{" 没有可分的权重，作未分配。", " remain; no weight is at liberty to take it, so it stays undistributed."};
}

Text tell_share(const Share& share, const Claim& claim, const Words& words) {
  const std::string round = std::to_string(share.round);
  const Text got = words.units(share.exact);
  switch (share.held) {
    case Held::no_weight:
      return {"权重为 0，只得保底 " + got.zh + "。", "No weight, so the floor only: " + got.en + "."};
    case Held::floor:
      return {"第" + round + "轮按权重不足保底，定为保底 " + got.zh + "。",
              "By weight it would fall below its floor; fixed at the floor in round " + round + ": " + got.en + "."};
    case Held::cap:
      return {"第" + round + "轮达上限，定为 " + got.zh + "。", "It reaches its cap in round " + round + " and is fixed there: " + got.en + "."};
    case Held::weight:
      break;
  }
  const Text weight = words.area(claim.weight);
  return {"权重 " + weight.zh + "，第" + round + "轮按权重分得 " + got.zh + "。",
          "Weight " + weight.en + "; shared by weight in round " + round + ": " + got.en + "."};
}

Text tell_rounding(const Share& share, const Words& words) {
  const Text got = words.units(Rational(share.units)), step = words.units(Rational(1));
  if (share.extra)
    return {"零头较大，得末位的一个单位（" + step.zh + "）：" + got.zh + "。总量变动时，这一个单位可能转给别的园区。",
            "Its remainder is among the largest, so it gets one of the last units (" + step.en + "): " + got.en +
                ". With another total this unit may go to another park."};
  if (Rational(share.units) == share.exact) return {"已是整单位：" + got.zh + "。", "Already in whole units: " + got.en + "."};
  return {"舍去不足一个单位（" + step.zh + "）的零头：" + got.zh + "。", "The part below one unit (" + step.en + ") is cut: " + got.en + "."};
}

Text tell_all_capped(std::int64_t caps, std::int64_t total, const Words& words) {
  const Text most = words.units(Rational(caps)), all = words.units(Rational(total));
  return {"可分 " + all.zh + "，而各园区上限之和为 " + most.zh + "，只分后者，其余为未分配。",
          "There are " + all.en + " to share, but all caps together are " + most.en + "; only these are shared, the rest stays undistributed. "};
}

findings::Failure infeasible(const Conflict& conflict, std::span<const Claim> claims, std::int64_t total, const Words& words) {
  const Text step = words.units(Rational(1));
  const Text rounding = {"保底已进位、上限已舍去到整单位（" + step.zh + "）。",
                         "Floors are raised and caps cut to whole units (" + step.en + ") first."};
  Text culprits;
  for (std::size_t k = 0; k < conflict.claims.size() && k < kCulpritsNamed; ++k) {
    const Claim& claim = claims[conflict.claims[k]];
    const Text floor = words.units(Rational(claim.floor));
    culprits += (k == 0 ? Text{} : Text{"；", "; "}) + same(claim.id + " ");
    if (conflict.kind == Conflict::Kind::floor_above_cap) {
      const Text cap = words.units(Rational(*claim.cap));
      culprits += Text{"保底 " + floor.zh + " 高于上限 " + cap.zh, "floor " + floor.en + " above cap " + cap.en};
    } else {
      culprits += Text{"保底 " + floor.zh, "floor " + floor.en};
    }
  }
  if (conflict.claims.size() > kCulpritsNamed) {
    const std::string count = std::to_string(conflict.claims.size());
    culprits += Text{"；……共 " + count + " 个", "; … " + count + " in all"};
  }
  if (conflict.kind == Conflict::Kind::floor_above_cap)
    return {findings::Exit::infeasible,
            {"没有可行的分配：" + culprits.zh + "。" + rounding.zh + "请降低保底，或提高上限（需求）。",
             "no feasible quota: " + culprits.en + ". " + rounding.en + " Lower the floor, or raise the cap (the demand)."}};
  Rational reached = 0;
  for (const std::size_t i : conflict.claims) reached += claims[i].floor;
  const Text all = words.units(reached), available = words.units(Rational(total));
  return {findings::Exit::infeasible,
          {"没有可行的分配：保底之和超过可分总量。最少的一组：" + culprits.zh + "，合计 " + all.zh + "，可分 " + available.zh + "。" + rounding.zh +
               "请降低其中的保底，或增加总量、减少预留。",
           "no feasible quota: floors exceed what there is to share. The fewest that do: " + culprits.en + "; together " + all.en + ", to share " +
               available.en + ". " + rounding.en + " Lower one of these floors, or raise the total or cut the reserve."}};
}

}  // namespace yongdi::quota
