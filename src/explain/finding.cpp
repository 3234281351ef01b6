// The story of a finding: what is wrong, where, what it leaves open, how to mend it.
#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "ledger/columns.hpp"

namespace yongdi::explain {

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
    const Text open = ledger::columns_in_words(*row.blocks);
    steps.add("在此之前不能确定或受影响的：" + open.zh + "。", "Until then open or affected: " + open.en + ".");
  }
  story.sections.push_back(std::move(mend));
  story.findings = {row};
  return story;
}

}  // namespace yongdi::explain
