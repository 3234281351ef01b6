#pragma once
// Opens a finished ledger for reading, and says so in words when it is none.
#include <cstdint>
#include <filesystem>

#include "findings/failure.hpp"
#include "ledger/sqlite.hpp"

namespace yongdi::ledger {

// As it lies on disk, without locks or files beside it. Throws findings::Failure (Exit::input) when the file is missing, unreadable or no ledger of
// this program.
Database open_ledger(const std::filesystem::path& path);

// What a file of this program holds.
enum class FileKind : std::uint8_t { ledger, quota, disposals, comparison };
findings::Text words(FileKind kind);  // 指标文件
// Throws like open_ledger.
FileKind kind_of(const std::filesystem::path& path);
// Throws findings::Failure (Exit::input), which names what it is, when a file of this program is no ledger of `audit`; and like open_ledger.
void expect_ledger(const std::filesystem::path& path);

// Whether a file is a ledger of this program; anything else, unreadable ones included, is not.
bool is_ledger(const std::filesystem::path& path);

[[noreturn]] void fail_unreadable(const std::filesystem::path& path, const findings::Text& why);

}  // namespace yongdi::ledger
