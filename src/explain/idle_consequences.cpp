// What follows from the class: the cause, and the way of disposal with the fee.
#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using measures::Certainty;
namespace law_of = idle::parameter;

void IdleTelling::cause() {
  std::vector<idle::CausePeriod> named;
  for (const idle::CausePeriod& each : idle::causes(m_facts))
    if (each.cause && *each.cause != idle::Cause::none) named.push_back(each);
  if (named.empty()) {
    if (m_verdict.route || m_facts.cause) m_steps.add("没有政府原因或不可抗力的记录。", "No government-side cause or force majeure is recorded.");
    return;
  }
  for (const idle::CausePeriod& each : named) cause(each);
  if (m_verdict.cause_state == idle::CauseState::mixed)
    m_steps.add("混合原因：经核实的原因已经结束，共 " + std::to_string(*m_verdict.cause_days) + " 日，扣除后仍超期 " +
                    std::to_string(*m_verdict.overdue_days_net) + " 日，够得上闲置；两个数并列，由主管部门认定。",
                "Mixed causes: the verified ones have ended and cover " + std::to_string(*m_verdict.cause_days) + " days; without them the land is still " +
                    std::to_string(*m_verdict.overdue_days_net) + " days late and idle. Both figures stand; the department decides.");
  if (m_verdict.cause_state == idle::CauseState::ended && m_verdict.route == idle::Route::review)
    m_steps.add("扣除经核实原因的 " + std::to_string(*m_verdict.cause_days) + " 日后，尚不够闲置的期限；列入人工复核。",
                "Without the " + std::to_string(*m_verdict.cause_days) + " days of verified causes the land would not be idle yet; it is listed for review.");
}

void IdleTelling::cause(const idle::CausePeriod& period) {
  const Text named = words(*period.cause);
  if (period.from && *period.from > m_as_of)
    return m_steps.add("所记原因“" + named.zh + "”始于 " + iso(period.from) + "，晚于审计基准日，不计。",
                       "The cause recorded (" + named.en + ") begins on " + iso(period.from) + ", after the as-of day, and does not count.");
  if (period.cause == idle::Cause::PRELIM && m_facts.real_estate == Certainty::no)
    return m_steps.add("所记原因“" + named.zh + "”只适用于以出让方式取得的房地产开发用地，不计。",
                       "The cause recorded (" + named.en + ") excuses real-estate development on granted land only, and does not count.");
  if (period.from && period.to && *period.to < *period.from)
    return m_steps.add("所记原因“" + named.zh + "”的终止日期 " + iso(period.to) + " 早于起始日期 " + iso(period.from) + "，不扣除天数。",
                       "The cause recorded (" + named.en + ") ends on " + iso(period.to) + ", before it begins on " + iso(period.from) + "; no days are deducted.");
  if (period.verified != Certainty::yes)
    return m_steps.add("使用权人主张的原因“" + named.zh + "”没有核实，既不免责，也不扣除天数。",
                       "The cause claimed (" + named.en + ") is not verified: it does not excuse, and no days are deducted.");
  if (!period.from)
    return m_steps.add("原因“" + named.zh + "”已核实但没有起始日期，按持续中处理，不扣除天数。",
                       "The cause (" + named.en + ") is verified but has no first day: it counts as running, and no days are deducted.");
  const bool running = !period.to || *period.to >= m_as_of;
  m_steps.add("原因“" + named.zh + "”已核实，自 " + iso(period.from) + (period.to ? " 至 " + iso(period.to) : " 起") +
                  (running ? "，基准日时仍在持续。" : "，基准日前已经结束。"),
              "The cause (" + named.en + ") is verified, from " + iso(period.from) + (period.to ? " to " + iso(period.to) : " on") +
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
