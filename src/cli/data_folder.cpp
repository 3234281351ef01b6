#include "cli/data_folder.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "findings/failure.hpp"

namespace yongdi::cli {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;

bool is_data(const fs::path& folder) {
  std::error_code unreadable;  // then it is not the folder looked for
  return fs::is_directory(folder / "rules", unreadable);
}

}  // namespace

fs::path data_folder(const fs::path& executable) {
  const char* chosen = std::getenv("YONGDI_DATA");  // NOLINT(concurrency-mt-unsafe): nothing sets the environment
  if (chosen != nullptr && *chosen != '\0') {
    if (is_data(chosen)) return chosen;
    throw Failure(Exit::input,
                  {fmt::format("环境变量 YONGDI_DATA 指向的 {} 不是数据文件夹：里面没有 rules。请改正或取消这个变量。", chosen),
                   fmt::format("YONGDI_DATA names {}, which is no data folder: it has no \"rules\" in it. Correct or unset the variable.", chosen)});
  }
  const std::vector<fs::path> places = {executable.parent_path() / ".." / "gis-data",
                                        executable.parent_path() / ".." / "share" / "yongdi" / "gis-data"};
  std::string seen;
  for (const fs::path& place : places) {
    const fs::path folder = place.lexically_normal();
    if (is_data(folder)) return folder;
    seen += (seen.empty() ? "" : ", ") + folder.string();
  }
  throw Failure(Exit::input,
                {fmt::format("找不到数据文件夹 gis-data（规则和字段别名）。找过：{}。请用环境变量 YONGDI_DATA 指出它的位置。", seen),
                 fmt::format("The data folder gis-data (rules and field aliases) was not found. Looked at: {}. Name it in YONGDI_DATA.", seen)});
}

}  // namespace yongdi::cli
