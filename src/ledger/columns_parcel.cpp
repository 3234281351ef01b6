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
      bind<&R::cause>("cause", "", "未动工原因：none、G1–G6 政府原因、FM 不可抗力、PRELIM 前期工作",
                      "cause of delay: none, G1–G6 government, FM force majeure, PRELIM preliminary work"),
      bind<&R::route>("route", "", "处置路径：fee 征缴闲置费、recover 收回、negotiate 协商、review 复核",
                      "way of disposal: fee, recover, negotiate, review"),
      bind<&R::fee_wan_yuan>("fee_wan_yuan", "万元", "土地闲置费", "idle land fee, in 10⁴ CNY"),
      bind<&R::next_class>("next_class", "", "若无变化，下一闲置类别", "the class that comes next if nothing happens"),
      bind<&R::next_on>("next_on", "", "进入下一类别的日期", "the day that class begins"),
      bind<&R::floor_area_m2>("floor_area_m2", "m²", "总建筑面积", "floor area"),
      bind<&R::floor_basis>("floor_basis", "", "建筑面积依据：declared 申报、measured 按建筑物图层",
                            "where the floor area comes from: declared, measured"),
      bind<&R::footprint_m2>("footprint_m2", "m²", "建筑基底面积", "building footprints"),
      bind<&R::plot_ratio>("plot_ratio", "1", "容积率", "plot ratio"),
      bind<&R::plot_ratio_min_required>("plot_ratio_min_required", "1", "容积率下限要求", "least plot ratio required"),
      bind<&R::plot_ratio_max_allowed>("plot_ratio_max_allowed", "1", "容积率上限要求", "greatest plot ratio allowed"),
      bind<&R::plot_ratio_ok>("plot_ratio_ok", "", "容积率是否符合：yes、no、unknown、n/a", "plot ratio within its limits: yes, no, unknown, n/a"),
      bind<&R::building_density>("building_density", "1", "建筑密度", "building density"),
      bind<&R::building_coefficient>("building_coefficient", "1", "建筑系数", "building coefficient"),
      bind<&R::building_coefficient_min_required>("building_coefficient_min_required", "1", "建筑系数下限要求",
                                                  "least building coefficient required"),
      bind<&R::building_coefficient_ok>("building_coefficient_ok", "", "建筑系数是否符合：yes、no、unknown、n/a",
                                        "building coefficient at or above its limit: yes, no, unknown, n/a"),
      bind<&R::fixed_investment_wan_yuan>("fixed_investment_wan_yuan", "万元", "固定资产投资（含地价）",
                                          "fixed investment, land price included, in 10⁴ CNY"),
      bind<&R::investment_intensity_wan_per_ha>("investment_intensity_wan_per_ha", "万元/公顷", "投资强度",
                                                "investment intensity, in 10⁴ CNY per hectare"),
      bind<&R::investment_min_required_wan_per_ha>("investment_min_required_wan_per_ha", "万元/公顷", "投资强度下限要求",
                                                   "least investment intensity required, in 10⁴ CNY per hectare"),
      bind<&R::investment_ok>("investment_ok", "", "投资强度是否符合：yes、no、unknown、n/a",
                              "investment at or above its limit: yes, no, unknown, n/a"),
      bind<&R::area_basis>("area_basis", "", "各比率所用面积的依据：declared 申报、measured 图形", "area the ratios stand on: declared, measured"),
      bind<&R::inefficient>("inefficient", "", "是否低效：未筛查为 n/a", "inefficient or not; n/a until screened"),
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

}  // namespace yongdi::ledger
