// The conclusions that were considered and do not apply, each with the fact or figure that rules it out.
#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using idle::Class;
using measures::Day;
namespace law_of = idle::parameter;

void IdleTelling::not_stopped(Steps& steps) const {
  const Text what{"因中止开发建设而闲置：", "Idle because work stopped: "};
  const auto cited = m_law.cite({law_of::kStopAfterYears});
  if (!has_started()) return steps.add(what + Text{"尚未动工，不适用。", "work has not started, so this does not apply."}, cited);
  if (finished())
    return steps.add(what + Text{"已于 " + iso(m_facts.finished_on) + " 竣工，不适用。",
                                 "work was completed on " + iso(m_facts.finished_on) + ", so this does not apply."},
                     cited);
  if (!stopped()) return steps.add(what + Text{"没有基准日前停工的记录。", "no stop by the as-of day is recorded."}, cited);
  if (m_terms.stop_after_years && m_as_of < full(*m_facts.stopped_on, *m_terms.stop_after_years)) {
    const std::string day = full(*m_facts.stopped_on, *m_terms.stop_after_years).to_iso();
    const Text term = years(m_terms.stop_after_years);
    return steps.add(what + Text{"停工未满" + term.zh + "，到 " + day + " 才满。", "the stop is not " + term.en + " old; it is full on " + day + "."},
                     cited);
  }
  steps.add(what + Text{"停工已满" + years(m_terms.stop_after_years).zh + "，但面积、投资都不低于界限。",
                        "the stop is over " + years(m_terms.stop_after_years).en + " old, but neither area nor investment is below its line."},
            cited);
}

void IdleTelling::not_overdue(Steps& steps) const {
  if (!m_verdict.start_due || !m_terms.idle_after_years) return;
  const Day due = *m_verdict.start_due;
  const Text term = years(m_terms.idle_after_years);
  const Text what{"因超期未动工而闲置：", "Idle because work did not start: "};
  const auto cited = m_law.cite({law_of::kIdleAfterYears});
  const std::string idle_on = full(due, *m_terms.idle_after_years).to_iso();
  switch (*m_verdict.idle_class) {
    case Class::NORMAL:
    case Class::LATE_START:
    case Class::IDLE_ENDED:
    case Class::IDLE_B:
    case Class::IDLE_UNSURE:
      if (m_verdict.started)
        steps.add(what + Text{"已于 " + iso(m_verdict.started) + " 动工，不适用。",
                              "work started on " + iso(m_verdict.started) + ", so this does not apply."},
                  cited);
      else if (!has_started())
        steps.add(what + Text{"动工开发日期 " + due.to_iso() + " 还没有过。", "the start day, " + due.to_iso() + ", is not past."}, cited);
      return;
    case Class::OVERDUE_START:
      return steps.add(what + Text{"超过动工开发日期未满" + term.zh + "，到 " + idle_on + " 才满。",
                                   "it is not " + term.en + " past the start day; it will be on " + idle_on + "."},
                       cited);
    case Class::IDLE_A1:
      if (m_terms.recover_after_years)
        steps.add(
            Text{"未动工满" + years(m_terms.recover_after_years).zh + "、可以无偿收回：到 " + full(due, *m_terms.recover_after_years).to_iso() +
                     " 才满。",
                 "Not started for " + years(m_terms.recover_after_years).en + ", so that it may be recovered without compensation: that is full on " +
                     full(due, *m_terms.recover_after_years).to_iso() + "."},
            m_law.cite({law_of::kRecoverAfterYears}));
      return;
    case Class::IDLE_A2:
      return steps.add(
          Text{"只征缴土地闲置费：未动工已满" + years(m_terms.recover_after_years).zh + "，不再适用。",
               "The idle fee alone: work has not started for a full " + years(m_terms.recover_after_years).en + ", so this no longer applies."},
          m_law.cite({law_of::kFeeRate}));
    case Class::DATA_GAP:
      return;
  }
}

void IdleTelling::not_this_route(Steps& steps) const {
  if (!m_verdict.route || m_verdict.idle != idle::Idle::yes) return;
  const Text money{"征缴土地闲置费、无偿收回：", "Idle fee, or recovery without compensation: "};
  if (*m_verdict.idle_class == Class::IDLE_B)
    return steps.add(money + Text{"只适用于未动工开发的闲置土地。", "only for idle land on which work never started."},
                     m_law.cite({law_of::kFeeRate, law_of::kRecoverAfterYears}));
  switch (*m_verdict.route) {
    case idle::Route::fee:
    case idle::Route::recover:
      return steps.add("协商处置：没有可以计入的政府原因或不可抗力。",
                       "Settlement by agreement: there is no government-side cause or force majeure that counts.",
                       m_law.cite({"idle.extension_max_years"}));
    case idle::Route::negotiate:
      return steps.add(
          money + Text{"原因已经核实，基准日时仍在持续，不适用。", "the cause is verified and running on the as-of day, so neither applies."},
          m_law.cite({law_of::kFeeRate, law_of::kRecoverAfterYears}));
    case idle::Route::review:
      return steps.add(money + Text{"须先核实原因及其期间，才能决定。", "the cause and its period are to be verified before this can be decided."},
                       m_law.cite({law_of::kFeeRate, law_of::kRecoverAfterYears}));
  }
}

Section IdleTelling::alternatives() const {
  Section section{{"没有采用的结论", "Conclusions that do not apply"}, false, {}, {}};
  Steps steps(section);
  if (!m_verdict.idle_class || illogical()) return section;
  not_overdue(steps);
  if (*m_verdict.idle_class != Class::IDLE_B && *m_verdict.idle_class != Class::IDLE_UNSURE) not_stopped(steps);
  not_this_route(steps);
  if (m_verdict.idle == idle::Idle::yes && !m_facts.determined)
    steps.add("已认定的闲置土地：没有基准日前《闲置土地认定书》的文号和日期，所以只称“疑似”。",
              "Idle land as determined: no number and day of a determination by the as-of day are recorded, so it is only \"suspected\".");
  return section;
}

}  // namespace yongdi::explain
