#include "rulebook/read.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "findings/toml_words.hpp"
#include "measures/digest.hpp"
#include "rulebook/article.hpp"
#include "rulebook/parameters.hpp"

namespace yongdi::rulebook {
namespace {

using findings::Text;
using measures::Exact;

constexpr std::array<std::string_view, 11> kDocumentKeys = {"title",   "number", "issuer",   "level",    "issued",   "in_force",
                                                            "version", "note",   "replaces", "based_on", "parameter"};
constexpr std::array<std::string_view, 9> kParameterKeys = {"name", "value", "unit", "article", "zh", "en", "status", "note", "use"};
constexpr std::array<std::string_view, 2> kValidityKeys = {"from", "to"};
constexpr std::array<std::string_view, 5> kRulebookKeys = {"title", "extends", "documents", "anchors", "in_place_of"};
constexpr std::array<std::string_view, 3> kInPlaceKeys = {"file", "shipped", "shipped_sha256"};
constexpr std::array<std::string_view, 1> kNotEncodedKeys = {"missing"};
constexpr std::array<std::string_view, 5> kMissingKeys = {"rule", "document", "article", "why", "by_hand"};

template <class Value>
using Word = std::pair<std::string_view, Value>;
constexpr std::array<Word<Level>, 4> kLevels = {
    {{"national", Level::national}, {"provincial", Level::provincial}, {"municipal", Level::municipal}, {"park", Level::park}}};
constexpr std::array<Word<Status>, 3> kStatuses = {{{"read", Status::read}, {"secondary", Status::secondary}, {"placeholder", Status::placeholder}}};
constexpr std::array<Word<Use>, 2> kUses = {{{"rule", Use::rule}, {"information", Use::information}}};

template <class Value, std::size_t N>
std::string_view word(const std::array<Word<Value>, N>& words, Value value) {
  return std::find_if(words.begin(), words.end(), [value](const auto& entry) { return entry.second == value; })->first;
}

std::optional<toml::table> parsed(std::string_view toml, const std::string& file, Problems& problems) {
  try {
    return toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    const Text why = findings::toml_words(error.description());
    problems.push_back({Problem::Weight::error,
                        file,
                        std::int64_t{error.source().begin.line},
                        {"不是合法的 TOML：" + why.zh, "not valid TOML: " + why.en},
                        {"检查该行的引号、等号和括号。", "Check quotation marks, equals signs and brackets in that line."}});
    return std::nullopt;
  }
}

// Periods and counts are small: what is larger is a slip of the pen, and no day could be reckoned with it.
constexpr std::int64_t kMostWhole = 9999;

// What a value of that unit may be.
void check_value(const Section& section, const Unit& unit, const Exact& value) {
  const std::string name(unit.name);
  if (unit.whole && Exact::parse(value.to_string(0)) != value) {
    section.wrong(section.line("value"), {"以“" + name + "”为单位的值应为整数", "a value in \"" + name + "\" must be a whole number"},
                  {"改为整数，或更正单位。", "Write a whole number, or correct the unit."});
  } else if (unit.name == "yes_no" && value > Exact(1)) {
    section.wrong(section.line("value"), {"“yes_no”的值应为 true 或 false", "a value in \"yes_no\" must be true or false"}, {"写 true（是）或 false（否）。", "Write true or false."});
  } else if (value.is_negative() || (unit.at_most_one && value > Exact(1)) || (unit.whole && value > Exact(kMostWhole))) {
    const std::string range = unit.at_most_one ? "0–1" : unit.whole ? "0–" + std::to_string(kMostWhole) : "≥ 0";
    section.wrong(section.line("value"),
                  {"值 " + value.to_string() + " 超出单位“" + name + "”的范围（" + range + "）",
                   "the value " + value.to_string() + " is out of the range of the unit \"" + name + "\" (" + range + ")"},
                  unit.at_most_one ? Text{"比例写作 0 到 1 之间的数：百分之二十写 \"0.20\"，不写 20。",
                                          "Write a share as a number between 0 and 1: 20 % is \"0.20\", not 20."}
                                   : Text{"期限、数量和金额不能为负，也不会这么大；请核对数值。", "Periods, counts and amounts are not negative, nor that large; check the value."});
  }
}

void check_unit(const Section& section, const Parameter& parameter, const ParameterInfo* declared) {
  const Unit* const unit = find_unit(parameter.unit);
  if (declared != nullptr && !parameter.unit.empty() && parameter.unit != declared->unit) {
    const std::string wanted(declared->unit);
    section.wrong(section.line("unit"),
                  {"单位“" + parameter.unit + "”不适合参数“" + parameter.name + "”（" + std::string(declared->zh) + "）",
                   "the unit \"" + parameter.unit + "\" does not fit the parameter \"" + parameter.name + "\" (" + std::string(declared->en) + ")"},
                  {"写 unit = \"" + wanted + "\"，并把值换算成这个单位。", "Write unit = \"" + wanted + "\" and the value in that unit."});
  } else if (unit == nullptr && !parameter.unit.empty()) {
    std::array<std::string_view, kUnits.size()> names;
    std::transform(kUnits.begin(), kUnits.end(), names.begin(), [](const Unit& each) { return each.name; });
    section.wrong(section.line("unit"), {"没有单位“" + parameter.unit + "”", "there is no unit \"" + parameter.unit + "\""},
                  nearest_or_all(parameter.unit, names));
  } else if (unit != nullptr) {
    check_value(section, *unit, parameter.value);
  }
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Whether the end of a name is one that the family has: "idle.from_2019.both".
bool is_member(std::string_view end, std::string_view members) {
  constexpr std::string_view kFromYear = "[from_YEAR]", kFrom = "from_", kDigits = "0123456789";
  const std::vector<std::string_view> parts = split(end, '.');
  std::size_t at = 0;
  for (const std::string_view wanted : split(members, ' ')) {
    const std::string_view part = at < parts.size() ? parts[at] : std::string_view();
    if (wanted == kFromYear) {
      if (part.starts_with(kFrom) && part.size() > kFrom.size() && part.find_first_not_of(kDigits, kFrom.size()) == std::string_view::npos) ++at;
      continue;
    }
    const auto words = split(wanted, '|');
    if (std::find(words.begin(), words.end(), part) == words.end()) return false;
    ++at;
  }
  return at == parts.size();
}

void check_member(const Section& section, const Parameter& parameter, const ParameterInfo& family) {
  const std::string stem(family.name.substr(0, family.name.size() - 1));
  if (is_member(std::string_view(parameter.name).substr(stem.size()), family.members)) return;
  std::string form = stem;
  for (const std::string_view part : split(family.members, ' ')) form += (form == stem ? "" : ".") + std::string(part);
  section.wrong(section.line("name"), {"参数名“" + parameter.name + "”不合写法", "the name \"" + parameter.name + "\" is not one that rules read"},
                {"应为 " + form + "，竖线之间取一个，方括号内可省。", "Write " + form + ": one of what stands between bars; what is in brackets may be left out."});
}

// A parameter is one that a rule reads, or it says that it is there for information.
void check_use(const Section& section, const Parameter& parameter, const ParameterInfo* declared) {
  if (declared == nullptr && parameter.use == Use::rule) {
    std::array<std::string_view, kParameters.size()> names;
    std::transform(kParameters.begin(), kParameters.end(), names.begin(), [](const ParameterInfo& each) { return each.name; });
    const Text near = nearest_or_all(parameter.name, names);
    const bool guess = near.en.starts_with("Did");
    section.wrong(
        section.line("name"), {"没有规则使用参数“" + parameter.name + "”", "no rule reads a parameter \"" + parameter.name + "\""},
        {(guess ? near.zh : std::string()) + "只作记录的参数请写明 use = \"information\"；可用的参数见 yongdi rules show。",
         (guess ? near.en + " " : std::string()) +
             "If it is only to be recorded, write use = \"information\"; the parameters that rules read are listed by `yongdi rules show`."});
  } else if (declared != nullptr && parameter.use == Use::information) {
    section.wrong(section.line("use"),
                  {"参数“" + parameter.name + "”有规则使用，不能只作记录",
                   "the parameter \"" + parameter.name + "\" is read by a rule and cannot be for information only"},
                  {"删去 use，或换一个名称。", "Remove `use`, or give it another name."});
  }
}

// "第十四条" says in itself what it is in English; what is written otherwise is written in both languages.
Text read_article(const Section& section) {
  Text article = section.need_one_or_both("article");
  if (article.en == article.zh) article.en = article_in_english(article.zh);
  return article;
}

std::optional<Parameter> read_parameter(const Section& section, Problems& problems) {
  const std::size_t before = problems.size();
  Parameter parameter;
  parameter.line = section.line();
  parameter.name = section.need_text("name");
  const auto value = section.need_exact("value");
  parameter.value = value.value_or(Exact());
  parameter.unit = section.need_text("unit");
  parameter.article = read_article(section);
  parameter.statement_zh = section.need_text("zh");
  parameter.statement_en = section.need_text("en");
  if (section.need_text("status").empty()) {
  } else if (const auto status = section.one_of("status", kStatuses)) {
    parameter.status = *status;
  }
  parameter.note = section.one_or_both("note");
  parameter.use = section.one_of("use", kUses).value_or(Use::rule);
  const ParameterInfo* const declared = find_parameter(parameter.name);
  if (!parameter.name.empty()) check_use(section, parameter, declared);
  if (declared != nullptr && is_family(declared->name)) check_member(section, parameter, *declared);
  if (value) check_unit(section, parameter, declared);
  return problems.size() == before ? std::optional(std::move(parameter)) : std::nullopt;
}

bool read_validity(const Section& top, Document& document) {
  const auto validity = top.need_section("in_force", kValidityKeys);
  if (!validity) return false;
  const auto from = validity->day("from");
  document.in_force_to = validity->day("to");
  if (!from) {
    if (!validity->has("from")) validity->missing("from");
    return false;
  }
  document.in_force_from = *from;
  if (document.in_force_to && *document.in_force_to < *from) {
    top.wrong(top.line("in_force"),
              {"有效期的最后一日 " + document.in_force_to->to_iso() + " 早于第一日 " + from->to_iso(),
               "the last day of validity, " + document.in_force_to->to_iso() + ", lies before the first, " + from->to_iso()},
              {"更正 from 或 to；仍有效的文件不写 to。", "Correct `from` or `to`; leave `to` out for a document that is still in force."});
    return false;
  }
  if (document.issued && *document.issued > *from) {
    top.wrong(top.line("issued"),
              {"印发日 " + document.issued->to_iso() + " 晚于施行之日 " + from->to_iso(),
               "the day of issue, " + document.issued->to_iso() + ", lies after the first day in force, " + from->to_iso()},
              {"核对两个日期；溯及既往的文件请在 note 中写明。", "Check both days; where the document does reach back, say so in its note."},
              Problem::Weight::warning);
  }
  return true;
}

std::vector<Reference> read_references(const Section& top, std::string_view key) {
  std::vector<Reference> references;
  for (Line& line : top.list(key)) references.push_back({std::move(line.text), line.line});
  return references;
}

}  // namespace

std::string_view to_text(Level level) { return word(kLevels, level); }
std::string_view to_text(Status status) { return word(kStatuses, status); }
std::string_view to_text(Use use) { return word(kUses, use); }

ReadDocument read_document(std::string_view toml, const std::string& file, Problems& problems) {
  ReadDocument result;
  Document& document = result.document;
  document.file = file;
  document.text = toml;
  document.sha256 = measures::sha256(toml);
  const auto table = parsed(toml, file, problems);
  if (!table) return result;
  const Section top(file, problems, *table, kDocumentKeys);
  const Text title = top.need_both("title");
  document.title_zh = title.zh;
  document.title_en = title.en;
  document.number = top.need_text("number");
  document.issuer = top.need_text("issuer");
  document.version = top.text("version");
  document.issued = top.day("issued");
  document.note = top.one_or_both("note");
  const auto level = top.need_text("level").empty() ? std::nullopt : top.one_of("level", kLevels);
  const bool dated = read_validity(top, document);
  document.level = level.value_or(Level::national);
  result.whole = level && dated && !document.number.empty();
  document.replaces = read_references(top, "replaces");
  document.based_on = read_references(top, "based_on");
  std::vector<std::pair<std::string, std::int64_t>> seen;
  for (const Section& section : top.sections("parameter", kParameterKeys)) {
    const std::string name = section.text("name");
    const auto same = std::find_if(seen.begin(), seen.end(), [&](const auto& other) { return !name.empty() && other.first == name; });
    if (same != seen.end()) {
      section.wrong(section.line(),
                    {"参数“" + name + "”已在第 " + std::to_string(same->second) + " 行写过",
                     "the parameter \"" + name + "\" was already given in line " + std::to_string(same->second)},
                    {"删去其中一个。", "Remove one of them."});
      continue;
    }
    seen.emplace_back(name, section.line());
    if (auto parameter = read_parameter(section, problems)) document.parameters.push_back(std::move(*parameter));
  }
  return result;
}

RulebookFile read_rulebook_file(std::string_view toml, const std::string& file, Problems& problems) {
  RulebookFile result;
  const auto table = parsed(toml, file, problems);
  if (!table) return result;
  const Section top(file, problems, *table, kRulebookKeys);
  result.title = top.need_both("title");
  result.extends = top.text("extends");
  result.documents = top.list("documents");
  result.anchors = top.list("anchors");
  for (const Section& section : top.sections("in_place_of", kInPlaceKeys))
    result.in_place_of.push_back({section.need_text("file"), section.need_text("shipped"), section.need_text("shipped_sha256")});
  if (result.documents.empty() && result.extends.empty()) top.missing("documents");
  return result;
}

std::vector<NotEncoded> read_not_encoded(std::string_view toml, const std::string& file, Problems& problems) {
  std::vector<NotEncoded> result;
  const auto table = parsed(toml, file, problems);
  if (!table) return result;
  const Section top(file, problems, *table, kNotEncodedKeys);
  for (const Section& section : top.sections("missing", kMissingKeys))
    result.push_back({section.need_both("rule"), section.need_text("document"), read_article(section), section.need_both("why"),
                      section.need_both("by_hand")});
  return result;
}

}  // namespace yongdi::rulebook
