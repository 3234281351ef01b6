#include "ledger/part_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "findings/failure.hpp"

namespace yongdi::ledger {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;

[[noreturn]] void fail(const fs::path& target, const findings::Text& why) {
  throw Failure(Exit::output,
                {"无法写入 " + target.string() + "：" + why.zh + "。请检查文件夹是否存在、是否有写权限、磁盘是否有空间，或换一个输出位置。",
                 "cannot write " + target.string() + ": " + why.en +
                     ". Check that the folder exists, may be written to and has space left, or choose another place."});
}
[[noreturn]] void fail(const fs::path& target, int error) {
  const std::string words = std::generic_category().message(error);
  fail(target, {words, words});
}

[[noreturn]] void fail_exists(const fs::path& target) {
  throw Failure(Exit::output, {"输出文件 " + target.string() + " 已存在，未作改动。如需替换请加 --overwrite，或换一个文件名。",
                               "the output " + target.string() + " exists and was left alone. Give --overwrite to replace it, or another name."});
}

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

void sync(const fs::path& target, const fs::path& what, int mode) {
  const int descriptor = ::open(what.c_str(), mode | O_CLOEXEC);
  if (descriptor < 0) fail(target, errno);
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some network folders cannot be synced as folders and say so with EINVAL; the file itself always can.
  if (error != 0 && !(error == EINVAL && (mode & O_DIRECTORY) != 0)) fail(target, error);
}

}  // namespace

void PartFile::require_writable(const fs::path& target, bool overwrite) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (fs::is_directory(status)) fail(target, {"它是文件夹", "it is a folder"});
  if (fs::exists(status) && !overwrite) fail_exists(target);
  if (!target.has_filename()) fail(target, EISDIR);
  if (!fs::is_directory(folder_of(target), error)) fail(target, ENOENT);
  if (::access(folder_of(target).c_str(), W_OK | X_OK) != 0) fail(target, errno);
}

PartFile::PartFile(const fs::path& target, bool overwrite) : m_target(target), m_overwrite(overwrite) {
  require_writable(target, overwrite);
  // A run that was killed may have left its own behind, and process numbers come round again.
  for (int attempt = 0;; ++attempt) {
    m_path = target;
    m_path += "." + std::to_string(::getpid()) + (attempt == 0 ? "" : "-" + std::to_string(attempt)) + ".part";
    const int descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return;
    }
    if (errno != EEXIST) fail(target, errno);
  }
}

PartFile::~PartFile() {
  if (!m_published) ::unlink(m_path.c_str());
}

void PartFile::publish() {
  sync(m_target, m_path, O_RDONLY);
  if (m_overwrite) {
    // A GIS that has the old file open keeps a log beside it, under a name that only the path decides. The log of the old file would be replayed
    // into the new one.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
      const std::string log = m_target.string() + suffix;
      if (::unlink(log.c_str()) != 0 && errno != ENOENT) fail(m_target, errno);
    }
  } else if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE) == 0) {
    m_published = true;
  } else if (errno == EEXIST) {
    fail_exists(m_target);  // somebody made it while this was being written
  } else if (errno != EINVAL) {
    fail(m_target, errno);  // EINVAL: a file system that knows no such rename
  }
  if (!m_published && ::rename(m_path.c_str(), m_target.c_str()) != 0) fail(m_target, errno);
  m_published = true;
  sync(m_target, folder_of(m_target), O_RDONLY | O_DIRECTORY);
}

}  // namespace yongdi::ledger
