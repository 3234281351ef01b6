// yongdi explain: why a parcel, approval, park or firm is what it is, from the ledger alone.
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "explain/explain.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string ledger, kind;
  std::vector<std::string> ids;
};

explain::Question question(const Input& input) {
  constexpr std::array<std::string_view, 5> kKinds = {"parcel", "approval", "park", "firm", "finding"};
  explain::Question result{input.switches.as_of_day(), {}};
  if (!input.kind.empty()) result.kind = static_cast<explain::Kind>(chosen("--kind", input.kind, kKinds));
  return result;
}

findings::Exit run(const Input& input, const Console& console) {
  const auto language = console.language == Language::zh ? explain::Language::zh : explain::Language::en;
  std::string text = input.switches.json ? explain::tell_json(input.ledger, input.ids, question(input))
                                         : explain::tell(input.ledger, input.ids, language, question(input));
  if (text.empty() || text.back() != '\n') text += '\n';
  console.result(text);
  return findings::Exit::done;
}

}  // namespace

Command offer_explain(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "explain", {"说明宗地、批次、园区、企业的结论从何而来", "why a parcel, approval, park or firm is what it is"}, language);
  words.argument("LEDGER", input->ledger, {"台账", "the ledger"})
      .arguments("ID", input->ids, {"宗地、批次、园区、企业或发现的编号，可以多个", "ids of parcels, approvals, parks, firms or findings"})
      .option("--as-of", "YYYY-MM-DD", input->switches.as_of,
              {"改问另一天：按台账所存的事实和该日有效的规则推定", "ask for another day: the facts of the ledger, judged by the rules in force then"})
      .option("--kind", "parcel|approval|park|firm|finding", input->kind,
              {"几样东西编号相同时，只说明哪一样；默认都说明", "which is meant where several bear one id; default: all are told"})
      .footer({"例：\n  yongdi explain 2024.gpkg 4418022016B00123\n  yongdi explain 2024.gpkg 4418022016B00123 --as-of 2025-06-30\n"
               "  yongdi explain 2024.gpkg K01 --kind park --lang en",
               "Examples:\n  yongdi explain 2024.gpkg 4418022016B00123\n  yongdi explain 2024.gpkg 4418022016B00123 --as-of 2025-06-30\n"
               "  yongdi explain 2024.gpkg K01 --kind park --lang zh"});
  offer(words, input->switches, {Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
