// yongdi verify: the audit once more: the same, or what changed and which figures moved because of it.
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "report/verification.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string ledger, project;
};

workflow::Verification verified(const Input& input, const settings::Project& project, const Console& console) {
  Progress progress(console.err, input.switches.progress_mode(), stderr_is_terminal(), console.language);
  return workflow::verify(project, run_options(console, input.switches, progress), input.ledger);
}

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  const workflow::Verification verification = verified(input, open_project(input.project, switches), console);
  if (switches.json)
    console.result(report::verification_json(verification, input.ledger));
  else if (!switches.quiet)
    console.result(report::verification_text(verification, input.ledger, console.language));
  return verification.same ? findings::Exit::done : findings::Exit::findings;
}

}  // namespace

Command offer_verify(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "verify",
              {"重新审计，与已有台账核对：相同，还是资料、法规、设置、程序变了，哪些数因此变动",
               "audit again and compare with a ledger: the same, or what changed and which figures moved because of it"},
              language);
  words.argument("LEDGER", input->ledger, {"以前写出的台账，不会改动", "the ledger once written; it is not touched"})
      .argument("PROJECT", input->project, {"它的项目文件（audit.toml）", "its project file (audit.toml)"})
      .footer(
          {"台账若是用 --as-of 或 --rulebook 写出的，核验时给出同样的开关。\n结束状态：0 相同；1 不同。\n例：\n  yongdi verify 2024.gpkg audit.toml\n"
           "  yongdi verify 2023.gpkg audit.toml --as-of 2023-12-31",
           "If the ledger was written with --as-of or --rulebook, give the same here.\nExit status: 0 the same; 1 not.\nExamples:\n"
           "  yongdi verify 2024.gpkg audit.toml\n  yongdi verify 2023.gpkg audit.toml --as-of 2023-12-31"});
  offer(words, input->switches, {Switch::as_of, Switch::rulebook, Switch::threads, Switch::progress, Switch::json, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
