#include "ledger/styles.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "findings/failure.hpp"

namespace yongdi::ledger {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& what, const findings::Text& why) {
  throw findings::Failure(
      findings::Exit::input,
      {"无法读取图层样式 " + what.string() + "：" + why.zh + "。请重新安装程序，或检查其数据文件夹是否完整。",
       "cannot read the layer styles " + what.string() + ": " + why.en + ". Install the program again, or check that its data folder is complete."});
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) fail(path, {"文件缺失或无法读取", "the file is missing or unreadable"});
  return text;
}

}  // namespace

std::vector<Style> load_styles(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".qml") files.push_back(entry->path());
  }
  if (error) fail(folder, {error.message(), error.message()});
  std::sort(files.begin(), files.end());
  std::vector<Style> styles;
  for (fs::path& qml : files) {
    fs::path sld = qml;
    styles.push_back({qml.stem().string(), read(qml), read(sld.replace_extension(".sld"))});
  }
  return styles;
}

}  // namespace yongdi::ledger
