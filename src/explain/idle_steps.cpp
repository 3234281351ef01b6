// The verdict as an outline: which parts are told, in which order; the verdict in one sentence.
#include "explain/idle_steps.hpp"

#include <algorithm>

#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using idle::Class;
using idle::Remark;

bool remarks(const idle::Verdict& verdict, Remark what) {
  return std::find(verdict.remarks.begin(), verdict.remarks.end(), what) != verdict.remarks.end();
}
bool is_illogical(const idle::Verdict& verdict) {
  return remarks(verdict, Remark::stopped_before_start) || remarks(verdict, Remark::finished_before_start);
}

Text class_of(const idle::Verdict& verdict, const idle::Terms& terms) {
  if (verdict.idle_class != Class::DATA_GAP) return words(*verdict.idle_class, terms);
  return is_illogical(verdict)
             ? Text{"日期互相矛盾，是否闲置不能确定", "its days contradict each other, so whether the land is idle cannot be told"}
             : Text{"应当动工的日期没有依据，是否闲置不能确定", "nothing says when work had to start, so whether the land is idle cannot be told"};
}

Section IdleTelling::tell() {
  if (remarked(Remark::contract_day_missing))
    m_steps.add("没有合同签订日期；因列于供地资料，按已供应计。",
                "No contract day is recorded; as the land stands among the supplied parcels, it counts as supplied.");
  if (m_verdict.stage == idle::Stage::future) {
    m_steps.add("合同签订日期 " + m_facts.contract_on->to_iso() + " 晚于审计基准日，基准日时尚未供应，不作判断，也不计入任何汇总。",
                "The contract of " + m_facts.contract_on->to_iso() +
                    " is later than the as-of day: the land is not supplied yet, is not judged and counts nowhere.");
    return std::move(m_section);
  }
  start_due();
  started();
  if (!m_verdict.idle_class) law_missing();
  if (stopped()) suspension();
  if (m_verdict.idle_class && !illogical()) reckoning();
  outcome();
  overdue();
  cause();
  route();
  return std::move(m_section);
}

void IdleTelling::law_missing() {
  for (const std::string& name : m_terms.missing) {
    const Text why = m_law.why_missing(name);
    m_steps.add("判断所需的一项规则在审计基准日没有现行依据：" + why.zh + "。",
                "A rule the verdict needs has no basis in force on the as-of day: " + why.en + ".");
  }
}

Text idle_sentence(const IdleCase& idle, const Law& law, const Text& determination) {
  const idle::Verdict& verdict = idle.verdict;
  if (verdict.stage == idle::Stage::future) return {"审计基准日尚未供应，不作判断。", "Not supplied by the as-of day; not judged."};
  if (!verdict.idle_class)
    return {"是否闲置不能判断：审计基准日没有所需的现行规则。",
            "Whether the land is idle cannot be told: a rule it needs is not in force on the as-of day."};
  Text found = class_of(verdict, idle.terms);
  if (verdict.idle == idle::Idle::yes) {
    const bool suspected = empty(determination);
    const std::string days = std::to_string(verdict.idle_days.value_or(0)), since = verdict.idle_since ? verdict.idle_since->to_iso() : std::string();
    found = Text{suspected ? "疑似闲置土地：" : "已认定的闲置土地（" + determination.zh + "）：",
                 suspected ? "Suspected idle land: " : "Idle land (" + determination.en + "): "} +
            found +
            Text{"，自 " + since + " 起，至 " + law.as_of().to_iso() + " 为 " + days + " 日",
                 ", since " + since + ", " + days + " days by " + law.as_of().to_iso()};
    if (verdict.route) {
      const Text how = words(*verdict.route);
      found = found + Text{"；处置途径：" + how.zh, "; disposal: " + how.en};
    }
  } else {
    const Text stage = words(verdict.stage);
    found =
        Text{verdict.idle == idle::Idle::no ? "不属于闲置土地：" : "", verdict.idle == idle::Idle::no ? "Not idle land: " : "Undecided: "} + found;
    if (verdict.idle == idle::Idle::no || verdict.stage == idle::Stage::completed) found = found + Text{"，" + stage.zh, ", " + stage.en};
  }
  return found + Text{"。", "."};
}

std::vector<Section> idle_sections(const IdleCase& idle, const Law& law) {
  IdleTelling telling(idle, law);
  std::vector<Section> sections = {telling.tell()};
  if (idle.verdict.stage == idle::Stage::future) return sections;
  if (Section others = telling.alternatives(); !others.steps.empty()) sections.push_back(std::move(others));
  sections.push_back(telling.outlook());
  return sections;
}

}  // namespace yongdi::explain
