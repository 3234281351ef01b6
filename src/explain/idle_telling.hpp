#pragma once
// The steps of the idle verdict in the making, private to this room. They ask the questions of idle/judge.cpp in the same order and take every answer
// from the verdict; what they add is words, and the days on which each period is full. One file per part: idle_start.cpp (when work had to start and
// did), idle_stop.cpp (work that stopped), idle_reckoning.cpp (years, class, days), idle_consequences.cpp (cause, disposal), idle_alternatives.cpp
// (what does not apply), idle_outlook.cpp (what would change it).
#include "explain/idle_steps.hpp"
#include "explain/parts.hpp"

namespace yongdi::explain {

bool remarks(const idle::Verdict& verdict, idle::Remark what);
// Days that contradict each other: nothing is concluded from them.
bool is_illogical(const idle::Verdict& verdict);
// The class in words; where it is open, why.
Text class_of(const idle::Verdict& verdict, const idle::Terms& terms);

class IdleTelling {
 public:
  IdleTelling(const IdleCase& idle, const Law& law)
      : m_facts(idle.facts), m_terms(idle.terms), m_verdict(idle.verdict), m_law(law), m_as_of(law.as_of()) {}
  IdleTelling(const IdleTelling&) = delete;
  IdleTelling& operator=(const IdleTelling&) = delete;

  Section tell();
  [[nodiscard]] Section alternatives() const;
  [[nodiscard]] Section outlook() const;

 private:
  static std::string iso(std::optional<measures::Day> day) { return day ? day->to_iso() : std::string(); }
  [[nodiscard]] std::string as_of() const { return m_as_of.to_iso(); }
  [[nodiscard]] bool happened(std::optional<measures::Day> day) const { return day && *day <= m_as_of; }
  [[nodiscard]] bool remarked(idle::Remark what) const { return remarks(m_verdict, what); }
  [[nodiscard]] bool illogical() const { return is_illogical(m_verdict); }
  [[nodiscard]] bool finished() const { return happened(m_facts.finished_on); }
  [[nodiscard]] bool has_started() const { return m_verdict.started.has_value() || finished(); }
  [[nodiscard]] bool stopped() const { return has_started() && !finished() && happened(m_facts.stopped_on) && !illogical(); }

  // idle_steps.cpp
  void law_missing();
  // idle_start.cpp
  void extension();
  void start_due();
  [[nodiscard]] Text foundation() const;
  void started();
  void work_started(const std::vector<Citation>& cited);
  // idle_stop.cpp
  void limb(const Text& what, const std::optional<measures::Exact>& part, const std::optional<measures::Exact>& whole,
            const std::optional<measures::Exact>& least, measures::Certainty below, const Text& unit, std::string_view parameter);
  void suspension();
  // idle_reckoning.cpp
  [[nodiscard]] measures::Day full(measures::Day from, int count) const;
  [[nodiscard]] Text period(measures::Day from, int count) const;
  void period_step(measures::Day from, int count, std::initializer_list<std::string_view> parameters);
  void reckoning();
  void outcome();
  void overdue();
  // idle_consequences.cpp
  void cause();
  void cause(const idle::CausePeriod& period);
  void route();
  [[nodiscard]] Text fee() const;
  // idle_alternatives.cpp
  void not_overdue(Steps& steps) const;
  void not_stopped(Steps& steps) const;
  void not_this_route(Steps& steps) const;
  // idle_outlook.cpp
  void with_time(Steps& steps) const;
  void with_a_start(Steps& steps) const;
  void with_a_cause(Steps& steps) const;
  void with_work(Steps& steps) const;
  void with_records(Steps& steps) const;

  const idle::Facts& m_facts;
  const idle::Terms& m_terms;
  const idle::Verdict& m_verdict;
  const Law& m_law;
  measures::Day m_as_of;
  bool m_day_rule_cited = false;
  Section m_section{{"结论是怎样得出的", "How it was reached"}, true, {}, {}};
  Steps m_steps{m_section};
};

}  // namespace yongdi::explain
