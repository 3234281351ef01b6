#include "explain/parts.hpp"

#include <algorithm>

#include "explain/phrases.hpp"
#include "measures/units.hpp"
#include "rulebook/article.hpp"

namespace yongdi::explain {

Story::Column held(const ledger::Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* day = std::get_if<measures::Day>(&cell)) return day->to_iso();
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return {};
}

void add_ground(Story& story, const Ground& ground) {
  if (!ground.title.empty()) story.head.push_back({{"审计项目", "Audit"}, same(ground.title)});
  const std::string day = ground.law.as_of().to_iso();
  if (ground.ledger_day) {
    const std::string own = ground.ledger_day->to_iso();
    story.head.push_back({{"所问之日", "Day asked"}, {day + "（台账的审计基准日为 " + own + "）", day + " (the ledger's as-of day is " + own + ")"}});
    story.warnings.push_back(
        {"以下按台账所存的同一事实和 " + day + " 有效的规则推定，不改变台账；" + own + " 以后发生的事，台账没有记录的，不在其内。",
         "Judged from the same facts that the ledger keeps, by the rules in force on " + day +
             "; the ledger is not changed, and what happened after " + own + " counts only if it is on record there."});
    for (const rulebook::Document* document : ground.law.rules().anchors_out_of_force(ground.law.as_of())) {
      const Text name = full_name(*document);
      const std::string validity = rulebook::validity(*document);
      story.warnings.push_back(
          {name.zh + "在所问之日没有效力（施行期 " + validity + "），台账中没有该日的版本。",
           name.en + " is not in force on the day asked (in force " + validity + "), and the ledger has no version for that day."});
    }
  } else {
    story.head.push_back({{"审计基准日", "As-of day"}, same(day)});
  }
  const Text& rules = ground.law.rules().title();
  story.head.push_back({{"规则集", "Rulebook"}, empty(rules) ? same(ground.rulebook) : rules});
  for (const std::string& number : ground.accepted_expired)
    story.warnings.push_back(
        {number + " 在审计基准日没有效力；经项目文件指名接受而继续审计，其数值未采用。",
         number + " is not in force on the as-of day; the audit went on because the project file accepts it by name, without its figures."});
  if (!ground.run_id.empty()) {
    constexpr std::size_t kShown = 16;
    const std::string id = ground.run_id.substr(0, kShown);
    story.run = ground.of_quota ? Text{"本说明出自指标文件，测算运行编号 " + id, "Told from the quota file of run " + id}
                                : Text{"本说明出自台账，审计运行编号 " + id, "Told from the ledger of audit run " + id};
  }
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

Section facts_section(const facts::Table& facts, std::span<const std::string_view> fields) {
  Section section{{"采用的记录", "What is on record"}, false, {}, {}};
  section.of_words = true;
  const auto declared = facts::fields(facts.layer);
  const facts::Row& row = facts.rows.front();
  struct Place {
    std::string_view source;
    std::optional<std::int64_t> row;
    std::vector<std::vector<Text>> cells;
  };
  std::vector<Place> places;  // in the order in which the fields meet them
  for (std::size_t i = 0; i < facts.columns.size(); ++i) {
    const facts::Field& field = declared[facts.columns[i]];
    if (std::find(fields.begin(), fields.end(), field.name) == fields.end() || std::holds_alternative<std::monostate>(row.values[i])) continue;
    const facts::Whence from = facts::whence(facts, row, field.name);
    const auto same_place = [&](const Place& place) { return place.source == from.source && place.row == from.row; };
    auto place = std::find_if(places.begin(), places.end(), same_place);
    if (place == places.end()) place = places.insert(places.end(), {from.source, from.row, {}});
    Text column;
    if (!from.header.empty()) column = {"“" + std::string(from.header) + "”", "\"" + std::string(from.header) + "\""};
    const measures::Unit* unit = measures::find_unit(from.unit);
    if (unit != nullptr && unit != &measures::canonical_unit(field.dimension()))
      column = column + Text{"，按" + std::string(unit->name_zh) + "读取", ", read in " + std::string(unit->name)};
    place->cells.push_back({{std::string(field.zh), std::string(field.en)}, value(field, row.values[i]), std::move(column)});
  }
  for (Place& place : places) {
    const std::string source(place.source), number = place.row ? std::to_string(*place.row) : std::string();
    section.table.push_back({place.row ? Text{source + " 第 " + number + " 行", source + ", row " + number} : same(source)});
    for (auto& cells : place.cells) section.table.push_back(std::move(cells));
  }
  if (places.empty()) {
    const Text from = explain::place(facts);
    Steps(section).add(from.zh + "：没有任何日期、投资或原因的记录。", from.en + ": no day, investment or cause is recorded.");
  }
  return section;
}

namespace {

// "第二条第二款、第三十条" are two.
std::vector<Text> passages_of(const Text& article) {
  constexpr std::string_view kBetween = "、";
  if (!article.zh.starts_with("第")) return {article};
  std::vector<Text> result;
  for (std::string_view rest = article.zh; !rest.empty();) {
    const std::size_t end = std::min(rest.find(kBetween), rest.size());
    result.push_back({std::string(rest.substr(0, end)), rulebook::article_in_english(rest.substr(0, end))});
    rest.remove_prefix(std::min(end + kBetween.size(), rest.size()));
  }
  return result;
}

}  // namespace

Section documents_section(const std::vector<Section>& sections, std::size_t rules_missing) {
  Section section{{"依据的文件", "Documents it rests on"}, false, {}, {}};
  Steps steps(section);
  std::vector<std::pair<const Citation*, std::vector<Text>>> documents;  // with the passages, in the order in which they are cited
  std::vector<Text> not_used;                                            // versions and lower levels that give a figure used here, with the reason
  for (const Section& told : sections)
    for (const Step& step : told.steps)
      for (const Citation& citation : step.citations) {
        const auto same_document = [&](const auto& each) {
          return each.first->title.zh == citation.title.zh && each.first->number == citation.number;
        };
        auto document = std::find_if(documents.begin(), documents.end(), same_document);
        if (document == documents.end()) document = documents.insert(documents.end(), {&citation, {}});
        for (const Text& each : citation.rejected) {
          const auto same_reason = [&](const Text& other) { return other.zh == each.zh; };
          if (std::none_of(not_used.begin(), not_used.end(), same_reason)) not_used.push_back(each);
        }
        for (Text& passage : passages_of(citation.article)) {
          const auto same_passage = [&](const Text& each) { return each.zh == passage.zh; };
          if (std::none_of(document->second.begin(), document->second.end(), same_passage)) document->second.push_back(std::move(passage));
        }
      }
  for (const auto& [document, passages] : documents) {
    Text text = full_name(*document);
    if (!document->issuer.empty() && !document->by_program) text = text + Text{"，" + document->issuer, ", " + document->issuer};
    if (!document->version.empty()) text = text + Text{"，版本 " + document->version, ", version " + document->version};
    if (document->in_force_from) {
      const std::string from = document->in_force_from->to_iso(), to = document->in_force_to ? document->in_force_to->to_iso() : std::string();
      text = text + (document->by_program ? Text{"，不是法规，自 " + from + " 起采用", ", no law, applied from " + from}
                     : to.empty()         ? Text{"，" + from + " 起施行", ", in force from " + from}
                                          : Text{"，" + from + " 至 " + to + " 施行", ", in force " + from + " to " + to});
    }
    if (document->own)
      text = text +
             Text{"（由本地规则集提供，取代程序自带的文本）", " (from the rulebook's own folder, in place of the text that comes with the program)"};
    steps.add(text + Text{"：", ": "} + list(passages) + Text{"。", "."});
  }
  for (const Text& each : not_used) steps.add(Text{"没有采用：", "Not used: "} + each + Text{"。", "."});
  if (documents.empty()) steps.add("没有。", "None.");
  if (rules_missing > 0) {
    const std::string count = std::to_string(rules_missing);
    steps.add("另有 " + count + " 条规则本程序没有编入，须由人工把握；逐条列出：yongdi rules list --missing。",
              count + " rules are not encoded and are left to a person; they are listed by: yongdi rules list --missing.");
  }
  return section;
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

void speak_of_the_day_asked(Story& story) {
  const auto replace = [](std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  };
  const auto speak = [&](Text& text) {
    replace(text.zh, "审计基准日", "所问之日");
    replace(text.zh, "基准日", "所问之日");
    replace(text.en, "as-of day", "day asked");
  };
  speak(story.verdict);
  for (Section& section : story.sections) {
    for (Step& step : section.steps) speak(step.text);
    for (auto& row : section.table)
      for (Text& cell : row) speak(cell);
  }
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
