// yongdi audit: the main job: every hectare accounted for, every verdict explained.
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/plan.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "report/json.hpp"
#include "report/output_file.hpp"
#include "report/summary.hpp"
#include "settings/sources.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string project, ledger;
};

findings::Exit tell_plan(const Input& input, const settings::Project& project, const Console& console) {
  const Plan told = plan(project, data_folder(console.executable), input.ledger, console.language);
  console.result(told.text);
  return told.complete ? findings::Exit::done : findings::Exit::input;
}

workflow::Audit audited(const Input& input, const settings::Project& project, const Console& console) {
  Progress progress(console.err, input.switches.progress_mode(), stderr_is_terminal(), console.language);
  return workflow::audit(project, run_options(console, input.switches, progress), input.ledger, input.switches.overwrite);
}

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  static_cast<void>(switches.failing_severity());  // refused now rather than after the work
  const settings::Project project = open_project(input.project, switches);
  report::check_writable(input.ledger, switches.overwrite, settings::files_read(project));
  if (switches.dry_run) return tell_plan(input, project, console);

  const workflow::Audit audit = audited(input, project, console);
  if (switches.json) {
    console.result(report::audit_json(audit, input.ledger));
  } else if (!switches.quiet) {
    console.result(report::audit_summary(audit, {project.area, input.project, input.ledger}, console.language));
  }
  return exit_status(audit, switches);
}

}  // namespace

Command offer_audit(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "audit", {"审计：每一公顷都有归属，每个结论都有理由", "the main job: every hectare accounted for, every verdict explained"},
              language);
  words.argument("PROJECT", input->project, {"项目文件（audit.toml）", "the project file (audit.toml)"})
      .option("-o", "ledger.gpkg", input->ledger, {"写出的台账（GeoPackage），必需", "the ledger to write (GeoPackage); required"}, Need::required)
      .footer({"例：\n  yongdi audit audit.toml -o 2024.gpkg\n  yongdi audit audit.toml -o 2023.gpkg --as-of 2023-12-31 --overwrite",
               "Examples:\n  yongdi audit audit.toml -o 2024.gpkg\n  yongdi audit audit.toml -o 2023.gpkg --as-of 2023-12-31 --overwrite"});
  offer(words, input->switches,
        {Switch::as_of, Switch::rulebook, Switch::threads, Switch::overwrite, Switch::fail_on, Switch::progress, Switch::json, Switch::dry_run,
         Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
