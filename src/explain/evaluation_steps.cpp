#include "explain/evaluation_steps.hpp"

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "ledger/code_words.hpp"
#include "rulebook/parameters.hpp"

namespace yongdi::explain {

namespace {

constexpr rulebook::Name kIndustrialAbove = "evaluation.zone_industrial_above", kResidentialFrom = "evaluation.zone_residential_from";
constexpr rulebook::Name kGreen = "supporting.industrial_share_green", kAmber = "supporting.industrial_share_amber",
                         kSupplyYears = "evaluation.supply_years";

Text line(const Law& law, rulebook::Name parameter) {
  const rulebook::InForce held = law.rules().find(parameter, law.as_of());
  return held.parameter != nullptr ? same(share(held.parameter->value)) : unknown();
}

Text zone(const ledger::Text& type) {
  if (!type) return {"待定", "undecided"};
  const ledger::CodeWords words = ledger::zone_type_words(*type);
  return {std::string(words.zh), std::string(words.en)};
}

}  // namespace

Section evaluation_section(const ParkFile& file, const Ground& ground) {
  Section section{{"园区类型", "What type of zone is it?"}, false, {}, {}};
  if (!file.evaluation) return section;
  const ledger::ParkEvaluationRow& row = *file.evaluation;
  Steps steps(section);
  const Text type = zone(row.zone_type);
  if (row.zone_basis == "name") {
    steps.add("名称写明是保税区或加工区：" + type.zh + "。", "By its name it is a bonded or processing zone: " + type.en + ".");
  } else if (row.industrial_share) {
    const Text industrial = percent(row.industrial_share), residential = percent(row.residential_share);
    const Text above = line(ground.law, kIndustrialAbove), from = line(ground.law, kResidentialFrom);
    steps.add("已建成用地中工矿仓储用地占 " + industrial.zh + "，住宅用地占 " + residential.zh + "；工业主导型须前者超过 " + above.zh +
                  " 且后者不足 " + from.zh + "，产城融合型须后者不低于 " + from.zh + " 且前者不超过 " + above.zh + "：" + type.zh + "。",
              "Of the built land " + industrial.en + " is industrial and " + residential.en + " residential; a zone is industry-led with more than " +
                  above.en + " of the one and less than " + from.en + " of the other, city-industry with at least " + from.en +
                  " of the other and at most " + above.en + " of the one: " + type.en + ".",
              ground.law.cite({kIndustrialAbove, kResidentialFrom}));
  }
  if (row.industrial_assessment) {
    const Text green = line(ground.law, kGreen), amber = line(ground.law, kAmber), colour = code_words(*row.industrial_assessment);
    steps.add("工矿仓储用地比重不低于 " + green.zh + " 为绿，不低于 " + amber.zh + " 为黄（本局阈值表另定的从其规定）：" + colour.zh + "。",
              "An industrial share of at least " + green.en + " is green, of at least " + amber.en +
                  " amber (unless a table of thresholds says otherwise): " + colour.en + ".",
              ground.law.cite({kGreen, kAmber}));
  }
  for (const ledger::ParkIndicatorRow& indicator : file.indicators) {
    if (indicator.indicator != "remaining_supply_years" || !indicator.denominator) continue;
    const rulebook::InForce held = ground.law.rules().find(kSupplyYears, ground.law.as_of());
    if (held.parameter == nullptr) continue;
    const std::string count = figure(held.parameter->value), land = figure(*indicator.denominator, 2);
    steps.add("年均供应面积按基准日前 " + count + " 年计：" + land + " m²。",
              "Mean yearly supply is taken over the " + count + " years before the as-of day: " + land + " m².", ground.law.cite({kSupplyYears}));
  }
  return section;
}

}  // namespace yongdi::explain
