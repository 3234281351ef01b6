// Every row of tests/cases/idle.csv: a parcel as a ledger records it, and the verdict the rules demand.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "../case_table.hpp"
#include "china.hpp"
#include "facts/field.hpp"
#include "facts/table.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::idle;
using idle::testing::china;
using idle::testing::day;
using yongdi::testing::case_table;
using yongdi::testing::Record;

// The record as a row of a parcels table, as reading would have left it.
facts::Table table_of(const Record& record) {
  facts::Table table;
  facts::Row row;
  const auto fields = facts::fields(facts::Layer::parcels);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto cell = record.find(std::string(fields[i].name));
    if (cell == record.end()) continue;
    table.columns.push_back(i);
    facts::Value value;
    if (!cell->second.empty()) {
      switch (fields[i].kind) {
        case facts::Kind::day:
          value = day(cell->second);
          break;
        case facts::Kind::number:
        case facts::Kind::area:
        case facts::Kind::money:
          value = idle::testing::exact(cell->second);
          break;
        default:
          value = cell->second;
          break;
      }
    }
    row.values.push_back(value);
  }
  table.rows.push_back(row);
  return table;
}

std::string_view code(Remark remark) {
  switch (remark) {
    case Remark::extension_before_signing:
    case Remark::stopped_before_start:
    case Remark::finished_before_start:
    case Remark::cause_reversed:
      return "DATE_ILLOGICAL";
    case Remark::extension_unsigned:
      return "EXTENSION_UNSIGNED";
    case Remark::permit_missing:
      return "CHECK_PERMIT";
    case Remark::start_missing:
      return "START_MISSING";
    case Remark::cause_undated:
      return "CAUSE_UNDATED";
    case Remark::cause_not_applicable:
      return "CAUSE_NOT_APPLICABLE";
    case Remark::contract_day_missing:
      return "CONTRACT_DAY_MISSING";
  }
  return {};
}

template <class Value>
std::string word(const std::optional<Value>& value) {
  return value ? std::string(to_text(*value)) : "";
}
std::string iso(const std::optional<measures::Day>& value) { return value ? value->to_iso() : ""; }
std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

class Row : public ::testing::TestWithParam<Record> {};

TEST_P(Row, IsJudgedAsTheRulesDemand) {
  const Record& record = GetParam();
  const auto as_of = day(record.at("as_of"));
  const facts::Table table = table_of(record);
  const Verdict verdict = judge(FactsReader(table).read(table.rows[0], as_of), terms(china(), as_of), as_of);
  SCOPED_TRACE(record.at("note"));
  const auto expect = [&](const char* column, const std::string& value) { EXPECT_EQ(value, record.at(column)) << column; };
  expect("expect_start_due", iso(verdict.start_due));
  expect("expect_start_due_basis", std::string(to_text(verdict.start_due_basis)));
  expect("expect_idle_class", word(verdict.idle_class));
  expect("expect_idle", std::string(to_text(verdict.idle)));
  expect("expect_idle_since", iso(verdict.idle_since));
  expect("expect_idle_days", number(verdict.idle_days));
  expect("expect_overdue_days", number(verdict.overdue_days));
  expect("expect_overdue_days_net", number(verdict.overdue_days_net));
  expect("expect_next_class", word(verdict.next_class));
  expect("expect_next_on", iso(verdict.next_on));
  expect("expect_route", word(verdict.route));
  expect("expect_fee", verdict.fee_wan_yuan ? verdict.fee_wan_yuan->to_string(1) : "");
  expect("expect_stage", std::string(to_text(verdict.stage)));
  std::set<std::string_view> codes;
  for (const Remark remark : verdict.remarks) codes.insert(code(remark));
  std::string joined;
  for (const auto each : codes) joined.append(joined.empty() ? "" : " ").append(each);
  expect("expect_codes", joined);
}

INSTANTIATE_TEST_SUITE_P(IdleCases, Row, ::testing::ValuesIn(case_table("idle.csv")), [](const auto& row) { return row.param.at("case"); });

TEST(IdleCases, AreAllThere) { EXPECT_GE(case_table("idle.csv").size(), 43U); }

}  // namespace
