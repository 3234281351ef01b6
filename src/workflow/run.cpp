#include "workflow/run.hpp"

#include <algorithm>

#include "findings/failure.hpp"

namespace yongdi::workflow {

using findings::Exit;
using findings::Failure;

std::optional<double> Run::area_m2(const cadastre::Feature& feature) const {
  if (feature.valid == cadastre::Valid::no) return {};
  return by_ellipsoid() ? feature.ellipsoid_m2 : feature.plane_m2;
}

void Run::say(std::string zh, std::string en, double share) const {
  if (options.progress) options.progress({std::move(zh), std::move(en)}, share);
}

findings::Place place(const facts::Table& table, std::size_t row, std::string_view field) {
  return cadastre::place(table, table.rows[row], field);
}

namespace {

// An anchor document that is not in force on the as-of day stops the run, unless the project file accepts it by name.
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

}  // namespace

std::unique_ptr<Run> run(const settings::Project& project, const Options& options) {
  if (!project.as_of)
    throw Failure(Exit::usage, {"没有审计基准日。请在项目文件 " + project.file.string() + " 中写 as_of = 2024-12-31，或用 --as-of 2024-12-31 给出；程序从不默认取今天。",
                                "there is no as-of day. Write as_of = 2024-12-31 into the project file " + project.file.string() +
                                    " or give --as-of 2024-12-31; today is never assumed."});
  const std::filesystem::path rules_folder = options.data_folder / "rules", own = project.folder / project.rulebook;
  const std::string rulebook = std::filesystem::is_directory(own) ? own.string() : project.rulebook;
  rulebook::Rulebook rules = options.rules ? *options.rules : rulebook::Rulebook::load(rules_folder, rulebook);
  auto accepted = accepted_anchors(project, rules, *project.as_of);
  auto run = std::make_unique<Run>(project, options, *project.as_of, std::move(rules));
  run->accepted_expired = std::move(accepted);
  run->not_encoded = rulebook::not_encoded(rules_folder, rulebook);
  read_everything(*run);
  judge_everything(*run);
  measure_everything(*run);
  check_everything(*run);
  return run;
}

}  // namespace yongdi::workflow
