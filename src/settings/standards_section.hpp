#pragma once
// [limits]: tables of control limits a bureau adds, and what parcels may leave out. [screening]: the screen for inefficient land. [evaluation]: weights, ideal
// values, denominators. [rating]: firms rated per mu.
#include "settings/project.hpp"
#include "settings/section.hpp"

namespace yongdi::settings {

// Throws findings::Failure (Exit::usage) for a key or value that does not fit.
LimitsSetting read_limits_setting(const toml::table& table, const Where& where);
ScreeningSetting read_screening_setting(const toml::table& table, const Where& where);
RatingSetting read_rating_setting(const toml::table& table, const Where& where);
EvaluationSetting read_evaluation_setting(const toml::table& table, const Where& where);

}  // namespace yongdi::settings
