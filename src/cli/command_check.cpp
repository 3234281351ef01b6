// yongdi check: everything wrong with the input, where, and how to mend it.
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "report/check_listing.hpp"
#include "report/fix_list.hpp"
#include "report/json.hpp"
#include "report/output_file.hpp"
#include "settings/sources.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string project, output;
};

workflow::Audit checked(const Input& input, const settings::Project& project, const Console& console) {
  Progress progress(console.err, input.switches.progress_mode(), stderr_is_terminal(), console.language);
  return workflow::check(project, run_options(console, input.switches, progress));
}

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  static_cast<void>(switches.failing_severity());  // refused now rather than after the work
  const settings::Project project = open_project(input.project, switches);
  std::optional<std::filesystem::path> fixes;
  if (!input.output.empty()) {
    fixes = input.output;
    report::check_writable(*fixes, switches.overwrite, settings::files_read(project));
  }
  const workflow::Audit audit = checked(input, project, console);
  if (fixes) report::write_fix_list(audit, *fixes, switches.overwrite, console.language);
  if (switches.json) {
    console.result(report::check_json(audit, fixes));
  } else if (!switches.quiet) {
    console.result(report::check_listing(audit, input.project, fixes, console.language));
  }
  return exit_status(audit, switches);
}

}  // namespace

Command offer_check(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "check", {"列出输入数据的全部问题、位置和改法", "everything wrong with the input, where, and how to mend it"}, language);
  words.argument("PROJECT", input->project, {"项目文件（audit.toml）", "the project file (audit.toml)"})
      .option("-o", "fixes.xlsx", input->output, {"问题清单，每个问题一行", "the list to work through, one row per finding"})
      .footer({"例：\n  yongdi check audit.toml\n  yongdi check audit.toml -o fixes.xlsx --fail-on warning",
               "Examples:\n  yongdi check audit.toml\n  yongdi check audit.toml -o fixes.xlsx --fail-on warning"});
  offer(words, input->switches,
        {Switch::as_of, Switch::rulebook, Switch::threads, Switch::overwrite, Switch::fail_on, Switch::progress, Switch::json, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
