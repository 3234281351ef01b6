// The verdict on one parcel, question by question: is it supplied yet, when must work start, has it started, has it stopped, and what follows.
#include <algorithm>
#include <utility>

#include "idle/verdict.hpp"

namespace yongdi::idle {
namespace {

using measures::Certainty;
using measures::Day;
using measures::Exact;

class Case {
 public:
  Case(const Facts& facts, const Terms& terms, Day as_of) : m_facts(facts), m_terms(terms), m_as_of(as_of) {}

  Verdict judge() {
    if (!m_facts.contract_on) remark(Remark::contract_day_missing);
    decide_start_due();
    if (m_facts.contract_on && !happened(m_facts.contract_on)) {
      m_verdict.stage = Stage::future;
      m_verdict.idle = Idle::not_applicable;
      m_verdict.remarks.clear();  // a parcel of the future is listed and counted nowhere; what it will lack nobody knows
      return std::move(m_verdict);
    }
    settle_causes();
    decide_started();
    m_verdict.idle_class = m_illogical ? Class::DATA_GAP : classify();
    m_verdict.idle = idle();
    m_verdict.stage = stage();
    if (m_started == Certainty::no && m_verdict.start_due && m_as_of > *m_verdict.start_due) count_overdue();
    count_idle();
    look_ahead();
    decide_route();
    return std::move(m_verdict);
  }

 private:
  [[nodiscard]] bool happened(std::optional<Day> day) const { return day && *day <= m_as_of; }
  void remark(Remark what) { m_verdict.remarks.push_back(what); }

  // The first day on which `years` after `from` are full. Empty when no term is in force.
  [[nodiscard]] std::optional<Day> full(Day from, std::optional<int> years) const {
    if (!years) return std::nullopt;
    return from.anniversary(*years) + (m_terms.year_complete_on_anniversary ? 0 : 1);
  }

  void decide_start_due() {
    const auto settle = [this](Day day, Basis basis) {
      m_verdict.start_due = day;
      m_verdict.start_due_basis = basis;
    };
    if (m_facts.extension_start_due && !m_facts.extension_signed_on) remark(Remark::extension_unsigned);
    if (m_facts.extension_start_due && happened(m_facts.extension_signed_on)) {
      if (*m_facts.extension_start_due >= *m_facts.extension_signed_on) return settle(*m_facts.extension_start_due, Basis::agreement);
      remark(Remark::extension_before_signing);
    }
    if (m_facts.start_due) return settle(*m_facts.start_due, Basis::contract);
    if (!m_facts.delivered_on) return;
    if (m_terms.delivery_to_start_years) return settle(m_facts.delivered_on->anniversary(*m_terms.delivery_to_start_years), Basis::delivery);
    m_start_due_lacks_law = true;
  }

  // Whether the foundation recorded is far enough to be a start. Not recorded: nothing speaks against the start.
  [[nodiscard]] Certainty foundation_reached() const {
    if (!m_facts.foundation || !m_facts.foundation_done) return Certainty::yes;
    if (*m_facts.foundation != Foundation::other) return measures::certain(*m_facts.foundation_done >= Exact(1));
    if (!m_terms.other_foundation_share) return Certainty::unknown;
    return measures::certain(*m_facts.foundation_done >= *m_terms.other_foundation_share);
  }

  void decide_started() {
    m_finished = happened(m_facts.finished_on);
    if (!m_facts.started_on) {
      m_started = measures::certain(m_finished);
      if (m_finished) remark(Remark::start_missing);
      return;
    }
    const Day start = m_facts.permit_on ? std::max(*m_facts.started_on, *m_facts.permit_on) : *m_facts.started_on;
    if (m_facts.stopped_on && *m_facts.stopped_on < start) illogical(Remark::stopped_before_start);
    if (m_facts.finished_on && *m_facts.finished_on < start) illogical(Remark::finished_before_start);
    if (start > m_as_of) {
      m_started = Certainty::no;
    } else {
      if (!m_facts.permit_on) remark(Remark::permit_missing);
      m_started = m_finished ? Certainty::yes : foundation_reached();
    }
    if (m_started == Certainty::yes) m_verdict.started = start;
  }

  void illogical(Remark what) {
    remark(what);
    m_illogical = true;
  }

  std::optional<Class> classify() {
    if (m_started == Certainty::unknown) return std::nullopt;
    if (m_started == Certainty::no) return classify_not_started();
    if (!m_finished && happened(m_facts.stopped_on)) {
      const Certainty limbs = limbs_met();
      const auto year_full = full(*m_facts.stopped_on, m_terms.stop_after_years);
      if (limbs != Certainty::no && !year_full) return std::nullopt;
      if (limbs != Certainty::no && m_as_of >= *year_full) {
        if (limbs == Certainty::yes) return Class::IDLE_B;
        if (limbs_lack_law()) return std::nullopt;
        name_missing_limbs();
        return Class::IDLE_UNSURE;
      }
      if (limbs == Certainty::yes) m_idle_b_on = year_full;
    }
    return classify_started();
  }

  std::optional<Class> classify_started() const {
    if (!m_verdict.started) return Class::NORMAL;
    if (m_start_due_lacks_law) return std::nullopt;
    if (!m_verdict.start_due || *m_verdict.started <= *m_verdict.start_due) return Class::NORMAL;
    const auto idle_on = full(*m_verdict.start_due, m_terms.idle_after_years);
    if (!idle_on) return std::nullopt;
    return *m_verdict.started < *idle_on ? Class::LATE_START : Class::IDLE_ENDED;
  }

  std::optional<Class> classify_not_started() {
    if (m_start_due_lacks_law) return std::nullopt;
    if (!m_verdict.start_due) {
      m_verdict.missing = {"start_due", "delivered_on"};
      return Class::DATA_GAP;
    }
    return classify_from(*m_verdict.start_due);
  }

  // The class of land not started, counted from that start day; empty where a term of law is missing.
  [[nodiscard]] std::optional<Class> classify_from(Day due) const {
    if (m_as_of <= due) return Class::NORMAL;
    const auto idle_on = full(due, m_terms.idle_after_years);
    if (!idle_on) return std::nullopt;
    if (m_as_of < *idle_on) return Class::OVERDUE_START;
    const auto recover_on = full(due, m_terms.recover_after_years);
    if (!recover_on) return std::nullopt;
    return m_as_of < *recover_on ? Class::IDLE_A1 : Class::IDLE_A2;
  }

  static Certainty below(const std::optional<Exact>& part, const std::optional<Exact>& share, const std::optional<Exact>& whole) {
    if (!part || !share || !whole) return Certainty::unknown;
    return measures::certain(*part < *share * *whole);
  }

  Certainty limbs_met() {
    m_verdict.limb_area = below(m_facts.area_developed, m_terms.developed_share, m_facts.area_to_develop);
    m_verdict.limb_investment = below(m_facts.investment_made, m_terms.invested_share, m_facts.investment_total);
    return measures::either(m_verdict.limb_area, m_verdict.limb_investment);
  }

  [[nodiscard]] bool limbs_lack_law() const {
    const bool area_known = m_facts.area_developed && m_facts.area_to_develop;
    const bool investment_known = m_facts.investment_made && m_facts.investment_total;
    return (area_known && !m_terms.developed_share) || (investment_known && !m_terms.invested_share);
  }

  void name_missing_limbs() {
    const auto name = [this](const std::optional<Exact>& value, std::string_view field) {
      if (!value) m_verdict.missing.push_back(field);
    };
    name(m_facts.area_to_develop, "area_to_develop");
    name(m_facts.area_developed, "area_developed");
    name(m_facts.investment_total, "investment_total");
    name(m_facts.investment_made, "investment_made");
  }

  [[nodiscard]] Idle idle() const {
    if (!m_verdict.idle_class) return Idle::unknown;
    switch (*m_verdict.idle_class) {
      case Class::IDLE_A1:
      case Class::IDLE_A2:
      case Class::IDLE_B:
        return Idle::yes;
      case Class::IDLE_UNSURE:
      case Class::DATA_GAP:
        return Idle::unknown;
      case Class::NORMAL:
      case Class::LATE_START:
      case Class::OVERDUE_START:
      case Class::IDLE_ENDED:
        break;
    }
    return Idle::no;
  }

  [[nodiscard]] Stage stage() const {
    if (m_finished && !m_illogical) return Stage::completed;
    if (m_verdict.idle == Idle::yes) return Stage::idle;
    if (m_verdict.idle == Idle::unknown) return Stage::undecided;
    return m_started == Certainty::yes ? Stage::building : Stage::pending;
  }

  // The causes that have happened by the as-of day; what cannot be taken as it stands is remarked.
  void settle_causes() {
    if (!m_facts.cause && m_facts.more_causes.empty()) return;
    for (CausePeriod& period : causes(m_facts)) {
      if (!period.cause || *period.cause == Cause::none || (period.from && *period.from > m_as_of)) continue;
      if (period.cause == Cause::PRELIM && m_facts.real_estate == Certainty::no) {
        remark_once(Remark::cause_not_applicable);
        continue;
      }
      if (period.cause == Cause::PRELIM && m_facts.real_estate == Certainty::unknown) {
        period.verified = Certainty::unknown;
        m_land_use_missing = true;
      }
      if (period.from && period.to && *period.to < *period.from) {
        remark_once(Remark::cause_reversed);
        period.verified = Certainty::unknown;
      }
      if (period.verified == Certainty::yes && !period.from) remark_once(Remark::cause_undated);
      m_causes.push_back(period);
    }
  }
  void remark_once(Remark what) {
    if (std::find(m_verdict.remarks.begin(), m_verdict.remarks.end(), what) == m_verdict.remarks.end()) remark(what);
  }

  [[nodiscard]] bool is_running(const CausePeriod& period) const { return !period.from || !period.to || *period.to >= m_as_of; }

  // Days of verified causes after `due` up to the as-of day, each once.
  [[nodiscard]] int days_of_causes(Day due) const {
    std::vector<std::pair<Day, Day>> spans;
    for (const CausePeriod& period : m_causes) {
      if (period.verified != Certainty::yes || !period.from) continue;
      const Day first = std::max(*period.from, due + 1);
      const Day last = period.to ? std::min(*period.to, m_as_of) : m_as_of;
      if (first <= last) spans.emplace_back(first, last);
    }
    std::sort(spans.begin(), spans.end());
    int days = 0;
    Day counted = due;
    for (const auto& [first, last] : spans) {
      if (last <= counted) continue;
      days += last - std::max(first, counted + 1) + 1;
      counted = last;
    }
    return days;
  }

  void count_overdue() {
    if (m_illogical) return;
    const Day due = *m_verdict.start_due;
    m_verdict.overdue_days = m_as_of - due;
    m_verdict.cause_days = days_of_causes(due);
    m_verdict.overdue_days_net = *m_verdict.overdue_days - *m_verdict.cause_days;
    m_verdict.class_net = classify_from(due + *m_verdict.cause_days);
    m_verdict.cause_state = cause_state();
  }

  [[nodiscard]] CauseState cause_state() const {
    if (m_causes.empty()) return CauseState::none;
    bool verified = false;
    for (const CausePeriod& period : m_causes) {
      if (period.verified != Certainty::yes) continue;
      verified = true;
      if (is_running(period)) return CauseState::running;
    }
    if (!verified) return CauseState::claimed;
    const bool idle_still = m_verdict.class_net == Class::IDLE_A1 || m_verdict.class_net == Class::IDLE_A2;
    return idle_still ? CauseState::mixed : CauseState::ended;
  }

  void count_idle() {
    if (m_verdict.idle != Idle::yes) return;
    m_verdict.idle_since = m_verdict.idle_class == Class::IDLE_B ? full(*m_facts.stopped_on, m_terms.stop_after_years)
                                                                 : full(*m_verdict.start_due, m_terms.idle_after_years);
    m_verdict.idle_days = m_as_of - *m_verdict.idle_since;
  }

  // What becomes of the parcel, and when, if nothing happens.
  void look_ahead() {
    const auto next = [this](Class what, std::optional<Day> on) {
      if (!on) return;
      m_verdict.next_class = what;
      m_verdict.next_on = on;
    };
    if (!m_verdict.idle_class || m_illogical) return;
    if (m_started == Certainty::yes) return next(Class::IDLE_B, m_idle_b_on);
    if (!m_verdict.start_due) return;
    switch (*m_verdict.idle_class) {
      case Class::NORMAL:
        return next(Class::OVERDUE_START, *m_verdict.start_due + 1);
      case Class::OVERDUE_START:
        return next(Class::IDLE_A1, full(*m_verdict.start_due, m_terms.idle_after_years));
      case Class::IDLE_A1:
        return next(Class::IDLE_A2, full(*m_verdict.start_due, m_terms.recover_after_years));
      default:
        return;
    }
  }

  void decide_route() {
    if (!m_verdict.idle_class) return;
    switch (*m_verdict.idle_class) {
      case Class::IDLE_A1:
      case Class::IDLE_A2:
        m_verdict.route = m_verdict.cause_state == CauseState::running ? Route::negotiate
                          : !m_causes.empty()                          ? Route::review
                          : m_verdict.idle_class == Class::IDLE_A1     ? Route::fee
                                                                       : Route::recover;
        if (m_land_use_missing && m_verdict.route == Route::review) m_verdict.missing.push_back("land_use");
        break;
      case Class::IDLE_B:
        m_verdict.route = Route::negotiate;
        break;
      case Class::IDLE_UNSURE:
        m_verdict.route = Route::review;
        break;
      default:
        break;
    }
    if (m_verdict.route != Route::fee) return;
    if (!m_facts.price) m_verdict.missing.push_back("price");
    if (m_facts.price && m_terms.fee_rate) m_verdict.fee_wan_yuan = *m_facts.price * *m_terms.fee_rate;
  }

  const Facts& m_facts;
  const Terms& m_terms;
  Day m_as_of;
  Verdict m_verdict;
  Certainty m_started = Certainty::no;  // unknown: the law on foundations is missing
  std::vector<CausePeriod> m_causes;   // that count, from settle_causes()
  bool m_land_use_missing = false;     // preliminary work is claimed, and nothing says whether the land is for real estate
  bool m_finished = false;
  bool m_illogical = false;            // days that contradict each other: nothing is concluded from them
  bool m_start_due_lacks_law = false;  // delivered, but no document in force says how long after delivery work must start
  std::optional<Day> m_idle_b_on;      // stopped with a limb met, the year not full yet: the day it will be
};

}  // namespace

Verdict judge(const Facts& facts, const Terms& terms, measures::Day as_of) { return Case(facts, terms, as_of).judge(); }

}  // namespace yongdi::idle
