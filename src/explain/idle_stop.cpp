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
    return m_steps.add(what.zh + "：资料不全，是否不足不能确定。", what.en + ": not fully recorded, so whether it is below its share cannot be told.",
                       m_law.cite({parameter}));
  const std::string line = figure(*least * *whole, 4), portion = share(*least);
  const bool is_below = below == Certainty::yes;
  m_steps.add(what.zh + "：" + figure(*part) + unit.zh + "，总数 " + figure(*whole) + unit.zh + "，其 " + portion + " 为 " + line + unit.zh + "，" +
                  (is_below ? "不足。" : "没有不足（恰为此数的不算不足）。"),
              what.en + ": " + figure(*part) + unit.en + " of " + figure(*whole) + unit.en + "; " + portion + " of that is " + line + unit.en + ", " +
                  (is_below ? "so it is below." : "so it is not below (exactly that much is not below)."),
              m_law.cite({parameter}));
}

void IdleTelling::suspension() {
  m_steps.add("已于 " + iso(m_facts.stopped_on) + " 中止开发建设，基准日前没有竣工。",
              "Work stopped on " + iso(m_facts.stopped_on) + " and was not completed by the as-of day.", m_law.cite({law_of::kStopAfterYears}));
  if (m_terms.stop_after_years) period_step(*m_facts.stopped_on, *m_terms.stop_after_years, {law_of::kStopAfterYears});
  limb({"已动工开发面积", "Area under development"}, m_facts.area_developed, m_facts.area_to_develop, m_terms.developed_share, m_verdict.limb_area,
       {" m²", " m²"}, law_of::kDevelopedShare);
  limb({"已投资额（不含地价税费）", "Investment made, without land price and taxes"}, m_facts.investment_made, m_facts.investment_total,
       m_terms.invested_share, m_verdict.limb_investment, {" 万元", " ×10⁴ yuan"}, law_of::kInvestedShare);
  const Certainty either = measures::either(m_verdict.limb_area, m_verdict.limb_investment);
  m_steps.add(either == Certainty::yes ? Text{"两项有一项不足即可认定，条件具备。", "One of the two below its share is enough: the condition is met."}
              : either == Certainty::no
                  ? Text{"两项均非不足，不因中止而构成闲置。", "Neither is below its share: the stop does not make the land idle."}
                  : Text{"已知的不足以认定，未知的可能改变结论。", "What is known does not meet the condition; what is unknown could."});
}

}  // namespace yongdi::explain
