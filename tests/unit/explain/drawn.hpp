#pragma once
// Parcels and approvals as a clerk would enter them, and the story told of them by the shipped national rulebook.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "explain/case_file.hpp"
#include "explain/print.hpp"
#include "idle/verdict.hpp"

namespace yongdi::explain::testing {

inline measures::Day day(std::string_view text) { return measures::Day::parse_iso(text).value(); }

inline const rulebook::Rulebook& china() {
  static const auto kChina = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  return kChina;
}

inline Ground ground(std::string_view as_of) { return {Law(china(), day(as_of)), "示例审计", "china", {}, false, 1.0}; }

// Fields by canonical name: a day, a number or a text, as it is written.
using Fields = std::vector<std::pair<std::string_view, std::string>>;

inline facts::Value value(const facts::Field& field, const std::string& written) {
  if (field.kind == facts::Kind::day) return day(written);
  if (field.kind == facts::Kind::number || field.kind == facts::Kind::area || field.kind == facts::Kind::money)
    return measures::Exact::from_fraction(written).value_or(measures::Exact::parse(written).value_or(measures::Exact()));
  return written;
}

inline facts::Table table(facts::Layer layer, const Fields& fields) {
  facts::Table result;
  result.layer = layer;
  result.sources = {"供地.shp"};
  result.rows = {{0, 12, {}}};
  for (std::size_t i = 0; i < facts::fields(layer).size(); ++i)
    for (const auto& [name, written] : fields)
      if (facts::fields(layer)[i].name == name) {
        result.columns.push_back(i);
        result.rows[0].values.push_back(value(facts::fields(layer)[i], written));
      }
  return result;
}

// A parcel whose row says what its facts lead to.
inline ParcelFile parcel(const Fields& fields, std::string_view as_of) {
  ParcelFile file;
  file.facts = table(facts::Layer::parcels, fields);
  const idle::Terms terms = idle::terms(china(), day(as_of));
  const idle::Verdict verdict = idle::judge(idle::FactsReader(file.facts).read(file.facts.rows[0], day(as_of)), terms, day(as_of));
  const auto code = [](const auto& held) { return held ? ledger::Text(std::string(to_text(*held))) : std::nullopt; };
  ledger::ParcelRow& row = file.row;
  row.parcel_id = "4418022017B00012";
  if (const std::string* name = facts::Column(file.facts, "name").text(file.facts.rows[0])) row.name = *name;
  row.valid = "yes";
  row.stage = to_text(verdict.stage);
  row.idle = to_text(verdict.idle);
  row.idle_class = code(verdict.idle_class);
  row.start_due = verdict.start_due;
  row.start_due_basis = std::string(to_text(verdict.start_due_basis));
  row.idle_since = verdict.idle_since;
  row.idle_days = verdict.idle_days;
  row.overdue_days = verdict.overdue_days;
  row.overdue_days_net = verdict.overdue_days_net;
  row.cause_days = verdict.cause_days;
  row.idle_class_net = code(verdict.class_net);
  row.cause_state = code(verdict.cause_state);
  row.route = code(verdict.route);
  if (verdict.fee_wan_yuan) row.fee_wan_yuan = verdict.fee_wan_yuan->to_double();
  row.next_class = code(verdict.next_class);
  row.next_on = verdict.next_on;
  row.inefficient = "n/a";
  return file;
}

}  // namespace yongdi::explain::testing
