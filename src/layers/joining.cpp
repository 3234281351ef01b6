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

// A record without one of these says nothing; all that are missing are named at once.
void expect_required(const std::vector<Column>& columns, facts::Layer records, OpenLayer& source) {
  std::vector<std::string_view> missing_zh, missing_en;
  const auto fields = facts::fields(records);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (!fields[field].required || std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.field == field; })) continue;
    missing_zh.push_back(fields[field].zh);
    missing_en.push_back(fields[field].name);
  }
  if (missing_en.empty()) return;
  refuse(
      source.name,
      {fmt::format("这张 {} 表没有认出必需的列：{}（{}）。现有：{}。请在这张表的 fields 中写明对应的列名。", facts::name(records),
                   fmt::join(missing_en, ", "), fmt::join(missing_zh, "、"), fmt::join(column_names(source), ", ")),
       fmt::format("no column of this table of kind {} was recognised as {}, which it cannot do without. There are: {}. Please name the column under "
                   "`fields` of this table.",
                   facts::name(records), fmt::join(missing_en, ", "), fmt::join(column_names(source), ", "))});
}

}  // namespace

JoinTable read_join_table(const settings::TableSetting& setting, const std::filesystem::path& folder, const Aliases& aliases, Inputs& inputs,
                          std::vector<findings::Finding>& findings) {
  settings::LayerSetting from = setting.table;
  const facts::Layer layer = setting.records.value_or(setting.to);
  const std::size_t key_field = setting.records ? facts::key_field(layer) : facts::find_field(layer, setting.on_layer);
  if (!setting.on_table.empty())
    from.fields.insert_or_assign(std::string(facts::fields(layer)[key_field].name), settings::FieldSetting{setting.on_table, nullptr});
  OpenLayer source = open_layer(from, folder, findings);
  inputs.add(source);
  std::vector<Column> columns = settle_columns(source, layer, from, aliases, findings);
  if (setting.records) expect_required(columns, layer, source);
  const std::size_t key = key_column(columns, key_field, source, setting);
  columns[key].reference = true;
  read_only(source, columns, false);
  JoinTable table{source.name, {}, {}, {}};
  for (const Column& column : columns) {
    table.columns.push_back(column.field);
    table.origins.push_back(origin(column, 0));
  }
  ValueReader reader(source, layer, aliases);
  for_each_row(source, [&](OGRFeature& feature, std::int64_t row) {
    JoinTable::Row read{{}, row, {}};
    Doubt doubt;
    read.key = facts::to_text(reader.read(feature, columns[key], doubt));
    bool blank = true;
    for (const Column& column : columns) {
      read.values.push_back(reader.read(feature, column, doubt));
      blank = blank && !known(read.values.back()) && doubt.code.empty();
      if (!doubt.code.empty()) findings.push_back(doubt_finding(doubt, source, row, column, facts::subject(layer), read.key));
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

  layer.add_columns(table.columns);
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
    const std::string key = facts::to_text(layer.value(row, key_field));
    const auto found = first.find(key);
    if (found == first.end()) continue;
    const JoinTable::Row& partner = table.rows[found->second];
    matched[found->second] = true;
    row.partners.push_back({source, partner.number});
    row.filled_by.resize(layer.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i] == key_field || !known(partner.values[i])) continue;
      Value& own = layer.value(row, table.columns[i]);
      if (!known(own)) {
        own = partner.values[i];
        row.filled_by[static_cast<std::size_t>(&own - row.values.data())] = static_cast<std::uint8_t>(row.partners.size());
      } else if (own != partner.values[i]) {
        about("JOIN_CONFLICT", partner, {{"value", cut(facts::to_text(partner.values[i]))}, {"other", cut(facts::to_text(own))}},
              table.origins[i].header);
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
