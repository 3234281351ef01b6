#include "idle/audit_checks.hpp"

#include <algorithm>
#include <array>

namespace yongdi::idle {
namespace {

using measures::Certainty;
using measures::Day;
using measures::Exact;
using Values = std::vector<std::pair<std::string, std::string>>;

// 闲置土地处置办法 12: what is agreed with the holder, other than the fee and the recovery of art. 14.
constexpr std::array<std::string_view, 6> kAgreed = {"extension", "adjust", "temporary", "buyback", "swap", "other"};

Exact distance(const Exact& a, const Exact& b) { return a < b ? b - a : a - b; }

class Checks {
 public:
  Checks(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, const OpenCases& open_cases, Day as_of)
      : m_facts(facts), m_handling(handling), m_verdict(verdict), m_terms(terms), m_open_cases(open_cases), m_as_of(as_of) {}

  std::vector<Fired> run() {
    if (m_verdict.stage == Stage::future) return {};
    notice_in_time();
    reply_in_time();
    monitored_before_agreement();
    extension_and_temporary_use();
    fee_amount();
    recovery_after_two_years();
    swap_conditions();
    no_dealings_while_open();
    start_long_after_delivery();
    publication_withdrawn();
    return std::move(m_fired);
  }

 private:
  void fire(std::string_view code, Values values) { m_fired.push_back({code, std::move(values)}); }
  [[nodiscard]] bool happened(std::optional<Day> day) const { return day && *day <= m_as_of; }
  [[nodiscard]] bool agreed() const { return std::find(kAgreed.begin(), kAgreed.end(), m_handling.disposal_method) != kAgreed.end(); }
  [[nodiscard]] bool is_idle_a() const { return m_verdict.idle_class == Class::IDLE_A1 || m_verdict.idle_class == Class::IDLE_A2; }
  [[nodiscard]] bool cause_named() const {
    const auto all = causes(m_facts);
    return std::any_of(all.begin(), all.end(), [](const CausePeriod& each) { return each.cause && *each.cause != Cause::none; });
  }
  [[nodiscard]] bool cause_named(Cause wanted) const {
    const auto all = causes(m_facts);
    return std::any_of(all.begin(), all.end(), [wanted](const CausePeriod& each) { return each.cause == wanted; });
  }
  // A fee recorded without a day was paid at some time before the record was made.
  [[nodiscard]] bool fee_paid() const {
    return m_handling.fee_paid && *m_handling.fee_paid > Exact(0) && (!m_handling.fee_paid_on || happened(m_handling.fee_paid_on));
  }

  void notice_in_time() {  // I-01
    if (!is_idle_a() || !m_terms.notice_days) return;
    const Day last = *m_verdict.idle_since + *m_terms.notice_days;
    if (m_as_of <= last || (m_handling.notice_on && *m_handling.notice_on <= last)) return;
    fire("I-01", {{"first", m_verdict.idle_since->to_iso()}, {"second", last.to_iso()}, {"days", std::to_string(*m_terms.notice_days)}});
  }

  void reply_in_time() {  // I-02
    if (!happened(m_handling.notice_on) || !m_terms.reply_days || happened(m_handling.reply_on)) return;
    const Day last = *m_handling.notice_on + *m_terms.reply_days;
    if (m_as_of <= last) return;
    fire("I-02", {{"first", m_handling.notice_on->to_iso()}, {"second", last.to_iso()}, {"days", std::to_string(*m_terms.reply_days)}});
  }

  void monitored_before_agreement() {  // I-03
    if (!agreed() || !happened(m_handling.disposal_on) || m_handling.monitored != Certainty::no) return;
    fire("I-03", {{"value", m_handling.disposal_method}});
  }

  void extension_and_temporary_use() {  // I-04
    const auto exceeds = [this](std::string zh, std::string en, Day first, Day second, int years) {
      fire("I-04", {{"reason_zh", std::move(zh)},
                    {"reason_en", std::move(en)},
                    {"first", first.to_iso()},
                    {"second", second.to_iso()},
                    {"limit_zh", std::to_string(years) + " 年"},
                    {"limit_en", std::to_string(years) + (years == 1 ? " year" : " years")}});
    };
    const auto& signed_on = m_facts.extension_signed_on;
    const auto& extended_to = m_facts.extension_start_due;
    if (happened(signed_on) && extended_to && m_terms.extension_max_years && *extended_to > signed_on->anniversary(*m_terms.extension_max_years)) {
      exceeds("延期过长", "the extension is too long", *signed_on, *extended_to, *m_terms.extension_max_years);
    }
    if (happened(signed_on) && m_handling.extensions && m_terms.extensions_max && *m_handling.extensions > Exact(*m_terms.extensions_max)) {
      const std::string times = m_handling.extensions->to_string();
      const std::string limit = std::to_string(*m_terms.extensions_max);
      fire("I-04", {{"reason_zh", "已延期 " + times + " 次"},
                    {"reason_en", "extended " + times + " times"},
                    {"first", signed_on->to_iso()},
                    {"second", extended_to ? extended_to->to_iso() : m_as_of.to_iso()},
                    {"limit_zh", limit + " 次"},
                    {"limit_en", limit + (limit == "1" ? " time" : " times")}});
    }
    if (m_handling.disposal_method == "temporary" && happened(m_handling.disposal_on) && m_terms.temporary_use_max_years &&
        m_as_of > m_handling.disposal_on->anniversary(*m_terms.temporary_use_max_years)) {
      exceeds("临时使用未结束", "temporary use has not ended", *m_handling.disposal_on, m_as_of, *m_terms.temporary_use_max_years);
    }
  }

  void fee_amount() {  // I-05
    if (!fee_paid() || !m_facts.price || !m_terms.fee_rate || !m_terms.fee_tolerance_wan_yuan) return;
    const Exact due = *m_facts.price * *m_terms.fee_rate;
    if (distance(*m_handling.fee_paid, due) <= *m_terms.fee_tolerance_wan_yuan) return;
    fire("I-05", {{"value", m_handling.fee_paid->to_string()},
                  {"other", due.to_string()},
                  {"price", m_facts.price->to_string()},
                  {"rate", (*m_terms.fee_rate * Exact(100)).to_string() + " %"}});
  }

  void recovery_after_two_years() {  // I-06
    if (m_verdict.idle_class != Class::IDLE_A2 || !m_terms.recover_after_years || cause_named()) return;
    const bool disposed_by_fee = m_handling.disposal_method == "fee" && happened(m_handling.disposal_on);
    const bool nothing_else = m_handling.disposal_method.empty() || m_handling.disposal_method == "fee" || !happened(m_handling.disposal_on);
    if (!(fee_paid() || disposed_by_fee) || !nothing_else) return;
    fire("I-06", {{"first", m_verdict.idle_since->to_iso()}, {"years", std::to_string(*m_terms.recover_after_years)}});
  }

  void swap_conditions() {  // I-07
    if (m_handling.disposal_method != "swap" || !happened(m_handling.disposal_on)) return;
    if (!cause_named(Cause::G2)) {
      fire("I-07", {{"reason_zh", "闲置原因不是规划依法修改（G2）"}, {"reason_en", "the cause is not a lawful change of plan (G2)"}});
    }
    if (m_facts.price && m_handling.price_paid && *m_handling.price_paid < *m_facts.price) {
      const std::string paid = m_handling.price_paid->to_string();
      const std::string price = m_facts.price->to_string();
      fire("I-07", {{"reason_zh", "价款 " + price + " 万元只缴纳 " + paid + " 万元"},
                    {"reason_en", "of the price of " + price + " ×10⁴ yuan only " + paid + " is paid"}});
    }
  }

  void no_dealings_while_open() {  // I-08
    const auto report = [this](std::string zh, std::string en, Day determined, Day done) {
      fire("I-08", {{"reason_zh", std::move(zh)}, {"reason_en", std::move(en)}, {"first", determined.to_iso()}, {"second", done.to_iso()}});
    };
    if (m_facts.determined && m_handling.determination_on) {
      const Day determined = *m_handling.determination_on;
      const auto while_open = [&](std::optional<Day> day) {
        const bool closed_before = m_handling.disposal_on && day && *m_handling.disposal_on <= *day;
        return happened(day) && *day > determined && !closed_before;
      };
      if (while_open(m_handling.mortgaged_on)) report("办理了抵押登记", "a mortgage was registered", determined, *m_handling.mortgaged_on);
      if (while_open(m_handling.transferred_on)) report("办理了转移登记", "a transfer was registered", determined, *m_handling.transferred_on);
    }
    const OpenCases::Open* const open = m_open_cases.of(m_handling);
    if (open == nullptr || !happened(m_facts.contract_on) || *m_facts.contract_on <= open->determined_on) return;
    report("同一使用权人在宗地 " + open->parcel + " 闲置未处置时取得本宗地",
           "the same holder received this parcel while parcel " + open->parcel + " was idle and not disposed of", open->determined_on,
           *m_facts.contract_on);
  }

  void start_long_after_delivery() {  // I-09
    if (!m_facts.start_due || !m_handling.delivery_due || !m_terms.delivery_to_start_review_years) return;
    if (*m_facts.start_due <= m_handling.delivery_due->anniversary(*m_terms.delivery_to_start_review_years)) return;
    fire("I-09", {{"first", m_handling.delivery_due->to_iso()},
                  {"second", m_facts.start_due->to_iso()},
                  {"years", std::to_string(*m_terms.delivery_to_start_review_years)}});
  }

  void publication_withdrawn() {  // I-10
    if (!happened(m_handling.disposal_on) || !happened(m_handling.published_on) || happened(m_handling.publication_withdrawn_on)) return;
    fire("I-10", {{"first", m_handling.published_on->to_iso()}, {"second", m_handling.disposal_on->to_iso()}});
  }

  const Facts& m_facts;
  const Handling& m_handling;
  const Verdict& m_verdict;
  const CheckTerms& m_terms;
  const OpenCases& m_open_cases;
  Day m_as_of;
  std::vector<Fired> m_fired;
};

}  // namespace

std::vector<Fired> audit(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, const OpenCases& open_cases,
                         Day as_of) {
  return Checks(facts, handling, verdict, terms, open_cases, as_of).run();
}

}  // namespace yongdi::idle
