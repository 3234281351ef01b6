// Longer than other files: one verdict, told from its first fact to its last consequence. It asks the questions of idle/judge.cpp in the same order
// and takes every answer from the verdict; what it adds is words, and the days on which each period is full.
#include "explain/idle_steps.hpp"

#include <algorithm>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

namespace {

using idle::Class;
using idle::Remark;
using measures::Certainty;
using measures::Day;
using measures::Exact;
namespace law_of = idle::parameter;

bool remarks(const idle::Verdict& verdict, Remark what) {
  return std::find(verdict.remarks.begin(), verdict.remarks.end(), what) != verdict.remarks.end();
}
// Days that contradict each other: nothing is concluded from them.
bool is_illogical(const idle::Verdict& verdict) {
  return remarks(verdict, Remark::stopped_before_start) || remarks(verdict, Remark::finished_before_start);
}

Text class_of(const idle::Verdict& verdict, const idle::Terms& terms) {
  if (verdict.idle_class != Class::DATA_GAP) return words(*verdict.idle_class, terms);
  return is_illogical(verdict)
             ? Text{"日期互相矛盾，是否闲置不能确定", "its days contradict each other, so whether the land is idle cannot be told"}
             : Text{"应当动工的日期没有依据，是否闲置不能确定", "nothing says when work had to start, so whether the land is idle cannot be told"};
}

class Telling {
 public:
  Telling(const IdleCase& idle, const Law& law, const facts::Table& table)
      : m_facts(idle.facts), m_terms(idle.terms), m_verdict(idle.verdict), m_law(law), m_table(table), m_as_of(law.as_of()) {}

  Section tell() {
    facts_used();
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
    next();
    missing();
    return std::move(m_section);
  }

 private:
  static std::string iso(std::optional<Day> day) { return day ? day->to_iso() : std::string(); }
  [[nodiscard]] std::string as_of() const { return m_as_of.to_iso(); }
  [[nodiscard]] bool happened(std::optional<Day> day) const { return day && *day <= m_as_of; }
  [[nodiscard]] bool remarked(Remark what) const { return remarks(m_verdict, what); }
  [[nodiscard]] bool illogical() const { return is_illogical(m_verdict); }
  [[nodiscard]] bool finished() const { return happened(m_facts.finished_on); }
  [[nodiscard]] bool has_started() const { return m_verdict.started.has_value() || finished(); }
  [[nodiscard]] bool stopped() const { return has_started() && !finished() && happened(m_facts.stopped_on) && !illogical(); }

  // The day on which years after `from` are full, and how that is reckoned.
  [[nodiscard]] Day full(Day from, int count) const { return from.anniversary(count) + (m_terms.year_complete_on_anniversary ? 0 : 1); }
  [[nodiscard]] Text period(Day from, int count) const {
    const Text term = years(count);
    const std::string last = from.anniversary(count).to_iso(), first = full(from, count).to_iso();
    if (m_terms.year_complete_on_anniversary)
      return {from.to_iso() + " 起满" + term.zh + "为 " + last + "，当日即满",
              "A term of " + term.en + " from " + from.to_iso() + " is full on " + last};
    return {from.to_iso() + " 满" + term.zh + "为 " + last + "，次日 " + first + " 起为已满" + term.zh,
            "A term of " + term.en + " from " + from.to_iso() + " ends with " + last + ", so it is full from " + first + " on"};
  }
  // The period, and on which side of it the as-of day lies.
  void period_step(Day from, int count, std::initializer_list<std::string_view> parameters) {
    const bool over = m_as_of >= full(from, count);
    auto cited = m_law.cite(parameters);
    if (!m_day_rule_cited)
      for (Citation& day_rule : m_law.cite({law_of::kYearCompleteOnAnniversary})) cited.push_back(std::move(day_rule));
    m_day_rule_cited = true;
    m_steps.add(period(from, count) + (over ? Text{"；审计基准日 " + as_of() + " 已满。", "; on the as-of day, " + as_of() + ", it is full."}
                                            : Text{"；审计基准日 " + as_of() + " 未满。", "; on the as-of day, " + as_of() + ", it is not full."}),
                std::move(cited));
  }

  void facts_used() {
    const Text used = known_facts(m_table, {"contract_on",         "delivered_on",     "start_due",       "extension_signed_on",
                                            "extension_start_due", "permit_on",        "foundation",      "foundation_done",
                                            "started_on",          "finished_on",      "stopped_on",      "area_to_develop",
                                            "area_developed",      "investment_total", "investment_made", "cause",
                                            "cause_from",          "cause_to",         "cause_verified",  "price",
                                            "determination_doc",   "determination_on"});
    const Text from = place(m_table);
    if (empty(used))
      m_steps.add("事实（" + from.zh + "）：没有任何日期、投资或原因的记录。", "Facts (" + from.en + "): no day, investment or cause is recorded.");
    else
      m_steps.add("事实（" + from.zh + "）：" + used.zh + "。", "Facts (" + from.en + "): " + used.en + ".");
    if (remarked(Remark::contract_day_missing))
      m_steps.add("没有合同签订日期；因列于供地资料，按已供应计。",
                  "No contract day is recorded; as the land stands among the supplied parcels, it counts as supplied.");
  }

  void extension() {
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

  void start_due() {
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

  [[nodiscard]] Text foundation() const {
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

  void started() {
    const auto cited = m_law.cite({law_of::kOtherFoundationShare});
    if (illogical()) {
      const bool stop = remarked(Remark::stopped_before_start);
      const std::string start =
          iso(m_facts.permit_on && m_facts.started_on ? std::max(*m_facts.permit_on, *m_facts.started_on) : *m_facts.started_on);
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

  void work_started(const std::vector<Citation>& cited) {
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

  void law_missing() {
    for (const std::string& name : m_terms.missing) {
      const Text why = m_law.why_missing(name);
      m_steps.add("判断所需的一项规则在审计基准日没有现行依据：" + why.zh + "。",
                  "A rule the verdict needs has no basis in force on the as-of day: " + why.en + ".");
    }
  }

  // Part against share of the whole, with the products compared.
  void limb(const Text& what, const std::optional<Exact>& part, const std::optional<Exact>& whole, const std::optional<Exact>& least, Certainty below,
            const Text& unit, std::string_view parameter) {
    if (!part || !whole || !least)
      return m_steps.add(what.zh + "：资料不全，是否不足不能确定。",
                         what.en + ": not fully recorded, so whether it is below its share cannot be told.", m_law.cite({parameter}));
    const std::string line = figure(*least * *whole, 4), portion = share(*least);
    const bool is_below = below == Certainty::yes;
    m_steps.add(what.zh + "：" + figure(*part) + unit.zh + "，总数 " + figure(*whole) + unit.zh + "，其 " + portion + " 为 " + line + unit.zh + "，" +
                    (is_below ? "不足。" : "没有不足（恰为此数的不算不足）。"),
                what.en + ": " + figure(*part) + unit.en + " of " + figure(*whole) + unit.en + "; " + portion + " of that is " + line + unit.en +
                    ", " + (is_below ? "so it is below." : "so it is not below (exactly that much is not below)."),
                m_law.cite({parameter}));
  }

  void suspension() {
    m_steps.add("已于 " + iso(m_facts.stopped_on) + " 中止开发建设，基准日前没有竣工。",
                "Work stopped on " + iso(m_facts.stopped_on) + " and was not completed by the as-of day.", m_law.cite({law_of::kStopAfterYears}));
    if (m_terms.stop_after_years) period_step(*m_facts.stopped_on, *m_terms.stop_after_years, {law_of::kStopAfterYears});
    limb({"已动工开发面积", "Area under development"}, m_facts.area_developed, m_facts.area_to_develop, m_terms.developed_share, m_verdict.limb_area,
         {" m²", " m²"}, law_of::kDevelopedShare);
    limb({"已投资额（不含地价税费）", "Investment made, without land price and taxes"}, m_facts.investment_made, m_facts.investment_total,
         m_terms.invested_share, m_verdict.limb_investment, {" 万元", " ×10⁴ yuan"}, law_of::kInvestedShare);
    const Certainty either = measures::either(m_verdict.limb_area, m_verdict.limb_investment);
    m_steps.add(either == Certainty::yes
                    ? Text{"两项有一项不足即可认定，条件具备。", "One of the two below its share is enough: the condition is met."}
                : either == Certainty::no
                    ? Text{"两项均非不足，不因中止而构成闲置。", "Neither is below its share: the stop does not make the land idle."}
                    : Text{"已知的不足以认定，未知的可能改变结论。", "What is known does not meet the condition; what is unknown could."});
  }

  void reckoning() {
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
              (ended ? Text{"；" + iso(m_verdict.started) + " 动工时已满。", "; when work started, on " + iso(m_verdict.started) + ", it was full."}
                     : Text{"；" + iso(m_verdict.started) + " 动工时未满。",
                            "; when work started, on " + iso(m_verdict.started) + ", it was not full."}),
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

  void outcome() {
    if (!m_verdict.idle_class) return;
    const Text found = class_of(m_verdict, m_terms);
    Text text{"因此：" + found.zh, "Hence: " + found.en};
    if (m_verdict.idle_since)
      text = text + Text{"。闲置自 " + iso(m_verdict.idle_since) + " 起，至 " + as_of() + " 为 " + std::to_string(*m_verdict.idle_days) + " 日",
                         ". Idle since " + iso(m_verdict.idle_since) + ", " + std::to_string(*m_verdict.idle_days) + " days by " + as_of()};
    m_steps.add(text + Text{"。", "."});
  }

  void overdue() {
    if (!m_verdict.overdue_days) return;
    const std::string gross = std::to_string(*m_verdict.overdue_days),
                      net = std::to_string(m_verdict.overdue_days_net.value_or(*m_verdict.overdue_days));
    const std::string due = iso(m_verdict.start_due);
    if (gross == net)
      return m_steps.add("自动工开发日期 " + due + " 起，至审计基准日已超过 " + gross + " 日，没有可扣除的期间。",
                         gross + " days past the start day " + due + "; nothing is to be deducted.");
    m_steps.add("自动工开发日期 " + due + " 起，至审计基准日已超过 " + gross + " 日；其中已核实原因的期间 " +
                    std::to_string(*m_verdict.overdue_days - m_verdict.overdue_days_net.value_or(0)) + " 日，扣除后为 " + net +
                    " 日。两数并列，分类以未扣除的为准。",
                gross + " days past the start day " + due + "; a verified cause covers " +
                    std::to_string(*m_verdict.overdue_days - m_verdict.overdue_days_net.value_or(0)) + " of them, which leaves " + net +
                    ". Both stand side by side; the class goes by the days undeducted.");
  }

  void cause() {
    if (!m_verdict.route && !m_facts.cause) return;
    if (!m_facts.cause || *m_facts.cause == idle::Cause::none)
      return m_steps.add("没有政府原因或不可抗力的记录。", "No government-side cause or force majeure is recorded.");
    const Text named = words(*m_facts.cause);
    if (m_facts.cause_from && *m_facts.cause_from > m_as_of)
      return m_steps.add("所记原因“" + named.zh + "”始于 " + iso(m_facts.cause_from) + "，晚于审计基准日，不计。",
                         "The cause recorded (" + named.en + ") begins on " + iso(m_facts.cause_from) + ", after the as-of day, and does not count.");
    if (m_facts.cause_verified != Certainty::yes)
      return m_steps.add("使用权人主张的原因“" + named.zh + "”没有核实，既不免除也不扣除天数。",
                         "The cause claimed (" + named.en + ") is not verified; it neither excuses nor deducts days.");
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

  void route() {
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
        text = text + Text{"，由主管部门核实后决定", ", for the department to verify and decide"};
        break;
    }
    m_steps.add(text + Text{"。", "."}, cited);
  }

  [[nodiscard]] Text fee() const {
    if (m_verdict.fee_wan_yuan && m_facts.price && m_terms.fee_rate) {
      const std::string rate = explain::share(*m_terms.fee_rate), price = figure(*m_facts.price), due = figure(*m_verdict.fee_wan_yuan);
      return {"，价款 " + price + " 万元 × " + rate + " = " + due + " 万元", ", contract price " + price + " × " + rate + " = " + due + " ×10⁴ yuan"};
    }
    if (!m_facts.price) return {"；没有价款记录，金额未知", "; no contract price is recorded, so the amount is unknown"};
    return {"；基准日没有现行费率，金额未知", "; no rate is in force on the as-of day, so the amount is unknown"};
  }

  void next() {
    if (!m_verdict.next_class || !m_verdict.next_on) return;
    const Text then = words(*m_verdict.next_class, m_terms);
    m_steps.add("如无变化，" + iso(m_verdict.next_on) + " 起转为：" + then.zh + "。",
                "If nothing happens, from " + iso(m_verdict.next_on) + " on: " + then.en + ".");
  }

  void missing() {
    std::vector<Text> names;
    for (const std::string_view name : m_verdict.missing) names.push_back(field(facts::Layer::parcels, name));
    if (names.empty()) return;
    const Text wanted = list(names);
    m_steps.add("缺少：" + wanted.zh + "。补录后即可判断。", "Missing: " + wanted.en + ". Recording it would settle what is open.");
  }

  const idle::Facts& m_facts;
  const idle::Terms& m_terms;
  const idle::Verdict& m_verdict;
  const Law& m_law;
  const facts::Table& m_table;
  Day m_as_of;
  bool m_day_rule_cited = false;
  Section m_section{{"是否闲置", "Is it idle?"}, true, {}, {}};
  Steps m_steps{m_section};
};

}  // namespace

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

Section idle_section(const IdleCase& idle, const Law& law, const facts::Table& facts) { return Telling(idle, law, facts).tell(); }

}  // namespace yongdi::explain
