// The first figure: what was earned by disposal (linked), or a park's share in four factors.
#include <array>

#include "quota/steps.hpp"

namespace yongdi::quota {
namespace {

using measures::Exact;

void raw_linked(Work& work) {
  for (std::size_t i = 0; i < work.input.parks.size(); ++i)
    work.done(i, Step::raw, work.figure[i], {}, {"增存挂钩：初算数等于核定数。", "Linked to disposal: the first figure is the credit."});
}

struct Factor {
  Text name;
  Parameter weight;
  std::vector<std::optional<Exact>> of;  // each park
  Rational sum;
};

// A factor that nobody filled in is dropped with the others that sum to 0; one that some parks have and others lack cannot be shared by.
void expect_whole(const Factor& factor, const std::vector<Park>& parks) {
  std::vector<std::string> blank;
  for (std::size_t i = 0; i < parks.size(); ++i)
    if (!factor.of[i]) blank.push_back(parks[i].id);
  if (blank.empty() || blank.size() == parks.size() || factor.weight.value.is_zero()) return;
  const std::size_t count = blank.size();
  constexpr std::size_t kNamed = 10;
  if (count > kNamed) blank.resize(kNamed);
  Text who = listed(blank);
  if (count > kNamed) who += Text{" 等 " + std::to_string(count) + " 个", " … (" + std::to_string(count) + " in all)"};
  throw findings::Failure(findings::Exit::input,
                          {"因素法要用" + factor.name.zh + "，但园区 " + who.zh + " 没有填写。未知不等于零；请补上，确实没有的填 0。",
                           "the factor rule needs the " + factor.name.en + ", and parks " + who.en +
                               " have none. Unknown is not zero; fill it in, with 0 where there truly is none."});
}

std::array<Factor, 4> factors(const Work& work) {
  std::vector<Parameter> weights = work.parameters.weights();
  std::array<Factor, 4> result = {Factor{{"基数", "base"}, std::move(weights[0]), {}, 0}, Factor{{"核定", "credit"}, std::move(weights[1]), {}, 0},
                                  Factor{{"需求", "demand"}, std::move(weights[2]), {}, 0},
                                  Factor{{"绩效", "performance"}, std::move(weights[3]), {}, 0}};
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    const Park& park = work.input.parks[i];
    result[0].of.push_back(park.base_m2);
    result[1].of.emplace_back(work.outcome.parks[i].credit_m2);
    result[2].of.push_back(park.demand_m2);
    result[3].of.push_back(park.performance);
  }
  for (Factor& factor : result) {
    expect_whole(factor, work.input.parks);
    for (const auto& each : factor.of)
      if (each) factor.sum += rational(*each);
  }
  return result;
}

void raw_factor(Work& work) {
  const Rational available = rational(work.outcome.to_share_m2);
  const std::array<Factor, 4> all = factors(work);
  Rational weight_left = 0;
  std::vector<const Factor*> counted;
  std::vector<const Parameter*> rests_on;
  Text dropped;
  for (const Factor& factor : all) {
    rests_on.push_back(&factor.weight);
    if (factor.sum > 0) {
      weight_left += rational(factor.weight.value);
      counted.push_back(&factor);
    } else if (!factor.weight.value.is_zero()) {
      dropped += (dropped.zh.empty() ? Text{} : Text{"、", ", "}) + factor.name;
    }
  }
  const Text total = work.words.area(available);
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    Rational share = 0;
    Text terms;
    for (const Factor* factor : counted) {
      if (weight_left == 0) break;
      const Rational weight = rational(factor->weight.value) / weight_left;
      const Rational part = factor->of[i] ? rational(*factor->of[i]) / factor->sum : Rational(0);
      share += weight * part;
      terms += (terms.zh.empty() ? Text{} : Text{" + ", " + "}) + Text{factor->name.zh + " " + decimal(weight, 6) + " × " + decimal(part, 6),
                                                                       factor->name.en + " " + decimal(weight, 6) + " × " + decimal(part, 6)};
    }
    const Rational figure = available * share;
    const Text result = work.words.area(figure);
    Text statement = terms.zh.empty() ? Text{"各因素合计均为 0，初算 0。", "All factors sum to 0; the first figure is 0."}
                                      : Text{"可分 " + total.zh + " ×（" + terms.zh + "）= " + result.zh + "。",
                                             total.en + " × (" + terms.en + ") = " + result.en + "."};
    if (!dropped.zh.empty() && !terms.zh.empty())
      statement += Text{dropped.zh + "合计为 0 或未填，不计，其权重按比例归入其他因素。",
                        " Left out because they sum to 0 or are blank: " + dropped.en + "; their weight went to the others in proportion."};
    work.done(i, Step::raw, figure, rests_on, std::move(statement));
  }
}

}  // namespace

void raw(Work& work) { work.input.plan.rule == Rule::linked ? raw_linked(work) : raw_factor(work); }

}  // namespace yongdi::quota
