#pragma once
// The commands of the program, one file each (command_<name>.cpp). Offering a command declares its words, switches and help; what it returns runs it
// once the command line is understood. A command that is not built is not offered.
#include <functional>
#include <vector>

#include "cli/console.hpp"
#include "findings/failure.hpp"

namespace CLI {
class App;
}

namespace yongdi::cli {

struct Command {
  CLI::App* words = nullptr;
  std::function<findings::Exit(const Console&)> run;
};

Command offer_init(CLI::App& program, Language language);
Command offer_check(CLI::App& program, Language language);
Command offer_audit(CLI::App& program, Language language);
Command offer_explain(CLI::App& program, Language language);
Command offer_verify(CLI::App& program, Language language);
Command offer_compare(CLI::App& program, Language language);
Command offer_disposals(CLI::App& program, Language language);
Command offer_quota(CLI::App& program, Language language);
Command offer_allocate(CLI::App& program, Language language);
Command offer_query(CLI::App& program, Language language);
Command offer_rules(CLI::App& program, Language language);
Command offer_columns(CLI::App& program, Language language);

// In the order a user meets them.
inline std::vector<Command> offer_commands(CLI::App& program, Language language) {
  return {offer_init(program, language),      offer_check(program, language),  offer_audit(program, language),
          offer_explain(program, language),   offer_verify(program, language), offer_compare(program, language),
          offer_disposals(program, language), offer_quota(program, language),  offer_allocate(program, language),
          offer_query(program, language),     offer_rules(program, language),  offer_columns(program, language)};
}

}  // namespace yongdi::cli
