#include "ledger/writer.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <functional>
#include <limits>

#include "findings/failure.hpp"
#include "ledger/query.hpp"
#include "ledger/reader.hpp"
#include "ledger/sqlite.hpp"
#include "written.hpp"

namespace yongdi::ledger {
namespace {

using findings::Exit;
using findings::Failure;

Exit status_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    EXPECT_FALSE(failure.text().zh.empty());
    return failure.status();
  }
  return Exit::done;
}

std::string first_cell(const std::filesystem::path& ledger, const std::string& sql) {
  std::string text;
  query(ledger, sql, {{}, [&](const std::vector<Cell>& cells) {
                        if (const auto* value = std::get_if<std::string_view>(&cells.at(0))) text = *value;
                        if (const auto* value = std::get_if<std::int64_t>(&cells.at(0))) text = std::to_string(*value);
                        if (const auto* value = std::get_if<double>(&cells.at(0))) text = std::to_string(*value);
                      }});
  return text;
}

std::string index_check(const std::filesystem::path& ledger) {
  const Database database(ledger, Access::immutable);
  Statement check = database.prepare("SELECT rtreecheck('rtree_parcel_geom')");
  check.step();
  return std::string(check.text(0));
}

TEST(Writer, SameRowsSameBytes) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  write_ledger(folder / "b.gpkg");
  ASSERT_FALSE(bytes_of(folder / "a.gpkg").empty());
  EXPECT_EQ(bytes_of(folder / "a.gpkg"), bytes_of(folder / "b.gpkg"));
}

TEST(Writer, TheDayStandsForEveryTime) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  EXPECT_EQ(first_cell(folder / "a.gpkg", "SELECT group_concat(DISTINCT last_change) FROM gpkg_contents"), "2024-12-31T00:00:00.000Z");
  EXPECT_EQ(first_cell(folder / "a.gpkg", "SELECT update_time FROM layer_styles"), "2024-12-31T00:00:00.000Z");
}

TEST(Writer, NothingStandsAtTheTargetBeforeItIsWhole) {
  Folder folder;
  {
    Writer writer(folder / "a.gpkg", false, kZone38, day("2024-12-31"));
    fill(writer, some_contents());
    EXPECT_FALSE(std::filesystem::exists(folder / "a.gpkg"));
  }
  EXPECT_TRUE(folder.names().empty()) << "an unfinished ledger was left behind";
}

TEST(Writer, AKilledRunLeavesTheOldFile) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  const std::string before = bytes_of(folder / "a.gpkg");
  const pid_t child = ::fork();
  if (child == 0) {
    Writer writer(folder / "a.gpkg", true, kZone38, day("2024-12-31"));
    fill(writer, some_contents());
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(bytes_of(folder / "a.gpkg"), before);
}

TEST(Writer, AnExistingFileIsLeftAloneUnlessToldOtherwise) {
  Folder folder;
  std::ofstream(folder / "a.gpkg") << "precious";
  EXPECT_EQ(status_of([&] { write_ledger(folder / "a.gpkg"); }), Exit::output);
  EXPECT_EQ(bytes_of(folder / "a.gpkg"), "precious");
  EXPECT_EQ(status_of([&] { write_ledger(folder / "a.gpkg", some_contents(), true); }), Exit::done);
  EXPECT_TRUE(Reader(folder / "a.gpkg").parcel("Z1"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.gpkg"});
}

TEST(Writer, AFileThatAppearsMeanwhileIsLeftAlone) {
  Folder folder;
  EXPECT_EQ(status_of([&] {
              Writer writer(folder / "a.gpkg", false, kZone38, day("2024-12-31"));
              fill(writer, some_contents());
              std::ofstream(folder / "a.gpkg") << "precious";
              writer.finish();
            }),
            Exit::output);
  EXPECT_EQ(bytes_of(folder / "a.gpkg"), "precious");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.gpkg"});
}

// QGIS keeps such a log beside a file that it has open; replayed into the new ledger it would ruin it.
TEST(Writer, TheLogOfAnOverwrittenFileIsNotLeftToTheNewOne) {
  Folder folder;
  write_ledger(folder / "a.gpkg");
  std::ofstream(folder / "a.gpkg-wal") << "frames of the old file";
  write_ledger(folder / "a.gpkg", some_contents(), true);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.gpkg"});
}

TEST(Writer, PlacesThatCannotBeWrittenAreRefusedAtOnce) {
  Folder folder;
  std::ofstream(folder / "file") << "x";
  std::filesystem::create_directory(folder / "folder.gpkg");
  for (const char* target : {"missing/a.gpkg", "file/a.gpkg", "folder.gpkg"}) {
    EXPECT_EQ(status_of([&] { Writer::require_writable(folder / target, true); }), Exit::output) << target;
    EXPECT_EQ(status_of([&] { write_ledger(folder / target, some_contents(), true); }), Exit::output) << target;
  }
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_EQ(status_of([&] { Writer::require_writable(folder / "a.gpkg", false); }), Exit::output);
}

TEST(Writer, AFullDiskIsAFailureWithWords) {
  Folder folder;
  const pid_t child = ::fork();  // the limit is the process's, and the signal must not end this one
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    Contents contents = some_contents();
    for (int i = 0; i < 2000; ++i) contents.parcels.push_back(parcel("P" + std::to_string(i)));
    ::_exit(static_cast<int>(status_of([&] { write_ledger(folder / "a.gpkg", contents); })));
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(Exit::output));
  EXPECT_TRUE(folder.names().empty());
}

TEST(Writer, FiguresThatAreNotFiniteAreRefused) {
  Folder folder;
  for (const double figure : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    Contents contents = some_contents();
    contents.parcels[0].plot_ratio = figure;
    EXPECT_THROW(write_ledger(folder / "a.gpkg", contents), std::logic_error);
  }
}

TEST(Writer, ShapesOfAnotherKindAreRefused) {
  Folder folder;
  for (const std::string& shape : {point(1, 2), square(0, 0, 1) + "x", square(0, 0, 1).substr(0, 60)}) {
    Contents contents = some_contents();
    contents.parcels[0].shape_wkb = shape;
    EXPECT_THROW(write_ledger(folder / "a.gpkg", contents), std::logic_error);
  }
}

// More parcels than a node of the index holds, so that the tree has leaves, branches and a root. rtreecheck is SQLite's own.
TEST(SpatialIndex, IsSoundAndFindsWhatIsThere) {
  Folder folder;
  for (const int across : {0, 1, 7, 8, 60}) {
    Contents contents = some_contents();
    contents.parcels.clear();
    for (int i = 0; i < across * across; ++i) {
      contents.parcels.push_back(parcel("P" + std::to_string(i)));
      contents.parcels.back().shape_wkb = square(38'500'000.123 + 100 * (i % across), 2'600'000.456 + 100 * (i / across), 99.9);
    }
    contents.parcels.push_back(parcel("without a shape"));
    contents.parcels.back().shape_wkb.clear();
    write_ledger(folder / "a.gpkg", contents, true);
    EXPECT_EQ(index_check(folder / "a.gpkg"), "ok") << across;
    EXPECT_EQ(first_cell(folder / "a.gpkg", "SELECT count(*) FROM rtree_parcel_geom"), std::to_string(across * across));
    EXPECT_EQ(
        first_cell(folder / "a.gpkg",
                   "SELECT count(*) FROM parcel JOIN rtree_parcel_geom ON id = fid WHERE minx > ST_MinX(geom) OR maxx < ST_MaxX(geom) OR miny > "
                   "ST_MinY(geom) OR maxy < ST_MaxY(geom)"),
        "0");
  }
  EXPECT_EQ(first_cell(folder / "a.gpkg",
                       "SELECT count(*) FROM rtree_parcel_geom WHERE maxx >= 38500000 AND minx <= 38500450 AND maxy >= 2600000 AND miny <= 2600050"),
            "5");
}

}  // namespace
}  // namespace yongdi::ledger
