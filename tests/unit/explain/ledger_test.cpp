// From a ledger on disk: finding the subject by its id, and telling it to a machine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "drawn.hpp"
#include "explain/explain.hpp"
#include "findings/failure.hpp"
#include "ledger/writer.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::explain;
using explain::testing::china;
using explain::testing::day;
using explain::testing::table;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> ids(const char* id) { return {id}; }

class OnDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    m_ledger = std::filesystem::temp_directory_path() / ("explain-" + std::to_string(::getpid()) + ".gpkg");
    ledger::Writer writer(m_ledger, true, {"zone", "EPSG", 4526, "PROJCS[\"zone\"]"}, day("2024-12-31"));
    ParcelFile parcel = explain::testing::parcel(
        {{"name", "一号厂房"}, {"contract_on", "2022-01-10"}, {"start_due", "2023-03-15"}, {"price", "2000/3"}}, "2024-12-31");
    ApprovalFile approval;
    approval.row.approval_id = "清府土审(18)〔2021〕5号";
    approval.row.approved_on = day("2021-05-20");
    approval.facts = table(facts::Layer::approvals, {{"approved_on", "2021-05-20"}});
    ledger::ParkRow park;
    park.park_id = parcel.row.parcel_id;  // a park that bears the id of a parcel
    write<ledger::ParcelRow>(writer, {parcel.row});
    write<ledger::ApprovalRow>(writer, {approval.row});
    write<ledger::ParkRow>(writer, {park});
    write<ledger::ParkBalanceRow>(writer, {});
    write<ledger::ParkIndicatorRow>(writer, {});
    write<ledger::ParkEvaluationRow>(writer, {});
    write<ledger::FirmRatingRow>(writer, {});
    write<ledger::FirmRatingPartRow>(writer, {});
    write<ledger::ParcelParkRow>(writer, {});
    write<ledger::ApprovalParcelRow>(writer, {});
    write<ledger::ParcelLimitRow>(writer, {});
    write<ledger::ParcelScreenRow>(writer, {});
    write<ledger::OverrideRow>(writer, {});
    write<ledger::UnsuppliedRow>(writer, {});
    ledger::FindingRow finding;
    finding.finding_id = "START_MISSING-1";
    finding.severity = "warning";
    finding.source = "供地.shp";
    finding.row = 12;
    finding.field = "实际开工";
    finding.message_zh = "没有动工日期。";
    finding.message_en = "No start day.";
    finding.fix_zh = "补录。";
    finding.fix_en = "Record it.";
    finding.blocks = "idle";
    write<ledger::FindingRow>(writer, {finding});
    write<ledger::RuleRow>(writer, {});
    write<ledger::RuleMissingRow>(writer, {{"规则", "rule", "文件", "第一条", "art. 1", "原因", "why", "办法", "by hand"}});
    std::vector<ledger::RuleDocumentRow> documents = {{china().own_text().name, "", china().own_text().text}};
    for (const rulebook::Document& document : china().documents()) documents.push_back({document.file, document.sha256, document.text});
    write(writer, documents);
    write<ledger::ReceiptRow>(
        writer, {{"program", "yongdi"}, {"as_of", "2024-12-31"}, {"rulebook", "china"}, {"area_basis", "plane"}, {"title", "示例审计"}});
    const std::vector<std::string> parcel_ids = {parcel.row.parcel_id}, approval_ids = {approval.row.approval_id};
    writer.write_facts(parcel.facts, parcel_ids);
    writer.write_facts(approval.facts, approval_ids);
    writer.finish();
  }
  void TearDown() override { std::filesystem::remove(m_ledger); }

  template <class Row>
  static void write(ledger::Writer& writer, const std::vector<Row>& rows) {
    writer.write(std::span<const Row>(rows));
  }

  std::filesystem::path m_ledger;
};

TEST_F(OnDisk, FindsAnApprovalHoweverItsNumberIsWritten) {
  for (const char* id : {"清府土审(18)〔2021〕5号", "清府土审（18）[2021] 5号"})
    EXPECT_THAT(tell(m_ledger, ids(id), Language::zh), HasSubstr("批次 清府土审(18)〔2021〕5号")) << id;
}

TEST_F(OnDisk, TellsEverythingOfThatId) {
  const std::string told = tell(m_ledger, ids("4418022017B00012"), Language::zh);
  EXPECT_THAT(told, HasSubstr("宗地 4418022017B00012  一号厂房"));
  EXPECT_THAT(told, HasSubstr("价款 666.6667 万元 × 20 % = 133.3333 万元"));
  EXPECT_THAT(told, HasSubstr("园区 4418022017B00012"));
  EXPECT_THAT(told, Not(HasSubstr("不一致")));  // the exact price of a third came back
}

TEST_F(OnDisk, TellsTheOneThatIsMeant) {
  const std::string park = tell(m_ledger, ids("4418022017B00012"), Language::zh, {{}, Kind::park});
  EXPECT_THAT(park, HasSubstr("园区 4418022017B00012"));
  EXPECT_THAT(park, Not(HasSubstr("宗地 4418022017B00012")));
  EXPECT_THROW(tell(m_ledger, ids("4418022017B00012"), Language::zh, {{}, Kind::approval}), findings::Failure);
}

TEST_F(OnDisk, TellsAFindingAndHowManyRulesAreNotEncoded) {
  const std::string told = tell(m_ledger, ids("START_MISSING-1"), Language::zh);
  EXPECT_THAT(told, HasSubstr("供地.shp 第 12 行“实际开工”"));
  EXPECT_THAT(told, HasSubstr("补录。"));
  EXPECT_THAT(told, HasSubstr("不能确定或受影响的：是否闲置"));
  EXPECT_THAT(told, Not(HasSubstr("idle")));
  EXPECT_THAT(tell(m_ledger, ids("4418022017B00012"), Language::zh), HasSubstr("另有 1 条规则本程序没有编入"));
}

TEST_F(OnDisk, TellsAnotherDayFromTheSameFacts) {
  const Question later{day("2025-06-30"), {}};
  EXPECT_THAT(tell(m_ledger, ids("4418022017B00012"), Language::zh, later), HasSubstr("超过动工开发日期满两年未动工"));
  try {
    tell(m_ledger, ids("4418022017B00012"), Language::zh, {day("2025-06-30"), Kind::park});
    FAIL() << "a park was told for another day";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::usage);
    EXPECT_THAT(failure.text().en, HasSubstr("audit --as-of 2025-06-30"));
  }
}

TEST_F(OnDisk, AnswersAnUnknownIdWithTheNearest) {
  try {
    tell(m_ledger, ids("4418022017B0001Z"), Language::zh);
    FAIL() << "an unknown id was told";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::usage);
    EXPECT_THAT(failure.text().zh, HasSubstr("最接近的编号：4418022017B00012"));
    EXPECT_THAT(failure.text().en, HasSubstr("The nearest: 4418022017B00012"));
  }
  EXPECT_THROW(tell_json(m_ledger, ids("")), findings::Failure);
}

TEST_F(OnDisk, NeedsALedger) {
  try {
    tell("/nowhere/ledger.gpkg", ids("Z1"), Language::zh);
    FAIL() << "a missing ledger was told";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::input);
  }
}

TEST_F(OnDisk, SpeaksJson) {
  const auto told = nlohmann::json::parse(tell_json(m_ledger, ids("4418022017B00012")));
  EXPECT_EQ(told["subject"], "parcel");
  EXPECT_EQ(told["id"], "4418022017B00012");
  EXPECT_EQ(told["facts"]["source"], "供地.shp");
  EXPECT_EQ(told["facts"]["row"], 12);
  EXPECT_EQ(told["facts"]["start_due"], "2023-03-15");
  EXPECT_THAT(told["verdict"].get<std::string>(), HasSubstr("疑似闲置土地"));
  EXPECT_TRUE(told["findings"].is_array());
  const bool cited = std::any_of(told["steps"].begin(), told["steps"].end(), [](const auto& step) {
    return step["document"] == "闲置土地处置办法" && step["article"] == "第十四条第一项" && !step["text"].template get<std::string>().empty();
  });
  EXPECT_TRUE(cited) << "the fee names its article";
  EXPECT_EQ(told["others_of_this_id"][0]["subject"], "park");
  EXPECT_EQ(told["derived"]["idle_class"], "IDLE_A1");
  EXPECT_EQ(told["derived"]["next_on"], "2025-03-16");
  EXPECT_EQ(nlohmann::json::parse(tell_json(m_ledger, std::vector<std::string>{"4418022017B00012", "清府土审(18)〔2021〕5号"})).size(), 2U);
}

}  // namespace
