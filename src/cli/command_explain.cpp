// yongdi explain: why a parcel, approval or park is what it is, from the ledger alone.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/switches.hpp"
#include "explain/explain.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string ledger, id;
};

findings::Exit run(const Input& input, const Console& console) {
  const auto language = console.language == Language::zh ? explain::Language::zh : explain::Language::en;
  std::string text = input.switches.json ? explain::tell_json(input.ledger, input.id) : explain::tell(input.ledger, input.id, language);
  if (text.empty() || text.back() != '\n') text += '\n';
  console.result(text);
  return findings::Exit::done;
}

}  // namespace

Command offer_explain(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  CLI::App* words = program.add_subcommand(
      "explain", std::string(in(language, "说明某宗地、批次或园区的结论从何而来", "why a parcel, approval or park is what it is")));
  words->add_option("LEDGER", input->ledger, std::string(in(language, "台账", "the ledger")))->option_text(" ")->required();
  words->add_option("ID", input->id, std::string(in(language, "宗地、批次或园区的编号", "id of a parcel, an approval or a park")))
      ->option_text(" ")
      ->required();
  offer(*words, input->switches, {Switch::json}, language);
  words->footer(
      std::string(in(language, "例：\n  yongdi explain 2024.gpkg 4418022016B00123", "Example:\n  yongdi explain 2024.gpkg 4418022016B00123")));
  return {words, [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
