// yongdi rules: the law the program applies, what it does not apply, and what is wrong with rule files.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "measures/nearest.hpp"
#include "report/rules.hpp"
#include "rulebook/parameters.hpp"

namespace yongdi::cli {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;
using findings::Text;
using rulebook::Document;
using rulebook::Rulebook;

struct Input {
  Switches switches;
  std::string action, what;
  bool missing = false;
};

[[noreturn]] void refuse(const Text& text) { throw Failure(Exit::usage, {text.zh + "说明见 yongdi rules -h", text.en + " See yongdi rules -h"}); }

std::string meant(std::string_view written, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return std::string(measures::nearest_name(written, candidates));
}

void refuse_what_does_not_apply(const Input& input) {
  const auto refuse_switch = [&](bool given, std::string_view name) {
    if (given) refuse({fmt::format("rules {} 不用 {}。", input.action, name), fmt::format("rules {} does not take {}.", input.action, name)});
  };
  refuse_switch(input.action != "list" && input.missing, "--missing");
  refuse_switch(input.action == "check" && !input.switches.as_of.empty(), "--as-of");
  refuse_switch(input.action == "check" && !input.switches.rulebook.empty(), "--rulebook");
  refuse_switch(input.missing && !input.switches.as_of.empty(), "--as-of");
  if (input.action == "list" && !input.what.empty())
    refuse({fmt::format("rules list 不带“{}”；看一份文件或一个参数用 yongdi rules show。", input.what),
            fmt::format("rules list takes no \"{}\"; for one document or parameter use yongdi rules show.", input.what)});
}

// The rulebook asked for, or every shipped one.
std::vector<Rulebook> books(const Input& input, const fs::path& rules_folder) {
  std::vector<Rulebook> result;
  if (!input.switches.rulebook.empty()) {
    result.push_back(Rulebook::load(rules_folder, input.switches.rulebook));
    return result;
  }
  for (const std::string& name : rulebook::shipped_rulebooks(rules_folder)) result.push_back(Rulebook::load(rules_folder, name));
  if (result.empty()) result.push_back(Rulebook::load(rules_folder, "china"));  // refuses, and says what the folder lacks
  return result;
}

bool mentions(const Document& document, const std::string& what) {
  return document.number.find(what) != std::string::npos || document.title_zh.find(what) != std::string::npos || document.file == what;
}

// Parameters of a group, such as "idle" or "quota.k.unsupplied", each once in the order of the documents.
std::vector<std::string> group_of(const Rulebook& book, const std::string& what) {
  std::vector<std::string> names;
  for (const Document& document : book.documents())
    for (const rulebook::Parameter& parameter : document.parameters)
      if (parameter.name.starts_with(what + ".") && std::find(names.begin(), names.end(), parameter.name) == names.end()) names.push_back(parameter.name);
  return names;
}

// What the words name in a rulebook: a parameter or a group of them, a document by number, file or title, or documents that mention it.
std::optional<report::RulesShown> look_up(const Rulebook& book, const std::string& what, report::OnDay day) {
  report::RulesShown shown{&book, day, {}, {}};
  for (const Document& document : book.documents()) {
    for (const rulebook::Parameter& parameter : document.parameters)
      if (parameter.name == what && shown.parameters.empty()) shown.parameters.push_back(what);
    if (document.number == what || document.title_zh == what) shown.documents.push_back(&document);
  }
  if (shown.parameters.empty()) shown.parameters = group_of(book, what);
  if (shown.parameters.empty() && rulebook::find_parameter(what) != nullptr) shown.parameters.push_back(what);
  if (shown.parameters.empty() && shown.documents.empty())
    for (const Document& document : book.documents())
      if (mentions(document, what)) shown.documents.push_back(&document);
  if (!shown.parameters.empty()) shown.documents.clear();
  if (shown.parameters.empty() && shown.documents.empty()) return std::nullopt;
  return shown;
}

[[noreturn]] void refuse_unknown(const std::vector<Rulebook>& all, const std::string& what) {
  std::vector<std::string> names;
  for (const Rulebook& book : all)
    for (const Document& document : book.documents()) {
      names.push_back(document.number);
      for (const rulebook::Parameter& parameter : document.parameters) names.push_back(parameter.name);
    }
  const std::string near = meant(what, names);
  refuse({fmt::format("规则集中没有文件或参数“{}”。{}", what, near.empty() ? "全部文件：yongdi rules list。" : fmt::format("是否想写 {}？", near)),
          fmt::format("There is no document or parameter \"{}\" in the rulebook. {}", what,
                      near.empty() ? "All documents: yongdi rules list." : fmt::format("Did you mean {}?", near))});
}

Exit show(const Input& input, const Console& console) {
  const auto day = input.switches.as_of_day();
  if (input.what.empty() && !day) {
    console.result(input.switches.json ? report::parameters_json() : report::parameters_text(console.language));
    return Exit::done;
  }
  const std::vector<Rulebook> all = books(input, data_folder(console.executable) / "rules");
  std::optional<report::RulesShown> shown;
  if (input.what.empty()) {  // the first is "china", which is also what an audit takes when nothing is said
    shown = report::RulesShown{&all.front(), day, {}, {}};
    for (const rulebook::InForce& found : all.front().in_force(*day)) shown->parameters.push_back(found.parameter->name);
    for (const rulebook::ParameterInfo& declared : rulebook::kParameters)
      if (!rulebook::is_family(declared.name) && all.front().find(declared.name, *day).parameter == nullptr)
        shown->parameters.emplace_back(declared.name);
  }
  for (const Rulebook& book : all)
    if (!shown) shown = look_up(book, input.what, day);
  if (!shown) refuse_unknown(all, input.what);
  console.result(input.switches.json ? report::rules_shown_json(*shown) : report::rules_shown_text(*shown, console.language));
  return Exit::done;
}

Exit list(const Input& input, const Console& console) {
  const fs::path rules_folder = data_folder(console.executable) / "rules";
  if (input.missing) {
    const auto list = rulebook::not_encoded(rules_folder, input.switches.rulebook.empty() ? "china" : input.switches.rulebook);
    console.result(input.switches.json ? report::rules_missing_json(list) : report::rules_missing_text(list, console.language));
    return Exit::done;
  }
  const auto day = input.switches.as_of_day();
  const std::vector<Rulebook> all = books(input, rules_folder);
  console.result(input.switches.json ? report::rules_list_json(all, day) : report::rules_list_text(all, day, console.language));
  return Exit::done;
}

Exit check(const Input& input, const Console& console) {
  const fs::path rules_folder = data_folder(console.executable) / "rules";
  const rulebook::Checked checked = rulebook::check(rules_folder, input.what.empty() ? rules_folder : fs::path(input.what));
  console.result(input.switches.json ? report::rules_check_json(checked) : report::rules_check_text(checked, console.language));
  return rulebook::any_error(checked.problems) ? Exit::usage : Exit::done;
}

Exit run(const Input& input, const Console& console) {
  const std::array actions = {std::pair{"list", &list}, std::pair{"show", &show}, std::pair{"check", &check}};
  const auto chosen = std::find_if(actions.begin(), actions.end(), [&](const auto& action) { return action.first == input.action; });
  if (chosen == actions.end()) {
    const std::string near = meant(input.action, {"list", "show", "check"});
    refuse({fmt::format("rules 没有“{}”：应为 list、show 或 check。{}", input.action, near.empty() ? "" : fmt::format("是否想写 {}？", near)),
            fmt::format("rules has no \"{}\": it takes list, show or check.{}", input.action,
                        near.empty() ? "" : fmt::format(" Did you mean {}?", near))});
  }
  refuse_what_does_not_apply(input);
  return chosen->second(input, console);
}

}  // namespace

Command offer_rules(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(
      program, "rules",
      {"规则文件、某日有效的参数、没有编入的规则；核对规则文件", "rule documents, parameters in force on a day, rules not encoded; check rule files"},
      language);
  words
      .argument("ACTION", input->action,
                {"list 列出文件；show 某份文件或某个参数；check 核对规则文件",
                 "list: the documents; show: a document or a parameter; check: look rule files through"})
      .argument("WHAT", input->what,
                {"show：文号、标题、参数名或其开头（如 idle）；check：文件夹或文件，不写则为内置规则",
                 "show: number, title, parameter or a group of them (idle); check: a folder or file, else the shipped rules"},
                Need::optional)
      .flag("--missing", input->missing,
            {"list：改为列出没有编入程序、须人工核查的规则", "list: the rules that the program does not apply, left to a person"})
      .footer(
          {"例：\n  yongdi rules list --as-of 2025-12-31\n  yongdi rules list --missing\n  yongdi rules show idle.fee_rate --as-of 2024-12-31\n"
           "  yongdi rules show 清府〔2021〕26号\n  yongdi rules check 本市规则/\n退出码：0 没有错误（可有警告）；2 规则文件有错误",
           "Examples:\n  yongdi rules list --as-of 2025-12-31\n  yongdi rules list --missing\n  yongdi rules show idle.fee_rate --as-of 2024-12-31\n"
           "  yongdi rules show 清府〔2021〕26号\n  yongdi rules check our-rules/\nExit status: 0 no errors (there may be warnings); 2 errors in "
           "rule files"});
  offer(words, input->switches, {Switch::as_of, Switch::rulebook, Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
