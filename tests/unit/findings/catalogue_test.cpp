#include "findings/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

namespace {

using namespace yongdi::findings;

std::set<std::string> placeholders(std::string_view words) {
  std::set<std::string> names;
  for (auto open = words.find('{'); open != std::string_view::npos; open = words.find('{', open + 1)) {
    names.emplace(words.substr(open + 1, words.find('}', open) - open - 1));
  }
  return names;
}

TEST(Catalogue, HasTheCodesOfTheContract) {
  const std::pair<Severity, const char*> contract[] = {
      {Severity::error,
       "GEOMETRY_MISSING GEOMETRY_INVALID GEOMETRY_NOT_FINITE GEOMETRY_UNREPAIRABLE ID_MISSING ID_DUPLICATE OUTSIDE_CRS BALANCE_OPEN DATE_UNREADABLE "
       "DATE_ILLOGICAL AREA_NOT_POSITIVE PARENT_UNKNOWN"},
      {Severity::warning,
       "AREA_MISMATCH PARCELS_OVERLAP APPROVALS_OVERLAP PARKS_OVERLAP BUILDING_OUTSIDE APPROVED_AND_LEDGER_DIFFER OVER_SUPPLIED CHECK_PERMIT "
       "START_MISSING CONTRACT_DAY_MISSING VALUE_UNREADABLE UNIT_SUSPECT FLOOR_AREA_DIFFERS NO_BUILDING_FOUND JOIN_UNMATCHED OUT_OF_PARKS "
       "RULE_NOT_IN_FORCE I-01 I-02 I-03 I-04 I-05 I-06 I-07 I-08 I-09 I-10"},
      {Severity::notice, "SUPPLY_WITHOUT_APPROVAL LAPSE_CANDIDATE FIELD_ABSENT NO_STANDARD_LOADED PLACEHOLDER_USED SLIVERS CARRIED_AREA"},
      {Severity::info, "ENCODING_GUESSED UNIT_ASSUMED FIELD_RECOGNISED GEOMETRY_REPAIRED RING_ORIENTED AXIS_SWAPPED"},
  };
  for (const auto& [severity, codes] : contract) {
    std::istringstream stream(codes);
    for (std::string code; stream >> code;) EXPECT_EQ(kind(code).severity, severity) << code;
  }
  EXPECT_THROW(kind("NO_SUCH_CODE"), std::logic_error);
}

TEST(Catalogue, IsWholeInBothLanguages) {
  std::set<std::string_view> codes;
  auto last = Severity::error;
  for (const Kind& kind : catalogue()) {
    EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
    EXPECT_LE(kind.severity, last) << kind.code << ": errors first, infos last";
    last = kind.severity;
    for (const auto words : {kind.message_zh, kind.message_en, kind.fix_zh, kind.fix_en}) {
      EXPECT_FALSE(words.empty()) << kind.code;
      EXPECT_EQ(std::count(words.begin(), words.end(), '{'), std::count(words.begin(), words.end(), '}')) << kind.code;
    }
    EXPECT_EQ(placeholders(kind.message_zh), placeholders(kind.message_en)) << kind.code;
    EXPECT_EQ(placeholders(kind.fix_zh), placeholders(kind.fix_en)) << kind.code;
  }
}

Finding finding(std::string_view code, std::string id, std::vector<std::pair<std::string, std::string>> values, std::int64_t row = 12) {
  return {&kind(code), {"供地.shp", row, "面积"}, "parcel", std::move(id), std::move(values), {}, {}};
}

TEST(Message, SaysWhatAndWhere) {
  const Text text = message(finding("AREA_MISMATCH", "Z5", {{"declared", "100"}, {"measured", "120"}}));
  EXPECT_EQ(text.zh, "宗地 Z5（供地.shp“面积”字段）登记面积 100 m²，图形面积 120 m²，相差超过容差。");
  EXPECT_NE(text.en.find("parcel Z5 (供地.shp, field \"面积\"): 100 m² declared"), std::string::npos) << text.en;
}

TEST(Message, TakesTheWordsOfItsLanguage) {
  const Text text = message(finding("UNIT_SUSPECT", "Z5", {{"reason_zh", "太大"}, {"reason_en", "too large"}}));
  EXPECT_NE(text.zh.find("太大"), std::string::npos);
  EXPECT_NE(text.en.find("too large"), std::string::npos);
  EXPECT_EQ(text.zh.find("large"), std::string::npos);
}

TEST(Message, NamesTheLandAtStake) {
  Finding outside = finding("OUT_OF_PARKS", "Z5", {});
  EXPECT_NE(message(outside).en.find("an unknown area"), std::string::npos);
  outside.area_m2 = 1234.5;
  EXPECT_NE(message(outside).zh.find("1234.50 m²"), std::string::npos);
}

TEST(Message, RefusesToLeaveAGap) { EXPECT_THROW(message(finding("AREA_MISMATCH", "Z5", {})), std::logic_error); }

TEST(Order, DoesNotDependOnRows) {
  std::vector<Finding> forward = {finding("CHECK_PERMIT", "Z2", {{"value", "2024-01-01"}}, 1), finding("ID_MISSING", "Z1", {}, 2),
                                  finding("CHECK_PERMIT", "Z1", {{"value", "2024-01-01"}}, 3),
                                  finding("CHECK_PERMIT", "Z1", {{"value", "2024-01-01"}}, 4)};
  std::vector<Finding> backward(forward.rbegin(), forward.rend());
  for (auto& other : backward) other.place.row = 100 - *other.place.row;
  std::vector<std::string> ids, other_ids;
  sort_and_number(forward, ids);
  sort_and_number(backward, other_ids);
  EXPECT_EQ(ids, other_ids);
  EXPECT_EQ(forward.front().kind->code, "ID_MISSING") << "the gravest first";
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << "equal findings are told apart";
  EXPECT_EQ(ids[2], ids[1] + "~2");
}

}  // namespace
