#include "explain/parts.hpp"

#include <algorithm>

#include "explain/phrases.hpp"

namespace yongdi::explain {

void add_ground(Story& story, const Ground& ground) {
  if (!ground.title.empty()) story.head.push_back({{"审计项目", "Audit"}, same(ground.title)});
  story.head.push_back({{"审计基准日", "As-of day"}, same(ground.law.as_of().to_iso())});
  story.head.push_back({{"规则集", "Rulebook"}, same(ground.rulebook)});
  for (const std::string& number : ground.accepted_expired)
    story.warnings.push_back({number + " 在审计基准日没有效力；经项目文件指名接受而继续审计，其数值未采用。",
                              number + " is not in force on the as-of day; the audit went on because the project file accepts it by name, without its figures."});
}

Text areas(std::optional<double> declared_m2, std::optional<double> plane_m2, std::optional<double> ellipsoid_m2, const Ground& ground) {
  const Text decides = {"（采用）", " (decides)"};
  return Text{"登记 ", "declared "} + square_metres(declared_m2) + Text{"；图形平面 ", "; measured: plane "} + square_metres(plane_m2) +
         (ground.by_ellipsoid ? Text{} : decides) + Text{"、椭球 ", ", ellipsoid "} + square_metres(ellipsoid_m2) +
         (ground.by_ellipsoid ? decides : Text{});
}

Text place(const facts::Table& facts) {
  const facts::Row& row = facts.rows.front();
  const std::string source = row.source < facts.sources.size() ? facts.sources[row.source] : std::string();
  const std::string number = std::to_string(row.number);
  return {source + " 第 " + number + " 行", source + ", row " + number};
}

Text known_facts(const facts::Table& facts, std::initializer_list<std::string_view> fields) {
  std::vector<Text> parts;
  const auto declared = facts::fields(facts.layer);
  for (std::size_t i = 0; i < facts.columns.size(); ++i) {
    const facts::Field& each = declared[facts.columns[i]];
    const facts::Value& held = facts.rows.front().values[i];
    if (std::find(fields.begin(), fields.end(), each.name) == fields.end() || std::holds_alternative<std::monostate>(held)) continue;
    parts.push_back(Text{std::string(each.zh) + " ", std::string(each.en) + " "} + value(each, held));
  }
  return joined(parts, {"；", "; "});
}

Section findings_section(const std::vector<ledger::FindingRow>& findings) {
  Section section{{"有关发现", "Findings on it"}, false, {}, {}};
  Steps steps(section);
  for (const ledger::FindingRow& finding : findings) {
    const Text level = severity(finding.severity);
    steps.add("[" + level.zh + "] " + finding.message_zh + "处理：" + finding.fix_zh,
              "[" + level.en + "] " + finding.message_en + " Mend: " + finding.fix_en);
  }
  if (findings.empty()) steps.add("没有。", "None.");
  return section;
}

Text missing_words(std::string_view missing, std::initializer_list<facts::Layer> layers) {
  std::vector<Text> parts;
  while (!missing.empty()) {
    const std::size_t comma = std::min(missing.find(','), missing.size());
    const std::string_view name = missing.substr(0, comma);
    missing.remove_prefix(std::min(comma + 1, missing.size()));
    Text named;
    for (const facts::Layer layer : layers)
      if (empty(named)) named = field(layer, name);
    parts.push_back(empty(named) ? same(std::string(name)) : named);
  }
  return list(parts);
}

}  // namespace yongdi::explain
