#pragma once
// The screen for inefficient industrial land: several tests, of which two together make land suspected (疑似低效) and one makes it a case to watch
// (关注). It is a screen and not a determination, and never runs on land that is or may be idle, nor on land it would be unfair to: utilities, land
// delivered less than three years ago, projects before their agreed completion, relocations under policy.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "measures/certainty.hpp"
#include "measures/day.hpp"
#include "screening/test.hpp"
#include "screening/thresholds.hpp"

namespace yongdi::screening {

// A ratio as numerator and denominator; the denominator is above zero where known.
struct Share {
  std::optional<measures::Exact> part, whole;
};

struct Facts {
  measures::Certainty industrial = measures::Certainty::unknown;
  measures::Certainty idle = measures::Certainty::unknown;
  bool future = false;
  std::string industry;  // digits of the code
  bool utility = false;  // an industry of electricity, gas or water
  std::optional<measures::Day> contract_on, delivered_on, finish_due, finished_on, production_stopped_on;
  bool production_recorded = false, rating_recorded = false;  // whether the register keeps such a column at all
  Share plot_ratio, coefficient, admin;                       // m² / m²
  std::optional<measures::Exact> plot_ratio_agreed;           // least, by contract
  std::optional<measures::Exact> coefficient_standard;        // least, by the table of limits of the contract's day
  std::string coefficient_origin;                             // that table's document
  std::optional<measures::Exact> investment, investment_agreed;  // 万元
  std::optional<measures::Exact> tax_per_mu;                  // 万元/亩 a year
  std::string rating, rating_before;                          // "A" … "D", empty when not known
  bool rental_approved = false;                               // rental housing approved (保障性租赁住房)
  std::string exempt;                                         // "", "utility", "relocation", "startup", "other": declared
};
// What a parcel's own record says; the rest is filled by who knows the land and its limits.
class FactsReader {
 public:
  explicit FactsReader(const facts::Table& parcels);
  [[nodiscard]] Facts read(const facts::Row& row) const;

 private:
  facts::Column m_contract_on, m_delivered_on, m_finish_due, m_finished_on, m_production_stopped_on, m_plot_ratio_min, m_investment,
      m_investment_agreed, m_rating, m_rating_before, m_rental, m_exempt;
};

enum class NotRated : std::uint8_t { no, future, idle, not_industrial, utility, recent_delivery, before_completion, relocation, startup, other };
std::string_view to_text(NotRated reason);

enum class Grade : std::uint8_t { none, watch, suspected, open };
std::string_view to_text(Grade grade);  // "none", "watch", "suspected"; "open" when it hangs on what is not known

struct Screened {
  std::optional<measures::Certainty> inefficient;  // empty: n/a, not rated
  NotRated not_rated = NotRated::no;
  bool rating_unsure = false;  // whether it may be rated at all hangs on a day that is not recorded; the answer is then at best unknown
  Grade grade = Grade::none;
  std::vector<Test> tests;
  std::vector<std::string_view> missing;  // fields that would settle an open test
};

// Whether the land is rated at all; asked first, since the mean that one test compares with is taken over rated land.
struct Rated {
  NotRated reason = NotRated::no;
  bool unsure = false;
  std::vector<std::string_view> missing;
};
Rated is_rated(const Facts& facts, const Thresholds& thresholds, const Thresholds::Place& place, measures::Day as_of);

// mean_tax_per_mu: of the rated industrial land of the park, 万元/亩; empty when there is none.
Screened screen(const Facts& facts, const Rated& rated, const std::optional<measures::Exact>& mean_tax_per_mu, const Thresholds& thresholds,
                const Thresholds::Place& place, measures::Day as_of);

}  // namespace yongdi::screening
