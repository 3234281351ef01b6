#include "settings/standards_section.hpp"

namespace yongdi::settings {
namespace {

constexpr Key kLimitsKeys[] = {{"tables", Takes::texts}, {"land_class", Takes::text}, {"industry_edition", Takes::text}};

constexpr Key kEvaluationKeys[] = {{"weights", Takes::text}, {"ideals", Takes::text}, {"province", Takes::text}, {"denominators", Takes::table}};
constexpr Key kDenominatorKeys[] = {{"idle_rate", Takes::text}, {"overall_tax_per_land", Takes::text}, {"industrial_fixed_asset_intensity", Takes::text}};
constexpr std::string_view kIdleRate[] = {"D", "A"};
constexpr std::string_view kOverallTax[] = {"A", "A2"};
constexpr std::string_view kFixedAssets[] = {"A2", "A"};

constexpr Key kScreeningKeys[] = {{"thresholds", Takes::text}};

}  // namespace

LimitsSetting read_limits_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kLimitsKeys);
  return {section.texts("tables"), section.text("land_class").value_or(""), section.text("industry_edition").value_or("")};
}

ScreeningSetting read_screening_setting(const toml::table& table, const Where& where) {
  return {Section(table, where, kScreeningKeys).text("thresholds").value_or("")};
}

EvaluationSetting read_evaluation_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kEvaluationKeys);
  EvaluationSetting setting;
  setting.weights = section.text("weights").value_or("");
  setting.ideals = section.text("ideals").value_or("");
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
