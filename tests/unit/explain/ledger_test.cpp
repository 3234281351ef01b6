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
    write<ledger::ParcelParkRow>(writer, {});
    write<ledger::ApprovalParcelRow>(writer, {});
    write<ledger::UnsuppliedRow>(writer, {});
    write<ledger::FindingRow>(writer, {});
    write<ledger::RuleRow>(writer, {});
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
    EXPECT_THAT(tell(m_ledger, id, Language::zh), HasSubstr("批次 清府土审(18)〔2021〕5号")) << id;
}

TEST_F(OnDisk, TellsEverythingOfThatId) {
  const std::string told = tell(m_ledger, "4418022017B00012", Language::zh);
  EXPECT_THAT(told, HasSubstr("宗地 4418022017B00012  一号厂房"));
  EXPECT_THAT(told, HasSubstr("价款 666.6667 万元 × 20 % = 133.3333 万元"));
  EXPECT_THAT(told, HasSubstr("园区 4418022017B00012"));
  EXPECT_THAT(told, Not(HasSubstr("不一致")));  // the exact price of a third came back
}

TEST_F(OnDisk, AnswersAnUnknownIdWithTheNearest) {
  try {
    tell(m_ledger, "4418022017B0001Z", Language::zh);
    FAIL() << "an unknown id was told";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::usage);
    EXPECT_THAT(failure.text().zh, HasSubstr("最接近的编号：4418022017B00012"));
    EXPECT_THAT(failure.text().en, HasSubstr("The nearest: 4418022017B00012"));
  }
  EXPECT_THROW(tell_json(m_ledger, ""), findings::Failure);
}

TEST_F(OnDisk, NeedsALedger) {
  try {
    tell("/nowhere/ledger.gpkg", "Z1", Language::zh);
    FAIL() << "a missing ledger was told";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::input);
  }
}

TEST_F(OnDisk, SpeaksJson) {
  const auto told = nlohmann::json::parse(tell_json(m_ledger, "4418022017B00012"));
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
}

}  // namespace
