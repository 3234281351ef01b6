#include "workflow/rows_disposal.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "findings/catalogue.hpp"
#include "measures/exact.hpp"

namespace yongdi::workflow {

namespace {

using disposal::Effect;
using disposal::Kind;
using disposal::Movement;

ledger::Text text(const std::string& value) { return value.empty() ? ledger::Text() : value; }
ledger::Whole whole(const std::optional<int>& value) { return value ? ledger::Whole(*value) : ledger::Whole(); }
std::string subject(Kind kind) { return kind == Kind::unsupplied ? "approval" : "parcel"; }

// Field names in the words of the language; names of rule parameters stand as they are.
std::string words_of(const std::string& names, facts::Layer layer, bool chinese) {
  std::string result;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t comma = std::min(names.find(',', at), names.size());
    const std::string name = names.substr(at, comma - at);
    const std::size_t field = facts::find_field(layer, name);
    if (!result.empty()) result += chinese ? "、" : ", ";
    if (field == facts::kNoField)
      result += name;
    else
      result += chinese ? facts::fields(layer)[field].zh : facts::fields(layer)[field].en;
    at = comma + 1;
  }
  return result;
}

findings::Text reason_words(const Movement& movement) {
  const disposal::Reason& reason = movement.reason;
  const disposal::EventInfo& info = disposal::info(reason.event);
  findings::Text words{std::string(info.zh), std::string(info.en)};
  if (!reason.other_id.empty() && movement.subject_id != reason.other_id) {
    const bool parcel = reason.counterpart.what == disposal::Counterpart::What::parcel;
    words.zh += (parcel ? "，宗地 " : "，") + reason.other_id;
    words.en += (parcel ? ", parcel " : ", ") + reason.other_id;
  }
  if (reason.on) {
    words.zh += "（" + reason.on->to_iso() + "）";
    words.en += " (" + reason.on->to_iso() + ")";
  }
  if (!reason.fields.empty()) {
    const facts::Layer layer = movement.cell.kind == Kind::unsupplied && reason.counterpart.what != disposal::Counterpart::What::parcel
                                   ? facts::Layer::approvals
                                   : facts::Layer::parcels;
    words.zh += "：" + words_of(reason.fields, layer, true);
    words.en += ": " + words_of(reason.fields, layer, false);
  }
  if (movement.paid_before) {
    words.zh += "；该批次以前年度已按撤回文件离开存量而未划出图形的，不再核定";
    words.en += "; land of this approval left the stock by a document of an earlier year without an outline, and does not earn again";
  }
  return words;
}

// Where the second ledger's sources record the event.
void add_source(ledger::DisposalRow& row, const LedgerYear& second, const disposal::Reason& reason) {
  const facts::Table* table = nullptr;
  const auto parcel = second.year.parcel_of.find(reason.other_id);
  const auto approval = second.year.approval_of.find(disposal::approval_key(reason.other_id));
  if (parcel != second.year.parcel_of.end() && second.year.parcels[parcel->second].facts)
    table = &*second.year.parcels[parcel->second].facts;
  else if (approval != second.year.approval_of.end() && second.year.approvals[approval->second].facts)
    table = &*second.year.approvals[approval->second].facts;
  if (table == nullptr) return;
  row.source = table->sources.at(table->rows.front().source);
  row.row = table->rows.front().number;
}

constexpr std::string_view kRuleDocument = "rule_document.";

// A setting by which land is judged, and not merely where and how the year's own files are kept.
bool decides(std::string_view key) {
  return key.starts_with("setting.") && !key.ends_with(".source") && !key.ends_with(".layer") && !key.ends_with(".encoding");
}

// What two receipts say differently, for one finding.
class Differences {
 public:
  void add(const std::string& name) {
    constexpr std::size_t kNamed = 12;
    if (++m_count <= kNamed) m_text += (m_text.empty() ? "" : "; ") + name;
    if (m_count == kNamed + 1) m_text += "; …";
  }
  void add(const std::string& name, const std::string& first, const std::string& second) {
    const auto said = [](const std::string& value) { return value.empty() ? std::string("—") : value; };
    add(name + " " + said(first) + " → " + said(second));
  }
  void tell(std::string_view code, const LedgerYear& first, const LedgerYear& second, std::vector<findings::Finding>& findings) const {
    if (m_count == 0) return;
    findings.push_back({&findings::kind(code),
                        {},
                        "",
                        "",
                        {{"value", first.path.filename().string()}, {"other", second.path.filename().string()}, {"differences", m_text}},
                        {},
                        {}});
  }

 private:
  std::size_t m_count = 0;
  std::string m_text;
};

}  // namespace

std::vector<ledger::DisposalRow> disposal_rows(const LedgerYear& second, const Moved& moved) {
  std::vector<ledger::DisposalRow> rows;
  for (const Movement& movement : moved.movements) {
    if (movement.effect() != Effect::disposed) continue;
    const disposal::Reason& reason = movement.reason;
    findings::Text words = reason_words(movement);
    ledger::DisposalRow& row = rows.emplace_back();
    row.park_id = movement.cell.park;
    row.subject = subject(movement.cell.kind);
    row.subject_id = movement.subject_id.value_or("");
    row.kind = quota::to_text(movement.cell.kind);
    row.cohort = whole(movement.cell.cohort);
    row.area_m2 = movement.area_m2;
    row.measured = movement.drawn ? "geometry" : "declared";
    row.event = disposal::info(reason.event).code;
    row.closed_on = reason.on;
    row.document = text(reason.document);
    row.earns = movement.earns() ? "yes" : "no";
    row.successor_id = text(reason.other_id);
    const bool by_place = reason.counterpart.what == disposal::Counterpart::What::parcel && reason.other_id != movement.subject_id;
    row.matched_by = by_place ? "geometry" : "id";
    add_source(row, second, reason);
    row.reason_zh = std::move(words.zh);
    row.reason_en = std::move(words.en);
    row.shape_wkb = moved.shape(movement);
  }
  return rows;
}

std::vector<ledger::StockChangeRow> stock_change_rows(const Moved& moved, double least_m2) {
  std::vector<ledger::StockChangeRow> rows;
  for (const Movement& movement : moved.movements) {
    if (movement.effect() == Effect::disposed) continue;
    const disposal::Reason& reason = movement.reason;
    if (reason.event == disposal::Event::sliver && movement.area_m2 < least_m2) continue;
    findings::Text words = reason_words(movement);
    rows.push_back({movement.direction == disposal::Direction::left ? "left" : "entered", std::string(to_text(movement.effect())), movement.cell.park,
                    subject(movement.cell.kind), movement.subject_id, std::string(quota::to_text(movement.cell.kind)), whole(movement.cell.cohort),
                    movement.area_m2, std::string(disposal::info(reason.event).code), reason.on, text(reason.document), text(reason.other_id),
                    text(reason.fields), std::move(words.zh), std::move(words.en), moved.shape(movement)});
  }
  return rows;
}

std::vector<ledger::StockRow> stock_rows(const std::vector<disposal::Line>& lines) {
  std::vector<ledger::StockRow> rows;
  for (const disposal::Line& line : lines)
    rows.push_back({line.cell.park, std::string(quota::to_text(line.cell.kind)), whole(line.cell.cohort), line.first_m2, line.brought_in_m2,
                    line.disposed_m2, line.without_event_m2, line.data_m2, line.law_m2, line.outline_m2, line.second_m2, line.residual_m2(),
                    line.undrawn_m2});
  return rows;
}

void report_movements(const LedgerYear& first, const LedgerYear& second, const Moved& moved, std::vector<findings::Finding>& findings) {
  const std::pair<std::string, std::string> from{"first", first.year.day.to_iso()}, to{"second", second.year.day.to_iso()};
  for (const Movement& movement : moved.movements) {
    std::string_view code;
    switch (movement.effect()) {
      case Effect::disposed:
        if (!movement.earns()) code = movement.paid_before ? "STOCK_PAID_BEFORE" : "STOCK_LEFT_UNDOCUMENTED";
        break;
      case Effect::without_event:
        code = "STOCK_LEFT_WITHOUT_EVENT";
        break;
      case Effect::data:
        code = "STOCK_DATA_CHANGED";
        break;
      case Effect::law:
        code = "STOCK_LAW_CHANGED";
        break;
      case Effect::outline:
        if (movement.reason.event != disposal::Event::sliver) code = "STOCK_OUTLINE_CHANGED";
        break;
      case Effect::brought_in:
        break;
    }
    if (code.empty()) continue;
    const findings::Text words = reason_words(movement);
    const bool left = movement.direction == disposal::Direction::left;
    findings.push_back({&findings::kind(code),
                        {},
                        subject(movement.cell.kind),
                        movement.subject_id.value_or(""),
                        {from,
                         to,
                         {"kind_zh", quota::words(movement.cell.kind).zh},
                         {"kind_en", std::string(quota::to_text(movement.cell.kind))},
                         {"direction_zh", left ? "离开" : "进入"},
                         {"direction_en", left ? "left" : "entered"},
                         {"reason_zh", words.zh},
                         {"reason_en", words.en}},
                        movement.area_m2,
                        moved.shape(movement)});
  }
}

void report_standing(const disposal::Years& years, std::vector<findings::Finding>& findings) {
  for (const disposal::Parcel& parcel : years.second.parcels) {
    if (!parcel.idle || !parcel.facts) continue;
    const facts::Table& table = *parcel.facts;
    const facts::Row& row = table.rows.front();
    const auto day = facts::Column(table, "disposal_on").day(row);
    const std::string* method = facts::Column(table, "disposal_method").text(row);
    if (!years.between(day)) continue;
    findings.push_back({&findings::kind("DISPOSED_STILL_IN_STOCK"),
                        {table.sources.at(row.source), row.number, {}},
                        "parcel",
                        parcel.id,
                        {{"first", day->to_iso()}, {"value", method != nullptr ? *method : "?"}, {"second", years.second.day.to_iso()}},
                        {},
                        {}});
  }
}

void report_parks(const LedgerYear& first, const LedgerYear& second, std::vector<findings::Finding>& findings) {
  const auto report = [&](const LedgerYear& here, const LedgerYear& there) {
    for (const ledger::ParkRow& park : here.parks) {
      if (std::any_of(there.parks.begin(), there.parks.end(), [&](const auto& other) { return other.park_id == park.park_id; })) continue;
      findings.push_back({&findings::kind("PARK_IN_ONE_LEDGER"),
                          {},
                          "park",
                          park.park_id,
                          {{"value", here.path.string()}, {"other", there.path.string()}},
                          park.area_m2,
                          park.shape_wkb});
    }
  };
  report(first, second);
  report(second, first);
}

void report_grounds(const LedgerYear& first, const LedgerYear& second, std::vector<findings::Finding>& findings) {
  Differences rules, project;
  std::set<std::string> keys;
  for (const LedgerYear* ledger : {&first, &second})
    for (const auto& [key, value] : ledger->receipt) keys.insert(key);
  for (const std::string& key : keys) {
    const std::string a = first.setting(key), b = second.setting(key);
    if (a == b) continue;
    if (key.starts_with(kRuleDocument)) {
      rules.add(key.substr(kRuleDocument.size()));
    } else if (key == "rulebook" || key == "accepted_expired") {
      rules.add(key, a, b);
    } else if (key == "title" || key == "program" || key.starts_with("tolerance.") || decides(key)) {
      project.add(key, a, b);
    }
  }
  rules.tell("LEDGERS_OTHER_RULES", first, second, findings);
  project.tell("LEDGERS_OTHER_PROJECT", first, second, findings);
}

bool report_balance(const std::vector<disposal::Line>& lines, std::vector<findings::Finding>& findings) {
  const auto figure = [](double area_m2) { return measures::Exact::from_double(area_m2).value_or(measures::Exact()).to_string(4); };
  bool all = true;
  for (const disposal::Line& line : lines) {
    if (line.closes()) continue;
    all = false;
    const std::string year = line.cell.cohort ? std::to_string(*line.cell.cohort) : "—";
    findings.push_back({&findings::kind("STOCK_OPEN"),
                        {},
                        "park",
                        line.cell.park.value_or("—"),
                        {{"kind_zh", quota::words(line.cell.kind).zh},
                         {"kind_en", std::string(quota::to_text(line.cell.kind))},
                         {"year", year},
                         {"area", figure(line.second_m2)},
                         {"sum", figure(line.second_m2 - line.residual_m2())},
                         {"difference", figure(line.residual_m2())},
                         {"allowed", figure(line.allowed_m2)}},
                        {},
                        {}});
  }
  return all;
}

}  // namespace yongdi::workflow
