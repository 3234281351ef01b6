#include "settings/section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "measures/nearest.hpp"

namespace yongdi::settings {
namespace {

struct Wording {
  std::string_view zh, en;
};

Wording wording(Takes takes) {
  switch (takes) {
    case Takes::text:
      return {"文字（加引号）", "a text in quotes"};
    case Takes::texts:
      return {"文字列表，如 [\"甲\", \"乙\"]", "a list of texts, such as [\"a\", \"b\"]"};
    case Takes::whole:
      return {"整数", "a whole number"};
    case Takes::number:
      return {"数", "a number"};
    case Takes::day:
      return {"日期，如 2024-12-31", "a day, such as 2024-12-31"};
    case Takes::table:
      return {"一节设置，如 { 名 = \"值\" }", "a table, such as { name = \"value\" }"};
    case Takes::tables:
      return {"用双方括号写的一节，如 [[tables]]", "an array of tables, written with double brackets such as [[tables]]"};
    case Takes::text_or_table:
      return {"文字或一节设置", "a text or a table"};
    case Takes::amount:
      return {"数，或 { value = 3000, unit = \"mu\" }", "a number, or { value = 3000, unit = \"mu\" }"};
  }
  return {};
}

template <typename Test>
bool all_of(const toml::node& node, Test test) {
  const toml::array* array = node.as_array();
  return array != nullptr && std::all_of(array->begin(), array->end(), test);
}

bool fits(const toml::node& node, Takes takes) {
  switch (takes) {
    case Takes::text:
      return node.is_string();
    case Takes::texts:
      return all_of(node, [](const toml::node& item) { return item.is_string(); });
    case Takes::whole:
      return node.is_integer();
    case Takes::number:
      return node.is_number();
    case Takes::day:
      return node.is_date() || node.is_string();
    case Takes::table:
      return node.is_table();
    case Takes::tables:
      return all_of(node, [](const toml::node& item) { return item.is_table(); });
    case Takes::text_or_table:
      return node.is_string() || node.is_table();
    case Takes::amount:
      return node.is_number() || node.is_table();
  }
  return false;
}

std::string listed(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

Where Where::at(const toml::node& node) const { return {file, section, node.source().begin.line}; }
Where Where::within(std::string_view name) const { return {file, section.empty() ? std::string(name) : fmt::format("{}.{}", section, name), line}; }

void refuse(const Where& where, const findings::Text& why) {
  const std::string section = where.section.empty() ? "" : fmt::format(" [{}]", where.section);
  const std::string zh_line = where.line > 0 ? fmt::format(" 第 {} 行", where.line) : "";
  const std::string en_line = where.line > 0 ? fmt::format(", line {}", where.line) : "";
  throw findings::Failure(findings::Exit::usage, {fmt::format("项目文件 {}{}{}：{}", where.file, zh_line, section, why.zh),
                                                  fmt::format("project file {}{}{}: {}", where.file, en_line, section, why.en)});
}

findings::Text not_among(std::string_view what_zh, std::string_view what_en, std::string_view written, std::span<const std::string_view> valid) {
  const std::string_view nearest = measures::nearest_name(written, valid);
  return {
      fmt::format("没有名为“{}”的{}{}。可用：{}。", written, what_zh, nearest.empty() ? "" : fmt::format("，是否应为“{}”", nearest), listed(valid)),
      fmt::format("there is no {} \"{}\".{} Valid: {}.", what_en, written, nearest.empty() ? "" : fmt::format(" Did you mean \"{}\"?", nearest),
                  listed(valid))};
}

Section::Section(const toml::table& table, Where where, std::span<const Key> keys) : m_table(&table), m_where(std::move(where)) {
  for (auto&& [name, node] : table) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&n = name](const Key& k) { return k.name == n.str(); });
    const Where here{m_where.file, m_where.section, name.source().begin.line};
    if (key == keys.end()) {
      std::vector<std::string_view> names;
      for (const Key& k : keys) names.push_back(k.name);
      refuse(here, not_among("设置", "key", name.str(), names));
    }
    if (!fits(node, key->takes)) {
      const Wording expected = wording(key->takes);
      refuse(here, {fmt::format("“{}”应为{}。请改写该值。", key->name, expected.zh),
                    fmt::format("\"{}\" must be {}. Please rewrite the value.", key->name, expected.en)});
    }
  }
  for (const Key& key : keys) {
    if (key.required && !table.contains(key.name)) {
      refuse(m_where, {fmt::format("缺少必填的“{}”（{}）。请补上。", key.name, wording(key.takes).zh),
                       fmt::format("\"{}\" is required and missing ({}). Please add it.", key.name, wording(key.takes).en)});
    }
  }
}

std::optional<std::string> Section::text(std::string_view key) const {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  std::string value = found->value<std::string>().value_or("");
  if (value.empty()) {
    refuse(where_is(key), {fmt::format("“{}”是空的。请写出内容，或删去这一行。", key),
                           fmt::format("\"{}\" is empty. Please write a value or remove the line.", key)});
  }
  return value;
}

std::vector<std::string> Section::texts(std::string_view key) const {
  std::vector<std::string> result;
  if (const toml::node* found = node(key)) {
    for (const toml::node& item : *found->as_array()) result.push_back(item.value<std::string>().value_or(""));
  }
  return result;
}

std::optional<double> Section::number(std::string_view key) const {
  const toml::node* found = node(key);
  return found == nullptr ? std::nullopt : found->value<double>();
}

std::optional<std::string> Section::choice(std::string_view key, std::span<const std::string_view> valid) const {
  std::optional<std::string> written = text(key);
  if (written && std::find(valid.begin(), valid.end(), *written) == valid.end()) {
    refuse(where_is(key), not_among(fmt::format("{} 取值", key), fmt::format("value of {}", key), *written, valid));
  }
  return written;
}

const toml::table* Section::table(std::string_view key) const {
  const toml::node* found = node(key);
  return found == nullptr ? nullptr : found->as_table();
}

std::vector<const toml::table*> Section::tables(std::string_view key) const {
  std::vector<const toml::table*> result;
  if (const toml::node* found = node(key)) {
    for (const toml::node& item : *found->as_array()) result.push_back(item.as_table());
  }
  return result;
}

Where Section::where_is(std::string_view key) const {
  const auto found = m_table->find(key);
  return found == m_table->end() ? m_where : Where{m_where.file, m_where.section, found->first.source().begin.line};
}

}  // namespace yongdi::settings
