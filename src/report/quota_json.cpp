#include <nlohmann/json.hpp>

#include "report/cell.hpp"
#include "report/display.hpp"
#include "report/quota.hpp"
#include "workflow/quota_rows.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json step_json(const quota::StepTold& step) {
  return {{"step", quota::to_text(step.step)}, {"before_m2", number(step.before_m2)}, {"after_m2", step.after_m2}, {"rules", step.rules},
          {"statement_zh", step.statement.zh}, {"statement_en", step.statement.en}};
}

}  // namespace

std::string quota_json(const workflow::Quota& quota, const std::filesystem::path& file) {
  const quota::Plan& plan = quota.basis.input.plan;
  Json json = {{"title", quota.basis.title},
               {"year", plan.year},
               {"label", "测算 estimate"},
               {"rule", plan.rule == quota::Rule::linked ? "linked" : "factor"},
               {"rulebook", quota.basis.rules.name()},
               {"accepted_expired", quota.basis.accepted_expired},
               {"total_m2", plan.total_m2.to_double()},
               {"to_share_m2", quota.outcome.to_share_m2.to_double()},
               {"kept_back_m2", quota.outcome.kept_back_m2.to_double()},
               {"undistributed_m2", quota.outcome.undistributed_m2.to_double()},
               {"reserve_m2", quota.outcome.reserve_m2.to_double()}};
  json["parks"] = Json::array();
  const auto rows = workflow::quota_rows(quota);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Json park = Json::object();
    add_columns(park, rows[i]);
    park["steps"] = Json::array();
    for (const quota::StepTold& step : quota.outcome.parks[i].steps) park["steps"].push_back(step_json(step));
    json["parks"].push_back(std::move(park));
  }
  json["rounds"] = Json::array();
  for (const quota::RoundTold& round : quota.outcome.rounds)
    json["rounds"].push_back({{"before_m2", round.before_m2},
                              {"factor", number(round.factor)},
                              {"fixed", round.fixed},
                              {"after_m2", round.after_m2},
                              {"statement_zh", round.statement.zh},
                              {"statement_en", round.statement.en}});
  json["checks"] = Json::array();
  for (const ledger::QuotaCheckRow& row : workflow::quota_check_rows(quota)) {
    Json check = Json::object();
    add_columns(check, row);
    json["checks"].push_back(std::move(check));
  }
  json["placeholders"] = Json::array();
  for (const quota::Parameter& each : quota.outcome.used)
    if (each.placeholder) json["placeholders"].push_back({{"parameter", each.name}, {"value", each.value.to_double()}});
  Json found = Json::object();
  for (const auto severity : {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info}) {
    std::uint64_t count = 0;
    for (const findings::Finding& finding : quota.basis.findings) count += finding.kind->severity == severity ? 1 : 0;
    found[std::string(findings::to_text(severity))] = count;
  }
  json["findings"] = std::move(found);
  json["quota"] = file.empty() ? Json(nullptr) : Json(file.string());
  return written(json);
}

std::string allocation_table(const quota::Allocation& allocation, Language language) {
  TextTable table;
  table.add_column("id");
  table.add_column(in(language, "所得", "quota"), Align::right);
  table.add_column(in(language, "理由", "why"));
  measures::Exact sum;
  for (const quota::Allotted& each : allocation.parks) {
    sum += each.quota;
    table.add_row({each.id, each.quota.to_string(), in(language, each.share) + (language == Language::en ? " " : "") + in(language, each.rounding)});
  }
  table.add_row({std::string(in(language, "合计", "sum")), sum.to_string(), ""});
  table.add_row({std::string(in(language, "未分配", "undistributed")), allocation.reserve.to_string(), ""});
  table.add_row({std::string(in(language, "总量", "total")), allocation.total.to_string(), ""});
  std::string text = table.to_string() + "\n";
  for (const findings::Text& round : allocation.rounds) text += printable(in(language, round)) + "\n";
  return text;
}

std::string allocation_json(const quota::Allocation& allocation) {
  Json json = {{"parks", Json::array()}, {"rounds", Json::array()}};
  for (const quota::Allotted& each : allocation.parks)
    json["parks"].push_back({{"id", each.id},
                             {"quota", each.quota.to_double()},
                             {"rounds", Json::array({{{"round", each.round},
                                                      {"statement_zh", each.share.zh + each.rounding.zh},
                                                      {"statement_en", each.share.en + " " + each.rounding.en}}})}});
  for (const findings::Text& round : allocation.rounds) json["rounds"].push_back({{"statement_zh", round.zh}, {"statement_en", round.en}});
  json["total"] = allocation.total.to_double();
  json["reserve"] = allocation.reserve.to_double();
  return written(json);
}

}  // namespace yongdi::report
