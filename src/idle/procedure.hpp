#pragma once
// The procedure of an idle case: until when notice, reply and payment are due (闲置土地处置办法 5, 17), and which of the six ways of art. 12 are open.
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "idle/audit_checks.hpp"
#include "idle/verdict.hpp"

namespace yongdi::idle {

// Last days. The first day is not counted (民法典 201); a last day that is a public holiday moves on, which the program does not know.
struct Deadlines {
  std::optional<measures::Day> notice_due;   // of the investigation notice: counted from the first idle day
  std::optional<measures::Day> reply_due;    // of the holder's explanation: from the notice
  std::optional<measures::Day> payment_due;  // of the fee, or of the certificate on recovery: from the day of that decision
};
Deadlines deadlines(const Handling& handling, const Verdict& verdict, const CheckTerms& terms, measures::Day as_of);

enum class Option { extension, adjust, temporary, buyback, swap, other };  // art. 12, in its order; the codes of disposal_method
inline constexpr std::size_t kOptionCount = 6;

// Why a way is not open. Each bars it alone.
enum class Bar {
  no_cause,          // art. 12 asks for a cause of art. 8, verified, or land of class B
  not_monitored,     // art. 25: the parcel is not recorded in the monitoring system
  extended_before,   // as many extensions as are let pass have been made
  no_plan_change,    // art. 12(5): a swap asks for a lawful change of plan (G2)
  price_not_paid,    // art. 12(5): a swap asks for the price paid in full
};

// What the records say of one way. `open` is unknown where a record that decides it is missing; what no record holds (that an adjustment fits the plans,
// that the funds of a swap are in place) is not asked, and is for the file to show.
struct OptionCheck {
  Option option = Option::other;
  measures::Certainty open = measures::Certainty::unknown;
  std::vector<Bar> barred_by;
  std::vector<std::string_view> missing;   // canonical fields
  std::optional<measures::Day> latest_on;  // agreed on the as-of day: the last new start day, or the last day of temporary use
  bool restarts_clock = true;              // art. 12: every way but buying back sets a new start day
};
// For idle land only; empty for any other.
std::vector<OptionCheck> options(const Facts& facts, const Handling& handling, const Verdict& verdict, const CheckTerms& terms, measures::Day as_of);

std::string_view to_text(Option value);
std::string_view to_text(Bar value);

}  // namespace yongdi::idle
