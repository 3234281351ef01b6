#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "drawn.hpp"

namespace {

using namespace yongdi::explain;
using namespace yongdi::explain::testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using yongdi::measures::Exact;

ApprovalFile approval() {
  ApprovalFile file;
  file.facts = table(yongdi::facts::Layer::approvals, {{"approved_on", "2021-05-20"}, {"approved_area", "30000"}});
  file.row.approval_id = "清府土审〔2021〕5号";
  file.row.approved_on = day("2021-05-20");
  file.row.cohort = 2021;
  file.row.declared_area_m2 = 30000;
  file.row.area_m2 = 30010;
  file.row.supplied_m2 = 10000;
  file.row.unsupplied_m2 = 20009;
  file.row.sliver_m2 = 1;
  file.row.overlap_m2 = 0;
  file.row.supplied_declared_m2 = 10000;
  file.row.unsupplied_declared_m2 = 20000;
  file.row.over_supplied_m2 = 0;
  file.row.supply_rate = 1.0 / 3;
  file.row.lapse_candidate = "yes";
  file.parcels = {{{file.row.approval_id, "Z1", 10000, "both"}, "一号厂房", Exact(10000), day("2022-01-10")},
                  {{file.row.approval_id, "Z2", 5000, "both"}, std::nullopt, Exact(5000), day("2025-01-10")},
                  {{file.row.approval_id, "Z3", 7, "geometry"}, std::nullopt, std::nullopt, day("2022-01-10")}};
  return file;
}

std::string told(const ApprovalFile& file, Language language, std::string_view as_of = "2024-12-31") {
  return print(tell_approval(file, ground(as_of)), language);
}

TEST(Approval, ShowsBothFiguresSideBySide) {
  const std::string zh = told(approval(), Language::zh);
  EXPECT_THAT(zh, HasSubstr("结论：批而未供：按图形 2.0009 公顷，按台账 2.0000 公顷，两数并列，不合并；供地率（按台账）33.3 %；批文可能失效"));
  EXPECT_THAT(zh, HasSubstr("面积 30010 m² = 已供 10000 m² + 未供 20009 m² + 碎片 1 m²"));
  EXPECT_THAT(zh, HasSubstr("批准 30000 m² − 已供 10000 m²"));
  EXPECT_THAT(zh, HasSubstr("= 未供 20000 m²"));
  EXPECT_THAT(zh, HasSubstr("两数相差 9 m²"));
  EXPECT_THAT(zh, HasSubstr("（基准日后供应，不计）"));
  EXPECT_THAT(zh, HasSubstr("共关联 3 宗，其中按文号关联并在基准日前供应的 1 宗计入台账，登记面积合计 10000 m²"));
  EXPECT_THAT(zh, HasSubstr("2021-05-20 批准，2023-05-21 起已满两年，审计基准日 2024-12-31 已满，按图形仍有 2.0009 公顷 未供，可能失效。只作提示"));
  EXPECT_THAT(zh, HasSubstr("（国发〔2004〕28号）"));
  const std::string en = told(approval(), Language::en);
  EXPECT_THAT(en, HasSubstr("by outline 2.0009 ha, by the books 2.0000 ha"));
  EXPECT_THAT(en, HasSubstr("nothing is deducted"));
  EXPECT_THAT(tell_approval(approval(), ground("2024-12-31")).warnings, IsEmpty());
}

TEST(Approval, OfManyParcelsStaysOnOnePage) {
  ApprovalFile file = approval();
  for (int i = 0; i < 100; ++i)
    file.parcels.push_back({{file.row.approval_id, "M" + std::to_string(i), 1, "geometry"}, std::nullopt, Exact(1), day("2022-01-10")});
  const Story story = tell_approval(file, ground("2024-12-31"));
  const std::string told = print(story, Language::zh);
  EXPECT_THAT(told, HasSubstr("（另有 73 行从略，--json 全部列出）"));
  EXPECT_LE(std::count(told.begin(), told.end(), '\n'), 75);
  const auto many = std::find_if(story.sections.begin(), story.sections.end(), [](const Section& section) { return section.table.size() == 104; });
  EXPECT_NE(many, story.sections.end()) << "nothing is left out for a machine";
}

TEST(Approval, OfAnotherDayIsToldByTheBooksAlone) {
  Ground asked = ground("2025-06-30");
  asked.ledger_day = day("2024-12-31");
  const std::string told = print(tell_approval(approval(), asked), Language::zh);
  EXPECT_THAT(told, HasSubstr("结论：批而未供：按台账 1.5000 公顷"));
  EXPECT_THAT(told, HasSubstr("按图形的数只有台账自己的那一天才有"));
  EXPECT_THAT(told, Not(HasSubstr("不计）"))) << "Z2 is supplied by then";
}

TEST(Approval, SaysSoWhenTheLedgerDoesNotAddUp) {
  ApprovalFile file = approval();
  file.row.unsupplied_declared_m2 = 19999;
  EXPECT_THAT(told(file, Language::zh), HasSubstr("台账可能被改动过"));
}

TEST(Approval, NamesWhatIsMissing) {
  ApprovalFile file = approval();
  file.parcels[0].declared_area_m2.reset();
  file.row.supplied_declared_m2.reset();
  file.row.unsupplied_declared_m2.reset();
  file.row.over_supplied_m2.reset();
  file.row.supply_rate.reset();
  const std::string zh = told(file, Language::zh);
  EXPECT_THAT(zh, HasSubstr("按台账 未知"));
  EXPECT_THAT(zh, HasSubstr("缺少：关联宗地的供地面积"));
  EXPECT_THAT(zh, Not(HasSubstr("台账可能被改动过")));
}

TEST(Approval, OfTheFutureCountsNowhere) {
  ApprovalFile file = approval();
  file.row = {};
  file.row.approval_id = "清府土审〔2021〕5号";
  file.row.approved_on = day("2021-05-20");
  EXPECT_THAT(told(file, Language::zh, "2021-05-19"), HasSubstr("批准日期晚于审计基准日"));
}

}  // namespace
