#include "rulebook/rulebook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "findings/failure.hpp"
#include "rulebook/article.hpp"

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

std::string parameter(std::string_view name, std::string_view value, std::string_view unit, std::string_view more = "") {
  return "[[parameter]]\nname = \"" + std::string(name) + "\"\nvalue = " + std::string(value) + "\nunit = \"" + std::string(unit) +
         "\"\narticle = \"第一条\"\nzh = \"说明\"\nen = \"statement\"\nstatus = \"read\"\n" + std::string(more);
}
// Two parameters that rules read: one whose figure no lower level may move, one of which the smaller figure is the stricter.
std::string fee(std::string_view value) { return parameter("idle.fee_rate", value, "share"); }
std::string extension(std::string_view years) { return parameter("idle.extension_max_years", years, "year"); }

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
  EXPECT_EQ(fee.parameter->article.zh, "第十四条第一项");
  EXPECT_EQ(fee.parameter->article.en, "art. 14 item 1");
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
  using Why = InForce::Rejected::Why;
  const std::string from = "{ from = 2020-01-01 }";
  struct Row {
    const char* what;
    std::string national, city, parameter, holder;
    std::optional<Why> other;
  };
  const Row rows[] = {
      {"a gap is filled", "", fee("\"0.20\""), "idle.fee_rate", "市1", {}},
      {"stricter, where there is a stricter side", extension("1"), extension("0"), "idle.extension_max_years", "市1", Why::tightened},
      {"looser", extension("1"), extension("2"), "idle.extension_max_years", "国1", Why::would_loosen},
      {"the same", extension("1"), extension("1"), "idle.extension_max_years", "国1", Why::same},
      {"a figure that is fixed is moved neither up", fee("\"0.20\""), fee("\"0.30\""), "idle.fee_rate", "国1", Why::would_loosen},
      {"nor down", fee("\"0.20\""), fee("\"0.10\""), "idle.fee_rate", "国1", Why::would_loosen},
  };
  for (const Row& row : rows) {
    const Rulebook rules = book({document("国1", "national", from, row.national), document("市1", "municipal", from, row.city)});
    const InForce answer = rules.find(row.parameter, day("2024-01-01"));
    ASSERT_NE(answer.document, nullptr) << row.what;
    EXPECT_EQ(answer.document->number, row.holder) << row.what;
    ASSERT_EQ(answer.rejected.size(), row.other ? 1U : 0U) << row.what;
    if (!row.other) continue;
    EXPECT_EQ(answer.rejected[0].why, *row.other) << row.what;
    EXPECT_FALSE(reason(answer, answer.rejected[0]).zh.empty());
    EXPECT_THAT(reason(answer, answer.rejected[0]).en, HasSubstr(row.holder)) << row.what;
  }
}

TEST(Version, IsTheOneInForceOnTheDayAndNoOther) {
  const Rulebook rules = book({document("国1", "national", "{ from = 2012-07-01, to = 2019-12-31 }", extension("2")),
                               document("国2", "national", "{ from = 2020-02-29 }", extension("1"))});
  struct Row {
    const char *day, *holder;
    std::vector<std::string> reasons;  // of the others, in the order of the rulebook
  };
  const Row rows[] = {
      {"2012-06-30", nullptr, {"begins on 2012-07-01", "begins on 2020-02-29"}},   {"2012-07-01", "国1", {"begins on 2020-02-29"}},
      {"2019-12-31", "国1", {"begins on 2020-02-29"}},                             {"2020-01-01", nullptr, {"last day was 2019-12-31", "begins on 2020-02-29"}},
      {"2020-02-28", nullptr, {"last day was 2019-12-31", "begins on 2020-02-29"}}, {"2020-02-29", "国2", {"last day was 2019-12-31"}},
      {"2099-12-31", "国2", {"last day was 2019-12-31"}},
  };
  for (const Row& row : rows) {
    const InForce answer = rules.find("idle.extension_max_years", day(row.day));
    if (row.holder == nullptr)
      EXPECT_EQ(answer.document, nullptr) << row.day;
    else
      EXPECT_EQ(answer.document->number, row.holder) << row.day;
    ASSERT_EQ(answer.rejected.size(), row.reasons.size()) << row.day;
    for (std::size_t i = 0; i < row.reasons.size(); ++i) EXPECT_THAT(reason(answer, answer.rejected[i]).en, HasSubstr(row.reasons[i])) << row.day;
  }
}

TEST(Level, ALowerOneServesOnlyWhenNoHigherOneIsInForce) {
  const Rulebook rules = book({document("国1", "national", "{ from = 2020-01-01, to = 2022-12-31 }", fee("\"0.20\"")),
                               document("市1", "municipal", "{ from = 2020-01-01 }", fee("\"0.10\""))});
  EXPECT_EQ(rules.find("idle.fee_rate", day("2022-12-31")).document->number, "国1");
  EXPECT_EQ(rules.find("idle.fee_rate", day("2023-01-01")).document->number, "市1");
}

TEST(Anchor, OfSeveralVersionsTheNearestIsNamed) {
  const auto version = [](std::string_view name, std::string_view in_force) {
    return document("市1", "municipal", in_force, "") + "version = \"" + std::string(name) + "\"\n";
  };
  const Rulebook rules = book({version("旧", "{ from = 2015-01-01, to = 2019-12-31 }"), version("新", "{ from = 2021-01-01, to = 2025-12-30 }")},
                              "anchors = [\"市1\"]\n");
  const auto named = [&](std::string_view on) {
    const auto out = rules.anchors_out_of_force(day(on));
    return out.empty() ? std::string() : out.front()->version;
  };
  EXPECT_EQ(named("2014-12-31"), "旧");
  EXPECT_EQ(named("2015-01-01"), "");
  EXPECT_EQ(named("2020-06-01"), "旧");
  EXPECT_EQ(named("2025-12-30"), "");
  EXPECT_EQ(named("2025-12-31"), "新");
}

TEST(Refused, NamesFileLineAndMend) {
  const std::string from = "{ from = 2020-01-01 }";
  const auto nation = [&](std::string_view more, std::string_view number = "国1") { return document(number, "national", from, more); };
  const std::string good = nation(fee("\"0.20\""));
  const auto without = [](std::string_view key) {  // a parameter that lacks one of its keys
    std::string text = fee("\"0.20\"");
    const auto begin = text.find("\n" + std::string(key)) + 1;
    return text.erase(begin, text.find('\n', begin) + 1 - begin);
  };
  struct Row {
    std::vector<std::string> documents;
    std::initializer_list<std::string> words;
    const char* more = "";
  };
  const Row rows[] = {
      // one file
      {{nation(without("article"))}, {"d0.toml, line 6", "\"article\" is missing", "its article cannot be used"}},
      {{nation(without("zh"))}, {"d0.toml, line 6", "\"zh\" is missing"}},
      {{nation(without("en"))}, {"d0.toml, line 6", "\"en\" is missing"}},
      {{nation(without("unit"))}, {"d0.toml, line 6", "\"unit\" is missing"}},
      {{nation(without("status"))}, {"d0.toml, line 6", "\"status\" is missing"}},
      {{nation(fee("0.2"))}, {"d0.toml, line 8", "quotation marks"}},
      {{nation(fee("\"1/0\""))}, {"d0.toml, line 8"}},
      {{nation(fee("\"1.2\""))}, {"d0.toml, line 8", "1.2 is out of the range", "20 % is \"0.20\""}},
      {{nation(fee("20"))}, {"d0.toml, line 8", "20 is out of the range"}},
      {{nation(extension("-1"))}, {"d0.toml, line 8", "-1 is out of the range", "not negative"}},
      {{nation(extension("\"1.5\""))}, {"d0.toml, line 8", "whole number"}},
      {{nation(parameter("idle.extension_max_years", "12", "month"))}, {"d0.toml, line 9", "\"month\" does not fit", "unit = \"year\""}},
      {{nation(parameter("a", "1", "yaer", "use = \"information\"\n"))}, {"d0.toml, line 9", "no unit \"yaer\"", "Did you mean \"year\"?"}},
      {{nation(parameter("idle.fee_rat", "\"0.2\"", "share"))},
       {"d0.toml, line 7", "no rule reads a parameter \"idle.fee_rat\"", "Did you mean \"idle.fee_rate\"?", "use = \"information\""}},
      {{nation(parameter("idle.fee_rate", "\"0.2\"", "share", "use = \"information\"\n"))}, {"d0.toml, line 14", "read by a rule"}},
      {{nation(parameter("idle.fee_rate", "\"0.2\"", "share", "artcle = \"x\"\n"))}, {"d0.toml, line 14", "Did you mean \"article\"?"}},
      {{nation(fee("\"0.2\"") + fee("\"0.3\""))}, {"d0.toml, line 14", "already given in line 6"}},
      {{document("国1", "nationl", from, "")}, {"d0.toml, line 4", "Did you mean \"national\"?"}},
      {{document("国1", "national", "{ from = 2020-01-02, to = 2020-01-01 }", "")}, {"d0.toml, line 5", "before the first"}},
      {{document("国1", "national", "{ from = \"2020-01-01\" }", "")}, {"d0.toml, line 5", "must be a day"}},
      {{document("国1", "national", "{ to = 2020-01-01 }", "")}, {"d0.toml, line 5", "\"from\" is missing", "the first day"}},
      {{good + "value = \n"}, {"d0.toml, line 14", "not valid TOML"}},
      // files against each other
      {{good, document("国2", "national", "{ from = 2022-01-01 }", fee("\"0.20\""))}, {"d1.toml, line 6", "idle.fee_rate", "国1", "国2", "last day"}},
      {{nation(""), nation("")}, {"d1.toml, line 1", "国1 is already that of d0.toml", "versions"}},
      {{nation("version = \"1\"\n"), nation("version = \"2\"\n")}, {"d1.toml, line 1", "two versions of 国1 are in force at once", "last day"}},
      {{nation(""), nation("replaces = [\"国1\"]\n", "国2")}, {"d1.toml, line 6", "国2 replaces 国1 from 2020-01-01", "d0.toml is in force 2020-01-01 – …"}},
      {{nation("based_on = [\"国2\"]\n"), nation("based_on = [\"国1\"]\n", "国2")}, {"in a circle: 国1 → 国2 → 国1"}},
      {{nation("based_on = [\"国1\"]\n")}, {"d0.toml, line 6", "in a circle: 国1 → 国1"}},
      {{good}, {"test.rulebook.toml, line 3", "Did you mean \"国1\"?"}, "anchors = [\"国2\"]\n"},
      {{good}, {"test.rulebook.toml, line 3", "Did you mean \"anchors\"?"}, "anchor = [\"国1\"]\n"},
  };
  for (const Row& row : rows) expect_refused(row.documents, row.words, row.more);
}

TEST(Refused, EveryErrorIsToldAtOnce) {
  const std::string bad = document("国1", "nationl", "{ from = 2020-01-01 }", fee("20") + extension("-1"));
  expect_refused({bad, document("国2", "national", "{ from = \"x\" }", "")},
                 {"4 errors", "d0.toml, line 4", "d0.toml, line 8", "d0.toml, line 16", "d1.toml, line 5"});
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
  std::ofstream(folder / "own.toml") << document("园1", "park", "{ from = 2024-01-01 }", parameter("own.share", "\"0.6\"", "share", "use = \"information\"\n"));
  const Rulebook rules = Rulebook::load(kRules, folder.string());
  EXPECT_EQ(rules.name(), "yongdi-own-rules");
  EXPECT_NE(rules.find("idle.fee_rate", day("2024-06-01")).parameter, nullptr);
  EXPECT_NE(rules.find("own.share", day("2024-06-01")).parameter, nullptr);
  std::filesystem::remove_all(folder);
}

// What a folder says goes before what is shipped, and the ledger's copy of the rulebook says so.
TEST(Load, ADocumentOfTheFolderStandsInPlaceOfTheShippedOneOfItsNumber) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "yongdi-corrected-rules";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "rulebook.toml") << "title = { zh = \"更正\", en = \"corrected\" }\nextends = \"qingyuan\"\ndocuments = [\"mine.toml\"]\n";
  std::ofstream(folder / "mine.toml") << document("国土资源部令第53号", "national", "{ from = 2012-07-01 }", fee("\"0.10\""));
  const Rulebook rules = Rulebook::load(kRules, folder.string());
  EXPECT_EQ(rules.find("idle.fee_rate", day("2024-06-01")).parameter->value, Exact::ratio(1, 10));
  EXPECT_EQ(rules.find("idle.recover_after_years", day("2024-06-01")).parameter, nullptr) << "the shipped text is gone as a whole";
  ASSERT_EQ(rules.in_place_of().size(), 1U);
  EXPECT_EQ(rules.in_place_of()[0].file, "mine.toml");
  EXPECT_EQ(rules.in_place_of()[0].shipped, "gtzyb-order-53.toml");
  EXPECT_EQ(rules.anchors_out_of_force(day("2025-12-31")).size(), 1U) << "anchors come along";

  std::vector<Rulebook::NamedText> texts;
  for (const Document& each : rules.documents()) texts.push_back({each.file, each.text});
  const Rulebook again = Rulebook::from_texts(rules.own_text(), texts);
  EXPECT_EQ(again.documents().size(), rules.documents().size());
  ASSERT_EQ(again.in_place_of().size(), 1U);
  EXPECT_EQ(again.in_place_of()[0].shipped_sha256, rules.in_place_of()[0].shipped_sha256);
  std::filesystem::remove_all(folder);
}

TEST(Article, IsSaidInEnglish) {
  EXPECT_EQ(article_in_english("第二条第二款、第三十条"), "art. 2 para. 2, art. 30");
  EXPECT_EQ(article_in_english("第十四条第一项"), "art. 14 item 1");
  EXPECT_EQ(article_in_english("第二百条至第二百零四条、第一百二十九条"), "art. 200–art. 204, art. 129");
  EXPECT_EQ(article_in_english("第12条"), "art. 12");
  EXPECT_EQ(article_in_english("容积率计算说明"), "容积率计算说明");
}

}  // namespace
