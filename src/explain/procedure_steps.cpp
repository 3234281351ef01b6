#include "explain/procedure_steps.hpp"

#include <algorithm>
#include <utility>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "idle/procedure.hpp"

namespace yongdi::explain {

namespace {

using measures::Certainty;
using measures::Day;

Text words(idle::Option option) {
  switch (option) {
    case idle::Option::extension:
      return {"延长动工开发期限", "an extension of the start day"};
    case idle::Option::adjust:
      return {"调整土地用途或规划条件", "a change of use or planning conditions"};
    case idle::Option::temporary:
      return {"由政府安排临时使用", "temporary use arranged by the government"};
    case idle::Option::buyback:
      return {"协议有偿收回（不重新起算期间）", "buying back by agreement (the clock is not restarted)"};
    case idle::Option::swap:
      return {"置换土地", "a swap for other land"};
    case idle::Option::other:
      return {"市县规定的其他方式", "another way set by the city or county"};
  }
  return {};
}

Text words(idle::Bar bar) {
  switch (bar) {
    case idle::Bar::no_cause:
      return {"没有经核实的政府原因或不可抗力", "no government-side cause or force majeure is verified"};
    case idle::Bar::not_monitored:
      return {"未录入土地市场动态监测与监管系统", "the parcel is not recorded in the monitoring system"};
    case idle::Bar::extended_before:
      return {"已经延期", "it has been extended before"};
    case idle::Bar::no_plan_change:
      return {"不是因规划依法修改", "no lawful change of plan is the cause"};
    case idle::Bar::price_not_paid:
      return {"价款没有缴清", "the price is not paid in full"};
  }
  return {};
}

class Procedure {
 public:
  Procedure(const IdleCase& idle, const Law& law, const facts::Table& facts)
      : m_idle(idle),
        m_law(law),
        m_handling(idle::HandlingReader(facts).read(facts.rows.front())),
        m_terms(idle::check_terms(law.rules(), law.as_of())),
        m_section{{"办理期限与处置方式", "Deadlines and ways of disposal"}, false, {}, {}},
        m_steps(m_section) {}

  Section tell() {
    const idle::Deadlines due = idle::deadlines(m_handling, m_idle.verdict, m_terms, m_law.as_of());
    deadline(due.notice_due, {"《闲置土地调查通知书》自发现之日起计期；以构成之日为发现日的，最迟应于 ", "The investigation notice is due a term of days after suspicion; if that arose on the first idle day, by "}, {" 发出", ""}, m_handling.notice_on,
             {"送达", "served"}, "no service", "idle.notice_days");
    deadline(due.reply_due, {"使用权人最迟应于 ", "The holder's explanation is due by "}, {" 提交说明材料", ""}, m_handling.reply_on, {"提交", "handed in"},
             "no explanation", "idle.reply_days");
    deadline(due.payment_due, {"闲置费或者权证最迟应于 ", "The fee, or the certificate, is due by "}, {" 缴纳或者交回", ""}, m_handling.fee_paid_on,
             {"缴纳", "paid"}, "no payment", "idle.pay_days");
    ways(idle::options(m_idle.facts, m_handling, m_idle.verdict, m_terms, m_law.as_of()));
    return std::move(m_section);
  }

 private:
  void deadline(std::optional<Day> due, const Text& before, const Text& after, std::optional<Day> done, const Text& how,
                const char* none, std::string_view parameter) {
    if (!due) return;
    const bool happened = done && *done <= m_law.as_of();
    const std::string day = due->to_iso(), done_on = happened ? done->to_iso() : std::string();
    const Text record = happened ? Text{"；记录为 " + done_on + " " + how.zh + "。", "; it was " + how.en + " on " + done_on + "."}
                                 : Text{"；没有" + how.zh + "的记录。", std::string("; ") + none + " is on record."};
    m_steps.add(before + same(day) + after + record, m_law.cite({parameter}));
  }

  void ways(const std::vector<idle::OptionCheck>& checks) {
    if (checks.empty()) return;
    const auto no_cause = [](const idle::OptionCheck& each) { return !each.barred_by.empty() && each.barred_by.front() == idle::Bar::no_cause; };
    if (std::all_of(checks.begin(), checks.end(), no_cause))
      return m_steps.add("没有经核实的政府原因或不可抗力，不适用协商处置的各种方式。",
                         "No government-side cause or force majeure is verified, so the agreed ways of disposal do not apply.");
    std::vector<Text> open, barred;
    std::vector<std::pair<std::string, std::vector<Text>>> unknown;  // by the fields that are missing
    for (const idle::OptionCheck& check : checks) {
      Text way = words(check.option);
      if (check.latest_on) way = way + latest(check);
      if (check.open == Certainty::yes) open.push_back(way);
      if (check.open == Certainty::no) {
        std::vector<Text> why;
        for (const idle::Bar bar : check.barred_by) why.push_back(words(bar));
        const Text reasons = list(why);
        barred.push_back(way + Text{"（" + reasons.zh + "）", " (" + reasons.en + ")"});
      }
      if (check.open == Certainty::unknown) {
        std::string names;
        for (const std::string_view field : check.missing) names += (names.empty() ? "" : ",") + std::string(field);
        if (unknown.empty() || unknown.back().first != names) unknown.push_back({names, {}});
        unknown.back().second.push_back(way);
      }
    }
    const auto say = [&](const std::vector<Text>& which, const Text& head) {
      if (which.empty()) return;
      m_steps.add(head + list(which) + Text{"。", "."}, m_law.cite({"idle.extension_max_years", "idle.temporary_use_max_years"}));
    };
    say(open, {"按记录可以协商采用：", "By the record these ways are open: "});
    for (const auto& [names, which] : unknown) {
      const Text missing = missing_words(names, {facts::Layer::parcels});
      say(which, {"缺少" + missing.zh + "，尚不能判断能否采用：", "Not on record: " + missing.en + "; so whether these are open cannot be told: "});
    }
    say(barred, {"不可采用：", "These are not open: "});
  }

  static Text latest(const idle::OptionCheck& check) {
    const std::string day = check.latest_on->to_iso();
    return check.option == idle::Option::extension ? Text{"，当日约定的最迟动工日为 " + day, ", to " + day + " at the latest if agreed on that day"}
                                                   : Text{"，当日安排的最迟至 " + day, ", until " + day + " at the latest if arranged on that day"};
  }

  const IdleCase& m_idle;
  const Law& m_law;
  idle::Handling m_handling;
  idle::CheckTerms m_terms;
  Section m_section;
  Steps m_steps;
};

}  // namespace

Section procedure_section(const IdleCase& idle, const Law& law, const facts::Table& facts) { return Procedure(idle, law, facts).tell(); }

}  // namespace yongdi::explain
