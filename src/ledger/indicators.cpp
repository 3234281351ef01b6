#include "ledger/indicators.hpp"

#include <algorithm>

namespace yongdi::ledger {

namespace {

constexpr std::string_view kPerHectare = "万元/公顷";

constexpr IndicatorInfo kIndicators[] = {
    // Of parcels and approvals, in every ledger.
    {"parcel_plot_ratio", "1", "宗地容积率", "Plot ratio of parcels", "Σ 建筑面积 ÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
     "Σ floor area / Σ land of the parcels, each by its share in the park"},
    {"parcel_building_density", "1", "宗地建筑密度", "Building density of parcels", "Σ 建筑基底面积 ÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
     "Σ building footprints / Σ land of the parcels, each by its share in the park"},
    {"parcel_investment_intensity", kPerHectare, "宗地投资强度", "Investment intensity of parcels",
     "Σ 固定资产投资（含地价）÷ Σ 宗地面积，均按宗地在园区内的面积比例计",
     "Σ fixed investment (with land price) / Σ land of the parcels, each by its share in the park, in 10⁴ CNY per hectare"},
    {"idle_rate", "1", "土地闲置率", "Share of idle land", "闲置土地 G ÷ 已供应国有建设用地 D（或已建成 A），按调查图斑；没有调查图斑时即宗地闲置率",
     "idle land G / supplied state land D (or built land A), by survey; without a survey, the share of idle parcels"},
    {"idle_rate_check", "1", "宗地闲置率", "Share of idle parcels", "Σ 闲置宗地面积 ÷ Σ 已供应宗地面积（均为园区内部分），按本次审计",
     "Σ land of idle parcels / Σ land of supplied parcels, both inside the park, as this audit finds it"},
    {"approved_unsupplied_rate", "1", "批而未供率", "Share of unsupplied land", "Σ 批而未供面积 ÷ Σ 已批准面积（均为园区内部分）",
     "Σ approved but unsupplied land / Σ approved land, both inside the park"},
    {"supply_rate_five_years", "1", "前五年平均供地率", "Supply rate of five years",
     "Σ 供应 ÷ Σ 批准（审计年度之前五年批准的用地，台账数，跨园区的批次按面积分计）",
     "Σ supplied / Σ approved, of the approvals of the five years before the audit year, by ledger; an approval across the outline counts by area"},
    {"standard_plant_area", "m²", "标准厂房用地面积", "Land of standard plants", "Σ 标准厂房宗地在园区内的面积",
     "land of parcels with standard plant buildings, inside the park"},
    {"collective_area", "m²", "集体建设用地面积", "Collective land", "Σ 集体所有宗地在园区内的面积",
     "land of collectively owned parcels, inside the park"},
    {"housing_commercial_share", "1", "住宅与商服用地比重", "Share of housing and commercial land", "住宅与商服宗地 ÷ 已供应宗地，均为园区内部分",
     "housing and commercial land / land of supplied parcels, both inside the park"},
    // Of land-intensity evaluation.
    {"land_development_rate", "1", "土地开发率", "Land development rate", "已达到供地条件的土地 (A+B21) ÷ 可开发建设土地 (A+B)，按调查图斑",
     "land ready for supply (A+B21) / developable land (A+B), by survey"},
    {"land_supply_rate", "1", "土地供应率", "Land supply rate", "已供应国有建设用地 D ÷ 已达到供地条件的土地 (A+B21)，按调查图斑",
     "supplied state land D / land ready for supply (A+B21), by survey"},
    {"land_built_rate", "1", "土地建成率", "Land built-up rate", "已建成城镇建设用地 A ÷ 已供应国有建设用地 D，按调查图斑",
     "built urban land A / supplied state land D, by survey"},
    {"built_share_of_developable", "1", "建成占可开发比例", "Built share of developable land", "A ÷ (A+B)，等于以上三率之积",
     "A / (A+B), the product of the three rates above"},
    {"industrial_land_rate", "1", "工业用地率", "Industrial land rate", "工矿仓储用地 A2 ÷ 已建成城镇建设用地 A，按调查图斑",
     "industrial, mining and storage land A2 / built land A, by survey"},
    {"hightech_land_rate", "1", "高新技术产业用地率", "High-tech land rate", "高新技术产业用地 H ÷ A，按调查图斑",
     "high-tech industry land H / built land A, by survey"},
    {"overall_plot_ratio", "1", "综合容积率", "Overall plot ratio", "总建筑面积 ÷ A，按调查图斑和建筑",
     "floor area / built land A, by survey and buildings"},
    {"building_density", "1", "建筑密度", "Building density", "建筑基底总面积 ÷ A，按调查图斑和建筑",
     "footprints / built land A, by survey and buildings"},
    {"industrial_plot_ratio", "1", "工业用地综合容积率", "Industrial plot ratio", "工矿仓储用地上总建筑面积 ÷ A2",
     "floor area on industrial land / A2"},
    {"industrial_building_coefficient", "1", "工业用地建筑系数", "Industrial building coefficient", "（基底 + 露天堆场、操作场）÷ A2",
     "(footprints + yards) on industrial land / A2"},
    {"industrial_fixed_asset_intensity", kPerHectare, "工业用地固定资产投入强度", "Industrial fixed-asset intensity", "累计固定资产投资 ÷ A2（或 A）",
     "cumulative fixed-asset investment / A2 (or A), in 10⁴ CNY per hectare"},
    {"industrial_output_intensity", kPerHectare, "工业用地产出强度", "Industrial output intensity", "年总收入 ÷ A2",
     "yearly revenue / A2, in 10⁴ CNY per hectare"},
    {"hightech_output_intensity", kPerHectare, "高新技术产业用地产出强度", "High-tech output intensity", "年总收入 ÷ H",
     "yearly revenue / H, in 10⁴ CNY per hectare"},
    {"industrial_tax_per_land", kPerHectare, "工业用地地均税收", "Industrial tax per hectare", "年税收 ÷ A2",
     "yearly tax / A2, in 10⁴ CNY per hectare"},
    {"overall_tax_per_land", kPerHectare, "综合地均税收", "Overall tax per hectare", "二、三产业年税收 ÷ A（或 A2）",
     "yearly tax / A (or A2), in 10⁴ CNY per hectare"},
    {"population_density", "person/ha", "人口密度", "Population density", "常住人口（统计表）÷ A", "residents, from the table of statistics / A"},
    {"expired_disposal_rate", "1", "到期项目用地处置率", "Expired land disposal rate", "已处置的到期项目用地 ÷ 到期项目用地，按统计表",
     "expired land disposed of / expired land, from the table of statistics"},
    {"idle_disposal_rate", "1", "闲置土地处置率", "Idle land disposal rate", "已处置 ÷ 已认定闲置土地面积，按宗地记录",
     "disposed of / determined idle, by the parcels' records"},
    {"paid_use_rate", "1", "土地有偿使用实现率", "Paid-use rate", "有偿使用土地供应 ÷ 应有偿使用土地供应，按统计表",
     "supplied for payment / what should be, from the table of statistics"},
    {"auction_rate", "1", "土地招拍挂实现率", "Auction supply rate", "实际招拍挂供应 ÷ 应招拍挂供应，按统计表",
     "supplied by auction / what should be, from the table of statistics"},
    {"to_be_built_share", "1", "待建地占比", "Share of land still to be built", "待建地面积（统计表）÷ (A+B)",
     "land to be built, from the table of statistics / (A+B)"},
    {"current_industrial_rate", "1", "现状工业用地率", "Current industrial rate", "国土变更调查的工业、采矿、盐田、物流仓储用地 ÷ 建设用地，按统计表",
     "industry, mining, salt and storage / construction land of the land survey, from the table of statistics"},
    {"planned_industrial_rate", "1", "规划工业用地率", "Planned industrial rate", "规划的工矿仓储用地 ÷ 规划建设用地，按统计表",
     "planned industry, mining and storage / planned construction land, from the table of statistics"},
    {"remaining_supply_years", "year", "尚可供应年限", "Remaining years of supply", "尚可供应土地 E ÷ 近五年年均供应面积",
     "land still to be supplied E / mean yearly supply of five years"},
};

}  // namespace

std::span<const IndicatorInfo> indicators() { return kIndicators; }

const IndicatorInfo* find_indicator(std::string_view id, std::string_view source) {
  if (id == "idle_rate" && source != "land_status") id = "idle_rate_check";
  const auto* const found = std::find_if(std::begin(kIndicators), std::end(kIndicators), [&](const IndicatorInfo& each) { return each.id == id; });
  return found == std::end(kIndicators) ? nullptr : found;
}

UnitWords unit_words(std::string_view unit) {
  if (unit == "1") return {};
  if (unit == kPerHectare) return {kPerHectare, "×10⁴ yuan/ha"};
  if (unit == "year") return {"年", "years"};
  if (unit == "person/ha") return {"人/公顷", "persons/ha"};
  return {unit, unit};
}

}  // namespace yongdi::ledger
