// Tables of a file of disposals: what left the stock between two days, what else changed in it, and the balance.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

template <>
const TableInfo& table_info<DisposalRow>() {
  static constexpr TableInfo kTable{"disposal", "MULTIPOLYGON", "两个基准日之间处置的批而未供、闲置、低效土地，每个对象每个园区每个事件一行",
                                    "unsupplied, idle and inefficient land disposed of between the two days, one row per subject, park and event",
                                    "park_id subject_id"};
  return kTable;
}
template <>
std::span<const Column<DisposalRow>> columns() {
  using R = DisposalRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号（前一基准日），空为园区之外", "park that held the land on the first day; NULL outside all parks"),
      bind<&R::subject>("subject", "", "对象：approval 批次（批而未供）、parcel 宗地", "what it concerns: approval (unsupplied land), parcel"),
      bind<&R::subject_id>("subject_id", "", "批准文号或宗地编号", "id of the approval or parcel"),
      bind<&R::kind>("kind", "", "存量类别：unsupplied 批而未供、idle 闲置、inefficient 低效", "kind of stock: unsupplied, idle, inefficient"),
      bind<&R::cohort>("cohort", "", "批准年份，空为不明", "year of the approval; NULL when not known"),
      bind<&R::area_m2>("area_m2", "m²", "处置面积", "land disposed of"),
      bind<&R::measured>("measured", "", "面积来源：geometry 图形、declared 文件记载",
                         "where the area is from: geometry, declared (by the document)"),
      bind<&R::event>("event", "", "处置事件，如 contract 签订合同、work_started 动工、withdrawn 批文撤回",
                      "the event that ended it, such as contract, work_started, withdrawn"),
      bind<&R::closed_on>("closed_on", "", "事件日期", "day of the event"),
      bind<&R::document>("document", "", "文号；合同、动工以电子监管号为凭",
                         "its document; for contracts and starts the supervision number under which they are recorded"),
      bind<&R::earns>("earns", "", "日期、文号齐全可计处置量：yes、no", "whether it earns, having both day and document: yes, no"),
      bind<&R::successor_id>("successor_id", "", "后一基准日取得该土地的宗地（或记录该事件的批次）",
                             "parcel that has the land on the second day, or approval that records the event"),
      bind<&R::matched_by>("matched_by", "", "对应方式：id 编号、geometry 图形", "how the two ledgers were matched: id, geometry"),
      bind<&R::source>("source", "", "记载该事件的来源文件（后一台账）", "source file that records the event (second ledger)"),
      bind<&R::row>("row", "", "来源行号", "row in that file"),
      bind<&R::reason_zh>("reason_zh", "", "说明（中文）", "in words, in Chinese"),
      bind<&R::reason_en>("reason_en", "", "说明（英文）", "in words, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<StockChangeRow>() {
  static constexpr TableInfo kTable{"stock_change", "MULTIPOLYGON", "存量的其他变化（新增、无事件减少、因数据、规则或图形变化），不计处置量",
                                    "other changes of the stock (new, left without event, other data, law or outline); none of them earns",
                                    "park_id subject_id"};
  return kTable;
}
template <>
std::span<const Column<StockChangeRow>> columns() {
  using R = StockChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::direction>("direction", "", "方向：left 离开存量、entered 进入存量", "left or entered the stock"),
      bind<&R::effect>("effect", "", "性质：new 新增、without_event 无事件减少、data 数据、law 规则、outline 图形",
                       "what it is: new, without_event, data, law, outline"),
      bind<&R::park_id>("park_id", "", "园区编号，空为园区之外", "park id; NULL outside all parks"),
      bind<&R::subject>("subject", "", "对象：approval 批次、parcel 宗地", "what it concerns: approval, parcel"),
      bind<&R::subject_id>("subject_id", "", "批准文号或宗地编号；细碎图斑合计为空", "id of the approval or parcel; NULL for the sum of slivers"),
      bind<&R::kind>("kind", "", "存量类别：unsupplied、idle、inefficient", "kind of stock: unsupplied, idle, inefficient"),
      bind<&R::cohort>("cohort", "", "批准年份，空为不明", "year of the approval; NULL when not known"),
      bind<&R::area_m2>("area_m2", "m²", "面积", "land"),
      bind<&R::event>("event", "", "原因代码", "code of the reason"),
      bind<&R::happened_on>("happened_on", "", "日期", "day"),
      bind<&R::document>("document", "", "文号", "document"),
      bind<&R::other_id>("other_id", "", "另一基准日该土地上的宗地或批次", "parcel or approval on that land on the other day"),
      bind<&R::changed>("changed", "", "两台账不同的字段或规则参数，以逗号分隔", "facts or rule parameters that differ, joined by commas"),
      bind<&R::reason_zh>("reason_zh", "", "说明（中文）", "in words, in Chinese"),
      bind<&R::reason_en>("reason_en", "", "说明（英文）", "in words, in English"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<StockRow>() {
  static constexpr TableInfo kTable{
      "stock", "", "存量平衡：前一日存量＋新增－处置－无事件减少＋数据、规则、图形变化＝后一日存量；园区、类别、批准年份各一行",
      "balance of the stock: first stock + new − disposed − without event + changes of data, law, outline = second stock; "
      "one row per park, kind and year of approval",
      "park_id"};
  return kTable;
}
template <>
std::span<const Column<StockRow>> columns() {
  using R = StockRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::park_id>("park_id", "", "园区编号，空为园区之外", "park id; NULL outside all parks"),
      bind<&R::kind>("kind", "", "存量类别：unsupplied、idle、inefficient", "kind of stock: unsupplied, idle, inefficient"),
      bind<&R::cohort>("cohort", "", "批准年份，空为不明", "year of the approval; NULL when not known"),
      bind<&R::stock_a_m2>("stock_a_m2", "m²", "前一基准日存量（台账）", "stock on the first day, by its ledger"),
      bind<&R::new_m2>("new_m2", "m²", "新增", "new"),
      bind<&R::disposed_m2>("disposed_m2", "m²", "处置（有图形）", "disposed of, with an outline"),
      bind<&R::without_event_m2>("without_event_m2", "m²", "无事件减少，不计处置量", "left without an event; earns nothing"),
      bind<&R::data_m2>("data_m2", "m²", "数据更正引起的净变化", "net change by other data"),
      bind<&R::law_m2>("law_m2", "m²", "规则不同引起的净变化", "net change by other law"),
      bind<&R::outline_m2>("outline_m2", "m²", "图形不同引起的净变化", "net change by other outlines"),
      bind<&R::stock_b_m2>("stock_b_m2", "m²", "后一基准日存量（台账）", "stock on the second day, by its ledger"),
      bind<&R::residual_m2>("residual_m2", "m²", "平衡差，应为零", "what the balance leaves open; should be zero"),
      bind<&R::undrawn_m2>("undrawn_m2", "m²", "仅有文件、没有图形的处置（撤回、核减、调出），不在图形平衡之内",
                           "disposed of on paper without an outline (withdrawn, double-counted, adjusted out); not part of this balance"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
