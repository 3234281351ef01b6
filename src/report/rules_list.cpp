// Lists of law: the documents with their validity, the rules not encoded, and what checking found.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "report/display.hpp"
#include "report/rule_words.hpp"
#include "report/rules.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;
using rulebook::Document;
using rulebook::Rulebook;

struct Listed {
  const Document* document;
  std::vector<const Rulebook*> books;
};

// Every text once, in the order of the rulebooks; the same file may stand in several of them.
std::vector<Listed> documents_of(const std::vector<Rulebook>& books) {
  std::vector<Listed> all;
  for (const Rulebook& book : books) {
    for (const Document& document : book.documents()) {
      const auto same = [&](const Listed& other) { return other.document->file == document.file && other.document->sha256 == document.sha256; };
      const auto known = std::find_if(all.begin(), all.end(), same);
      (known != all.end() ? *known : all.emplace_back(Listed{&document, {}})).books.push_back(&book);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Listed& a, const Listed& b) { return a.document->level < b.document->level; });
  return all;
}

bool is_anchor(const Rulebook& book, const Document& document) {
  return std::find(book.anchors().begin(), book.anchors().end(), document.number) != book.anchors().end();
}

std::string books_of(const Listed& listed, Language language) {
  std::string text;
  for (const Rulebook* book : listed.books) {
    text += (text.empty() ? "" : ", ") + printable(book->name());
    if (is_anchor(*book, *listed.document)) text += in(language, "（基准）", " (anchor)");
  }
  return text;
}

std::string statuses(const Counted& counted, Language language) {
  std::string text;
  const auto add = [&](std::size_t number, std::string_view zh, std::string_view en) {
    if (number > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", in(language, zh, en), number);
  };
  add(counted.read, "原文", "read");
  add(counted.secondary, "转引", "secondary");
  add(counted.placeholder, "占位", "placeholder");
  return text;
}

void add_replacements(const Rulebook& book, Language language, std::string& text) {
  for (const rulebook::InPlaceOf& each : book.in_place_of())
    text += fmt::format(fmt::runtime(in(language, "规则集 {}：{} 取代内置的 {}\n", "Rulebook {}: {} stands in place of the shipped {}\n")),
                        printable(book.name()), printable(each.file), printable(each.shipped));
}

Json day_or_null(const std::optional<measures::Day>& day) { return day ? Json(day->to_iso()) : Json(nullptr); }
Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json numbers(const std::vector<rulebook::Reference>& references) {
  Json list = Json::array();
  for (const rulebook::Reference& reference : references) list.push_back(reference.number);
  return list;
}

Json replaced_json(const std::vector<rulebook::InPlaceOf>& in_place_of) {
  Json list = Json::array();
  for (const auto& each : in_place_of) list.push_back({{"file", each.file}, {"shipped", each.shipped}, {"shipped_sha256", each.shipped_sha256}});
  return list;
}

Json document_json(const Listed& listed, OnDay day) {
  const Document& document = *listed.document;
  const Counted counted = count(document);
  Json books = Json::array(), anchors = Json::array();
  for (const Rulebook* book : listed.books) {
    books.push_back(book->name());
    if (is_anchor(*book, document)) anchors.push_back(book->name());
  }
  return {{"file", document.file},
          {"number", document.number},
          {"version", text_or_null(document.version)},
          {"title_zh", document.title_zh},
          {"title_en", document.title_en},
          {"issuer", document.issuer},
          {"level", rulebook::to_text(document.level)},
          {"issued", day_or_null(document.issued)},
          {"in_force_from", document.in_force_from.to_iso()},
          {"in_force_to", day_or_null(document.in_force_to)},
          {"in_force", day ? Json(document.in_force(*day)) : Json(nullptr)},
          {"replaces", numbers(document.replaces)},
          {"based_on", numbers(document.based_on)},
          {"note_zh", text_or_null(document.note.zh)},
          {"note_en", text_or_null(document.note.en)},
          {"sha256", document.sha256},
          {"parameters", document.parameters.size()},
          {"used_by_rules", counted.used},
          {"status", {{"read", counted.read}, {"secondary", counted.secondary}, {"placeholder", counted.placeholder}}},
          {"rulebooks", std::move(books)},
          {"anchor_of", std::move(anchors)}};
}

}  // namespace

std::string rules_list_text(const std::vector<Rulebook>& books, OnDay day, Language language) {
  TextTable table;
  table.add_column(in(language, "文号", "number"));
  table.add_column(in(language, "文件", "document"));
  table.add_column(in(language, "层级", "level"));
  table.add_column(in(language, "有效期（含首尾两日）", "validity (both days included)"));
  if (day) table.add_column(day->to_iso());
  table.add_column(in(language, "参数", "parameters"), Align::right);
  table.add_column(in(language, "有规则使用", "used"), Align::right);
  table.add_column(in(language, "来源", "status"));
  table.add_column(in(language, "规则集", "rulebooks"));
  for (const Listed& listed : documents_of(books)) {
    const Document& document = *listed.document;
    const Counted counted = count(document);
    const std::string version = document.version.empty() ? "" : fmt::format(fmt::runtime(in(language, "（{}）", " ({})")), document.version);
    std::vector<std::string> row = {printable(document.number), printable(std::string(in(language, document.title_zh, document.title_en)) + version),
                                    in(language, level_of(document)), rulebook::validity(document)};
    if (day) row.push_back(in(language, state(document, *day)));
    row.insert(row.end(),
               {std::to_string(document.parameters.size()), std::to_string(counted.used), statuses(counted, language), books_of(listed, language)});
    table.add_row(std::move(row));
  }
  std::string text = table.to_string();
  for (const Rulebook& book : books) add_replacements(book, language, text);
  return text + std::string(in(language, "参数与条款：yongdi rules show 文号；未编入的规则：yongdi rules list --missing\n",
                               "Parameters and articles: yongdi rules show NUMBER; rules not encoded: yongdi rules list --missing\n"));
}

std::string rules_list_json(const std::vector<Rulebook>& books, OnDay day) {
  Json json = {{"as_of", day_or_null(day)}, {"rulebooks", Json::array()}, {"documents", Json::array()}};
  for (const Rulebook& book : books)
    json["rulebooks"].push_back({{"name", book.name()},
                                 {"title_zh", book.title().zh},
                                 {"title_en", book.title().en},
                                 {"anchors", book.anchors()},
                                 {"in_place_of", replaced_json(book.in_place_of())}});
  for (const Listed& listed : documents_of(books)) json["documents"].push_back(document_json(listed, day));
  return json.dump(1) + "\n";
}

std::string rules_missing_text(const rulebook::NotEncodedList& list, Language language) {
  std::string text = fmt::format(
      fmt::runtime(in(language, "没有编入程序、须人工核查的规则：{} 条\n", "Rules that the program does not apply, left to a person: {}\n")),
      list.rules.size());
  std::size_t number = 0;
  for (const rulebook::NotEncoded& each : list.rules) {
    text += fmt::format("\n{}. {}\n   {} {}\n   {}{}\n   {}{}\n", ++number, printable(in(language, each.rule)), printable(each.document),
                        printable(in(language, each.article)), in(language, "为何：", "Why: "), printable(in(language, each.why)),
                        in(language, "人工：", "By hand: "), printable(in(language, each.by_hand)));
  }
  return text;
}

std::string rules_missing_json(const rulebook::NotEncodedList& list) {
  Json rules = Json::array();
  for (const rulebook::NotEncoded& each : list.rules)
    rules.push_back({{"rule_zh", each.rule.zh},
                     {"rule_en", each.rule.en},
                     {"document", each.document},
                     {"article", each.article.zh},
                     {"article_en", each.article.en},
                     {"why_zh", each.why.zh},
                     {"why_en", each.why.en},
                     {"by_hand_zh", each.by_hand.zh},
                     {"by_hand_en", each.by_hand.en}});
  return Json{{"rules_missing", std::move(rules)}}.dump(1) + "\n";
}

std::string rules_check_text(const rulebook::Checked& checked, Language language) {
  std::string text;
  std::size_t errors = 0;
  for (const rulebook::Problem& problem : checked.problems) {
    const bool error = problem.weight == rulebook::Problem::Weight::error;
    errors += error ? 1 : 0;
    const std::string line = problem.line > 0 ? fmt::format(":{}", problem.line) : "";
    text += fmt::format("{}{}  {}\n  {}\n  {}{}\n", printable(problem.file), line,
                        error ? in(language, "错误", "error") : in(language, "警告", "warning"), printable(in(language, problem.wrong)),
                        in(language, "怎么办：", "What to do: "), printable(in(language, problem.mend)));
  }
  if (!text.empty()) text += "\n";
  for (const Document& document : checked.documents) {
    text += fmt::format("{}  {}\n", printable(document.file), printable(document.number));
    for (const auto& [use, zh, en] : {std::tuple{rulebook::Use::rule, "有规则使用：", "Read by rules: "},
                                      std::tuple{rulebook::Use::information, "只作记录：", "For information: "}}) {
      std::vector<std::string> names;
      for (const rulebook::Parameter& parameter : document.parameters)
        if (parameter.use == use) names.push_back(printable(parameter.name));
      if (!names.empty()) text += fmt::format("  {}{}\n", in(language, zh, en), fmt::join(names, ", "));
    }
  }
  if (!checked.documents.empty()) text += "\n";
  for (const rulebook::Checked::Book& book : checked.books) {
    text += fmt::format(fmt::runtime(in(language, "规则集 {}：{} 个文件", "Rulebook {}: documents {}")), printable(book.name), book.documents);
    for (const auto& each : book.in_place_of)
      text += fmt::format(fmt::runtime(in(language, "；{} 取代内置的 {}", "; {} stands in place of the shipped {}")), printable(each.file),
                          printable(each.shipped));
    if (!book.not_given.empty())
      text += fmt::format(
          fmt::runtime(in(language, "；没有文件规定（用到时结论为未知）：{}", "; given by no document (a verdict that needs it is unknown): {}")),
          fmt::join(book.not_given, ", "));
    text += "\n";
  }
  return text + fmt::format(fmt::runtime(in(language, "核对了 {} 个文件：错误 {}，警告 {}\n", "{} files checked: errors {}, warnings {}\n")),
                            checked.files.size(), errors, checked.problems.size() - errors);
}

std::string rules_check_json(const rulebook::Checked& checked) {
  Json json = {{"files", checked.files}, {"problems", Json::array()}, {"rulebooks", Json::array()}, {"documents", Json::array()}};
  for (const rulebook::Problem& problem : checked.problems)
    json["problems"].push_back({{"severity", problem.weight == rulebook::Problem::Weight::error ? "error" : "warning"},
                                {"file", problem.file},
                                {"line", problem.line > 0 ? Json(problem.line) : Json(nullptr)},
                                {"message_zh", problem.wrong.zh},
                                {"message_en", problem.wrong.en},
                                {"fix_zh", problem.mend.zh},
                                {"fix_en", problem.mend.en}});
  for (const auto& book : checked.books)
    json["rulebooks"].push_back(
        {{"name", book.name}, {"documents", book.documents}, {"not_given", book.not_given}, {"in_place_of", replaced_json(book.in_place_of)}});
  for (const Document& document : checked.documents) {
    Json parameters = Json::array();
    for (const auto& parameter : document.parameters)
      parameters.push_back({{"parameter", parameter.name}, {"use", rulebook::to_text(parameter.use)}});
    json["documents"].push_back({{"file", document.file}, {"number", document.number}, {"parameters", std::move(parameters)}});
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yongdi::report
