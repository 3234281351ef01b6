#include "ledger/writer.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

#include "findings/failure.hpp"
#include "ledger/fact_columns.hpp"
#include "ledger/geopackage.hpp"
#include "ledger/part_file.hpp"
#include "ledger/shape.hpp"
#include "ledger/spatial_index.hpp"
#include "ledger/sqlite.hpp"

namespace yongdi::ledger {
namespace {

std::string insert_into(const TableInfo& table, std::size_t places, std::size_t rows = 1) {
  std::string row = "(?";
  for (std::size_t place = 1; place < places; ++place) row += ",?";
  row += ")";
  std::string sql = "INSERT INTO " + sql_name(table.name) + " VALUES " + row;
  for (std::size_t more = 1; more < rows; ++more) sql += "," + row;
  return sql;
}

// Measured: 16 rows by one statement take three quarters of the time that they take one by one, and 64 gain little more.
constexpr std::size_t kRowsPerInsert = 16;

// Writes the shapes of one layer and remembers where they lie.
class ShapeColumn {
 public:
  ShapeColumn(const TableInfo& table, std::int32_t srs) : m_multi(table.geometry == "MULTIPOLYGON"), m_srs(srs) {}

  void bind(Statement& insert, int place, std::int64_t fid, std::string_view wkb) {
    if (wkb.empty()) return insert.bind_null(place);
    const ShapeSummary shape = summarise(wkb);
    if (m_multi && shape.kind != ShapeKind::multipolygon) throw std::logic_error("a layer of multipolygons was given another shape");
    make_blob(wkb, shape, m_srs, m_blob);
    insert.bind_blob(place, m_blob);
    if (shape.empty) return;
    m_indexed.push_back({fid, shape.bounds});
    if (!m_extent) m_extent = shape.bounds;
    m_extent = Bounds{std::min(m_extent->min_x, shape.bounds.min_x), std::min(m_extent->min_y, shape.bounds.min_y),
                      std::max(m_extent->max_x, shape.bounds.max_x), std::max(m_extent->max_y, shape.bounds.max_y)};
  }
  [[nodiscard]] const std::optional<Bounds>& extent() const { return m_extent; }
  [[nodiscard]] std::vector<Indexed> take_indexed() { return std::move(m_indexed); }

 private:
  bool m_multi;
  std::int32_t m_srs;
  std::string m_blob;
  std::optional<Bounds> m_extent;
  std::vector<Indexed> m_indexed;
};

void bind_fact(Statement& insert, int place, const facts::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return insert.bind(place, std::string_view(*text));
  if (const auto* day = std::get_if<Day>(&value)) return insert.bind(place, *day);
  if (const auto* number = std::get_if<measures::Exact>(&value)) return insert.bind(place, number->to_double());
  insert.bind_null(place);
}

// As QGIS makes it (Layer properties → Style → Save in database).
constexpr TableInfo kStyles{"layer_styles", "", "图层样式（QGIS）", "layer styles (QGIS)", ""};
constexpr const char* kCreateStyles = R"(CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
  f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
  ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP))";

}  // namespace

struct Writer::State {
  State(const std::filesystem::path& path, bool overwrite, const SpatialReference& reference, Day day, std::vector<Style> given)
      : target(path), part(path, overwrite), srs(srs_id(reference)), as_of(day), styles(std::move(given)) {
    guard([&] {
      database.emplace(part.path(), Access::write);
      begin_geopackage(*database);
      create_frame(*database, reference);
    });
  }

  // What SQLite refuses while writing is told with the file it was for.
  void guard(const std::function<void()>& work) const {
    try {
      work();
    } catch (const SqliteError& error) {
      throw findings::Failure(findings::Exit::output,
                              {"写入台账 " + target.string() + " 失败：" + error.what() + "。原有文件未作改动；请检查磁盘空间和写权限后重新运行。",
                               "writing the ledger " + target.string() + " failed: " + error.what() +
                                   ". What stood there before was not touched; check disk space and permissions, then run again."});
    }
  }

  template <class Row>
  void write(const NextPart<Row>& next) {
    const TableInfo& table = table_info<Row>();
    const std::span<const Column<Row>> all = columns<Row>();
    std::vector<ColumnInfo> infos;
    for (const Column<Row>& column : all) infos.push_back(column.info);
    create_table(*database, table, infos);
    const std::size_t places = all.size() + (kHasShape<Row> ? 2 : 1);       // with fid and geom
    constexpr std::size_t kTogether = kHasShape<Row> ? 1 : kRowsPerInsert;  // of shapes only the one being written is in memory
    Statement one = database->prepare(insert_into(table, places)), some = database->prepare(insert_into(table, places, kTogether));
    ShapeColumn shapes(table, srs);
    std::int64_t fid = 0;
    for (std::span<const Row> rows = next(); !rows.empty(); rows = next()) {
      while (!rows.empty()) {
        const std::size_t count = rows.size() < kTogether ? 1 : kTogether;
        Statement& insert = count == kTogether ? some : one;
        int place = 0;
        for (const Row& row : rows.first(count)) {
          insert.bind(place++, ++fid);
          if constexpr (kHasShape<Row>) shapes.bind(insert, place++, fid, row.shape_wkb);
          for (const Column<Row>& column : all) insert.bind_cell(place++, column.cell(row));
        }
        insert.run();
        rows = rows.subspan(count);
      }
    }
    register_table(*database, table, shapes.extent(), srs, as_of);
    create_lookups(*database, table);
    if constexpr (kHasShape<Row>) create_spatial_index(*database, table.name, shapes.take_indexed());
  }

  template <class Row>
  void write_all(const std::vector<Row>& rows) {
    std::span<const Row> rest(rows);
    write<Row>([&] { return std::exchange(rest, {}); });
  }

  // Where the facts were read, for write at the end: both layers share the tables.
  void keep_origins(const facts::Table& facts, const std::string& subject, std::span<const std::string> ids) {
    const std::span<const ColumnInfo> every = fact_columns(facts.layer);
    const auto name_of = [&](std::size_t field) { return std::string(every[kFactHead + field].name); };
    std::map<std::size_t, std::size_t> givers;  // sources per field
    for (const facts::Origin& origin : facts.origins) {
      ++givers[origin.field];
      origins.push_back({subject, name_of(origin.field), facts.sources.at(origin.source), origin.header, origin.unit.empty() ? Text() : origin.unit});
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const facts::Row& row = facts.rows[i];
      for (std::size_t partner = 0; partner < row.partners.size(); ++partner) {
        std::string filled;
        for (std::size_t column = 0; column < row.filled_by.size(); ++column)
          if (row.filled_by[column] == partner + 1 && givers[facts.columns[column]] > 1)
            filled += (filled.empty() ? "" : ",") + name_of(facts.columns[column]);
        joins.push_back({subject, ids[i], facts.sources.at(row.partners[partner].source), row.partners[partner].number,
                         filled.empty() ? Text() : std::move(filled)});
      }
    }
  }

  void write_facts(const facts::Table& facts, std::span<const std::string> ids) {
    if (ids.size() != facts.rows.size()) throw std::logic_error("facts and ids do not belong together");
    has_facts = true;
    const TableInfo& table = fact_table(facts.layer);
    const std::span<const ColumnInfo> every = fact_columns(facts.layer);
    std::vector<ColumnInfo> kept(every.begin(), every.begin() + kFactHead);
    for (const std::size_t field : facts.columns) kept.push_back(every[kFactHead + field]);
    create_table(*database, table, kept);
    Statement insert = database->prepare(insert_into(table, kept.size() + 1));
    const std::string subject(facts::subject(facts.layer));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const facts::Row& row = facts.rows[i];
      insert.bind(0, static_cast<std::int64_t>(i + 1));
      if (ids[i].empty())
        insert.bind_null(1);
      else
        insert.bind(1, std::string_view(ids[i]));
      insert.bind(2, std::string_view(facts.sources.at(row.source)));
      insert.bind(3, row.number);
      for (std::size_t column = 0; column < facts.columns.size(); ++column) {
        const facts::Value& value = row.values.at(column);
        bind_fact(insert, static_cast<int>(1 + kFactHead + column), value);
        const auto* number = std::get_if<measures::Exact>(&value);
        if (number != nullptr && !number->survives_double()) {
          exact.push_back({subject, has_one_row(facts.layer) ? ids[i] : std::to_string(i + 1), std::string(kept[kFactHead + column].name),
                           number->to_fraction()});
        }
      }
      insert.run();
    }
    keep_origins(facts, subject, ids);
    register_table(*database, table, {}, srs, as_of);
    create_lookups(*database, table);
  }

  void write_styles() {
    database->run(kCreateStyles);
    Statement insert = database->prepare("INSERT INTO layer_styles VALUES (NULL,'','',?1,'geom',?1,?2,?3,1,'','',NULL,?4)");
    const std::string time = time_of(as_of);
    for (const Style& style : styles) {
      if (!database->has_table(style.table)) continue;
      insert.bind(0, std::string_view(style.table));
      insert.bind(1, std::string_view(style.qml));
      insert.bind(2, std::string_view(style.sld));
      insert.bind(3, std::string_view(time));
      insert.run();
    }
    register_table(*database, kStyles, {}, srs, as_of);
  }

  std::filesystem::path target;
  PartFile part;
  std::optional<Database> database;  // closed before the part file is removed or published
  std::int32_t srs;
  Day as_of;
  std::vector<Style> styles;
  bool has_facts = false;
  std::vector<FactExactRow> exact;
  std::vector<FactSourceRow> origins;
  std::vector<FactJoinRow> joins;
};

void Writer::require_writable(const std::filesystem::path& path, bool overwrite) { PartFile::require_writable(path, overwrite); }

Writer::Writer(const std::filesystem::path& path, bool overwrite, const SpatialReference& reference, Day as_of, std::vector<Style> styles)
    : m_state(std::make_unique<State>(path, overwrite, reference, as_of, std::move(styles))) {}
Writer::~Writer() = default;

template <class Row>
void Writer::write(const NextPart<Row>& next) {
  m_state->guard([&] { m_state->write(next); });
}

void Writer::write_facts(const facts::Table& table, std::span<const std::string> ids) {
  m_state->guard([&] { m_state->write_facts(table, ids); });
}

void Writer::finish() {
  m_state->guard([&] {
    if (m_state->has_facts) {
      m_state->write_all(m_state->exact);
      m_state->write_all(m_state->origins);
      m_state->write_all(m_state->joins);
    }
    m_state->write_styles();
    m_state->database->run("COMMIT");
    m_state->database->close();
    m_state->database.reset();
  });
  m_state->part.publish();
}

template void Writer::write(const NextPart<ParcelRow>&);
template void Writer::write(const NextPart<UndecidedRow>&);
template void Writer::write(const NextPart<FindingRow>&);
template void Writer::write(const NextPart<ParkRow>&);
template void Writer::write(const NextPart<ParkBalanceRow>&);
template void Writer::write(const NextPart<OutsideParksRow>&);
template void Writer::write(const NextPart<ApprovalRow>&);
template void Writer::write(const NextPart<ApprovalParcelRow>&);
template void Writer::write(const NextPart<UnsuppliedRow>&);
template void Writer::write(const NextPart<ParcelParkRow>&);
template void Writer::write(const NextPart<IdleOptionRow>&);
template void Writer::write(const NextPart<SupplyRateRow>&);
template void Writer::write(const NextPart<OverrideRow>&);
template void Writer::write(const NextPart<ParcelLimitRow>&);
template void Writer::write(const NextPart<ParcelScreenRow>&);
template void Writer::write(const NextPart<ParkIndicatorRow>&);
template void Writer::write(const NextPart<IndicatorRow>&);
template void Writer::write(const NextPart<ParkEvaluationRow>&);
template void Writer::write(const NextPart<ParkScoreRow>&);
template void Writer::write(const NextPart<FirmRatingRow>&);
template void Writer::write(const NextPart<FirmRatingPartRow>&);
template void Writer::write(const NextPart<RuleRow>&);
template void Writer::write(const NextPart<RuleMissingRow>&);
template void Writer::write(const NextPart<RuleDocumentRow>&);
template void Writer::write(const NextPart<ReceiptRow>&);
template void Writer::write(const NextPart<DisposalRow>&);
template void Writer::write(const NextPart<StockChangeRow>&);
template void Writer::write(const NextPart<StockRow>&);
template void Writer::write(const NextPart<QuotaRow>&);
template void Writer::write(const NextPart<QuotaStepRow>&);
template void Writer::write(const NextPart<QuotaRoundRow>&);
template void Writer::write(const NextPart<QuotaSourceRow>&);
template void Writer::write(const NextPart<QuotaEntryRow>&);
template void Writer::write(const NextPart<QuotaBalanceRow>&);
template void Writer::write(const NextPart<QuotaCheckRow>&);
template void Writer::write(const NextPart<QuotaParkRow>&);
template void Writer::write(const NextPart<QuotaTaskRow>&);
template void Writer::write(const NextPart<VersionRow>&);
template void Writer::write(const NextPart<ParkChangeRow>&);
template void Writer::write(const NextPart<PieceRow>&);
template void Writer::write(const NextPart<ParcelChangeRow>&);
template void Writer::write(const NextPart<ConstraintChangeRow>&);
template void Writer::write(const NextPart<ParkOverlapRow>&);
template void Writer::write(const NextPart<ParkGapRow>&);
template void Writer::write(const NextPart<BalanceChangeRow>&);
template void Writer::write(const NextPart<IndicatorChangeRow>&);

}  // namespace yongdi::ledger
