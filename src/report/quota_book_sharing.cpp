// The sheet of the sharing: floors and caps in whole units, the one factor for which the shares add up, and the rounding by largest remainder.
//
// The factor λ is found by cells alone. Σ min(cap, max(floor, λ·w)) grows with λ along straight lines between the points floor/w and cap/w; so the
// last of these points whose sum is not above what there is to share is found, and from there on the line is followed.
#include <algorithm>
#include <cmath>

#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

using namespace sharing_page;

// Every park is looked at from every park, so the work grows with the square; beyond this the factor is taken as worked out by the program.
constexpr Row kMostLive = 1'000;
constexpr double kNoCap = 1e15;  // units: more than any plan has

// The same in numbers, for what the cells show before anybody recalculates.
struct Claim {
  double weight = 0, floor = 0, cap = kNoCap, share = 0, unmet = 0;
  [[nodiscard]] double at(double factor) const { return std::min(cap, std::max(floor, factor * weight)); }
};

struct Shared {
  std::vector<Claim> claims;
  double to_share = 0, start = 0, sum_at_start = 0, slope = 0, factor = 0;
  [[nodiscard]] double sum(double at) const {
    double result = 0;
    for (const Claim& claim : claims) result += claim.at(at);
    return result;
  }
};

Shared shared(const QuotaBook& book) {
  Shared result;
  const double unit = book.input().plan.unit_m2.to_double();
  const auto whole = [&](double m2) { return std::round(m2 / unit * 1e6) / 1e6; };
  double caps = 0;
  for (std::size_t i = 0; i < book.parks(); ++i) {
    const quota::Park& park = book.input().parks[i];
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    const bool gated = got.gated == measures::Certainty::yes;
    Claim claim;
    claim.weight = got.steps[4].after_m2 / unit;
    const double floor_m2 = gated || !park.floor_m2 ? 0 : park.floor_m2->to_double();
    claim.floor = std::ceil(whole(floor_m2));
    double cap_m2 = kNoCap * unit;
    if (book.value("quota.cap_on_demand") != 0 && park.demand_m2) cap_m2 = park.demand_m2->to_double();
    if (book.input().plan.rule == quota::Rule::linked) cap_m2 = std::min(cap_m2, std::max(floor_m2, got.steps[4].after_m2));
    if (cap_m2 < kNoCap * unit) claim.cap = std::floor(whole(cap_m2));
    claim.share = got.steps[6].after_m2 / unit;
    claim.unmet = std::max(0.0, (park.demand_m2 ? park.demand_m2->to_double() : 0) / unit - claim.share);
    caps += claim.cap;
    result.claims.push_back(claim);
  }
  result.to_share = std::min(std::floor(whole(book.quota().outcome.to_share_m2.to_double())), caps);
  if (book.parks() > kMostLive) {
    for (const auto& round : book.quota().outcome.rounds)
      if (round.factor) result.factor = *round.factor / unit;
    return result;
  }
  for (const Claim& claim : result.claims)
    if (claim.weight > 0)
      for (const double point : {claim.floor / claim.weight, claim.cap / claim.weight})
        if (result.sum(point) <= result.to_share + 1e-6) result.start = std::max(result.start, point);
  result.sum_at_start = result.sum(result.start);
  for (const Claim& claim : result.claims)
    if (claim.weight > 0 && claim.floor / claim.weight <= result.start && claim.cap / claim.weight > result.start) result.slope += claim.weight;
  result.factor = result.start + (result.slope > 0 ? (result.to_share - result.sum_at_start) / result.slope : 0);
  return result;
}

constexpr std::array<std::string_view, 7> kFactorZh = {"可分单位数",        "起点", "起点处合计", "此后的斜率", "分配系数 λ", "各园区整数部分之和",
                                                       "按余数再分的单位数"};
constexpr std::array<std::string_view, 7> kFactorEn = {"units to share",          "starting point",     "sum at the start",        "slope from there",
                                                       "factor λ of the weights", "sum of whole parts", "units given by remainder"};
enum Line : Row { to_share, start, sum_at_start, slope, factor, wholes, extras };

}  // namespace

void add_sharing_page(const QuotaBook& book) {
  const std::array<Head, 23> heads = {{{"序号", "no.", 5},
                                       {"园区编号", "park id", 12},
                                       {"园区名称", "park", 24},
                                       {"权数（第5步）", "weight (step 5)", 11},
                                       {"上限", "cap", 11},
                                       {"保底（单位）", "floor (units)", 9},
                                       {"上限（单位）", "cap (units)", 10},
                                       {"权数（单位）", "weight (units)", 11},
                                       {"保底点", "floor met at", 11},
                                       {"上限点", "cap met at", 11},
                                       {"保底点合计", "sum at floor", 11},
                                       {"上限点合计", "sum at cap", 11},
                                       {"份额（单位）", "share (units)", 11},
                                       {"7 分配", "7 Sharing", 11},
                                       {"冻结值", "frozen", 11},
                                       {"核对", "check", 6},
                                       {"整数部分", "whole part", 9},
                                       {"余数", "remainder", 11},
                                       {"名次", "rank", 6},
                                       {"取整（单位）", "rounded (units)", 10},
                                       {"8 取整", "8 Rounding", 11},
                                       {"冻结值", "frozen", 11},
                                       {"核对", "check", 6}}};
  Sheet sheet = book.add(Page::sharing, "指标分配与取整", "Sharing and rounding", heads, Paper::a3);
  const Row count = book.parks();
  const bool live = count <= kMostLive;
  const Row lines = kFirstRow + count + 1;
  const auto line = [&](Line which) { return fixed(weight, lines + which); };
  const auto parameter = [&](Row row) { return book.cell(Page::parameters, parameters_page::value, row); };
  const std::string step = parameter(parameters_page::step);
  const std::string floors = fixed_range(floor_units, count), caps = fixed_range(cap_units, count), weights = fixed_range(weight_units, count);
  const auto sum_at = [&](const std::string& at) {
    const std::string own = at + "*" + weights;
    return "SUMPRODUCT((" + own + "<" + floors + ")*" + floors + "+(" + own + ">=" + floors + ")*(" + own + "<=" + caps + ")*" + own + "+(" + own +
           ">" + caps + ")*" + caps + ")";
  };
  const Shared numbers = shared(book);
  const double unit_m2 = book.input().plan.unit_m2.to_double();
  const std::string on = book.parameter("quota.cap_on_demand");

  std::vector<double> whole_parts;
  double given = 0, whole_sum = 0;
  for (const Claim& claim : numbers.claims) {
    whole_parts.push_back(std::floor(claim.share + 1e-7));
    whole_sum += whole_parts.back();
    given += claim.share;
  }

  Row row = kFirstRow;
  for (std::size_t i = 0; i < count; ++i, ++row) {
    const quota::Park& park = book.input().parks[i];
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    const Claim& claim = numbers.claims[i];
    const auto input = [&](Column column) { return book.cell(Page::inputs, column, row); };
    sheet.number(row, no, static_cast<double>(i + 1), Look::whole);
    sheet.text(row, id, park.id);
    sheet.text(row, park_name, park.name.value_or(""));
    sheet.formula(row, weight, book.cell(Page::steps, steps_page::live(4), row), book.measured(got.steps[4].after_m2), Look::area);

    // A park whose gate is closed has no floor.
    const std::string own_floor = "N(" + input(inputs_page::floor) + ")";
    const std::string closed = book.gate_closed(row);
    const std::string floor = closed.empty() ? own_floor : "IF(" + closed + ",0," + own_floor + ")";
    const std::string demand =
        on.empty() ? "\"\"" : "IF(AND(" + on + "<>0,ISNUMBER(" + input(inputs_page::demand) + "))," + input(inputs_page::demand) + ",\"\")";
    const bool linked = book.input().plan.rule == quota::Rule::linked;
    const std::string earned = "MAX(" + floor + "," + here(weight, row) + ")";
    const std::string limit = !linked      ? demand
                              : on.empty() ? earned
                                           : "MIN(" + earned + ",IF(AND(" + on + "<>0,ISNUMBER(" + input(inputs_page::demand) + "))," +
                                                 input(inputs_page::demand) + ",1E+15))";
    const bool capped = claim.cap < kNoCap;
    if (capped) {
      double cap_m2 = kNoCap;
      if (book.value("quota.cap_on_demand") != 0 && park.demand_m2) cap_m2 = park.demand_m2->to_double();
      const double floor_m2 = got.gated == measures::Certainty::yes || !park.floor_m2 ? 0 : park.floor_m2->to_double();
      if (linked) cap_m2 = std::min(cap_m2, std::max(floor_m2, got.steps[4].after_m2));
      sheet.formula(row, cap, limit, book.measured(cap_m2), Look::area);
    } else {
      sheet.formula(row, cap, limit, std::string(), Look::area);
    }
    // What is a whole number of units but for the last binary digit is one.
    sheet.formula(row, floor_units, "ROUNDUP(ROUND(" + floor + "/" + step + ",6),0)", claim.floor, Look::units);
    sheet.formula(row, cap_units, "IF(ISNUMBER(" + here(cap, row) + "),ROUNDDOWN(ROUND(N(" + here(cap, row) + ")/" + step + ",6),0),1E+15)",
                  claim.cap, Look::limit);
    sheet.formula(row, weight_units, here(weight, row) + "/" + step, claim.weight, Look::area);
    if (live) {
      const double floor_point = claim.weight > 0 ? claim.floor / claim.weight : 0, cap_point = claim.weight > 0 ? claim.cap / claim.weight : 0;
      sheet.formula(row, floor_at, "IF(" + here(weight_units, row) + ">0," + here(floor_units, row) + "/" + here(weight_units, row) + ",0)",
                    floor_point, Look::plain);
      sheet.formula(row, cap_at, "IF(" + here(weight_units, row) + ">0," + here(cap_units, row) + "/" + here(weight_units, row) + ",0)", cap_point,
                    Look::limit);
      sheet.formula(row, at_floor, sum_at(here(floor_at, row)), numbers.sum(floor_point), Look::plain);
      sheet.formula(row, at_cap, sum_at(here(cap_at, row)), numbers.sum(cap_point), Look::plain);
    }
    sheet.formula(row, share_units,
                  "MIN(" + here(cap_units, row) + ",MAX(" + here(floor_units, row) + "," + line(factor) + "*" + here(weight_units, row) + "))",
                  claim.share, Look::area);
    sheet.formula(row, share, here(share_units, row) + "*" + step, book.measured(got.steps[6].after_m2), Look::area);
    sheet.number(row, share_frozen, book.measured(got.steps[6].after_m2), Look::area);
    book.check(sheet, row, share_check, share, share_frozen);

    sheet.formula(row, whole, "ROUNDDOWN(" + here(share_units, row) + "+0.0000001,0)", whole_parts[i], Look::units);
    sheet.formula(row, remainder, "MAX(0," + here(share_units, row) + "-" + here(whole, row) + ")", std::max(0.0, claim.share - whole_parts[i]),
                  Look::plain);
    const double units = std::round(got.quota_m2.to_double() / unit_m2);
    if (live) {
      // Larger remainder first; then the larger unmet demand; then the park that comes first by id.
      const std::string remainders = fixed_range(remainder, count), own = here(remainder, row);
      const std::string demands = book.range(Page::inputs, inputs_page::demand, count);
      const std::string unmet_all = "((" + demands + "/" + step + "-" + fixed_range(share_units, count) + ">0)*(" + demands + "/" + step + "-" +
                                    fixed_range(share_units, count) + "))";
      const std::string unmet_own = "MAX(0,N(" + input(inputs_page::demand) + ")/" + step + "-" + here(share_units, row) + ")";
      const std::string rank_formula = "1+SUMPRODUCT((" + remainders + ">" + own + "+0.0000001)+(ABS(" + remainders + "-" + own + ")<=0.0000001)*((" +
                                       unmet_all + ">" + unmet_own + "+0.000001)+(ABS(" + unmet_all + "-" + unmet_own + ")<=0.000001)*(" +
                                       fixed_range(no, count) + "<" + here(no, row) + ")))";
      double place = 1;
      for (std::size_t k = 0; k < count; ++k) {
        const double theirs = std::max(0.0, numbers.claims[k].share - whole_parts[k]), ours = std::max(0.0, claim.share - whole_parts[i]);
        const bool equal = std::abs(theirs - ours) <= 1e-7, as_needy = std::abs(numbers.claims[k].unmet - claim.unmet) <= 1e-6;
        if (theirs > ours + 1e-7 || (equal && (numbers.claims[k].unmet > claim.unmet + 1e-6 || (as_needy && k < i)))) ++place;
      }
      sheet.formula(row, rank, rank_formula, place, Look::whole);
      sheet.formula(row, quota_units, here(whole, row) + "+IF(AND(" + own + ">0.0000001," + here(rank, row) + "<=" + line(extras) + "),1,0)", units,
                    Look::units);
    } else {
      sheet.number(row, quota_units, units, Look::units);
    }
    sheet.formula(row, sharing_page::quota, here(quota_units, row) + "*" + step, book.measured(got.quota_m2.to_double()), Look::area);
    sheet.number(row, quota_frozen, book.measured(got.quota_m2.to_double()), Look::area);
    book.check(sheet, row, quota_check, sharing_page::quota, quota_frozen);
  }

  for (Row i = 0; i < kFactorZh.size(); ++i) sheet.text(lines + i, park_name, book.say(kFactorZh[i], kFactorEn[i]), Look::total_text);
  const auto put = [&](Line which, const std::string& formula, double expected) {
    sheet.formula(lines + which, weight, formula, expected, Look::plain);
  };
  put(to_share, "MIN(ROUNDDOWN(ROUND(" + parameter(parameters_page::to_share) + "/" + step + ",6),0),SUM(" + caps + "))", numbers.to_share);
  if (live) {
    const auto last_point = [&](Column point, Column sums) {
      return "SUMPRODUCT(MAX((" + fixed_range(sums, count) + "<=" + line(to_share) + "+0.000001)*" + fixed_range(point, count) + "))";
    };
    put(start, "MAX(" + last_point(floor_at, at_floor) + "," + last_point(cap_at, at_cap) + ")", numbers.start);
    put(sum_at_start, sum_at(line(start)), numbers.sum_at_start);
    put(slope,
        "SUMPRODUCT((" + weights + ">0)*(" + fixed_range(floor_at, count) + "<=" + line(start) + ")*(" + fixed_range(cap_at, count) + ">" +
            line(start) + ")*" + weights + ")",
        numbers.slope);
    put(factor, line(start) + "+IF(" + line(slope) + ">0,(" + line(to_share) + "-" + line(sum_at_start) + ")/" + line(slope) + ",0)", numbers.factor);
  } else {
    sheet.number(lines + factor, weight, numbers.factor, Look::plain);
  }
  put(wholes, "SUM(" + fixed_range(whole, count) + ")", whole_sum);
  put(extras, "ROUND(SUM(" + fixed_range(share_units, count) + ")-" + line(wholes) + ",0)", std::round(given - whole_sum));
  row = lines + static_cast<Row>(kFactorZh.size());
  sheet.note(
      ++row,
      book.say("份额＝权数×λ，不低于保底、不高于上限；λ 使份额之和等于可分单位数。保底点、上限点是一个园区按权数正好达到保底、上限时的 λ。",
               "Share = weight × λ, not below the floor, not above the cap; λ makes the shares add up to what there is to share. A floor or cap is "
               "met at the λ for which the weight gives just that."));
  sheet.note(
      ++row,
      book.say(
          "λ "
          "从“起点”求起：它是份额之和还不超过可分单位数的最后一个点，此后按“斜率”（仍按权数分得的园区的权数之和）增加。各园区都已定在保底或上限时，λ "
          "再大也不改变份额，与轮次日志里逐轮的系数不必相同。",
          "λ is found from the starting point, the last point at which the shares add up to no more than that; from there it grows by the slope, the "
          "weights of the parks still shared by weight. Once every park is held by its floor or cap a larger λ changes nothing, so it need not "
          "be a factor of the rounds told in the log."));
  sheet.note(
      ++row,
      book.say("取整：整数部分之外的单位按余数由大到小各给一个；余数相同的，未满足需求大者先，再按园区编号。",
               "Rounding: units beyond the whole parts go one each by remainder, largest first; ties by larger unmet demand, then by park id."));
  sheet.finish(row);
}

}  // namespace yongdi::report
