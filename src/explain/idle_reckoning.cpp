// How the years are counted, the class that follows, and the days overdue.
#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using idle::Class;
using measures::Day;
namespace law_of = idle::parameter;

// The day on which years after `from` are full, and how that is reckoned.
Day IdleTelling::full(Day from, int count) const { return from.anniversary(count) + (m_terms.year_complete_on_anniversary ? 0 : 1); }

Text IdleTelling::period(Day from, int count) const {
  const Text term = years(count);
  const std::string last = from.anniversary(count).to_iso(), first = full(from, count).to_iso();
  if (m_terms.year_complete_on_anniversary)
    return {from.to_iso() + " 起满" + term.zh + "为 " + last + "，当日即满",
            "A term of " + term.en + " from " + from.to_iso() + " is full on " + last};
  return {from.to_iso() + " 满" + term.zh + "为 " + last + "，次日 " + first + " 起为已满" + term.zh,
          "A term of " + term.en + " from " + from.to_iso() + " ends with " + last + ", so it is full from " + first + " on"};
}

// The period, and on which side of it the as-of day lies.
void IdleTelling::period_step(Day from, int count, std::initializer_list<std::string_view> parameters) {
  const bool over = m_as_of >= full(from, count);
  auto cited = m_law.cite(parameters);
  if (!m_day_rule_cited)
    for (Citation& day_rule : m_law.cite({law_of::kYearCompleteOnAnniversary})) cited.push_back(std::move(day_rule));
  m_day_rule_cited = true;
  m_steps.add(period(from, count) + (over ? Text{"；审计基准日 " + as_of() + " 已满。", "; on the as-of day, " + as_of() + ", it is full."}
                                          : Text{"；审计基准日 " + as_of() + " 未满。", "; on the as-of day, " + as_of() + ", it is not full."}),
              std::move(cited));
}

void IdleTelling::reckoning() {
  if (!m_verdict.start_due || *m_verdict.idle_class == Class::IDLE_B || *m_verdict.idle_class == Class::IDLE_UNSURE) return;
  const Day due = *m_verdict.start_due;
  if (m_verdict.started) {
    if (*m_verdict.started <= due)
      return m_steps.add(iso(m_verdict.started) + " 动工，不晚于动工开发日期 " + due.to_iso() + "。",
                         "Work started on " + iso(m_verdict.started) + ", no later than the start day " + due.to_iso() + ".");
    if (!m_terms.idle_after_years) return;
    const bool ended = *m_verdict.started >= full(due, *m_terms.idle_after_years);
    return m_steps.add(
        period(due, *m_terms.idle_after_years) +
            (ended
                 ? Text{"；" + iso(m_verdict.started) + " 动工时已满。", "; when work started, on " + iso(m_verdict.started) + ", it was full."}
                 : Text{"；" + iso(m_verdict.started) + " 动工时未满。", "; when work started, on " + iso(m_verdict.started) + ", it was not full."}),
        m_law.cite({law_of::kIdleAfterYears, law_of::kYearCompleteOnAnniversary}));
  }
  if (has_started()) return;
  if (m_as_of <= due)
    return m_steps.add("审计基准日 " + as_of() + " 未过动工开发日期 " + due.to_iso() + "。",
                       "The as-of day, " + as_of() + ", is not past the start day " + due.to_iso() + ".");
  if (!m_terms.idle_after_years) return;
  period_step(due, *m_terms.idle_after_years, {law_of::kIdleAfterYears});
  if (m_as_of >= full(due, *m_terms.idle_after_years) && m_terms.recover_after_years)
    period_step(due, *m_terms.recover_after_years, {law_of::kRecoverAfterYears});
}

void IdleTelling::outcome() {
  if (!m_verdict.idle_class) return;
  const Text found = class_of(m_verdict, m_terms);
  Text text{"因此：" + found.zh, "Hence: " + found.en};
  if (m_verdict.idle_since)
    text = text + Text{"。闲置自 " + iso(m_verdict.idle_since) + " 起，至 " + as_of() + " 为 " + std::to_string(*m_verdict.idle_days) + " 日（起始日不计）",
                       ". Idle since " + iso(m_verdict.idle_since) + ", " + std::to_string(*m_verdict.idle_days) + " days by " + as_of() + " (the first day not counted)"};
  m_steps.add(text + Text{"。", "."});
}

void IdleTelling::overdue() {
  if (!m_verdict.overdue_days) return;
  const std::string gross = std::to_string(*m_verdict.overdue_days),
                    net = std::to_string(m_verdict.overdue_days_net.value_or(*m_verdict.overdue_days));
  const std::string due = iso(m_verdict.start_due);
  if (gross == net)
    return m_steps.add("至审计基准日，已超过动工开发日期 " + due + " 共 " + gross + " 日；没有经核实的原因可以扣除。",
                       "By the as-of day " + gross + " days have passed since the start day " + due + "; no verified cause is there to be deducted.");
  m_steps.add("至审计基准日，已超过动工开发日期 " + due + " 共 " + gross + " 日；其中经核实的原因占 " +
                  std::to_string(*m_verdict.overdue_days - m_verdict.overdue_days_net.value_or(0)) + " 日，扣除后为 " + net +
                  " 日。两数并列，分类以未扣除的为准。",
              "By the as-of day " + gross + " days have passed since the start day " + due + "; verified causes cover " +
                  std::to_string(*m_verdict.overdue_days - m_verdict.overdue_days_net.value_or(0)) + " of them, which leaves " + net +
                  ". Both stand side by side; the class goes by the days undeducted.");
}

}  // namespace yongdi::explain
