#include "cli/program.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <new>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/refusal.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"

namespace yongdi::cli {
namespace {

using findings::Exit;
using findings::Failure;

// The language is needed before the help can be written, so it is looked up ahead of the rest.
Language language_in(const std::vector<std::string>& words, Language fallback) {
  Language language = fallback;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const bool apart = words[i] == "--lang" && i + 1 < words.size();
    const bool joined = words[i].rfind("--lang=", 0) == 0;
    if (!apart && !joined) continue;
    const std::string value = apart ? words[i + 1] : words[i].substr(7);
    if (value != "zh" && value != "en") {
      throw Failure(Exit::usage, {fmt::format("--lang 的值“{}”不能用：应为 zh 或 en。", value),
                                  fmt::format("--lang cannot be \"{}\": it takes zh or en.", value)});
    }
    language = value == "zh" ? Language::zh : Language::en;
  }
  return language;
}

void describe(CLI::App& program, std::string& lang, Language language) {
  program.description(std::string(in(language, "用地：产业园区土地审计。每一公顷都有归属，每个结论都有依据。",
                                     "yongdi 用地: audits the land of industrial parks. Every hectare accounted for, every verdict explained.")));
  program.footer(std::string(
      in(language,
         "从这里开始：\n  yongdi init 园区.gpkg 供地.shp -o audit.toml\n  yongdi check audit.toml\n  yongdi audit audit.toml -o ledger.gpkg\n"
         "各命令的说明：yongdi audit -h\n退出码：0 完成；1 有达到 --fail-on 的问题；2 用法；3 输入；4 处理；5 输出；6 没有可行的指标分配",
         "Start here:\n  yongdi init parks.gpkg parcels.shp -o audit.toml\n  yongdi check audit.toml\n  yongdi audit audit.toml -o ledger.gpkg\n"
         "Help of a command: yongdi audit -h\nExit status: 0 done; 1 findings at or above --fail-on; 2 usage; 3 input; 4 processing; 5 output; 6 no feasible quota")));
  program.set_version_flag("--version", "yongdi " YONGDI_VERSION, std::string(in(language, "版本", "the version")));
  Words words(program, language);
  offer_language(words, lang);
}

void dress(CLI::App& words, Language language) {
  words.set_help_flag("-h,--help", std::string(in(language, "显示说明", "this help")));
  words.allow_extras();  // what is left over is refused in our own words
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->column_width(32);
  if (language == Language::zh) {
    formatter->label("Usage", "用法");
    formatter->label("Positionals", "参数");
    formatter->label("OPTIONS", "选项");
    formatter->label("SUBCOMMAND", "命令");
  } else {
    formatter->label("Positionals", "Arguments");
    formatter->label("OPTIONS", "options");
    formatter->label("SUBCOMMAND", "command");
  }
  words.formatter(formatter);
  const std::string group(in(language, "选项", "Options"));
  for (CLI::Option* option : words.get_options()) {
    if (option->nonpositional()) option->group(group);
  }
}

Exit understand_and_run(std::vector<std::string> words, const Console& console) {
  CLI::App program;
  program.name("yongdi");
  std::string lang;
  describe(program, lang, console.language);
  program.require_subcommand(0, 1);  // more than one: words of the first that look like a second
  const std::vector<Command> commands = offer_commands(program, console.language);
  dress(program, console.language);
  for (const Command& command : commands) {
    command.words->group(std::string(in(console.language, "命令", "Commands")));
    dress(*command.words, console.language);
  }

  std::reverse(words.begin(), words.end());  // the parser takes them from the back
  try {
    program.parse(words);
  } catch (const CLI::CallForVersion& version) {
    console.result(std::string(version.what()) + "\n");
    return Exit::done;
  } catch (const CLI::CallForHelp&) {
    console.result(program.help());
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    throw refusal(program, error);
  }
  refuse_leftovers(program);
  const auto chosen = std::find_if(commands.begin(), commands.end(), [](const Command& command) { return command.words->parsed(); });
  return chosen->run(console);
}

void tell(std::ostream& err, Language language, const findings::Text& text) { err << "yongdi: " << in(language, text) << "\n" << std::flush; }

}  // namespace

int run(std::vector<std::string> words, const std::filesystem::path& executable, Language fallback, std::ostream& out, std::ostream& err) {
  Language language = fallback;
  try {
    language = language_in(words, fallback);
    return static_cast<int>(understand_and_run(std::move(words), {language, out, err, executable}));
  } catch (const Failure& failure) {
    tell(err, language, failure.text());
    return static_cast<int>(failure.status());
  } catch (const std::bad_alloc&) {
    tell(err, language,
         {"内存不够，处理没有完成，没有写出任何结果。请关闭其他程序，或换内存更大的机器。",
          "There is not enough memory; the job was not finished and nothing was written. Close other programs, or use a machine with more."});
  } catch (const std::exception& error) {
    tell(err, language,
         {fmt::format("处理没有完成，没有写出任何结果。原因：{}。这是程序的缺陷，请把这句话连同项目文件报告给维护者。", error.what()),
          fmt::format("The job was not finished and nothing was written. Reason: {}. This is a defect of the program; please report this sentence "
                      "together with "
                      "the project file.",
                      error.what())});
  }
  return static_cast<int>(Exit::processing);
}

}  // namespace yongdi::cli
