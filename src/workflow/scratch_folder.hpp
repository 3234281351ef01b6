#pragma once
// A folder for files nobody keeps, removed with all that is in it.
#include <filesystem>

namespace yongdi::workflow {

class ScratchFolder {
 public:
  ScratchFolder();  // throws findings::Failure (Exit::output) when the system's folder for temporary files cannot be written
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace yongdi::workflow
