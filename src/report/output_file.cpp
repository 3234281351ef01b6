#include "report/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "findings/failure.hpp"

namespace yongdi::report {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;

[[noreturn]] void refuse(const fs::path& path, std::string_view why_zh, std::string_view why_en) {
  throw Failure(Exit::output, {fmt::format("不能写 {}：{}", path.string(), why_zh), fmt::format("Cannot write {}: {}", path.string(), why_en)});
}

[[noreturn]] void refuse_with_reason(const fs::path& path, int error) {
  const std::string reason = std::generic_category().message(error);
  refuse(path, fmt::format("系统报告“{}”。请检查磁盘空间和权限，或换一个输出位置。", reason),
         fmt::format("the system says \"{}\". Check disk space and permissions, or choose another place.", reason));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
  if (file < 0) refuse_with_reason(path, errno);
  const int failed = ::fsync(file) != 0 ? errno : 0;
  ::close(file);
  if (failed != 0) refuse_with_reason(path, failed);
}

}  // namespace

void check_writable(const fs::path& path, bool overwrite, std::span<const fs::path> read) {
  std::error_code ignored;  // what cannot be looked at is caught by the checks below
  for (const fs::path& source : read)
    if (fs::equivalent(path, source, ignored))
      refuse(path, fmt::format("它是本次运行要读的文件（{}），不能被结果覆盖。请换一个输出文件名。", source.filename().string()),
             fmt::format("it is a file that this run reads ({}) and must not be replaced by its result. Choose another name.",
                         source.filename().string()));
  if (path.filename().empty() || fs::is_directory(path, ignored)) {
    refuse(path, "这是一个文件夹。请在后面加上文件名。", "it is a folder. Add a file name.");
  }
  if (!overwrite && fs::exists(path, ignored)) {
    refuse(path, "文件已经存在。要替换它请加 --overwrite，或换一个文件名。",
           "it exists already. Add --overwrite to replace it, or choose another name.");
  }
  if (!fs::is_directory(folder_of(path), ignored)) {
    refuse(path, fmt::format("文件夹 {} 不存在。请先建立它。", folder_of(path).string()),
           fmt::format("the folder {} does not exist. Make it first.", folder_of(path).string()));
  }
  if (::access(folder_of(path).c_str(), W_OK | X_OK) != 0) {
    refuse(path, fmt::format("文件夹 {} 不允许写入。请更改权限，或换一个输出位置。", folder_of(path).string()),
           fmt::format("the folder {} does not allow writing. Change its permissions, or choose another place.", folder_of(path).string()));
  }
}

OutputFile::OutputFile(fs::path path, bool overwrite) : m_path(std::move(path)), m_overwrite(overwrite) {
  check_writable(m_path, overwrite);
  m_aside = folder_of(m_path) / fmt::format(".{}.{}.part", m_path.filename().string(), ::getpid());
}

OutputFile::~OutputFile() {
  std::error_code ignored;  // nothing more can be done about a leftover that cannot be removed
  fs::remove(m_aside, ignored);
}

void OutputFile::write(std::string_view content) const {
  errno = 0;
  std::ofstream file(m_aside, std::ios::binary | std::ios::trunc);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) refuse_with_reason(m_path, errno == 0 ? EIO : errno);
}

void OutputFile::finish() {
  sync(m_aside);
  check_writable(m_path, m_overwrite);  // somebody may have come first meanwhile
  std::error_code failed;
  fs::rename(m_aside, m_path, failed);
  if (failed) refuse_with_reason(m_path, failed.value());
  sync(folder_of(m_path));
}

}  // namespace yongdi::report
