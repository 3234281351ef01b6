#pragma once
// Idle land (闲置土地处置办法, 国土资源部令第53号): what is known of a parcel, the terms of law in force, and the verdict.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "measures/certainty.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::idle {

enum class Foundation { pit, piles, other };                    // art. 30
enum class Cause { none, G1, G2, G3, G4, G5, G6, FM, PRELIM };  // art. 8; PRELIM: 城市房地产管理法 26

// A stretch of time in which work was held up, as somebody recorded it.
struct CausePeriod {
  std::optional<Cause> cause;
  std::optional<measures::Day> from, to;  // both included; without a last day it is running still
  measures::Certainty verified = measures::Certainty::unknown;
  friend bool operator==(const CausePeriod&, const CausePeriod&) = default;
};

struct Facts {
  std::optional<measures::Day> contract_on, start_due, delivered_on, extension_signed_on, extension_start_due;
  std::optional<measures::Day> permit_on, started_on, finished_on, stopped_on;
  std::optional<Foundation> foundation;
  std::optional<measures::Exact> foundation_done;                    // 0–1
  std::optional<measures::Exact> area_to_develop, area_developed;    // m²
  std::optional<measures::Exact> investment_total, investment_made;  // 万元, without land price and taxes (art. 30)
  std::optional<Cause> cause;
  std::optional<measures::Day> cause_from, cause_to;
  measures::Certainty cause_verified = measures::Certainty::unknown;
  std::vector<CausePeriod> more_causes;  // from a table of causes; see causes()
  // Whether it is granted land for real-estate development (城市房地产管理法 26), which alone is excused by preliminary work.
  measures::Certainty real_estate = measures::Certainty::unknown;
  std::optional<measures::Exact> price;  // 万元
  bool determined = false;               // determination_doc given and determination_on ≤ as-of day
};

// Every cause on record: that of the parcel's own columns, then those of the table. One that is the same as another stands once.
std::vector<CausePeriod> causes(const Facts& facts);

// Reads Facts from the rows of a parcels table, and of a table of causes where there is one.
class FactsReader {
 public:
  explicit FactsReader(const facts::Table& parcels, const facts::Table* causes = nullptr);
  // `causes`: the rows of that table that are about this parcel.
  [[nodiscard]] Facts read(const facts::Row& row, measures::Day as_of, std::span<const facts::Row> causes = {}) const;

 private:
  facts::Column m_contract_on, m_start_due, m_delivered_on, m_extension_signed_on, m_extension_start_due, m_permit_on, m_started_on, m_finished_on,
      m_stopped_on, m_foundation, m_foundation_done, m_area_to_develop, m_area_developed, m_investment_total, m_investment_made, m_cause,
      m_cause_from, m_cause_to, m_cause_verified, m_price, m_determination_doc, m_determination_on, m_land_use, m_supply_mode;
  struct Causes {
    facts::Column cause, from, to, verified;
  };
  std::optional<Causes> m_causes;
};

// The parameters the verdict stands on.
namespace parameter {
inline constexpr rulebook::Name kIdleAfterYears = "idle.idle_after_years";
inline constexpr rulebook::Name kRecoverAfterYears = "idle.recover_after_years";
inline constexpr rulebook::Name kStopAfterYears = "idle.stop_after_years";
inline constexpr rulebook::Name kDeliveryToStartYears = "idle.delivery_to_start_years";
inline constexpr rulebook::Name kDevelopedShare = "idle.developed_share";
inline constexpr rulebook::Name kInvestedShare = "idle.invested_share";
inline constexpr rulebook::Name kOtherFoundationShare = "idle.other_foundation_share";
inline constexpr rulebook::Name kFeeRate = "idle.fee_rate";
inline constexpr rulebook::Name kYearCompleteOnAnniversary = "year_complete_on_anniversary";
}  // namespace parameter

// The terms of law the verdict needs, taken from the rulebook for a day. A missing term (nothing in force) makes verdicts that need it unknown:
// `idle` unknown, stage undecided, no class. Without the day rule no period of years can be counted, so the three periods below are then missing too.
struct Terms {
  std::optional<int> idle_after_years;                                                     // art. 2: full one year
  std::optional<int> recover_after_years;                                                  // art. 14: full two years
  std::optional<int> stop_after_years;                                                     // art. 2: stopped for a full year
  std::optional<int> delivery_to_start_years;                                              // art. 22: delivery + 1 year
  std::optional<measures::Exact> developed_share, invested_share, other_foundation_share;  // art. 2: 1/3, 25 %; art. 30: 1/3
  std::optional<measures::Exact> fee_rate;                                                 // art. 14: 20 %
  bool year_complete_on_anniversary = false;                                               // the project's own day rules
  std::vector<std::string> missing;                                                        // names of parameters that no document in force gives
};
Terms terms(const rulebook::Rulebook& rules, measures::Day as_of);

enum class Class { NORMAL, LATE_START, OVERDUE_START, IDLE_A1, IDLE_A2, IDLE_B, IDLE_ENDED, IDLE_UNSURE, DATA_GAP };
enum class Stage { future, pending, idle, building, completed, undecided };
enum class Basis { agreement, contract, delivery, none };
enum class Route { fee, recover, negotiate, review };
enum class Idle { yes, no, unknown, not_applicable };  // "n/a"
// What the causes on record amount to on the as-of day. mixed: verified, ended, and the land is idle even without their days.
enum class CauseState { none, claimed, running, ended, mixed };

// What the rule noticed on the way; each is a finding.
enum class Remark {
  extension_before_signing,  // DATE_ILLOGICAL: new start day before the signing of the extension
  extension_unsigned,        // EXTENSION_UNSIGNED: new start day without a signing day
  stopped_before_start,      // DATE_ILLOGICAL
  finished_before_start,     // DATE_ILLOGICAL
  permit_missing,            // CHECK_PERMIT
  start_missing,             // START_MISSING: finished, no start day
  cause_undated,             // CAUSE_UNDATED: verified cause without its first day
  cause_reversed,            // DATE_ILLOGICAL: a cause that ends before it begins; none of its days are deducted
  cause_not_applicable,      // CAUSE_NOT_APPLICABLE: preliminary work, on land that is not for real-estate development
  contract_day_missing,      // CONTRACT_DAY_MISSING
};

struct Verdict {
  Stage stage = Stage::undecided;
  Idle idle = Idle::unknown;
  std::optional<Class> idle_class;         // empty when future, and when a term of law is missing
  std::optional<measures::Day> start_due;  // the start day D as decided
  Basis start_due_basis = Basis::none;
  std::optional<measures::Day> started;  // the start as decided (max of start and permit), when it counts
  std::optional<measures::Day> idle_since;
  std::optional<int> idle_days, overdue_days, overdue_days_net;
  // The second opinion beside the first, never netted into it: verified causes within (start day, as-of day] cover `cause_days`, each day once; with
  // the start day put off by them the class would be `class_net`. Given for a parcel not started and past its start day.
  std::optional<int> cause_days;
  std::optional<Class> class_net;
  std::optional<CauseState> cause_state;
  std::optional<Class> next_class;
  std::optional<measures::Day> next_on;
  std::optional<Route> route;
  std::optional<measures::Exact> fee_wan_yuan;
  measures::Certainty limb_area = measures::Certainty::unknown, limb_investment = measures::Certainty::unknown;  // class B, when asked
  std::vector<Remark> remarks;
  std::vector<std::string_view> missing;  // canonical names of the fields whose absence left something undecided
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

// Pure: no clock, no file, no global. The order of the questions is that of judge.cpp, which reads from top to bottom.
Verdict judge(const Facts& facts, const Terms& terms, measures::Day as_of);

std::string_view to_text(Class value);
std::string_view to_text(Stage value);
std::string_view to_text(Basis value);
std::string_view to_text(Route value);
std::string_view to_text(Idle value);
std::string_view to_text(Cause value);
std::string_view to_text(CauseState value);

}  // namespace yongdi::idle
