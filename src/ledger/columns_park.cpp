// Tables about parks: the parks, their land balance, their indicators.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<ParkRow>() {
  static constexpr TableInfo kTable{"park", "MULTIPOLYGON", "园区，每个园区一行", "parks, one row per park", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkRow>> columns() {
  using R = ParkRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::name>("name", "", "园区名称", "name of the park"),
      bind<&R::level>("level", "", "园区级别：national 国家级、provincial 省级、municipal 市级、other 其他",
                      "level of the park: national, provincial, municipal, other"),
      bind<&R::parent_id>("parent_id", "", "所属园区编号（一区多园），空为独立园区", "park this one belongs to; NULL when it stands alone"),
      bind<&R::approved_area_m2>("approved_area_m2", "m²", "批准（核准）面积", "approved area as declared"),
      bind<&R::area_m2>("area_m2", "m²", "起决定作用的面积（平面或椭球，见 receipt）", "the area that decides (plane or ellipsoid, see receipt)"),
      bind<&R::area_plane_m2>("area_plane_m2", "m²", "工作坐标系下的平面面积", "plane area in the working CRS"),
      bind<&R::area_ellipsoid_m2>("area_ellipsoid_m2", "m²", "CGCS2000 椭球面积", "area on the CGCS2000 ellipsoid"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkBalanceRow>() {
  static constexpr TableInfo kTable{"park_balance", "", "园区土地平衡，每个园区每个类别一行；各类之和等于园区面积",
                                    "land balance of a park, one row per park and class; the classes add up to the park's area", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkBalanceRow>> columns() {
  using R = ParkBalanceRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::class_name>(
          "class", "",
          "类别：unsupplied 批而未供、idle 闲置、pending 供而未用、inefficient 低效、undecided 待定、building 在建、completed 已建成、"
          "sliver 细碎、unapproved 未批、not_assessed 未评估、held_elsewhere 由重叠园区计入",
          "class: unsupplied, idle, pending, inefficient, undecided, building, completed, sliver, unapproved, not_assessed, "
          "held_elsewhere (counted in an overlapping park)"),
      bind<&R::area_m2>("area_m2", "m²", "该类土地面积", "land of that class"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<OutsideParksRow>() {
  static constexpr TableInfo kTable{"outside_parks", "", "核准范围外的土地，每个类别一行：宗地或批次落在所有园区之外的部分，单列，不计入任何园区",
                                    "land outside every park, one row per class: what parcels and approvals have there; listed apart, in no park figure", ""};
  return kTable;
}
template <>
std::span<const Column<OutsideParksRow>> columns() {
  using R = OutsideParksRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::class_name>("class", "", "类别，同 park_balance；每平方米只计一次", "class, as in park_balance; a square metre counts once"),
      bind<&R::area_m2>("area_m2", "m²", "该类土地面积", "land of that class"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkIndicatorRow>() {
  static constexpr TableInfo kTable{"park_indicator", "", "园区指标，每个园区每项指标一行", "indicators, one row per park and indicator", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkIndicatorRow>> columns() {
  using R = ParkIndicatorRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::indicator>("indicator", "", "指标名称", "name of the indicator"),
      bind<&R::value>("value", "", "指标值（按已知部分计算），单位见 unit", "value over what is known, in the unit of column unit"),
      bind<&R::unit>("unit", "", "指标单位，1 为无量纲", "unit of the value; 1 for a pure ratio"),
      bind<&R::numerator>("numerator", "", "分子合计（已知部分）：面积为 m²，金额为万元",
                          "sum of the numerator over what is known: areas in m², money in 10⁴ CNY"),
      bind<&R::denominator>("denominator", "", "分母合计（已知部分）：面积为 m²，每公顷的指标为公顷", "sum of the denominator over what is known: areas in m², in ha for figures per hectare"),
      bind<&R::low>("low", "", "下限：未知部分取最不利值", "lower bound, with everything unknown at its least"),
      bind<&R::high>("high", "", "上限：空为无上限", "upper bound, with everything unknown at its most; NULL when unbounded"),
      bind<&R::unknown_count>("unknown_count", "", "数据未知的宗地（批次、图斑）数；指标整个未知时为缺少的资料项数",
                              "number of members whose data are unknown; of inputs that are not there when the whole indicator is unknown"),
      bind<&R::formula>("formula", "", "公式（字母见 indicator 表）", "formula; letters as in table indicator"),
      bind<&R::source>("source", "", "依据：land_status 调查图斑、parcels 宗地、approvals 批次", "what it rests on: land_status (survey), parcels, approvals"),
      bind<&R::missing>("missing", "", "缺少的资料，以逗号分隔", "inputs that are not there, joined by commas"),
      bind<&R::completeness>("completeness", "1", "完整度：资料已知的土地所占比例", "share of the land concerned whose data are known"),
      bind<&R::published_national>("published_national", "", "国家级开发区通报公布数，单位同 value", "figure the national bulletin published, in the unit of value"),
      bind<&R::published_provincial>("published_provincial", "", "本省通报公布数，单位同 value", "figure the province's bulletin published, in the unit of value"),
      bind<&R::published>("published", "", "公布数的通报年度、数据截止日和出处", "edition, day of the data and source of the published figures"),
      bind<&R::assessment>("assessment", "", "与规划或阈值相比：green 绿、amber 黄、red 红", "against plan or threshold: green, amber, red"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<IndicatorRow>() {
  static constexpr TableInfo kTable{"indicator", "", "集约利用评价指标的定义，每项一行", "definitions of the indicators of land-intensity evaluation, one row each", "indicator"};
  return kTable;
}
template <>
std::span<const Column<IndicatorRow>> columns() {
  using R = IndicatorRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::indicator>("indicator", "", "指标代号", "id of the indicator"),
      bind<&R::name_zh>("name_zh", "", "中文名称", "name in Chinese"),
      bind<&R::name_en>("name_en", "", "英文名称", "name in English"),
      bind<&R::group>("group_name", "", "分组：degree 程度、structure 结构、intensity 强度、benefit 效益、management 管理、market 市场、potential 潜力、check 核查",
                      "group: degree, structure, intensity, benefit, management, market, potential, check"),
      bind<&R::numerator>("numerator", "", "分子", "numerator"),
      bind<&R::denominator>("denominator", "", "分母", "denominator"),
      bind<&R::formula>("formula", "", "公式", "formula"),
      bind<&R::unit>("unit", "", "公布时的单位（台账以 1 表示比率）", "unit as published (the ledger keeps rates as 0–1)"),
      bind<&R::direction>("direction", "", "+ 越大越好、- 越小越好", "+ more is better, - less is"),
      bind<&R::status>("status", "", "公式的可靠程度", "how sure the formula is"),
      bind<&R::source>("source", "", "公式出处", "where the formula was seen"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkEvaluationRow>() {
  static constexpr TableInfo kTable{"park_evaluation", "", "园区集约利用评价结果，每个园区一行", "outcome of land-intensity evaluation, one row per park", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkEvaluationRow>> columns() {
  using R = ParkEvaluationRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::zone_type>("zone_type", "", "园区类型：industry-led 工业主导型、city-industry 产城融合型、other 其他；资料不足以判定为空",
                          "type by shares of built land: industry-led, city-industry, other; NULL when it hangs on what is not surveyed"),
      bind<&R::zone_basis>("zone_basis", "", "类型依据：survey 调查图斑、name 名称（保税、加工区）", "what the type rests on: survey, name (bonded or processing zone)"),
      bind<&R::declared_type>("declared_type", "", "园区图层填写的类型", "type as declared in the parks layer"),
      bind<&R::industrial_share>("industrial_share", "1", "工矿仓储用地占已建成用地", "industrial share of built land"),
      bind<&R::residential_share>("residential_share", "1", "住宅用地占已建成用地", "residential share of built land"),
      bind<&R::industrial_assessment>("industrial_assessment", "", "工矿仓储用地比重：green 绿、amber 黄、red 红", "that industrial share: green, amber, red"),
      bind<&R::completeness>("completeness", "1", "各评价指标完整度的平均", "mean completeness of the indicators"),
      bind<&R::score>("score", "", "综合得分（0–100）；有权重的指标未知时为空", "score, 0–100; NULL when an indicator with weight is unknown"),
      bind<&R::score_low>("score_low", "", "得分下限", "least the score can be"),
      bind<&R::score_high>("score_high", "", "得分上限", "most the score can be"),
      bind<&R::rank>("rank", "", "同类园区中的名次，得分相同名次相同", "rank within its group; equal scores share one"),
      bind<&R::rank_group>("rank_group", "", "排名范围：类型，上级园区（zones）另排", "what it is ranked within: type; zones above sub-parks apart"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkScoreRow>() {
  static constexpr TableInfo kTable{"park_score", "", "得分明细，每个园区每项指标一行", "how the score is made up, one row per park and indicator", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkScoreRow>> columns() {
  using R = ParkScoreRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::indicator>("indicator", "", "指标", "indicator"),
      bind<&R::weight>("weight", "1", "综合权重（各级权重之积）", "weight of the whole: the product of the weights above it"),
      bind<&R::ideal>("ideal", "", "理想值，单位同指标", "ideal value, in the unit of the indicator"),
      bind<&R::value>("value", "", "指标值", "value of the indicator"),
      bind<&R::points>("points", "", "得分（0–100）", "points, 0–100"),
      bind<&R::points_low>("points_low", "", "得分下限", "least they can be"),
      bind<&R::points_high>("points_high", "", "得分上限", "most they can be"),
  };
  return kColumns;
}

std::span<const IndicatorInfo> indicators() {
  static constexpr IndicatorInfo kIndicators[] = {
      {"parcel_plot_ratio", "1", "宗地容积率 = Σ 建筑面积 ÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
       "Σ floor area / Σ land of the parcels, each by its share in the park"},
      {"parcel_building_density", "1", "宗地建筑密度 = Σ 建筑基底面积 ÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
       "Σ building footprints / Σ land of the parcels, each by its share in the park"},
      {"parcel_investment_intensity", "万元/公顷", "宗地投资强度 = Σ 固定资产投资（含地价）÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
       "Σ fixed investment (with land price) / Σ land of the parcels, each by its share in the park, in 10⁴ CNY per hectare"},
      {"idle_rate", "1", "土地闲置率 = Σ 闲置宗地面积 ÷ Σ 已供应宗地面积（均为园区内部分）；有调查图斑的按图斑 G ÷ D（或 A），见 source、formula",
       "Σ land of idle parcels / Σ land of supplied parcels, both inside the park; by survey, where there is one, G / D (or A): see source and formula"},
      {"standard_plant_area", "m²", "标准厂房用地面积 = Σ 标准厂房宗地在园区内的面积", "land of parcels with standard plant buildings, inside the park"},
      {"collective_area", "m²", "集体建设用地面积 = Σ 集体所有宗地在园区内的面积", "land of collectively owned parcels, inside the park"},
      {"housing_commercial_share", "1", "住宅与商服用地占已供应宗地的比重，均为园区内部分", "housing and commercial land / land of supplied parcels, both inside the park"},
      {"land_development_rate", "1", "土地开发率 = 已达到供地条件的土地 (A+B21) ÷ 可开发建设土地 (A+B)，按调查图斑", "land ready for supply (A+B21) / developable land (A+B), by survey"},
      {"land_supply_rate", "1", "土地供应率 = 已供应国有建设用地 D ÷ 已达到供地条件的土地 (A+B21)，按调查图斑", "supplied state land D / land ready for supply (A+B21), by survey"},
      {"land_built_rate", "1", "土地建成率 = 已建成城镇建设用地 A ÷ 已供应国有建设用地 D，按调查图斑", "built urban land A / supplied state land D, by survey"},
      {"built_share_of_developable", "1", "建成占可开发比例 = A ÷ (A+B)，等于以上三率之积", "A / (A+B), the product of the three rates above"},
      {"industrial_land_rate", "1", "工业用地率 = 工矿仓储用地 A2 ÷ 已建成城镇建设用地 A，按调查图斑", "industrial, mining and storage land A2 / built land A, by survey"},
      {"hightech_land_rate", "1", "高新技术产业用地率 = H ÷ A，按调查图斑", "high-tech industry land H / built land A, by survey"},
      {"overall_plot_ratio", "1", "综合容积率 = 总建筑面积 ÷ A，按调查图斑和建筑", "floor area / built land A, by survey and buildings"},
      {"building_density", "1", "建筑密度 = 建筑基底总面积 ÷ A，按调查图斑和建筑", "footprints / built land A, by survey and buildings"},
      {"industrial_plot_ratio", "1", "工业用地综合容积率 = 工矿仓储用地上总建筑面积 ÷ A2", "floor area on industrial land / A2"},
      {"industrial_building_coefficient", "1", "工业用地建筑系数 =（基底 + 露天堆场、操作场）÷ A2", "(footprints + yards) on industrial land / A2"},
      {"industrial_fixed_asset_intensity", "万元/公顷", "工业用地固定资产投入强度 = 累计固定资产投资 ÷ A2（或 A）", "cumulative fixed-asset investment / A2 (or A), in 10⁴ CNY per hectare"},
      {"industrial_output_intensity", "万元/公顷", "工业用地产出强度 = 年总收入 ÷ A2", "yearly revenue / A2, in 10⁴ CNY per hectare"},
      {"hightech_output_intensity", "万元/公顷", "高新技术产业用地产出强度 = 年总收入 ÷ H", "yearly revenue / H, in 10⁴ CNY per hectare"},
      {"industrial_tax_per_land", "万元/公顷", "工业用地地均税收 = 年税收 ÷ A2", "yearly tax / A2, in 10⁴ CNY per hectare"},
      {"overall_tax_per_land", "万元/公顷", "综合地均税收 = 二、三产业年税收 ÷ A（或 A2）", "yearly tax / A (or A2), in 10⁴ CNY per hectare"},
      {"population_density", "person/ha", "人口密度 = 常住人口 ÷ A；没有输入", "residents / A; no input gives them"},
      {"idle_rate_check", "1", "闲置土地率（核查）= Σ 闲置宗地面积 ÷ Σ 已供应宗地面积，按本次审计", "idle / supplied land of parcels, as this audit finds it"},
      {"idle_disposal_rate", "1", "闲置土地处置率 = 已处置 ÷ 已认定闲置土地面积，按宗地记录", "disposed of / determined idle, by the parcels' records"},
      {"expired_disposal_rate", "1", "到期项目用地处置率；没有输入", "expired land disposed of / expired; no input gives it"},
      {"paid_use_rate", "1", "土地有偿使用实现率；没有输入", "paid / should be paid; no input gives it"},
      {"auction_rate", "1", "土地招拍挂实现率；没有输入", "auctioned / should be auctioned; no input gives it"},
      {"to_be_built_share", "1", "待建地占比；待建地的口径未见", "land to be built / (A+B); what counts as to be built was not seen"},
      {"current_industrial_rate", "1", "现状工业用地率（国土变更调查）；没有输入", "current industrial rate by the land survey; no input gives it"},
      {"planned_industrial_rate", "1", "规划工业用地率；没有输入", "planned industrial rate; no input gives it"},
      {"remaining_supply_years", "year", "尚可供应年限 = 尚可供应土地 E ÷ 近五年年均供应面积", "land still to be supplied E / mean yearly supply of five years"},
      {"approved_unsupplied_rate", "1", "批而未供率 = Σ 批而未供面积 ÷ Σ 已批准面积（均为园区内部分）",
       "Σ approved but unsupplied land / Σ approved land, both inside the park"},
      {"supply_rate_five_years", "1", "前五年平均供地率 = Σ 供应 ÷ Σ 批准（审计年度之前五年批准的用地，台账数，跨园区的批次按面积分计）",
       "Σ supplied / Σ approved, of the approvals of the five years before the audit year, by ledger; an approval across the outline counts by area"},
  };
  return kIndicators;
}

}  // namespace yongdi::ledger
