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
          "sliver 细碎、unapproved 未批、not_assessed 未评价、held_elsewhere 由重叠园区计入",
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
      bind<&R::formula_zh>("formula_zh", "", "公式（字母见 indicator 表）", "formula in Chinese; letters as in table indicator"),
      bind<&R::formula_en>("formula_en", "", "英文公式", "formula in English; letters as in table indicator"),
      bind<&R::source>("source", "", "依据：land_status 调查图斑、parcels 宗地、approvals 批次、statistics 统计表；几项以逗号分隔",
                       "what it rests on: land_status (survey), parcels, approvals, statistics (table); several joined by commas"),
      bind<&R::missing>("missing", "", "缺少的资料，以逗号分隔", "inputs that are not there, joined by commas"),
      bind<&R::completeness>("completeness", "1", "完整度：资料已知的土地所占比例", "share of the land concerned whose data are known"),
      bind<&R::published_national>("published_national", "", "国家级开发区通报公布数，单位同 value", "figure the national bulletin published, in the unit of value"),
      bind<&R::published_provincial>("published_provincial", "", "本省通报公布数，单位同 value", "figure the province's bulletin published, in the unit of value"),
      bind<&R::published_zh>("published_zh", "", "公布数的通报年度、数据截止日和出处", "edition, day of the data and source of the published figures, in Chinese"),
      bind<&R::published_en>("published_en", "", "公布数的通报年度、数据截止日和出处（英文）", "edition, day of the data and source of the published figures, in English"),
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

}  // namespace yongdi::ledger
