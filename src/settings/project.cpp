#include "settings/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>

#include "findings/toml_words.hpp"
#include "measures/digest.hpp"
#include "settings/layer_section.hpp"
#include "settings/quota_section.hpp"
#include "settings/section.hpp"
#include "settings/standards_section.hpp"
#include "settings/written_keys.hpp"

namespace yongdi::settings {
namespace {

using findings::Exit;
using findings::Failure;

constexpr Key kProjectKeys[] = {
    {"title", Takes::text},         {"as_of", Takes::day},           {"crs", Takes::text},
    {"rulebook", Takes::text},      {"area", Takes::text},           {"accept_expired", Takes::texts},
    {"parks", Takes::table, true},  {"parcels", Takes::table, true}, {"approvals", Takes::table},
    {"buildings", Takes::table},    {"land_status", Takes::table},   {"tables", Takes::tables},
    {"constraints", Takes::tables}, {"quota", Takes::table},         {"tolerance", Takes::table},
    {"limits", Takes::table},       {"screening", Takes::table},
    {"evaluation", Takes::table},   {"rating", Takes::table},
};
constexpr Key kParkKeys[] = {{"priority", Takes::texts}};
constexpr Key kTableKeys[] = {{"to", Takes::text}, {"on", Takes::text_or_table}, {"kind", Takes::text}};
constexpr Key kConstraintKeys[] = {{"kind", Takes::text, true}};
constexpr Key kJoinKeys[] = {{"layer", Takes::text, true}, {"table", Takes::text}};

constexpr std::string_view kDatabase = "SQLite format 3";  // how the file of every database begins, a GeoPackage too

constexpr std::string_view kAreaBases[] = {"plane", "ellipsoid"};
constexpr std::string_view kTableKinds[] = {"attributes", "causes", "reasons", "overrides", "firms"};
constexpr std::array kRecords = {facts::Layer::causes, facts::Layer::reasons, facts::Layer::overrides, facts::Layer::firms};
constexpr std::string_view kConstraintKinds[] = {"urban_boundary", "farmland", "ecology", "other"};
constexpr std::array kJoinable = {facts::Layer::parks, facts::Layer::approvals, facts::Layer::parcels, facts::Layer::buildings};

std::optional<measures::Day> read_as_of(const Section& top) {
  const toml::node* node = top.node("as_of");
  if (node == nullptr) return std::nullopt;
  std::optional<measures::Day> day;
  if (const toml::value<toml::date>* date = node->as_date()) {
    day = measures::Day::from_ymd((*date)->year, (*date)->month, (*date)->day);
  } else {
    day = measures::Day::parse_iso(node->value<std::string>().value_or(""));
  }
  if (!day) {
    refuse(top.where_is("as_of"), {"“as_of”不是日期。请写成 2024-12-31 的样子。", "\"as_of\" is no day. Please write it like 2024-12-31."});
  }
  return day;
}

LayerSetting read_layer(const Section& top, facts::Layer layer, std::span<const Key> own = {}) {
  const std::string_view name = facts::name(layer);
  const std::vector<Key> keys = with_source_keys(own);
  const Section section(*top.table(name), top.where().at(*top.node(name)).within(name), keys);
  LayerSetting setting = read_layer_setting(section, layer);
  if (!own.empty()) setting.priority = section.texts("priority");
  return setting;
}

std::optional<LayerSetting> read_optional_layer(const Section& top, facts::Layer layer) {
  if (top.table(facts::name(layer)) == nullptr) return std::nullopt;
  return read_layer(top, layer);
}

facts::Layer read_joined_layer(const Section& section) {
  std::vector<std::string_view> names;
  for (const facts::Layer layer : kJoinable) names.push_back(facts::name(layer));
  const std::string to = *section.choice("to", names);
  for (const facts::Layer layer : kJoinable) {
    if (facts::name(layer) == to) return layer;
  }
  throw std::logic_error("a layer that may be joined has no name");
}

// What records of that kind are about.
facts::Layer layer_of(facts::Layer records) { return records == facts::Layer::reasons ? facts::Layer::approvals : facts::Layer::parcels; }

std::optional<facts::Layer> read_kind(const Section& section) {
  const auto kind = section.choice("kind", kTableKinds);
  const auto* const records = std::find_if(kRecords.begin(), kRecords.end(), [&](facts::Layer each) { return kind && facts::name(each) == *kind; });
  return records == kRecords.end() ? std::nullopt : std::optional(*records);
}

// A table of records need not say what it is about, and cannot say otherwise.
void expect_fit(const Section& section, facts::Layer records) {
  const std::string_view kind = facts::name(records);
  if (records == facts::Layer::overrides) {
    for (const char* key : {"to", "on"}) {
      if (section.node(key) == nullptr) continue;
      refuse(section.where_is(key), {fmt::format("{} 类表的每一行自己写明图层和对象，“{}”在这里不适用。请删去这一行。", kind, key),
                                     fmt::format("every row of a table of kind {} names its own layer and subject; \"{}\" does not apply here. Please "
                                                 "remove the line.",
                                                 kind, key)});
    }
  } else if (section.node("to") != nullptr && read_joined_layer(section) != layer_of(records)) {
    const std::string_view right = facts::name(layer_of(records));
    refuse(section.where_is("to"), {fmt::format("{} 类表只能挂接到 {}。请写 to = \"{}\"，或删去这一行。", kind, right, right),
                                    fmt::format("a table of kind {} belongs to {}. Please write to = \"{}\" or remove the line.", kind, right, right)});
  }
}

TableSetting read_table(const toml::table& table, const Where& top) {
  const std::vector<Key> keys = with_source_keys(kTableKeys);
  const Section section(table, top.at(table).within("tables"), keys);
  TableSetting setting;
  setting.records = read_kind(section);
  if (setting.records) {
    expect_fit(section, *setting.records);
    setting.to = layer_of(*setting.records);
  } else {
    if (section.node("to") == nullptr) {
      refuse(section.where(), {"缺少必填的“to”：这张表挂接到哪个图层。请补上，如 to = \"parcels\"。",
                               "\"to\" is required and missing: the layer this table is joined to. Please add it, such as to = \"parcels\"."});
    }
    setting.to = read_joined_layer(section);
  }
  setting.table = read_layer_setting(section, setting.records.value_or(setting.to));
  setting.on_layer = "id";
  if (const toml::table* on = section.table("on")) {
    const Section join(*on, section.where_is("on").within("on"), kJoinKeys);
    setting.on_layer = canonical_name(setting.to, *join.text("layer"), join.where_is("layer"));
    setting.on_table = join.text("table").value_or("");
  } else if (const auto name = section.text("on")) {
    setting.on_layer = canonical_name(setting.to, *name, section.where_is("on"));
  }
  return setting;
}

ConstraintSetting read_constraint(const toml::table& table, const Where& top) {
  const std::vector<Key> keys = with_source_keys(kConstraintKeys);
  const Section section(table, top.at(table).within("constraints"), keys);
  return {read_layer_setting(section, facts::Layer::constraints), *section.choice("kind", kConstraintKinds)};
}

Tolerance read_tolerance(const Section& top) {
  Tolerance tolerance;
  const toml::table* table = top.table("tolerance");
  if (table == nullptr) return tolerance;
  const std::vector<ToleranceReason> declared = tolerance_reasons();
  std::vector<Key> keys;
  for (const ToleranceReason& entry : declared) keys.push_back({entry.name, Takes::number});
  const Section section(*table, top.where().at(*table).within("tolerance"), keys);
  for (const ToleranceReason& entry : declared) {
    const std::optional<double> value = section.number(entry.name);
    if (!value) continue;
    // A grid of no width is no grid; the other tolerances may be zero.
    const bool zero_allowed = entry.value != &Tolerance::grid_m;
    if (!std::isfinite(*value) || *value < 0 || (*value == 0 && !zero_allowed)) {
      refuse(section.where_is(entry.name),
             {fmt::format("“{}”不能是 {}，应为{}的数。请改正，或删去这一行采用默认值。", entry.name, *value, zero_allowed ? "不小于零" : "大于零"),
              fmt::format("\"{}\" cannot be {}: it must be a number {} zero. Please correct it, or remove the line to get the default.", entry.name,
                          *value, zero_allowed ? "not below" : "above")});
    }
    tolerance.*entry.value = *value;
  }
  return tolerance;
}

Project read_sections(const toml::table& root, const std::filesystem::path& file) {
  const Section top(root, {file.filename().string(), "", 0}, kProjectKeys);
  Project project;
  project.file = file;
  project.folder = file.parent_path();
  project.title = top.text("title").value_or("");
  project.as_of = read_as_of(top);
  project.crs = top.text("crs");
  project.rulebook = top.text("rulebook").value_or(project.rulebook);
  if (const auto area = top.choice("area", kAreaBases)) project.area = *area == "plane" ? AreaBasis::plane : AreaBasis::ellipsoid;
  project.accept_expired = top.texts("accept_expired");
  project.parks = read_layer(top, facts::Layer::parks, kParkKeys);
  project.parcels = read_layer(top, facts::Layer::parcels);
  project.approvals = read_optional_layer(top, facts::Layer::approvals);
  project.buildings = read_optional_layer(top, facts::Layer::buildings);
  project.land_status = read_optional_layer(top, facts::Layer::land_status);
  for (const toml::table* table : top.tables("tables")) project.tables.push_back(read_table(*table, top.where()));
  for (const toml::table* table : top.tables("constraints")) project.constraints.push_back(read_constraint(*table, top.where()));
  if (const toml::table* quota = top.table("quota")) project.quota = read_quota(*quota, top.where().at(*quota).within("quota"));
  if (const toml::table* limits = top.table("limits")) project.limits = read_limits_setting(*limits, top.where().at(*limits).within("limits"));
  if (const toml::table* screening = top.table("screening"))
    project.screening = read_screening_setting(*screening, top.where().at(*screening).within("screening"));
  if (const toml::table* rating = top.table("rating")) project.rating = read_rating_setting(*rating, top.where().at(*rating).within("rating"));
  if (const toml::table* evaluation = top.table("evaluation"))
    project.evaluation = read_evaluation_setting(*evaluation, top.where().at(*evaluation).within("evaluation"));
  project.tolerance = read_tolerance(top);
  return project;
}

}  // namespace

std::vector<ToleranceReason> tolerance_reasons() {
  return {
      {"sliver_area_m2", "m2", "小于此面积的叠加碎片多由两次测绘的边线偏差造成，单独合计，不算批而未供",
       "overlay pieces smaller than this come from two surveys of one line; they are summed apart and never unsupplied land",
       &Tolerance::sliver_area_m2},
      {"sliver_width_m", "m", "窄于此宽度（2×面积÷周长）的碎片同上；界址点允许误差为 0.05 m 至 0.10 m",
       "pieces thinner than this (2 × area / perimeter), likewise; boundary points may be off by 0.05 m to 0.10 m", &Tolerance::sliver_width_m},
      {"grid_m", "m", "叠加失败时退而采用的坐标网格，也是写出图形的网格；面积取自未归整的坐标",
       "grid of the fallback overlay and of shapes written; areas come from unsnapped coordinates", &Tolerance::grid_m},
      {"balance_m2", "m2", "平衡关系允许的残差，按边界切开的每一块计；只应含浮点舍入",
       "allowed residual of a balance, per piece cut at a boundary: floating-point rounding only", &Tolerance::balance_m2},
      {"area_mismatch", "share", "图形面积与申报面积之差超过此比例即提示；修复图形后的面积变化超过它则面积不明",
       "a difference between measured and declared area beyond this share is a finding; a repair that changes the area by more leaves it unknown",
       &Tolerance::area_mismatch},
      {"block_sum_m2", "m2", "区块核准面积之和与总核准面积之差超过它即提示；批复面积写到 0.01 公顷，各区块分别舍入",
       "a difference between the approved areas of blocks and their approved total beyond this is a finding; approvals give areas to 0.01 ha",
       &Tolerance::block_sum_m2},
  };
}

Project parse_project(std::string_view text, const std::filesystem::path& file) {
  try {
    const toml::table root = toml::parse(text, file.string());
    Project project = read_sections(root, file);
    project.written = written_keys(root);
    project.sha256 = measures::sha256(text);
    return project;
  } catch (const toml::parse_error& error) {
    const Where where{file.filename().string(), "", error.source().begin.line};
    const findings::Text why = findings::toml_words(error.description());
    refuse(where, {fmt::format("这一行不合 TOML 写法（{}）。请检查引号、括号和等号。", why.zh),
                   fmt::format("this line is not TOML ({}). Please check quotes, brackets and equals signs.", why.en)});
  }
}

Project read_project(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (!std::filesystem::is_regular_file(status)) {
    const bool there = std::filesystem::exists(status);
    throw Failure(Exit::input, {fmt::format("项目文件 {} {}。请检查路径，或用 yongdi init 生成一个。", file.string(), there ? "不是文件" : "不存在"),
                                fmt::format("project file {} {}. Please check the path, or make one with yongdi init.", file.string(),
                                            there ? "is not a file" : "does not exist")});
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream || !text) {
    throw Failure(Exit::input, {fmt::format("项目文件 {} 读不出来。请检查读取权限。", file.string()),
                                fmt::format("project file {} cannot be read. Please check its permissions.", file.string())});
  }
  std::string content = std::move(text).str();
  if (content.starts_with(kDatabase)) {
    throw Failure(Exit::input, {fmt::format("{} 是数据库（如台账），不是项目文件。请指定写有 [parks]、[parcels] 的 .toml 文件；查看台账用 yongdi explain 或 query。", file.string()),
                                fmt::format("{} is a database, such as a ledger, and no project file. Name the .toml file with [parks] and [parcels]; to look "
                                            "into a ledger use yongdi explain or query.",
                                            file.string())});
  }
  return parse_project(content, file);
}

}  // namespace yongdi::settings
