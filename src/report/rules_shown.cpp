// Parameters of law as a sheet: what holds on a day, in the words of its document, and what does not hold and why.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <tuple>

#include "report/display.hpp"
#include "report/rule_words.hpp"
#include "report/rules.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;
using rulebook::Document;
using rulebook::InForce;
using rulebook::Parameter;

std::string meaning(const std::string& parameter, Language language) {
  const rulebook::ParameterInfo* const declared = rulebook::find_parameter(parameter);
  if (declared == nullptr) return std::string(in(language, "只作记录，没有规则使用", "recorded only, read by no rule"));
  return fmt::format("{}{}{}", in(language, declared->zh, declared->en), in(language, "；", "; "), in(language, words(declared->stricter)));
}

// One figure with everything it rests on.
std::string sheet(const Document& document, const Parameter& parameter, Language language) {
  const std::string_view comma = in(language, "，", ", ");
  std::string text = fmt::format("    {}{}{}{}{}\n    {}\n", printable(in(language, named(document))), in(language, "", ", "),
                                 printable(in(language, parameter.article)), comma, rulebook::validity(document),
                                 printable(in(language, parameter.statement_zh, parameter.statement_en)));
  text += fmt::format("    {}{}\n", in(language, "来源：", "Status: "), in(language, words(parameter.status)));
  if (!parameter.note.zh.empty()) text += fmt::format("    {}{}\n", in(language, "注：", "Note: "), printable(in(language, parameter.note)));
  return text;
}

std::string rejections(const InForce& found, Language language) {
  std::string text;
  for (const InForce::Rejected& each : found.rejected)
    text += fmt::format(fmt::runtime(in(language, "    {}{}{}，{}：{}\n", "    {}{}, {}, {}: {}\n")), in(language, "不采用：", "Not used: "),
                        printable(in(language, named(*each.document))), printable(in(language, each.parameter->article)),
                        in(language, figure(*each.parameter)), printable(in(language, rulebook::reason(found, each))));
  return text;
}

std::string of_day(const rulebook::Rulebook& book, const std::string& parameter, measures::Day day, Language language) {
  const InForce found = book.find(parameter, day);
  std::string text = fmt::format("{}  ", printable(parameter));
  if (found.parameter == nullptr) {
    text += fmt::format("{}\n    {}\n",
                        in(language, "当日没有现行规定，用到它的结论为未知", "nothing in force on that day; a verdict that needs it is unknown"),
                        meaning(parameter, language));
  } else {
    text += fmt::format("{}\n    {}\n", in(language, figure(*found.parameter)), meaning(parameter, language)) +
            sheet(*found.document, *found.parameter, language);
  }
  return text + rejections(found, language);
}

std::string of_all_days(const rulebook::Rulebook& book, const std::string& parameter, Language language) {
  std::string text = fmt::format("{}\n    {}\n", printable(parameter), meaning(parameter, language));
  for (const Document& document : book.documents())
    for (const Parameter& each : document.parameters)
      if (each.name == parameter) text += fmt::format("  {}\n", in(language, figure(each))) + sheet(document, each, language);
  return text;
}

std::string head(const Document& document, OnDay day, Language language) {
  const std::string_view comma = in(language, "，", ", ");
  std::string text =
      fmt::format("{}\n  {}{}{}", printable(in(language, named(document))), printable(document.issuer), comma, in(language, level_of(document)));
  if (document.issued) text += fmt::format("{}{} {}", comma, in(language, "印发", "issued"), document.issued->to_iso());
  text += fmt::format("{}{} {}", comma, in(language, "有效期", "in force"), rulebook::validity(document));
  if (day) text += fmt::format("{}{} {}", in(language, "；", "; "), day->to_iso(), in(language, state(document, *day)));
  text += "\n";
  for (const auto& [references, zh, en] : {std::tuple{&document.replaces, "取代", "Replaces"}, std::tuple{&document.based_on, "依据", "Based on"}})
    for (const rulebook::Reference& reference : *references) text += fmt::format("  {} {}\n", in(language, zh, en), printable(reference.number));
  if (!document.note.zh.empty()) text += fmt::format("  {}{}\n", in(language, "注：", "Note: "), printable(in(language, document.note)));
  return text;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json candidate(const Document& document, const Parameter& parameter) {
  return {{"document", document.title_zh},
          {"document_en", document.title_en},
          {"number", document.number},
          {"version", text_or_null(document.version)},
          {"level", rulebook::to_text(document.level)},
          {"article", parameter.article.zh},
          {"article_en", parameter.article.en},
          {"in_force_from", document.in_force_from.to_iso()},
          {"in_force_to", document.in_force_to ? Json(document.in_force_to->to_iso()) : Json(nullptr)},
          {"value", parameter.value.to_double()},
          {"value_exact", parameter.value.to_fraction()},
          {"unit", parameter.unit},
          {"status", rulebook::to_text(parameter.status)},
          {"statement_zh", parameter.statement_zh},
          {"statement_en", parameter.statement_en},
          {"note_zh", text_or_null(parameter.note.zh)},
          {"note_en", text_or_null(parameter.note.en)}};
}

Json parameter_json(const rulebook::Rulebook& book, const std::string& parameter, OnDay day) {
  const rulebook::ParameterInfo* const declared = rulebook::find_parameter(parameter);
  Json json = {{"parameter", parameter},
               {"use", declared != nullptr ? "rule" : "information"},
               {"meaning_zh", declared != nullptr ? Json(declared->zh) : Json(nullptr)},
               {"meaning_en", declared != nullptr ? Json(declared->en) : Json(nullptr)}};
  if (!day) {
    json["versions"] = Json::array();
    for (const Document& document : book.documents())
      for (const Parameter& each : document.parameters)
        if (each.name == parameter) json["versions"].push_back(candidate(document, each));
    return json;
  }
  const InForce found = book.find(parameter, *day);
  json["in_force"] = found.parameter != nullptr ? candidate(*found.document, *found.parameter) : Json(nullptr);
  json["rejected"] = Json::array();
  for (const InForce::Rejected& each : found.rejected) {
    const findings::Text why = rulebook::reason(found, each);
    Json rejected = candidate(*each.document, *each.parameter);
    rejected["why_zh"] = why.zh;
    rejected["why_en"] = why.en;
    json["rejected"].push_back(std::move(rejected));
  }
  return json;
}

}  // namespace

std::string rules_shown_text(const RulesShown& shown, Language language) {
  std::string text = fmt::format("{}{}", in(language, "规则集 ", "Rulebook "), printable(shown.book->name()));
  text += shown.day ? fmt::format("{}{}\n", in(language, "，", ", "), shown.day->to_iso())
                    : std::string(in(language, "，全部版本（加 --as-of 日期，只看当日有效的）\n",
                                     ", all versions (with --as-of DAY: what holds on that day)\n"));
  for (const Document* document : shown.documents) {
    text += "\n" + head(*document, shown.day, language);
    for (const Parameter& parameter : document->parameters) {
      text += "\n";
      text += shown.day
                  ? of_day(*shown.book, parameter.name, *shown.day, language)
                  : fmt::format("{}  {}\n    {}\n", printable(parameter.name), in(language, figure(parameter)), meaning(parameter.name, language)) +
                        sheet(*document, parameter, language);
    }
    if (document->parameters.empty()) text += std::string(in(language, "  没有参数\n", "  no parameters\n"));
  }
  for (const std::string& parameter : shown.parameters)
    text += "\n" + (shown.day ? of_day(*shown.book, parameter, *shown.day, language) : of_all_days(*shown.book, parameter, language));
  return text;
}

std::string rules_shown_json(const RulesShown& shown) {
  Json json = {{"rulebook", shown.book->name()}, {"as_of", shown.day ? Json(shown.day->to_iso()) : Json(nullptr)}, {"parameters", Json::array()}};
  for (const Document* document : shown.documents)
    for (const Parameter& parameter : document->parameters) json["parameters"].push_back(parameter_json(*shown.book, parameter.name, shown.day));
  for (const std::string& parameter : shown.parameters) json["parameters"].push_back(parameter_json(*shown.book, parameter, shown.day));
  return json.dump(1) + "\n";
}

std::string parameters_text(Language language) {
  TextTable table;
  table.add_column(in(language, "参数", "parameter"));
  table.add_column(in(language, "单位", "unit"));
  table.add_column(in(language, "含义", "meaning"));
  table.add_column(in(language, "下级文件", "lower levels"));
  for (const rulebook::ParameterInfo& each : rulebook::kParameters)
    table.add_row({std::string(each.name), std::string(each.unit), std::string(in(language, each.zh, each.en)), in(language, words(each.stricter))});
  return table.to_string() +
         std::string(in(language, "某日的数值、条款与理由：yongdi rules show --as-of 2024-12-31，或 yongdi rules show 参数|文号\n",
                        "Figures, articles and reasons on a day: yongdi rules show --as-of 2024-12-31, or yongdi rules show PARAMETER|NUMBER\n"));
}

std::string parameters_json() {
  Json list = Json::array();
  for (const rulebook::ParameterInfo& each : rulebook::kParameters) {
    const char* const stricter = each.stricter == rulebook::Stricter::fixed     ? "fixed"
                                 : each.stricter == rulebook::Stricter::smaller ? "smaller"
                                                                                : "larger";
    list.push_back({{"parameter", each.name}, {"unit", each.unit}, {"meaning_zh", each.zh}, {"meaning_en", each.en}, {"stricter", stricter}});
  }
  return Json{{"parameters", std::move(list)}}.dump(1) + "\n";
}

}  // namespace yongdi::report
