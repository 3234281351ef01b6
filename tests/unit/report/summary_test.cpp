#include "report/summary.hpp"

#include <gmock/gmock.h>

#include "made_up_audit.hpp"
#include "report/check_listing.hpp"

namespace yongdi::report {
namespace {

using testing::HasSubstr;
using testing::Not;

const Outcome kOutcome{settings::AreaBasis::plane, "my audit.toml", "out/2024.gpkg"};

TEST(Summary, BeginsWithDayLawAndWhatWasAccepted) {
  const std::string text = audit_summary(made_up_audit(), kOutcome, Language::zh);
  EXPECT_THAT(text, testing::StartsWith("清远高新区用地审计\n审计基准日 2024-12-31，规则 qingyuan\n注意：清府〔2021〕26号 在基准日没有效力，经项目文件指名接受而继续；其数值未采用"));
  EXPECT_THAT(text, HasSubstr("平面面积"));
}

TEST(Summary, ParksInHectaresAndUnknownNotAsZero) {
  const std::string text = audit_summary(made_up_audit(), kOutcome, Language::en);
  EXPECT_THAT(text, testing::ContainsRegex("K01 +龙塘片区 +123\\.4568 +2\\.0000 +1\\.5001 +0\\.0000 +0\\.0000 +not assessed +1\\.250 +3 +— +—"));
  EXPECT_THAT(text, testing::ContainsRegex("K02 +1\\.0000 +not assessed +0\\.0000"));
}

TEST(Summary, WorstFindingFirstWithItsLand) {
  const std::string text = audit_summary(made_up_audit(), kOutcome, Language::en);
  EXPECT_THAT(text, HasSubstr("Findings: error 1, warning 8, notice 0, info 1"));
  EXPECT_THAT(text, testing::ContainsRegex("error +BROKEN +1 +0\\.1000"));
  EXPECT_THAT(text, testing::ContainsRegex("warning +DOUBTFUL +8 +2\\.0000"));
  EXPECT_LT(text.find("BROKEN"), text.find("DOUBTFUL"));
}

TEST(Summary, OpenBalanceCannotBeOverlooked) {
  workflow::Audit audit = made_up_audit();
  EXPECT_THAT(audit_summary(audit, kOutcome, Language::zh), HasSubstr("全部闭合"));
  audit.balances_close = false;
  const std::string text = audit_summary(audit, kOutcome, Language::zh);
  EXPECT_THAT(text, HasSubstr("不闭合"));
  EXPECT_THAT(text, Not(HasSubstr("全部闭合")));
}

TEST(Summary, EndsWithCommandsThatCanBePasted) {
  const std::string text = audit_summary(made_up_audit(), kOutcome, Language::en);
  EXPECT_THAT(text, HasSubstr("yongdi check 'my audit.toml' -o fixes.xlsx"));
  EXPECT_THAT(text, HasSubstr("yongdi explain out/2024.gpkg 0007"));
  EXPECT_EQ(for_shell("it's"), "'it'\\''s'");
  EXPECT_EQ(for_shell("Z5~2"), "'Z5~2'");
}

TEST(CheckListing, SaysHowManyItDoesNotShow) {
  const std::string text = check_listing(made_up_audit(), "audit.toml", {}, Language::en);
  EXPECT_THAT(text, HasSubstr("供地.shp, row 12, field \"面积\"  [BROKEN-1]"));
  EXPECT_THAT(text, HasSubstr("and 3 more; all of them with -o fixes.xlsx"));
  EXPECT_THAT(text, HasSubstr("leaves undecided: plot ratio"));
  EXPECT_THAT(text, HasSubstr("Fix: Redraw it."));
  EXPECT_THAT(check_listing(made_up_audit(), "audit.toml", "f.xlsx", Language::en), HasSubstr("and 3 more; all of them in f.xlsx"));
}

}  // namespace
}  // namespace yongdi::report
