// Findings, rules and the receipt: what a reader needs to trust the figures.
#include <algorithm>
#include <cstdio>
#include <numeric>
#include <map>

#include "measures/digest.hpp"
#include "workflow/receipt.hpp"
#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

ledger::Text text(const std::string& value) { return value.empty() ? ledger::Text() : value; }

// The shortest decimal that reads back as the same double.
std::string figure(double value) {
  const auto exact = measures::Exact::from_double(value);
  return exact ? exact->to_string() : std::string("unknown");
}

void add_inputs(const Run& run, Receipt& receipt) {
  const settings::Project& project = run.project;
  receipt.add("program", "yongdi " YONGDI_VERSION);
  receipt.add("title", project.title);
  receipt.add("as_of", run.as_of.to_iso());
  receipt.add("crs", run.working->authority().value_or(run.working->name()));
  receipt.add("crs_name", run.working->name());
  receipt.add("area_basis", run.by_ellipsoid() ? "ellipsoid" : "plane");
  receipt.add("rulebook", run.rules.name());
  const auto add_list = [&](const char* key, const std::vector<std::string>& entries) {
    std::string joined;
    for (const std::string& entry : entries) joined += (joined.empty() ? "" : ",") + entry;
    if (!joined.empty()) receipt.add(key, joined);
  };
  add_list("accepted_expired", run.accepted_expired);
  add_list("park_priority", project.parks.priority);
  receipt.add("project_file_sha256", project.sha256);
  for (const auto& [key, value] : project.written) receipt.add("setting." + key, value);
  for (const settings::ToleranceReason& reason : settings::tolerance_reasons())
    receipt.add("tolerance." + std::string(reason.name), figure(project.tolerance.*reason.value));
  for (const rulebook::Document& document : run.rules.documents()) receipt.add("rule_document." + document.file, document.sha256);
  for (const rulebook::InPlaceOf& each : run.rules.in_place_of())
    receipt.add("rule_document_replaced." + each.shipped, each.shipped_sha256 + " by " + each.file);
  for (const layers::InputFile& input : run.inputs) receipt.add("input." + input.name, std::to_string(input.size) + " " + input.sha256);
  for (const standards::TableFile& table : run.thresholds.files) receipt.add("threshold_table." + table.name, table.sha256);
  for (const standards::TableFile& table : run.evaluation.tables.files) receipt.add("evaluation_table." + table.name, table.sha256);
  for (const standards::TableFile& table : run.evaluation.statistics.files) receipt.add("statistics_table." + table.name, table.sha256);
  for (const standards::TableFile& table : run.rating_items.files) receipt.add("rating_table." + table.name, table.sha256);
  for (const standards::TableFile& table : run.limits.files) receipt.add("limit_table." + table.name, table.sha256);
  for (const auto& [name, version] : run.linked_versions) receipt.add("library." + name, version);
}

void add_outcome(const Run& run, Receipt& receipt) {
  for (const settings::ToleranceReason& reason : settings::tolerance_reasons())
    receipt.add("tolerance_reason." + std::string(reason.name), std::string(reason.zh) + " / " + std::string(reason.en));
  receipt.add("rules_missing.count", std::to_string(run.not_encoded.rules.size()));
  receipt.add("rules_missing.sha256", run.not_encoded.sha256);
  for (const auto& [layer, counts] : run.counts) {
    const std::string key = "count." + std::string(facts::name(layer)) + ".";
    receipt.add(key + "read", std::to_string(counts.read));
    receipt.add(key + "used", std::to_string(counts.used));
    receipt.add(key + "rejected", std::to_string(counts.rejected));
  }
  for (const inventory::Residual& residual : run.inventory.residuals) {
    // Residuals live far below a micrometre squared; a decimal point with nine places shows them.
    char difference[64];
    std::snprintf(difference, sizeof difference, "%.9f", residual.difference());
    receipt.add("residual." + residual.subject + "." + residual.id + "_m2", difference);
  }
  std::map<std::string_view, std::size_t> corrections;
  for (const layers::Correction& each : run.corrections) ++corrections[to_text(each.outcome)];
  for (const auto& [outcome, number] : corrections) receipt.add("overrides." + std::string(outcome), std::to_string(number));
  receipt.add("overlay_fallbacks", std::to_string(run.inventory.fallbacks));
}

}  // namespace

ledger::FindingRow finding_row(const findings::Finding& finding, const std::string& id) {
  findings::Text message = findings::message(finding), fix = findings::fix(finding);
  return {id, std::string(finding.kind->code), std::string(to_text(finding.kind->severity)),
          std::string(to_text(finding.kind->owner)), text(finding.place.source), finding.place.row, text(finding.place.field),
          text(finding.subject), text(finding.subject_id), text(finding.other_id), std::move(message.zh), std::move(message.en), std::move(fix.zh), std::move(fix.en),
          text(std::string(finding.kind->blocks)), finding.area_m2, finding.shape_wkb};
}

std::vector<std::size_t> by_finding_id(const std::vector<std::string>& ids) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  return order;
}

std::vector<ledger::FindingRow> finding_rows(const std::vector<findings::Finding>& findings, const std::vector<std::string>& ids) {
  std::vector<ledger::FindingRow> rows;
  rows.reserve(findings.size());
  for (const std::size_t i : by_finding_id(ids)) rows.push_back(finding_row(findings[i], ids[i]));
  return rows;
}

std::vector<ledger::OverrideRow> override_rows(const Run& run) {
  std::vector<ledger::OverrideRow> rows;
  for (const layers::Correction& each : run.corrections)
    rows.push_back({each.layer, each.subject, each.field, text(each.old_written), text(each.new_written), std::string(to_text(each.outcome)),
                    text(facts::to_text(each.read)), text(facts::to_text(each.corrected)), each.who, each.day, each.document, each.expires, each.source,
                    each.row});
  return rows;
}

namespace {

// The candidates that do not hold, each with its document and the reason: how one can see why this version was chosen.
findings::Text rejected(const rulebook::InForce& found) {
  findings::Text all;
  for (const rulebook::InForce::Rejected& each : found.rejected) {
    const std::string named = each.document->number + (each.document->version.empty() ? "" : " " + each.document->version);
    const findings::Text& article = each.parameter->article;
    const findings::Text why = rulebook::reason(found, each);
    all.zh += (all.zh.empty() ? "" : "；") + named + " " + article.zh + "：" + why.zh;
    all.en += (all.en.empty() ? "" : "; ") + named + ", " + article.en + ": " + why.en;
  }
  return all;
}

}  // namespace

std::vector<ledger::RuleRow> rule_rows(const rulebook::Rulebook& rules, measures::Day day) {
  std::vector<ledger::RuleRow> rows;
  for (const rulebook::InForce& found : rules.in_force(day)) {
    const rulebook::Document& document = *found.document;
    const rulebook::Parameter& parameter = *found.parameter;
    const findings::Text others = rejected(found);
    rows.push_back({document.file + "#" + parameter.name, document.title_zh, document.number, parameter.article.zh, parameter.article.en, text(document.version),
                    document.in_force_from, document.in_force_to, parameter.name, parameter.value.to_double(), parameter.unit,
                    std::string(to_text(parameter.status)), parameter.statement_zh, parameter.statement_en, std::string(to_text(document.level)),
                    std::string(to_text(parameter.use)), text(parameter.note.zh), text(parameter.note.en), text(others.zh), text(others.en)});
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.rule_id < b.rule_id; });
  return rows;
}

std::vector<ledger::RuleMissingRow> rule_missing_rows(const rulebook::NotEncodedList& list) {
  std::vector<ledger::RuleMissingRow> rows;
  for (const rulebook::NotEncoded& each : list.rules)
    rows.push_back({each.rule.zh, each.rule.en, each.document, each.article.zh, each.article.en, each.why.zh, each.why.en, each.by_hand.zh, each.by_hand.en});
  return rows;
}

std::vector<ledger::RuleDocumentRow> rule_document_rows(const rulebook::Rulebook& rules) {
  const auto& own = rules.own_text();
  std::vector<ledger::RuleDocumentRow> rows = {{own.name, measures::sha256(own.text), own.text}};
  for (const rulebook::Document& document : rules.documents()) rows.push_back({document.file, document.sha256, document.text});
  return rows;
}

std::vector<ledger::ReceiptRow> receipt_rows(const Run& run) {
  Receipt receipt;
  add_inputs(run, receipt);
  const std::string id = receipt.run_id();
  add_outcome(run, receipt);
  receipt.add("run_id", id);
  return std::move(receipt).rows();
}

}  // namespace yongdi::workflow
