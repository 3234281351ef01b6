// When work had to start, and whether and when it did.
#include <algorithm>

#include "explain/idle_telling.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

using idle::Remark;
using measures::Exact;
namespace law_of = idle::parameter;

void IdleTelling::extension() {
  const std::string due = iso(m_facts.extension_start_due), signed_on = iso(m_facts.extension_signed_on);
  const auto cited = m_law.cite({"idle.extension_max_years"});
  if (m_verdict.start_due_basis == idle::Basis::agreement)
    m_steps.add("动工开发日期：" + due + "，由 " + signed_on + " 签订的延期协议约定，期限自此重新计算" +
                    (m_facts.start_due ? "；原约定的 " + iso(m_facts.start_due) + " 不再采用。" : "。"),
                "Start day: " + due + ", fixed by the agreement signed on " + signed_on + ", from which the clock runs anew" +
                    (m_facts.start_due ? "; the day first agreed, " + iso(m_facts.start_due) + ", no longer counts." : "."),
                cited);
  else if (remarked(Remark::extension_unsigned))
    m_steps.add("延期后的动工日期 " + due + " 没有协议签订日期，不予采用。",
                "The extended start day " + due + " has no day of signing and is not applied.", cited);
  else if (remarked(Remark::extension_before_signing))
    m_steps.add("延期协议约定的动工日期 " + due + " 早于签订日期 " + signed_on + "，无法履行，不予采用。",
                "The extension fixes " + due + ", which is before it was signed on " + signed_on + "; it cannot be performed and is not applied.",
                cited);
  else if (m_facts.extension_start_due)
    m_steps.add("延期协议签订于 " + signed_on + "，晚于审计基准日，不影响本次判断。",
                "The extension was signed on " + signed_on + ", after the as-of day, and does not count here.", cited);
}

void IdleTelling::start_due() {
  extension();
  switch (m_verdict.start_due_basis) {
    case idle::Basis::agreement:
      return;
    case idle::Basis::contract:
      return m_steps.add("动工开发日期：合同（划拨决定书）约定 " + iso(m_verdict.start_due) + "。",
                         "Start day: " + iso(m_verdict.start_due) + ", as the contract (or allocation decision) says.",
                         m_law.cite({law_of::kIdleAfterYears}));
    case idle::Basis::delivery:
      return m_steps.add("动工开发日期：没有约定，以实际交付土地之日 " + iso(m_facts.delivered_on) + " 起" +
                             years(m_terms.delivery_to_start_years).zh + "为准，即 " + iso(m_verdict.start_due) + "。",
                         "Start day: none is agreed; the land was delivered on " + iso(m_facts.delivered_on) + ", and " +
                             years(m_terms.delivery_to_start_years).en + " after that is " + iso(m_verdict.start_due) + ".",
                         m_law.cite({law_of::kDeliveryToStartYears}));
    case idle::Basis::none:
      break;
  }
  if (m_facts.delivered_on)
    m_steps.add("动工开发日期：没有约定；土地已于 " + iso(m_facts.delivered_on) + " 交付，但基准日没有现行规则规定交付后多久应当动工。",
                "Start day: none is agreed; the land was delivered on " + iso(m_facts.delivered_on) +
                    ", but no rule in force says how long after delivery work must start.");
  else
    m_steps.add("动工开发日期：既没有约定，也没有实际交付日期，无法确定。",
                "Start day: neither an agreed day nor a day of delivery is recorded, so it cannot be told.",
                m_law.cite({law_of::kDeliveryToStartYears}));
}

Text IdleTelling::foundation() const {
  if (!m_facts.foundation || !m_facts.foundation_done) return {};
  const Text kind = words(*m_facts.foundation);
  const bool third = *m_facts.foundation == idle::Foundation::other;
  const Exact needed = third ? m_terms.other_foundation_share.value_or(Exact(1)) : Exact(1);
  const bool reached = *m_facts.foundation_done >= needed;
  const std::string done = share(*m_facts.foundation_done);
  const std::string least = share(needed);
  return {kind.zh + "完成 " + done + (reached ? "，达到" : "，未达到") + (third ? "须完成的份额 " + least : "全部完成的要求"),
          kind.en + " " + done + " done, " + (reached ? "which reaches " : "short of ") + (third ? "the share needed, " + least : "completion")};
}

void IdleTelling::started() {
  const auto cited = m_law.cite({law_of::kOtherFoundationShare});
  if (illogical()) {
    const bool stop = remarked(Remark::stopped_before_start);
    const std::string start = iso(m_facts.permit_on && m_facts.started_on ? std::max(*m_facts.permit_on, *m_facts.started_on) : *m_facts.started_on);
    return m_steps.add((stop ? "停工日期 " + iso(m_facts.stopped_on) : "竣工日期 " + iso(m_facts.finished_on)) + " 早于动工日期 " + start +
                           "，日期互相矛盾，不据此作任何结论。",
                       (stop ? "Work stopped on " + iso(m_facts.stopped_on) : "Work finished on " + iso(m_facts.finished_on)) +
                           ", before it started on " + start + ": the days contradict each other and nothing is concluded from them.");
  }
  if (m_verdict.started) return work_started(cited);
  if (finished())
    return m_steps.add(
        "已于 " + iso(m_facts.finished_on) + " 竣工，按已动工处理；没有动工日期，是否逾期无法判断。",
        "Work was completed on " + iso(m_facts.finished_on) + ", so it had started; without a start day it cannot be told whether late.");
  if (!m_facts.started_on)
    return m_steps.add("没有动工日期的记录，基准日前视为未动工。", "No start of work is recorded: by the as-of day work has not started.", cited);
  const bool permit_later = m_facts.permit_on && *m_facts.permit_on > m_as_of;
  if (permit_later && happened(m_facts.started_on))
    m_steps.add("登记于 " + iso(m_facts.started_on) + " 动工，但施工许可证 " + iso(m_facts.permit_on) +
                    " 才取得，晚于审计基准日；未依法取得许可的施工不构成动工开发。",
                "Work is recorded from " + iso(m_facts.started_on) + ", but its permit is of " + iso(m_facts.permit_on) +
                    ", after the as-of day; work without a permit is no start.",
                cited);
  else if (m_facts.foundation == idle::Foundation::other && m_facts.foundation_done && !m_terms.other_foundation_share)
    m_steps.add("登记于 " + iso(m_facts.started_on) + " 动工，基础完成 " + share(*m_facts.foundation_done) +
                    "，但审计基准日没有现行规则规定须完成多少，是否动工不能判断。",
                "Work is recorded from " + iso(m_facts.started_on) + " with " + share(*m_facts.foundation_done) +
                    " of the foundation done, but no rule in force says how much is needed: whether it started cannot be told.");
  else if (!happened(m_facts.started_on))
    m_steps.add("登记的动工日期 " + iso(m_facts.started_on) + " 晚于审计基准日，基准日时未动工。",
                "The start recorded, " + iso(m_facts.started_on) + ", is later than the as-of day: work has not started by then.", cited);
  else
    m_steps.add("登记于 " + iso(m_facts.started_on) + " 动工，但" + foundation().zh + "，不构成动工开发。",
                "Work is recorded from " + iso(m_facts.started_on) + ", but the foundation is not far enough: " + foundation().en + ".", cited);
}

void IdleTelling::work_started(const std::vector<Citation>& cited) {
  Text text{"动工：登记 " + iso(m_facts.started_on), "Start of work: recorded " + iso(m_facts.started_on)};
  if (m_facts.permit_on)
    text = text + Text{"，施工许可证 " + iso(m_facts.permit_on) + "，以较晚者 " + iso(m_verdict.started) + " 为动工之日",
                       ", construction permit " + iso(m_facts.permit_on) + "; the later one, " + iso(m_verdict.started) + ", is the start"};
  else
    text = text + Text{"，没有施工许可证日期，暂按登记认定，须核对许可证",
                       "; no day of a construction permit, so it counts as recorded and the permit is to be checked"};
  if (const Text reached = foundation(); !empty(reached)) text = text + Text{"；" + reached.zh, "; " + reached.en};
  if (finished()) text = text + Text{"；已于 " + iso(m_facts.finished_on) + " 竣工", "; completed on " + iso(m_facts.finished_on)};
  m_steps.add(text + Text{"。", "."}, cited);
}

}  // namespace yongdi::explain
