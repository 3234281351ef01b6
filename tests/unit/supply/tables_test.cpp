// Tables of cases for planners: supply rates by cohort, and the invariants of the self-check form.
#include <gtest/gtest.h>

#include "../case_table.hpp"
#include "supply/rate.hpp"
#include "supply/reasons.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::supply;
using measures::Exact;
using yongdi::testing::case_table;
using yongdi::testing::exact_or_none;
using yongdi::testing::parts;
using yongdi::testing::Record;
using yongdi::testing::share_or_none;

std::string text(const std::optional<Exact>& value) { return value ? value->to_string() : ""; }

// "2020:100000/60000", with ? for what is not known
std::vector<Cohort> cohorts(const std::string& written) {
  std::vector<Cohort> result;
  for (const std::string& part : parts(written, ';')) {
    const auto colon = part.find(':'), slash = part.find('/');
    const std::string year = part.substr(0, colon);
    result.push_back({year == "?" ? std::nullopt : std::optional(std::stoi(year)), exact_or_none(part.substr(colon + 1, slash - colon - 1)),
                      exact_or_none(part.substr(slash + 1)), {}});
  }
  return result;
}

TEST(Tables, SupplyRates) {
  for (const Record& each : case_table("supply_rate.csv")) {
    SCOPED_TRACE(each.at("case") + ": " + each.at("note"));
    const Rate found = rate(cohorts(each.at("cohorts")), std::stoi(each.at("first")), std::stoi(each.at("last")));
    EXPECT_EQ(std::to_string(found.approvals), each.at("expect_approvals"));
    EXPECT_EQ(std::to_string(found.unknown), each.at("expect_unknown"));
    EXPECT_EQ(text(found.value), each.at("expect_rate"));
    EXPECT_EQ(text(found.low), each.at("expect_low"));
    EXPECT_EQ(text(found.high), each.at("expect_high"));
    const auto floor = share_or_none(each.at("floor"));  // none: no document in force gives one
    EXPECT_EQ(measures::to_text(reaches(found, floor)), each.at("expect_reaches"));
    EXPECT_EQ(measures::to_text(reaches(within_approved(found), floor)), each.at("expect_within"));
  }
}

// "3 10000 due"
std::vector<ReasonEntry> entries(const std::string& written) {
  std::vector<ReasonEntry> result;
  for (const std::string& part : parts(written, ';')) {
    const auto words = parts(part, ' ');
    ReasonEntry entry;
    if (words.at(0) != "?") entry.code = std::stoi(words[0]);
    entry.area = exact_or_none(words.at(1));
    entry.has_due = words.size() > 2 && words[2] == "due";
    result.push_back(entry);
  }
  return result;
}

TEST(Tables, InvariantsOfTheSelfCheckForm) {
  for (const Record& each : case_table("reasons.csv")) {
    SCOPED_TRACE(each.at("case") + ": " + each.at("note"));
    const ReasonCheck found = check_reasons(entries(each.at("entries")), exact_or_none(each.at("unsupplied")), Exact(1));
    EXPECT_EQ(text(found.reasons_m2), each.at("expect_reasons"));
    EXPECT_EQ(text(found.methods_m2), each.at("expect_methods"));
    EXPECT_EQ(measures::to_text(found.reasons_add_up), each.at("expect_reasons_add_up"));
    EXPECT_EQ(measures::to_text(found.methods_add_up), each.at("expect_methods_add_up"));
    EXPECT_EQ(measures::to_text(found.has_time_limit), each.at("expect_time_limit"));
  }
}

TEST(Reasons, AreTakenByTheirCode) {
  facts::Table table;
  table.layer = facts::Layer::reasons;
  for (const char* field : {"kind", "code", "area"}) table.columns.push_back(facts::find_field(facts::Layer::reasons, field));
  const auto row = [](const char* kind, const char* code) { return facts::Row{0, 1, {std::string(kind), std::string(code), Exact(5)}, {}, {}}; };
  table.rows = {row("reason", "8"), row("method", "9"), row("method", "8"), row("reason", "14")};
  const auto found = read_reasons(table, table.rows);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[0].is_method());
  EXPECT_TRUE(found[1].is_method());
  EXPECT_TRUE(found[0].kind_agrees && found[1].kind_agrees);
  EXPECT_FALSE(found[2].kind_agrees || found[3].kind_agrees);
  EXPECT_EQ(check_reasons(found, Exact(10), std::nullopt).reasons_add_up, measures::Certainty::unknown) << "no tolerance is in force";
}

}  // namespace
