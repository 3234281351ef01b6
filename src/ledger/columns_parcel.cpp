// Tables about supplied parcels: the verdicts, and the parks a parcel lies in.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<ParcelRow>() {
  static constexpr TableInfo kTable{"parcel", "MULTIPOLYGON", "已供应宗地及其结论，每宗地一行",
                                    "supplied parcels and their verdicts, one row per parcel", "parcel_id park_id"};
  return kTable;
}
template <>
std::span<const Column<ParcelRow>> columns() {
  using R = ParcelRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::parcel_id>("parcel_id", "", "宗地编号（电子监管号或宗地代码）", "parcel id"),
      bind<&R::name>("name", "", "宗地或项目名称", "name of the parcel or project"),
      bind<&R::holder>("holder", "", "土地使用权人", "holder of the land use right"),
      bind<&R::park_id>("park_id", "", "占地最多的园区编号，空为园区之外", "park with the largest share of it; NULL outside all parks"),
      bind<&R::valid>("valid", "", "图形是否有效：yes、no、repaired（已修复）", "whether the shape is valid: yes, no, repaired"),
      bind<&R::area_m2>("area_m2", "m²", "起决定作用的面积（平面或椭球，见 receipt）", "the area that decides (plane or ellipsoid, see receipt)"),
      bind<&R::area_plane_m2>("area_plane_m2", "m²", "工作坐标系下的平面面积", "plane area in the working CRS"),
      bind<&R::area_ellipsoid_m2>("area_ellipsoid_m2", "m²", "CGCS2000 椭球面积", "area on the CGCS2000 ellipsoid"),
      bind<&R::declared_area_m2>("declared_area_m2", "m²", "申报（合同）面积", "area as declared"),
      bind<&R::in_parks_m2>("in_parks_m2", "m²", "位于园区内的面积（各园区并集）", "area in the union of parks"),
      bind<&R::stage>("stage", "", "阶段：future 基准日后供应、pending 供而未用、idle 闲置、building 在建、completed 已建成、undecided 待定",
                      "stage: future, pending, idle, building, completed, undecided"),
      bind<&R::idle>("idle", "", "是否闲置：yes、no、unknown、n/a", "idle or not: yes, no, unknown, n/a"),
      bind<&R::idle_class>("idle_class", "",
                           "闲置类别：NORMAL 正常、LATE_START 迟开工、OVERDUE_START 逾期未开工、IDLE_A1 未动工满闲置期限、IDLE_A2 未动工满收回期限、"
                           "IDLE_B 中止开发满期限、IDLE_ENDED 曾闲置、IDLE_UNSURE 无法判定、DATA_GAP 数据缺失",
                           "NORMAL, LATE_START, OVERDUE_START, IDLE_A1 (not started, the first term full), IDLE_A2 (the term of recovery full), IDLE_B (stopped), IDLE_ENDED, "
                           "IDLE_UNSURE, DATA_GAP"),
      bind<&R::determination>("determination", "", "认定情况：suspected 疑似、determined 已认定；不闲置为空",
                              "suspected or determined; NULL when not idle"),
      bind<&R::start_due>("start_due", "", "认定采用的应动工日", "day the work was due to start, as decided"),
      bind<&R::start_due_basis>("start_due_basis", "", "应动工日依据：agreement 补充协议、contract 合同、delivery 交地后的法定期限、none 无",
                                "what that day rests on: agreement, contract, delivery, none"),
      bind<&R::idle_since>("idle_since", "", "闲置起始日", "first idle day"),
      bind<&R::idle_days>("idle_days", "d", "截至基准日的闲置天数", "days idle up to the as-of day"),
      bind<&R::overdue_days>("overdue_days", "d", "逾期未动工天数", "days past the day the work was due to start"),
      bind<&R::overdue_days_net>("overdue_days_net", "d", "扣除经核实原因后的逾期天数", "the same, less the days of a verified cause"),
      bind<&R::cause_days>("cause_days", "d", "经核实的各原因在逾期期间内的天数，重叠的只计一次", "days of verified causes within the overdue days, each day once"),
      bind<&R::idle_class_net>("idle_class_net", "", "应动工日顺延上述天数后的闲置类别：并列参考，不代替 idle_class",
                               "the class with the start day put off by those days: a second opinion beside idle_class, never in its place"),
      bind<&R::cause_state>("cause_state", "",
                            "原因状况：none 无、claimed 未核实、running 仍在持续、ended 已结束且扣除后不构成闲置、mixed 混合原因（已结束，扣除后仍构成闲置，须人工认定）",
                            "causes: none, claimed (not verified), running, ended (and not idle without their days), mixed (ended, and idle even so: for "
                            "a person to decide)"),
      bind<&R::cause>("cause", "", "未动工原因：none、G1–G6 政府原因、FM 不可抗力、PRELIM 前期工作",
                      "cause of delay: none, G1–G6 government, FM force majeure, PRELIM preliminary work"),
      bind<&R::route>("route", "", "处置路径：fee 征缴闲置费、recover 收回、negotiate 协商、review 复核",
                      "way of disposal: fee, recover, negotiate, review"),
      bind<&R::fee_wan_yuan>("fee_wan_yuan", "万元", "土地闲置费", "idle land fee, in 10⁴ CNY"),
      bind<&R::next_class>("next_class", "", "若无变化，下一闲置类别", "the class that comes next if nothing happens"),
      bind<&R::next_on>("next_on", "", "进入下一类别的日期", "the day that class begins"),
      bind<&R::next_in_days>("next_in_days", "d", "距该日的天数", "days until then"),
      bind<&R::notice_due>("notice_due", "", "调查通知书最迟发出日", "last day for the investigation notice"),
      bind<&R::reply_due>("reply_due", "", "使用权人最迟提交说明日（末日为法定休假日的顺延）", "last day for the holder's reply (a holiday moves it on)"),
      bind<&R::payment_due>("payment_due", "", "闲置费最迟缴纳日或权证最迟交回日（末日为法定休假日的顺延）",
                            "last day to pay the fee or hand in the certificate (a holiday moves it on)"),
      bind<&R::floor_area_m2>("floor_area_m2", "m²", "总建筑面积", "floor area"),
      bind<&R::floor_basis>("floor_basis", "", "建筑面积依据：declared 申报、measured 按建筑物图层",
                            "where the floor area comes from: declared, measured"),
      bind<&R::footprint_m2>("footprint_m2", "m²", "建筑基底面积", "building footprints"),
      bind<&R::plot_ratio>("plot_ratio", "1", "容积率", "plot ratio"),
      bind<&R::plot_ratio_min_required>("plot_ratio_min_required", "1", "容积率下限要求（先合同，后标准）", "least plot ratio required: by contract, else by the table of limits"),
      bind<&R::plot_ratio_max_allowed>("plot_ratio_max_allowed", "1", "容积率上限要求（先合同，后标准）", "greatest plot ratio allowed: by contract, else by the table of limits"),
      bind<&R::plot_ratio_min_declared>("plot_ratio_min_declared", "1", "容积率下限（合同约定）", "least plot ratio agreed in the contract"),
      bind<&R::plot_ratio_max_declared>("plot_ratio_max_declared", "1", "容积率上限（合同约定）", "greatest plot ratio agreed in the contract"),
      bind<&R::plot_ratio_ok>("plot_ratio_ok", "", "容积率是否符合：yes、no、unknown、n/a", "plot ratio within its limits: yes, no, unknown, n/a"),
      bind<&R::building_density>("building_density", "1", "建筑密度", "building density"),
      bind<&R::building_coefficient>("building_coefficient", "1", "建筑系数", "building coefficient"),
      bind<&R::building_coefficient_min_required>("building_coefficient_min_required", "1", "建筑系数下限要求",
                                                  "least building coefficient required"),
      bind<&R::building_coefficient_min_declared>("building_coefficient_min_declared", "1", "建筑系数下限（合同约定）",
                                                  "least building coefficient agreed in the contract"),
      bind<&R::building_coefficient_ok>("building_coefficient_ok", "", "建筑系数是否符合：yes、no、unknown、n/a",
                                        "building coefficient at or above its limit: yes, no, unknown, n/a"),
      bind<&R::fixed_investment_wan_yuan>("fixed_investment_wan_yuan", "万元", "固定资产投资（含地价）",
                                          "fixed investment, land price included, in 10⁴ CNY"),
      bind<&R::investment_intensity_wan_per_ha>("investment_intensity_wan_per_ha", "万元/公顷", "投资强度",
                                                "investment intensity, in 10⁴ CNY per hectare"),
      bind<&R::investment_min_required_wan_per_ha>("investment_min_required_wan_per_ha", "万元/公顷", "投资强度下限要求",
                                                   "least investment intensity required, in 10⁴ CNY per hectare"),
      bind<&R::investment_min_declared_wan_per_ha>("investment_min_declared_wan_per_ha", "万元/公顷", "投资强度下限（合同约定）",
                                                   "least investment intensity agreed in the contract, in 10⁴ CNY per hectare"),
      bind<&R::investment_ok>("investment_ok", "", "投资强度是否符合：yes、no、unknown、n/a",
                              "investment at or above its limit: yes, no, unknown, n/a"),
      bind<&R::limit_status>("limit_status", "", "以上比较所用标准表数值的可靠程度（取最弱者）：read 见于原文、secondary 转引、placeholder 占位；只用合同约定的为空",
                             "how sure the table figures behind these comparisons are, the weakest: read, secondary, placeholder; NULL where contracts alone decide"),
      bind<&R::area_basis>("area_basis", "", "各比率所用面积的依据：declared 申报、measured 图形", "area the ratios stand on: declared, measured"),
      bind<&R::inefficient>("inefficient", "", "是否疑似低效：yes、no、unknown；未筛查或不参加筛查为 n/a",
                            "suspected of being inefficient: yes, no, unknown; n/a where it was not screened or is not rated"),
      bind<&R::inefficient_grade>("inefficient_grade", "", "筛查结果：suspected 疑似低效、watch 关注、none 无、open 因资料不全待定",
                                  "outcome of the screen: suspected, watch, none, open (hangs on what is not known)"),
      bind<&R::not_rated>("not_rated", "", "不参加筛查的原因：idle 闲置、not_industrial 非工业用地、utility 公用事业、recent_delivery 交地未满年限、"
                          "before_completion 未到约定竣工日、relocation 政策性搬迁、startup 初创、future 基准日后供应、other 其他",
                          "why it is not rated: idle, not_industrial, utility, recent_delivery, before_completion, relocation, startup, future, other"),
      bind<&R::missing>("missing", "", "缺失且影响结论的字段，以逗号分隔", "fields whose absence left something undecided, joined by commas"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParcelParkRow>() {
  static constexpr TableInfo kTable{"parcel_park", "", "宗地在各园区的面积，每宗地每个园区一行", "how much of a parcel lies in which park",
                                    "parcel_id park_id"};
  return kTable;
}
template <>
std::span<const Column<ParcelParkRow>> columns() {
  using R = ParcelParkRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::area_m2>("area_m2", "m²", "宗地在该园区内的面积", "land of the parcel in that park"),
      bind<&R::share>("share", "1", "占宗地面积的比例", "that land as a share of the parcel"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<IdleOptionRow>() {
  static constexpr TableInfo kTable{"idle_option", "", "闲置宗地可采用的第十二条处置方式，每宗地每种方式一行",
                                    "which of the six ways of art. 12 are open for an idle parcel, one row per parcel and way", "parcel_id"};
  return kTable;
}
template <>
std::span<const Column<IdleOptionRow>> columns() {
  using R = IdleOptionRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::option>("option", "",
                       "处置方式：extension 延长动工期限、adjust 调整用途或规划条件（须符合规划并重新核算价款）、temporary 政府安排临时使用、"
                       "buyback 协议有偿收回、swap 置换土地（另须资金落实、价值用途相当、新合同注明）、other 其他（须有市县规定的文号）",
                       "extension, adjust (must fit the plans, price settled anew), temporary use, buyback, swap (also: funds in place, equal value and "
                       "use, named in the new contract), other (by a document of the city or county)"),
      bind<&R::open>("open", "", "按记录是否可用：yes、no、unknown", "open by what is on record: yes, no, unknown"),
      bind<&R::barred_by>("barred_by", "",
                          "不可用的原因：no_cause 没有经核实的第八条原因、not_monitored 未录入监测监管系统、extended_before 已延期、no_plan_change "
                          "不是规划依法修改、price_not_paid 价款未缴清",
                          "what bars it: no_cause (none of art. 8, verified), not_monitored, extended_before, no_plan_change, price_not_paid"),
      bind<&R::missing>("missing", "", "缺失而不能判断的字段，以逗号分隔", "fields whose absence leaves it undecided, joined by commas"),
      bind<&R::latest_on>("latest_on", "", "于基准日约定时的最后期限：延期的最迟动工日，临时使用的最后一日",
                          "if agreed on the as-of day: the last new start day, or the last day of temporary use"),
      bind<&R::restarts_clock>("restarts_clock", "", "采用后是否重新起算闲置期间：yes、no", "whether it starts the idle clock anew: yes, no"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParcelLimitRow>() {
  static constexpr TableInfo kTable{"parcel_limit", "", "宗地适用的控制标准：要求、约定、实际并列，每宗地每项标准一行",
                                    "the control limits of a parcel: required, agreed and actual side by side, one row per parcel and limit", "parcel_id"};
  return kTable;
}
template <>
std::span<const Column<ParcelLimitRow>> columns() {
  using R = ParcelLimitRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::indicator>("indicator", "", "指标：plot_ratio 容积率、building_coefficient 建筑系数、building_density 建筑密度、investment_intensity 投资强度、"
                          "admin_land_share 行政办公及生活服务设施用地比重、admin_floor_share 其建筑面积比重、green_ratio 绿地率、output_intensity 产出率、tax_intensity 土地税收",
                          "what is limited: plot_ratio, building_coefficient, building_density, investment_intensity, admin_land_share, admin_floor_share, "
                          "green_ratio, output_intensity, tax_intensity"),
      bind<&R::bound>("bound", "", "min 下限、max 上限，均含本数", "min or max, the limit itself included"),
      bind<&R::force>("force", "", "效力：binding 规范性、recommended 推荐性", "binding or recommended"),
      bind<&R::set_by>("set_by", "", "依据：contract 合同、local 地方、provincial 省级、national 国家", "who set it: contract, local, provincial, national"),
      bind<&R::required>("required", "", "要求值，单位见 unit", "what is required, in the unit of column unit"),
      bind<&R::declared>("declared", "", "合同约定值", "what the contract agrees"),
      bind<&R::actual>("actual", "", "实际值", "what is"),
      bind<&R::unit>("unit", "", "单位，1 为比值", "unit; 1 for a ratio"),
      bind<&R::kept>("kept", "", "是否符合：yes、no、unknown、n/a（尚未动工）；按未取整的数比较", "kept or not: yes, no, unknown, n/a (work has not begun); compared before any rounding"),
      bind<&R::document>("document", "", "文号，合同约定为空", "number of the instrument; NULL for a contract"),
      bind<&R::edition>("edition", "", "标准版本（按合同签订日期选用）", "edition, chosen by the day of the contract"),
      bind<&R::industry>("industry", "", "所用行业代码，空为各行业通用", "industry code of the row; NULL for all industries"),
      bind<&R::industry_edition>("industry_edition", "", "行业代码的版本", "edition of that code"),
      bind<&R::land_class>("land_class", "", "土地等别，空为不分", "land class; NULL for all"),
      bind<&R::place>("place", "", "适用地区，空为不限", "where it applies; NULL everywhere"),
      bind<&R::status>("status", "", "数值的可靠程度：read、secondary、placeholder", "how sure the figure is: read, secondary, placeholder"),
      bind<&R::source>("source", "", "标准表文件", "table of limits"),
      bind<&R::row>("row", "", "该文件中的行号", "row in that file"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParcelScreenRow>() {
  static constexpr TableInfo kTable{"parcel_screen", "", "宗地的各项测试：低效筛查、研发投入、配套用地，每宗地每项测试一行",
                                    "tests on a parcel: the screen for inefficient land, research spending, supporting land; one row per parcel and test", "parcel_id"};
  return kTable;
}
template <>
std::span<const Column<ParcelScreenRow>> columns() {
  using R = ParcelScreenRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::topic>("topic", "", "事项：inefficient 低效筛查、research 研发投入、supporting 配套用地", "what it is about: inefficient, research, supporting"),
      bind<&R::test>("test", "", "测试：plot_ratio 容积率、building_coefficient 建筑系数、investment 投资完成、tax 亩均税收、production 停产、admin_share 行政办公及生活设施、"
                     "rating 亩均评价；rd_share 研发投入占比；supporting_land、supporting_floor 配套用地与建筑面积比重",
                     "plot_ratio, building_coefficient, investment, tax, production, admin_share, rating; rd_share; supporting_land, supporting_floor"),
      bind<&R::value>("value", "", "实际值，单位见 unit", "what is, in the unit of column unit"),
      bind<&R::comparison>("comparison", "", "比较：<、>、>=，按未取整的数", "how value stands to threshold: <, >, >=; compared before any rounding"),
      bind<&R::threshold>("threshold", "", "阈值", "what it is compared with"),
      bind<&R::unit>("unit", "", "单位，1 为比值", "unit; 1 for a ratio"),
      bind<&R::met>("met", "", "比较是否成立：yes、no、unknown；不适用为 n/a。低效筛查中成立即指向低效", "whether it stands so: yes, no, unknown; n/a where the test does not apply. In the screen, yes points to inefficient land"),
      bind<&R::outcome>("outcome", "", "结果：研发 pass 达到、fail 未达到、exempt 一事一议、unknown；配套 green 绿、amber 黄、red 红、unknown",
                        "research: pass, fail, exempt (case by case), unknown; supporting: green, amber, red, unknown"),
      bind<&R::rule>("rule", "", "阈值依据：文件和条款、阈值表的行，或合同（contract）", "where the threshold comes from: document and article, row of the table of thresholds, or contract"),
      bind<&R::rule_en>("rule_en", "", "同上（英文）", "the same in English"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
