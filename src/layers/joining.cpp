#include "layers/joining.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "findings/catalogue.hpp"
#include "layers/refusal.hpp"
#include "layers/rows.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

using facts::Value;

// A value whole, as text: what keys are compared by.
std::string words(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* day = std::get_if<measures::Day>(&value)) return day->to_iso();
  if (const auto* number = std::get_if<measures::Exact>(&value)) return number->to_string();
  return {};
}

bool known(const Value& value) { return !std::holds_alternative<std::monostate>(value); }

// Enters the table among the layer's sources, with the columns it may fill; its position there.
std::uint32_t enter_source(facts::Table& layer, const JoinTable& table, std::size_t key_field) {
  const auto found = std::find(layer.sources.begin(), layer.sources.end(), table.name);
  const auto source = static_cast<std::uint32_t>(found - layer.sources.begin());
  if (found == layer.sources.end()) layer.sources.push_back(table.name);
  for (facts::Origin origin : table.origins) {
    if (origin.field == key_field) continue;
    origin.source = source;
    layer.origins.push_back(std::move(origin));
  }
  std::stable_sort(layer.origins.begin(), layer.origins.end(), [](const auto& a, const auto& b) { return a.field < b.field; });
  return source;
}

// The column that holds the key: the one named, else the one that is recognised as the layer's key.
std::size_t key_column(const std::vector<Column>& columns, std::size_t key_field, const OpenLayer& source, const settings::TableSetting& setting) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == key_field) return i;
  }
  refuse(
      source.name,
      {fmt::format("没有认出与 {} 的 {} 对应的列。请在项目文件这张表的 on 中写明，如 on = {{ layer = \"{}\", table = \"列名\" }}。",
                   facts::name(setting.to), setting.on_layer, setting.on_layer),
       fmt::format(
           "no column was recognised as the {} of {}. Please name it in `on` for this table, such as on = {{ layer = \"{}\", table = \"column\" }}.",
           setting.on_layer, facts::name(setting.to), setting.on_layer)});
}

}  // namespace

JoinTable read_join_table(const settings::TableSetting& setting, const std::filesystem::path& folder, const Aliases& aliases, Inputs& inputs,
                          std::vector<findings::Finding>& findings) {
  settings::LayerSetting from = setting.table;
  if (!setting.on_table.empty()) from.fields.insert_or_assign(setting.on_layer, settings::FieldSetting{setting.on_table, nullptr});
  OpenLayer source = open_layer(from, folder, findings);
  inputs.add(source);
  std::vector<Column> columns = settle_columns(source, setting.to, from, aliases, findings);
  const std::size_t key = key_column(columns, facts::find_field(setting.to, setting.on_layer), source, setting);
  columns[key].reference = true;
  read_only(source, columns, false);
  JoinTable table{source.name, {}, {}, {}};
  for (const Column& column : columns) {
    table.columns.push_back(column.field);
    table.origins.push_back(origin(column, 0));
  }
  ValueReader reader(source, setting.to, aliases);
  for_each_row(source, [&](OGRFeature& feature, std::int64_t row) {
    JoinTable::Row read{{}, row, {}};
    Doubt doubt;
    read.key = words(reader.read(feature, columns[key], doubt));
    bool blank = true;
    for (const Column& column : columns) {
      read.values.push_back(reader.read(feature, column, doubt));
      blank = blank && !known(read.values.back()) && doubt.code.empty();
      if (!doubt.code.empty()) findings.push_back(doubt_finding(doubt, source, row, column, facts::subject(setting.to), read.key));
    }
    if (!blank) table.rows.push_back(std::move(read));  // spreadsheets keep empty lines
  });
  return table;
}

void join(facts::Table& layer, const JoinTable& table, const std::string& on_layer, std::vector<findings::Finding>& findings) {
  const std::string subject(facts::subject(layer.layer));
  const std::size_t key_field = facts::find_field(layer.layer, on_layer);
  const auto about = [&](std::string_view code, const JoinTable::Row& row, std::vector<std::pair<std::string, std::string>> values,
                         std::string field = {}) {
    findings.push_back({&findings::kind(code), {table.name, row.number, std::move(field)}, subject, row.key, std::move(values), std::nullopt, {}});
  };

  // The layer's columns and the table's together, ascending; old values move to their new place.
  std::vector<std::size_t> columns = layer.columns;
  columns.insert(columns.end(), table.columns.begin(), table.columns.end());
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  const auto place_of = [&](std::size_t field) {
    return static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), field) - columns.begin());
  };
  for (facts::Row& row : layer.rows) {
    std::vector<Value> values(columns.size());
    std::vector<std::uint8_t> filled_by(row.filled_by.empty() ? 0 : columns.size());
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
      values[place_of(layer.columns[i])] = std::move(row.values[i]);
      if (!filled_by.empty()) filled_by[place_of(layer.columns[i])] = row.filled_by[i];
    }
    row.values = std::move(values);
    row.filled_by = std::move(filled_by);
  }
  layer.columns = columns;
  const std::uint32_t source = enter_source(layer, table, key_field);

  std::unordered_map<std::string, std::size_t> first;  // key → row of the table
  std::unordered_map<std::string, std::size_t> occurrences;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::string& key = table.rows[i].key;
    if (key.empty()) continue;
    first.emplace(key, i);
    ++occurrences[key];
  }
  std::vector<bool> matched(table.rows.size(), false);
  for (facts::Row& row : layer.rows) {
    const std::string key = words(row.values[place_of(key_field)]);
    const auto found = first.find(key);
    if (found == first.end()) continue;
    const JoinTable::Row& partner = table.rows[found->second];
    matched[found->second] = true;
    row.partners.push_back({source, partner.number});
    row.filled_by.resize(columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i] == key_field || !known(partner.values[i])) continue;
      Value& own = row.values[place_of(table.columns[i])];
      if (!known(own)) {
        own = partner.values[i];
        row.filled_by[place_of(table.columns[i])] = static_cast<std::uint8_t>(row.partners.size());
      } else if (own != partner.values[i]) {
        about("JOIN_CONFLICT", partner, {{"value", cut(words(partner.values[i]))}, {"other", cut(words(own))}}, table.origins[i].header);
      }
    }
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const JoinTable::Row& row = table.rows[i];
    const auto found = first.find(row.key);
    const bool is_first = found != first.end() && found->second == i;
    if (is_first && occurrences[row.key] > 1)
      about("JOIN_DUPLICATE", row, {{"value", cut(row.key)}, {"count", std::to_string(occurrences[row.key])}});
    if ((is_first && !matched[i]) || row.key.empty()) about("JOIN_UNMATCHED", row, {{"value", cut(row.key)}});
  }
}

}  // namespace yongdi::layers
