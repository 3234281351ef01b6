#include "settings/standards_section.hpp"

namespace yongdi::settings {
namespace {

constexpr Key kLimitsKeys[] = {{"tables", Takes::texts}, {"land_class", Takes::text}, {"industry_edition", Takes::text}};

constexpr Key kScreeningKeys[] = {{"thresholds", Takes::text}};

}  // namespace

LimitsSetting read_limits_setting(const toml::table& table, const Where& where) {
  const Section section(table, where, kLimitsKeys);
  return {section.texts("tables"), section.text("land_class").value_or(""), section.text("industry_edition").value_or("")};
}

ScreeningSetting read_screening_setting(const toml::table& table, const Where& where) {
  return {Section(table, where, kScreeningKeys).text("thresholds").value_or("")};
}

}  // namespace yongdi::settings
