// What follows from the class: the cause, and the way of disposal with the fee.
#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using measures::Certainty;
namespace law_of = idle::parameter;

void IdleTelling::cause() {
  if (!m_verdict.route && !m_facts.cause) return;
  if (!m_facts.cause || *m_facts.cause == idle::Cause::none)
    return m_steps.add("没有政府原因或不可抗力的记录。", "No government-side cause or force majeure is recorded.");
  const Text named = words(*m_facts.cause);
  if (m_facts.cause_from && *m_facts.cause_from > m_as_of)
    return m_steps.add("所记原因“" + named.zh + "”始于 " + iso(m_facts.cause_from) + "，晚于审计基准日，不计。",
                       "The cause recorded (" + named.en + ") begins on " + iso(m_facts.cause_from) + ", after the as-of day, and does not count.");
  if (m_facts.cause_verified != Certainty::yes)
    return m_steps.add("使用权人主张的原因“" + named.zh + "”没有核实，既不免责，也不扣除天数。",
                       "The cause claimed (" + named.en + ") is not verified: it does not excuse, and no days are deducted.");
  if (!m_facts.cause_from)
    return m_steps.add("原因“" + named.zh + "”已核实但没有起始日期，按持续中处理，不扣除天数。",
                       "The cause (" + named.en + ") is verified but has no first day: it counts as running, and no days are deducted.");
  const bool running = !m_facts.cause_to || *m_facts.cause_to >= m_as_of;
  m_steps.add("原因“" + named.zh + "”已核实，自 " + iso(m_facts.cause_from) + (m_facts.cause_to ? " 至 " + iso(m_facts.cause_to) : " 起") +
                  (running ? "，基准日时仍在持续。" : "，基准日前已经结束。"),
              "The cause (" + named.en + ") is verified, from " + iso(m_facts.cause_from) +
                  (m_facts.cause_to ? " to " + iso(m_facts.cause_to) : " on") +
                  (running ? ", and is running on the as-of day." : ", and had ended by the as-of day."));
}

void IdleTelling::route() {
  if (!m_verdict.route) return;
  const Text how = words(*m_verdict.route);
  Text text{"处置：" + how.zh, "Disposal: " + how.en};
  std::vector<Citation> cited;
  switch (*m_verdict.route) {
    case idle::Route::fee:
      cited = m_law.cite({law_of::kFeeRate});
      text = text + fee();
      break;
    case idle::Route::recover:
      cited = m_law.cite({law_of::kRecoverAfterYears});
      break;
    case idle::Route::negotiate:
      cited = m_law.cite({"idle.extension_max_years"});
      text = text + Text{"，不征缴土地闲置费，不无偿收回", "; no idle fee and no recovery without compensation"};
      break;
    case idle::Route::review:
      text = text + Text{"，核实后决定", ", which verifies and decides"};
      break;
  }
  m_steps.add(text + Text{"。", "."}, cited);
}

Text IdleTelling::fee() const {
  if (m_verdict.fee_wan_yuan && m_facts.price && m_terms.fee_rate) {
    const std::string rate = explain::share(*m_terms.fee_rate), price = figure(*m_facts.price), due = figure(*m_verdict.fee_wan_yuan);
    return {"，价款 " + price + " 万元 × " + rate + " = " + due + " 万元",
            ", contract price " + price + " ×10⁴ yuan × " + rate + " = " + due + " ×10⁴ yuan"};
  }
  if (!m_facts.price) return {"；没有价款记录，金额未知", "; no contract price is recorded, so the amount is unknown"};
  return {"；基准日没有现行费率，金额未知", "; no rate is in force on the as-of day, so the amount is unknown"};
}

}  // namespace yongdi::explain
