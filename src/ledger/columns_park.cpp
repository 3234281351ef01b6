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
      bind<&R::denominator>("denominator", "", "分母合计（已知部分）：面积为 m²", "sum of the denominator over what is known: areas in m²"),
      bind<&R::low>("low", "", "下限：未知部分取最不利值", "lower bound, with everything unknown at its least"),
      bind<&R::high>("high", "", "上限：空为无上限", "upper bound, with everything unknown at its most; NULL when unbounded"),
      bind<&R::unknown_count>("unknown_count", "", "数据未知的宗地（批次）数", "number of members whose data are unknown"),
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
      {"idle_rate", "1", "土地闲置率 = Σ 闲置宗地面积 ÷ Σ 已供应宗地面积（均为园区内部分）",
       "Σ land of idle parcels / Σ land of supplied parcels, both inside the park"},
      {"approved_unsupplied_rate", "1", "批而未供率 = Σ 批而未供面积 ÷ Σ 已批准面积（均为园区内部分）",
       "Σ approved but unsupplied land / Σ approved land, both inside the park"},
      {"supply_rate_five_years", "1", "前五年平均供地率 = Σ 供应 ÷ Σ 批准（审计年度之前五年批准的用地，台账数，跨园区的批次按面积分计）",
       "Σ supplied / Σ approved, of the approvals of the five years before the audit year, by ledger; an approval across the outline counts by area"},
  };
  return kIndicators;
}

}  // namespace yongdi::ledger
