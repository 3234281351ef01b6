#include <nlohmann/json.hpp>

#include "explain/print.hpp"

namespace yongdi::explain {

namespace {

using Json = nlohmann::ordered_json;

Json fact(const facts::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* day = std::get_if<measures::Day>(&value)) return day->to_iso();
  if (const auto* number = std::get_if<measures::Exact>(&value)) return number->to_double();
  return nullptr;
}

Json facts_json(const std::optional<facts::Table>& table) {
  if (!table) return nullptr;
  const facts::Row& row = table->rows.front();
  Json result = {{"source", row.source < table->sources.size() ? Json(table->sources[row.source]) : Json()}, {"row", row.number}};
  Json read_from = Json::object();
  for (std::size_t i = 0; i < table->columns.size(); ++i) {
    const facts::Field& field = facts::fields(table->layer)[table->columns[i]];
    const std::string column = facts::fact_column(field);
    result[column] = fact(row.values[i]);
    const facts::Whence from = facts::whence(*table, row, field.name);
    if (!from.header.empty() && !std::holds_alternative<std::monostate>(row.values[i]))
      read_from[column] = {{"source", from.source}, {"row", from.row ? Json(*from.row) : Json()}, {"header", from.header}};
  }
  result["read_from"] = std::move(read_from);
  return result;
}

Json bilingual(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

// A step that rests on several passages names the first as its own and lists them all.
Json step_json(const Section& section, const Step& step) {
  Json passages = Json::array();
  for (const Citation& citation : step.citations)
    passages.push_back({{"document", citation.title.zh},
                        {"document_en", citation.title.en},
                        {"number", citation.number},
                        {"article", citation.article.zh},
                        {"article_en", citation.article.en},
                        {"issuer", citation.issuer},
                        {"version", citation.version.empty() ? Json() : Json(citation.version)},
                        {"in_force_from", citation.in_force_from ? Json(citation.in_force_from->to_iso()) : Json()},
                        {"in_force_to", citation.in_force_to ? Json(citation.in_force_to->to_iso()) : Json()},
                        {"caution", citation.caution.zh.empty() ? Json() : Json(citation.caution.zh)}});
  const bool none = step.citations.empty();
  return {{"section", section.heading.zh},
          {"section_en", section.heading.en},
          {"document", none ? Json() : Json(step.citations.front().title.zh)},
          {"number", none ? Json() : Json(step.citations.front().number)},
          {"article", none ? Json() : Json(step.citations.front().article.zh)},
          {"text", step.text.zh},
          {"text_en", step.text.en},
          {"citations", passages}};
}

Json table_json(const Section& section) {
  Json rows = Json::array();
  for (const auto& cells : section.table) {
    Json row = Json::array();
    for (const Text& cell : cells) row.push_back(bilingual(cell));
    rows.push_back(std::move(row));
  }
  return {{"heading", bilingual(section.heading)}, {"rows", rows}};
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

Json finding_json(const ledger::FindingRow& finding) {
  return {{"finding_id", finding.finding_id}, {"code", finding.code},
          {"severity", finding.severity},     {"source", or_null(finding.source)},
          {"row", or_null(finding.row)},      {"field", or_null(finding.field)},
          {"message_zh", finding.message_zh}, {"message_en", finding.message_en},
          {"fix_zh", finding.fix_zh},         {"fix_en", finding.fix_en}};
}

Json derived_json(const Story& story) {
  Json result = Json::object();
  for (const auto& [name, column] : story.derived)
    result[std::string(name)] = std::visit(
        [](const auto& held) {
          if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
            return Json();
          else
            return Json(held);
        },
        column);
  return result;
}

}  // namespace

nlohmann::ordered_json to_json(const Story& story) {
  Json head = Json::array(), warnings = Json::array(), steps = Json::array(), tables = Json::array(), findings = Json::array();
  for (const auto& [label, value] : story.head) head.push_back({{"label", bilingual(label)}, {"value", bilingual(value)}});
  for (const Text& warning : story.warnings) warnings.push_back(bilingual(warning));
  for (const Section& section : story.sections) {
    for (const Step& step : section.steps) steps.push_back(step_json(section, step));
    if (!section.table.empty()) tables.push_back(table_json(section));
  }
  for (const ledger::FindingRow& finding : story.findings) findings.push_back(finding_json(finding));
  return {{"subject", story.subject},
          {"id", story.id},
          {"title", bilingual(story.title)},
          {"head", head},
          {"warnings", warnings},
          {"facts", facts_json(story.facts)},
          {"derived", derived_json(story)},
          {"steps", steps},
          {"tables", tables},
          {"verdict", story.verdict.zh},
          {"verdict_en", story.verdict.en},
          {"findings", findings}};
}

}  // namespace yongdi::explain
