#include "settings/quota_section.hpp"

#include <fmt/format.h>

#include "measures/exact.hpp"
#include "measures/units.hpp"

namespace yongdi::settings {
namespace {

constexpr Key kQuotaKeys[] = {
    {"year", Takes::whole}, {"total", Takes::amount},   {"reserve_share", Takes::number}, {"rule", Takes::text},  {"unit", Takes::text},
    {"parks", Takes::text}, {"disposals", Takes::text}, {"ledgers", Takes::texts},        {"tasks", Takes::text}, {"entries", Takes::text},
};
constexpr Key kAmountKeys[] = {{"value", Takes::number, true}, {"unit", Takes::text, true}};
constexpr std::string_view kRules[] = {"linked", "factor"};

void check_area_unit(std::string_view written, const Where& where) {
  const measures::Unit* unit = measures::find_unit(written);
  if (unit != nullptr && unit->dimension == measures::Dimension::area) return;
  const std::string valid = measures::unit_names(measures::Dimension::area);
  refuse(where, {fmt::format("“{}”不是面积单位。可用：{}。", written, valid), fmt::format("\"{}\" is no unit of area. Valid: {}.", written, valid)});
}

// "0.01 mu": the step to which quotas are rounded.
void check_step(const std::string& written, const Where& where) {
  const std::size_t blank = written.find(' ');
  const std::optional<measures::Exact> step = measures::Exact::parse(std::string_view(written).substr(0, blank));
  if (blank == std::string::npos || !step || step->is_zero() || step->is_negative()) {
    refuse(where, {fmt::format("“{}”不是取整单位。请写成 \"0.01 mu\" 的样子。", written),
                   fmt::format("\"{}\" is no rounding step. Please write it like \"0.01 mu\".", written)});
  }
  check_area_unit(std::string_view(written).substr(blank + 1), where);
}

}  // namespace

void check_quota(const toml::table& table, const Where& where) {
  const Section quota(table, where, kQuotaKeys);
  if (const toml::table* total = quota.table("total")) {
    const Section amount(*total, quota.where_is("total").within("total"), kAmountKeys);
    check_area_unit(*amount.text("unit"), amount.where_is("unit"));
  }
  if (const auto share = quota.number("reserve_share"); share && !(*share >= 0 && *share < 1)) {
    refuse(quota.where_is("reserve_share"), {fmt::format("“reserve_share”应不小于 0 且小于 1，现为 {}。请改正。", *share),
                                             fmt::format("\"reserve_share\" must be at least 0 and below 1, and is {}. Please correct it.", *share)});
  }
  static_cast<void>(quota.choice("rule", kRules));
  if (const auto unit = quota.text("unit")) check_step(*unit, quota.where_is("unit"));
}

}  // namespace yongdi::settings
