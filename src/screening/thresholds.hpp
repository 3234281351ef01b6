#pragma once
// Thresholds of the screens: every one comes from a rule document in force on the as-of day, and may be set apart for a park, an industry, or an
// industry in a park by a table of the bureau. Which one was used, and whence, is kept with every test.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::screening {

// One row of a table of thresholds.
struct Override {
  std::string parameter;        // "screen.tax_share_of_mean_min"
  std::string park, industry;   // park id, beginning of the industry code; empty: all
  measures::Exact value;
  std::string document;         // what it rests on
  std::string table;
  std::int64_t row = 0;
};

struct Threshold {
  std::optional<measures::Exact> value;  // empty: no document in force gives it, and no table
  findings::Text origin;                 // "闲置土地处置办法 第二条", or "thresholds.csv 7 清高管〔2024〕3号"
  rulebook::Status status = rulebook::Status::read;
  bool own = false;  // set by a table, not by the rule document
};

class Thresholds {
 public:
  Thresholds(const rulebook::Rulebook& rules, measures::Day as_of, std::vector<Override> overrides)
      : m_rules(rules), m_as_of(as_of), m_overrides(std::move(overrides)) {}
  // Where the parcel or park lies: the park itself first, then those above it. A row for the nearest park holds, then one for the longer industry
  // code.
  struct Place {
    std::span<const std::string> parks;
    std::string_view industry;
  };
  [[nodiscard]] Threshold find(rulebook::Name parameter, const Place& place) const;
  [[nodiscard]] std::optional<int> whole(rulebook::Name parameter, const Place& place) const;
  [[nodiscard]] const std::vector<Override>& overrides() const { return m_overrides; }

 private:
  const rulebook::Rulebook& m_rules;
  measures::Day m_as_of;
  std::vector<Override> m_overrides;
};

// "清府〔2021〕26号 第十一条", "清府〔2021〕26号, art. 11"
findings::Text origin_of(const rulebook::InForce& held);

// Parameters that a table of thresholds may set; all of the screens, none of the law on idle land or supply.
std::vector<std::string_view> settable_parameters();

}  // namespace yongdi::screening
