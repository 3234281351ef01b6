// What would change the conclusion, and when: time alone, an act of the holder or the department, a fact that is not on record yet.
#include <algorithm>

#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using idle::Class;
using measures::Certainty;
using measures::Day;
using measures::Exact;
namespace law_of = idle::parameter;

namespace {

// The least that is not below its share of the whole: a figure, or, where the whole is not on record, the share in words.
Text line(const std::optional<Exact>& whole, const std::optional<Exact>& least, const Text& unit, const Text& of_what) {
  if (!least) return {"规定份额", "its share"};
  const std::string portion = share(*least);
  if (!whole) return {of_what.zh + "的 " + portion, portion + " of the " + of_what.en};
  const std::string figures = figure(*whole * *least, 4);
  return Text{" " + figures, figures} + unit;
}

}  // namespace

void IdleTelling::with_time(Steps& steps) const {
  if (!m_verdict.next_class || !m_verdict.next_on) return;
  const Text then = words(*m_verdict.next_class, m_terms);
  steps.add("如无变化，" + iso(m_verdict.next_on) + " 起转为：" + then.zh + "。",
            "If nothing happens, from " + iso(m_verdict.next_on) + " on: " + then.en + ".");
}

void IdleTelling::with_a_start(Steps& steps) const {
  if (has_started() || !m_verdict.start_due || !m_terms.idle_after_years) return;
  const Day last = full(*m_verdict.start_due, *m_terms.idle_after_years) + -1;
  const auto cited = m_law.cite({law_of::kIdleAfterYears});
  switch (*m_verdict.idle_class) {
    case Class::NORMAL:
    case Class::OVERDUE_START:
      return steps.add("在 " + last.to_iso() + "（含当日）以前依法动工的，不构成闲置。",
                       "Work lawfully started by " + last.to_iso() + ", that day included, keeps the land from being idle.", cited);
    case Class::IDLE_A1:
    case Class::IDLE_A2:
      steps.add("依法动工以后，闲置状态结束。", "Once work lawfully starts, the land is no longer idle.", cited);
      return steps.add("签订补充协议重新约定动工开发日期的，期限自新的日期重新计算。",
                       "A supplementary agreement on a new start day lets the clock run anew from that day.",
                       m_law.cite({"idle.extension_max_years"}));
    default:
      return;
  }
}

void IdleTelling::with_a_cause(Steps& steps) const {
  if (m_verdict.idle != idle::Idle::yes || *m_verdict.idle_class == Class::IDLE_B) return;
  const std::vector<idle::CausePeriod> all = idle::causes(m_facts);
  const bool claimed = std::any_of(all.begin(), all.end(), [this](const idle::CausePeriod& each) {
    return each.cause && *each.cause != idle::Cause::none && each.verified != Certainty::yes && !(each.from && *each.from > m_as_of);
  });
  if (claimed)
    steps.add("所主张的原因经核实后：基准日时仍在持续的，改为协商处置；已经结束的，扣除其天数，并由主管部门复核。",
              "Once the cause claimed is verified: if it is running on the as-of day, the way is settlement by agreement; if it is over, its days "
              "are deducted "
              "and the department reviews.",
              m_law.cite({"idle.extension_max_years"}));
}

void IdleTelling::with_work(Steps& steps) const {
  const Text area = line(m_facts.area_to_develop, m_terms.developed_share, {" m²", " m²"}, {"应动工开发面积", "area to be developed"});
  const Text money = line(m_facts.investment_total, m_terms.invested_share, {" 万元", " ×10⁴ yuan"}, {"总投资额", "total investment"});
  const auto cited = m_law.cite({law_of::kDevelopedShare, law_of::kInvestedShare});
  if (m_verdict.idle_class == Class::IDLE_B) {
    std::vector<Text> needed;
    if (m_verdict.limb_area != Certainty::no) needed.push_back(Text{"已动工开发面积达到", "the area under development reaches "} + area);
    if (m_verdict.limb_investment != Certainty::no) needed.push_back(Text{"已投资额达到", "the investment made reaches "} + money);
    const Text all = joined(needed, {"，并且", " and "});
    return steps.add("恢复施工后" + all.zh + " 的，不再因中止而构成闲置。",
                     "When work goes on until " + all.en + ", the stop no longer makes the land idle.", cited);
  }
  if (m_verdict.idle_class == Class::IDLE_UNSURE)
    return steps.add("已动工开发面积低于" + area.zh + "，或者已投资额低于" + money.zh + " 的，即可认定为闲置；两项都不低于的，不因中止而构成闲置。",
                     "An area under development below " + area.en + ", or an investment below " + money.en +
                         ", makes the land idle; if neither is below, the stop does not.",
                     cited);
  if (m_verdict.stage == idle::Stage::building && !stopped())
    steps.add("停工满" + years(m_terms.stop_after_years).zh + "，并且面积或者投资低于规定份额的，可以认定为闲置。",
              "If work stops for a full " + years(m_terms.stop_after_years).en +
                  " with area or investment below its share, the land may be determined idle.",
              m_law.cite({law_of::kStopAfterYears}));
}

void IdleTelling::with_records(Steps& steps) const {
  std::vector<Text> names;
  for (const std::string_view name : m_verdict.missing) names.push_back(field(facts::Layer::parcels, name));
  const Text wanted = list(names);
  if (m_verdict.idle_class == Class::DATA_GAP && !illogical() && !m_verdict.start_due)
    return steps.add("补录约定动工日期，或者实际交地日期，即可判断；目前两项都没有。",
                     "Recording the agreed start day, or the day of delivery, would settle it; neither is on record.",
                     m_law.cite({law_of::kDeliveryToStartYears}));
  if (illogical())
    return steps.add("按合同、许可证和现场核实各个日期并更正，即可判断。",
                     "Checking the days against contract, permit and site, and correcting them, would settle it.");
  if (!names.empty()) steps.add("缺少：" + wanted.zh + "。补录后即可判断。", "Missing: " + wanted.en + ". Recording it would settle what is open.");
}

Section IdleTelling::outlook() const {
  Section section{{"什么会改变这一结论", "What would change this"}, false, {}, {}};
  Steps steps(section);
  if (m_verdict.idle_class) {
    with_time(steps);
    with_a_start(steps);
    with_a_cause(steps);
    with_work(steps);
  }
  with_records(steps);
  if (section.steps.empty()) steps.add("记录不变，结论就不随时间改变。", "As long as the record stays as it is, time alone changes nothing.");
  return section;
}

}  // namespace yongdi::explain
