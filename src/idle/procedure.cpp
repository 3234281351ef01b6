#include "idle/procedure.hpp"

#include <algorithm>

namespace yongdi::idle {
namespace {

using measures::Certainty;
using measures::Day;

// Collects what bars a way, and what would have to be known.
class Checking {
 public:
  Checking(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, Day as_of)
      : m_facts(facts), m_handling(handling), m_verdict(verdict), m_terms(terms), m_as_of(as_of) {}

  OptionCheck check(Option option) {
    m_check = {option, Certainty::yes, {}, {}, {}, option != Option::buyback};
    grounds();
    if (m_handling.monitored == Certainty::no) bar(Bar::not_monitored);
    if (m_handling.monitored == Certainty::unknown) lack("monitored");
    if (option == Option::extension) extension();
    if (option == Option::temporary && m_terms.temporary_use_max_years) m_check.latest_on = m_as_of.anniversary(*m_terms.temporary_use_max_years);
    if (option == Option::swap) swap();
    if (!m_check.barred_by.empty())
      m_check.open = Certainty::no;
    else if (!m_check.missing.empty())
      m_check.open = Certainty::unknown;
    if (m_check.open == Certainty::no) m_check.latest_on.reset();
    return std::move(m_check);
  }

 private:
  void bar(Bar why) { m_check.barred_by.push_back(why); }
  void lack(std::string_view field) { m_check.missing.push_back(field); }

  // A cause that is claimed and not verified may yet open the way.
  void grounds() {
    if (m_verdict.idle_class == Class::IDLE_B) return;
    switch (m_verdict.cause_state.value_or(CauseState::none)) {
      case CauseState::none:
        return bar(Bar::no_cause);
      case CauseState::claimed:
        return lack("cause_verified");
      case CauseState::running:
      case CauseState::ended:
      case CauseState::mixed:
        return;
    }
  }

  void extension() {
    if (m_terms.extension_max_years) m_check.latest_on = m_as_of.anniversary(*m_terms.extension_max_years);
    if (!m_terms.extensions_max) return;
    const bool once = m_facts.extension_signed_on && *m_facts.extension_signed_on <= m_as_of;
    const measures::Exact made = m_handling.extensions.value_or(measures::Exact(once ? 1 : 0));
    if (made >= measures::Exact(*m_terms.extensions_max)) bar(Bar::extended_before);
  }

  void swap() {
    const auto all = causes(m_facts);
    const auto is_plan_change = [](const CausePeriod& each) { return each.cause == Cause::G2; };
    const auto is_verified = [&](const CausePeriod& each) { return is_plan_change(each) && each.verified == Certainty::yes; };
    if (std::none_of(all.begin(), all.end(), is_plan_change))
      bar(Bar::no_plan_change);
    else if (std::none_of(all.begin(), all.end(), is_verified) && m_check.missing.empty())
      lack("cause_verified");
    if (m_facts.price && m_handling.price_paid) {
      if (*m_handling.price_paid < *m_facts.price) bar(Bar::price_not_paid);
      return;
    }
    if (!m_facts.price) lack("price");
    if (!m_handling.price_paid) lack("price_paid");
  }

  const Facts& m_facts;
  const Handling& m_handling;
  const Verdict& m_verdict;
  const CheckTerms& m_terms;
  Day m_as_of;
  OptionCheck m_check;
};

}  // namespace

Deadlines deadlines(const Handling& handling, const Verdict& verdict, const CheckTerms& terms, Day as_of) {
  Deadlines result;
  if (verdict.stage == Stage::future) return result;
  const auto after = [](std::optional<Day> day, std::optional<int> days) { return day && days ? std::optional(*day + *days) : std::nullopt; };
  const auto happened = [as_of](std::optional<Day> day) { return day && *day <= as_of ? day : std::nullopt; };
  result.notice_due = after(verdict.idle_since, terms.notice_days);
  result.reply_due = after(happened(handling.notice_on), terms.reply_days);
  const bool decided = handling.disposal_method == "fee" || handling.disposal_method == "recovery";
  if (decided) result.payment_due = after(happened(handling.disposal_on), terms.pay_days);
  return result;
}

std::vector<OptionCheck> options(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, Day as_of) {
  std::vector<OptionCheck> result;
  if (verdict.idle != Idle::yes) return result;
  Checking checking(facts, handling, verdict, terms, as_of);
  for (std::size_t i = 0; i < kOptionCount; ++i) result.push_back(checking.check(static_cast<Option>(i)));
  return result;
}

std::string_view to_text(Option value) {
  static constexpr std::array<std::string_view, kOptionCount> kWords = {"extension", "adjust", "temporary", "buyback", "swap", "other"};
  return kWords.at(static_cast<std::size_t>(value));
}

std::string_view to_text(Bar value) {
  static constexpr std::array<std::string_view, 5> kWords = {"no_cause", "not_monitored", "extended_before", "no_plan_change", "price_not_paid"};
  return kWords.at(static_cast<std::size_t>(value));
}

}  // namespace yongdi::idle
