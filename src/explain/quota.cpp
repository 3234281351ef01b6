#include "explain/quota.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "disposal/event.hpp"
#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "ledger/rows_quota.hpp"
#include "quota/derive.hpp"
#include "quota/entries.hpp"

namespace yongdi::explain {
namespace {

constexpr std::size_t kSourcesShown = 20;  // of a park, the largest credits first; all are in the file

Text mu(ledger::Number value) { return value ? Text{figure(*value, 4) + " 亩", figure(*value, 4) + " mu"} : unknown(); }
Text m2(ledger::Number value) { return square_metres(value); }
Text two_places(ledger::Number value) {
  return value ? same(fmt::format("{:.2f}", *value)) : unknown();
}  // in columns, where points stand below each other

Text kind_words(std::string_view kind) { return quota::words(quota::kind_of(kind).value()); }

Text completion_words(std::string_view completion) {
  return completion == "both"  ? Text{"两项任务均完成", "both tasks done"}
         : completion == "one" ? Text{"完成一项任务", "one task done"}
                               : Text{"两项任务均未完成", "no task done"};
}

// "plan.toml#quota.x,other.toml#quota.y" → the passages, each once.
std::vector<Citation> cited(const ledger::Text& rules, const Law& law) {
  std::vector<Citation> result;
  std::set<std::pair<std::string, std::string>> seen;
  for (std::string_view rest = rules ? std::string_view(*rules) : std::string_view(); !rest.empty();) {
    const std::string_view rule = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), rule.size() + 1));
    const std::size_t hash = rule.find('#');
    if (hash == std::string_view::npos) continue;
    for (Citation& citation : law.cite({rule.substr(hash + 1)}))
      if (seen.emplace(citation.number, citation.article.zh).second) result.push_back(std::move(citation));
  }
  return result;
}

Text step_name(std::string_view step) {
  for (const quota::Step each : quota::kSteps)
    if (quota::to_text(each) == step) return quota::words(each);
  return same(std::string(step));
}

Section steps_section(const std::vector<ledger::QuotaStepRow>& rows, const Law& law) {
  Section section{{"一步一步", "Step by step"}, true, {}, {}};
  Steps steps(section);
  for (const ledger::QuotaStepRow& row : rows) {
    const Text after = m2(row.after_m2);
    Text text = step_name(row.step) + Text{"：" + row.statement_zh, ": " + row.statement_en};
    text = text + (row.before_m2 ? Text{"（" + m2(row.before_m2).zh + " → " + after.zh + "）", " (" + m2(row.before_m2).en + " → " + after.en + ")"}
                                 : Text{"（" + after.zh + "）", " (" + after.en + ")"});
    steps.add(std::move(text), cited(row.rule_id, law));
  }
  return section;
}

Section sources_section(std::vector<ledger::QuotaSourceRow> rows) {
  Section section{{"挣得指标的土地", "The land that earned it"}, false, {}, {}};
  const std::size_t count = rows.size();
  double sum = 0, disposed = 0;
  for (const ledger::QuotaSourceRow& row : rows) {
    sum += row.credit_m2.value_or(0);
    disposed += row.disposed_m2.value_or(0);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.credit_m2.value_or(0) > b.credit_m2.value_or(0); });
  if (count > kSourcesShown) rows.resize(kSourcesShown);
  if (count > 0)
    section.table.push_back({{"宗地或批次", "parcel or approval"},
                             {"类别", "kind"},
                             {"批准年份", "approved"},
                             {"处置 m²", "disposed m²"},
                             {"系数", "coefficient"},
                             {"核定 m²", "credit m²"},
                             {"办结", "closed"},
                             {"文件", "document"}});
  for (const ledger::QuotaSourceRow& row : rows)
    section.table.push_back({same(row.subject_id), kind_words(row.kind), row.cohort ? same(std::to_string(*row.cohort)) : unknown(),
                             two_places(row.disposed_m2), same(figure(row.coefficient.value_or(0), 4)), two_places(row.credit_m2), day(row.closed_on),
                             same(row.document.value_or("—"))});
  Steps steps(section);
  const std::string all = std::to_string(count);
  const Text land = m2(disposed), credit = m2(sum);
  steps.add(
      count == 0
          ? Text{"本年没有处置。", "Nothing was disposed of."}
          : Text{"共 " + all + " 项，处置 " + land.zh + "，核定 " + credit.zh +
                     (count > kSourcesShown ? "；这里列出核定最多的 " + std::to_string(kSourcesShown) + " 项，其余见 quota_source 表。" : "。"),
                 all + " in all, " + land.en + " disposed of, credit " + credit.en +
                     (count > kSourcesShown ? "; the " + std::to_string(kSourcesShown) + " largest are shown, the rest is in the table quota_source."
                                            : ".")});
  return section;
}

// The stock a task starts from, with the ledger's own where that is another.
Text base_words(const ledger::QuotaTaskRow& row) {
  const Text typed = m2(row.base_area_m2), ledger = m2(row.ledger_base_area_m2);
  if (!row.ledger_base_area_m2) return typed + Text{"（任务表所填，未与台账核对）", " (as typed, not held against a ledger)"};
  if (typed.zh == ledger.zh) return typed;
  return typed + Text{"（任务表所填；台账为 " + ledger.zh + "）", " (as typed; " + ledger.en + " by the ledger)"};
}

Section tasks_section(const std::vector<ledger::QuotaTaskRow>& rows) {
  Section section{{"处置任务", "Tasks"}, false, {}, {}};
  Steps steps(section);
  for (const ledger::QuotaTaskRow& row : rows) {
    const bool rate = row.type == "rate", done = row.done == "yes";
    const Text kind = kind_words(row.kind), base = base_words(row), disposed = m2(row.disposed_m2);
    if (rate && !row.figure) {
      steps.add(kind.zh + "：基期 " + base.zh + "，没有存量可处置，不构成任务，不影响核定。",
                kind.en + ": " + base.en + " at the base date; there is no stock to dispose of, so there is no task to miss.");
      continue;
    }
    const Text target = rate ? percent(row.target) : m2(row.target);
    const Text reached = rate ? percent(row.figure) : m2(row.figure);
    steps.add(kind.zh + (rate ? "处置率不低于 " : "存量不超过 ") + target.zh + "：基期 " + base.zh + "，处置 " + disposed.zh + "，" +
                  (rate ? "处置率 " : "存量 ") + reached.zh + (done ? "，完成。" : "，未完成。"),
              kind.en + (rate ? ", rate at least " : ", stock at most ") + target.en + ": " + base.en + " at the base date, " + disposed.en +
                  " disposed of, reached " + reached.en + (done ? "; done." : "; missed."));
  }
  if (rows.empty()) steps.add({"没有下达任务，视同完成。", "No task was set, which counts as done."});
  return section;
}

Section entries_section(const std::vector<ledger::QuotaBalanceRow>& rows) {
  Section section{{"各类指标余额（不含本次测算）", "Balance by type of quota (without this estimate)"}, false, {}, {}};
  if (rows.empty()) return section;
  section.table.push_back({{"类型", "type"}, {"收入 m²", "granted m²"}, {"使用 m²", "used m²"}, {"核销 m²", "lapsed m²"}, {"余额 亩", "balance mu"}});
  for (const ledger::QuotaBalanceRow& row : rows)
    section.table.push_back({quota::type_with_code(row.type), two_places(row.granted_m2), two_places(row.used_m2), two_places(row.lapsed_m2),
                             same(figure(row.balance_mu.value_or(0), 4))});
  return section;
}

// Where the figure stands in the tables made from the file: its row among the parks, which are in the order of their ids.
Section forward_section(const ledger::QuotaRow& row, std::size_t place) {
  Section section{{"这个数在哪里", "Where the figure stands"}, false, {}, {}};
  const std::string line = std::to_string(place + 1);
  Steps(section).add("quota 表第 " + line + " 行（park_id = " + row.park_id + "）的 quota_m2、quota_mu 两列；年度表中各园区按同一次序排列，为第 " +
                         line + " 个园区。",
                     "Row " + line + " of the table quota (park_id = " + row.park_id +
                         "), columns quota_m2 and quota_mu; the annual workbook lists the parks in the same order, this one as number " + line + ".");
  return section;
}

void add_quota_ground(Story& story, const Ground& ground, const ledger::QuotaRow& row) {
  story.head.push_back({{"计划年度", "Plan year"}, same(std::to_string(row.year))});
  story.head.push_back({{"性质", "Nature"}, {"测算：参数并非都见于文件", "an estimate: not every parameter is printed in a document"}});
  add_ground(story, ground);
  if (row.placeholder_used == "yes")
    story.warnings.push_back({"用到占位参数（不是文件原文），定案前须以当年通知代替。",
                              "Placeholder parameters were used (not the text of a document); replace them by the year's notice before deciding."});
}

template <class Row>
std::vector<Row> of_park(const ledger::Reader& file, std::string_view park) {
  return file.where<Row>("park_id", park);
}

Story tell_quota_park(const ledger::Reader& file, const Ground& ground, const ledger::QuotaRow& row, std::size_t place) {
  Story story;
  story.subject = "quota";
  story.id = row.park_id;
  story.title = Text{"园区 ", "Park "} + same(row.park_id + (row.name ? "  " + *row.name : "")) + Text{"：用地计划指标", ": land quota"};
  add_quota_ground(story, ground, row);
  const Text got = mu(row.quota_mu), credit = mu(row.credit_mu), demand = mu(row.demand_mu), tasks = completion_words(row.completion);
  story.verdict = {"指标 " + got.zh + "（" + hectares(row.quota_m2).zh + "）。处置核定 " + credit.zh + "，需求 " + demand.zh + "，" + tasks.zh +
                       (row.gated == "yes" ? "，供地率不达标，暂停安排。" : "。"),
                   got.en + " (" + hectares(row.quota_m2).en + "). Credit for disposal " + credit.en + ", demand " + demand.en + ", " + tasks.en +
                       (row.gated == "yes" ? "; the supply rate closed the gate." : ".")};
  const std::vector<ledger::QuotaStepRow> steps = of_park<ledger::QuotaStepRow>(file, row.park_id);
  story.sections.push_back(steps_section(steps, ground.law));
  story.sections.push_back(sources_section(of_park<ledger::QuotaSourceRow>(file, row.park_id)));
  story.sections.push_back(tasks_section(of_park<ledger::QuotaTaskRow>(file, row.park_id)));
  if (Section entries = entries_section(of_park<ledger::QuotaBalanceRow>(file, row.park_id)); !entries.table.empty())
    story.sections.push_back(std::move(entries));
  story.sections.push_back(forward_section(row, place));
  story.findings = file.findings_on("park", row.park_id);
  if (!story.findings.empty()) story.sections.push_back(findings_section(story.findings));
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  return story;
}

// The passages that a credit of that kind rests on, from the step that credits the park.
std::vector<Citation> credit_citations(const ledger::Reader& file, const Law& law, const ledger::QuotaSourceRow& row) {
  std::vector<Citation> citations;
  const std::string stem = "quota.k." + row.kind + ".";
  for (const ledger::QuotaStepRow& step : of_park<ledger::QuotaStepRow>(file, row.park_id)) {
    if (step.step != "credit" || !step.rule_id) continue;
    for (std::string_view rest = *step.rule_id; !rest.empty();) {
      const std::string_view rule = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), rule.size() + 1));
      if (rule.find(stem) != std::string_view::npos)
        for (Citation& each : cited(std::string(rule), law)) citations.push_back(std::move(each));
    }
  }
  return citations;
}

// One disposal as a sentence; `what` names what was disposed of where the story does not.
Text source_words(const ledger::QuotaSourceRow& row, const ledger::QuotaRow& park, const std::string& what) {
  const Text kind = kind_words(row.kind);
  const Text cohort = row.cohort ? Text{std::to_string(*row.cohort) + " 年批准", "approved in " + std::to_string(*row.cohort)}
                                 : Text{"批准年份不明", "year of approval not known"};
  const Text closed = day(row.closed_on), tasks = completion_words(park.completion), land = m2(row.disposed_m2), got = m2(row.credit_m2);
  const std::string k = figure(row.coefficient.value_or(0), 4), document = row.document.value_or("");
  return {"园区 " + row.park_id + (what.empty() ? "" : "，" + what) + "：" + kind.zh + "（" + cohort.zh + "），" + closed.zh + " 办结" +
              (document.empty() ? "（没有文件）" : "，" + document) + (row.event ? "，" + disposal::event_words(*row.event).zh : "") + "；" +
              tasks.zh + "，系数 " + k + "：" + k + " × " + land.zh + " = " + got.zh + "。",
          "Park " + row.park_id + (what.empty() ? "" : ", " + what) + ": " + kind.en + " land (" + cohort.en + "), closed on " + closed.en +
              (document.empty() ? " (no document)" : " by " + document) + (row.event ? ", " + disposal::event_words(*row.event).en : "") + "; " +
              tasks.en + ", coefficient " + k + ": " + k + " × " + land.en + " = " + got.en + "."};
}

// What a park got of the disposals told.
struct Got {
  ledger::QuotaRow park;
  double credit_m2 = 0;
  std::size_t disposals = 0;
};

Text share_words(const std::string& id, const Got& got) {
  const Text part = percent(got.credit_m2 / got.park.credit_m2.value_or(0)), all = mu(got.park.credit_mu), quota = mu(got.park.quota_mu),
             sum = m2(got.credit_m2);
  const std::string count = std::to_string(got.disposals);
  return {(got.disposals > 1 ? "以上 " + count + " 项在园区 " + id + " 共核定 " + sum.zh + "，" : std::string()) + "占园区 " + id + " 核定数 " +
              all.zh + " 的 " + part.zh + "；经后续步骤，该园区指标为 " + quota.zh + "（用园区编号再查可见每一步）。",
          (got.disposals > 1 ? "These " + count + " make " + sum.en + " for park " + id + ", " : std::string()) + part.en +
              " of the credit of park " + id + ", " + all.en + "; after the further steps the park's quota is " + quota.en +
              " (ask for the park to see each)."};
}

enum class By : std::uint8_t { subject, document };

// What one disposed parcel or approval earned, in each park that it earned for; or what earned the disposals that one document closed, as the
// contract of a parcel does that took several approvals' land.
Story tell_source(const ledger::Reader& file, const Ground& ground, const std::vector<ledger::QuotaSourceRow>& rows, By by) {
  const bool one = by == By::subject;
  Story story;
  story.subject = one ? "disposal" : "document";
  story.id = one ? rows.front().subject_id : rows.front().document.value_or("");
  story.title = one ? Text{"处置 ", "Disposal "} + same(story.id)
                    : Text{"文件 ", "Document "} + same(story.id) + Text{"：以它办结的处置", ": the disposals it closed"};
  double earned = 0;
  Section section{{"挣得的指标", "What it earned"}, true, {}, {}};
  Steps steps(section);
  std::map<std::string, Got> got_by;
  for (const ledger::QuotaSourceRow& row : rows) {
    const std::vector<ledger::QuotaRow> parks = of_park<ledger::QuotaRow>(file, row.park_id);
    if (parks.empty()) continue;
    const ledger::QuotaRow& park = parks.front();
    if (got_by.empty()) add_quota_ground(story, ground, park);
    steps.add(source_words(row, park, one ? std::string() : row.subject_id), credit_citations(file, ground.law, row));
    Got& so_far = got_by.try_emplace(row.park_id, Got{park}).first->second;
    so_far.credit_m2 += row.credit_m2.value_or(0);
    ++so_far.disposals;
    earned += row.credit_m2.value_or(0);
  }
  for (const auto& [id, got] : got_by)
    if (got.park.credit_m2.value_or(0) > 0) steps.add(share_words(id, got));
  const Text total = m2(earned), total_mu = mu(earned * 3 / 2000);
  const std::string count = std::to_string(rows.size());
  story.verdict = (one ? Text{"这项处置", "This disposal earned"}
                       : Text{"以这份文件办结的处置共 " + count + " 项，", "Disposals closed by this document: " + count + ". They earned"}) +
                  Text{"核定指标 " + total.zh + "（" + total_mu.zh + "）。", " a credit of " + total.en + " (" + total_mu.en + ")."};
  story.sections.push_back(std::move(section));
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  return story;
}

}  // namespace

std::vector<Story> tell_quota(const ledger::Reader& file, const Ground& ground, std::string_view id) {
  std::vector<Story> stories;
  const std::vector<ledger::QuotaRow> parks = file.all<ledger::QuotaRow>();
  for (std::size_t i = 0; i < parks.size(); ++i)
    if (parks[i].park_id == id) stories.push_back(tell_quota_park(file, ground, parks[i], i));
  const std::vector<ledger::QuotaSourceRow> sources = file.where<ledger::QuotaSourceRow>("subject_id", id);
  if (!sources.empty()) stories.push_back(tell_source(file, ground, sources, By::subject));
  std::vector<ledger::QuotaSourceRow> closed = file.where<ledger::QuotaSourceRow>("document", id);
  std::erase_if(closed, [&](const ledger::QuotaSourceRow& row) { return row.subject_id == id; });  // told already
  if (!closed.empty()) stories.push_back(tell_source(file, ground, closed, By::document));
  return stories;
}

std::vector<std::string> quota_ids(const ledger::Reader& file) {
  std::set<std::string> ids;
  for (const ledger::QuotaRow& row : file.all<ledger::QuotaRow>()) ids.insert(row.park_id);
  for (const ledger::QuotaSourceRow& row : file.all<ledger::QuotaSourceRow>()) {
    ids.insert(row.subject_id);
    if (row.document) ids.insert(*row.document);
  }
  return {ids.begin(), ids.end()};
}

}  // namespace yongdi::explain
