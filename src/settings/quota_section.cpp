#include "settings/quota_section.hpp"

#include <fmt/format.h>

#include "settings/layer_section.hpp"

namespace yongdi::settings {
namespace {

using measures::Exact;

constexpr Key kQuotaKeys[] = {
    {"year", Takes::whole},          {"total", Takes::amount},          {"reserve_share", Takes::number},    {"rule", Takes::text},
    {"unit", Takes::text},           {"parks", Takes::text_or_table},   {"disposals", Takes::text_or_table}, {"ledgers", Takes::texts},
    {"tasks", Takes::text_or_table}, {"entries", Takes::text_or_table},
};
constexpr Key kAmountKeys[] = {{"value", Takes::number, true}, {"unit", Takes::text, true}};
constexpr std::string_view kRules[] = {"linked", "factor"};
constexpr std::string_view kDefaultStep = "0.01 mu";  // quotas are issued in hundredths of a mu

const measures::Unit& area_unit(std::string_view written, const Where& where) {
  const measures::Unit* unit = measures::find_unit(written);
  if (unit != nullptr && unit->dimension == measures::Dimension::area) return *unit;
  const std::string valid = measures::unit_names(measures::Dimension::area);
  refuse(where, {fmt::format("“{}”不是面积单位。可用：{}。", written, valid), fmt::format("\"{}\" is no unit of area. Valid: {}.", written, valid)});
}

// "0.01 mu": the step to which quotas are rounded.
void read_step(const std::string& written, const Where& where, QuotaSetting& setting) {
  const std::size_t blank = written.find(' ');
  const std::optional<Exact> step = Exact::parse(std::string_view(written).substr(0, blank));
  if (blank == std::string::npos || !step || step->is_zero() || step->is_negative()) {
    refuse(where, {fmt::format("“{}”不是取整单位。请写成 \"0.01 mu\" 的样子。", written),
                   fmt::format("\"{}\" is no rounding step. Please write it like \"0.01 mu\".", written)});
  }
  setting.measure = &area_unit(std::string_view(written).substr(blank + 1), where);
  setting.unit_m2 = *step * setting.measure->factor();
}

// A number of the file as the decimal that was written: TOML holds it as a binary fraction.
Exact written(double value, std::string_view key, const Where& where) {
  const std::optional<Exact> exact = Exact::from_double(value);
  if (!exact || exact->is_negative())
    refuse(where, {fmt::format("“{}”不能是 {}，应为不小于零的数。请改正。", key, value),
                   fmt::format("\"{}\" cannot be {}: it must be a number not below zero. Please correct it.", key, value)});
  return *exact;
}

void read_total(const Section& quota, QuotaSetting& setting) {
  if (const toml::table* total = quota.table("total")) {
    const Section amount(*total, quota.where_is("total").within("total"), kAmountKeys);
    const measures::Unit& unit = area_unit(*amount.text("unit"), amount.where_is("unit"));
    setting.total_m2 = written(*amount.number("value"), "value", amount.where_is("value")) * unit.factor();
  } else if (const auto value = quota.number("total")) {
    setting.total_m2 = written(*value, "total", quota.where_is("total"));
  }
}

// "quota-parks.csv", or a table like that of a layer: { source = "…", layer = "…", fields = {…} }.
std::optional<LayerSetting> read_source(const Section& quota, std::string_view key, facts::Layer layer) {
  if (const toml::table* table = quota.table(key)) {
    const Section section(*table, quota.where_is(key).within(key), kSourceKeys);
    return read_layer_setting(section, layer);
  }
  const std::optional<std::string> source = quota.text(key);
  if (!source) return std::nullopt;
  LayerSetting setting;
  setting.source = *source;
  return setting;
}

}  // namespace

QuotaSetting read_quota(const toml::table& table, const Where& where) {
  const Section quota(table, where, kQuotaKeys);
  QuotaSetting setting;
  if (const toml::node* year = quota.node("year")) setting.year = static_cast<int>(year->value<std::int64_t>().value_or(0));
  read_total(quota, setting);
  if (const auto share = quota.number("reserve_share")) {
    if (!(*share >= 0 && *share < 1)) {
      refuse(quota.where_is("reserve_share"),
             {fmt::format("“reserve_share”应不小于 0 且小于 1，现为 {}。请改正。", *share),
              fmt::format("\"reserve_share\" must be at least 0 and below 1, and is {}. Please correct it.", *share)});
    }
    setting.reserve_share = written(*share, "reserve_share", quota.where_is("reserve_share"));
  }
  setting.rule = quota.choice("rule", kRules).value_or(std::string(kRules[0]));
  read_step(quota.text("unit").value_or(std::string(kDefaultStep)), quota.where_is("unit"), setting);
  setting.parks = read_source(quota, "parks", facts::Layer::quota_parks);
  setting.disposals = read_source(quota, "disposals", facts::Layer::disposals);
  setting.tasks = read_source(quota, "tasks", facts::Layer::tasks);
  setting.entries = read_source(quota, "entries", facts::Layer::entries);
  setting.ledgers = quota.texts("ledgers");
  if (!setting.ledgers.empty() && setting.ledgers.size() != 2) {
    refuse(quota.where_is("ledgers"), {"“ledgers”应为两本台账：年初一本、年末一本，如 [\"2023.gpkg\", \"2024.gpkg\"]。请改正。",
                                       "\"ledgers\" takes two ledgers, of the year's beginning and its end, such as [\"2023.gpkg\", \"2024.gpkg\"]. "
                                       "Please correct it."});
  }
  if (setting.disposals && !setting.ledgers.empty()) {
    refuse(quota.where_is("ledgers"),
           {"“disposals”和“ledgers”只能写一个：处置要么来自表，要么由两本台账比较得出。请删去一个。",
            "\"disposals\" and \"ledgers\" exclude each other: disposals come from a table or from two ledgers. Please remove one."});
  }
  return setting;
}

}  // namespace yongdi::settings
