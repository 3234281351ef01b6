#include "workflow/rules.hpp"

#include <algorithm>

#include "findings/catalogue.hpp"
#include "findings/failure.hpp"
#include "measures/nearest.hpp"

namespace yongdi::workflow {

using findings::Exit;
using findings::Failure;

namespace {

// A folder beside the project file, else the name of a shipped rulebook.
std::string rulebook_of(const settings::Project& project) {
  const std::filesystem::path own = project.folder / project.rulebook;
  return std::filesystem::is_directory(own) ? own.string() : project.rulebook;
}

[[noreturn]] void refuse_out_of_force(const rulebook::Rulebook& rules, const rulebook::Document& document, measures::Day as_of) {
  const bool over = document.in_force_to && *document.in_force_to < as_of;
  const std::string limit = over ? document.in_force_to->to_iso() : document.in_force_from.to_iso();
  throw Failure(Exit::usage,
                {"规则集“" + rules.name() + "”所依据的 " + document.number + "《" + document.title_zh + "》在审计基准日 " + as_of.to_iso() +
                     (over ? " 已失效：有效期至 " : " 尚未施行：自 ") + limit + (over ? "（含当日）" : " 起施行") +
                     "。请换用现行文件的规则集（rulebook），或在项目文件中写明接受：accept_expired = [\"" + document.number +
                     "\"]。接受之后运行照常进行，但该文件自身的数值不采用；接受的声明会印在每张表上。",
                 "the rulebook \"" + rules.name() + "\" rests on " + document.number + " (" + document.title_en + "), which on the as-of day " +
                     as_of.to_iso() + (over ? " is no longer in force: its last day was " : " is not in force yet: it begins on ") + limit +
                     ". Use a rulebook with the document now in force, or accept it by name in the project file: accept_expired = [\"" +
                     document.number + "\"]. The run then goes on, without the figures of that document; the acceptance is printed on every table."});
}

[[noreturn]] void refuse_unknown(const settings::Project& project, const rulebook::Rulebook& rules, const std::string& number) {
  std::vector<std::string_view> numbers;
  for (const rulebook::Document& document : rules.documents()) numbers.push_back(document.number);
  const std::string nearest(measures::nearest_name(number, numbers)), file = project.file.filename().string();
  throw Failure(
      Exit::usage,
      {"项目文件 " + file + " 的 accept_expired：规则集“" + rules.name() + "”中没有文号为“" + number + "”的文件。" +
           (nearest.empty() ? "全部文号见 yongdi rules list；不需要的请删去。" : "是否应为“" + nearest + "”？"),
       "project file " + file + ", accept_expired: the rulebook \"" + rules.name() + "\" has no document \"" + number + "\". " +
           (nearest.empty() ? "All numbers: yongdi rules list; remove the entry if nothing needs it." : "Did you mean \"" + nearest + "\"?")});
}

findings::Finding not_needed(const settings::Project& project, const rulebook::Rulebook& rules, const std::string& number, measures::Day as_of) {
  const auto& anchors = rules.anchors();
  const std::string day = as_of.to_iso();
  const findings::Text why =
      std::find(anchors.begin(), anchors.end(), number) == anchors.end()
          ? findings::Text{"它不是规则集“" + rules.name() + "”的基准文件", "it is no anchor of the rulebook \"" + rules.name() + "\""}
          : findings::Text{"它在 " + day + " 有效", "it is in force on " + day};
  return {&findings::kind("ACCEPTANCE_NOT_NEEDED"),
          {project.file.filename().string(), {}, "accept_expired"},
          "rule",
          number,
          {{"value", number}, {"reason_zh", why.zh}, {"reason_en", why.en}},
          {},
          {}};
}

}  // namespace

rulebook::Rulebook load_rules(const settings::Project& project, const std::filesystem::path& data_folder) {
  return rulebook::Rulebook::load(data_folder / "rules", rulebook_of(project));
}

rulebook::NotEncodedList load_not_encoded(const settings::Project& project, const std::filesystem::path& data_folder) {
  return rulebook::not_encoded(data_folder / "rules", rulebook_of(project));
}

Acceptance accept_anchors(const settings::Project& project, const rulebook::Rulebook& rules, measures::Day as_of) {
  Acceptance result;
  const std::vector<std::string>& accepted = project.accept_expired;
  for (const rulebook::Document* document : rules.anchors_out_of_force(as_of)) {
    if (std::find(accepted.begin(), accepted.end(), document->number) == accepted.end()) refuse_out_of_force(rules, *document, as_of);
    result.anchors.push_back(document->number);
  }
  for (const std::string& number : accepted) {
    if (std::find(result.anchors.begin(), result.anchors.end(), number) != result.anchors.end()) continue;
    const auto& documents = rules.documents();
    if (std::none_of(documents.begin(), documents.end(), [&](const rulebook::Document& each) { return each.number == number; }))
      refuse_unknown(project, rules, number);
    result.findings.push_back(not_needed(project, rules, number, as_of));
  }
  return result;
}

}  // namespace yongdi::workflow
