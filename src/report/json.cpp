#include "report/json.hpp"

#include <nlohmann/json.hpp>

#include "report/cell.hpp"
#include "report/defects.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kSquareMetresPerHectare = 10'000;

// Sources may bring bytes that are no UTF-8; they must not cost the reader the rest.
std::string written(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json frame(const workflow::Audit& audit) {
  return {{"title", audit.title}, {"as_of", audit.as_of.to_iso()}, {"rulebook", audit.rulebook}, {"accepted_expired", audit.accepted_expired}, {"rules_missing", audit.rules_missing}};
}

Json counts_of(const workflow::Audit& audit) {
  Json counts = Json::object();
  for (const auto severity : {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info}) {
    counts[std::string(findings::to_text(severity))] = count(audit, severity);
  }
  return counts;
}

Json park_json(const workflow::ParkSummary& summary) {
  Json park = Json::object();
  add_columns(park, summary.park);
  Json balance = Json::object();
  for (const auto& [class_name, area_m2] : summary.balance) balance[class_name] = area_m2 ? Json(*area_m2) : Json(nullptr);
  park["balance"] = std::move(balance);
  Json indicators = Json::object();
  for (const auto& [name, row] : summary.indicators) {
    Json indicator = Json::object();
    add_columns(indicator, row);
    indicator.erase("park_id");
    indicator.erase("indicator");
    indicators[name] = std::move(indicator);
  }
  park["indicators"] = std::move(indicators);
  park["parcels"] = {{"count", summary.parcels},
                     {"idle", summary.idle},
                     {"pending", summary.pending},
                     {"undecided", summary.undecided},
                     {"not_assessed", summary.not_assessed}};
  return park;
}

Json finding_json(const findings::Finding& finding, const std::string& id) {
  const findings::Text message = findings::message(finding);
  const findings::Text fix = findings::fix(finding);
  return {{"finding_id", id},
          {"code", finding.kind->code},
          {"severity", findings::to_text(finding.kind->severity)},
          {"owner", findings::to_text(finding.kind->owner)},
          {"source", or_null(finding.place.source)},
          {"row", finding.place.row ? Json(*finding.place.row) : Json(nullptr)},
          {"field", or_null(finding.place.field)},
          {"subject", or_null(finding.subject)},
          {"subject_id", or_null(finding.subject_id)},
          {"other_id", or_null(finding.other_id)},
          {"message_zh", message.zh},
          {"message_en", message.en},
          {"fix_zh", fix.zh},
          {"fix_en", fix.en},
          {"blocks", or_null(std::string(finding.kind->blocks))},
          {"area_m2", finding.area_m2 ? Json(*finding.area_m2) : Json(nullptr)}};
}

Json missing_json(const workflow::MissingField& missing) {
  return {{"layer", missing.layer},
          {"field", missing.field},
          {"name_zh", missing.zh},
          {"name_en", missing.en},
          {"source", or_null(missing.source)},
          {"column", or_null(missing.header)},
          {"blocks", missing.blocks},
          {"count", missing.count},
          {"area_m2", missing.area_m2},
          {"hectares", missing.area_m2 / kSquareMetresPerHectare},
          {"without_area", missing.without_area}};
}

Json missing_fields(const workflow::Audit& audit) {
  Json list = Json::array();
  for (const workflow::MissingField& each : audit.missing_fields) list.push_back(missing_json(each));
  return list;
}

Json near_misses(const workflow::Audit& audit) {
  Json list = Json::array();
  for (const workflow::NearMiss& each : audit.near_misses)
    list.push_back({{"within_days", each.days}, {"parcels", each.parcels}, {"area_m2", each.area_m2}, {"hectares", each.area_m2 / kSquareMetresPerHectare}});
  return list;
}

}  // namespace

std::string audit_json(const workflow::Audit& audit, const std::filesystem::path& ledger) {
  Json json = frame(audit);
  json["balances_close"] = audit.balances_close;
  json["parks"] = Json::array();
  for (const workflow::ParkSummary& park : audit.parks) json["parks"].push_back(park_json(park));
  json["outside_parks"] = Json::object();
  for (const auto& [class_name, area_m2] : audit.outside_parks) json["outside_parks"][class_name] = area_m2 ? Json(*area_m2) : Json(nullptr);
  json["shared_parcels"] = audit.shared_parcels;
  json["idle"] = {{"low_m2", audit.idle.low_m2}, {"high_m2", audit.idle.high_m2}, {"unknown_count", audit.idle.unknown}, {"without_area", audit.idle.without_area}};
  json["class_changes"] = near_misses(audit);
  json["missing_fields"] = missing_fields(audit);
  json["corrections"] = audit.corrections;
  json["findings"] = counts_of(audit);
  json["ledger"] = ledger.string();
  return written(json);
}

std::string check_json(const workflow::Audit& audit, const std::optional<std::filesystem::path>& fixes) {
  Json json = frame(audit);
  json["findings"] = counts_of(audit);
  json["finding"] = Json::array();
  for (std::size_t i = 0; i < audit.findings.size(); ++i) json["finding"].push_back(finding_json(audit.findings[i], audit.finding_ids.at(i)));
  json["missing_fields"] = missing_fields(audit);
  json["fixes"] = fixes ? Json(fixes->string()) : Json(nullptr);
  return written(json);
}

}  // namespace yongdi::report
