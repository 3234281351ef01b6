#include "cli/project_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <system_error>

#include "cli/data_folder.hpp"

namespace yongdi::cli {

settings::Project open_project(const std::filesystem::path& file, const Switches& switches) {
  const auto as_of = switches.as_of_day();
  settings::Project project = settings::read_project(file);
  if (as_of) project.as_of = as_of;
  if (!switches.rulebook.empty()) {
    // A folder on the command line is seen from where the user stands, one in the project file from there.
    std::error_code unreadable;  // then it is a name
    const bool folder = std::filesystem::is_directory(switches.rulebook, unreadable);
    project.rulebook = folder ? std::filesystem::absolute(switches.rulebook).string() : switches.rulebook;
  }
  if (!project.as_of) {
    throw findings::Failure(
        findings::Exit::usage,
        {fmt::format("没有审计基准日：项目文件 {} 没有写 as_of，命令行也没有 --as-of。程序从不默认用今天。请加 --as-of 2024-12-31，"
                     "或在项目文件里写 as_of = 2024-12-31。",
                     file.string()),
         fmt::format("There is no as-of day: the project file {} has no as_of and the command line no --as-of. Today is never assumed. "
                     "Add --as-of 2024-12-31, or write as_of = 2024-12-31 into the project file.",
                     file.string())});
  }
  return project;
}

workflow::Options run_options(const Console& console, const Switches& switches, Progress& progress) {
  return {switches.thread_count(), data_folder(console.executable),
          [&progress](const findings::Text& step, double share) { progress.show(step, share); }};
}

bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace yongdi::cli
