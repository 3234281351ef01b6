// Land-intensity evaluation as rows of the ledger.
#include <algorithm>

#include "ledger/code_words.hpp"
#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

ledger::Text filled(const std::string& value) { return value.empty() ? ledger::Text() : value; }

std::string unit_of(std::string_view published) {
  if (published == "1e4CNY/ha") return "万元/公顷";
  return published == "%" ? "1" : std::string(published);
}

ledger::Text joined(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ",") + std::string(name);
  return filled(all);
}

// "全国通报 2022（数据截至 2021-12-31），各类型，出处".
findings::Text published(const standards::Published& figure) {
  const ledger::CodeWords type = figure.zone_type.empty() ? ledger::CodeWords{"", "各类型", "all types"} : ledger::zone_type_words(figure.zone_type);
  const std::string day = figure.as_of.to_iso();
  return {(figure.national ? std::string("全国") : figure.province) + "通报 " + figure.edition + "（数据截至 " + day + "），" + std::string(type.zh) +
              "，" + figure.source,
          (figure.national ? std::string("national") : figure.province) + " " + figure.edition + " (" + day + "), " + std::string(type.en) + ", " +
              figure.source};
}

void add_published(const Run& run, std::uint32_t park, ledger::ParkIndicatorRow& row) {
  const ParkEvaluation& evaluation = run.evaluation.parks[park];
  const std::string type = evaluation.zone.type ? std::string(to_text(*evaluation.zone.type)) : evaluation.declared_type;
  const std::string& province = run.project.evaluation.province;
  const standards::Published* national = run.evaluation.tables.find_published(row.indicator, run.as_of, true, "", type);
  const standards::Published* provincial =
      province.empty() ? nullptr : run.evaluation.tables.find_published(row.indicator, run.as_of, false, province, type);
  findings::Text words;
  for (const standards::Published* each : {national, provincial}) {
    if (each == nullptr) continue;
    const findings::Text told = published(*each);
    words = {words.zh + (words.zh.empty() ? "" : "；") + told.zh, words.en + (words.en.empty() ? "" : "; ") + told.en};
  }
  if (national != nullptr) row.published_national = national->value;
  if (provincial != nullptr) row.published_provincial = provincial->value;
  row.published_zh = filled(words.zh);
  row.published_en = filled(words.en);
}

}  // namespace

void add_evaluation(const Run& run, std::uint32_t park, std::vector<ledger::ParkIndicatorRow>& rows) {
  const std::string& id = run.cadastre.parks.features[park].id;
  const auto audited = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.park_id == id && row.indicator == "idle_rate"; });
  ledger::ParkIndicatorRow check = *audited;
  check.indicator = "idle_rate_check";
  check.formula_zh = "闲置宗地/已供应宗地";
  check.formula_en = "idle/supplied";
  for (const intensity::Indicator& each : run.evaluation.parks[park].indicators) {
    // Without a survey the share of idle land is the audit's own; it stands there already.
    if (each.id == "idle_rate" && !each.missing.empty()) continue;
    const standards::IndicatorInfo* info = run.evaluation.tables.find(each.id);
    ledger::ParkIndicatorRow row{
        id,        std::string(each.id), each.value, info != nullptr ? unit_of(info->unit) : "1", each.numerator, each.denominator, each.low,
        each.high, each.unknown_count};
    row.formula_zh = each.formula.zh;
    row.formula_en = each.formula.en;
    row.source = std::string(each.source);
    row.missing = joined(each.missing);
    row.completeness = each.completeness;
    if (each.id == "idle_rate")
      *std::find_if(rows.begin(), rows.end(), [&](const auto& other) { return other.park_id == id && other.indicator == "idle_rate"; }) =
          std::move(row);
    else
      rows.push_back(std::move(row));
  }
  rows.push_back(std::move(check));
  for (ledger::ParkIndicatorRow& row : rows)
    if (row.park_id == id) add_published(run, park, row);
}

std::vector<ledger::IndicatorRow> indicator_rows(const Run& run) {
  std::vector<ledger::IndicatorRow> rows;
  for (const standards::IndicatorInfo& each : run.evaluation.tables.indicators)
    rows.push_back({each.id, each.name_zh, each.name_en, filled(each.group), filled(each.numerator), filled(each.denominator), filled(each.formula),
                    each.unit, filled(each.direction), filled(each.status), filled(each.source)});
  return rows;
}

std::vector<ledger::ParkEvaluationRow> park_evaluation_rows(const Run& run) {
  std::vector<ledger::ParkEvaluationRow> rows;
  for (std::size_t park = 0; park < run.evaluation.parks.size(); ++park) {
    const ParkEvaluation& each = run.evaluation.parks[park];
    ledger::ParkEvaluationRow& row = rows.emplace_back();
    row.park_id = run.cadastre.parks.features[park].id;
    if (each.zone.type) row.zone_type = std::string(to_text(*each.zone.type));
    row.zone_basis = filled(each.zone_basis);
    row.declared_type = filled(each.declared_type);
    row.industrial_share = each.zone.industrial;
    row.residential_share = each.zone.residential;
    if (each.industrial) row.industrial_assessment = std::string(to_text(*each.industrial));
    double complete = 0;
    for (const intensity::Indicator& indicator : each.indicators) complete += indicator.completeness;
    row.completeness = complete / static_cast<double>(each.indicators.size());
    if (each.score) {
      row.score = each.score->value;
      row.score_low = each.score->low;
      row.score_high = each.score->high;
    }
    if (each.rank) row.rank = *each.rank;
    row.rank_group = filled(each.rank_group);
  }
  return rows;
}

std::vector<ledger::ParkScoreRow> park_score_rows(const Run& run) {
  std::vector<ledger::ParkScoreRow> rows;
  for (std::size_t park = 0; park < run.evaluation.parks.size(); ++park)
    if (const auto& score = run.evaluation.parks[park].score)
      for (const intensity::Points& each : score->points)
        rows.push_back({run.cadastre.parks.features[park].id, each.indicator, each.weight, each.ideal, each.value, each.points, each.low, each.high});
  return rows;
}

}  // namespace yongdi::workflow
