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

const Fields kUntouched = {{"contract_on", "2022-01-10"}, {"start_due", "2023-03-15"}, {"price", "1200"}};

Fields with(Fields fields, const Fields& more) {
  fields.insert(fields.end(), more.begin(), more.end());
  return fields;
}
const Fields kStopped = with({{"contract_on", "2022-01-10"}, {"start_due", "2022-06-01"}},
                             {{"permit_on", "2022-05-20"}, {"started_on", "2022-06-01"}, {"stopped_on", "2023-06-01"}});

std::string zh(const ParcelFile& file, std::string_view as_of) { return print(tell_parcel(file, ground(as_of)), Language::zh); }
std::string en(const ParcelFile& file, std::string_view as_of) { return print(tell_parcel(file, ground(as_of)), Language::en); }

struct Told {
  const char* what;
  Fields fields;
  const char* as_of;
  std::vector<const char*> zh, en;
};

TEST(Parcel, IsToldInEveryClass) {
  const Told rows[] = {
      {"before the start day",
       kUntouched,
       "2023-03-15",
       {"结论：不属于闲置土地：正常，已供应、未动工", "未过动工开发日期 2023-03-15", "2023-03-16 起转为：已过动工开发日期、未满一年，尚未动工",
        "在 2024-03-15（含当日）以前依法动工的，不构成闲置"},
       {"Verdict: Not idle land: in order, supplied, not started", "from 2023-03-16 on: not started, less than one year past the start day",
        "Work lawfully started by 2024-03-15"}},
      {"on the anniversary: not yet full",
       kUntouched,
       "2024-03-15",
       {"已过动工开发日期、未满一年，尚未动工（尚不构成闲置）", "超过动工开发日期未满一年，到 2024-03-16 才满",
        "2023-03-15 满一年为 2024-03-15，次日 2024-03-16 起为已满一年；审计基准日 2024-03-15 未满",
        "2024-03-16 起转为：超过动工开发日期满一年、不满两年未动工"},
       {"ends with 2024-03-15, so it is full from 2024-03-16 on; on the as-of day, 2024-03-15, it is not full"}},
      {"the day after: idle",
       kUntouched,
       "2024-03-16",
       {"结论：疑似闲置土地：超过动工开发日期满一年、不满两年未动工，自 2024-03-16 起，至 2024-03-16 为 0 日；处置途径：征缴土地闲置费",
        "  供地.shp 第 12 行\n", "约定动工日期  2023-03-15", "（依据：《闲置土地处置办法》第二条第一款）",
        "《闲置土地处置办法》（国土资源部令第53号），国土资源部", "次日 2025-03-16 起为已满两年", "价款 1200 万元 × 20 % = 240 万元",
        "第十四条第一项", "协商处置：没有可以计入的政府原因或不可抗力", "到 2025-03-16 才满", "所以只称“疑似”", "依法动工以后，闲置状态结束"},
       {"Verdict: Suspected idle land: ", "contract price 1200 ×10⁴ yuan × 20 % = 240 ×10⁴ yuan",
        "Measures on the Disposal of Idle Land, art. 14 item 1"}},
      {"two full years: recovery",
       kUntouched,
       "2025-03-16",
       {"超过动工开发日期满两年未动工", "只征缴土地闲置费：未动工已满两年，不再适用", "报经批准后无偿收回", "第十四条第二项"},
       {"recover without compensation"}},
      {"delivery fixes the start day",
       {{"contract_on", "2022-01-10"}, {"delivered_on", "2022-05-10"}},
       "2024-05-11",
       {"没有约定，以实际交付土地之日 2022-05-10 起一年为准，即 2023-05-10", "第二十二条第二款", "没有价款记录，金额未知"},
       {"the land was delivered on 2022-05-10, and one year after that is 2023-05-10"}},
      {"an extension restarts the clock",
       with(kUntouched, {{"extension_signed_on", "2024-04-01"}, {"extension_start_due", "2025-03-01"}}),
       "2025-12-31",
       {"2025-03-01，由 2024-04-01 签订的延期协议约定", "原约定的 2023-03-15 不再采用", "尚不构成闲置"},
       {"the clock runs anew"}},
      {"an extension to before its signing is unworkable",
       with(kUntouched, {{"extension_signed_on", "2024-04-01"}, {"extension_start_due", "2023-09-30"}}),
       "2024-12-31",
       {"早于签订日期 2024-04-01，无法履行，不予采用", "合同（划拨决定书）约定 2023-03-15"},
       {"it cannot be performed and is not applied"}},
      {"a late start",
       with(kUntouched, {{"permit_on", "2024-01-15"}, {"started_on", "2024-02-01"}}),
       "2025-01-01",
       {"不属于闲置土地：逾期动工，迟延未满一年（不构成闲置），在建", "以较晚者 2024-02-01 为动工之日", "2024-02-01 动工时未满"},
       {"started late"}},
      {"a start after a full year",
       with(kUntouched, {{"permit_on", "2024-01-15"}, {"started_on", "2024-09-01"}}),
       "2025-01-01",
       {"曾超过动工开发日期满一年未动工，现已动工", "2024-09-01 动工时已满"},
       {"no longer idle"}},
      {"works before the permit",
       with(kUntouched, {{"permit_on", "2024-09-01"}, {"started_on", "2023-03-01"}}),
       "2024-06-30",
       {"施工许可证 2024-09-01 才取得，晚于审计基准日", "疑似闲置土地"},
       {"work without a permit is no start"}},
      {"a foundation short of a third",
       with(kUntouched, {{"permit_on", "2023-02-01"}, {"started_on", "2023-03-01"}, {"foundation", "other"}, {"foundation_done", "0.3333"}}),
       "2024-06-30",
       {"其他基础完成 33.33 %，未达到须完成的份额 1/3", "不构成动工开发", "第三十条"},
       {"short of the share needed, 1/3"}},
      {"stopped, exactly on both lines",
       with(kStopped, {{"area_to_develop", "30000"}, {"area_developed", "10000"}, {"investment_total", "10000"}, {"investment_made", "2500"}}),
       "2025-01-01",
       {"界限为其 1/3，即 10000 m²：恰为界限，不算低于", "界限为其 25 %，即 2500 万元：恰为界限，不算低于", "不因中止而构成闲置"},
       {"Neither is below its line", "exactly on the line, which is not below"}},
      {"stopped, one limb below",
       with(kStopped, {{"area_to_develop", "30000"}, {"area_developed", "9999.99"}, {"investment_total", "10000"}, {"investment_made", "2600"}}),
       "2025-01-01",
       {"9999.99 m²，总数 30000 m²，界限为其 1/3，即 10000 m²：低于界限", "恢复施工后已动工开发面积达到 10000 m² 的",
        "2023-06-01 满一年为 2024-06-01，次日 2024-06-02 起", "中止开发建设满一年", "与使用权人协商处置，不征缴土地闲置费"},
       {"may be determined idle", "settle by agreement with the holder"}},
      {"stopped, nothing known",
       kStopped,
       "2025-01-01",
       {"面积和投资资料不足，是否闲置不能确定", "已动工开发面积低于应动工开发面积的 1/3，或者已投资额低于总投资额的 25 % 的，即可认定为闲置",
        "缺少：应动工开发面积、已动工开发面积、总投资额（不含地价税费）、已投资额（不含地价税费）"},
       {"Missing: "}},
      {"neither day",
       {{"contract_on", "2022-01-10"}},
       "2024-05-11",
       {"结论：应当动工的日期没有依据，是否闲置不能确定", "既没有约定，也没有实际交付日期", "补录约定动工日期，或者实际交地日期，即可判断"},
       {"nothing says when work had to start"}},
      {"contradicting days",
       with(kUntouched, {{"permit_on", "2023-02-01"}, {"started_on", "2023-03-01"}, {"finished_on", "2022-03-01"}}),
       "2024-06-30",
       {"竣工日期 2022-03-01 早于动工日期 2023-03-01，日期互相矛盾", "日期互相矛盾，是否闲置不能确定", "核实各个日期并更正"},
       {"the days contradict each other"}},
      {"a contract of the future", kUntouched, "2021-12-31", {"结论：审计基准日尚未供应，不作判断"}, {"Not supplied by the as-of day"}},
      {"before any law", kUntouched, "2012-06-30", {"审计基准日尚未供应"}, {}},
      {"completed",
       with(kUntouched, {{"permit_on", "2023-02-01"}, {"started_on", "2023-03-01"}, {"finished_on", "2024-06-01"}}),
       "2024-12-31",
       {"不属于闲置土地：正常，已竣工", "不晚于动工开发日期 2023-03-15"},
       {"completed"}},
      {"a verified cause, over before the day",
       with(kUntouched, {{"cause", "G1"}, {"cause_from", "2023-04-01"}, {"cause_to", "2023-04-30"}, {"cause_verified", "yes"}}),
       "2024-12-31",
       {"未按约定交付土地", "已经结束", "其中经核实的原因占 30 日，扣除后为 627 日", "由主管部门复核"},
       {"had ended by the as-of day", "leaves 627"}},
      {"a cause that runs on",
       with(kUntouched, {{"cause", "G4"}, {"cause_from", "2023-04-01"}, {"cause_verified", "yes"}}),
       "2024-12-31",
       {"基准日时仍在持续", "与使用权人协商处置"},
       {"is running on the as-of day"}},
      {"a cause nobody verified",
       with(kUntouched, {{"cause", "FM"}, {"cause_from", "2023-04-01"}}),
       "2024-12-31",
       {"“自然灾害等不可抗力”没有核实，既不免责，也不扣除天数", "由主管部门复核", "所主张的原因经核实后"},
       {"is not verified"}},
  };
  for (const Told& row : rows) {
    const ParcelFile file = parcel(row.fields, row.as_of);
    const std::string chinese = zh(file, row.as_of), english = en(file, row.as_of);
    for (const char* words : row.zh) EXPECT_THAT(chinese, HasSubstr(words)) << row.what;
    for (const char* words : row.en) EXPECT_THAT(english, HasSubstr(words)) << row.what;
    EXPECT_THAT(chinese, Not(HasSubstr("_"))) << row.what << ": a name of the program";
    EXPECT_THAT(english, Not(HasSubstr("_"))) << row.what << ": a name of the program";
    EXPECT_THAT(tell_parcel(file, ground(row.as_of)).warnings, IsEmpty()) << row.what << ": the row says what its facts lead to";
  }
}

TEST(Parcel, NamesFileRowColumnAndUnitOfEveryFact) {
  ParcelFile file = parcel(with(kUntouched, {{"area", "20000"}}), "2024-12-31");
  file.facts.sources.emplace_back("合同.xlsx");
  const auto field = [](std::string_view name) { return yongdi::facts::find_field(yongdi::facts::Layer::parcels, name); };
  file.facts.origins = {{field("area"), 0, "面积(亩)", "mu"}, {field("price"), 1, "价款", "wan_yuan"}, {field("contract_on"), 0, "签订日", ""}};
  file.facts.rows[0].partners = {{1, 77}};
  file.facts.rows[0].filled_by.resize(file.facts.columns.size());
  for (std::size_t i = 0; i < file.facts.columns.size(); ++i) file.facts.rows[0].filled_by[i] = file.facts.columns[i] == field("price") ? 1 : 0;
  const std::string told = zh(file, "2024-12-31");
  EXPECT_THAT(told, HasSubstr("  供地.shp 第 12 行\n    供地面积      20000 m²    “面积(亩)”，按亩读取\n"));
  EXPECT_THAT(told, HasSubstr("  合同.xlsx 第 77 行\n    成交价款      1200 万元   “价款”\n"));
  EXPECT_THAT(en(file, "2024-12-31"), HasSubstr("\"面积(亩)\", read in mu\n"));
}

TEST(Parcel, OfAnotherDayIsJudgedByTheLawOfThatDay) {
  const ParcelFile file = parcel(kUntouched, "2024-12-31");
  Ground later = ground("2025-06-30");
  later.ledger_day = day("2024-12-31");
  const std::string told = print(tell_parcel(file, later), Language::zh);
  EXPECT_THAT(told, HasSubstr("所问之日"));
  EXPECT_THAT(told, HasSubstr("2025-06-30（台账的审计基准日为 2024-12-31）"));
  EXPECT_THAT(told, HasSubstr("台账的结论  疑似闲置土地：超过动工开发日期满一年、不满两年未动工"));
  EXPECT_THAT(told, HasSubstr("结论：疑似闲置土地：超过动工开发日期满两年未动工"));
  EXPECT_THAT(told, HasSubstr("所问之日 2025-06-30 已满"));
  EXPECT_THAT(told, Not(HasSubstr("建设强度"))) << "the overlay is of the ledger's day";
  EXPECT_THAT(told, Not(HasSubstr("不一致")));
  Ground before_law = ground("2012-06-30");
  before_law.ledger_day = day("2024-12-31");
  Fields early = kUntouched;
  early[0].second = "2010-01-10";
  early[1].second = "2010-06-01";
  EXPECT_THAT(print(tell_parcel(parcel(early, "2024-12-31"), before_law), Language::zh), HasSubstr("所问之日没有所需的现行规则"));
}

TEST(Parcel, FitsOnOnePage) {
  constexpr long kLines = 75;  // A4 at nine points
  for (const char* as_of : {"2023-03-15", "2024-03-16", "2025-03-16"}) {
    const std::string told =
        zh(parcel(with(kUntouched, {{"cause", "FM"}, {"cause_from", "2023-04-01"}, {"delivered_on", "2022-02-01"}}), as_of), as_of);
    EXPECT_LE(std::count(told.begin(), told.end(), '\n'), kLines) << told;
  }
}

TEST(Parcel, IsSuspectedUntilDetermined) {
  const Fields determined = with(kUntouched, {{"determination_doc", "清自然资闲认〔2024〕3号"}, {"determination_on", "2024-08-01"}});
  EXPECT_THAT(zh(parcel(determined, "2024-07-31"), "2024-07-31"), HasSubstr("结论：疑似闲置土地"));
  EXPECT_THAT(zh(parcel(determined, "2024-08-01"), "2024-08-01"),
              HasSubstr("结论：已认定的闲置土地（《闲置土地认定书》清自然资闲认〔2024〕3号，2024-08-01）"));
}

TEST(Parcel, SaysSoWhenTheLedgerDoesNotSayWhatItsFactsLeadTo) {
  ParcelFile file = parcel(kUntouched, "2024-12-31");
  file.row.idle_class = "OVERDUE_START";
  file.row.fee_wan_yuan = 1.0;
  const std::string told = zh(file, "2024-12-31");
  EXPECT_THAT(told, HasSubstr("不一致：闲置分类、处置途径和闲置费"));
  EXPECT_THAT(told, HasSubstr("结论：疑似闲置土地"));
  EXPECT_THAT(en(file, "2024-12-31"), HasSubstr("The ledger does not say what its own facts and rules lead to: class, disposal and fee"));
}

TEST(Parcel, SaysWhichRuleIsNotInForce) {
  Fields early = kUntouched;
  early[0].second = "2010-01-10";
  early[1].second = "2010-06-01";
  const std::string told = zh(parcel(early, "2012-06-30"), "2012-06-30");
  EXPECT_THAT(told, HasSubstr("审计基准日没有所需的现行规则"));
  EXPECT_THAT(told, HasSubstr("《闲置土地处置办法》（国土资源部令第53号）自 2012-07-01 起施行"));
}

TEST(Parcel, ShowsRatiosWithNumeratorDenominatorAndLimit) {
  ParcelFile file = parcel(with(kUntouched, {{"yard_area", "1000"}}), "2024-12-31");
  file.row.declared_area_m2 = 20000;
  file.row.area_basis = "declared";
  file.row.floor_area_m2 = 24000;
  file.row.floor_basis = "measured";
  file.row.footprint_m2 = 8000;
  file.row.plot_ratio = 1.2;
  file.row.plot_ratio_min_required = 1.2;
  file.row.plot_ratio_min_declared = 1.2;
  file.row.plot_ratio_ok = "yes";
  file.row.building_density = 0.4;
  file.row.building_coefficient = 0.45;
  file.row.building_coefficient_ok = "n/a";
  file.row.fixed_investment_wan_yuan = 5000;
  file.row.investment_intensity_wan_per_ha = 2500;
  file.row.investment_min_required_wan_per_ha = 3000;
  file.row.investment_min_declared_wan_per_ha = 3000;
  file.row.investment_ok = "no";
  file.approvals = {{"清府土审〔2021〕5号", file.row.parcel_id, 19000, "both"}};
  const std::string told = zh(file, "2024-12-31");
  EXPECT_THAT(told, HasSubstr("24000 m²（按建筑图层，层数 × 基底） ÷ 宗地面积 20000 m²（登记） = 1.2；约定不低于 1.2：符合"));
  EXPECT_THAT(told, HasSubstr("自然资发〔2023〕72号"));
  EXPECT_THAT(told, HasSubstr("8000 m² + 露天堆场、操作场 1000 m²） ÷ 宗地面积 20000 m²（登记） = 0.45"));
  EXPECT_THAT(told, HasSubstr("5000 万元 ÷ 2 公顷 = 2500 万元/公顷；合同约定不低于 3000 万元/公顷：不符合"));
  EXPECT_THAT(told, HasSubstr("清府土审〔2021〕5号：压盖 19000 m²"));
  file.row.floor_area_m2.reset();
  file.row.plot_ratio.reset();
  file.row.plot_ratio_ok = "unknown";
  file.row.missing = "floor_area,fixed_investment";
  const std::string open = zh(file, "2024-12-31");
  EXPECT_THAT(open, HasSubstr("= 未知；约定不低于 1.2：是否符合未知"));
  EXPECT_THAT(open, HasSubstr("缺少资料：总建筑面积、固定资产投资（含地价）"));
}

}  // namespace
