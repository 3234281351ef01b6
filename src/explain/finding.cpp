// The story of a finding: what is wrong, where, what it leaves open, how to mend it.
#include <algorithm>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "ledger/columns.hpp"

namespace yongdi::explain {

namespace {

// A meaning without the codes that are listed behind it.
std::string before(std::string_view words, std::string_view end) { return std::string(words.substr(0, std::min(words.find(end), words.size()))); }

// The columns it leaves undecided, in words.
Text blocked(std::string_view names) {
  std::vector<Text> parts;
  const auto tables = ledger::dictionary();
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string_view name = names.substr(0, comma);
    names.remove_prefix(std::min(comma + 1, names.size()));
    Text named = same(std::string(name));
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
      for (const ledger::ColumnInfo& column : table->columns)
        if (column.name == name && table->table.name != "parcel_fact") named = {before(column.zh, "："), before(column.en, ":")};
    parts.push_back(std::move(named));
  }
  return joined(parts, {"；", "; "});
}

}  // namespace

Story tell_finding(const ledger::FindingRow& row, const Ground& ground) {
  Story story;
  story.subject = "finding";
  story.id = row.finding_id;
  story.title = Text{"发现 ", "Finding "} + same(row.finding_id);
  const Text level = severity(row.severity);
  story.head.push_back({{"程度", "Severity"}, level});
  if (row.source) {
    const std::string number = row.row ? std::to_string(*row.row) : std::string();
    Text place = row.row ? Text{*row.source + " 第 " + number + " 行", *row.source + ", row " + number} : same(*row.source);
    if (row.field) place = place + Text{"“" + *row.field + "”", ", column \"" + *row.field + "\""};
    story.head.push_back({{"位置", "Place"}, std::move(place)});
  }
  if (row.area_m2) story.head.push_back({{"涉及面积", "Land at stake"}, square_metres(row.area_m2)});
  add_ground(story, ground);
  story.verdict = {row.message_zh, row.message_en};
  Section mend{{"怎样处理", "How to mend it"}, false, {}, {}};
  Steps steps(mend);
  steps.add(row.fix_zh, row.fix_en);
  if (row.blocks) {
    const Text open = blocked(*row.blocks);
    steps.add("在此之前不能确定或受影响的：" + open.zh + "。", "Until then open or affected: " + open.en + ".");
  }
  story.sections.push_back(std::move(mend));
  story.findings = {row};
  return story;
}

}  // namespace yongdi::explain
