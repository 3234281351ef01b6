#include "layers/read.hpp"

#include <fmt/format.h>

#include "findings/catalogue.hpp"
#include "layers/corrections.hpp"
#include "layers/inputs.hpp"
#include "layers/joining.hpp"
#include "layers/placing.hpp"
#include "layers/refusal.hpp"
#include "layers/rows.hpp"
#include "layers/shape.hpp"
#include "layers/text.hpp"
#include "layers/unit_suspicion.hpp"
#include "layers/working_system.hpp"
#include "measures/digest.hpp"

namespace yongdi::layers {
namespace {

using findings::Finding;

const settings::LayerSetting& setting_of(const settings::Project& project, facts::Layer layer) {
  const std::optional<settings::LayerSetting>* optional = layer == facts::Layer::approvals     ? &project.approvals
                                                          : layer == facts::Layer::buildings   ? &project.buildings
                                                          : layer == facts::Layer::land_status ? &project.land_status
                                                                                               : nullptr;
  if (layer == facts::Layer::parks) return project.parks;
  if (layer == facts::Layer::parcels) return project.parcels;
  if (optional == nullptr || !*optional) throw std::logic_error("the project has no such layer to read");
  return **optional;
}

// A database has no file to take a digest of, so its rows stand for it.
class RowDigest {
 public:
  void add(const OGRFeature& feature) {
    std::string bytes = std::to_string(feature.GetFID());
    for (int i = 0; i < feature.GetFieldCount(); ++i)
      bytes.append(1, '\x1F').append(feature.IsFieldSetAndNotNull(i) ? feature.GetFieldAsString(i) : "\x1E");
    if (const OGRGeometry* shape = feature.GetGeometryRef()) {
      std::string wkb(shape->WkbSize(), '\0');
      shape->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
      bytes += wkb;
    }
    m_bytes += bytes.size();
    m_digest.add(bytes);
  }
  void hand_to(Inputs& inputs, const std::string& name) { inputs.add_rows(name, m_bytes, m_digest.finish()); }

 private:
  measures::Digest m_digest;
  std::uint64_t m_bytes = 0;
};

class LayerReading {
 public:
  LayerReading(OpenLayer& source, facts::Layer layer, const settings::LayerSetting& setting, const Aliases& aliases, std::vector<Finding>& findings)
      : m_source(source),
        m_layer(layer),
        m_columns(settle_columns(source, layer, setting, aliases, findings)),
        m_reader(source, layer, aliases),
        m_findings(findings) {}

  [[nodiscard]] const ValueReader& values() const { return m_reader; }

  // Every figure is told by park: a layer in which nothing looks like a park's id is most likely another layer. A blank id in a row is a finding.
  void expect_id() const {
    if (!m_columns.empty() && m_columns.front().field == 0) return;
    refuse(
        m_source.name,
        {fmt::format("园区图层没有认出编号列（id）。现有：{}。若图层没有拿错，请在 [parks.fields] 中写明：id = \"列名\"。",
                     fmt::join(column_names(m_source), "、")),
         fmt::format("no column of the parks layer was recognised as the park's id. There are: {}. If it is the right layer, name the column under "
                     "[parks.fields]: id = \"column\".",
                     fmt::join(column_names(m_source), ", "))});
  }

  ReadLayer run(const Progress& progress, Inputs& inputs) {
    ReadLayer result;
    facts::Table& table = result.raw.table;
    table.layer = m_layer;
    table.sources = {m_source.name};
    for (const Column& column : m_columns) {
      table.columns.push_back(column.field);
      table.origins.push_back(origin(column, 0));
    }
    std::optional<RowDigest> digest;
    if (m_source.format == Format::database) {
      digest.emplace();
    } else {
      read_only(m_source, m_columns, true);
    }
    const double expected = static_cast<double>(declared_count(m_source).value_or(0));
    result.read = for_each_row(m_source, [&](OGRFeature& feature, std::int64_t row) {
      if (digest) digest->add(feature);
      take(feature, row, result.raw);
      const std::size_t done = table.rows.size();
      if (progress && expected > 0 && done % kProgressStep == 0) progress(std::min(1.0, static_cast<double>(done) / expected));
    });
    if (digest) digest->hand_to(inputs, m_source.name);
    return result;
  }

 private:
  static constexpr std::size_t kProgressStep = 4096;

  void take(const OGRFeature& feature, std::int64_t number, cadastre::RawLayer& raw) {
    facts::Row row{0, number, {}};
    row.values.reserve(m_columns.size());
    Doubt doubt;
    for (const Column& column : m_columns) {
      row.values.push_back(m_reader.read(feature, column, doubt));
      if (!doubt.code.empty()) m_findings.push_back(doubt_finding(doubt, m_source, number, column, facts::subject(m_layer), id_of(row)));
    }
    TakenShape shape = take_shape(feature.GetGeometryRef());
    if (shape.skipped > 0) {
      m_findings.push_back({&findings::kind("LAYER_SKIPPED_SHAPES"),
                            {m_source.name, number, {}},
                            std::string(facts::subject(m_layer)),
                            id_of(row),
                            {{"count", std::to_string(shape.skipped)}, {"value", shape.skipped_kind}},
                            std::nullopt,
                            {}});
    }
    raw.table.rows.push_back(std::move(row));
    raw.features.push_back(std::move(shape.feature));
  }

  // The id is the first canonical field of every layer, so it is read before any value that may be in doubt.
  [[nodiscard]] std::string id_of(const facts::Row& row) const {
    if (m_columns.empty() || m_columns.front().field != 0 || row.values.empty()) return {};
    const auto* id = std::get_if<std::string>(&row.values.front());
    return id == nullptr ? std::string() : *id;
  }

  OpenLayer& m_source;
  facts::Layer m_layer;
  std::vector<Column> m_columns;
  ValueReader m_reader;
  std::vector<Finding>& m_findings;
};

bool is_required(facts::Layer layer) { return layer == facts::Layer::parks || layer == facts::Layer::parcels; }

void note_empty(const OpenLayer& source, facts::Layer layer, std::vector<Finding>& findings) {
  if (is_required(layer)) {
    refuse(
        source.name,
        {fmt::format("图层 {} 没有任何要素，无从审计。请检查文件、图层名和 where 条件。", facts::name(layer)),
         fmt::format("the layer {} has no features, so there is nothing to audit. Please check the file, the layer name and the `where` condition.",
                     facts::name(layer))});
  }
  findings.push_back({&findings::kind("LAYER_EMPTY"), {source.name, {}, {}}, std::string(facts::name(layer)), "", {}, {}, {}});
}

}  // namespace

struct Source::State {
  settings::Project project;
  Aliases aliases;
  Inputs inputs;
  std::optional<Corrections> corrections;

  JoinTable table(const settings::TableSetting& setting, std::vector<Finding>& findings) {
    return read_join_table(setting, project.folder, aliases, inputs, findings);
  }
};

Source::Source(const settings::Project& project, const std::filesystem::path& data_folder)
    : m_state(new State{project, Aliases(data_folder), {}, {}}) {
  start_gdal();
}
Source::~Source() = default;

crs::System Source::working_system(std::vector<Finding>& findings) {
  const settings::Project& project = m_state->project;
  if (project.crs) {
    crs::System named = named_system(*project.crs, project.file.filename().string());
    expect_fit(named, project.file.filename().string());
    return named;
  }
  std::vector<Finding> told_when_reading;
  OpenLayer parks = open_layer(project.parks, project.folder, told_when_reading);
  const crs::System own = layer_system(parks, project.parks, told_when_reading);
  const bool fit = !crs::unfit_to_work_in(own);
  crs::System chosen = fit ? own : zone_under(parks, own);
  findings.push_back({&findings::kind("CRS_CHOSEN"),
                      {parks.name, {}, {}},
                      "",
                      "",
                      {{"value", chosen.name()},
                       {"reason_zh", fit ? "园区图层自身的坐标系" : "园区所在的 CGCS2000 三度带"},
                       {"reason_en", fit ? "the parks' own system" : "the CGCS2000 3-degree zone under the parks"}},
                      {},
                      {}});
  return chosen;
}

ReadLayer Source::read(facts::Layer layer, const crs::System& working, const Progress& progress, std::vector<Finding>& findings) {
  return read(setting_of(m_state->project, layer), layer, working, progress, findings);
}

ReadLayer Source::read(const settings::LayerSetting& setting, facts::Layer layer, const crs::System& working, const Progress& progress,
                       std::vector<Finding>& findings) {
  const settings::Project& project = m_state->project;
  OpenLayer source = open_layer(setting, project.folder, findings);
  m_state->inputs.add(source);
  LayerReading reading(source, layer, setting, m_state->aliases, findings);
  if (layer == facts::Layer::parks) reading.expect_id();
  ReadLayer result = reading.run(progress, m_state->inputs);
  cadastre::RawLayer& raw = result.raw;
  if (raw.table.rows.empty()) {
    note_empty(source, layer, findings);
    return result;
  }
  if (source.layer->GetGeomType() != wkbNone) {
    const crs::System own = layer_system(source, setting, findings);
    if (is_swapped(own, raw.features)) {
      swap_axes(raw.features);
      findings.push_back({&findings::kind("AXIS_SWAPPED"), {source.name, {}, {}}, "", "", {}, {}, {}});
    }
    bring_to(working, own, source.name, raw.features);
  }
  for (const settings::TableSetting& setting_of_table : project.tables) {
    if (setting_of_table.to != layer || setting_of_table.records) continue;
    join(raw.table, m_state->table(setting_of_table, findings), setting_of_table.on_layer, findings);
  }
  if (m_state->corrections) m_state->corrections->apply(raw.table, reading.values(), findings);
  suspect_units(raw, findings);
  if (progress) progress(1.0);
  return result;
}

void Source::read_corrections(std::vector<Finding>& findings) {
  std::vector<JoinTable> tables;
  for (const settings::TableSetting& setting : m_state->project.tables)
    if (setting.records == facts::Layer::overrides) tables.push_back(m_state->table(setting, findings));
  m_state->corrections.emplace(tables, m_state->project, m_state->aliases, findings);
}

const std::vector<Correction>& Source::corrections() const {
  static const std::vector<Correction> kNone;
  return m_state->corrections ? m_state->corrections->all() : kNone;
}

std::vector<cadastre::RecordTable> Source::read_records(facts::Layer records, std::vector<Finding>& findings) {
  std::vector<cadastre::RecordTable> result;
  for (const settings::TableSetting& setting : m_state->project.tables) {
    if (setting.records != records) continue;
    JoinTable read = m_state->table(setting, findings);
    cadastre::RecordTable& table = result.emplace_back();
    table.on_layer = setting.on_layer;
    table.table.layer = records;
    table.table.sources = {read.name};
    table.table.columns = std::move(read.columns);
    table.table.origins = std::move(read.origins);
    for (JoinTable::Row& row : read.rows) table.table.rows.push_back({0, row.number, std::move(row.values)});
  }
  return result;
}

std::vector<InputFile> Source::inputs() const { return m_state->inputs.all(); }

}  // namespace yongdi::layers
