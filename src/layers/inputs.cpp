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

// The files of a source: name and path.
std::vector<std::pair<std::string, std::string>> files_of(const OpenSource& source) {
  std::vector<std::pair<std::string, std::string>> files;
  if (fs::is_directory(source.path)) {  // a file geodatabase
    for (const fs::path& file : files_under(source.path))
      files.emplace_back(source.source + "/" + file.lexically_relative(source.path).generic_string(), file.string());
    return files;
  }
  files.emplace_back(source.source, source.path);
  if (source.format != Format::shapefile) return files;
  for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) {
    const std::string path = sibling(source.path, ending);
    if (path.empty() || path == source.path) continue;
    files.emplace_back(fs::path(source.source).replace_extension(fs::path(path).extension()).generic_string(), path);
  }
  return files;
}

}  // namespace

InputFile input_file(const std::string& name, const std::filesystem::path& path) {
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
  return input;
}

void Inputs::add(const OpenSource& source) {
  if (source.format == Format::database) return;
  const std::lock_guard<std::mutex> lock(m_mutex);
  std::vector<std::pair<std::string, std::string>> files = files_of(source);
  std::erase_if(files, [this](const auto& file) { return !m_names.insert(file.first).second; });
  if (files.empty()) return;
  m_sources.push_back(std::async(std::launch::async, [files = std::move(files)] {
                        std::vector<InputFile> digests;
                        for (const auto& [name, path] : files) digests.push_back(input_file(name, path));
                        return digests;
                      }).share());
}

void Inputs::add_rows(const std::string& name, std::uint64_t bytes, std::string sha256) {
  const std::lock_guard<std::mutex> lock(m_mutex);
  m_rows.insert_or_assign(name, InputFile{name, bytes, std::move(sha256)});
}

std::vector<InputFile> Inputs::all() const {
  const std::lock_guard<std::mutex> lock(m_mutex);
  std::vector<InputFile> all;
  for (const auto& source : m_sources) all.insert(all.end(), source.get().begin(), source.get().end());
  for (const auto& [name, rows] : m_rows) all.push_back(rows);
  std::sort(all.begin(), all.end(), [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  return all;
}

}  // namespace yongdi::layers
