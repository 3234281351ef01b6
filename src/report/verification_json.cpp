#include <nlohmann/json.hpp>

#include "report/verification.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json changes_json(const workflow::Verification& verification) {
  Json result = Json::object();
  for (const auto& [cause, changes] : verification.changes) {
    Json list = Json::array();
    for (const workflow::Change& change : changes)
      list.push_back({{"what", change.what},
                      {"before", or_null(change.before)},
                      {"after", or_null(change.after)},
                      {"basis_zh", or_null(change.words.zh)},
                      {"basis_en", or_null(change.words.en)}});
    result[std::string(to_text(cause))] = std::move(list);
  }
  return result;
}

Json table_json(const ledger::TableDifference& table) {
  Json columns = Json::array();
  for (const ledger::ColumnDifference& column : table.columns) {
    Json moved = Json::array();
    for (const ledger::Moved& each : column.moved)
      moved.push_back({{"row", each.row}, {"before", or_null(each.before)}, {"after", or_null(each.after)}, {"by", or_null(each.by)}});
    columns.push_back({{"column", column.column}, {"cells", column.count}, {"largest", std::move(moved)}});
  }
  return {{"table", table.table}, {"rows_moved", table.changed}, {"rows_new", table.added},   {"rows_gone", table.removed},
          {"columns", columns},   {"new", table.added_rows},     {"gone", table.removed_rows}};
}

}  // namespace

std::string verification_json(const workflow::Verification& verification, const std::filesystem::path& ledger) {
  Json steps = Json::array(), parks = Json::array(), notes = Json::array();
  for (const workflow::Step& step : verification.steps) {
    Json because = Json::array(), tables = Json::array();
    for (const workflow::Cause cause : step.because) because.push_back(to_text(cause));
    for (const ledger::TableDifference& table : step.tables) tables.push_back(table_json(table));
    steps.push_back({{"because", because}, {"tables", tables}});
  }
  for (const workflow::ParkMove& move : verification.parks)
    parks.push_back(
        {{"park_id", move.park_id}, {"class", move.class_name}, {"before_m2", or_null(move.before_m2)}, {"after_m2", or_null(move.after_m2)}});
  for (const findings::Text& note : verification.notes) notes.push_back({{"zh", note.zh}, {"en", note.en}});
  const Json result = {{"same", verification.same},
                       {"ledger", ledger.string()},
                       {"changed", changes_json(verification)},
                       {"moved", steps},
                       {"parks", parks},
                       {"notes", notes}};
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yongdi::report
