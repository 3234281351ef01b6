#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/defects.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/parks_table.hpp"

namespace yongdi::report {
namespace {

constexpr std::size_t kCodesShown = 12;  // what fits on one screen beside the parks; the rest is counted

// What the totals of the table do and do not hold.
std::string what_totals_hold(const workflow::Audit& audit, Language language) {
  double outside_m2 = 0;
  for (const auto& [class_name, area_m2] : audit.outside_parks) outside_m2 += area_m2.value_or(0);
  std::string text;
  if (audit.shared_parcels > 0)
    text += fmt::format(fmt::runtime(in(language, "跨园区宗地 {} 宗：面积按各园区内的部分分计，上级园区只计一次。\n",
                                        "{} parcels lie in more than one park: each park has its part of the land, the zone above has it once.\n")),
                        audit.shared_parcels);
  if (outside_m2 > 0)
    text += fmt::format(fmt::runtime(in(language, "核准范围外：宗地和批次另有 {} 公顷在所有园区之外，单列（表 outside_parks），不计入上表。\n",
                                        "Outside the approved outlines: parcels and approvals have {} ha more in no park; listed apart (table "
                                        "outside_parks), not counted above.\n")),
                        hectares(outside_m2));
  return text;
}

std::string worst_findings(const workflow::Audit& audit, Language language) {
  const std::vector<Defects> all = defects_by_code(audit);
  std::string text = fmt::format("{}{}\n", in(language, "发现：", "Findings: "), counts(audit, language));
  TextTable table;
  table.add_column(in(language, "级别", "severity"));
  table.add_column(in(language, "代码", "code"));
  table.add_column(in(language, "项数", "count"), Align::right);
  table.add_column(in(language, "公顷", "hectares"), Align::right);
  table.add_column(in(language, "例", "example"));
  std::size_t hidden = 0;
  for (const Defects& defects : all) {
    if (defects.kind->severity == findings::Severity::info) continue;  // counted above, listed by `check`
    // A placeholder stands in for law nobody has seen: it is shown however long the list is.
    if (table.row_count() >= kCodesShown && defects.kind->code != "PLACEHOLDER_USED") {
      ++hidden;
      continue;
    }
    const findings::Finding& example = audit.findings[defects.members.front()];
    table.add_row({std::string(name(defects.kind->severity, language)), std::string(defects.kind->code), fmt::format("{}", defects.members.size()),
                   hectares(defects.any_area ? std::optional(defects.area_m2) : std::nullopt), in(language, findings::message(example))});
  }
  if (table.row_count() > 0) text += table.to_string();
  if (hidden > 0) text += fmt::format(fmt::runtime(in(language, "另有 {} 种代码未列出。\n", "And {} more codes.\n")), hidden);
  return text;
}

// The worst defect that concerns one feature is the best thing to explain next.
std::string worth_explaining(const workflow::Audit& audit) {
  for (const Defects& defects : defects_by_code(audit)) {
    for (const std::size_t i : defects.members) {
      const findings::Finding& finding = audit.findings[i];
      const bool told = finding.subject == "parcel" || finding.subject == "approval" || finding.subject == "park";
      const bool made_up = finding.subject_id.find('~') != std::string::npos;  // an id the program had to make is no good example
      if (told && !finding.subject_id.empty() && !made_up) return finding.subject_id;
    }
  }
  return audit.parks.empty() ? std::string() : audit.parks.front().park.park_id;
}

bool decides_idleness(const workflow::MissingField& missing) { return missing.blocks.find("idle_class") != std::string::npos; }

// A verdict left open weighs more than a ratio, whatever the land.
const workflow::MissingField& most_wanted(const std::vector<workflow::MissingField>& missing) {
  const auto first = std::find_if(missing.begin(), missing.end(), decides_idleness);
  return first != missing.end() ? *first : missing.front();
}

// What is not in the table: between which ends idle land lies, what changes soon, and which values were corrected.
std::string beside_the_table(const workflow::Audit& audit, Language language) {
  std::string text;
  if (audit.idle.unknown > 0)
    text += fmt::format(fmt::runtime(in(language, "闲置土地（含园区外）在 {} 至 {} 公顷之间：{} 宗是否闲置待定。\n",
                                        "Idle land, outside the parks included, lies between {} and {} ha: {} parcels cannot be decided.\n")),
                        hectares(audit.idle.low_m2), hectares(audit.idle.high_m2), audit.idle.unknown);
  if (!audit.near_misses.empty() && audit.near_misses.back().parcels > 0) {
    std::string parts;
    for (const workflow::NearMiss& each : audit.near_misses)
      parts += std::string(parts.empty() ? std::string_view() : in(language, "，", ", ")) +
               fmt::format(fmt::runtime(in(language, "{} 日内 {} 宗（{} 公顷）", "{} days: {} ({} ha)")), each.days, each.parcels, hectares(each.area_m2));
    text += fmt::format(fmt::runtime(in(language, "若无变化将改变闲置类别的宗地：{}；见 parcel 表 next_in_days。\n",
                                        "Parcels whose class changes if nothing happens, within {}; see next_in_days in the table parcel.\n")),
                        parts);
  }
  if (!audit.corrections.empty()) {
    std::uint64_t all = 0;
    for (const auto& [outcome, number] : audit.corrections) all += number;
    const auto applied = audit.corrections.find("applied");
    text += fmt::format(fmt::runtime(in(language, "更正记录 {} 条，采用 {} 条；逐条见 override 表。\n", "Corrections on record: {}, applied: {}; each in the table override.\n")), all,
                        applied == audit.corrections.end() ? 0 : applied->second);
  }
  if (!audit.missing_fields.empty()) {
    const workflow::MissingField& most = most_wanted(audit.missing_fields);
    text += fmt::format(fmt::runtime(decides_idleness(most) ? in(language, "最应补录的是{}（{}）：缺 {} 项，{} 公顷土地是否闲置因此待定；全部见 yongdi check。\n",
                                                                 "The field to enter first is the {} ({}): {} are missing, so that it is undecided whether {} ha "
                                                                 "are idle; all of them with yongdi check.\n")
                                                            : in(language, "最应补录的是{}（{}）：缺 {} 项，{} 公顷土地的指标因此未知；全部见 yongdi check。\n",
                                                                 "The field to enter first is the {} ({}): {} are missing, so that figures of {} ha are unknown; "
                                                                 "all of them with yongdi check.\n")),
                        language == Language::zh ? most.zh : most.en, most.field, most.count, hectares(most.area_m2));
  }
  return text;
}

std::string next_steps(const workflow::Audit& audit, const Outcome& outcome, Language language) {
  std::string text = fmt::format("{}{}\n", in(language, "台账：", "Ledger: "), outcome.ledger.string());
  text += fmt::format("{}yongdi check {} -o fixes.xlsx\n", in(language, "全部问题与改法：", "All findings and their fixes: "),
                      for_shell(outcome.project.string()));
  if (const std::string id = worth_explaining(audit); !id.empty()) {
    text += fmt::format("{}yongdi explain {} {}\n", in(language, "为何如此：      ", "Why it is so:                 "),
                        for_shell(outcome.ledger.string()), for_shell(id));
  }
  return text;
}

}  // namespace

std::string for_shell(const std::string& text) {
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           std::string_view("._-/+:,@%=").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string heading(const workflow::Audit& audit, Language language) {
  std::string text = audit.title.empty() ? std::string() : printable(audit.title) + "\n";
  text +=
      fmt::format(fmt::runtime(in(language, "审计基准日 {}，规则 {}\n", "As of {}, rulebook {}\n")), audit.as_of.to_iso(), printable(audit.rulebook));
  for (const std::string& document : audit.accepted_expired) {
    text += fmt::format(fmt::runtime(in(language, "注意：{} 在基准日没有效力，经项目文件指名接受而继续；其数值未采用。\n",
                                        "Note: {} is not in force on that day; accepted by name in the project file, without its figures.\n")),
                        printable(document));
  }
  return text;
}

std::string audit_summary(const workflow::Audit& audit, const Outcome& outcome, Language language) {
  const bool plane = outcome.area == settings::AreaBasis::plane;
  std::string text = heading(audit, language);
  text += plane ? in(language, "面积口径：投影平面面积（椭球面积并列于台账）\n",
                     "Areas: plane, in the working projection (ellipsoid areas stand beside them in the ledger)\n")
                : in(language, "面积口径：椭球面积（投影平面面积并列于台账）\n",
                     "Areas: on the ellipsoid (plane areas stand beside them in the ledger)\n");
  text += "\n" + parks_table(audit, language) + what_totals_hold(audit, language) + beside_the_table(audit, language);
  text += audit.balances_close ? in(language, "平衡：全部闭合，每一公顷都有归属。\n", "Balances: all close; every hectare is accounted for.\n")
                               : in(language, "平衡：不闭合！见 BALANCE_OPEN；台账不可用作结论。\n",
                                    "Balances: NOT closed! See BALANCE_OPEN; draw no conclusion from this ledger.\n");
  text += fmt::format(fmt::runtime(in(language, "未编入、须人工核查的规则：{} 条（rule_missing 表；yongdi rules list --missing）\n",
                                      "Rules not encoded, left to a person: {} (table rule_missing; yongdi rules list --missing)\n")),
                      audit.rules_missing);
  text += "\n" + worst_findings(audit, language);
  text += "\n" + next_steps(audit, outcome, language);
  return text;
}

}  // namespace yongdi::report
