// What the audit checks work with: the record of a case, the limits in force, and the open cases of a holder.
#include <algorithm>
#include <tuple>

#include "idle/audit_checks.hpp"
#include "rulebook/lookup.hpp"

namespace yongdi::idle {

HandlingReader::HandlingReader(const facts::Table& parcels)
    : m_id(parcels, "id"),
      m_holder(parcels, "holder"),
      m_uscc(parcels, "uscc"),
      m_delivery_due(parcels, "delivery_due"),
      m_notice_on(parcels, "notice_on"),
      m_reply_on(parcels, "reply_on"),
      m_determination_on(parcels, "determination_on"),
      m_published_on(parcels, "published_on"),
      m_publication_withdrawn_on(parcels, "publication_withdrawn_on"),
      m_disposal_method(parcels, "disposal_method"),
      m_disposal_on(parcels, "disposal_on"),
      m_extensions(parcels, "extensions"),
      m_price_paid(parcels, "price_paid"),
      m_fee_paid(parcels, "fee_paid"),
      m_fee_paid_on(parcels, "fee_paid_on"),
      m_mortgaged_on(parcels, "mortgaged_on"),
      m_transferred_on(parcels, "transferred_on"),
      m_monitored(parcels, "monitored") {}

Handling HandlingReader::read(const facts::Row& row) const {
  const auto text = [&row](const facts::Column& column) {
    const std::string* value = column.text(row);
    return value != nullptr ? *value : std::string();
  };
  Handling handling;
  handling.id = text(m_id);
  handling.holder = m_uscc.known(row) ? text(m_uscc) : text(m_holder);
  handling.delivery_due = m_delivery_due.day(row);
  handling.notice_on = m_notice_on.day(row);
  handling.reply_on = m_reply_on.day(row);
  handling.determination_on = m_determination_on.day(row);
  handling.published_on = m_published_on.day(row);
  handling.publication_withdrawn_on = m_publication_withdrawn_on.day(row);
  handling.disposal_method = text(m_disposal_method);
  handling.disposal_on = m_disposal_on.day(row);
  handling.extensions = m_extensions.exact(row);
  handling.price_paid = m_price_paid.exact(row);
  handling.fee_paid = m_fee_paid.exact(row);
  handling.fee_paid_on = m_fee_paid_on.day(row);
  handling.mortgaged_on = m_mortgaged_on.day(row);
  handling.transferred_on = m_transferred_on.day(row);
  if (m_monitored.known(row)) handling.monitored = measures::certain(text(m_monitored) == "yes");
  return handling;
}

CheckTerms check_terms(const rulebook::Rulebook& rules, measures::Day as_of) {
  rulebook::Lookup law(rules, as_of);
  CheckTerms terms;
  terms.recover_after_years = law.whole(parameter::kRecoverAfterYears);
  terms.notice_days = law.whole("idle.notice_days");
  terms.reply_days = law.whole("idle.reply_days");
  terms.pay_days = law.whole("idle.pay_days");
  terms.extension_max_years = law.whole("idle.extension_max_years");
  terms.extensions_max = law.whole("idle.extensions_max");
  terms.temporary_use_max_years = law.whole("idle.temporary_use_max_years");
  terms.delivery_to_start_review_years = law.whole("idle.delivery_to_start_review_years");
  terms.fee_rate = law.number(parameter::kFeeRate);
  terms.fee_tolerance_wan_yuan = law.number("idle.fee_tolerance_wan_yuan");
  terms.missing = std::move(law).missing();
  return terms;
}

void OpenCases::add(const Handling& handling, const Facts& facts, measures::Day as_of) {
  const bool closed = handling.disposal_on && *handling.disposal_on <= as_of;
  if (!facts.determined || !handling.determination_on || handling.holder.empty() || closed) return;
  auto& open = m_by_holder[handling.holder];
  const Open added{handling.id, *handling.determination_on};
  const auto earlier = [](const Open& a, const Open& b) { return std::tie(a.determined_on, a.parcel) < std::tie(b.determined_on, b.parcel); };
  open.insert(std::upper_bound(open.begin(), open.end(), added, earlier), added);
}

const OpenCases::Open* OpenCases::of(const Handling& handling) const {
  const auto found = m_by_holder.find(handling.holder);
  if (found == m_by_holder.end()) return nullptr;
  const auto other = std::find_if(found->second.begin(), found->second.end(), [&](const Open& open) { return open.parcel != handling.id; });
  return other != found->second.end() ? &*other : nullptr;
}

}  // namespace yongdi::idle
