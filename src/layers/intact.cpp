#include "layers/intact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "layers/dbf.hpp"
#include "layers/refusal.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

namespace fs = std::filesystem;

std::string head(const std::string& path, std::size_t count) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(count, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::uint64_t big(const std::string& bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = path.empty() ? 0 : fs::file_size(path, error);
  return error ? 0 : size;
}

void expect_size(const std::string& path, const std::string& name, std::uint64_t declared) {
  const std::uint64_t there = size_of(path);
  if (there >= declared) return;
  const std::string file = fs::path(path).filename().string();
  refuse(name, {fmt::format("文件 {} 不完整：文件头声明 {} 字节，实有 {} 字节，多半是复制或下载中断。请重新取得完整的文件。", file, declared, there),
                fmt::format("the file {} is cut short: its header declares {} bytes, {} are there; most likely a copy or download was interrupted. "
                            "Please get the whole file again.",
                            file, declared, there)});
}

void require(const std::string& path, const std::string& ending, const std::string& name, const std::string& shp) {
  if (!path.empty()) return;
  const std::string file = fs::path(shp).stem().string() + ending;
  refuse(name, {fmt::format("缺少同名的 {}，shapefile 由几个文件组成。请把它与 .shp 放在一起。", file),
                fmt::format("{} is missing; a shapefile is several files. Please put it beside the .shp.", file)});
}

// Main file and index: length in 16-bit words at byte 24, big-endian (ESRI Shapefile Technical Description, 1998).
std::uint64_t declared_length(const std::string& path, const std::string& name) {
  expect_size(path, name, 100);
  return 2 * big(head(path, 100), 24, 4);
}

}  // namespace

std::string sibling(const std::string& shp, const std::string& ending) {
  const fs::path path(shp);
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path.has_parent_path() ? path.parent_path() : fs::path("."), error)) {
    if (entry.path().stem() == path.stem() && lower(entry.path().extension().string()) == ending) return entry.path().string();
  }
  return {};
}

void check_shapefile_whole(const std::string& path, const std::string& name) {
  const std::string shx = sibling(path, ".shx"), dbf = sibling(path, ".dbf");
  require(shx, ".shx", name, path);
  require(dbf, ".dbf", name, path);
  expect_size(path, name, declared_length(path, name));
  const std::uint64_t index_length = declared_length(shx, name);
  expect_size(shx, name, index_length);
  const std::optional<Dbf> table = Dbf::open(dbf);
  if (!table) {
    refuse(name, {"属性表 .dbf 读不出文件头。请重新取得完整的文件。", "the header of the .dbf cannot be read. Please get the whole file again."});
  }
  expect_size(dbf, name, table->bytes_declared());
  const std::uint64_t shapes = index_length < 100 ? 0 : (index_length - 100) / 8;
  if (shapes != table->records()) {
    refuse(name, {fmt::format("图形有 {} 个，属性有 {} 行，两者对不上。请从来源软件重新导出。", shapes, table->records()),
                  fmt::format("there are {} shapes but {} rows of attributes. Please export it again from the program it came from.", shapes,
                              table->records())});
  }
}

void check_sqlite_whole(const std::string& path, const std::string& name) {
  for (const char* ending : {"-wal", "-journal"}) {
    if (size_of(path + ending) == 0) continue;
    refuse(name, {fmt::format("数据库还有未写回的修改（{}{}）。请在使用它的软件（如 QGIS）中保存并关闭，再运行。", fs::path(path).filename().string(),
                              ending),
                  fmt::format("the database has changes not yet written back ({}{}). Please save and close it in the program that uses it (such as "
                              "QGIS), then run again.",
                              fs::path(path).filename().string(), ending)});
  }
  // Page size at byte 16 (1 stands for 65536), page count at 28, valid when the counters at 24 and 92 agree (SQLite file format, 1.3).
  const std::string start = head(path, 100);
  if (start.size() < 100) expect_size(path, name, 100);
  const std::uint64_t page = big(start, 16, 2) == 1 ? 65536 : big(start, 16, 2);
  if (big(start, 24, 4) == big(start, 92, 4)) expect_size(path, name, page * big(start, 28, 4));
}

}  // namespace yongdi::layers
