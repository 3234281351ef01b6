#pragma once
// One struct per table of a quota file (quota.gpkg): the quotas of a year and everything they follow from. Beside these it has `finding`, `rule`,
// `rule_document` and `receipt` like any ledger. Areas in m²; in 亩 where a plan is written in 亩 (1 亩 = 2000/3 m²).
#include "ledger/rows.hpp"

namespace yongdi::ledger {

struct QuotaRow {
  std::string park_id;
  Text name;
  std::int64_t year = 0;
  Number demand_m2, credit_m2, quota_m2, demand_mu, credit_mu, quota_mu;
  std::string completion;        // both, one, none
  std::string gated;             // yes, no, unknown
  std::string label;             // 测算 estimate
  std::string placeholder_used;  // yes, no
};
// One per park and step, in the order of the steps.
struct QuotaStepRow {
  std::string park_id;
  std::int64_t number = 0;  // 1 … 8
  std::string step;         // credit raw reward gate deduct cap share round
  Text rule_id;             // of `rule`; several joined by commas
  Number before_m2, after_m2;
  std::string statement_zh, statement_en;
};
// One per round of the sharing: who was fixed in it, and what remained for the others.
struct QuotaRoundRow {
  std::int64_t round = 0;
  Number before_m2, factor;  // land to share at the beginning of the round, and how much each unit of weight would get of it
  std::int64_t fixed = 0;    // parks fixed in this round
  Number after_m2;           // what remains
  std::string statement_zh, statement_en;
};
struct QuotaSourceRow {
  std::string park_id, subject_id, kind;
  Whole cohort;
  Number disposed_m2, coefficient, credit_m2;
  Date closed_on;
  Text document, event;
};
struct QuotaEntryRow {
  std::string park_id, type;
  std::string movement;  // grant, carry, use, lapse; estimate: the year's own figure
  Number amount_m2, amount_mu;
  Text document;
  Date day;
};
struct QuotaBalanceRow {
  std::string park_id, type;
  Number granted_m2, used_m2, lapsed_m2, balance_m2, balance_mu;
};
struct QuotaCheckRow {
  std::string identity, unit;
  Number left, right;
  std::string holds;
  std::string statement_zh, statement_en;
};
// The inputs as read: what the steps started from.
struct QuotaParkRow {
  std::string park_id;
  Text name;
  Number demand_m2, floor_m2, base_m2, performance, overuse_m2, illegal_m2, unsupplied_two_years_m2, supply_rate, ledger_supply_rate;
  Text supply_rate_source;  // table, ledger
  std::string exempt;
};
struct QuotaTaskRow {
  std::string park_id, kind, type;
  Whole cohort_from, cohort_to;
  Number base_area_m2, ledger_base_area_m2, disposed_m2, target, figure;  // target and figure: a share for a rate, m² for a ceiling
  std::string done;
};

}  // namespace yongdi::ledger
