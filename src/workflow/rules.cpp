#include "workflow/rules.hpp"

#include <algorithm>

#include "findings/failure.hpp"

namespace yongdi::workflow {

using findings::Exit;
using findings::Failure;

namespace {

// A folder beside the project file, else the name of a shipped rulebook.
std::string rulebook_of(const settings::Project& project) {
  const std::filesystem::path own = project.folder / project.rulebook;
  return std::filesystem::is_directory(own) ? own.string() : project.rulebook;
}

}  // namespace

rulebook::Rulebook load_rules(const settings::Project& project, const std::filesystem::path& data_folder) {
  return rulebook::Rulebook::load(data_folder / "rules", rulebook_of(project));
}

rulebook::NotEncodedList load_not_encoded(const settings::Project& project, const std::filesystem::path& data_folder) {
  return rulebook::not_encoded(data_folder / "rules", rulebook_of(project));
}

std::vector<std::string> accepted_anchors(const settings::Project& project, const rulebook::Rulebook& rules, measures::Day as_of) {
  std::vector<std::string> accepted;
  for (const rulebook::Document* document : rules.anchors_out_of_force(as_of)) {
    if (std::find(project.accept_expired.begin(), project.accept_expired.end(), document->number) != project.accept_expired.end()) {
      accepted.push_back(document->number);
      continue;
    }
    const bool over = document->in_force_to && *document->in_force_to < as_of;
    const std::string limit = over ? document->in_force_to->to_iso() : document->in_force_from.to_iso();
    throw Failure(Exit::usage,
                  {"规则集“" + rules.name() + "”所依据的 " + document->number + "《" + document->title_zh + "》在审计基准日 " + as_of.to_iso() +
                       (over ? " 已失效：有效期至 " : " 尚未施行：自 ") + limit + (over ? "（含当日）" : " 起施行") +
                       "。请换用现行文件的规则集（rulebook），或在项目文件中写明接受：accept_expired = [\"" + document->number + "\"]。接受之后运行照常进行，但该文件自身的数值不采用；接受的声明会印在每张表上。",
                   "the rulebook \"" + rules.name() + "\" rests on " + document->number + " (" + document->title_en + "), which on the as-of day " +
                       as_of.to_iso() + (over ? " is no longer in force: its last day was " : " is not in force yet: it begins on ") + limit +
                       ". Use a rulebook with the document now in force, or accept it by name in the project file: accept_expired = [\"" +
                       document->number + "\"]. The run then goes on, without the figures of that document; the acceptance is printed on every table."});
  }
  return accepted;
}

}  // namespace yongdi::workflow
