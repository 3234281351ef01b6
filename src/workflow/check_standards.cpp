// Findings about control limits: none that applies, a contract that asks for less, a code that no edition has, figures nobody has seen in the instrument.
#include <algorithm>
#include <map>
#include <set>

#include "findings/catalogue.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

using intensity::Gap;

struct Words {
  std::string_view zh, en;
};

Words words(Gap gap) {
  switch (gap) {
    case Gap::none_loaded:
      return {"没有任何标准表规定它", "no table sets it"};
    case Gap::none_in_force:
      return {"合同签订之日没有现行的标准", "none was in force on the day of the contract"};
    case Gap::no_row:
      return {"标准表中没有该行业（及其版本）、地区或等别的一行", "no table has a row for the industry in its edition, the place or the land class"};
    case Gap::not_industrial:
      return {"不是工业用地", "not industrial land"};
    case Gap::industry_missing:
      return {"没有行业代码，或土地用途不明", "no industry code, or the land use is not known"};
    case Gap::edition_missing:
    case Gap::contract_missing:
    case Gap::not_started:
      break;
  }
  return {"资料不全", "not enough is on record"};
}

Words words(intensity::Measure measure) {
  switch (measure) {
    case intensity::Measure::plot_ratio:
      return {"容积率", "plot ratio"};
    case intensity::Measure::building_coefficient:
      return {"建筑系数", "building coefficient"};
    default:
      return {"投资强度", "investment intensity"};
  }
}

// One finding per measure, with the parcels counted by reason.
void report_none(Run& run, intensity::Measure measure, std::string_view field, std::optional<measures::Certainty> intensity::Comparison::*kept,
                 Gap intensity::Comparison::*gap) {
  std::map<Gap, std::size_t> counts;
  std::size_t all = 0;
  for (const ParcelFigures& figures : run.parcels) {
    const intensity::Comparison& compared = figures.indicators.compared;
    if (compared.*kept || compared.*gap == Gap::not_started) continue;
    ++counts[compared.*gap];
    ++all;
  }
  if (all == 0) return;
  std::string zh, en;
  for (const auto& [why, count] : counts) {
    zh += (zh.empty() ? "" : "；") + std::string(words(why).zh) + " " + std::to_string(count) + " 宗";
    en += (en.empty() ? "" : "; ") + std::string(words(why).en) + ": " + std::to_string(count);
  }
  run.findings.push_back({&findings::kind("NO_STANDARD_LOADED"), {}, "parcels", std::string(field),
                          {{"value_zh", std::string(words(measure).zh)}, {"value_en", std::string(words(measure).en)}, {"count", std::to_string(all)},
                           {"reason_zh", zh}, {"reason_en", en}}, {}, {}});
}

// A measure nobody knows is a placeholder once it decides something.
void report_placeholders(Run& run) {
  std::set<std::pair<std::string, std::string>> used;
  for (const ParcelFigures& figures : run.parcels)
    for (const intensity::Compared& each : figures.indicators.compared.limits)
      if (each.limit != nullptr && each.limit->status == rulebook::Status::placeholder && each.kept.value_or(measures::Certainty::unknown) != measures::Certainty::unknown)
        used.emplace(each.limit->document + " " + std::string(to_text(each.measure)) + " " + std::string(to_text(each.bound)), each.required.to_string());
  for (const auto& [name, value] : used)
    run.findings.push_back({&findings::kind("PLACEHOLDER_USED"), {}, "limits", name, {{"value", name}, {"other", value}}, {}, {}});
}

void report_parcels(Run& run) {
  const cadastre::Layer& layer = run.cadastre.parcels;
  const facts::Column industry(layer.table, "industry"), edition(layer.table, "industry_edition");
  const auto add = [&](std::string_view code, std::size_t i, std::string_view field, std::vector<std::pair<std::string, std::string>> values) {
    run.findings.push_back({&findings::kind(code), place(layer.table, i, field), "parcel", layer.features[i].id, std::move(values), run.area_m2(layer.features[i]), {}});
  };
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const facts::Row& row = layer.table.rows[i];
    if (const std::string* written = industry.text(row)) {
      const std::string* of = edition.text(row);
      const std::string year = of != nullptr ? intensity::industry_edition(*of) : run.project.limits.industry_edition;
      if (!standards::is_known(run.limits.industries, intensity::industry_code(*written), year))
        add("INDUSTRY_UNKNOWN", i, "industry", {{"value", *written}, {"other", year.empty() ? "2002/2011/2017" : year}});
    }
    for (const intensity::Compared& each : run.parcels[i].indicators.compared.limits)
      if (each.looser_than != nullptr)
        add("CONTRACT_BELOW_STANDARD", i, each.bound == intensity::Bound::max ? "plot_ratio_max" : "",
            {{"value_zh", std::string(words(each.measure).zh)}, {"value_en", std::string(words(each.measure).en)}, {"first", each.required.to_string()},
             {"second", each.looser_than->value.to_string()}, {"other", each.looser_than->document}});
  }
}

}  // namespace

void check_standards(Run& run) {
  using intensity::Comparison, intensity::Measure;
  report_none(run, Measure::plot_ratio, "plot_ratio_min", &Comparison::plot_ratio, &Comparison::plot_ratio_gap);
  report_none(run, Measure::building_coefficient, "building_coefficient_min", &Comparison::coefficient, &Comparison::coefficient_gap);
  report_none(run, Measure::investment_intensity, "fixed_investment_contract", &Comparison::investment, &Comparison::investment_gap);
  report_placeholders(run);
  report_parcels(run);
}

}  // namespace yongdi::workflow
