#include "layers/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "findings/catalogue.hpp"
#include "layers/aliases.hpp"
#include "layers/columns.hpp"
#include "layers/inputs.hpp"
#include "layers/open.hpp"
#include "layers/read_number.hpp"
#include "layers/refusal.hpp"
#include "layers/rows.hpp"
#include "layers/text.hpp"
#include "layers/values.hpp"

namespace yongdi::layers {
namespace {

void expect_columns(OpenLayer& source, facts::Layer layer, const std::vector<Column>& columns) {
  const auto fields = facts::fields(layer);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const bool there = std::any_of(columns.begin(), columns.end(), [field](const Column& column) { return column.field == field; });
    if (!fields[field].required || there) continue;
    const std::string names = fmt::format("{}", fmt::join(column_names(source), ", "));
    refuse(source.name,
           {fmt::format("没有认出“{}”（{}）列。现有：{}。请把列名改为 {}，或在项目文件的 fields 中写明对应的列。", fields[field].name,
                        fields[field].zh, names, fields[field].name),
            fmt::format("no column was recognised as {} ({}). There are: {}. Please call it {}, or name it in the project file under `fields`.",
                        fields[field].name, fields[field].en, names, fields[field].name)});
  }
}

[[noreturn]] void refuse_cell(const OpenLayer& source, std::int64_t row, const Column& column, const findings::Text& why) {
  refuse(source.name, {fmt::format("第 {} 行，列“{}”：{}", row, column.source_name, why.zh),
                       fmt::format("row {}, column \"{}\": {}", row, column.source_name, why.en)});
}

void refuse_doubt(const OpenLayer& source, std::int64_t row, const Column& column, const Doubt& doubt) {
  const findings::Finding finding = doubt_finding(doubt, source, row, column, "", "");
  const findings::Text mend = findings::fix(finding);
  refuse_cell(
      source, row, column,
      {fmt::format("“{}”无法识别{}。{}", doubt.written, doubt.known.empty() ? "" : fmt::format("（可用：{}）", doubt.known), mend.zh),
       fmt::format("\"{}\" cannot be read{}. {}", doubt.written, doubt.known.empty() ? "" : fmt::format(" (valid: {})", doubt.known), mend.en)});
}

}  // namespace

struct Tables::State {
  std::filesystem::path folder;
  Aliases aliases;
  Inputs inputs;
};

Tables::Tables(std::filesystem::path folder, const std::filesystem::path& data_folder)
    : m_state(new State{std::move(folder), Aliases(data_folder), {}}) {
  start_gdal();
}
Tables::~Tables() = default;

std::uint64_t Tables::read(const settings::LayerSetting& setting, facts::Layer layer, std::vector<findings::Finding>& findings,
                           const std::function<void(const facts::Table&)>& begin, const std::function<void(const facts::Row&)>& each) {
  OpenLayer source = open_layer(setting, m_state->folder, findings);
  m_state->inputs.add(source);
  const std::vector<Column> columns = settle_columns(source, layer, setting, m_state->aliases, findings);
  expect_columns(source, layer, columns);
  read_only(source, columns, false);
  facts::Table head{layer, {source.name}, {}, {}};
  for (const Column& column : columns) head.columns.push_back(column.field);
  begin(head);

  const auto fields = facts::fields(layer);
  ValueReader reader(source, layer, m_state->aliases);
  facts::Row row;
  row.values.resize(columns.size());
  std::uint64_t count = 0;
  for_each_row(source, [&](OGRFeature& feature, std::int64_t number) {
    row.number = number;
    bool blank = true;
    Doubt doubt;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      row.values[i] = reader.read(feature, columns[i], doubt);
      if (!doubt.code.empty()) refuse_doubt(source, number, columns[i], doubt);
      blank = blank && std::holds_alternative<std::monostate>(row.values[i]);
    }
    if (blank) return;  // spreadsheets keep empty lines
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (fields[columns[i].field].required && std::holds_alternative<std::monostate>(row.values[i]))
        refuse_cell(source, number, columns[i],
                    {"是空的，而这一列必填。请填上，或删去这一行。", "is blank, and this column is required. Fill it in, or remove the row."});
    }
    ++count;
    each(row);
  });
  return count;
}

std::vector<InputFile> Tables::inputs() const { return m_state->inputs.all(); }

std::optional<Amount> read_amount(std::string_view text) {
  const std::string plain = half_width(trim(text));
  const auto number = read_number(trim(plain));
  if (!number) return std::nullopt;
  Amount amount{number->percent ? number->value / measures::Exact(100) : number->value, number->unit != nullptr};
  if (number->unit != nullptr) {
    if (number->unit->dimension != measures::Dimension::area) return std::nullopt;
    amount.value = amount.value * number->unit->factor();
  }
  return amount;
}

}  // namespace yongdi::layers
