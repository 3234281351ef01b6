#include "settings/layer_section.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace yongdi::settings {
namespace {

const facts::Field& field_named(facts::Layer layer, const std::string& name) { return facts::fields(layer)[facts::find_field(layer, name)]; }

std::vector<std::string_view> codes_of(const facts::Field& field) {
  std::vector<std::string_view> codes;
  std::string_view rest = field.kind == facts::Kind::yes_no ? "yes no" : field.codes;
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    codes.push_back(rest.substr(0, blank));
    rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
  }
  return codes;
}

const measures::Unit* read_unit(const Section& mapping, const facts::Field& field) {
  const std::optional<std::string> written = mapping.text("unit");
  if (!written) return nullptr;
  if (field.dimension() == measures::Dimension::none) {
    refuse(mapping.where_is("unit"), {fmt::format("字段“{}”既不是面积也不是金额，不带单位。请删去 unit。", field.name),
                                      fmt::format("field \"{}\" is neither an area nor money and takes no unit. Please remove unit.", field.name)});
  }
  const measures::Unit* unit = measures::find_unit(*written);
  if (unit == nullptr || unit->dimension != field.dimension()) {
    const std::string valid = measures::unit_names(field.dimension());
    refuse(mapping.where_is("unit"), {fmt::format("“{}”不是字段“{}”可用的单位。可用：{}。", *written, field.name, valid),
                                      fmt::format("\"{}\" is no unit for field \"{}\". Valid: {}.", *written, field.name, valid)});
  }
  return unit;
}

FieldSetting read_field(const toml::node& node, const facts::Field& field, const Where& where) {
  if (const auto name = node.value<std::string>()) return {*name, nullptr};
  static constexpr Key kKeys[] = {{"field", Takes::text, true}, {"unit", Takes::text}};
  const Section mapping(*node.as_table(), where.at(node).within(field.name), kKeys);
  return {*mapping.text("field"), read_unit(mapping, field)};
}

void read_fields(const toml::table& table, facts::Layer layer, const Where& where, LayerSetting& setting) {
  for (auto&& [key, node] : table) {
    const Where here{where.file, where.section, key.source().begin.line};
    const std::string name = canonical_name(layer, key.str(), here);
    if (!node.is_string() && !node.is_table()) {
      refuse(here,
             {fmt::format("“{}”应为来源字段名，或 {{ field = \"核准面积\", unit = \"ha\" }}。请改写该值。", name),
              fmt::format("\"{}\" must be the source's field name, or {{ field = \"Area\", unit = \"ha\" }}. Please rewrite the value.", name)});
    }
    FieldSetting field = read_field(node, field_named(layer, name), here);
    if (field.field.empty()) {
      refuse(here, {fmt::format("“{}”的来源字段名是空的。请写出字段名，或删去这一行。", name),
                    fmt::format("the source field for \"{}\" is empty. Please write its name or remove the line.", name)});
    }
    setting.fields.emplace(name, std::move(field));
  }
}

// [parcels.values.supply_mode]: as written = code.
void read_values(const toml::table& table, facts::Layer layer, const Where& where, LayerSetting& setting) {
  for (auto&& [key, node] : table) {
    const Where here{where.file, where.section, key.source().begin.line};
    const std::string name = canonical_name(layer, key.str(), here);
    const toml::table* mapping = node.as_table();
    if (mapping == nullptr) {
      refuse(here, {fmt::format("“{}”应为一节对照，如 {{ \"挂牌\" = \"auction\" }}。请改写该值。", name),
                    fmt::format("\"{}\" must be a table of values, such as {{ \"open auction\" = \"auction\" }}. Please rewrite the value.", name)});
    }
    const facts::Field& field = field_named(layer, name);
    const std::vector<std::string_view> codes = codes_of(field);
    auto& values = setting.values[name];
    for (auto&& [written, value] : *mapping) {
      const Where line{where.file, here.within(name).section, written.source().begin.line};
      const std::optional<std::string> code = value.value<std::string>();
      if (!code) {
        refuse(line, {fmt::format("“{}”应对应一段加引号的文字。请改写该值。", written.str()),
                      fmt::format("\"{}\" must lead to a text in quotes. Please rewrite the value.", written.str())});
      }
      if (!codes.empty() && std::find(codes.begin(), codes.end(), *code) == codes.end()) {
        refuse(line, not_among(fmt::format("{} 代码", name), fmt::format("code of {}", name), *code, codes));
      }
      values.emplace(written.str(), *code);
    }
  }
}

}  // namespace

std::vector<Key> with_source_keys(std::span<const Key> own) {
  std::vector<Key> keys(std::begin(kSourceKeys), std::end(kSourceKeys));
  keys.insert(keys.end(), own.begin(), own.end());
  return keys;
}

std::string canonical_name(facts::Layer layer, std::string_view written, const Where& where) {
  std::vector<std::string_view> names;
  for (const facts::Field& field : facts::fields(layer)) names.push_back(field.name);
  if (std::find(names.begin(), names.end(), written) == names.end()) {
    refuse(where, not_among(fmt::format("{} 字段", facts::name(layer)), fmt::format("field of {}", facts::name(layer)), written, names));
  }
  return std::string(written);
}

LayerSetting read_layer_setting(const Section& section, facts::Layer layer) {
  LayerSetting setting;
  setting.source = *section.text("source");
  setting.layer = section.text("layer");
  setting.crs = section.text("crs");
  setting.where = section.text("where");
  setting.encoding = section.text("encoding");
  if (const toml::table* fields = section.table("fields")) read_fields(*fields, layer, section.where().within("fields"), setting);
  if (const toml::table* values = section.table("values")) read_values(*values, layer, section.where().within("values"), setting);
  return setting;
}

}  // namespace yongdi::settings
