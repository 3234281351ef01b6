#pragma once
// Checks I-01 … I-10 on how an idle-land case was handled (闲置土地处置办法 5, 11, 12, 14, 24, 25): not verdicts, but reasons to open the file. Each
// is a finding of the same code. A check fires only on what is recorded; where a fact or a term of law is missing it keeps silent.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "idle/verdict.hpp"

namespace yongdi::idle {

// How a case was handled, beside idle::Facts.
struct Handling {
  std::string id, holder;  // holder: 统一社会信用代码 where given, else the name
  std::optional<measures::Day> delivery_due, notice_on, reply_on, determination_on, published_on, publication_withdrawn_on, disposal_on, fee_paid_on,
      mortgaged_on, transferred_on;
  std::string disposal_method;  // a code of facts::fields: extension adjust temporary buyback swap other fee recovery; empty: none
  std::optional<measures::Exact> extensions, price_paid, fee_paid;  // count, 万元
  measures::Certainty monitored = measures::Certainty::unknown;
};

class HandlingReader {
 public:
  explicit HandlingReader(const facts::Table& parcels);
  [[nodiscard]] Handling read(const facts::Row& row) const;

 private:
  facts::Column m_id, m_holder, m_uscc, m_delivery_due, m_notice_on, m_reply_on, m_determination_on, m_published_on, m_publication_withdrawn_on,
      m_disposal_method, m_disposal_on, m_extensions, m_price_paid, m_fee_paid, m_fee_paid_on, m_mortgaged_on, m_transferred_on, m_monitored;
};

// The limits the checks compare with, from the rulebook for a day; a check whose limit no document in force gives does not fire.
struct CheckTerms {
  std::optional<int> recover_after_years, notice_days, reply_days, pay_days, extension_max_years, extensions_max, temporary_use_max_years,
      delivery_to_start_review_years;
  std::optional<measures::Exact> fee_rate, fee_tolerance_wan_yuan;
  std::vector<std::string> missing;  // names of parameters
};
CheckTerms check_terms(const rulebook::Rulebook& rules, measures::Day as_of);

// Open cases by holder: for I-08, new land for a holder whose case is open. Filled from all parcels before any is checked.
class OpenCases {
 public:
  void add(const Handling& handling, const Facts& facts, measures::Day as_of);
  struct Open {
    std::string parcel;
    measures::Day determined_on;
  };
  // The earliest open case of that holder on another parcel; null when there is none.
  [[nodiscard]] const Open* of(const Handling& handling) const;

 private:
  std::map<std::string, std::vector<Open>, std::less<>> m_by_holder;  // each ascending by day, then parcel
};

// A check that fired, with the values that the words of its finding ask for.
struct Fired {
  std::string_view code;  // "I-01"
  std::vector<std::pair<std::string, std::string>> values;
};
std::vector<Fired> audit(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, const OpenCases& open_cases,
                         measures::Day as_of);

}  // namespace yongdi::idle
