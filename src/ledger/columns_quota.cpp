// Tables of a quota file: the quotas, the steps and rounds behind them, the land that earned them, typed entries, checks, and the inputs.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<QuotaRow>() {
  static constexpr TableInfo kTable{"quota", "", "年度用地计划指标（测算），每个园区一行", "land quotas of the year (an estimate), one row per park",
                                    "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaRow>> columns() {
  using R = QuotaRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::name>("name", "", "园区名称", "name of the park"),
      bind<&R::year>("year", "", "计划年度", "plan year"),
      bind<&R::demand_m2>("demand_m2", "m²", "用地需求（成熟项目），空为未填", "demand of ready projects; NULL when blank"),
      bind<&R::credit_m2>("credit_m2", "m²", "处置核定：Σ 系数×处置面积", "credit earned: Σ coefficient × disposed area"),
      bind<&R::quota_m2>("quota_m2", "m²", "指标", "quota"),
      bind<&R::demand_mu>("demand_mu", "亩", "用地需求", "demand"),
      bind<&R::credit_mu>("credit_mu", "亩", "处置核定", "credit earned"),
      bind<&R::quota_mu>("quota_mu", "亩", "指标", "quota"),
      bind<&R::completion>("completion", "", "两项处置任务完成情况：both 均完成、one 完成一项、none 均未完成", "tasks done: both, one, none"),
      bind<&R::gated>("gated", "", "五年平均供地率是否不达标而暂停：yes、no、unknown 供地率未知（不暂停）",
                      "whether the five-year supply rate closed the gate: yes, no, unknown (rate not known, gate not applied)"),
      bind<&R::label>("label", "", "标注：测算", "label: an estimate"),
      bind<&R::placeholder_used>("placeholder_used", "", "是否用到占位参数：yes、no", "whether a placeholder parameter reached the figure: yes, no"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaStepRow>() {
  static constexpr TableInfo kTable{"quota_step", "", "测算步骤，每个园区每步一行", "the steps behind a quota, one row per park and step", "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaStepRow>> columns() {
  using R = QuotaStepRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::number>("number", "", "步骤序号，1 至 8", "number of the step, 1 to 8"),
      bind<&R::step>("step", "", "步骤：credit 核定、raw 初算、reward 奖惩、gate 供地率、deduct 扣减、cap 上限、share 分配、round 取整",
                     "step: credit, raw, reward, gate, deduct, cap, share, round"),
      bind<&R::rule_id>("rule_id", "", "依据的规则编号（见 rule 表），多个以逗号相连，空为项目设置",
                        "rules it rests on (see table rule), joined by commas; NULL where the project's own settings decide"),
      bind<&R::before_m2>("before_m2", "m²", "本步之前的数", "figure before the step; NULL when there is none"),
      bind<&R::after_m2>("after_m2", "m²", "本步之后的数", "figure after the step"),
      bind<&R::statement_zh>("statement_zh", "", "说明（中文）", "the step in words, in Chinese"),
      bind<&R::statement_en>("statement_en", "", "说明（英文）", "the step in words, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaRoundRow>() {
  static constexpr TableInfo kTable{"quota_round", "", "分配过程，每轮一行", "the sharing, one row per round", ""};
  return kTable;
}
template <>
std::span<const Column<QuotaRoundRow>> columns() {
  using R = QuotaRoundRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::round>("round", "", "轮次", "number of the round"),
      bind<&R::before_m2>("before_m2", "m²", "本轮开始时待分的面积", "land to share when the round begins"),
      bind<&R::factor>("factor", "1", "每单位权重分得的面积（λ），空为无权重可分",
                       "what a unit of weight would get (λ); NULL when no weight is left"),
      bind<&R::fixed>("fixed", "", "本轮确定的园区数", "parks fixed in this round"),
      bind<&R::after_m2>("after_m2", "m²", "本轮之后待分的面积", "land that remains to be shared"),
      bind<&R::statement_zh>("statement_zh", "", "说明（中文），列出本轮确定的园区", "the round in words, in Chinese, with the parks fixed in it"),
      bind<&R::statement_en>("statement_en", "", "说明（英文），列出本轮确定的园区", "the round in words, in English, with the parks fixed in it"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaSourceRow>() {
  static constexpr TableInfo kTable{"quota_source", "", "指标来源，每项处置一行", "the land that earned quota, one row per disposal", ""};
  return kTable;
}
template <>
std::span<const Column<QuotaSourceRow>> columns() {
  using R = QuotaSourceRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::subject_id>("subject_id", "", "宗地或批次编号", "id of the parcel or approval"),
      bind<&R::kind>("kind", "", "类别：unsupplied 批而未供、idle 闲置、inefficient 低效", "kind: unsupplied, idle, inefficient"),
      bind<&R::cohort>("cohort", "", "批准年份", "year of approval"),
      bind<&R::disposed_m2>("disposed_m2", "m²", "处置面积", "land disposed of"),
      bind<&R::coefficient>("coefficient", "1", "核定系数", "coefficient applied"),
      bind<&R::credit_m2>("credit_m2", "m²", "核定面积 = 系数×处置面积", "credit = coefficient × disposed area"),
      bind<&R::closed_on>("closed_on", "", "办结日期", "day it was closed"),
      bind<&R::document>("document", "", "办结文件", "document that closed it"),
      bind<&R::event>("event", "", "处置方式", "what ended it"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaEntryRow>() {
  static constexpr TableInfo kTable{"quota_entry", "", "指标台账，每笔一行", "the ledger of typed quota, one row per entry", "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaEntryRow>> columns() {
  using R = QuotaEntryRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::type>("type", "",
                     "指标类型：NAT 国家和省重大项目配置、STK 存量处置核定、BASE 基础、SPEC 市统筹专项、OWN 县区自行安排、IND 省级产业、RWD 奖励、"
                     "LNK 增减挂钩、REC 复垦盘活、RUR 乡村",
                     "type: NAT key projects, STK earned by disposal, BASE base, SPEC city special, OWN county's own, IND provincial industry, RWD "
                     "reward, LNK linked rural reduction, REC reclamation, RUR rural"),
      bind<&R::movement>("movement", "", "收支：grant 下达、carry 结转、use 使用（批准日）、lapse 到期核销、estimate 本次测算",
                         "movement: grant, carry (carried over), use (on the day of approval), lapse, estimate (this year's own figure)"),
      bind<&R::amount_m2>("amount_m2", "m²", "数量，使用和核销为负", "amount; negative for use and lapse"),
      bind<&R::amount_mu>("amount_mu", "亩", "数量，使用和核销为负", "amount; negative for use and lapse"),
      bind<&R::document>("document", "", "文件", "document"),
      bind<&R::day>("day", "", "日期", "day"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaBalanceRow>() {
  static constexpr TableInfo kTable{"quota_balance", "", "指标余额，每个园区每种类型一行", "balance of quota, one row per park and type", "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaBalanceRow>> columns() {
  using R = QuotaBalanceRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::type>("type", "", "指标类型，见 quota_entry", "type of quota, see quota_entry"),
      bind<&R::granted_m2>("granted_m2", "m²", "下达和结转合计，不含本次测算", "granted and carried over, without this year's estimate"),
      bind<&R::used_m2>("used_m2", "m²", "已使用", "used"),
      bind<&R::lapsed_m2>("lapsed_m2", "m²", "到期未用、核销", "not used in time, lapsed"),
      bind<&R::balance_m2>("balance_m2", "m²", "余额 = 收入−使用−核销", "balance = granted − used − lapsed"),
      bind<&R::balance_mu>("balance_mu", "亩", "余额", "balance"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaCheckRow>() {
  static constexpr TableInfo kTable{"quota_check", "", "勾稽关系，每项一行", "identities that must hold, one row each", "identity"};
  return kTable;
}
template <>
std::span<const Column<QuotaCheckRow>> columns() {
  using R = QuotaCheckRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::identity>("identity", "", "勾稽关系名称", "name of the identity"),
      bind<&R::unit>("unit", "", "左右两数的单位", "unit of both sides"),
      bind<&R::left>("left", "", "左边的数，单位见 unit", "left side, in the unit of column unit"),
      bind<&R::right>("right", "", "右边的数，单位见 unit", "right side, in the unit of column unit"),
      bind<&R::holds>("holds", "", "是否成立（按精确值比较）：yes、no", "whether it holds, compared exactly: yes, no"),
      bind<&R::statement_zh>("statement_zh", "", "说明（中文）", "in words, in Chinese"),
      bind<&R::statement_en>("statement_en", "", "说明（英文）", "in words, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaParkRow>() {
  static constexpr TableInfo kTable{"quota_park", "", "测算所用的园区数据，每个园区一行", "inputs of the quota, one row per park", "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaParkRow>> columns() {
  using R = QuotaParkRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::name>("name", "", "园区名称", "name of the park"),
      bind<&R::demand_m2>("demand_m2", "m²", "用地需求（成熟项目）", "demand of ready projects"),
      bind<&R::floor_m2>("floor_m2", "m²", "保底", "floor"),
      bind<&R::base_m2>("base_m2", "m²", "基数", "base"),
      bind<&R::performance>("performance", "1", "绩效得分，0 至 100", "performance, 0 to 100"),
      bind<&R::overuse_m2>("overuse_m2", "m²", "上年超指标用地", "last year's use above quota"),
      bind<&R::illegal_m2>("illegal_m2", "m²", "违法用地", "illegal use of land"),
      bind<&R::unsupplied_two_years_m2>("unsupplied_two_years_m2", "m²", "征收满两年未供应", "expropriated two years ago and not supplied"),
      bind<&R::supply_rate>("supply_rate", "1", "前五年平均供地率", "five-year supply rate"),
      bind<&R::ledger_supply_rate>("ledger_supply_rate", "1", "台账中的前五年平均供地率，空为没有台账或台账中未知",
                                   "the five-year supply rate by the ledger; NULL without one, or when it is not known there"),
      bind<&R::supply_rate_source>("supply_rate_source", "", "供地率来自：table 园区表、ledger 台账；空为未知",
                                   "where the supply rate comes from: table (of parks), ledger; NULL when not known"),
      bind<&R::exempt>("exempt", "", "是否不受供地率限制：yes、no", "exempt from the gate: yes, no"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<QuotaTaskRow>() {
  static constexpr TableInfo kTable{"quota_task", "", "处置任务，每项一行", "disposal tasks, one row each", "park_id"};
  return kTable;
}
template <>
std::span<const Column<QuotaTaskRow>> columns() {
  using R = QuotaTaskRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::kind>("kind", "", "类别：unsupplied 批而未供、idle 闲置", "kind: unsupplied, idle"),
      bind<&R::type>("type", "", "任务类型：rate 处置率不低于、ceiling 存量不超过", "type: rate (at least), ceiling (stock at most)"),
      bind<&R::cohort_from>("cohort_from", "", "批准年份自，空为不限", "approvals from this year; NULL when open"),
      bind<&R::cohort_to>("cohort_to", "", "批准年份至，空为不限", "approvals to this year; NULL when open"),
      bind<&R::base_area_m2>("base_area_m2", "m²", "基期存量", "stock at the base date"),
      bind<&R::ledger_base_area_m2>("ledger_base_area_m2", "m²", "台账中的基期存量，空为没有台账",
                                    "stock at the base date by the ledger; NULL without one"),
      bind<&R::disposed_m2>("disposed_m2", "m²", "已处置", "disposed of since"),
      bind<&R::target>("target", "", "目标：处置率为比例，存量上限为 m²", "target: a share for a rate, m² for a ceiling"),
      bind<&R::figure>("figure", "", "实绩：处置率或期末存量；基期为 0 时处置率为空",
                       "reached: the rate, or the stock left; NULL for the rate of 0 of 0"),
      bind<&R::done>("done", "", "是否完成（恰好达到即完成）：yes、no", "whether it is done, exactly at the target is done: yes, no"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
