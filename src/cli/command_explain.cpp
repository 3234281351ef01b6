// yongdi explain: why a parcel, approval or park is what it is, from the ledger alone.
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
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
  Words words(program, "explain", {"说明某宗地、批次或园区的结论从何而来", "why a parcel, approval or park is what it is"}, language);
  words.argument("LEDGER", input->ledger, {"台账", "the ledger"})
      .argument("ID", input->id, {"宗地、批次或园区的编号", "id of a parcel, an approval or a park"})
      .footer({"例：\n  yongdi explain 2024.gpkg 4418022016B00123", "Example:\n  yongdi explain 2024.gpkg 4418022016B00123"});
  offer(words, input->switches, {Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
