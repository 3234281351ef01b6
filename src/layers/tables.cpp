#include "layers/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "findings/catalogue.hpp"
#include "layers/aliases.hpp"
#include "layers/columns.hpp"
#include "layers/inputs.hpp"
#include "layers/open.hpp"
#include "layers/plain_csv.hpp"
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

// A figure of such a table is shared out or credited, and hundreds of times too small when it was meant in 亩. The canonical name means m² by
// contract.
void note_units(const OpenLayer& source, facts::Layer layer, const std::vector<Column>& columns, std::vector<findings::Finding>& findings) {
  for (const Column& column : columns) {
    const facts::Field& field = facts::fields(layer)[column.field];
    if (!column.unit_by_default || field.dimension() != measures::Dimension::area || column.source_name == field.name) continue;
    findings.push_back({&findings::kind("UNIT_UNSTATED"),
                        {source.name, {}, column.source_name},
                        "",
                        "",
                        {{"value_zh", std::string(column.unit->name_zh)}, {"value_en", std::string(column.unit->name)}},
                        {},
                        {}});
  }
}

[[noreturn]] void refuse_cell(const OpenLayer& source, std::int64_t row, const Column& column, const findings::Text& why) {
  refuse(source.name, {fmt::format("第 {} 行，列“{}”：{}", row, column.source_name, why.zh),
                       fmt::format("row {}, column \"{}\": {}", row, column.source_name, why.en)});
}

// A cell for which the whole table is refused.
struct BadCell {
  const Column* column = nullptr;
  Doubt doubt;  // without a code: nothing stands there, and the column is required
};

[[noreturn]] void refuse_cell(const OpenLayer& source, std::int64_t row, const BadCell& bad) {
  const Column& column = *bad.column;
  const Doubt& doubt = bad.doubt;
  if (doubt.code.empty())
    refuse_cell(source, row, column,
                {"是空的，而这一列必填。请填上，或删去这一行。", "is blank, and this column is required. Fill it in, or remove the row."});
  const findings::Finding finding = doubt_finding(doubt, source, row, column, "", "");
  const findings::Text mend = findings::fix(finding);
  refuse_cell(
      source, row, column,
      {fmt::format("“{}”无法识别{}。{}", doubt.written, doubt.known.empty() ? "" : fmt::format("（可用：{}）", doubt.known), mend.zh),
       fmt::format("\"{}\" cannot be read{}. {}", doubt.written, doubt.known.empty() ? "" : fmt::format(" (valid: {})", doubt.known), mend.en)});
}

std::optional<PlainCsv> plain_csv(OpenLayer& source) {
  if (source.format != Format::csv || source.recoder) return std::nullopt;
  const OGRFeatureDefn& definition = *source.layer->GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    if (definition.GetFieldDefn(i)->GetType() != OFTString) return std::nullopt;  // a .csvt beside it gives types
  return PlainCsv::of(bytes_of(source.path), column_names(source));
}

using Each = std::function<void(const facts::Row&)>;

// One table on its way from the source to those who asked for it.
class TableReader {
 public:
  TableReader(OpenLayer& source, facts::Layer layer, const std::vector<Column>& columns, const Aliases& aliases)
      : m_source(source), m_layer(layer), m_columns(columns), m_aliases(aliases) {}

  // Any source: what GDAL decoded is read by all workers, or by one where the reading remembers something.
  std::uint64_t by_gdal(const cadastre::Workers& workers, const Each& each) {
    constexpr std::size_t kRowsPerPart = 256;
    const bool alone = m_source.recoder || m_source.dbf;
    Batches batches(m_source);
    return in_order(each, [&](TakenParts& parts) {
      const std::span<const SourceRow> rows = batches.next();
      parts.resize((rows.size() + kRowsPerPart - 1) / kRowsPerPart);
      const auto take_parts = [&](std::size_t first, std::size_t last) {
        ValueReader reader(m_source, m_layer, m_aliases);
        for (std::size_t i = first; i < last; ++i)
          take_rows(reader, rows.subspan(i * kRowsPerPart, std::min(kRowsPerPart, rows.size() - i * kRowsPerPart)), parts[i]);
      };
      if (alone)
        take_parts(0, parts.size());
      else
        workers(parts.size(), take_parts);
    });
  }

  // Plain CSV: some parts at a time, each by one worker.
  std::uint64_t by_lines(const PlainCsv& csv, const cadastre::Workers& workers, const Each& each) {
    constexpr std::size_t kBytesPerPart = 1U << 16U, kPartsAtOnce = 32;
    const std::vector<std::string_view> texts = csv.parts(kBytesPerPart);
    std::size_t begun = 0;
    std::int64_t number = 1;  // the header's
    return in_order(each, [&](TakenParts& parts) {
      parts.resize(std::min(kPartsAtOnce, texts.size() - begun));
      workers(parts.size(), [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) take_lines(csv, texts[begun + i], parts[i]);
      });
      begun += parts.size();
      for (std::vector<Taken>& part : parts)
        for (Taken& one : part) one.row.number = ++number;
    });
  }

 private:
  struct Taken {
    facts::Row row;
    bool blank = true;
    std::optional<BadCell> bad;
  };
  using TakenParts = std::vector<std::vector<Taken>>;

  // `take` fills the parts it is given with the next ones, or leaves none at the end. While some are handed over in their order, the next are taken.
  template <class Take>
  std::uint64_t in_order(const Each& each, const Take& take) const {
    const auto start = [&](TakenParts spent) {
      return std::async(std::launch::async, [&take, parts = std::move(spent)]() mutable {
        take(parts);
        return std::move(parts);
      });
    };
    std::uint64_t count = 0;
    std::future<TakenParts> coming = start({});
    TakenParts spent;
    for (TakenParts parts = coming.get(); !parts.empty(); parts = coming.get()) {
      coming = start(std::move(spent));
      for (const std::vector<Taken>& part : parts)
        for (const Taken& one : part)
          if (hand_over(one, each)) ++count;
      spent = std::move(parts);
    }
    return count;
  }

  // `cell` gives the value of a column, and its doubt.
  template <class Cell>
  void take(const Cell& cell, Taken& taken) const {
    taken.row.values.resize(m_columns.size());
    taken.blank = true;
    taken.bad.reset();
    Doubt doubt;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      taken.row.values[i] = cell(m_columns[i], doubt);
      if (!doubt.code.empty()) {
        taken.bad = {&m_columns[i], doubt};
        return;
      }
      taken.blank = taken.blank && std::holds_alternative<std::monostate>(taken.row.values[i]);
    }
    if (taken.blank) return;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      const bool required = facts::fields(m_layer)[m_columns[i].field].required;
      if (!required || !std::holds_alternative<std::monostate>(taken.row.values[i])) continue;
      taken.bad = {&m_columns[i], {}};
      return;
    }
  }

  void take_rows(ValueReader& reader, std::span<const SourceRow> rows, std::vector<Taken>& taken) const {
    taken.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      taken[i].row.number = rows[i].number;
      take([&](const Column& column, Doubt& doubt) { return reader.read(*rows[i].feature, column, doubt); }, taken[i]);
    }
  }

  void take_lines(const PlainCsv& csv, std::string_view lines, std::vector<Taken>& taken) const {
    const ValueReader reader(m_source, m_layer, m_aliases);
    std::size_t count = 0;
    csv.for_each(lines, [&](std::span<const std::string_view> cells) {
      if (count == taken.size()) taken.emplace_back();
      const auto cell = [&](const Column& column, Doubt& doubt) {
        doubt = {};
        const auto position = static_cast<std::size_t>(column.position);
        return position < cells.size() ? reader.from_text(cells[position], column, doubt) : facts::Value();
      };
      take(cell, taken[count++]);
    });
    taken.resize(count);
  }

  // Whether there was a row: spreadsheets keep empty lines.
  bool hand_over(const Taken& taken, const Each& each) const {
    if (taken.bad) refuse_cell(m_source, taken.row.number, *taken.bad);
    if (!taken.blank) each(taken.row);
    return !taken.blank;
  }

  OpenLayer& m_source;
  facts::Layer m_layer;
  const std::vector<Column>& m_columns;
  const Aliases& m_aliases;
};

}  // namespace

struct Tables::State {
  std::filesystem::path folder;
  cadastre::Workers workers;
  Aliases aliases;
  Inputs inputs;
};

Tables::Tables(std::filesystem::path folder, const std::filesystem::path& data_folder, cadastre::Workers workers)
    : m_state(new State{std::move(folder), std::move(workers), Aliases(data_folder), {}}) {
  start_gdal();
}
Tables::~Tables() = default;

std::uint64_t Tables::read(const settings::LayerSetting& setting, facts::Layer layer, std::vector<findings::Finding>& findings,
                           const std::function<void(const facts::Table&)>& begin, const std::function<void(const facts::Row&)>& each) {
  OpenLayer source = open_layer(setting, m_state->folder, findings);
  m_state->inputs.add(source);
  const std::vector<Column> columns = settle_columns(source, layer, setting, m_state->aliases, findings);
  expect_columns(source, layer, columns);
  note_units(source, layer, columns, findings);
  read_only(source, columns, false);
  facts::Table head{layer, {source.name}, {}, {}};
  for (const Column& column : columns) head.columns.push_back(column.field);
  begin(head);

  TableReader reader(source, layer, columns, m_state->aliases);
  const std::optional<PlainCsv> plain = setting.where ? std::nullopt : plain_csv(source);
  return plain ? reader.by_lines(*plain, m_state->workers, each) : reader.by_gdal(m_state->workers, each);
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
