#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/cell.hpp"
#include "report/comparison.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;
using Key = std::pair<std::int64_t, std::string>;  // step, park

template <class Row>
Json object(const Row& row, std::initializer_list<const char*> without = {}) {
  Json json = Json::object();
  add_columns(json, row);
  for (const char* name : without) json.erase(name);
  return json;
}

template <class Row>
Json array(const std::vector<Row>& rows) {
  Json json = Json::array();
  for (const Row& row : rows) json.push_back(object(row));
  return json;
}

Json or_null(const ledger::Number& value) { return value ? Json(*value) : Json(nullptr); }

// What belongs to a park, gathered under it.
struct OfPark {
  Json parcels = Json::array(), constraints = Json::array(), balance = Json::object(), indicators = Json::object();
};

std::map<Key, OfPark> gather(const workflow::CompareResult& result) {
  std::map<Key, OfPark> parks;
  for (const auto& row : result.parcels) parks[{row.step, row.park_id}].parcels.push_back(object(row, {"step", "park_id"}));
  for (const auto& row : result.constraints)
    if (row.park_id) parks[{row.step, *row.park_id}].constraints.push_back(object(row, {"step", "park_id"}));
  for (const auto& row : result.balance)
    if (row.park_id) parks[{row.step, *row.park_id}].balance[row.class_name] = {{"old_m2", or_null(row.old_m2)}, {"new_m2", or_null(row.new_m2)}};
  for (const auto& row : result.indicators) parks[{row.step, row.park_id}].indicators[row.indicator] = object(row, {"step", "park_id", "indicator"});
  return parks;
}

Json figures(const boundary::Balance& balance) {
  return {{"old_m2", balance.before_m2()},  {"new_m2", balance.after_m2()}, {"kept_m2", balance.kept_m2},
          {"gained_m2", balance.gained_m2}, {"lost_m2", balance.lost_m2},   {"iou", or_null(balance.iou())}};
}

Json totals(const workflow::CompareResult& result) {
  Json json = Json::array();
  for (std::size_t i = 0; i < result.totals.size(); ++i) {
    const boundary::Totals& total = result.totals[i];
    const auto step = static_cast<std::int64_t>(i + 1);
    Json of_step = {{"step", step}};
    of_step.update(figures(total.all));
    of_step["leaf_parks"] = figures(total.leaves);
    of_step["lost_inside_zones_m2"] = total.lost_inside_zones_m2;
    of_step["gained_inside_zones_m2"] = total.gained_inside_zones_m2;
    of_step["constraints"] = Json::array();
    for (const auto& row : result.constraints)
      if (row.step == step && !row.park_id) of_step["constraints"].push_back(object(row, {"step", "park_id"}));
    of_step["balance"] = Json::object();
    for (const auto& row : result.balance)
      if (row.step == step && !row.park_id) of_step["balance"][row.class_name] = {{"old_m2", or_null(row.old_m2)}, {"new_m2", or_null(row.new_m2)}};
    json.push_back(std::move(of_step));
  }
  return json;
}

}  // namespace

std::string comparison_json(const workflow::CompareResult& result, const std::filesystem::path& output) {
  Json json = {{"versions", array(result.versions)}, {"noise_m", result.noise_m}, {"parcels_known", result.has_parcels}};
  std::map<Key, OfPark> belongs = gather(result);
  json["parks"] = Json::array();
  for (const ledger::ParkChangeRow& row : result.parks) {
    Json park = object(row);
    OfPark& of_park = belongs[{row.step, row.park_id}];
    park["parcels"] = std::move(of_park.parcels);
    if (result.has_constraints) park["constraints"] = std::move(of_park.constraints);
    if (result.has_verdicts) {
      park["balance"] = std::move(of_park.balance);
      park["indicators"] = std::move(of_park.indicators);
    }
    json["parks"].push_back(std::move(park));
  }
  json["without_outline"] = result.without_outline;  // parks per version that the totals are without
  json["totals"] = totals(result);
  json["overlaps"] = array(result.overlaps);
  json["gaps"] = result.looked_for_gaps ? array(result.gaps) : Json(nullptr);
  json["findings"] = Json::object();
  for (const auto severity : {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info})
    json["findings"][std::string(findings::to_text(severity))] = result.counts.at(severity);
  json["diff"] = output.string();
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yongdi::report
