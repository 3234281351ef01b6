#pragma once
// The steps of the idle verdict in the making, private to this room. They ask the questions of idle/judge.cpp in the same order and take every answer
// from the verdict; what they add is words, and the days on which each period is full. One file per part: idle_start.cpp (when work had to start and
// did), idle_stop.cpp (work that stopped), idle_reckoning.cpp (years, class, days), idle_consequences.cpp (cause, disposal, what comes next).
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
  IdleTelling(const IdleCase& idle, const Law& law, const facts::Table& table)
      : m_facts(idle.facts), m_terms(idle.terms), m_verdict(idle.verdict), m_law(law), m_table(table), m_as_of(law.as_of()) {}
  IdleTelling(const IdleTelling&) = delete;
  IdleTelling& operator=(const IdleTelling&) = delete;

  Section tell();

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
  void facts_used();
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
  void route();
  [[nodiscard]] Text fee() const;
  void next();
  void missing();

  const idle::Facts& m_facts;
  const idle::Terms& m_terms;
  const idle::Verdict& m_verdict;
  const Law& m_law;
  const facts::Table& m_table;
  measures::Day m_as_of;
  bool m_day_rule_cited = false;
  Section m_section{{"是否闲置", "Is it idle?"}, true, {}, {}};
  Steps m_steps{m_section};
};

}  // namespace yongdi::explain
