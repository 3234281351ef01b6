#include "cli/refusal.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/nearest.hpp"

namespace yongdi::cli {
namespace {

using findings::Exit;
using findings::Failure;

const CLI::App& understood(const CLI::App& program) {
  const auto commands = program.get_subcommands();
  return commands.empty() ? program : *commands.front();
}

Failure usage(const CLI::App& program, const std::string& zh, const std::string& en) {
  const CLI::App& command = understood(program);
  const std::string help = &command == &program ? "yongdi -h" : fmt::format("yongdi {} -h", command.get_name());
  return {Exit::usage, {fmt::format("{}说明见 {}", zh, help), fmt::format("{} See {}", en, help)}};
}

std::string_view nearest(const std::string& word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view found = measures::nearest_name(word, candidates);
  for (const std::string& name : names) {  // a view of the names, which outlive the candidates
    if (name == found) return name;
  }
  return {};
}

// "--name" and "-n" of every switch that the command takes.
std::vector<std::string> switch_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

Failure unknown_switch(const CLI::App& program, const std::string& word) {
  const CLI::App& command = understood(program);
  const std::string name = word.substr(0, word.find('='));
  const std::vector<std::string> names = switch_names(command);
  const std::string_view meant = name.size() > 2 ? nearest(name, names) : std::string_view();
  const std::string place = &command == &program ? "yongdi" : "yongdi " + command.get_name();
  return usage(program, fmt::format("{} 没有开关 {}。{}", place, name, meant.empty() ? "" : fmt::format("是否想写 {}？", meant)),
               fmt::format("{} has no switch {}.{}", place, name, meant.empty() ? "" : fmt::format(" Did you mean {}?", meant)));
}

Failure unknown_command(const CLI::App& program, const std::string& word) {
  const std::vector<std::string> names = command_names(program);
  const std::string_view meant = nearest(word, names);
  return usage(program, fmt::format("没有命令 {}。{}", word, meant.empty() ? "" : fmt::format("是否想写 {}？", meant)),
               fmt::format("There is no command {}.{}", word, meant.empty() ? "" : fmt::format(" Did you mean {}?", meant)));
}

std::optional<Failure> leftover(const CLI::App& program) {
  const std::vector<std::string> words = program.remaining(true);
  for (const std::string& word : words) {
    if (word.size() > 1 && word.front() == '-' && word != "--") return unknown_switch(program, word);
  }
  for (const std::string& word : words) {
    if (word == "--") continue;
    if (program.get_subcommands().empty()) return unknown_command(program, word);
    return usage(program, fmt::format("多出的参数“{}”。含空格的名称请加引号。", word),
                 fmt::format("One argument too many: \"{}\". Quote names that contain blanks.", word));
  }
  return {};
}

// The parser begins or ends its messages with the name of the option they are about.
std::string option_named(const std::string& message) {
  for (const std::string_view tail : {" is required", " requires"}) {
    if (const auto end = message.find(tail); end != std::string::npos) return message.substr(0, end);
  }
  return message.substr(0, message.find_first_of(": "));
}

}  // namespace

Failure refusal(const CLI::App& program, const CLI::ParseError& error) {
  if (const auto failure = leftover(program)) return *failure;
  const std::string name = option_named(error.what());
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return usage(program, fmt::format("缺少 {}。", name), fmt::format("{} is missing.", name));
  }
  const CLI::App& command = understood(program);
  const CLI::Option* option = command.get_option_no_throw(name);
  if (option == nullptr) option = command.get_option_no_throw("--" + name);  // of flags the parser says the bare name
  if (option != nullptr && option->get_expected_min() == 0) {
    return usage(program, fmt::format("{} 不带值。", option->get_name()), fmt::format("{} takes no value.", option->get_name()));
  }
  return usage(program, fmt::format("{} 后面缺少值。", name), fmt::format("{} needs a value behind it.", name));
}

void refuse_leftovers(const CLI::App& program) {
  if (const auto failure = leftover(program)) throw *failure;
  if (program.get_subcommands().empty()) throw usage(program, "没有给出命令。", "No command was given.");
}

}  // namespace yongdi::cli
