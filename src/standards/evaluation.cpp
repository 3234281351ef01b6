#include "standards/evaluation.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "standards/sheet.hpp"

namespace yongdi::standards {
namespace {

namespace fs = std::filesystem;
using measures::Exact;

constexpr SheetColumn kIndicatorColumns[] = {{"id", true},   {"name_zh", true}, {"name_en", true},   {"group"},  {"numerator"}, {"denominator"},
                                             {"formula"},    {"unit", true},    {"direction", true}, {"status"}, {"source"}};
constexpr SheetColumn kCodeColumns[] = {{"code", true}, {"family", true}, {"name_zh"}, {"name_en"}};
constexpr SheetColumn kPublishedColumns[] = {{"edition", true}, {"as_of", true}, {"level", true}, {"province"}, {"zone_type"}, {"indicator", true}, {"value", true}, {"unit", true}, {"status"}, {"source"}};
constexpr SheetColumn kWeightColumns[] = {{"zone_type"}, {"item", true}, {"parent", true}, {"weight", true}};
constexpr SheetColumn kIdealColumns[] = {{"zone_type"}, {"indicator", true}, {"ideal", true}, {"unit", true}};

constexpr std::string_view kFamilies[] = {"land", "supply", "idle", "high_tech"};
constexpr std::string_view kLevels[] = {"national", "provincial"};
constexpr std::string_view kUnits[] = {"ratio", "%", "wan_yuan_per_ha", "year", "person_per_ha"};
constexpr std::int64_t kPercent = 100;

Exact value_of(const SheetRow& row, std::string_view column) {
  const Exact value = row.required_number(column);
  return row.choice("unit", kUnits) == 1 ? value / Exact(kPercent) : value;
}

struct WeightRow {
  SheetRow row;
  std::string item, parent;
  Exact weight;
};

class WeightTree {
 public:
  WeightTree(std::vector<WeightRow> rows, const EvaluationTables& tables) : m_rows(std::move(rows)), m_tables(tables) {}

  // Every leaf with the product of the weights above it.
  std::vector<std::pair<const WeightRow*, Exact>> leaves() {
    check_items();
    descend("", Exact(1));
    for (const WeightRow& each : m_rows)
      if (m_reached.find(each.item) == m_reached.end())
        each.row.refuse("parent", {"“" + each.item + "”不在以空白上级为顶的树上（上级“" + each.parent + "”成环）。", "\"" + each.item + "\" hangs on no item at the top: its parents run in a circle."});
    return std::move(m_leaves);
  }

 private:
  void check_items() {
    std::set<std::string> items;
    for (const WeightRow& each : m_rows) {
      if (!items.insert(each.item).second) each.row.refuse("item", {"“" + each.item + "”重复。请删去一行。", "\"" + each.item + "\" is entered twice. Remove one."});
      if (each.weight.is_negative()) each.row.refuse("weight", {"权重不能小于零。", "a weight cannot be below zero."});
    }
    for (const WeightRow& each : m_rows)
      if (!each.parent.empty() && items.find(each.parent) == items.end())
        each.row.refuse("parent", {"没有名为“" + each.parent + "”的上级。请补上它的一行，或留空。", "there is no item \"" + each.parent + "\". Add its row, or leave the cell blank."});
  }

  void descend(const std::string& parent, const Exact& above) {
    Exact sum;
    std::vector<const WeightRow*> children;
    for (const WeightRow& each : m_rows)
      if (each.parent == parent) children.push_back(&each);
    for (const WeightRow* child : children) sum += child->weight;
    if (children.empty()) return;
    const bool of_hundred = sum == Exact(kPercent);
    if (!of_hundred && sum != Exact(1))
      children.back()->row.refuse("weight", {(parent.empty() ? std::string("最上一级") : "“" + parent + "”之下") + "的权重之和为 " + sum.to_string() + "，应为 1（或 100）。请改正。",
                                             "the weights " + (parent.empty() ? std::string("at the top") : "under \"" + parent + "\"") + " add up to " + sum.to_string() +
                                                 " where 1 (or 100) is due. Please correct them."});
    for (const WeightRow* child : children) {
      m_reached.insert(child->item);
      const Exact weight = above * child->weight / Exact(of_hundred ? kPercent : 1);
      const bool has_children = std::any_of(m_rows.begin(), m_rows.end(), [&](const WeightRow& each) { return each.parent == child->item; });
      if (has_children) {
        descend(child->item, weight);
      } else {
        if (m_tables.find(child->item) == nullptr) {
          std::vector<std::string_view> names;
          for (const IndicatorInfo& each : m_tables.indicators) names.emplace_back(each.id);
          static_cast<void>(child->row.choice("item", names));  // refuses, with the nearest name
        }
        m_leaves.emplace_back(child, weight);
      }
    }
  }

  std::vector<WeightRow> m_rows;
  const EvaluationTables& m_tables;
  std::set<std::string> m_reached;
  std::vector<std::pair<const WeightRow*, Exact>> m_leaves;
};

using Ideals = std::map<std::pair<std::string, std::string>, Exact>;

Ideals read_ideals(const fs::path& folder, const std::string& table, EvaluationTables& tables) {
  Ideals ideals;
  const Sheet sheet = Sheet::read(folder / table, table, kIdealColumns);
  tables.files.push_back({sheet.name(), sheet.sha256()});
  std::vector<std::string_view> names;
  for (const IndicatorInfo& each : tables.indicators) names.emplace_back(each.id);
  for (const SheetRow& row : sheet.rows()) {
    const std::string indicator(names[row.choice("indicator", names)]);
    const Exact ideal = value_of(row, "ideal");
    if (ideal.is_negative()) row.refuse("ideal", {"理想值不能小于零。", "an ideal value cannot be below zero."});
    if (!ideals.emplace(std::pair(row.text("zone_type"), indicator), ideal).second) row.refuse("indicator", {"“" + indicator + "”重复。请删去一行。", "\"" + indicator + "\" is entered twice. Remove one."});
  }
  return ideals;
}

void read_goals(const fs::path& folder, const std::string& table, const Ideals& ideals, EvaluationTables& tables) {
  const Sheet sheet = Sheet::read(folder / table, table, kWeightColumns);
  tables.files.push_back({sheet.name(), sheet.sha256()});
  std::map<std::string, std::vector<WeightRow>> by_type;
  for (const SheetRow& row : sheet.rows()) by_type[row.text("zone_type")].push_back({row, row.required("item"), row.text("parent"), row.required_number("weight")});
  for (auto& [type, rows] : by_type) {
    WeightTree tree(std::move(rows), tables);
    for (const auto& [leaf, weight] : tree.leaves()) {
      auto ideal = ideals.find({type, leaf->item});
      if (ideal == ideals.end()) ideal = ideals.find({"", leaf->item});
      if (ideal == ideals.end())
        leaf->row.refuse("item", {"理想值表中没有“" + leaf->item + "”。请在 ideals 表中补上。", "the table of ideal values has no \"" + leaf->item + "\". Add it there."});
      tables.goals[type].push_back({leaf->item, weight, ideal->second, tables.find(leaf->item)->direction != "-"});
    }
  }
}

}  // namespace

const IndicatorInfo* EvaluationTables::find(std::string_view id) const {
  const auto found = std::find_if(indicators.begin(), indicators.end(), [&](const IndicatorInfo& each) { return each.id == id; });
  return found == indicators.end() ? nullptr : &*found;
}

const std::vector<intensity::Goal>* EvaluationTables::goals_of(const std::vector<std::string>& types) const {
  for (const std::string& type : types)
    if (const auto found = goals.find(type); !type.empty() && found != goals.end()) return &found->second;
  const auto found = goals.find("");
  return found == goals.end() ? nullptr : &found->second;
}

const Published* EvaluationTables::find_published(std::string_view indicator, measures::Day as_of, bool national, std::string_view province, std::string_view zone_type) const {
  const Published* best = nullptr;
  const auto rank = [&](const Published& each) { return std::tuple(each.as_of, each.zone_type == zone_type && !each.zone_type.empty()); };
  for (const Published& each : published) {
    if (each.indicator != indicator || each.as_of > as_of || each.national != national || (!national && each.province != province)) continue;
    if (!each.zone_type.empty() && each.zone_type != zone_type) continue;
    if (best == nullptr || rank(each) > rank(*best)) best = &each;
  }
  return best;
}

EvaluationTables read_evaluation(const fs::path& data_folder, const fs::path& project_folder, const std::string& weights, const std::string& ideals) {
  const fs::path folder = data_folder / "indicators";
  EvaluationTables tables;
  const auto open = [&](const std::string& name, std::span<const SheetColumn> columns) {
    Sheet sheet = Sheet::read(folder / name, name, columns);
    tables.files.push_back({sheet.name(), sheet.sha256()});
    return sheet;
  };
  const Sheet dictionary = open("indicators.csv", kIndicatorColumns);
  for (const SheetRow& row : dictionary.rows())
    tables.indicators.push_back({row.required("id"), row.text("name_zh"), row.text("name_en"), row.text("group"), row.text("numerator"), row.text("denominator"), row.text("formula"),
                                 row.required("unit"), row.text("direction"), row.text("status"), row.text("source")});
  const Sheet codes = open("land-status-codes.csv", kCodeColumns);
  for (const SheetRow& row : codes.rows()) tables.codes.emplace(row.required("code"), static_cast<StatusFamily>(row.choice("family", kFamilies)));
  const Sheet published = open("published.csv", kPublishedColumns);
  for (const SheetRow& row : published.rows())
    tables.published.push_back({row.required("edition"), row.required_day("as_of"), row.choice("level", kLevels) == 0, row.text("province"),
                                row.text("zone_type") == "all" ? std::string() : row.text("zone_type"), row.required("indicator"), value_of(row, "value").to_double(), row.text("source")});
  if (!weights.empty()) read_goals(project_folder, weights, ideals.empty() ? Ideals() : read_ideals(project_folder, ideals, tables), tables);
  return tables;
}

}  // namespace yongdi::standards
