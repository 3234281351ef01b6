#include "rulebook/read.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include <toml++/toml.h>

#include "measures/digest.hpp"
#include "measures/nearest.hpp"

namespace yongdi::rulebook {
namespace {

using findings::Text;
using measures::Day;
using measures::Exact;

constexpr std::array<std::string_view, 9> kDocumentKeys = {"title",    "number",  "issuer", "level",    "issued",
                                                           "in_force", "version", "note",   "parameter"};
constexpr std::array<std::string_view, 9> kParameterKeys = {"name", "value", "unit", "article", "zh", "en", "status", "note", "tightens"};
constexpr std::array<std::string_view, 2> kTitleKeys = {"zh", "en"};
constexpr std::array<std::string_view, 2> kValidityKeys = {"from", "to"};
constexpr std::array<std::string_view, 3> kRulebookKeys = {"title", "documents", "anchors"};

template <class Value>
using Word = std::pair<std::string_view, Value>;
constexpr std::array<Word<Level>, 4> kLevels = {
    {{"national", Level::national}, {"provincial", Level::provincial}, {"municipal", Level::municipal}, {"park", Level::park}}};
constexpr std::array<Word<Status>, 3> kStatuses = {{{"read", Status::read}, {"secondary", Status::secondary}, {"placeholder", Status::placeholder}}};
constexpr std::array<Word<Tightens>, 2> kDirections = {{{"up", Tightens::up}, {"down", Tightens::down}}};

template <class Value, std::size_t N>
std::string_view word(const std::array<Word<Value>, N>& words, Value value) {
  return std::find_if(words.begin(), words.end(), [value](const auto& entry) { return entry.second == value; })->first;
}

std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

Text nearest_or_all(std::string_view name, std::span<const std::string_view> valid) {
  const auto nearest = measures::nearest_name(name, valid);
  if (nearest.empty()) return {"可用：" + listed(valid) + "。", "Valid are: " + listed(valid) + "."};
  return {"是否应为“" + std::string(nearest) + "”？", "Did you mean \"" + std::string(nearest) + "\"?"};
}

// A table of a rule file, asked for one key after the other.
class Section {
 public:
  Section(const std::string& file, const toml::table& table, std::span<const std::string_view> keys) : m_file(file), m_table(table) {
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
      refuse(key.source().begin.line, {"没有“" + std::string(name) + "”这个键", "there is no key \"" + std::string(name) + "\""},
             nearest_or_all(name, keys));
    }
  }

  [[nodiscard]] std::int64_t line() const { return m_table.source().begin.line; }
  [[nodiscard]] std::int64_t line(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    return node != nullptr ? std::int64_t{node->source().begin.line} : line();
  }

  [[nodiscard]] std::string text(std::string_view key) const {
    std::string value = text_or_empty(key);
    if (value.empty()) missing(key);
    return value;
  }

  [[nodiscard]] std::string text_or_empty(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) wrong_kind(key, {"应为带引号的文字", "must be text in quotation marks"});
    return *value;
  }

  [[nodiscard]] std::optional<Day> day(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto date = node->value_exact<toml::date>();
    const auto value = date ? Day::from_ymd(date->year, date->month, date->day) : std::nullopt;
    if (!value) wrong_kind(key, {"应为不带引号的日期，如 2012-07-01", "must be a day without quotation marks, such as 2012-07-01"});
    return value;
  }

  template <class Value, std::size_t N>
  [[nodiscard]] Value one_of(std::string_view key, const std::array<Word<Value>, N>& words) const {
    const std::string given = text(key);
    std::array<std::string_view, N> names;
    for (std::size_t i = 0; i < N; ++i) {
      if (words[i].first == given) return words[i].second;
      names[i] = words[i].first;
    }
    refuse(line(key), {"“" + std::string(key) + "”的值“" + given + "”无效", "\"" + given + "\" is no value of \"" + std::string(key) + "\""},
           nearest_or_all(given, names));
  }

  // 1, "0.20", "1/3", true. A decimal without quotation marks would already have been rounded to a binary fraction, so it is refused.
  [[nodiscard]] Exact exact(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    if (node == nullptr) missing(key);
    if (const auto whole = node->value_exact<std::int64_t>()) return {*whole};
    if (const auto flag = node->value_exact<bool>()) return {*flag ? 1 : 0};
    const auto written = node->value_exact<std::string>().value_or("");
    const auto slash = written.find('/');
    const auto top = Exact::parse(std::string_view(written).substr(0, slash));
    const auto bottom = slash == std::string::npos ? Exact(1) : Exact::parse(std::string_view(written).substr(slash + 1)).value_or(Exact(0));
    if (!top || bottom.is_zero()) {
      wrong_kind(key, {"应为整数、是非（true/false），或带引号的小数、分数，如 \"0.20\"、\"1/3\"",
                       "must be a whole number, true or false, or a decimal or fraction in quotation marks, such as \"0.20\" or \"1/3\""});
    }
    return *top / bottom;
  }

  [[nodiscard]] Section section(std::string_view key, std::span<const std::string_view> keys) const {
    const toml::node* node = m_table.get(key);
    if (node == nullptr) missing(key);
    if (!node->is_table()) wrong_kind(key, {"应为 { … } 形式", "must have the form { … }"});
    return {m_file, *node->as_table(), keys};
  }

  [[nodiscard]] std::vector<Section> sections(std::string_view key, std::span<const std::string_view> keys) const {
    std::vector<Section> result;
    const toml::node* node = m_table.get(key);
    if (node == nullptr) return result;
    const toml::array* array = node->as_array();
    if (array == nullptr || (!array->empty() && !array->is_array_of_tables())) {
      wrong_kind(key, {"应写作 [[" + std::string(key) + "]]", "must be written as [[" + std::string(key) + "]]"});
    }
    for (const auto& entry : *array) result.emplace_back(m_file, *entry.as_table(), keys);
    return result;
  }

  [[nodiscard]] std::vector<Listed> list(std::string_view key) const {
    std::vector<Listed> result;
    const toml::node* node = m_table.get(key);
    if (node == nullptr) return result;
    const Text wanted{"应为带引号文字的列表，如 [\"…\", \"…\"]", "must be a list of texts in quotation marks, such as [\"…\", \"…\"]"};
    if (!node->is_array()) wrong_kind(key, wanted);
    for (const auto& entry : *node->as_array()) {
      const auto value = entry.value_exact<std::string>();
      if (!value) wrong_kind(key, wanted);
      result.push_back({*value, entry.source().begin.line});
    }
    return result;
  }

  [[noreturn]] void refuse(std::int64_t line, const Text& wrong, const Text& mend) const { throw refusal(m_file, line, wrong, mend); }

  [[noreturn]] void missing(std::string_view key) const {
    refuse(line(), {"缺少“" + std::string(key) + "”", "\"" + std::string(key) + "\" is missing"},
           {"请补上；每个参数都要有条款和中英文说明。", "Add it; every parameter needs its article and its statement in both languages."});
  }

 private:
  [[noreturn]] void wrong_kind(std::string_view key, const Text& wanted) const {
    refuse(line(key), {"“" + std::string(key) + "”" + wanted.zh, "\"" + std::string(key) + "\" " + wanted.en},
           {"请改正该值。", "Correct the value."});
  }

  const std::string& m_file;
  const toml::table& m_table;
};

toml::table parsed(std::string_view toml, const std::string& file) {
  try {
    return toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw refusal(file, error.source().begin.line,
                  {"不是合法的 TOML（" + std::string(error.description()) + "）", "not valid TOML (" + std::string(error.description()) + ")"},
                  {"检查该行的引号、等号和括号。", "Check quotation marks, equals signs and brackets in that line."});
  }
}

Parameter read_parameter(const Section& section) {
  Parameter parameter;
  parameter.name = section.text("name");
  parameter.value = section.exact("value");
  parameter.unit = section.text("unit");
  const bool counted = parameter.unit == "year" || parameter.unit == "day" || parameter.unit == "count";
  if (counted && Exact::parse(parameter.value.to_string(0)) != parameter.value) {
    section.refuse(section.line("value"),
                   {"以“" + parameter.unit + "”为单位的值应为整数", "a value in \"" + parameter.unit + "\" must be a whole number"},
                   {"改为整数，或更正单位。", "Write a whole number, or correct the unit."});
  }
  parameter.article = section.text("article");
  parameter.statement_zh = section.text("zh");
  parameter.statement_en = section.text("en");
  parameter.status = section.one_of("status", kStatuses);
  parameter.note = section.text_or_empty("note");
  if (!section.text_or_empty("tightens").empty()) parameter.tightens = section.one_of("tightens", kDirections);
  parameter.line = section.line();
  return parameter;
}

void read_validity(const Section& file, Document& document) {
  const Section validity = file.section("in_force", kValidityKeys);
  const auto from = validity.day("from");
  if (!from) validity.missing("from");
  document.in_force_from = *from;
  document.in_force_to = validity.day("to");
  if (!document.in_force_to || *document.in_force_to >= *from) return;
  file.refuse(file.line("in_force"),
              {"有效期的最后一日 " + document.in_force_to->to_iso() + " 早于第一日 " + from->to_iso(),
               "the last day of validity, " + document.in_force_to->to_iso() + ", lies before the first, " + from->to_iso()},
              {"更正 from 或 to；仍有效的文件不写 to。", "Correct `from` or `to`; leave `to` out for a document that is still in force."});
}

}  // namespace

std::string_view to_text(Level level) { return word(kLevels, level); }
std::string_view to_text(Status status) { return word(kStatuses, status); }

findings::Failure refusal(const std::string& file, std::int64_t line, const Text& wrong, const Text& mend) {
  const std::string number = std::to_string(line);
  return {findings::Exit::usage,
          {"规则文件 " + file + (line > 0 ? " 第 " + number + " 行" : "") + "：" + wrong.zh + "。" + mend.zh,
           "rule file " + file + (line > 0 ? ", line " + number : "") + ": " + wrong.en + ". " + mend.en}};
}

Document read_document(std::string_view toml, const std::string& file) {
  const toml::table table = parsed(toml, file);
  const Section top(file, table, kDocumentKeys);
  Document document;
  document.file = file;
  const Section title = top.section("title", kTitleKeys);
  document.title_zh = title.text("zh");
  document.title_en = title.text("en");
  document.number = top.text("number");
  document.issuer = top.text("issuer");
  document.version = top.text_or_empty("version");
  document.level = top.one_of("level", kLevels);
  document.issued = top.day("issued");
  read_validity(top, document);
  document.note = top.text_or_empty("note");
  for (const Section& section : top.sections("parameter", kParameterKeys)) {
    Parameter parameter = read_parameter(section);
    const auto same =
        std::find_if(document.parameters.begin(), document.parameters.end(), [&](const auto& other) { return other.name == parameter.name; });
    if (same != document.parameters.end()) {
      section.refuse(parameter.line,
                     {"参数“" + parameter.name + "”已在第 " + std::to_string(same->line) + " 行写过",
                      "the parameter \"" + parameter.name + "\" was already given in line " + std::to_string(same->line)},
                     {"删去其中一个。", "Remove one of them."});
    }
    document.parameters.push_back(std::move(parameter));
  }
  document.text = toml;
  document.sha256 = measures::sha256(toml);
  return document;
}

RulebookFile read_rulebook_file(std::string_view toml, const std::string& file) {
  const toml::table table = parsed(toml, file);
  const Section top(file, table, kRulebookKeys);
  const Section title = top.section("title", kTitleKeys);
  if (title.text("zh").empty() || title.text("en").empty()) title.missing("zh");
  RulebookFile result{top.list("documents"), top.list("anchors")};
  if (result.documents.empty()) top.missing("documents");
  return result;
}

}  // namespace yongdi::rulebook
