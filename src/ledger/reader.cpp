#include "ledger/reader.hpp"

#include <algorithm>
#include <functional>

#include "findings/failure.hpp"
#include "ledger/fact_columns.hpp"
#include "ledger/open.hpp"
#include "ledger/shape.hpp"
#include "ledger/sqlite.hpp"

namespace yongdi::ledger {
namespace {

// A constraint on one column, or on none.
struct Where {
  std::string_view column, value;
};

facts::Value fact(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* day = std::get_if<Day>(&cell)) return *day;
  if (const auto* number = std::get_if<double>(&cell)) {
    if (const auto exact = measures::Exact::from_double(*number)) return *exact;
    throw SqliteError(SQLITE_MISMATCH, "a declared figure is out of range");
  }
  return {};
}

std::uint32_t source_of(facts::Table& table, std::string_view name) {
  const auto found = std::find(table.sources.begin(), table.sources.end(), name);
  const auto source = static_cast<std::uint32_t>(found - table.sources.begin());
  if (found == table.sources.end()) table.sources.emplace_back(name);
  return source;
}

}  // namespace

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

struct Reader::State {
  explicit State(const std::filesystem::path& given) : path(given), database(open_ledger(given)) {}

  template <class Result>
  Result guard(const std::function<Result()>& work) const {
    try {
      return work();
    } catch (const SqliteError& error) {
      fail_unreadable(path, {error.what(), error.what()});
    } catch (const std::bad_variant_access&) {
      fail_unreadable(path, {"缺少必有的数值", "a figure that is always there is missing"});
    }
  }

  // Rows in the order they were written.
  template <class Row>
  std::vector<Row> rows(Where where = {}, bool shapes = false) const {
    return guard<std::vector<Row>>([&] {
      const std::span<const Column<Row>> all = columns<Row>();
      std::string sql = "SELECT ";
      for (const Column<Row>& column : all) sql += (&column == all.data() ? "" : ",") + sql_name(column.info.name);
      if (shapes) sql += ",geom";
      sql += " FROM " + sql_name(table_info<Row>().name);
      if (!where.column.empty()) sql += " WHERE " + sql_name(where.column) + " = ?";
      Statement select = database.prepare(sql + " ORDER BY fid");
      if (!where.column.empty()) select.bind(0, where.value);
      std::vector<Row> result;
      while (select.step()) {
        Row& row = result.emplace_back();
        int place = 0;
        for (const Column<Row>& column : all) {
          column.set(row, select.cell(place, column.info.type));
          ++place;
        }
        if constexpr (kHasShape<Row>) {
          if (shapes && !select.is_null(place)) row.shape_wkb = shape(select.blob(place));
        }
      }
      return result;
    });
  }

  static std::string shape(std::string_view blob) {
    const auto wkb = wkb_in(blob);
    if (!wkb) throw SqliteError(SQLITE_MISMATCH, "a geometry is not in the form of a GeoPackage");
    return std::string(*wkb);
  }

  template <class Row>
  std::optional<Row> one(Where where) const {
    std::vector<Row> found = rows<Row>(where);
    return found.empty() ? std::nullopt : std::optional<Row>(std::move(found.front()));
  }

  facts::Table facts(facts::Layer layer, std::string_view id) const;
  void add_origins(facts::Table& table, std::string_view id) const;

  std::filesystem::path path;
  Database database;
};

// A one-subject table: every row of it with its own source, figures as exact as they were read.
facts::Table Reader::State::facts(facts::Layer layer, std::string_view id) const {
  const TableInfo& table = fact_table(layer);
  const std::span<const ColumnInfo> every = fact_columns(layer);
  facts::Table result;
  result.layer = layer;
  if (!database.has_table(table.name)) return result;
  Statement select = database.prepare("SELECT * FROM " + sql_name(table.name) + " WHERE " + sql_name(every[0].name) + " = ? ORDER BY fid");
  select.bind(0, id);
  std::vector<int> places(every.size(), -1);  // of each column in the result; -1 when the ledger has not got it
  for (std::size_t i = 0; i < every.size(); ++i)
    for (int place = 0; place < select.column_count(); ++place)
      if (every[i].name == sqlite3_column_name(select.handle(), place)) places[i] = place;
  for (std::size_t i = kFactHead; i < every.size(); ++i)
    if (places[i] >= 0) result.columns.push_back(i - kFactHead);
  while (select.step()) {
    facts::Row& row = result.rows.emplace_back();
    row.source = source_of(result, std::get<std::string_view>(select.cell(places[1], every[1].type)));
    row.number = std::get<std::int64_t>(select.cell(places[2], every[2].type));
    for (const std::size_t field : result.columns) row.values.push_back(fact(select.cell(places[kFactHead + field], every[kFactHead + field].type)));
    const std::string key = has_one_row(layer) ? std::string(id) : std::to_string(select.integer(0));
    for (const FactExactRow& exact : rows<FactExactRow>({"subject_id", key})) {
      const auto field = std::find_if(result.columns.begin(), result.columns.end(), [&](std::size_t each) { return every[kFactHead + each].name == exact.field; });
      if (exact.subject != facts::subject(layer) || field == result.columns.end()) continue;
      const auto value = measures::Exact::from_fraction(exact.value);
      if (!value) throw SqliteError(SQLITE_MISMATCH, "fact_exact holds '" + exact.value + "', which is no fraction");
      result.value(row, *field) = *value;
    }
  }
  add_origins(result, id);
  return result;
}

// The layer's own source is the first; those of joined tables follow in the order in which they were joined.
void Reader::State::add_origins(facts::Table& table, std::string_view id) const {
  if (table.rows.empty()) return;
  std::map<std::string_view, std::size_t> position;  // of a column's value in a row
  for (std::size_t i = 0; i < table.columns.size(); ++i) position[fact_columns(table.layer)[kFactHead + table.columns[i]].name] = i;
  std::map<std::size_t, std::size_t> givers;  // sources per value
  for (const FactSourceRow& origin : rows<FactSourceRow>({"subject", facts::subject(table.layer)})) {
    const auto found = position.find(origin.field);
    if (found == position.end()) continue;
    ++givers[found->second];
    table.origins.push_back({table.columns[found->second], source_of(table, origin.source), origin.header, origin.unit.value_or("")});
  }
  if (!has_one_row(table.layer)) return;
  facts::Row& row = table.rows.front();
  row.filled_by.resize(row.values.size());
  for (const FactJoinRow& join : rows<FactJoinRow>({"subject_id", id})) {
    if (join.subject != facts::subject(table.layer)) continue;
    const std::uint32_t source = source_of(table, join.source);
    row.partners.push_back({source, join.row});
    const auto fill = [&](std::size_t at) { row.filled_by[at] = static_cast<std::uint8_t>(row.partners.size()); };
    for (const facts::Origin& origin : table.origins) {
      const auto at = static_cast<std::size_t>(std::lower_bound(table.columns.begin(), table.columns.end(), origin.field) - table.columns.begin());
      if (origin.source == source && givers[at] == 1 && !std::holds_alternative<std::monostate>(row.values[at])) fill(at);
    }
    for (std::string_view names = join.fields ? std::string_view(*join.fields) : std::string_view(); !names.empty();) {
      const std::size_t comma = std::min(names.find(','), names.size());
      if (const auto found = position.find(names.substr(0, comma)); found != position.end()) fill(found->second);
      names.remove_prefix(std::min(comma + 1, names.size()));
    }
  }
  if (row.partners.empty()) row.filled_by.clear();
}

Reader::Reader(const std::filesystem::path& path) : m_state(std::make_unique<State>(path)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

std::map<std::string, std::string> Reader::receipt() const {
  std::map<std::string, std::string> result;
  for (ReceiptRow& row : m_state->rows<ReceiptRow>()) result.emplace(std::move(row.key), std::move(row.value));
  return result;
}

std::optional<facts::Table> Reader::facts(facts::Layer layer, std::string_view id) const {
  facts::Table table = m_state->guard<facts::Table>([&] { return m_state->facts(layer, id); });
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

facts::Table Reader::records(facts::Layer records, std::string_view subject_id) const {
  return m_state->guard<facts::Table>([&] { return m_state->facts(records, subject_id); });
}

std::vector<OverrideRow> Reader::overrides_of(facts::Layer layer, std::string_view id) const {
  if (!m_state->database.has_table(table_info<OverrideRow>().name)) return {};  // a ledger from before there were corrections
  std::vector<OverrideRow> found = m_state->rows<OverrideRow>({"subject", id});
  std::erase_if(found, [&](const OverrideRow& row) { return row.layer != facts::name(layer); });
  return found;
}

std::vector<RuleDocumentRow> Reader::rule_documents() const { return m_state->rows<RuleDocumentRow>(); }
std::vector<RuleMissingRow> Reader::rules_missing() const { return m_state->rows<RuleMissingRow>(); }
std::optional<ParcelRow> Reader::parcel(std::string_view id) const { return m_state->one<ParcelRow>({"parcel_id", id}); }
std::optional<ApprovalRow> Reader::approval(std::string_view id) const { return m_state->one<ApprovalRow>({"approval_id", id}); }
std::optional<ParkRow> Reader::park(std::string_view id) const { return m_state->one<ParkRow>({"park_id", id}); }
std::vector<ParkBalanceRow> Reader::balance(std::string_view park_id) const { return m_state->rows<ParkBalanceRow>({"park_id", park_id}); }
std::vector<ParkBalanceRow> Reader::balances() const { return m_state->rows<ParkBalanceRow>(); }
std::vector<ParkIndicatorRow> Reader::indicators(std::string_view park_id) const { return m_state->rows<ParkIndicatorRow>({"park_id", park_id}); }
std::optional<ParkEvaluationRow> Reader::evaluation(std::string_view park_id) const { return m_state->one<ParkEvaluationRow>({"park_id", park_id}); }
std::optional<FirmRatingRow> Reader::firm(std::string_view firm_id) const { return m_state->one<FirmRatingRow>({"firm_id", firm_id}); }
std::vector<FirmRatingPartRow> Reader::firm_parts(std::string_view firm_id) const { return m_state->rows<FirmRatingPartRow>({"firm_id", firm_id}); }
std::vector<ParcelParkRow> Reader::parks_of(std::string_view parcel_id) const { return m_state->rows<ParcelParkRow>({"parcel_id", parcel_id}); }
std::vector<ParcelLimitRow> Reader::limits_of(std::string_view parcel_id) const { return m_state->rows<ParcelLimitRow>({"parcel_id", parcel_id}); }
std::vector<ParcelScreenRow> Reader::screen_of(std::string_view parcel_id) const { return m_state->rows<ParcelScreenRow>({"parcel_id", parcel_id}); }
std::vector<ApprovalParcelRow> Reader::parcels_of(std::string_view approval_id) const {
  return m_state->rows<ApprovalParcelRow>({"approval_id", approval_id});
}
std::vector<ApprovalParcelRow> Reader::approvals_of(std::string_view parcel_id) const {
  return m_state->rows<ApprovalParcelRow>({"parcel_id", parcel_id});
}

std::optional<FindingRow> Reader::finding(std::string_view finding_id) const { return m_state->one<FindingRow>({"finding_id", finding_id}); }

std::vector<FindingRow> Reader::findings_on(std::string_view subject, std::string_view id) const {
  std::vector<FindingRow> found = m_state->rows<FindingRow>({"subject_id", id});
  for (FindingRow& row : m_state->rows<FindingRow>({"other_id", id})) found.push_back(std::move(row));
  std::erase_if(found, [&](const FindingRow& row) { return row.subject != subject; });
  return found;
}

template <class Row>
std::vector<Row> Reader::all() const {
  return m_state->rows<Row>({}, kHasShape<Row>);
}
template std::vector<ParkRow> Reader::all() const;
template std::vector<ParkBalanceRow> Reader::all() const;
template std::vector<ApprovalRow> Reader::all() const;
template std::vector<ApprovalParcelRow> Reader::all() const;
template std::vector<UnsuppliedRow> Reader::all() const;
template std::vector<ParcelRow> Reader::all() const;
template std::vector<ParcelParkRow> Reader::all() const;
template std::vector<RuleRow> Reader::all() const;
template std::vector<SupplyRateRow> Reader::all() const;
template std::vector<QuotaRow> Reader::all() const;
template std::vector<QuotaSourceRow> Reader::all() const;

template <class Row>
std::vector<Row> Reader::where(std::string_view column, std::string_view value) const {
  return m_state->rows<Row>({column, value});
}
template std::vector<FindingRow> Reader::where(std::string_view, std::string_view) const;
template std::vector<QuotaRow> Reader::where(std::string_view, std::string_view) const;
template std::vector<QuotaStepRow> Reader::where(std::string_view, std::string_view) const;
template std::vector<QuotaSourceRow> Reader::where(std::string_view, std::string_view) const;
template std::vector<QuotaTaskRow> Reader::where(std::string_view, std::string_view) const;
template std::vector<QuotaBalanceRow> Reader::where(std::string_view, std::string_view) const;

SpatialReference Reader::spatial_reference() const {
  return m_state->guard<SpatialReference>([&] {
    Statement select = m_state->database.prepare(
        "SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys "
        "WHERE srs_id = (SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'parcel')");
    if (!select.step()) throw SqliteError(SQLITE_MISMATCH, "the layer of parcels names no coordinate system");
    return SpatialReference{std::string(select.text(0)), std::string(select.text(1)), static_cast<int>(select.integer(2)), std::string(select.text(3))};
  });
}

std::vector<std::string> Reader::ids() const {
  return m_state->guard<std::vector<std::string>>([&] {
    std::vector<std::string> result;
    for (const char* sql :
         {"SELECT parcel_id FROM parcel ORDER BY fid", "SELECT approval_id FROM approval ORDER BY fid", "SELECT park_id FROM park ORDER BY fid",
          "SELECT firm_id FROM firm_rating ORDER BY fid"}) {
      Statement select = m_state->database.prepare(sql);
      while (select.step()) result.emplace_back(select.text(0));
    }
    return result;
  });
}

}  // namespace yongdi::ledger
