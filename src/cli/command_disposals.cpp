// yongdi disposals: what left the stock of unsupplied and idle land between two ledgers, and why.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "report/disposals.hpp"
#include "report/output_file.hpp"
#include "workflow/roll_forward.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string first, second, output;
};

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  static_cast<void>(switches.failing_severity());  // refused now rather than after the work
  const std::vector<std::filesystem::path> ledgers = {input.first, input.second};
  report::check_writable(input.output, switches.overwrite, ledgers);
  workflow::RollForward result;
  {
    Progress progress(console.err, switches.progress_mode(), stderr_is_terminal(), console.language);
    const workflow::Options options = run_options(console, switches, progress);
    result = workflow::roll_forward(input.first, input.second, options);
    workflow::write_disposals(result, options, input.output, switches.overwrite);
  }
  if (switches.json) {
    console.result(report::disposals_json(result, input.output));
  } else if (!switches.quiet) {
    console.result(report::disposals_summary(result, input.output, console.language));
  }
  return exit_status(result.counts, result.balances_close, switches);
}

}  // namespace

Command offer_disposals(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "disposals",
              {"两个基准日之间处置了哪些批而未供和闲置土地，依据是什么", "what left the stock of unsupplied and idle land between two days, and why"},
              language);
  words.argument("LEDGER_A", input->first, {"较早的台账", "the earlier ledger"})
      .argument("LEDGER_B", input->second, {"较晚的台账", "the later ledger"})
      .option("-o", "disposals.gpkg", input->output, {"写出的处置表（GeoPackage），必需", "the file of disposals to write (GeoPackage); required"},
              Need::required)
      .footer({"例：\n  yongdi audit audit.toml -o 2023.gpkg --as-of 2023-12-31\n  yongdi audit audit.toml -o 2024.gpkg --as-of 2024-12-31\n"
               "  yongdi disposals 2023.gpkg 2024.gpkg -o disposals.gpkg",
               "Examples:\n  yongdi audit audit.toml -o 2023.gpkg --as-of 2023-12-31\n  yongdi audit audit.toml -o 2024.gpkg --as-of 2024-12-31\n"
               "  yongdi disposals 2023.gpkg 2024.gpkg -o disposals.gpkg"});
  offer(words, input->switches, {Switch::threads, Switch::overwrite, Switch::fail_on, Switch::progress, Switch::json, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
