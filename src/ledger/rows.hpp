#pragma once
// One struct per table of the ledger, as the contract names them. columns.hpp binds every member to its column name, unit and meaning; the writer,
// the dictionary (`yongdi columns`), JSON and tables are all made from that binding. Empty optional = NULL = not known.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measures/day.hpp"

namespace yongdi::ledger {

using measures::Day;
using Text = std::optional<std::string>;
using Number = std::optional<double>;
using Whole = std::optional<std::int64_t>;
using Date = std::optional<Day>;

struct ParkRow {
  std::string park_id;
  Text name, level, parent_id;
  Number approved_area_m2, area_m2, area_plane_m2, area_ellipsoid_m2;
  std::string shape_wkb;  // not a column: the geometry; empty = NULL
};
struct ParkBalanceRow {
  std::string park_id, class_name;
  Number area_m2;
};
struct OutsideParksRow {
  std::string class_name;
  Number area_m2;
};
struct ApprovalRow {
  std::string approval_id;
  Date approved_on;
  Whole cohort;
  Number declared_area_m2, area_m2, supplied_m2, unsupplied_m2, sliver_m2, overlap_m2;
  Number supplied_declared_m2, unsupplied_declared_m2, over_supplied_m2, supply_rate;
  Text lapse_candidate;
  Number reasons_m2, methods_m2;
  Text reasons_add_up, methods_add_up, has_time_limit;
  Text missing;
  std::string shape_wkb;
};
struct ApprovalParcelRow {
  std::string approval_id, parcel_id;
  Number area_m2;
  std::string linked_by;
};
struct UnsuppliedRow {
  std::string approval_id;
  Text park_id;
  Number area_m2;
  std::string shape_wkb;
};
struct ParcelRow {
  std::string parcel_id;
  Text name, holder, park_id;
  std::string valid;
  Number area_m2, area_plane_m2, area_ellipsoid_m2, declared_area_m2, in_parks_m2;
  std::string stage, idle;
  Text idle_class, determination;
  Date start_due;
  Text start_due_basis;
  Date idle_since;
  Whole idle_days, overdue_days, overdue_days_net, cause_days;
  Text idle_class_net, cause_state;
  Text cause, route;
  Number fee_wan_yuan;
  Text next_class;
  Date next_on;
  Whole next_in_days;
  Date notice_due, reply_due, payment_due;
  Number floor_area_m2;
  Text floor_basis;
  Number footprint_m2, plot_ratio, plot_ratio_min_required, plot_ratio_max_allowed, plot_ratio_min_declared, plot_ratio_max_declared;
  Text plot_ratio_ok;
  Number building_density, building_coefficient, building_coefficient_min_required, building_coefficient_min_declared;
  Text building_coefficient_ok;
  Number fixed_investment_wan_yuan, investment_intensity_wan_per_ha, investment_min_required_wan_per_ha, investment_min_declared_wan_per_ha;
  Text investment_ok, limit_status, area_basis;
  std::string inefficient;
  Text inefficient_grade, not_rated;
  Text missing;
  std::string shape_wkb;
};
struct ParcelParkRow {
  std::string parcel_id, park_id;
  Number area_m2, share;
};
struct IdleOptionRow {
  std::string parcel_id, option, open;
  Text barred_by, missing;
  Date latest_on;
  std::string restarts_clock;
};
struct SupplyRateRow {
  std::string scope;  // park, all
  Text park_id;
  std::string period;  // "2019", "2019–2023"
  std::int64_t first_year = 0, last_year = 0, approvals = 0, unknown_count = 0;
  Number approved_m2, supplied_m2, over_supplied_m2, unsupplied_m2, supply_rate, low, high, floor;
  Text reaches_floor, reaches_within;
};
// One field whose absence leaves something undecided about one subject, and what would settle it.
struct UndecidedRow {
  std::string subject, subject_id, field;
  Text source;
  Whole row;
  Text header;
  std::string blocks;
  Number area_m2;
  std::string settle_zh, settle_en;
};
// One row of an overrides table, and what became of it.
struct OverrideRow {
  std::string layer, subject, field;  // as written; the field by its canonical name once it is recognised
  Text old_value, new_value;          // as written
  std::string outcome;
  Text source_value, value;  // before and after, in the canonical unit of the field
  Text who;
  Date day;
  Text document;
  Date expires;
  std::string source;
  std::int64_t row = 0;
};
struct ParcelScreenRow {
  std::string parcel_id, topic, test;
  Number value;
  std::string comparison;
  Number threshold;
  std::string unit, met;
  Text outcome, rule, rule_en;
};
struct ParcelLimitRow {
  std::string parcel_id, indicator, bound, force, set_by;
  Number required, declared, actual;
  std::string unit, kept;
  Text document, edition, industry, industry_edition, land_class, place, status, source;
  Whole row;
};
// A declared figure of parcel_fact or approval_fact that its REAL column cannot keep: 1 mu is 2000/3 m².
struct FactExactRow {
  std::string subject, subject_id, field, value;
};
// A column of a source that gives a field: the layer's own, or one of a joined table that fills what the layer leaves blank.
struct FactSourceRow {
  std::string subject, field, source, header;
  Text unit;
};
// A row of a joined table that belongs to a subject. `fields`: those it filled, of the fields that several sources give.
struct FactJoinRow {
  std::string subject, subject_id, source;
  std::int64_t row = 0;
  Text fields;
};
struct ParkIndicatorRow {
  std::string park_id, indicator;
  Number value;
  std::string unit;
  Number numerator, denominator, low, high;
  Whole unknown_count;
  Text formula_zh = {}, formula_en = {}, source = {}, missing = {};
  Number completeness = {}, published_national = {}, published_provincial = {};
  Text published_zh = {}, published_en = {}, assessment = {};
};
struct IndicatorRow {
  std::string indicator, name_zh, name_en;
  Text group, numerator, denominator, formula;
  std::string unit;
  Text direction, status, source;
};
struct ParkEvaluationRow {
  std::string park_id;
  Text zone_type, zone_basis, declared_type;
  Number industrial_share, residential_share;
  Text industrial_assessment;
  Number completeness, score, score_low, score_high;
  Whole rank;
  Text rank_group;
};
struct ParkScoreRow {
  std::string park_id, indicator;
  Number weight, ideal, value, points, points_low, points_high;
};
struct FindingRow {
  std::string finding_id, code, severity, owner;
  Text source;
  Whole row;
  Text field, subject, subject_id, other_id;
  std::string message_zh, message_en, fix_zh, fix_en;
  Text blocks;
  Number area_m2;
  std::string shape_wkb;
};
struct RuleRow {
  std::string rule_id, document, number, article, article_en;
  Text version;
  Date in_force_from, in_force_to;
  std::string parameter;
  Number value;
  std::string unit, status, statement_zh, statement_en;
  std::string level{}, use{};
  Text note_zh{}, note_en{}, rejected_zh{}, rejected_en{};
};
struct RuleMissingRow {
  std::string rule_zh, rule_en, document, article, article_en, why_zh, why_en, by_hand_zh, by_hand_en;
};
struct RuleDocumentRow {
  std::string name, sha256, text;
};
struct ReceiptRow {
  std::string key, value;
};

}  // namespace yongdi::ledger
