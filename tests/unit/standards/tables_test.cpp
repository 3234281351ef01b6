#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "findings/failure.hpp"
#include "standards/limits.hpp"
#include "standards/sheet.hpp"
#include "standards/thresholds.hpp"

namespace {

namespace fs = std::filesystem;
using namespace yongdi;
using namespace yongdi::standards;
using testing::AllOf;
using testing::HasSubstr;

class Tables : public testing::Test {
 protected:
  Tables() { fs::create_directories(folder); }
  ~Tables() override { fs::remove_all(folder); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name, std::ios::binary) << text; }
  LimitBook read(const std::vector<std::string>& tables) { return read_limits(YONGDI_DATA_DIR, folder, tables, findings); }
  std::string refusal(const std::string& text) {
    write("t.csv", text);
    try {
      read({"t.csv"});
    } catch (const findings::Failure& failure) {
      return failure.text().en;
    }
    return {};
  }

  fs::path folder = fs::path(testing::TempDir()) / ("yongdi-tables-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::vector<findings::Finding> findings;
};

const std::string kHead = "level,document,edition,from,to,place,indicator,bound,value,unit,force,industry,industry_edition,land_class\n";

TEST_F(Tables, TheShippedOnesAreWhole) {
  const LimitBook book = read({});
  EXPECT_EQ(findings.size(), 0U);
  EXPECT_EQ(std::count_if(book.table.rows().begin(), book.table.rows().end(), [](const auto& row) { return row.measure == intensity::Measure::plot_ratio; }), 30);
  EXPECT_EQ(book.industries.at("2002").size(), 30U);
  EXPECT_EQ(book.industries.at("2017").size(), 31U);
  EXPECT_FALSE(is_known(book.industries, "38", "2002"));
  EXPECT_TRUE(is_known(book.industries, "38", "2017"));
  EXPECT_TRUE(is_known(book.industries, "38", ""));
  EXPECT_TRUE(is_known(book.industries, "65", "2017"));
}

TEST_F(Tables, BadRowsAreRefusedByName) {
  const std::string row = "local,X〔2024〕1号,2024,2024-01-01,,,plot_ratio,min,1.2,ratio,binding,26,2017,\n";
  EXPECT_EQ(refusal(kHead + row), "");
  EXPECT_THAT(refusal(kHead + row + row), AllOf(HasSubstr("entered twice"), HasSubstr("row 3"), HasSubstr("row 2")));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,,,plot_ratio,min,1.2,ratio,,38,2002,\n"), AllOf(HasSubstr("row 2"), HasSubstr("\"38\""), HasSubstr("GB/T 4754-2002")));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,,,plot_ratio,min,1.2,ratio,,26,,\n"), AllOf(HasSubstr("row 2"), HasSubstr("industry_edition")));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,,,plot_ratio,min,,ratio,,,,\n"), AllOf(HasSubstr("row 2"), HasSubstr("\"value\""), HasSubstr("blank")));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,,,plotratio,min,1,ratio,,,,\n"), AllOf(HasSubstr("row 2"), HasSubstr("Did you mean \"plot_ratio\"")));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,,,plot_ratio,min,1,wan_yuan_per_ha,,,,\n"), HasSubstr("does not suit"));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01,2023-01-01,,plot_ratio,min,1,ratio,,,,\n"), HasSubstr("before the first"));
  EXPECT_THAT(refusal(kHead + "local,X,,2024-01-01\n"), AllOf(HasSubstr("row 2"), HasSubstr("4 cells")));
  EXPECT_THAT(refusal("levle,document\n"), HasSubstr("Did you mean \"level\""));
  EXPECT_THAT(refusal("# \xB1\xED\n"), HasSubstr("UTF-8"));
}

TEST_F(Tables, GapsAreFindings) {
  write("t.csv", kHead + "local,X,,2024-01-01,2024-06-30,,plot_ratio,min,1.2,ratio,,26,2017,\nlocal,X,,2024-08-01,,,plot_ratio,min,1.3,ratio,,26,2017,\n"
                         "local,X,,2024-01-01,,,plot_ratio,min,1.2,ratio,,27,2017,\n");
  read({"t.csv"});
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(findings::message(findings[0]).en, AllOf(HasSubstr("t.csv"), HasSubstr("has no division 13, 14")));
  EXPECT_THAT(findings::message(findings[1]).en, HasSubstr("between 2024-06-30 and 2024-08-01"));
  EXPECT_EQ(findings[1].place.row, 3);
}

TEST_F(Tables, UnitsAreExact) {
  write("t.csv", kHead + "local,X,,2024-01-01,,,investment_intensity,min,250,wan_yuan_per_mu,,,,\n");
  const LimitBook book = read({"t.csv"});
  EXPECT_EQ(book.table.rows().back().value, measures::Exact(3750));
}

TEST_F(Tables, ThresholdsAreCheckedRowByRow) {
  const auto refused = [&](const std::string& rows) -> std::string {
    write("s.csv", "parameter,value,park,industry,document\n" + rows);
    try {
      read_thresholds(folder, "s.csv");
    } catch (const findings::Failure& failure) {
      return failure.text().en;
    }
    return {};
  };
  EXPECT_EQ(refused("screen.tax_share_of_mean_min,1/4,K01,26,\n\"screen.plot_ratio_min\",1.1,,,\n"), "");
  EXPECT_THAT(refused("screen.tax_share_of_mean,1/4,,,\n"), AllOf(HasSubstr("row 2"), HasSubstr("Did you mean")));
  EXPECT_THAT(refused("screen.tax_share_of_mean_min,4,,,\n"), AllOf(HasSubstr("row 2"), HasSubstr("value")));
  EXPECT_THAT(refused("screen.tests_for_watch,1.5,,,\n"), HasSubstr("whole"));
  EXPECT_THAT(refused("screen.plot_ratio_min,1,K01,,\nscreen.plot_ratio_min,2,K01,,\n"), AllOf(HasSubstr("row 3"), HasSubstr("row 2 already")));
  EXPECT_THAT(refused("idle.fee_rate,1,,,\n"), HasSubstr("row 2"));
}

TEST(Sheet, QuotesAndRemarks) {
  constexpr SheetColumn kColumns[] = {{"a", true}, {"b"}};
  const Sheet sheet = Sheet::parse("\xEF\xBB\xBF# remark, with comma\r\na,b\r\n\r\n\"x, \"\"y\"\"\",2\r\n# another\n z ,\n", "s.csv", kColumns);
  ASSERT_EQ(sheet.rows().size(), 2U);
  EXPECT_EQ(sheet.rows()[0].text("a"), "x, \"y\"");
  EXPECT_EQ(sheet.rows()[0].number(), 4);
  EXPECT_EQ(sheet.rows()[1].text("a"), "z");
  EXPECT_EQ(sheet.rows()[1].number(), 6);
  EXPECT_EQ(sheet.rows()[1].number("b"), std::nullopt);
}

}  // namespace
