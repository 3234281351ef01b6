#include "ledger/open.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "findings/failure.hpp"

namespace yongdi::ledger {
namespace {

using findings::Exit;
using findings::Failure;

// The words of the system and of SQLite come in one language.
findings::Text same_words(const std::string& words) { return {words, words}; }

[[noreturn]] void fail_no_ledger(const std::filesystem::path& path) {
  throw Failure(Exit::input, {path.string() + " 不是本程序写出的台账（缺少运行凭据）。请指定由 yongdi audit 写出的 .gpkg 文件。",
                              path.string() + " is no ledger of this program (it has no receipt). Name a .gpkg file written by yongdi audit."});
}

}  // namespace

void fail_unreadable(const std::filesystem::path& path, const findings::Text& why) {
  throw Failure(Exit::input, {"无法读取台账 " + path.string() + "：" + why.zh + "。请检查路径和文件是否完整，必要时重新运行 yongdi audit。",
                              "cannot read the ledger " + path.string() + ": " + why.en +
                                  ". Check the path and that the file is whole, or run yongdi audit again."});
}

Database open_ledger(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) fail_unreadable(path, {"它是文件夹", "it is a folder"});
  // SQLite only says "unable to open"; the system says why.
  if (::access(path.c_str(), R_OK) != 0) fail_unreadable(path, same_words(std::generic_category().message(errno)));
  try {
    Database database(path, Access::immutable);
    if (!database.has_table("receipt")) fail_no_ledger(path);
    Statement program = database.prepare("SELECT value FROM receipt WHERE key = 'program'");
    if (!program.step() || !program.text(0).starts_with("yongdi")) fail_no_ledger(path);
    return database;
  } catch (const SqliteError& failure) {
    if ((failure.status() & 0xFF) == SQLITE_NOTADB) fail_no_ledger(path);
    fail_unreadable(path, same_words(failure.what()));
  }
}

findings::Text words(FileKind kind) {
  switch (kind) {
    case FileKind::quota:
      return {"指标文件", "a quota file"};
    case FileKind::disposals:
      return {"两个基准日之间的处置表", "a file of disposals between two as-of days"};
    case FileKind::comparison:
      return {"边界比较的结果", "a comparison of outlines"};
    case FileKind::ledger:
      break;
  }
  return {"台账", "a ledger"};
}

FileKind kind_of(const std::filesystem::path& path) {
  const Database file = open_ledger(path);
  if (file.has_table("quota")) return FileKind::quota;
  if (file.has_table("park")) return FileKind::ledger;
  return file.has_table("disposal") ? FileKind::disposals : FileKind::comparison;
}

void expect_ledger(const std::filesystem::path& path) {
  const FileKind kind = kind_of(path);
  if (kind == FileKind::ledger) return;
  const findings::Text what = words(kind);
  throw Failure(Exit::input, {path.string() + " 是" + what.zh + "，不是台账。请指定由 yongdi audit 写出的 .gpkg 文件。",
                              path.string() + " is " + what.en + ", not a ledger. Name a .gpkg file written by yongdi audit."});
}

bool is_ledger(const std::filesystem::path& path) {
  try {
    return kind_of(path) == FileKind::ledger;
  } catch (const findings::Failure&) {
    return false;
  }
}

}  // namespace yongdi::ledger
