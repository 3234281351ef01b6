#include "explain/limit_steps.hpp"

#include <algorithm>
#include <array>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "rulebook/parameters.hpp"
#include "screening/thresholds.hpp"

namespace yongdi::explain {

namespace {

using ledger::Number;

constexpr int kDecimals = 4;

struct Words {
  std::string_view code, zh, en;
};
constexpr Words kWords[] = {
    {"plot_ratio", "容积率", "plot ratio"},
    {"building_coefficient", "建筑系数", "building coefficient"},
    {"building_density", "建筑密度", "building density"},
    {"investment_intensity", "投资强度", "investment intensity"},
    {"admin_land_share", "行政办公及生活服务设施用地比重", "office and living land"},
    {"admin_floor_share", "行政办公及生活服务设施建筑面积比重", "office and living floor area"},
    {"green_ratio", "绿地率", "green land"},
    {"output_intensity", "土地产出率", "output per hectare"},
    {"tax_intensity", "土地税收", "tax per hectare"},
    {"investment", "固定资产投资完成合同约定的比例", "fixed investment against the contract"},
    {"tax", "亩均税收", "tax per mu"},
    {"production", "停产、半停产时间", "time production has been stopped"},
    {"admin_share", "行政办公及生活服务设施用地比重", "office and living land"},
    {"rating", "亩均评价为 D 类的年数", "years rated D"},
    {"rd_share", "研发投入占销售收入", "research spending against sales"},
    {"supporting_land", "配套用地比重", "supporting land"},
    {"supporting_floor", "配套建筑面积比重", "supporting floor area"},
    {"local", "地方标准", "local standard"},
    {"provincial", "省级标准", "provincial standard"},
    {"national", "国家标准", "national standard"},
    {"idle", "闲置土地", "it is idle"},
    {"future", "基准日后供应", "it is supplied after the as-of day"},
    {"not_industrial", "不是工业用地", "it is not industrial land"},
    {"utility", "公用事业", "it is a utility"},
    {"recent_delivery", "交地未满规定年限", "it was delivered too recently"},
    {"before_completion", "未过约定竣工日", "its agreed completion has not passed"},
    {"relocation", "政策性搬迁", "it is being relocated under policy"},
    {"startup", "初创企业", "it is a start-up"},
    {"other", "其他不参评情形", "it is exempt for another reason"},
    {"suspected", "疑似低效", "suspected of being inefficient"},
    {"watch", "关注", "to be watched"},
    {"none", "无", "nothing points to inefficiency"},
    {"open", "资料不全，待定", "open, for want of data"},
    {"pass", "达到", "reached"},
    {"fail", "未达到", "not reached"},
    {"exempt", "一事一议，不适用", "exempt, agreed case by case"},
    {"unknown", "未知", "unknown"},
};

Text words(std::string_view code) {
  const auto* const found = std::find_if(std::begin(kWords), std::end(kWords), [&](const Words& each) { return each.code == code; });
  return found == std::end(kWords) ? code_words(code) : Text{std::string(found->zh), std::string(found->en)};
}

Text amount(Number value, std::string_view unit) {
  if (!value) return unknown();
  const std::string printed = figure(*value, kDecimals);
  if (unit == "1") return same(printed);
  if (unit == "year") return {printed + " 年", printed + " years"};
  return {printed + " " + std::string(unit), printed + (unit == "万元/亩" ? " ×10⁴ yuan/mu" : " ×10⁴ yuan/ha")};
}

Text answer(std::string_view code) {
  if (code == "yes") return {"是", "yes"};
  if (code == "no") return {"否", "no"};
  return code == "n/a" ? Text{"不适用", "does not apply"} : unknown();
}

Text document(const ledger::ParcelLimitRow& row) {
  if (row.set_by == "contract") return {"合同约定", "the contract"};
  Text text = words(row.set_by) + same(" " + row.document.value_or(""));
  if (row.edition) text = text + Text{"（" + *row.edition + " 年版）", " (edition " + *row.edition + ")"};
  if (row.industry) text = text + Text{"，行业 " + *row.industry, ", industry " + *row.industry};
  if (row.source) text = text + Text{"，" + *row.source + " 第 " + std::to_string(row.row.value_or(0)) + " 行", ", " + *row.source + " row " + std::to_string(row.row.value_or(0))};
  if (row.status == "placeholder") text = text + Text{"，占位值", ", a placeholder"};
  return text;
}

// The clause a threshold comes from; none for a contract's, and for a row of the bureau's own table.
std::vector<Citation> clause_of(const ledger::ParcelScreenRow& row, const Law& law) {
  for (const rulebook::ParameterInfo& each : rulebook::kParameters) {
    const rulebook::InForce held = law.rules().find(each.name, law.as_of());
    if (held.parameter != nullptr && screening::origin_of(held).zh == row.rule) return law.cite({each.name});
  }
  return {};
}

// What a threshold rests on, where no clause says it.
Text rule_of(const ledger::ParcelScreenRow& row, bool cited) {
  if (cited || !row.rule) return {};
  const Text rule = *row.rule == "contract" ? Text{"合同约定", "the contract"} : Text{*row.rule, row.rule_en.value_or(*row.rule)};
  return {"（" + rule.zh + "）", " (" + rule.en + ")"};
}

}  // namespace

Section limit_section(const ParcelFile& file) {
  Section section{{"控制标准", "Which limits hold?"}, false, {}, {}};
  Steps steps(section);
  for (const ledger::ParcelLimitRow& row : file.limits) {
    const bool least = row.bound == "min";
    const bool binding = row.force == "binding";
    Text text = words(row.indicator) + (least ? Text{"不低于 ", " at least "} : Text{"不高于 ", " at most "}) + amount(row.required, row.unit) + Text{"（", " ("} + document(row) +
                (binding ? Text{"）", ")"} : Text{"；推荐性，不作判定）", "; recommended, decides nothing)"});
    if (row.declared && row.set_by != "contract") text = text + Text{"；合同约定 ", "; agreed "} + amount(row.declared, row.unit);
    steps.add(text + Text{"；实际 ", "; actual "} + amount(row.actual, row.unit) + Text{"；符合：", "; kept: "} + answer(row.kept) + Text{"。", "."});
  }
  return section;
}

Section screen_section(const ParcelFile& file, const Ground& ground) {
  Section section{{"低效筛查、研发与配套", "Is it well used?"}, false, {}, {}};
  Steps steps(section);
  if (file.row.not_rated) steps.add(Text{"不参加低效筛查：", "Not screened for inefficiency: "} + words(*file.row.not_rated) + Text{"。", "."});
  if (file.row.inefficient_grade)
    steps.add(Text{"低效筛查结果：", "Outcome of the screen for inefficient land: "} + words(*file.row.inefficient_grade) + Text{"（是初筛，不是认定）。", " (a screen, not a determination)."},
              ground.law.cite({"screen.tests_for_inefficient", "screen.tests_for_watch"}));
  for (const ledger::ParcelScreenRow& row : file.screen) {
    const Text outcome = row.outcome ? words(*row.outcome) : answer(row.met);
    std::vector<Citation> clause = clause_of(row, ground.law);
    const Text rule = rule_of(row, !clause.empty());
    steps.add(words(row.test) + same(" ") + (row.value || row.topic != "inefficient" ? amount(row.value, row.unit) + same(" ") : Text{}) + same(row.comparison + " ") +
              amount(row.threshold, row.unit) + Text{"？", "? "} + outcome + rule + Text{"。", "."}, std::move(clause));
  }
  return section;
}

}  // namespace yongdi::explain
