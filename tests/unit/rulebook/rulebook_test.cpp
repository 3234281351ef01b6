#include "rulebook/rulebook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "findings/failure.hpp"

namespace {

using namespace yongdi::rulebook;
using testing::HasSubstr;
using yongdi::findings::Exit;
using yongdi::findings::Failure;
using yongdi::measures::Day;
using yongdi::measures::Exact;

const std::filesystem::path kRules = std::filesystem::path(YONGDI_DATA_DIR) / "rules";

Day day(std::string_view text) { return Day::parse_iso(text).value(); }

std::string document(std::string_view number, std::string_view level, std::string_view in_force, std::string_view parameters) {
  return "title = { zh = \"甲\", en = \"A\" }\nnumber = \"" + std::string(number) + "\"\nissuer = \"乙\"\nlevel = \"" + std::string(level) +
         "\"\nin_force = " + std::string(in_force) + "\n" + std::string(parameters);
}

std::string parameter(std::string_view name, std::string_view value, std::string_view more = "") {
  return "[[parameter]]\nname = \"" + std::string(name) + "\"\nvalue = " + std::string(value) +
         "\nunit = \"share\"\narticle = \"第一条\"\nzh = \"说明\"\nen = \"statement\"\nstatus = \"read\"\n" + std::string(more);
}

Rulebook book(const std::vector<std::string>& documents, std::string_view more = "") {
  std::string text = "title = { zh = \"试\", en = \"test\" }\ndocuments = [";
  std::vector<Rulebook::NamedText> texts;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    texts.push_back({"d" + std::to_string(i) + ".toml", documents[i]});
    text += "\"" + texts.back().name + "\", ";
  }
  return Rulebook::from_texts({"test.rulebook.toml", text + "]\n" + std::string(more)}, texts);
}

void expect_refused(const std::vector<std::string>& documents, std::initializer_list<std::string> words, std::string_view more = "") {
  try {
    book(documents, more);
    ADD_FAILURE() << "not refused: " << *words.begin();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::usage);
    for (const auto& word : words) EXPECT_THAT(failure.text().en, HasSubstr(word));
    EXPECT_FALSE(failure.text().zh.empty());
  }
}

TEST(Shipped, ChinaServesFromTheDayOrder53TookEffect) {
  const Rulebook china = Rulebook::load(kRules, "china");
  EXPECT_EQ(china.name(), "china");
  const InForce fee = china.find("idle.fee_rate", day("2024-12-31"));
  ASSERT_NE(fee.parameter, nullptr);
  EXPECT_EQ(fee.parameter->value, Exact::ratio(1, 5));
  EXPECT_EQ(fee.document->number, "国土资源部令第53号");
  EXPECT_THAT(fee.parameter->article, HasSubstr("第十四条"));
  EXPECT_NE(china.find("idle.fee_rate", day("2012-07-01")).parameter, nullptr);
  const InForce before = china.find("idle.fee_rate", day("2012-06-30"));
  EXPECT_EQ(before.parameter, nullptr);
  ASSERT_EQ(before.rejected.size(), 1U);
  EXPECT_EQ(before.rejected[0].why, InForce::Rejected::Why::not_yet);
  EXPECT_EQ(china.find("idle.developed_share", day("2024-12-31")).parameter->value, Exact::ratio(1, 3));
  EXPECT_TRUE(china.find("year_complete_on_anniversary", day("2024-12-31")).parameter->value.is_zero());
  EXPECT_EQ(china.find("supply.lapse_years", day("2024-12-31")).parameter->value, Exact(2));
  EXPECT_TRUE(china.anchors_out_of_force(day("1999-01-01")).empty());
}

TEST(Shipped, QingyuanIsAnchoredUntilItsLastDay) {
  const Rulebook qingyuan = Rulebook::load(kRules, "qingyuan");
  struct Row {
    const char* on;
    bool anchored;
  };
  for (const Row& row : {Row{"2021-09-29", false}, Row{"2021-09-30", true}, Row{"2025-12-30", true}, Row{"2025-12-31", false}}) {
    const auto out = qingyuan.anchors_out_of_force(day(row.on));
    EXPECT_EQ(out.empty(), row.anchored) << row.on;
    for (const Document* anchor : out) EXPECT_EQ(anchor->number, "清府〔2021〕26号");
    EXPECT_EQ(qingyuan.find("research.spending_share_min_national_zone", day(row.on)).parameter != nullptr, row.anchored) << row.on;
  }
}

TEST(Shipped, SuccessiveEditionsTakeTurns) {
  const Rulebook china = Rulebook::load(kRules, "china");
  EXPECT_EQ(china.find("intensity.double_storey_above_m", day("2023-05-10")).document->version, "2008");
  EXPECT_EQ(china.find("intensity.double_storey_above_m", day("2023-05-11")).document->version, "2023");
}

TEST(Shipped, ReadsBackFromItsTexts) {
  const Rulebook china = Rulebook::load(kRules, "china");
  std::vector<Rulebook::NamedText> texts;
  for (const Document& document : china.documents()) texts.push_back({document.file, document.text});
  const Rulebook again = Rulebook::from_texts(china.own_text(), texts);
  EXPECT_EQ(again.name(), "china");
  const auto left = china.in_force(day("2024-12-31"));
  const auto right = again.in_force(day("2024-12-31"));
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i].parameter->name, right[i].parameter->name);
    EXPECT_EQ(left[i].parameter->value, right[i].parameter->value);
    EXPECT_EQ(left[i].document->sha256, right[i].document->sha256);
  }
}

TEST(Level, ALowerOneFillsAndTightensButNeverLoosens) {
  const std::string national = document("国1", "national", "{ from = 2020-01-01 }", parameter("a", "\"0.20\"") + parameter("b", "\"0.20\""));
  const std::string city =
      document("市1", "municipal", "{ from = 2020-01-01 }",
               parameter("a", "\"0.30\"", "tightens = \"up\"\n") + parameter("b", "\"0.10\"", "tightens = \"up\"\n") + parameter("c", "\"0.50\""));
  const Rulebook rules = book({national, city});
  const auto holder = [&](std::string_view name) { return rules.find(name, day("2024-01-01")).document->number; };
  EXPECT_EQ(holder("a"), "市1") << "stricter, and it says so";
  EXPECT_EQ(holder("b"), "国1") << "a lower level cannot loosen";
  EXPECT_EQ(holder("c"), "市1") << "a gap is filled";
  const auto asked = rules.find("a", day("2024-01-01"));
  ASSERT_EQ(asked.rejected.size(), 1U);
  EXPECT_EQ(asked.rejected[0].why, InForce::Rejected::Why::other_level_holds);
}

TEST(Level, ASilentLowerOneDoesNotOverrule) {
  const Rulebook rules = book({document("国1", "national", "{ from = 2020-01-01, to = 2022-12-31 }", parameter("a", "1")),
                               document("市1", "municipal", "{ from = 2020-01-01 }", parameter("a", "2"))});
  EXPECT_EQ(rules.find("a", day("2022-12-31")).document->number, "国1");
  EXPECT_EQ(rules.find("a", day("2023-01-01")).document->number, "市1");
}

TEST(Refused, NamesFileLineAndMend) {
  const std::string good = document("国1", "national", "{ from = 2020-01-01 }", parameter("a", "1"));
  const std::string at_once = document("国2", "national", "{ from = 2022-01-01 }", parameter("a", "1"));
  const std::string no_article = "[[parameter]]\nname = \"a\"\nvalue = 1\nunit = \"share\"\nzh = \"说\"\nen = \"s\"\nstatus = \"read\"\n";
  const auto bad = [](std::string_view more) { return document("国1", "national", "{ from = 2020-01-01 }", more); };
  expect_refused({good, at_once}, {"d1.toml, line 6", "\"a\"", "国1", "国2", "last day"});
  expect_refused({bad(no_article)}, {"d0.toml, line 6", "\"article\" is missing"});
  expect_refused({bad(parameter("a", "0.2"))}, {"d0.toml, line 8", "quotation marks"});
  expect_refused({bad(parameter("a", "\"1/0\""))}, {"d0.toml, line 8"});
  expect_refused({bad(parameter("a", "1", "artcle = \"x\"\n"))}, {"d0.toml, line 14", "Did you mean \"article\"?"});
  expect_refused({bad(parameter("a", "1") + parameter("a", "2"))}, {"d0.toml, line 14", "already given in line 6"});
  expect_refused({document("国1", "nationl", "{ from = 2020-01-01 }", "")}, {"d0.toml, line 4", "Did you mean \"national\"?"});
  expect_refused({document("国1", "national", "{ from = 2020-01-02, to = 2020-01-01 }", "")}, {"d0.toml, line 5", "before the first"});
  expect_refused({document("国1", "national", "{ from = \"2020-01-01\" }", "")}, {"d0.toml, line 5", "must be a day"});
  expect_refused({document("国1", "national", "{ to = 2020-01-01 }", "")}, {"d0.toml, line 5", "\"from\" is missing"});
  expect_refused({good + "value = \n"}, {"d0.toml, line 14", "not valid TOML"});
  expect_refused({document("市1", "municipal", "{ from = 2020-01-01 }", ""), good}, {"test.rulebook.toml, line 2", "higher levels first"});
  expect_refused({good}, {"test.rulebook.toml, line 3", "Did you mean \"国1\"?"}, "anchors = [\"国2\"]\n");
}

TEST(Refused, AYearIsWhole) {
  std::string text = document("国1", "national", "{ from = 2020-01-01 }", parameter("a", "\"1.5\""));
  text.replace(text.find("\"share\""), 7, "\"year\"");
  expect_refused({text}, {"d0.toml, line 8", "whole number"});
}

TEST(Load, NamesTheNearestRulebook) {
  try {
    Rulebook::load(kRules, "chian");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), Exit::usage);
    EXPECT_THAT(failure.text().en, HasSubstr("Did you mean \"china\"?"));
  }
}

TEST(Load, AFolderOfItsOwnMayUseShippedDocuments) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "yongdi-own-rules";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "rulebook.toml") << "title = { zh = \"本园\", en = \"own\" }\ndocuments = [\"gtzyb-order-53.toml\", \"own.toml\"]\n";
  std::ofstream(folder / "own.toml") << document("园1", "park", "{ from = 2024-01-01 }", parameter("own.share", "\"0.6\""));
  const Rulebook rules = Rulebook::load(kRules, folder.string());
  EXPECT_EQ(rules.name(), "yongdi-own-rules");
  EXPECT_NE(rules.find("idle.fee_rate", day("2024-06-01")).parameter, nullptr);
  EXPECT_NE(rules.find("own.share", day("2024-06-01")).parameter, nullptr);
  std::filesystem::remove_all(folder);
}

}  // namespace
