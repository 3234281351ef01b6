#include "settings/standards_section.hpp"

#include "measures/exact.hpp"

namespace yongdi::settings {
namespace {

constexpr Key kLimitsKeys[] = {{"tables", Takes::texts}, {"land_class", Takes::text}, {"industry_edition", Takes::text}};

constexpr Key kEvaluationKeys[] = {{"weights", Takes::text}, {"ideals", Takes::text}, {"statistics", Takes::text}, {"province", Takes::text}, {"denominators", Takes::table}};
constexpr Key kDenominatorKeys[] = {{"idle_rate", Takes::text}, {"overall_tax_per_land", Takes::text}, {"industrial_fixed_asset_intensity", Takes::text}};
constexpr std::string_view kIdleRate[] = {"D", "A"};
constexpr std::string_view kOverallTax[] = {"A", "A2"};
constexpr std::string_view kFixedAssets[] = {"A2", "A"};

constexpr Key kRatingKeys[] = {{"formula", Takes::text, true}, {"items", Takes::text, true}, {"cap", Takes::number}, {"cuts", Takes::texts}};
constexpr std::string_view kFormulas[] = {"S1", "S2", "S3"};

constexpr Key kScreeningKeys[] = {{"thresholds", Takes::text}};

}  // namespace

LimitsSetting read_limits_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kLimitsKeys);
  return {section.texts("tables"), section.text("land_class").value_or(""), section.text("industry_edition").value_or("")};
}

ScreeningSetting read_screening_setting(const toml::table& table, const Where& where) {
  return {Section(table, where, kScreeningKeys).text("thresholds").value_or("")};
}

RatingSetting read_rating_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kRatingKeys);
  RatingSetting setting;
  setting.formula = *section.choice("formula", kFormulas);
  setting.items = *section.text("items");
  setting.cap = section.number("cap");
  if (setting.cap && !(*setting.cap > 0)) refuse(section.where_is("cap"), {"“cap”应大于零。请改正。", "\"cap\" must be above zero. Please correct it."});
  const std::vector<std::string> cuts = section.texts("cuts");
  if (cuts.empty()) return setting;
  setting.cuts.emplace();
  measures::Exact before;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const auto cut = measures::Exact::parse(cuts[i]);
    const bool fits = cuts.size() == setting.cuts->size() && cut && *cut > before && *cut <= measures::Exact(1);
    if (!fits)
      refuse(section.where_is("cuts"), {"“cuts”应为三个递增的比例（0–1），如 [\"0.20\", \"0.60\", \"0.90\"]。请改正。",
                                        "\"cuts\" must be three rising shares (0–1), such as [\"0.20\", \"0.60\", \"0.90\"]. Please correct them."});
    before = setting.cuts->at(i) = *cut;
  }
  return setting;
}

EvaluationSetting read_evaluation_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kEvaluationKeys);
  EvaluationSetting setting;
  setting.weights = section.text("weights").value_or("");
  setting.ideals = section.text("ideals").value_or("");
  setting.statistics = section.text("statistics").value_or("");
  setting.province = section.text("province").value_or("");
  if (const toml::table* denominators = section.table("denominators")) {
    const Section chosen(*denominators, section.where_is("denominators").within("denominators"), kDenominatorKeys);
    setting.idle_rate = chosen.choice("idle_rate", kIdleRate).value_or(setting.idle_rate);
    setting.overall_tax_per_land = chosen.choice("overall_tax_per_land", kOverallTax).value_or(setting.overall_tax_per_land);
    setting.industrial_fixed_asset_intensity = chosen.choice("industrial_fixed_asset_intensity", kFixedAssets).value_or(setting.industrial_fixed_asset_intensity);
  }
  return setting;
}

}  // namespace yongdi::settings
