// yongdi columns: the dictionary of the ledger and of the findings.
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "report/dictionary.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  bool findings = false;
};

findings::Exit run(const Input& input, const Console& console) {
  if (input.findings) {
    console.result(input.switches.json ? report::finding_codes_json() : report::finding_codes_text(console.language));
  } else {
    console.result(input.switches.json ? report::columns_json() : report::columns_text(console.language));
  }
  return findings::Exit::done;
}

}  // namespace

Command offer_columns(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "columns", {"台账的每一列：名称、单位、中英文含义", "every output column: name, unit, meaning in Chinese and English"},
              language);
  words.flag("--findings", input->findings, {"改为列出问题代码：级别、说明、改法", "the finding codes instead: severity, message, fix"})
      .footer({"例：\n  yongdi columns\n  yongdi columns --findings --json", "Examples:\n  yongdi columns\n  yongdi columns --findings --json"});
  offer(words, input->switches, {Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
