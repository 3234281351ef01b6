#include "report/quota.hpp"

#include <fmt/format.h>

#include "measures/units.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/quota_words.hpp"
#include "report/summary.hpp"

namespace yongdi::report {
namespace {

using measures::Exact;

constexpr int kPlaces = 2;
constexpr std::size_t kParksShown = 60;  // beyond a few screens the file is the place to read
constexpr std::size_t kRoundsShown = 12;
constexpr std::size_t kRoundWidth = 240;  // code points of a round with very many parks

std::string in_measure(const Exact& m2, const measures::Unit& measure) { return (m2 / measure.factor()).to_string(kPlaces); }
std::string in_measure(const std::optional<Exact>& m2, const measures::Unit& measure) { return m2 ? in_measure(*m2, measure) : "—"; }

std::string deducted(const quota::ParkQuota& got, const measures::Unit& measure) {
  const quota::StepTold& step = got.steps.at(static_cast<std::size_t>(quota::Step::deduct));
  return decimal((step.before_m2.value_or(0) - step.after_m2) / measure.factor().to_double(), kPlaces);
}

std::string shortened(const std::string& text) {
  std::string result;
  std::string_view rest = text;
  for (std::size_t i = 0; i < kRoundWidth && !rest.empty(); ++i) append_utf8(result, take_code_point(rest));
  return rest.empty() ? result : result + "…";
}

std::string head(const workflow::Quota& quota, Language language) {
  const quota::Plan& plan = quota.basis.input.plan;
  const measures::Unit& measure = *plan.measure;
  const std::string unit(in(language, measure.name_zh, measure.name));
  std::string text = quota.basis.title.empty() ? "" : printable(quota.basis.title) + "\n";
  const std::string rule(plan.rule == quota::Rule::linked ? in(language, "增存挂钩", "linked to disposal") : in(language, "因素法", "by factors"));
  const std::string share = (plan.reserve_share * Exact(100)).to_string() + " %";
  text += language == Language::zh
              ? fmt::format("{} 年度用地计划指标（测算）\n规则：{}；总量 {} {}，预留 {}；规则集 {}，参数取 {} 有效的版本\n", plan.year, rule,
                            in_measure(plan.total_m2, measure), unit, share, quota.basis.rules.name(), quota.basis.day.to_iso())
              : fmt::format("Land quotas of {} (an estimate)\nRule: {}; total {} {}, {} kept back; rulebook {}, parameters in force on {}\n",
                            plan.year, rule, in_measure(plan.total_m2, measure), unit, share, quota.basis.rules.name(), quota.basis.day.to_iso());
  if (quota.basis.first_closed) {
    const std::string from = quota.basis.first_closed->to_iso(), to = quota.basis.last_closed->to_iso();
    text += language == Language::zh ? fmt::format("处置：核定 {} 项，办结于 {} 至 {}\n", quota.basis.disposals.size(), from, to)
                                     : fmt::format("Disposals: {} earn, closed from {} to {}\n", quota.basis.disposals.size(), from, to);
  }
  for (const std::string& number : quota.basis.accepted_expired)
    text += language == Language::zh ? fmt::format("按项目文件接受已失效的 {}\n", number)
                                     : fmt::format("Accepted although no longer in force: {}\n", number);
  return text + "\n";
}

std::string parks(const workflow::Quota& quota, Language language) {
  const measures::Unit& measure = *quota.basis.input.plan.measure;
  const std::string unit = fmt::format(" ({})", in(language, measure.name_zh, measure.name));
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "名称", "name"));
  table.add_column(in(language, "任务", "tasks"));
  table.add_column(in(language, "供地率", "supply rate"));
  table.add_column(std::string(in(language, "核定", "credit")) + unit, Align::right);
  table.add_column(std::string(in(language, "扣减", "deducted")) + unit, Align::right);
  table.add_column(std::string(in(language, "保底", "floor")) + unit, Align::right);
  table.add_column(std::string(in(language, "需求", "demand")) + unit, Align::right);
  table.add_column(std::string(in(language, "指标", "quota")) + unit, Align::right);
  table.add_column("");
  Exact sum;
  for (std::size_t i = 0; i < quota.outcome.parks.size(); ++i) {
    const quota::Park& park = quota.basis.input.parks[i];
    const quota::ParkQuota& got = quota.outcome.parks[i];
    sum += got.quota_m2;
    if (i >= kParksShown) continue;
    table.add_row({park.id, park.name.value_or(""), in(language, completion_words(got.completion)), in(language, gate_words(got)),
                   in_measure(got.credit_m2, measure), deducted(got, measure), in_measure(park.floor_m2, measure),
                   in_measure(park.demand_m2, measure), in_measure(got.quota_m2, measure),
                   std::string(got.placeholder ? in(language, "含占位参数", "placeholder") : "")});
  }
  const auto line = [&](std::string_view zh, std::string_view en, const Exact& m2) {
    table.add_row({std::string(in(language, zh, en)), "", "", "", "", "", "", "", in_measure(m2, measure), ""});
  };
  line("合计", "sum of the parks", sum);
  line("未分配", "undistributed", quota.outcome.undistributed_m2);
  line("可分总量", "to share", quota.outcome.to_share_m2);
  line("预留", "kept back", quota.outcome.kept_back_m2);
  line("总量", "total", quota.basis.input.plan.total_m2);
  std::string text = table.to_string();
  if (quota.outcome.parks.size() > kParksShown) {
    const std::size_t more = quota.outcome.parks.size() - kParksShown;
    text += language == Language::zh ? fmt::format("另有 {} 个园区，见 quota 表。\n", more)
                                     : fmt::format("{} more parks are in the table quota.\n", more);
  }
  return text;
}

std::string rounds(const workflow::Quota& quota, Language language) {
  std::string text = "\n";
  for (std::size_t i = 0; i < quota.outcome.rounds.size() && i < kRoundsShown; ++i)
    text += shortened(in(language, quota.outcome.rounds[i].statement)) + "\n";
  if (quota.outcome.rounds.size() > kRoundsShown)
    text += language == Language::zh ? fmt::format("……共 {} 轮，见 quota_round 表。\n", quota.outcome.rounds.size())
                                     : fmt::format("… {} rounds in all, in the table quota_round.\n", quota.outcome.rounds.size());
  return text;
}

std::string checks(const workflow::Quota& quota, Language language) {
  std::string open;
  for (const quota::Check& check : quota.outcome.checks)
    if (!check.holds)
      open += fmt::format("  {}: {} ≠ {} {}\n", in(language, check.statement), check.left.to_string(), check.right.to_string(), check.unit);
  if (!open.empty()) return std::string(in(language, "\n不成立的勾稽关系：\n", "\nIdentities that do not hold:\n")) + open;
  return language == Language::zh ? fmt::format("\n勾稽关系 {} 项，全部成立。\n", quota.outcome.checks.size())
                                  : fmt::format("\nAll {} identities hold.\n", quota.outcome.checks.size());
}

std::string remarks(const workflow::Quota& quota, Language language) {
  std::string text;
  for (const findings::Finding& finding : quota.basis.findings)
    if (finding.kind->severity > findings::Severity::info && finding.kind->code != "PLACEHOLDER_USED")
      text += fmt::format("  {}  {}\n", name(finding.kind->severity, language), printable(in(language, findings::message(finding))));
  std::string stand_ins;
  for (const quota::Parameter& each : quota.outcome.used)
    if (each.placeholder)
      stand_ins += fmt::format("    {} = {}\n", in(language, quota::parameter_words(each.name)), in(language, quota::parameter_figure(each)));
  if (!stand_ins.empty())
    text += std::string(in(language, "  本程序占位参数（不是文件原文，须由本局文件替换）：\n",
                           "  placeholders of this program (not the text of a document; to be replaced by the office's own):\n")) +
            stand_ins;
  return text.empty() ? text : "\n" + text;
}

}  // namespace

std::string quota_summary(const workflow::Quota& quota, const std::filesystem::path& file, Language language) {
  std::string text = head(quota, language) + parks(quota, language) + rounds(quota, language) + checks(quota, language) + remarks(quota, language);
  if (quota.outcome.parks.empty()) return text;
  return text + fmt::format("\n{}yongdi explain {} {}\n", in(language, "某个园区的指标从何而来：", "Why a park has its quota: "),
                            for_shell(file.string()), for_shell(quota.basis.input.parks.front().id));
}

}  // namespace yongdi::report
