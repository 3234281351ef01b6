// Tables of firms rated per mu.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<FirmRatingRow>() {
  static constexpr TableInfo kTable{"firm_rating", "", "企业亩均评价，每个企业一行", "firms rated per mu, one row per firm", "firm_id"};
  return kTable;
}
template <>
std::span<const Column<FirmRatingRow>> columns() {
  using R = FirmRatingRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::firm_id>("firm_id", "", "企业（统一社会信用代码，没有则为名称）", "firm: its unified social credit code, else its name"),
      bind<&R::name>("name", "", "企业名称", "name"),
      bind<&R::year>("year", "", "数据年度（不晚于基准日的最近一年）", "year of the figures: the latest up to the as-of day"),
      bind<&R::group>("group_name", "", "分组：above_scale 规上、below_scale 规下，空为未注明", "above or below the designated size; NULL when not recorded"),
      bind<&R::parcels>("parcels", "", "用地宗数", "parcels it uses"),
      bind<&R::land_m2>("land_m2", "m²", "用地面积：登记的；独用宗地为全宗；多家合用按建筑面积分摊", "land: as recorded; a whole parcel for a firm alone on it; shared by floor area where several are"),
      bind<&R::bonus>("bonus", "", "加分；空为没有", "points added; NULL for none"),
      bind<&R::malus>("malus", "", "扣分；空为没有", "points taken off; NULL for none"),
      bind<&R::total>("total", "", "总得分 = 各项得分之和（firm_rating_part）+ 加分 - 扣分", "total score: points of the items (firm_rating_part) + bonus - malus"),
      bind<&R::rank>("rank", "", "组内名次，得分相同名次相同", "rank within the group; equal totals share one"),
      bind<&R::ranked_firms>("ranked_firms", "", "组内有得分的企业数", "firms of the group that have a total"),
      bind<&R::rating>("rating", "", "等级 A、B、C、D；得分未知或没有等级界线的为空", "class A, B, C, D; NULL without a total, or where nothing in force says where the classes end"),
      bind<&R::missing>("missing", "", "缺失（加分、扣分则为负数）而致得分未知的项目", "items whose absence, or bonus or malus that is below zero, left the total unknown"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<FirmRatingPartRow>() {
  static constexpr TableInfo kTable{"firm_rating_part", "", "企业亩均评价明细，每个企业每项一行", "how a firm's total is made up, one row per firm and item", "firm_id"};
  return kTable;
}
template <>
std::span<const Column<FirmRatingPartRow>> columns() {
  using R = FirmRatingPartRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::firm_id>("firm_id", "", "企业", "firm"),
      bind<&R::item>("item", "", "项目：tax_per_mu 亩均税收、revenue_per_mu 亩均营收、output_per_mu 亩均产值、value_added_per_mu 亩均增加值（万元/亩）、value_added_per_energy 单位能耗增加值、"
                     "value_added_per_emission 单位排放增加值、tax_per_kwh 单位电耗税收、labour_productivity 全员劳动生产率、research_share 研发强度",
                     "tax, revenue, output or value added per mu (10⁴ CNY/mu), value added per energy or emission, tax per kWh, labour productivity, research share"),
      bind<&R::weight>("weight", "", "权重", "weight"),
      bind<&R::benchmark>("benchmark", "", "基准值（公式 S1）", "benchmark (formula S1)"),
      bind<&R::value>("value", "", "项目值", "what the item is"),
      bind<&R::points>("points", "", "得分", "points"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
