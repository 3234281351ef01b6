// Work that stopped: the year, and the two limbs of area and investment.
#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using measures::Certainty;
using measures::Exact;
namespace law_of = idle::parameter;

// Part against share of the whole, with the products compared.
void IdleTelling::limb(const Text& what, const std::optional<Exact>& part, const std::optional<Exact>& whole, const std::optional<Exact>& least,
                       Certainty below, const Text& unit, std::string_view parameter) {
  if (!part || !whole || !least)
    return m_steps.add(what.zh + "：资料不全，是否低于界限不能确定。",
                       what.en + ": not fully on record, so whether it is below its line cannot be told.", m_law.cite({parameter}));
  const std::string line = figure(*least * *whole, 4), portion = share(*least);
  const bool is_below = below == Certainty::yes, on_the_line = !is_below && *part == *least * *whole;
  m_steps.add(what.zh + " " + figure(*part) + unit.zh + "，总数 " + figure(*whole) + unit.zh + "，界限为其 " + portion + "，即 " + line + unit.zh +
                  "：" +
                  (is_below      ? "低于界限。"
                   : on_the_line ? "恰为界限，不算低于。"
                                 : "不低于界限。"),
              what.en + " " + figure(*part) + unit.en + " of " + figure(*whole) + unit.en + "; the line is " + portion + " of that, " + line +
                  unit.en + ": " +
                  (is_below      ? "below the line."
                   : on_the_line ? "exactly on the line, which is not below."
                                 : "not below the line."),
              m_law.cite({parameter}));
}

void IdleTelling::suspension() {
  m_steps.add("已于 " + iso(m_facts.stopped_on) + " 中止开发建设，基准日前没有竣工。",
              "Work stopped on " + iso(m_facts.stopped_on) + " and was not completed by the as-of day.", m_law.cite({law_of::kStopAfterYears}));
  if (m_terms.stop_after_years) period_step(*m_facts.stopped_on, *m_terms.stop_after_years, {law_of::kStopAfterYears});
  limb({"已动工开发面积", "Area under development"}, m_facts.area_developed, m_facts.area_to_develop, m_terms.developed_share, m_verdict.limb_area,
       {" m²", " m²"}, law_of::kDevelopedShare);
  limb({"已投资额（不含地价税费）", "Investment made (without land price and taxes)"}, m_facts.investment_made, m_facts.investment_total,
       m_terms.invested_share, m_verdict.limb_investment, {" 万元", " ×10⁴ yuan"}, law_of::kInvestedShare);
  const Certainty either = measures::either(m_verdict.limb_area, m_verdict.limb_investment);
  m_steps.add(either == Certainty::yes
                  ? Text{"两项中有一项低于界限即可认定，条件已经具备。", "One of the two below its line is enough: the condition is met."}
              : either == Certainty::no
                  ? Text{"两项都不低于界限，不因中止而构成闲置。", "Neither is below its line: the stop does not make the land idle."}
                  : Text{"仅凭已有记录不能认定，补充资料可能改变结论。", "What is on record does not meet the condition; what is not could."});
}

}  // namespace yongdi::explain
