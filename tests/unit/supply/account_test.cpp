#include "supply/account.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

using namespace yongdi;
using namespace yongdi::supply;
using measures::Certainty;
using measures::Day;
using measures::Exact;
using Area = std::optional<Exact>;

Day day(std::string_view text) { return Day::parse_iso(text).value(); }
Area m2(std::string_view text) { return Exact::parse(text).value(); }
std::string shown(const Area& value) { return value ? value->to_string() : "unknown"; }

ApprovalFacts approved(std::string_view area) {
  ApprovalFacts facts;
  facts.approved_on = day("2021-05-20");
  facts.approved_area = m2(area);
  return facts;
}

TEST(ApprovalNumber, IsTheSameInEveryWayOfWriting) {
  const std::string normal = normal_number("粤府土审(19)〔2024〕144号");
  for (const char* written : {"粤府土审（19）[2024]144号", "粤府土审(19)［2024］144号", "粤府土审（１９）【２０２４】１４４号",
                              " 粤府土审(19) 〔2024〕 144号 ", "粤府土审(19)〔2024〕\u3000144号"})
    EXPECT_EQ(normal_number(written), normal) << written;
}

TEST(ApprovalNumber, KeepsApartWhatDiffers) {
  EXPECT_NE(normal_number("粤府土审〔2024〕144号"), normal_number("粤府土审〔2024〕145号"));
  EXPECT_NE(normal_number("粤府土审〔2024〕144号"), normal_number("清府土审〔2024〕144号"));
}

TEST(Account, TakesSupplyAndRemovalsFromTheAreaApproved) {
  struct Row {
    const char *what, *approved;
    std::vector<Area> supplied;
    const char *withdrawn, *double_counted, *adjusted;
    const char *supplied_m2, *unsupplied_m2, *over_m2, *rate;
  };
  const Row rows[] = {
      {"nothing supplied", "30000", {}, "0", "0", "0", "0", "30000", "0", "0"},
      {"part supplied", "30000", {m2("10000"), m2("2500.5")}, "0", "0", "0", "12500.5", "17499.5", "0", "0.416683333333"},
      {"all supplied", "30000", {m2("30000")}, "0", "0", "0", "30000", "0", "0", "1"},
      {"too much supplied", "30000", {m2("20000"), m2("10000.01")}, "0", "0", "0", "30000.01", "0", "0.01", "1.000000333333"},
      {"withdrawn, double-counted and adjusted", "30000", {m2("10000")}, "5000", "1000", "2000", "10000", "12000", "0", "0.333333333333"},
      {"removals beyond the rest", "30000", {m2("29000")}, "2000", "0", "0", "29000", "0", "1000", "0.966666666667"},
  };
  for (const Row& row : rows) {
    ApprovalFacts facts = approved(row.approved);
    facts.withdrawn_area = m2(row.withdrawn);
    facts.withdrawn_on = day("2023-01-01");
    facts.withdrawal_documented = true;
    facts.double_counted_area = m2(row.double_counted);
    facts.adjusted_out_area = m2(row.adjusted);
    const Account result = account(facts, row.supplied, day("2024-12-31"));
    EXPECT_EQ(result.cohort, 2021) << row.what;
    EXPECT_EQ(shown(result.supplied_m2), row.supplied_m2) << row.what;
    EXPECT_EQ(shown(result.unsupplied_m2), row.unsupplied_m2) << row.what;
    EXPECT_EQ(shown(result.over_supplied_m2), row.over_m2) << row.what;
    EXPECT_EQ(shown(result.supply_rate), row.rate) << row.what;
    EXPECT_TRUE(result.missing.empty() && result.missing_of_parcels.empty()) << row.what;
  }
}

TEST(Account, IsUnknownWithALinkedParcelOfUnknownArea) {
  for (const Area& open : {Area(), m2("0"), m2("-5")}) {
    const std::vector<Area> supplied = {m2("10000"), open};
    const Account result = account(approved("30000"), supplied, day("2024-12-31"));
    EXPECT_EQ(shown(result.supplied_m2), "unknown");
    EXPECT_EQ(shown(result.unsupplied_m2), "unknown");
    EXPECT_EQ(shown(result.over_supplied_m2), "unknown");
    EXPECT_EQ(shown(result.supply_rate), "unknown");
    EXPECT_EQ(result.missing_of_parcels, std::vector<std::string_view>{"area"});
  }
}

TEST(Account, IsUnknownWithoutAnApprovedArea) {
  for (const char* area : {"0", "-1"}) {
    const Account result = account(approved(area), {}, day("2024-12-31"));
    EXPECT_EQ(shown(result.supplied_m2), "0");
    EXPECT_EQ(shown(result.unsupplied_m2), "unknown");
    EXPECT_EQ(shown(result.supply_rate), "unknown");
    EXPECT_EQ(result.missing, std::vector<std::string_view>{"approved_area"});
  }
}

TEST(Account, CountsAWithdrawalOnlyWithItsDocumentAndByTheDay) {
  struct Row {
    const char* what;
    bool documented;
    const char *on, *area, *unsupplied_m2, *missing;
  };
  const Row rows[] = {
      {"documented, on the as-of day", true, "2024-12-31", "4000", "26000", ""},
      {"documented, the day after", true, "2025-01-01", "4000", "30000", ""},
      {"no document", false, "2023-01-01", "4000", "30000", ""},
      {"documented, without its day", true, "", "4000", "unknown", "withdrawn_on"},
      {"documented, without its area", true, "2023-01-01", "", "unknown", "withdrawn_area"},
      {"documented, of no area", true, "", "0", "30000", ""},
  };
  for (const Row& row : rows) {
    ApprovalFacts facts = approved("30000");
    facts.withdrawal_documented = row.documented;
    if (*row.on != 0) facts.withdrawn_on = day(row.on);
    if (*row.area != 0) facts.withdrawn_area = m2(row.area);
    const Account result = account(facts, {}, day("2024-12-31"));
    EXPECT_EQ(shown(result.unsupplied_m2), row.unsupplied_m2) << row.what;
    EXPECT_EQ(result.missing.empty() ? "" : result.missing.front(), row.missing) << row.what;
    EXPECT_EQ(shown(result.supply_rate), "0") << row.what;  // the rate asks what was supplied, not what was withdrawn
  }
}

TEST(Supplied, ByTheContractDay) {
  EXPECT_TRUE(is_supplied(day("2024-12-31"), day("2024-12-31")));
  EXPECT_FALSE(is_supplied(day("2025-01-01"), day("2024-12-31")));
  EXPECT_TRUE(is_supplied(std::nullopt, day("2024-12-31")));
}

TEST(Lapse, OnTheDayAfterTheSecondAnniversary) {
  const auto rules = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  const Terms term = terms(rules, day("2024-12-31"));
  ASSERT_TRUE(term.missing.empty());
  const ApprovalFacts facts = approved("30000");
  EXPECT_EQ(lapses_on(facts, term), day("2023-05-21"));
  EXPECT_EQ(lapse_candidate(facts, 100, term, day("2023-05-20")), Certainty::no);
  EXPECT_EQ(lapse_candidate(facts, 100, term, day("2023-05-21")), Certainty::yes);
  EXPECT_EQ(lapse_candidate(facts, 0, term, day("2024-12-31")), Certainty::no);
  EXPECT_EQ(lapse_candidate({}, 100, term, day("2024-12-31")), Certainty::unknown);
  EXPECT_EQ(lapse_candidate({}, 0, term, day("2024-12-31")), Certainty::no);
}

TEST(Lapse, IsUnknownWhereNoRuleIsInForce) {
  const auto rules = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  const Terms none = terms(rules, day("2000-01-01"));
  EXPECT_EQ(none.missing, (std::vector<std::string>{"supply.lapse_years", "year_complete_on_anniversary", "supply.rate_window_years", "quota.gate.supply_rate_min",
                                      "supply.reasons_tolerance_m2"}));
  EXPECT_EQ(lapse_candidate(approved("30000"), 100, none, day("2024-12-31")), Certainty::unknown);
}

TEST(ApprovalFactsReader, ReadsTheColumnsThatAreThere) {
  facts::Table table;
  table.layer = facts::Layer::approvals;
  table.columns = {facts::find_field(table.layer, "approved_on"), facts::find_field(table.layer, "approved_area"),
                   facts::find_field(table.layer, "withdrawn_doc")};
  table.rows.push_back({0, 1, {day("2021-05-20"), *m2("30000"), std::string("粤自然资函〔2023〕1号")}});
  table.rows.push_back({0, 2, {{}, {}, {}}});
  const ApprovalFactsReader reader(table);
  const ApprovalFacts first = reader.read(table.rows[0]), second = reader.read(table.rows[1]);
  EXPECT_EQ(shown(first.approved_area), "30000");
  EXPECT_TRUE(first.withdrawal_documented);
  EXPECT_FALSE(first.withdrawn_area);
  EXPECT_FALSE(second.approved_on);
  EXPECT_FALSE(second.withdrawal_documented);
}

}  // namespace
