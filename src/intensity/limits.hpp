#pragma once
// Control limits of a parcel (工业项目建设用地控制指标 and what provinces and cities set beside it): which limit holds, and whether it is kept.
// A parcel on which work has not begun, and whose figure is nought for it, neither keeps a limit nor breaks it: it is not rated.
//
// The contract comes first; where it is silent, the tables: local, then provincial, then national, each in the edition in force on the day of the
// contract, for the parcel's industry in the edition of its code. Binding limits and recommended ones are found apart. Nothing is carried over from
// one edition of the classification to another: a code of 2017 fits no row of 2002.
#include <string>
#include <vector>

#include "intensity/ratio.hpp"
#include "measures/day.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::intensity {

enum class Force : std::uint8_t { binding, recommended };
enum class Origin : std::uint8_t { contract, local, provincial, national };  // in the order in which they hold
std::string_view to_text(Force force);
std::string_view to_text(Origin origin);

// One row of a table of limits.
struct Limit {
  Measure measure = Measure::plot_ratio;
  Bound bound = Bound::min;
  Force force = Force::binding;
  Origin origin = Origin::national;
  measures::Exact value;          // ratio or share 0–1; 万元/公顷
  std::string document, edition;  // number of the instrument, "2008"
  measures::Day from;
  std::optional<measures::Day> to;  // inclusive
  std::string place;                // park id, county or city; empty: everywhere
  std::string industry;             // code; empty: every industrial parcel
  std::string industry_edition;     // "2002"; goes with `industry`
  std::string land_class;           // 土地等别; empty: all
  rulebook::Status status = rulebook::Status::read;
  std::string table;     // file
  std::int64_t row = 0;  // in that file
  [[nodiscard]] bool in_force(measures::Day day) const { return from <= day && (!to || day <= *to); }
};

// What decides which rows fit a parcel.
struct Site {
  std::optional<measures::Day> contract_on;
  measures::Certainty industrial = measures::Certainty::unknown;
  std::string industry, industry_edition;  // digits of the code; empty: not recorded
  std::string land_class;
  std::vector<std::string> places;  // park, those above it, county, city
  bool unstarted = false;           // work has surely not begun
};

// Why no row was found; a later reason means that some row came nearer.
enum class Gap : std::uint8_t {
  none_loaded,       // no table sets this limit at all
  no_row,            // no table has a row for this industry, place or land class
  none_in_force,     // one has, but not on the day of the contract
  not_industrial,    // limits of industrial projects do not concern it
  industry_missing,  // rows go by industry, and the parcel has no code
  edition_missing,   // a row has the code, but which edition the parcel's code belongs to is not recorded
  contract_missing,  // a row fits, but the day of the contract is not recorded
  not_started,       // limits there are, but work has not begun and there is nothing to compare with them
};

struct Found {
  const Limit* limit = nullptr;
  Gap gap = Gap::none_loaded;  // when there is none
  // The parcel lacks something that would decide: the comparison is unknown, not without object.
  [[nodiscard]] bool undecided() const { return limit == nullptr && (gap == Gap::edition_missing || gap == Gap::contract_missing); }
};

// Rows of all tables. No two rows fit the same parcel equally well: reading refuses a double entry.
class LimitTable {
 public:
  LimitTable() = default;
  explicit LimitTable(std::vector<Limit> rows) : m_rows(std::move(rows)) {}
  [[nodiscard]] Found find(Measure measure, Bound bound, Force force, const Site& site) const;
  [[nodiscard]] const std::vector<Limit>& rows() const { return m_rows; }

 private:
  std::vector<Limit> m_rows;
};

// One limit beside what was agreed and what is.
struct Compared {
  Measure measure = Measure::plot_ratio;
  Bound bound = Bound::min;
  Force force = Force::binding;
  const Limit* limit = nullptr;  // null: the contract's own
  measures::Exact required;
  std::optional<measures::Exact> declared;  // as agreed in the contract
  std::optional<double> actual;
  std::optional<measures::Certainty> kept = measures::Certainty::unknown;  // empty: not rated, for work has not begun
  // The contract asks for less than the table that would bind without it.
  const Limit* looser_than = nullptr;
};

// What contracts agree, in the units of Limit::value; empty where they are silent.
struct Agreed {
  std::optional<measures::Exact> plot_ratio_min, plot_ratio_max, building_coefficient_min, investment_min;
  [[nodiscard]] const std::optional<measures::Exact>& of(Measure measure, Bound bound) const;
};

struct Comparison {
  std::vector<Compared> limits;                                            // by measure, bound, force
  std::optional<measures::Certainty> plot_ratio, coefficient, investment;  // of the binding ones together; empty: none holds
  std::optional<rulebook::Status> weakest;                                 // status of the table rows behind these three
  Gap plot_ratio_gap = Gap::none_loaded, coefficient_gap = Gap::none_loaded, investment_gap = Gap::none_loaded;
  std::vector<std::string_view> missing;  // fields whose absence left one of the three open
};
Comparison compare(const Ratios& ratios, const Agreed& agreed, const LimitTable& tables, const Site& site);

}  // namespace yongdi::intensity
