#pragma once
// Every parameter of law that a rule of this program reads, declared once: name, unit, what it decides, and which way is stricter. `yongdi rules
// check` holds the rule documents against this table, `yongdi rules show` prints it, and the rule rooms name their parameters through `Name`, which
// does not compile for a name that is not here. A parameter is added by one line in kParameters.
//
// A document may also record figures that no rule reads (`use = "information"`); those are not declared here.
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace yongdi::rulebook {

// What a value of a parameter is counted in, and what it may be.
struct Unit {
  std::string_view name, zh, en;
  bool whole;        // only whole numbers
  bool at_most_one;  // between 0 and 1; all others are not below 0
};
inline constexpr std::array kUnits = {
    Unit{"year", "年", "years", true, false},
    Unit{"month", "月", "months", true, false},
    Unit{"day", "日", "days", true, false},
    Unit{"count", "个", "", true, false},
    Unit{"yes_no", "", "", true, true},
    Unit{"share", "（比例）", "(share)", false, true},
    Unit{"factor", "倍", "times", false, false},
    Unit{"ratio", "", "", false, false},
    Unit{"m", "米", "m", false, false},
    Unit{"m2", "平方米", "m²", false, false},
    Unit{"ha", "公顷", "ha", false, false},
    Unit{"mu", "亩", "mu", false, false},
    Unit{"yuan", "元", "yuan", false, false},
    Unit{"wan_yuan", "万元", "×10⁴ yuan", false, false},
    Unit{"yi_yuan", "亿元", "×10⁸ yuan", false, false},
    Unit{"wan_yuan_per_ha", "万元/公顷", "×10⁴ yuan per ha", false, false},
    Unit{"wan_yuan_per_mu", "万元/亩", "×10⁴ yuan per mu", false, false},
};

// Whether a lower level may move a figure that a higher one gives: not at all, or only to a smaller, or a larger, value.
enum class Stricter : std::uint8_t { fixed, smaller, larger };

struct ParameterInfo {
  std::string_view name;    // "idle.fee_rate"; "quota.k.*" stands for a family
  std::string_view unit;    // of kUnits
  std::string_view zh, en;  // what it decides, in the words of the law
  Stricter stricter = Stricter::fixed;
  std::string_view members = {};  // of a family: what its names end in, part by part; "a|b" is one of these, "[from_YEAR]" may be left out
};

// clang-format off
inline constexpr std::array kParameters = {
    // Idle land: 闲置土地处置办法 2, 12, 14, 22, 30.
    ParameterInfo{"idle.idle_after_years", "year", "超过动工开发日期满几年未动工即为闲置", "full years after the start day until land not started is idle"},
    ParameterInfo{"idle.stop_after_years", "year", "中止开发建设满几年可以认定为闲置", "full years of a stop until land may be determined idle"},
    ParameterInfo{"idle.developed_share", "share", "已动工面积占应动工面积低于多少可以认定为闲置", "the developed share of the area below which stopped land may be idle"},
    ParameterInfo{"idle.invested_share", "share", "已投资额占总投资额低于多少可以认定为闲置", "the invested share of the total below which stopped land may be idle"},
    ParameterInfo{"idle.delivery_to_start_years", "year", "未约定动工日期的，交地后几年为动工开发日期", "years from delivery to the start day where none was agreed"},
    ParameterInfo{"idle.other_foundation_share", "share", "其他基础完成多少方为动工", "how much of another foundation must be done for a start"},
    ParameterInfo{"idle.recover_after_years", "year", "满几年未动工无偿收回", "full years without a start until land is recovered without compensation"},
    ParameterInfo{"idle.fee_rate", "share", "土地闲置费占价款的比例", "the idle fee as a share of the contract price"},
    ParameterInfo{"year_complete_on_anniversary", "yes_no", "期间在对应日当日即算满（否：次日起）", "whether a period of years is full on its anniversary already (no: on the day after)"},
    // How idle cases are handled: 闲置土地处置办法 5, 12, 14; the last three are this program's own.
    ParameterInfo{"idle.notice_days", "day", "发现涉嫌闲置后几日内发出调查通知书", "days from suspicion to the investigation notice", Stricter::smaller},
    ParameterInfo{"idle.reply_days", "day", "收到通知书后几日内提交说明材料", "days the holder has to reply to the notice"},
    ParameterInfo{"idle.pay_days", "day", "决定书送达后几日内缴纳闲置费或者交回权证", "days after service of the decision to pay the fee or hand in the certificate"},
    ParameterInfo{"idle.extension_max_years", "year", "延长动工开发期限最长几年", "the longest extension of the start day, in years", Stricter::smaller},
    ParameterInfo{"idle.temporary_use_max_years", "year", "临时使用最长几年", "the longest temporary use, in years", Stricter::smaller},
    ParameterInfo{"idle.extensions_max", "count", "延期超过几次列为核查事项", "extensions of one parcel beyond which it is listed for review", Stricter::smaller},
    ParameterInfo{"idle.delivery_to_start_review_years", "year", "约定动工晚于约定交地几年以上列为核查事项", "years from agreed delivery to agreed start beyond which it is listed for review", Stricter::smaller},
    ParameterInfo{"idle.fee_tolerance_wan_yuan", "wan_yuan", "已缴闲置费与应缴数相差多少列为核查事项", "difference between fee paid and fee due beyond which it is listed for review", Stricter::smaller},
    // Approved and unsupplied land: 国发〔2004〕28号.
    ParameterInfo{"supply.lapse_years", "year", "批准后满几年未用地，批准文件失效", "full years after which an approval that was not used lapses"},
    ParameterInfo{"supply.rate_window_years", "year", "平均供地率按前几年计算", "years before the audit year that the average supply rate is of"},
    ParameterInfo{"supply.reasons_tolerance_m2", "m2", "未供应原因之和与台账数相差多少以内视为相等", "difference up to which reasons add up to the land unsupplied by ledger", Stricter::smaller},
    // The screen for inefficient industrial land, and office and living land: this program's own document, to be replaced by a bureau's.
    ParameterInfo{"screen.tests_for_inefficient", "count", "几项成立列为疑似低效", "tests that make land suspected of being inefficient"},
    ParameterInfo{"screen.tests_for_watch", "count", "几项成立列为关注", "tests that make land a case to watch"},
    ParameterInfo{"screen.plot_ratio_min", "ratio", "容积率低于多少", "plot ratio below which the test is met"},
    ParameterInfo{"screen.building_coefficient_min", "share", "建筑系数低于多少", "building coefficient below which the test is met"},
    ParameterInfo{"screen.investment_share_min", "share", "固定资产投资不足合同约定的多少", "share of the agreed investment below which the test is met"},
    ParameterInfo{"screen.investment_after_years", "year", "竣工满几年后测试投资", "full years after completion from which investment is tested"},
    ParameterInfo{"screen.tax_share_of_mean_min", "share", "亩均税收低于园区平均的多少", "share of the park's mean tax per mu below which the test is met"},
    ParameterInfo{"screen.production_stop_years", "year", "停产、半停产满几年", "full years of stopped production that meet the test"},
    ParameterInfo{"screen.admin_share_max", "share", "行政办公及生活服务设施用地超过多少", "share of office and living land above which the test is met"},
    ParameterInfo{"screen.admin_share_max_approved", "share", "批准建设租赁住房的，行政办公及生活服务设施用地超过多少", "share of office and living land above which the test is met, where rental housing is approved"},
    ParameterInfo{"screen.worst_rating_years", "count", "亩均评价连续几年为 D", "years running of the worst rating that meet the test"},
    ParameterInfo{"screen.not_rated_years_after_delivery", "year", "交地未满几年不参加筛查", "full years since delivery before which land is not rated"},
    ParameterInfo{"supporting.land_share_green", "share", "配套用地比重的绿线", "supporting share of the land up to which it is green"},
    ParameterInfo{"supporting.land_share_amber", "share", "配套用地比重的黄线", "supporting share of the land up to which it is amber, with an approval"},
    ParameterInfo{"supporting.floor_share_green", "share", "配套建筑面积比重的绿线", "supporting share of the floor area up to which it is green"},
    ParameterInfo{"supporting.floor_share_amber", "share", "配套建筑面积比重的黄线", "supporting share of the floor area up to which it is amber"},
    ParameterInfo{"supporting.industrial_share_green", "share", "工矿仓储用地占已建成用地的绿线", "industrial share of built land from which it is green"},
    ParameterInfo{"supporting.industrial_share_amber", "share", "工矿仓储用地占已建成用地的黄线", "industrial share of built land from which it is amber"},
    ParameterInfo{"supporting.housing_share_max", "share", "住宅与商服用地占已供应土地的规划上限（只由园区自定）", "planned greatest share of housing and commercial land in supplied land (set by the park alone)"},
    // Firms rated per mu: this program's own document, to be replaced by a bureau's.
    ParameterInfo{"rating.class_a_share", "share", "亩均评价中本组前多少（含）为 A 类", "share of a group, best first, that is in class A"},
    ParameterInfo{"rating.class_b_share", "share", "亩均评价中本组前多少（含）为 B 类及以上", "share of a group, best first, that is in class B or better"},
    ParameterInfo{"rating.class_c_share", "share", "亩均评价中本组前多少（含）为 C 类及以上", "share of a group, best first, that is in class C or better"},
    ParameterInfo{"rating.least_points_share", "share", "公式 S2 中组内最低者得权重的多少", "share of an item's weight that the least of a group gets by formula S2"},
    // Land-intensity evaluation.
    ParameterInfo{"evaluation.zone_industrial_above", "share", "工业主导型园区工矿仓储用地的比重须超过多少", "industrial share of built land above which a zone is industry-led"},
    ParameterInfo{"evaluation.zone_residential_from", "share", "产城融合型园区住宅用地的比重须达到多少", "residential share of built land from which a zone is city-industry"},
    ParameterInfo{"evaluation.supply_years", "year", "年均供应面积按几年计", "years over which mean yearly supply is taken"},
    // Research spending of new projects in high-tech zones: 清府〔2021〕26号 11.
    ParameterInfo{"research.spending_share_min_national_zone", "share", "国家级高新区新项目研发投入占销售收入的下限", "least share of sales spent on research by new projects in the national zone", Stricter::larger},
    ParameterInfo{"research.spending_share_min_provincial_zone", "share", "省级高新区新项目研发投入占销售收入的下限", "least share of sales spent on research by new projects in a provincial zone", Stricter::larger},
    // Plot ratio and intensity: 工业项目建设用地控制指标.
    ParameterInfo{"intensity.double_storey_above_m", "m", "层高超过多少的建筑面积加倍", "storey height beyond which floor area counts twice"},
    ParameterInfo{"intensity.high_storey_factor", "factor", "超过该层高的，建筑面积按几倍计", "how many times the floor area of a storey beyond that height counts"},
    // Annual quota: the plan notices; most figures are printed nowhere and stand in quota-estimate.toml as placeholders.
    ParameterInfo{"quota.k.*", "share", "处置一平方米核定多少指标，按类别、批准年份和任务完成情况", "quota earned per square metre disposed of, by kind, year of approval and tasks done",
                  Stricter::fixed, "unsupplied|idle|inefficient [from_YEAR] both|one|none"},
    ParameterInfo{"quota.factor.alpha", "share", "因素法中基数的权重", "weight of the base in the factor rule"},
    ParameterInfo{"quota.factor.beta", "share", "因素法中处置核定的权重", "weight of the credit for disposal in the factor rule"},
    ParameterInfo{"quota.factor.gamma", "share", "因素法中用地需求的权重", "weight of demand in the factor rule"},
    ParameterInfo{"quota.factor.delta", "share", "因素法中绩效的权重", "weight of performance in the factor rule"},
    ParameterInfo{"quota.reward.both_done", "factor", "两项处置任务均完成时的倍数", "multiplier when both disposal tasks are done"},
    ParameterInfo{"quota.reward.any_missed", "factor", "任一处置任务未完成时的倍数", "multiplier when any disposal task is missed", Stricter::smaller},
    ParameterInfo{"quota.gate.supply_rate_min", "share", "前五年平均供地率低于多少暂停安排指标", "five-year supply rate below which no quota is given", Stricter::larger},
    ParameterInfo{"quota.deduct.unsupplied_two_years", "factor", "征收满两年未供应的，扣减其面积的倍数", "times the land expropriated two years ago and not supplied that is deducted", Stricter::larger},
    ParameterInfo{"quota.deduct.illegal", "factor", "违法用地扣减其面积的倍数", "times the land used illegally that is deducted", Stricter::larger},
    ParameterInfo{"quota.cap_on_demand", "yes_no", "指标是否以成熟项目的用地需求为上限", "whether the demand of ready projects caps the quota"},
    ParameterInfo{"quota.carry_years", "year", "未用指标可结转几年", "years for which unused quota may be carried over", Stricter::smaller},
};
// clang-format on

constexpr bool is_family(std::string_view declared) { return declared.ends_with(".*"); }

// Whether the declaration is the parameter's own or that of its family.
constexpr bool declares(const ParameterInfo& each, std::string_view name) {
  const std::string_view stem = each.name.substr(0, each.name.size() - 1);
  return each.name == name || (is_family(each.name) && name.size() > stem.size() && name.starts_with(stem));
}
// The declaration of a parameter, or of the family it belongs to; null when no rule reads a parameter of that name.
constexpr const ParameterInfo* find_parameter(std::string_view name) {
  for (const ParameterInfo& each : kParameters)
    if (declares(each, name)) return &each;
  return nullptr;
}
// The same without an address: with a sanitizer GCC takes no address of an element for a constant.
constexpr bool is_declared(std::string_view name) {
  for (const ParameterInfo& each : kParameters)
    if (declares(each, name)) return true;
  return false;
}
constexpr const Unit* find_unit(std::string_view name) {
  for (const Unit& each : kUnits)
    if (each.name == name) return &each;
  return nullptr;
}

// The name of a declared parameter (or family) in the program's own text: one that is not declared does not compile.
class Name {
 public:
  consteval Name(const char* name) : m_text(name) {  // NOLINT: written as "idle.fee_rate" where a name is asked for
    if (!is_declared(m_text)) throw "no parameter of this name is declared in kParameters";
  }
  constexpr operator std::string_view() const { return m_text; }  // NOLINT: a name is text

 private:
  std::string_view m_text;
};

}  // namespace yongdi::rulebook
