#include "rulebook/section.hpp"

#include "measures/nearest.hpp"

namespace yongdi::rulebook {

using findings::Text;
using measures::Day;
using measures::Exact;

namespace {

std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

// What a missing key is for, so that a person who never saw the format knows what to write.
Text meaning(std::string_view key) {
  constexpr std::array<std::array<std::string_view, 3>, 9> kMeanings = {{
      {"article", "条款，如 \"第十四条第一项\"；没有条款的数字不能采用",
       "the article it comes from, such as \"第十四条\"; a figure without its article cannot be used"},
      {"zh", "一句中文表述，用文件自己的话", "one sentence in Chinese, in the words of the document"},
      {"en", "一句英文表述", "one sentence in English"},
      {"unit", "单位，如 \"year\"、\"share\"", "the unit, such as \"year\" or \"share\""},
      {"status", "来源：\"read\" 见于原文、\"secondary\" 转引、\"placeholder\" 占位", "how it was seen: \"read\", \"secondary\" or \"placeholder\""},
      {"number", "文号，如 \"国土资源部令第53号\"", "the number of the document, such as \"国土资源部令第53号\""},
      {"level", "层级：\"national\"、\"provincial\"、\"municipal\" 或 \"park\"",
       "the level: \"national\", \"provincial\", \"municipal\" or \"park\""},
      {"in_force", "有效期，如 { from = 2012-07-01 }", "its validity, such as { from = 2012-07-01 }"},
      {"from", "施行之日，如 from = 2012-07-01", "the first day, such as from = 2012-07-01"},
  }};
  for (const auto& [name, zh, en] : kMeanings)
    if (name == key) return {"请补上" + std::string(zh) + "。", "Add " + std::string(en) + "."};
  return {"请补上。", "Add it."};
}

}  // namespace

Text nearest_or_all(std::string_view name, std::span<const std::string_view> valid) {
  const auto nearest = measures::nearest_name(name, valid);
  if (nearest.empty()) return {"可用：" + listed(valid) + "。", "Valid are: " + listed(valid) + "."};
  return {"是否应为“" + std::string(nearest) + "”？", "Did you mean \"" + std::string(nearest) + "\"?"};
}

Section::Section(const std::string& file, Problems& problems, const toml::table& table, std::span<const std::string_view> keys)
    : m_file(file), m_problems(problems), m_table(table) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    wrong(key.source().begin.line, {"没有“" + std::string(name) + "”这个键", "there is no key \"" + std::string(name) + "\""},
          nearest_or_all(name, keys));
  }
}

std::int64_t Section::line(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  return node != nullptr ? std::int64_t{node->source().begin.line} : line();
}

std::string Section::text(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::string>();
  if (!value) wrong_kind(key, {"应为带引号的文字", "must be text in quotation marks"});
  return value.value_or(std::string());
}

std::string Section::need_text(std::string_view key) const {
  std::string value = text(key);
  const toml::node* node = m_table.get(key);
  const bool blank = value.find_first_not_of(' ') == std::string::npos;
  if (blank && (node == nullptr || node->is_string())) missing(key);
  return value;
}

std::optional<Day> Section::day(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  if (node == nullptr) return std::nullopt;
  const auto date = node->value_exact<toml::date>();
  const auto value = date ? Day::from_ymd(date->year, date->month, date->day) : std::nullopt;
  if (!value) wrong_kind(key, {"应为不带引号的日期，如 2012-07-01", "must be a day without quotation marks, such as 2012-07-01"});
  return value;
}

std::optional<Exact> Section::need_exact(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  if (node == nullptr) {
    missing(key);
    return std::nullopt;
  }
  if (const auto whole = node->value_exact<std::int64_t>()) return Exact(*whole);
  if (const auto flag = node->value_exact<bool>()) return Exact(*flag ? 1 : 0);
  const auto written = node->value_exact<std::string>().value_or("");
  const auto slash = written.find('/');
  const auto top = Exact::parse(std::string_view(written).substr(0, slash));
  const auto bottom = slash == std::string::npos ? Exact(1) : Exact::parse(std::string_view(written).substr(slash + 1)).value_or(Exact(0));
  if (top && !bottom.is_zero()) return *top / bottom;
  wrong_kind(key, {"应为整数、是非（true/false），或带引号的小数、分数，如 \"0.20\"、\"1/3\"",
                   "must be a whole number, true or false, or a decimal or fraction in quotation marks, such as \"0.20\" or \"1/3\""});
  return std::nullopt;
}

std::optional<Section> Section::need_section(std::string_view key, std::span<const std::string_view> keys) const {
  const toml::node* node = m_table.get(key);
  if (node == nullptr) {
    missing(key);
    return std::nullopt;
  }
  if (!node->is_table()) {
    wrong_kind(key, {"应为 { … } 形式", "must have the form { … }"});
    return std::nullopt;
  }
  return Section(m_file, m_problems, *node->as_table(), keys);
}

std::vector<Section> Section::sections(std::string_view key, std::span<const std::string_view> keys) const {
  std::vector<Section> result;
  const toml::node* node = m_table.get(key);
  if (node == nullptr) return result;
  const toml::array* array = node->as_array();
  if (array == nullptr || (!array->empty() && !array->is_array_of_tables())) {
    wrong_kind(key, {"应写作 [[" + std::string(key) + "]]", "must be written as [[" + std::string(key) + "]]"});
    return result;
  }
  for (const auto& entry : *array) result.emplace_back(m_file, m_problems, *entry.as_table(), keys);
  return result;
}

std::vector<Line> Section::list(std::string_view key) const {
  std::vector<Line> result;
  const toml::node* node = m_table.get(key);
  if (node == nullptr) return result;
  const Text wanted{"应为带引号文字的列表，如 [\"…\", \"…\"]", "must be a list of texts in quotation marks, such as [\"…\", \"…\"]"};
  if (!node->is_array()) {
    wrong_kind(key, wanted);
    return result;
  }
  for (const auto& entry : *node->as_array()) {
    if (const auto value = entry.value_exact<std::string>())
      result.push_back({*value, entry.source().begin.line});
    else
      wrong_kind(key, wanted);
  }
  return result;
}

Text Section::need_both(std::string_view key) const {
  constexpr std::array<std::string_view, 2> kKeys = {"zh", "en"};
  const auto both = need_section(key, kKeys);
  return both ? Text{both->need_text("zh"), both->need_text("en")} : Text{};
}

Text Section::one_or_both(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  if (node != nullptr && node->is_table()) return need_both(key);
  const std::string written = text(key);
  return {written, written};
}

Text Section::need_one_or_both(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  if (node != nullptr && node->is_table()) return need_both(key);
  const std::string written = need_text(key);
  return {written, written};
}

void Section::wrong(std::int64_t line, Text what, Text mend, Problem::Weight weight) const {
  m_problems.push_back({weight, m_file, line, std::move(what), std::move(mend)});
}

void Section::missing(std::string_view key) const {
  wrong(line(), {"缺少“" + std::string(key) + "”", "\"" + std::string(key) + "\" is missing"}, meaning(key));
}

void Section::wrong_kind(std::string_view key, const Text& wanted) const {
  wrong(line(key), {"“" + std::string(key) + "”" + wanted.zh, "\"" + std::string(key) + "\" " + wanted.en}, {"请改正该值。", "Correct the value."});
}

void Section::not_among(std::string_view key, const std::string& given, std::span<const std::string_view> names) const {
  wrong(line(key), {"“" + std::string(key) + "”的值“" + given + "”无效", "\"" + given + "\" is no value of \"" + std::string(key) + "\""},
        nearest_or_all(given, names));
}

}  // namespace yongdi::rulebook
