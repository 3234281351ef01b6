#include "report/fix_list.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "findings/failure.hpp"
#include "made_up_audit.hpp"
#include "report/display.hpp"
#include "report/output_file.hpp"
#include "report/workbook.hpp"

namespace yongdi::report {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class FixList : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(m_folder); }
  void TearDown() override { fs::remove_all(m_folder); }
  [[nodiscard]] fs::path in_folder(const std::string& name) const { return m_folder / name; }
  [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder), {})); }

 private:
  fs::path m_folder = fs::temp_directory_path() / ("yongdi-fix-list-" + std::to_string(::getpid()));
};

std::string bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A part of the XLSX, unpacked by a program that is not ours.
std::string part(const fs::path& xlsx, const std::string& name) {
  const std::string command =
      "python3 -c \"import sys,zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode('utf-8'))\" '" + xlsx.string() +
      "' '" + name + "'";
  std::string text;
  FILE* pipe = ::popen(command.c_str(), "r");
  for (char buffer[4096]; const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe);) text.append(buffer, count);
  EXPECT_EQ(::pclose(pipe), 0) << name;
  return text;
}

TEST_F(FixList, HasEveryFindingAndKeepsIdsAsText) {
  write_fix_list(made_up_audit(), in_folder("fixes.xlsx"), false, Language::zh);
  const std::string strings = part(in_folder("fixes.xlsx"), "xl/sharedStrings.xml");
  EXPECT_THAT(strings, HasSubstr("<t>0007</t>"));
  EXPECT_THAT(strings, HasSubstr("<t>Z8</t>"));
  EXPECT_THAT(strings, HasSubstr("面积可疑：=1+1"));
  const std::string sheet = part(in_folder("fixes.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A3:M12\"/>"));  // title, units, header, 1 error, 8 warnings
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("paperSize=\"8\""));
  EXPECT_THAT(sheet, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(sheet, testing::Not(HasSubstr("<f>")));
  EXPECT_THAT(part(in_folder("fixes.xlsx"), "xl/worksheets/sheet2.xml"), HasSubstr("<autoFilter ref=\"A3:M4\"/>"));
  EXPECT_THAT(part(in_folder("fixes.xlsx"), "docProps/core.xml"), HasSubstr("2024-12-31T00:00:00Z"));
}

TEST_F(FixList, TextThatLooksLikeAFormulaStaysText) {
  workflow::Audit audit = made_up_audit();
  audit.findings[0].subject_id = "=HYPERLINK(\"x\")";
  write_fix_list(audit, in_folder("f.xlsx"), false, Language::en);
  EXPECT_THAT(part(in_folder("f.xlsx"), "xl/worksheets/sheet1.xml"), testing::Not(HasSubstr("<f>")));
  EXPECT_THAT(part(in_folder("f.xlsx"), "xl/sharedStrings.xml"), HasSubstr("<t>=HYPERLINK("));
}

TEST_F(FixList, SameFindingsSameBytes) {
  write_fix_list(made_up_audit(), in_folder("a.xlsx"), false, Language::zh);
  write_fix_list(made_up_audit(), in_folder("b.xlsx"), false, Language::zh);
  EXPECT_EQ(bytes(in_folder("a.xlsx")), bytes(in_folder("b.xlsx")));
}

TEST_F(FixList, ExistingFileIsReplacedOnlyWhenAsked) {
  std::ofstream(in_folder("fixes.xlsx")) << "old";
  try {
    write_fix_list(made_up_audit(), in_folder("fixes.xlsx"), false, Language::zh);
    FAIL() << "the old file was taken for free";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::output);
    EXPECT_THAT(failure.text().en, HasSubstr("--overwrite"));
  }
  EXPECT_EQ(bytes(in_folder("fixes.xlsx")), "old");
  write_fix_list(made_up_audit(), in_folder("fixes.xlsx"), true, Language::zh);
  EXPECT_NE(bytes(in_folder("fixes.xlsx")), "old");
  EXPECT_EQ(files(), 1U);  // nothing is left aside
}

TEST_F(FixList, MissingFolderIsAnOutputFailure) {
  EXPECT_THROW(write_fix_list(made_up_audit(), in_folder("no/such.xlsx"), false, Language::zh), findings::Failure);
}

TEST_F(FixList, AnUnfinishedFileLeavesNothing) {
  {
    const OutputFile file(in_folder("half.toml"), false);
    file.write("half");
    EXPECT_EQ(files(), 1U);
  }
  EXPECT_EQ(files(), 0U);
}

TEST(FitCell, CutsWithAMarkAtWhatACellHolds) {
  std::string most;
  for (int i = 0; i < 32'767; ++i) most += "地";
  EXPECT_EQ(fit_cell(most, Language::zh), most);
  const std::string cut = fit_cell(most + "地", Language::zh);
  EXPECT_THAT(cut, testing::EndsWith("……（过长，已截断）"));
  std::size_t letters = 0;
  for (std::string_view rest = cut; !rest.empty(); ++letters) take_code_point(rest);
  EXPECT_EQ(letters, 32'767U);
}

TEST(FitCell, CountsTwoUnitsForWhatLiesBeyondTheFirstPlane) {
  std::string factories;
  for (int i = 0; i < 16'384; ++i) factories += "🏭";
  EXPECT_THAT(fit_cell(factories, Language::en), testing::EndsWith("(too long, cut here)"));
}

}  // namespace
}  // namespace yongdi::report
