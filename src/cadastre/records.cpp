#include "cadastre/records.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "cadastre/cadastre.hpp"
#include "findings/catalogue.hpp"

namespace yongdi::cadastre {
namespace {

using Key = std::function<std::string(std::string_view)>;
using Holders = std::unordered_map<std::string, std::vector<std::uint32_t>>;

// Features by the value of one field, as written there: an id that was numbered because it stands twice still names both.
Holders holders(const Layer& layer, std::string_view field, const Key& normal) {
  Holders result;
  const std::size_t wanted = facts::find_field(layer.table.layer, field);
  const auto column = std::find(layer.table.columns.begin(), layer.table.columns.end(), wanted);
  if (column == layer.table.columns.end()) return result;
  const auto position = static_cast<std::size_t>(column - layer.table.columns.begin());
  for (std::uint32_t i = 0; i < layer.features.size(); ++i) {
    const std::string key = normal(facts::to_text(layer.table.rows[i].values[position]));
    if (!key.empty()) result[key].push_back(i);
  }
  return result;
}

// All tables as one, each row with its own source.
facts::Table merged(facts::Layer records, std::vector<RecordTable>& tables) {
  facts::Table all;
  all.layer = records;
  for (RecordTable& each : tables) {
    all.add_columns(each.table.columns);
    each.table.add_columns(all.columns);
    const auto offset = static_cast<std::uint32_t>(all.sources.size());
    all.sources.insert(all.sources.end(), each.table.sources.begin(), each.table.sources.end());
    for (facts::Origin& origin : each.table.origins) {
      origin.source += offset;
      all.origins.push_back(std::move(origin));
    }
    for (facts::Row& row : each.table.rows) {
      row.source += offset;
      all.rows.push_back(std::move(row));
    }
  }
  std::stable_sort(all.origins.begin(), all.origins.end(), [](const auto& a, const auto& b) { return a.field < b.field; });
  return all;
}

struct Placed {
  std::uint32_t feature;
  std::size_t row;
};

class Attaching {
 public:
  Attaching(facts::Table& all, const Layer& layer, std::vector<findings::Finding>& findings) : m_all(all), m_layer(layer), m_findings(findings) {}

  void row(std::size_t i, const Holders& by_key, const Key& normal) {
    const std::size_t key_field = facts::key_field(m_all.layer);
    const std::string key = facts::to_text(m_all.value(m_all.rows[i], key_field));
    expect_complete(i, key);
    const auto found = by_key.find(normal(key));
    if (key.empty() || found == by_key.end()) {
      m_placed.push_back({static_cast<std::uint32_t>(m_layer.features.size()), i});
      if (!key.empty()) raise("JOIN_UNMATCHED", i, key_field, key, {{"value", key}});
      return;
    }
    for (const std::uint32_t feature : found->second) m_placed.push_back({feature, i});
  }

  // Rows in an order that does not depend on that of the source.
  std::vector<Placed> ordered() && {
    std::stable_sort(m_placed.begin(), m_placed.end(), [&](const Placed& a, const Placed& b) {
      const facts::Row &row_a = m_all.rows[a.row], &row_b = m_all.rows[b.row];
      return std::tie(a.feature, row_a.values, m_all.sources[row_a.source], row_a.number) <
             std::tie(b.feature, row_b.values, m_all.sources[row_b.source], row_b.number);
    });
    return std::move(m_placed);
  }

 private:
  void expect_complete(std::size_t i, const std::string& key) {
    const auto fields = facts::fields(m_all.layer);
    for (const std::size_t field : m_all.columns) {
      if (!fields[field].required || !std::holds_alternative<std::monostate>(m_all.value(m_all.rows[i], field))) continue;
      raise("RECORD_INCOMPLETE", i, field, key, {{"value_zh", std::string(fields[field].zh)}, {"value_en", std::string(fields[field].en)}});
    }
  }

  void raise(std::string_view code, std::size_t i, std::size_t field, const std::string& key, std::vector<std::pair<std::string, std::string>> values) {
    const facts::Row& row = m_all.rows[i];
    m_findings.push_back({&findings::kind(code),
                          {m_all.sources[row.source], row.number, std::string(facts::fields(m_all.layer)[field].name)},
                          std::string(facts::subject(m_all.layer)),
                          key,
                          std::move(values),
                          std::nullopt,
                          {}});
  }

  facts::Table& m_all;
  const Layer& m_layer;
  std::vector<findings::Finding>& m_findings;
  std::vector<Placed> m_placed;
};

}  // namespace

std::span<const facts::Row> Records::of(std::size_t feature) const {
  if (!given()) return {};
  return std::span(table.rows).subspan(first[feature], first[feature + 1] - first[feature]);
}

Records attach(facts::Layer records, std::vector<RecordTable> tables, const Layer& layer, const Key& normal, std::vector<findings::Finding>& findings) {
  Records result(records);
  if (tables.empty()) return result;
  facts::Table all = merged(records, tables);
  std::map<std::string, Holders> by_field;
  for (const RecordTable& each : tables) by_field.try_emplace(each.on_layer, holders(layer, each.on_layer, normal));
  Attaching attaching(all, layer, findings);
  std::size_t i = 0;
  for (const RecordTable& each : tables)
    for (std::size_t rows = each.table.rows.size(); rows > 0; --rows) attaching.row(i++, by_field.at(each.on_layer), normal);

  const std::vector<Placed> placed = std::move(attaching).ordered();
  result.first.assign(layer.features.size() + 1, 0);
  result.table.sources = all.sources;
  result.table.columns = all.columns;
  result.table.origins = all.origins;
  for (const Placed& each : placed) {
    const bool about_one = each.feature < layer.features.size();
    if (about_one) ++result.first[each.feature + 1];
    result.table.rows.push_back(all.rows[each.row]);
    result.subjects.push_back(about_one ? layer.features[each.feature].id : std::string());
  }
  std::partial_sum(result.first.begin(), result.first.end(), result.first.begin());
  return result;
}

}  // namespace yongdi::cadastre
