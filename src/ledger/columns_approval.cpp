// Tables about approvals: the approvals, the parcels supplied out of them, the land left unsupplied.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<ApprovalRow>() {
  static constexpr TableInfo kTable{"approval", "MULTIPOLYGON", "农用地转用与征收批次（含单独选址），每个批文一行",
                                    "approvals of farmland conversion and expropriation, one row per approval", "approval_id"};
  return kTable;
}
template <>
std::span<const Column<ApprovalRow>> columns() {
  using R = ApprovalRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::approval_id>("approval_id", "", "批准文号", "approval number"),
      bind<&R::approved_on>("approved_on", "", "批准日期", "day of approval"),
      bind<&R::cohort>("cohort", "", "批准年份", "year of approval"),
      bind<&R::declared_area_m2>("declared_area_m2", "m²", "批准面积（申报）", "approved area as declared"),
      bind<&R::area_m2>("area_m2", "m²", "图形面积", "area of the shape"),
      bind<&R::supplied_m2>("supplied_m2", "m²", "已供应面积（图形）", "land supplied by the as-of day, by geometry"),
      bind<&R::unsupplied_m2>("unsupplied_m2", "m²", "批而未供面积（图形）", "approved but unsupplied land, by geometry"),
      bind<&R::sliver_m2>("sliver_m2", "m²", "细碎图斑面积", "slivers: pieces too small or too thin to be land"),
      bind<&R::overlap_m2>("overlap_m2", "m²", "与更早批次重叠的面积；以上四项之和等于 area_m2",
                           "land of an earlier approval; these four add up to area_m2"),
      bind<&R::supplied_declared_m2>("supplied_declared_m2", "m²", "已供应面积（台账，按批准文号关联）",
                                     "supplied by ledger, linked by approval number"),
      bind<&R::unsupplied_declared_m2>("unsupplied_declared_m2", "m²", "批而未供面积（台账）", "unsupplied by ledger"),
      bind<&R::over_supplied_m2>("over_supplied_m2", "m²", "超批准面积供应（台账）", "supplied beyond the approved area, by ledger"),
      bind<&R::supply_rate>("supply_rate", "1", "供地率（台账）", "supply rate by ledger"),
      bind<&R::lapse_candidate>("lapse_candidate", "", "批准后的失效期限已满仍有未供土地、批文可能失效：yes、no、unknown",
                                "the term after approval is over and land is unsupplied, so the approval may have lapsed: yes, no, unknown"),
      bind<&R::reasons_m2>("reasons_m2", "m²", "各项未供应原因面积之和", "land over the reasons it is not supplied"),
      bind<&R::methods_m2>("methods_m2", "m²", "各项处置方式面积之和", "land over the methods of disposal"),
      bind<&R::reasons_add_up>("reasons_add_up", "", "原因面积之和是否等于台账批而未供面积：yes、no、unknown；没有原因表为 unknown",
                               "reasons add up to the land unsupplied by ledger: yes, no, unknown; unknown without a table of reasons"),
      bind<&R::methods_add_up>("methods_add_up", "", "方式面积之和是否等于台账批而未供面积：yes、no、unknown",
                               "methods add up to it: yes, no, unknown"),
      bind<&R::has_time_limit>("has_time_limit", "", "有批而未供面积的是否选定处置时限：yes、no、unknown", "a time limit is chosen where land is left: yes, no, unknown"),
      bind<&R::missing>("missing", "", "缺失且影响结论的字段，以逗号分隔", "fields whose absence left something undecided, joined by commas"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ApprovalParcelRow>() {
  static constexpr TableInfo kTable{"approval_parcel", "", "批次与宗地的对应，每个批次每宗地一行",
                                    "which parcels were supplied out of which approval", "approval_id parcel_id"};
  return kTable;
}
template <>
std::span<const Column<ApprovalParcelRow>> columns() {
  using R = ApprovalParcelRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::approval_id>("approval_id", "", "批准文号", "approval number"),
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::area_m2>("area_m2", "m²", "重叠面积", "land they have in common"),
      bind<&R::linked_by>("linked_by", "", "关联方式：geometry 图形、number 批准文号、both 两者", "what links them: geometry, number, both"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<UnsuppliedRow>() {
  static constexpr TableInfo kTable{"unsupplied", "MULTIPOLYGON", "批而未供土地，每个批次每个园区一行（园区外 park_id 为空）",
                                    "approved but unsupplied land, one row per approval and park (park_id NULL outside all parks)",
                                    "approval_id park_id"};
  return kTable;
}
template <>
std::span<const Column<UnsuppliedRow>> columns() {
  using R = UnsuppliedRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::approval_id>("approval_id", "", "批准文号", "approval number"),
      bind<&R::park_id>("park_id", "", "园区编号，空为园区之外", "park id; NULL outside all parks"),
      bind<&R::area_m2>("area_m2", "m²", "批而未供面积", "unsupplied land"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<SupplyRateRow>() {
  static constexpr TableInfo kTable{"supply_rate", "", "供地率：全部批次和各园区，按批准年份和前五年合计，每项一行",
                                    "supply rates of all approvals and of each park, by year of approval and over the years before the audit year", "park_id"};
  return kTable;
}
template <>
std::span<const Column<SupplyRateRow>> columns() {
  using R = SupplyRateRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::scope>("scope", "", "范围：all 全部批次、park 一个园区（跨园区的批次按面积分计）", "all approvals, or one park (an approval across its outline counts by area)"),
      bind<&R::park_id>("park_id", "", "园区代码，空为全部批次", "park id; NULL for all approvals"),
      bind<&R::period>("period", "", "批准年份，或起止年份", "year of approval, or first and last year"),
      bind<&R::first_year>("first_year", "", "起始年份", "first year of approval"),
      bind<&R::last_year>("last_year", "", "截止年份（含）", "last year, included"),
      bind<&R::approvals>("approvals", "", "批次数", "number of approvals"),
      bind<&R::unknown_count>("unknown_count", "", "批准或供应面积、批准年份不明的批次数", "approvals whose area approved or supplied, or whose year, is not known"),
      bind<&R::approved_m2>("approved_m2", "m²", "批准面积之和（已知部分）", "land approved, over what is known"),
      bind<&R::supplied_m2>("supplied_m2", "m²", "已供应面积之和（台账，已知部分）", "land supplied by ledger, over what is known"),
      bind<&R::over_supplied_m2>("over_supplied_m2", "m²", "其中超出各自批准面积的供应", "of it, what goes beyond the area of its own approval"),
      bind<&R::unsupplied_m2>("unsupplied_m2", "m²", "批而未供面积之和（台账，已知部分）", "land unsupplied by ledger, over what is known"),
      bind<&R::supply_rate>("supply_rate", "1", "供地率 = Σ 供应 ÷ Σ 批准；有不明的为空", "Σ supplied / Σ approved; NULL when anything is unknown"),
      bind<&R::low>("low", "1", "供地率下限（不明的供应面积按零计）", "least it can be (an unknown supply taken as nothing)"),
      bind<&R::high>("high", "1", "供地率上限（不明的供应面积按全部批准面积计）", "most it can be (an unknown supply taken as all that was approved)"),
      bind<&R::floor>("floor", "1", "要求的下限；单个年份没有", "floor it is held against; none for single years"),
      bind<&R::reaches_floor>("reaches_floor", "", "是否达到下限（恰等于为达到）：yes、no、unknown", "at or above the floor (exactly at it is): yes, no, unknown"),
      bind<&R::reaches_within>("reaches_within", "", "各批次的供应以其批准面积为限计，是否达到下限：yes、no、unknown",
                               "at or above the floor when no approval's supply counts beyond its own area: yes, no, unknown"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
