#pragma once
// A file that is written beside its target and takes the target's place when it is whole.
#include <filesystem>

namespace yongdi::ledger {

class PartFile {
 public:
  // Throws findings::Failure (Exit::output) when `target` could not be replaced or made.
  static void require_writable(const std::filesystem::path& target, bool overwrite);

  // Makes an empty file of our own, "<target>.<process>.part".
  PartFile(const std::filesystem::path& target, bool overwrite);
  ~PartFile();  // removes it, unless published
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  // To disk, then into place, then the folder to disk. The file must be closed by those who wrote it.
  void publish();

 private:
  std::filesystem::path m_target, m_path;
  bool m_overwrite;
  bool m_published = false;
};

}  // namespace yongdi::ledger
