#include "layers/inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "layers/intact.hpp"
#include "layers/refusal.hpp"
#include "measures/digest.hpp"

namespace yongdi::layers {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void Inputs::add(const OpenSource& source) {
  if (source.format == Format::database) return;
  if (fs::is_directory(source.path)) {  // a file geodatabase
    for (const fs::path& file : files_under(source.path))
      add_file(source.source + "/" + file.lexically_relative(source.path).generic_string(), file.string());
    return;
  }
  add_file(source.source, source.path);
  if (source.format != Format::shapefile) return;
  for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) {
    const std::string path = sibling(source.path, ending);
    if (path.empty() || path == source.path) continue;
    add_file(fs::path(source.source).replace_extension(fs::path(path).extension()).generic_string(), path);
  }
}

void Inputs::add_file(const std::string& name, const std::string& path) {
  const std::lock_guard<std::mutex> lock(m_mutex);
  if (m_files.contains(name)) return;
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(path.c_str(), "rb"));
  if (!file) refuse(name, {"读不出来。请检查读取权限。", "cannot be read. Please check its permissions."});
  InputFile input{name, 0, {}};
  measures::Digest digest;
  std::string part(1U << 20U, '\0');
  while (const std::size_t count = VSIFReadL(part.data(), 1, part.size(), file.get())) {
    digest.add(std::string_view(part).substr(0, count));
    input.size += count;
  }
  input.sha256 = digest.finish();
  m_files.emplace(name, std::move(input));
}

void Inputs::add_rows(const std::string& name, std::uint64_t bytes, std::string sha256) {
  const std::lock_guard<std::mutex> lock(m_mutex);
  m_files.insert_or_assign(name, InputFile{name, bytes, std::move(sha256)});
}

std::vector<InputFile> Inputs::all() const {
  const std::lock_guard<std::mutex> lock(m_mutex);
  std::vector<InputFile> files;
  for (const auto& [name, file] : m_files) files.push_back(file);
  return files;
}

}  // namespace yongdi::layers
