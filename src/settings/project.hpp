#pragma once
// The project file: what to read, where, and how to take it. Declared once (project.cpp's tables of keys), validated whole: unknown keys, wrong
// types and bad units are failures (Exit::usage) that name the key, its line, and the nearest valid one.
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/field.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "measures/units.hpp"

namespace yongdi::settings {

struct FieldSetting {
  std::string field;                     // the source's own name
  const measures::Unit* unit = nullptr;  // null: from the value, the header, or the default
};

struct LayerSetting {
  std::string source;  // as written; relative to the project file
  std::optional<std::string> layer, crs, where, encoding;
  std::map<std::string, FieldSetting, std::less<>> fields;                                     // by canonical name
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> values;  // canonical field → as written → code
  std::vector<std::string> priority;                                                           // parks only
};

struct TableSetting {
  LayerSetting table;
  // Of kind causes, reasons, overrides or firms: a table of records, read by its own fields. Empty: attributes, joined to the rows of `to`.
  std::optional<facts::Layer> records;
  facts::Layer to = facts::Layer::parcels;  // means nothing for overrides, whose rows name their layers
  std::string on_layer;  // canonical field of the layer, "id"
  std::string on_table;  // column of the table; empty: recognised by alias of on_layer, or of the key of the records
};

struct ConstraintSetting {
  LayerSetting layer;
  std::string kind;  // urban_boundary farmland ecology other
};

// [limits]: tables of control limits beside the shipped ones, and what holds for parcels whose own record is silent.
struct LimitsSetting {
  std::vector<std::string> tables;  // relative to the project file
  std::string land_class;           // 土地等别
  std::string industry_edition;     // of industry codes that do not say theirs
};

// [screening]: its presence switches the screen for inefficient land on.
struct ScreeningSetting {
  std::string thresholds;  // table of thresholds by park and industry; empty: those of the rule documents alone
};

// [rating]: firms rated per mu; its presence asks for it.
struct RatingSetting {
  std::string formula;                           // S1, S2, S3
  std::string items;                             // table of items, weights and benchmarks
  std::optional<double> cap;                     // S1: most an item can get, as times its weight
  std::optional<std::array<measures::Exact, 3>> cuts;  // shares of a group down to which classes A, B and C reach; empty: by rule document
};

// [evaluation]: land-intensity evaluation.
struct EvaluationSetting {
  std::string weights, ideals;  // tables of the user's; empty: no scores
  std::string statistics;       // table of figures by park that no layer has; empty: none
  std::string province;         // whose bulletin stands beside provincial parks: "广东"
  // Which denominators are used where sources differ.
  std::string idle_rate = "D", overall_tax_per_land = "A", industrial_fixed_asset_intensity = "A2";
};

// Tolerances are policy: each has a unit, a default and a reason (tolerance_reasons()).
struct Tolerance {
  double sliver_area_m2 = 1.0;
  double sliver_width_m = 0.10;
  double grid_m = 0.001;
  double balance_m2 = 0.01;
  double area_mismatch = 0.02;
  double block_sum_m2 = 100;
};
struct ToleranceReason {
  std::string_view name, unit, zh, en;
  double Tolerance::*value;
};
std::vector<ToleranceReason> tolerance_reasons();

// [quota]: what a year's quotas are worked out from.
struct QuotaSetting {
  std::optional<int> year;
  std::optional<measures::Exact> total_m2;
  measures::Exact reserve_share;            // 0 when the file says nothing
  std::string rule;                         // linked, factor
  measures::Exact unit_m2;                  // quotas are whole numbers of this
  const measures::Unit* measure = nullptr;  // the unit of area in which that is written
  std::optional<LayerSetting> parks, disposals, tasks, entries;
  std::vector<std::string> ledgers;  // none, or two
};

enum class AreaBasis { plane, ellipsoid };

struct Project {
  std::filesystem::path file;    // of the project file
  std::filesystem::path folder;  // sources are relative to it
  std::string sha256;            // of the project file's bytes
  // What stands in the file, key by key in its order of keys ("parcels.fields.area.unit", "tables[1].source"), passwords of connections apart: for
  // the receipt, so that a later run can say which key differs. Keys that the receipt has in their effective form (title, as_of, crs, rulebook, area,
  // accept_expired, tolerance) and the quota, which no audit reads, are left out.
  std::vector<std::pair<std::string, std::string>> written;
  std::string title;
  std::optional<measures::Day> as_of;
  std::optional<std::string> crs;
  std::string rulebook = "china";
  AreaBasis area = AreaBasis::plane;
  std::vector<std::string> accept_expired;
  LayerSetting parks, parcels;
  std::optional<LayerSetting> approvals, buildings, land_status;
  std::vector<TableSetting> tables;
  std::vector<ConstraintSetting> constraints;
  std::optional<QuotaSetting> quota;
  LimitsSetting limits;
  std::optional<ScreeningSetting> screening;
  EvaluationSetting evaluation;
  std::optional<RatingSetting> rating;
  Tolerance tolerance;
};

// Throws findings::Failure: Exit::input when the file is missing or unreadable, Exit::usage for what stands in it.
Project read_project(const std::filesystem::path& file);
// The same from text, for tests; `file` is used in messages and for the folder.
Project parse_project(std::string_view toml, const std::filesystem::path& file);

}  // namespace yongdi::settings
