#pragma once
// A file that appears whole or not at all: written aside in the same folder, renamed when finished, removed when not.
#include <filesystem>
#include <span>
#include <string_view>

namespace yongdi::report {

// Throws findings::Failure (Exit::output) when the path cannot be written: it exists and `overwrite` is false, is a folder, or its folder is missing
// or closed; and when it is one of the files that this very run reads, overwriting or not. Touches nothing.
void check_writable(const std::filesystem::path& path, bool overwrite, std::span<const std::filesystem::path> read = {});

class OutputFile {
 public:
  // check_writable() first.
  OutputFile(std::filesystem::path path, bool overwrite);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Where to write meanwhile.
  [[nodiscard]] const std::filesystem::path& aside() const { return m_aside; }
  // Writes the whole content there. Throws findings::Failure (Exit::output).
  void write(std::string_view content) const;
  // Puts it safely on disk and renames it into place. Throws findings::Failure (Exit::output).
  void finish();

 private:
  std::filesystem::path m_path, m_aside;
  bool m_overwrite;
};

}  // namespace yongdi::report
