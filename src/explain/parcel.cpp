// The story of a parcel. The verdict is judged anew from the facts and rules in the ledger; where that is not what the ledger says, the reader is
// told.
#include <algorithm>

#include "explain/idle_steps.hpp"
#include "explain/limit_steps.hpp"
#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "explain/procedure_steps.hpp"
#include "explain/ratio_steps.hpp"

namespace yongdi::explain {

namespace {

using ledger::ParcelRow;

// What the verdict and the ratios are made from, as far as it is on record.
// clang-format off
constexpr std::string_view kFactsTold[] = {
    "area", "approval", "contract_on", "delivered_on", "start_due", "extension_signed_on", "extension_start_due", "permit_on", "foundation",
    "foundation_done", "started_on", "finished_on", "stopped_on", "area_to_develop", "area_developed", "investment_total", "investment_made", "cause",
    "cause_from", "cause_to", "cause_verified", "price", "determination_doc", "determination_on", "fixed_investment", "floor_area", "plot_ratio_min",
    "plot_ratio_max"};
// clang-format on

template <class Value>
ledger::Text code(const std::optional<Value>& value) {
  return value ? ledger::Text(std::string(to_text(*value))) : std::nullopt;
}

// The row of the ledger as these facts and rules lead to it, in the columns that follow from them alone.
ParcelRow derived(const idle::Verdict& verdict) {
  ParcelRow row;
  row.stage = to_text(verdict.stage);
  row.idle = to_text(verdict.idle);
  row.idle_class = code(verdict.idle_class);
  row.start_due = verdict.start_due;
  row.start_due_basis = code(std::optional(verdict.start_due_basis));
  row.idle_since = verdict.idle_since;
  row.idle_days = verdict.idle_days;
  row.overdue_days = verdict.overdue_days;
  row.overdue_days_net = verdict.overdue_days_net;
  row.route = code(verdict.route);
  if (verdict.fee_wan_yuan) row.fee_wan_yuan = verdict.fee_wan_yuan->to_double();  // the ledger keeps money as binary fractions
  row.cause_days = verdict.cause_days;
  row.idle_class_net = code(verdict.class_net);
  row.cause_state = code(verdict.cause_state);
  row.next_class = code(verdict.next_class);
  row.next_on = verdict.next_on;
  return row;
}

struct Compared {
  std::string_view zh, en;
  bool (*same)(const ParcelRow&, const ParcelRow&);
};
constexpr Compared kCompared[] = {
    {"所处阶段", "stage", [](const ParcelRow& a, const ParcelRow& b) { return a.stage == b.stage; }},
    {"闲置分类", "class", [](const ParcelRow& a, const ParcelRow& b) { return a.idle == b.idle && a.idle_class == b.idle_class; }},
    {"动工开发日期", "start day",
     [](const ParcelRow& a, const ParcelRow& b) { return a.start_due == b.start_due && a.start_due_basis == b.start_due_basis; }},
    {"闲置起始日和天数", "idle since, idle days",
     [](const ParcelRow& a, const ParcelRow& b) { return a.idle_since == b.idle_since && a.idle_days == b.idle_days; }},
    {"超期天数", "days overdue",
     [](const ParcelRow& a, const ParcelRow& b) { return a.overdue_days == b.overdue_days && a.overdue_days_net == b.overdue_days_net; }},
    {"原因和扣除后的分类", "causes and the class without their days",
     [](const ParcelRow& a, const ParcelRow& b) {
       return a.cause_days == b.cause_days && a.idle_class_net == b.idle_class_net && a.cause_state == b.cause_state;
     }},
    {"处置途径和闲置费", "disposal and fee",
     [](const ParcelRow& a, const ParcelRow& b) { return a.route == b.route && a.fee_wan_yuan == b.fee_wan_yuan; }},
    {"下次变化", "next change", [](const ParcelRow& a, const ParcelRow& b) { return a.next_class == b.next_class && a.next_on == b.next_on; }}};

// Names of what the ledger says otherwise than these facts and rules do.
std::vector<Text> differences(const ParcelRow& row, const ParcelRow& derived) {
  std::vector<Text> result;
  for (const Compared& each : kCompared)
    if (!each.same(row, derived)) result.push_back({std::string(each.zh), std::string(each.en)});
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
    if (!park.area_m2) {
      parks.push_back({park.park_id + "（面积未知）", park.park_id + " (area unknown)"});
      continue;
    }
    const Text area = hectares(park.area_m2), share = percent(park.share);
    parks.push_back({park.park_id + "（" + area.zh + "，占 " + share.zh + "）", park.park_id + " (" + area.en + ", " + share.en + ")"});
  }
  story.head.push_back({{"所在园区", "Parks"}, parks.empty() ? Text{"不在任何园区内", "in none"} : list(parks)});
  story.head.push_back({{"面积", "Area"}, areas(row.declared_area_m2, row.area_plane_m2, row.area_ellipsoid_m2, ground)});
  if (row.valid == "repaired")
    story.warnings.push_back(
        {"图形原不合规范，已在副本上修复，面积按修复后计。", "The outline was not valid; it was repaired on a copy and measured so."});
  if (row.valid == "no")
    story.warnings.push_back({"图形不可用，面积未知，其土地在平衡表中列为待定；以下结论只出自日期和记录，不涉及面积。",
                              "The outline cannot be used: its area is unknown and its land is undecided in the balance. What follows rests on days and records, not on its area."});
  const bool unit_in_doubt = std::any_of(file.findings.begin(), file.findings.end(), [](const auto& finding) { return finding.code == "UNIT_SUSPECT"; });
  if (unit_in_doubt)
    story.warnings.push_back({"登记面积的单位可能有误（见有关发现），由它推出的容积率、投资强度等在核实之前不足为凭。",
                              "The declared area may be in the wrong unit (see the findings): ratios made from it prove nothing until that is checked."});
  add_ground(story, ground);
}

// Values that were corrected by decision: what the source says, what counts, and by whose word.
void add_corrections(Story& story, const ParcelFile& file) {
  for (const ledger::OverrideRow& each : file.corrections) {
    if (each.outcome != "applied") continue;
    const std::size_t field = facts::find_field(facts::Layer::parcels, each.field);
    if (field == facts::kNoField) continue;
    const facts::Field& named = facts::fields(facts::Layer::parcels)[field];
    const std::string day = each.day ? each.day->to_iso() : std::string(), who = each.who.value_or(""), document = each.document.value_or("");
    const auto joined = [&](const char* comma) {
      std::string text;
      for (const std::string* part : {&who, &day, &document})
        if (!part->empty()) text += (text.empty() ? "" : comma) + *part;
      return text;
    };
    story.warnings.push_back({std::string(named.zh) + "已由更正记录更正：原数据为“" + each.source_value.value_or("空白") + "”，采用“" +
                                  each.value.value_or("空白") + "”（" + joined("，") + "；" + each.source + " 第 " + std::to_string(each.row) + " 行）。",
                              "The " + std::string(named.en) + " is corrected: the source says \"" + each.source_value.value_or("nothing") + "\", what counts is \"" +
                                  each.value.value_or("nothing") + "\" (" + joined(", ") + "; " + each.source + ", row " + std::to_string(each.row) + ")."});
  }
}

// The rows of a table of causes, each with where it was read.
void add_causes(Section& section, const ParcelFile& file) {
  const facts::Column cause(file.causes, "cause"), from(file.causes, "from"), to(file.causes, "to"), verified(file.causes, "verified"),
      document(file.causes, "document");
  Steps steps(section);
  for (const facts::Row& row : file.causes.rows) {
    const auto day = [&](const facts::Column& column) { return column.day(row) ? column.day(row)->to_iso() : std::string("…"); };
    const auto text = [&](const facts::Column& column) { return column.text(row) != nullptr ? *column.text(row) : std::string("—"); };
    const std::string what = text(cause) + " " + day(from) + " – " + day(to), source = file.causes.sources.at(row.source), number = std::to_string(row.number);
    steps.add("原因记录：" + what + "，核实：" + text(verified) + "，文号：" + text(document) + "（" + source + " 第 " + number + " 行）。",
              "Cause on record: " + what + ", verified: " + text(verified) + ", document: " + text(document) + " (" + source + ", row " + number + ").");
  }
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

void add_ratios(Story& story, const ParcelFile& file, const Ground& ground) {
  story.sections.push_back(ratio_section(file, ground));
  if (!file.row.missing) return;
  const Text missing = missing_words(*file.row.missing, {facts::Layer::parcels, facts::Layer::buildings});
  Steps(story.sections.back())
      .add("缺少资料：" + missing.zh + "；与之有关的数因此未知。", "Not on record: " + missing.en + "; figures that need it are unknown.");
}

// Of another day: what the ledger says of its own.
void add_comparison(Story& story, const ParcelFile& file, const Ground& ground) {
  const idle::Terms terms = idle::terms(ground.law.rules(), *ground.ledger_day);
  const idle::Facts facts = idle::FactsReader(file.facts, &file.causes).read(file.facts.rows.front(), *ground.ledger_day, file.causes.rows);
  const idle::Verdict own = idle::judge(facts, terms, *ground.ledger_day);
  const Law law(ground.law.rules(), *ground.ledger_day);
  const Text then = idle_sentence({facts, terms, own}, law, determination(file, facts));
  story.head.push_back({{"台账的结论", "The ledger's verdict"}, then});
}

}  // namespace

Story tell_parcel(const ParcelFile& file, const Ground& ground) {
  const measures::Day as_of = ground.law.as_of();
  const idle::Terms terms = idle::terms(ground.law.rules(), as_of);
  const idle::Facts facts = idle::FactsReader(file.facts, &file.causes).read(file.facts.rows.front(), as_of, file.causes.rows);
  const idle::Verdict verdict = idle::judge(facts, terms, as_of);
  const IdleCase idle{facts, terms, verdict};

  Story story;
  story.subject = "parcel";
  story.id = file.row.parcel_id;
  story.title = Text{"宗地 ", "Parcel "} + same(story.id + (file.row.name ? "  " + *file.row.name : ""));
  add_head(story, file, ground);
  add_corrections(story, file);
  if (ground.ledger_day) {
    add_comparison(story, file, ground);
  } else if (const Text differ = list(differences(file.row, derived(verdict))); !empty(differ)) {
    story.warnings.push_back(
        {"台账所列与按其自身保存的事实和规则重新推定的不一致：" + differ.zh + "。台账可能被改动过，请重新审计；以下为重新推定的过程。",
         "The ledger does not say what its own facts and rules lead to: " + differ.en +
             ". It may have been changed; audit again. What follows is judged anew."});
  }
  story.verdict = idle_sentence(idle, ground.law, determination(file, facts));
  story.sections.push_back(facts_section(file.facts, kFactsTold));
  add_causes(story.sections.back(), file);
  for (Section& section : idle_sections(idle, ground.law)) story.sections.push_back(std::move(section));
  if (Section procedure = procedure_section(idle, ground.law, file.facts); !procedure.steps.empty()) story.sections.push_back(std::move(procedure));
  if (ground.ledger_day) {
    speak_of_the_day_asked(story);
  } else {
    if (verdict.stage != idle::Stage::future) add_ratios(story, file, ground);
    for (Section section : {limit_section(file), screen_section(file, ground)})
      if (!section.steps.empty()) story.sections.push_back(std::move(section));
    story.sections.push_back(approvals_section(file));
    story.sections.push_back(findings_section(file.findings));
    story.findings = file.findings;
  }
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  story.facts = file.facts;
  story.derived = columns_of(derived(verdict), {"stage", "idle", "idle_class", "start_due", "start_due_basis", "idle_since", "idle_days",
                                                "overdue_days", "overdue_days_net", "cause_days", "idle_class_net", "cause_state", "route", "fee_wan_yuan", "next_class", "next_on"});
  return story;
}

}  // namespace yongdi::explain
