#include "report/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "made_up_audit.hpp"
#include "report/cell.hpp"

namespace yongdi::report {
namespace {

using nlohmann::json;

TEST(Json, AuditHasTheContractsKeys) {
  const json result = json::parse(audit_json(made_up_audit(), "out/2024.gpkg"));
  EXPECT_EQ(result["ledger"], "out/2024.gpkg");
  EXPECT_EQ(result["as_of"], "2024-12-31");
  EXPECT_EQ(result["findings"], (json{{"error", 1}, {"warning", 8}, {"notice", 0}, {"info", 1}}));
  ASSERT_EQ(result["parks"].size(), 2U);
  const json& park = result["parks"][0];
  EXPECT_EQ(park["park_id"], "K01");
  EXPECT_EQ(park["area_m2"], 1'234'567.8);
  EXPECT_EQ(park["balance"]["unsupplied"], 20'000.0);
  EXPECT_EQ(park["indicators"]["parcel_plot_ratio"]["unknown_count"], 3);
}

TEST(Json, NotKnownIsNull) {
  const json result = json::parse(audit_json(made_up_audit(), "l.gpkg"));
  EXPECT_TRUE(result["parks"][1]["name"].is_null());
  EXPECT_TRUE(result["parks"][0]["balance"]["inefficient"].is_null());
  EXPECT_TRUE(result["parks"][0]["indicators"]["parcel_plot_ratio"]["high"].is_null());
}

TEST(Json, CheckListsEveryFinding) {
  const json result = json::parse(check_json(made_up_audit(), {}));
  ASSERT_EQ(result["finding"].size(), 10U);
  const json& first = result["finding"][0];
  EXPECT_EQ(first["finding_id"], "BROKEN-1");
  EXPECT_EQ(first["row"], 12);
  EXPECT_EQ(first["blocks"], "plot_ratio");
  EXPECT_TRUE(result["fixes"].is_null());
}

TEST(Json, BytesThatAreNoTextDoNotBreakTheRest) {
  workflow::Audit audit = made_up_audit();
  audit.title = "\xC7\xE5\xD4\xB6";  // GBK
  EXPECT_TRUE(json::accept(check_json(audit, {})));
}

TEST(Cell, AsTextAndAsJson) {
  EXPECT_EQ(to_text(ledger::Cell{}), "NULL");
  EXPECT_EQ(to_text(ledger::Cell{0.1}), "0.1");
  EXPECT_EQ(to_text(ledger::Cell{*measures::Day::parse_iso("2024-02-29")}), "2024-02-29");
  EXPECT_TRUE(to_json(ledger::Cell{}).is_null());
  EXPECT_EQ(to_json(ledger::Cell{std::int64_t{7}}), 7);
}

}  // namespace
}  // namespace yongdi::report
