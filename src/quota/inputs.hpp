#pragma once
// What a quota is worked out from: the plan, the parks, their tasks, and the land they disposed of.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measures/exact.hpp"
#include "measures/units.hpp"
#include "quota/disposal.hpp"

namespace yongdi::quota {

enum class Rule : std::uint8_t { linked, factor };  // 增存挂钩: what was disposed of decides; 因素法: base, disposal, demand and performance do

struct Plan {
  int year = 0;
  measures::Exact total_m2;
  measures::Exact reserve_share;  // kept back before sharing, 0 … 1
  Rule rule = Rule::linked;
  measures::Exact unit_m2;                  // quotas are whole numbers of this
  const measures::Unit* measure = nullptr;  // in which figures are told
};

// Areas in m², none below 0; empty: not known.
struct Park {
  std::string id;  // each once
  std::optional<std::string> name;
  std::optional<measures::Exact> demand_m2, floor_m2, base_m2, performance, overuse_m2, illegal_m2;
  std::optional<measures::Exact> unsupplied_two_years_m2;  // expropriated two years ago or more, not supplied
  std::optional<measures::Exact> supply_rate;              // five-year average, 0 … 1
  std::optional<measures::Exact> ledger_supply_rate;       // the same by the ledger the disposals come from
  bool supply_rate_from_ledger = false;                    // nobody typed one, so the ledger's counts
  bool exempt = false;                                     // from the gate on the supply rate
  bool exemption_known = false;                            // somebody said whether it is
};

struct Task {
  std::string park;
  Kind kind = Kind::unsupplied;                        // unsupplied or idle
  bool ceiling = false;                                // stock at most `target_m2`; else disposed of at least `target` of the base
  std::optional<int> cohort_from, cohort_to;           // approvals of these years only; empty: open
  measures::Exact base_m2;                             // stock at the base date
  measures::Exact target;                              // a share, or m² for a ceiling
  std::optional<measures::Exact> ledger_base_m2 = {};  // the base by the first ledger, where there are two
};

// Whether land approved in that year counts for the task; land of an unknown year is in no span of years.
bool concerns(const Task& task, const std::optional<int>& cohort);

// Disposals of one park, summed by kind and cohort.
struct Disposed {
  Kind kind = Kind::unsupplied;
  std::optional<int> cohort;
  measures::Exact area_m2;
  std::uint64_t count = 0;
};

struct Case {
  Plan plan;
  std::vector<Park> parks;                      // by id
  std::vector<std::vector<Disposed>> disposed;  // of each park; by kind, then cohort
  std::vector<Task> tasks;                      // by park, kind, cohorts
};

}  // namespace yongdi::quota
