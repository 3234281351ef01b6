// The story of a parcel. The verdict is judged anew from the facts and rules in the ledger; where that is not what the ledger says, the reader is
// told.
#include "explain/idle_steps.hpp"
#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "explain/ratio_steps.hpp"

namespace yongdi::explain {

namespace {

using ledger::ParcelRow;

template <class Value>
ledger::Text code(const std::optional<Value>& value) {
  return value ? ledger::Text(std::string(to_text(*value))) : std::nullopt;
}

// Names of what the ledger says otherwise than these facts and rules do.
std::vector<Text> differences(const ParcelRow& row, const idle::Verdict& verdict) {
  std::vector<Text> result;
  const auto compare = [&](bool same_value, std::string zh, std::string en) {
    if (!same_value) result.push_back({std::move(zh), std::move(en)});
  };
  const auto same_days = [](const ledger::Whole& stored, const std::optional<int>& judged) {
    return stored.has_value() == judged.has_value() && (!stored || *stored == *judged);
  };
  // The ledger keeps money as binary fractions.
  const auto same_money = [](const ledger::Number& stored, const std::optional<measures::Exact>& judged) {
    return stored.has_value() == judged.has_value() && (!stored || *stored == judged->to_double());
  };
  compare(row.stage == to_text(verdict.stage), "所处阶段", "stage");
  compare(row.idle == to_text(verdict.idle) && row.idle_class == code(verdict.idle_class), "闲置分类", "class");
  compare(row.start_due == verdict.start_due && row.start_due_basis == code(std::optional(verdict.start_due_basis)), "动工开发日期", "start day");
  compare(row.idle_since == verdict.idle_since && same_days(row.idle_days, verdict.idle_days), "闲置起始日和天数", "idle since, idle days");
  compare(same_days(row.overdue_days, verdict.overdue_days) && same_days(row.overdue_days_net, verdict.overdue_days_net), "超期天数", "days overdue");
  compare(row.route == code(verdict.route) && same_money(row.fee_wan_yuan, verdict.fee_wan_yuan), "处置途径和闲置费", "disposal and fee");
  compare(row.next_class == code(verdict.next_class) && row.next_on == verdict.next_on, "下次变化", "next change");
  return result;
}

Text determination(const ParcelFile& file, const idle::Facts& facts) {
  if (!facts.determined) return {};
  const facts::Row& row = file.facts.rows.front();
  const std::string* document = facts::Column(file.facts, "determination_doc").text(row);
  const auto on = facts::Column(file.facts, "determination_on").day(row);
  const std::string number = document != nullptr ? *document : std::string(), day = on ? on->to_iso() : std::string();
  return {"《闲置土地认定书》" + number + "，" + day, "determination " + number + " of " + day};
}

void add_head(Story& story, const ParcelFile& file, const Ground& ground) {
  const ParcelRow& row = file.row;
  if (row.holder) story.head.push_back({{"使用权人", "Holder"}, same(*row.holder)});
  std::vector<Text> parks;
  for (const ledger::ParcelParkRow& park : file.parks) {
    const Text area = hectares(park.area_m2), share = percent(park.share);
    parks.push_back({park.park_id + "（" + area.zh + "，占 " + share.zh + "）", park.park_id + " (" + area.en + ", " + share.en + ")"});
  }
  story.head.push_back({{"所在园区", "Parks"}, parks.empty() ? Text{"不在任何园区内", "in none"} : list(parks)});
  story.head.push_back({{"面积", "Area"}, areas(row.declared_area_m2, row.area_plane_m2, row.area_ellipsoid_m2, ground)});
  if (row.valid == "repaired")
    story.warnings.push_back(
        {"图形原不合规范，已在副本上修复，面积按修复后计。", "The outline was not valid; it was repaired on a copy and measured so."});
  if (row.valid == "no")
    story.warnings.push_back({"图形不可用，面积未知，其土地在平衡表中列为未定。",
                              "The outline cannot be used: its area is unknown and its land is undecided in the balance."});
  add_ground(story, ground);
}

Section approvals_section(const ParcelFile& file) {
  Section section{{"所在批次", "Approvals under it"}, false, {}, {}};
  Steps steps(section);
  for (const ledger::ApprovalParcelRow& link : file.approvals) {
    const Text how = link.linked_by == "both" ? Text{"图形压盖，供地资料所列文号一致", "by outline and by the number on record"}
                     : link.linked_by == "number"
                         ? Text{"仅按供地资料所列文号，图形不相压盖", "by the number on record alone; the outlines do not overlap"}
                         : Text{"仅按图形压盖，供地资料未列此文号", "by outline alone; the record does not name it"};
    const Text area = square_metres(link.area_m2);
    steps.add(link.approval_id + "：压盖 " + area.zh + "（" + how.zh + "）。", link.approval_id + ": " + area.en + " (" + how.en + ").");
  }
  if (file.approvals.empty()) steps.add("没有批次。", "None.");
  return section;
}

}  // namespace

Story tell_parcel(const ParcelFile& file, const Ground& ground) {
  const measures::Day as_of = ground.law.as_of();
  const idle::Terms terms = idle::terms(ground.law.rules(), as_of);
  const idle::Facts facts = idle::FactsReader(file.facts).read(file.facts.rows.front(), as_of);
  const idle::Verdict verdict = idle::judge(facts, terms, as_of);
  const IdleCase idle{facts, terms, verdict};

  Story story;
  story.subject = "parcel";
  story.id = file.row.parcel_id;
  story.title = Text{"宗地 ", "Parcel "} + same(story.id + (file.row.name ? "  " + *file.row.name : ""));
  add_head(story, file, ground);
  if (const Text differ = list(differences(file.row, verdict)); !empty(differ))
    story.warnings.push_back(
        {"台账所列与按其自身保存的事实和规则重新推定的不一致：" + differ.zh + "。台账可能被改动过，请重新审计；以下为重新推定的过程。",
         "The ledger does not say what its own facts and rules lead to: " + differ.en +
             ". It may have been changed; audit again. What follows is judged anew."});
  story.verdict = idle_sentence(idle, ground.law, determination(file, facts));
  story.sections.push_back(idle_section(idle, ground.law, file.facts));
  if (verdict.stage != idle::Stage::future) story.sections.push_back(ratio_section(file, ground));
  if (file.row.missing && verdict.stage != idle::Stage::future) {
    const Text missing = missing_words(*file.row.missing, {facts::Layer::parcels, facts::Layer::buildings});
    Steps(story.sections.back())
        .add("缺少资料：" + missing.zh + "；与之有关的数因此未知。", "Not on record: " + missing.en + "; figures that need it are unknown.");
  }
  story.sections.push_back(approvals_section(file));
  story.sections.push_back(findings_section(file.findings));
  story.facts = file.facts;
  story.findings = file.findings;
  return story;
}

}  // namespace yongdi::explain
