// yongdi init: looks at sources and drafts the project file that a person then reviews.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "layers/recognise.hpp"
#include "report/output_file.hpp"
#include "report/summary.hpp"
#include "settings/sources.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::vector<std::string> sources;
  std::string output;
};

findings::Exit run(const Input& input, const Console& console) {
  const std::filesystem::path output(input.output);
  std::vector<std::filesystem::path> read;
  for (const std::string& source : input.sources)
    for (std::filesystem::path& file : settings::files_of(source)) read.push_back(std::move(file));
  report::check_writable(output, input.switches.overwrite || input.switches.dry_run, read);
  const std::string draft = layers::draft_project(input.sources, std::filesystem::absolute(output).parent_path(), data_folder(console.executable));
  if (input.switches.dry_run) {
    console.result(draft);
    return findings::Exit::done;
  }
  report::OutputFile file(output, input.switches.overwrite);
  file.write(draft);
  file.finish();
  if (!input.switches.quiet) {
    console.say(fmt::format(fmt::runtime(in(console.language, "已写 {}。请逐行核对（尤其标“待核”的），然后：yongdi check {}",
                                            "Wrote {}. Review it line by line, the unsure ones first; then: yongdi check {}")),
                            output.string(), report::for_shell(output.string())));
  }
  return findings::Exit::done;
}

}  // namespace

Command offer_init(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "init", {"识别图层和字段，写出待核对的项目文件", "recognise layers and fields, write a project file to review"}, language);
  words.arguments("SOURCE", input->sources, {"图层文件或数据库连接，可以多个", "files or databases with the layers"})
      .option("-o", "audit.toml", input->output, {"写出的项目文件，必需", "the project file to write; required"}, Need::required)
      .footer({"例：\n  yongdi init 园区.gpkg 供地.shp 批次.gpkg 投资.xlsx -o audit.toml",
               "Example:\n  yongdi init parks.gpkg parcels.shp approvals.gpkg -o audit.toml"});
  offer(words, input->switches, {Switch::overwrite, Switch::dry_run, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
