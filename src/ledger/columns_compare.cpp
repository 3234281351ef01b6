// Tables of a comparison of park outlines: what became of each park, the pieces drawn, parcels, protected areas, overlaps and gaps, and the balance
// and indicators of a ledger's land under either version.
#include "ledger/binding.hpp"

namespace yongdi::ledger {

namespace {

constexpr std::string_view kStepZh = "步：1 为第 1 版到第 2 版，依此类推", kStepEn = "step: 1 goes from version 1 to version 2, and so on";
// Beside a column of codes, what people call them.
constexpr std::string_view kWordsZh = "前一列的中文", kChineseEn = "the column before it, in Chinese", kEnglishZh = "该列的英文",
                           kWordsEn = "that column in English";
constexpr std::string_view kVersionZh = "版本序号，按命令行次序", kVersionEn = "number of the version, in the order of the command line";

}  // namespace

template <>
const TableInfo& table_info<VersionRow>() {
  static constexpr TableInfo kTable{"version", "", "（compare）所比较的各版园区边界，每版一行",
                                    "(compare) the versions of park outlines, one row each", ""};
  return kTable;
}
template <>
std::span<const Column<VersionRow>> columns() {
  using R = VersionRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::version>("version", "", kVersionZh, kVersionEn),
      bind<&R::source>("source", "", "来源，按命令行所写", "source, as written on the command line"),
      bind<&R::parks>("parks", "", "园区数", "number of parks"),
      bind<&R::area_m2>("area_m2", "m²", "全部园区并集的面积", "area of the union of all parks"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkChangeRow>() {
  static constexpr TableInfo kTable{
      "park_change", "MULTIPOLYGON", "（compare）园区边界的变化，两版中的每个园区每步一行；图形为新边界，撤销的为旧边界",
      "(compare) what became of each park of either version, one row per park and step; drawn with the new outline, or the "
      "old one of a park that is gone",
      "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkChangeRow>> columns() {
  using R = ParkChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::name>("name", "", "园区名称", "name of the park"),
      bind<&R::change>("change", "",
                       "变化：unchanged 未变、noise 仅测量误差、changed 边界调整、moved 整体移位、renamed 改名改号、split 拆分、merged 合并、"
                       "added 新增、removed 撤销",
                       "unchanged, noise (survey noise only), changed, moved (the same outline elsewhere), renamed, split, merged, added, removed"),
      bind<&R::change_zh>("change_zh", "", kWordsZh, kChineseEn),
      bind<&R::change_en>("change_en", "", kEnglishZh, kWordsEn),
      bind<&R::part_of>("part_of", "", "拆分、合并、改名中由哪一行代表；空为本行自计，只有这些行可以相加",
                        "the row that speaks for this one in a split, merger or change of name; only rows where it is NULL add up"),
      bind<&R::leaf>("leaf", "", "yes 为没有下级的园区，no 为上级园区", "yes for a park without sub-parks, no for a zone above others"),
      bind<&R::old_parks>("old_parks", "", "本行所比的旧版园区，以逗号分隔", "the old parks this row compares, joined by commas"),
      bind<&R::new_parks>("new_parks", "", "本行所比的新版园区，以逗号分隔", "the new parks this row compares, joined by commas"),
      bind<&R::old_m2>("old_m2", "m²", "旧边界的图形面积（保留 + 减少）", "measured area of the old outline: kept + lost"),
      bind<&R::new_m2>("new_m2", "m²", "新边界的图形面积（保留 + 增加）", "measured area of the new outline: kept + gained"),
      bind<&R::kept_m2>("kept_m2", "m²", "保留：新旧边界都在内的面积", "land inside both outlines"),
      bind<&R::gained_m2>("gained_m2", "m²", "增加：只在新边界内的面积", "land inside the new outline only"),
      bind<&R::lost_m2>("lost_m2", "m²", "减少：只在旧边界内的面积", "land inside the old outline only"),
      bind<&R::iou>("iou", "1", "交并比：保留 ÷（保留 + 增加 + 减少）", "intersection over union: kept / (kept + gained + lost)"),
      bind<&R::max_shift_m>("max_shift_m", "m", "边界最大偏移：任一边界线上离另一条最远的距离；整体移位为移动距离；没有对照为空",
                            "greatest shift: how far any place of one outline is from the other; of a park that moved, how far; NULL where there is "
                            "nothing to compare with"),
      bind<&R::moved_x_m>("moved_x_m", "m", "整体移位：向东", "of a park that moved: to the east"),
      bind<&R::moved_y_m>("moved_y_m", "m", "整体移位：向北", "of a park that moved: to the north"),
      bind<&R::declared_old_m2>("declared_old_m2", "m²", "旧版图层登记的面积", "area as the old layer declares it"),
      bind<&R::declared_new_m2>("declared_new_m2", "m²", "新版图层登记的面积", "area as the new layer declares it"),
      bind<&R::approved_old_m2>("approved_old_m2", "m²", "旧版核准面积", "approved area in the old version"),
      bind<&R::approved_new_m2>("approved_new_m2", "m²", "新版核准面积", "approved area in the new version"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<PieceRow>() {
  static constexpr TableInfo kTable{"piece", "MULTIPOLYGON", "（compare）保留、减少、增加的土地，每个园区每类一行",
                                    "(compare) land kept, lost and gained, one row per park and kind", "park_id"};
  return kTable;
}
template <>
std::span<const Column<PieceRow>> columns() {
  using R = PieceRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号，同 park_change", "park id, as in park_change"),
      bind<&R::kind>("kind", "", "gained 增加、lost 减少、kept 保留", "gained, lost, kept"),
      bind<&R::kind_zh>("kind_zh", "", kWordsZh, kChineseEn),
      bind<&R::kind_en>("kind_en", "", kEnglishZh, kWordsEn),
      bind<&R::leaf>("leaf", "", "yes 为没有下级的园区，no 为上级园区", "yes for a park without sub-parks, no for a zone above others"),
      bind<&R::area_m2>("area_m2", "m²", "面积", "area"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParcelChangeRow>() {
  static constexpr TableInfo kTable{"parcel_change", "MULTIPOLYGON", "（compare）因边界变化而进入、离开园区或被切割的宗地，每宗地每个园区一行",
                                    "(compare) parcels that enter or leave a park or are cut by its outline, one row per parcel and park",
                                    "park_id parcel_id"};
  return kTable;
}
template <>
std::span<const Column<ParcelChangeRow>> columns() {
  using R = ParcelChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::parcel_id>("parcel_id", "", "宗地编号", "parcel id"),
      bind<&R::change>("change", "", "enters 现全部在园区内、leaves 现全部在园区外、cut 被新边界切割",
                       "enters (wholly inside now), leaves (wholly outside now), cut (the new outline cuts it)"),
      bind<&R::change_zh>("change_zh", "", kWordsZh, kChineseEn),
      bind<&R::change_en>("change_en", "", kEnglishZh, kWordsEn),
      bind<&R::old_m2>("old_m2", "m²", "旧边界内的面积", "its land inside the old outline"),
      bind<&R::new_m2>("new_m2", "m²", "新边界内的面积", "its land inside the new outline"),
      bind<&R::entered_m2>("entered_m2", "m²", "进入园区的面积", "its land that entered the park"),
      bind<&R::left_m2>("left_m2", "m²", "离开园区的面积", "its land that left the park"),
      bind<&R::old_share>("old_share", "1", "旧边界内的面积占宗地的比例", "share of the parcel inside the old outline"),
      bind<&R::new_share>("new_share", "1", "新边界内的面积占宗地的比例", "share of the parcel inside the new outline"),
      bind<&R::stage>("stage", "", "台账中的阶段，同 parcel.stage；没有台账为空", "stage in the ledger, as parcel.stage; NULL without a ledger"),
      bind<&R::idle>("idle", "", "台账中是否闲置，同 parcel.idle", "idle in the ledger, as parcel.idle"),
      bind<&R::idle_class>("idle_class", "", "台账中的闲置类别，同 parcel.idle_class", "idle class in the ledger, as parcel.idle_class"),
      bind<&R::determination>("determination", "", "台账中的认定情况，同 parcel.determination",
                              "determination in the ledger, as parcel.determination"),
      bind<&R::route>("route", "", "台账中的处置路径，同 parcel.route", "way of disposal in the ledger, as parcel.route"),
      bind<&R::inefficient>("inefficient", "", "台账中是否低效，同 parcel.inefficient", "inefficient in the ledger, as parcel.inefficient"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ConstraintChangeRow>() {
  static constexpr TableInfo kTable{"constraint_change", "", "（compare）园区内管控区面积的变化，每个园区每类一行",
                                    "(compare) land of protected and bounded areas in the parks, one row per park and kind", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ConstraintChangeRow>> columns() {
  using R = ConstraintChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号；空为全部园区合计，每平方米只计一次",
                        "park id; NULL for all parks together, every square metre once"),
      bind<&R::kind>("kind", "",
                     "farmland 永久基本农田、ecology 生态保护红线、urban_boundary 城镇开发边界内、outside_urban_boundary 城镇开发边界外、other 其他",
                     "farmland (permanent basic farmland), ecology (ecological red line), urban_boundary (inside), outside_urban_boundary, other"),
      bind<&R::kind_zh>("kind_zh", "", kWordsZh, kChineseEn),
      bind<&R::kind_en>("kind_en", "", kEnglishZh, kWordsEn),
      bind<&R::old_m2>("old_m2", "m²", "旧边界内的面积", "inside the old outline"),
      bind<&R::new_m2>("new_m2", "m²", "新边界内的面积", "inside the new outline"),
      bind<&R::gained_m2>("gained_m2", "m²", "增加的面积", "gained"),
      bind<&R::lost_m2>("lost_m2", "m²", "减少的面积", "lost"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkOverlapRow>() {
  static constexpr TableInfo kTable{"park_overlap", "MULTIPOLYGON", "（compare）同一版中两个园区重叠的土地，每对一行",
                                    "(compare) land that two parks of one version both have, one row per pair", "park_id"};
  return kTable;
}
template <>
std::span<const Column<ParkOverlapRow>> columns() {
  using R = ParkOverlapRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::version>("version", "", kVersionZh, kVersionEn),
      bind<&R::park_id>("park_id", "", "持有重叠土地的园区（priority 在先，否则编号小者）",
                        "the park that holds the land: by priority, else the smaller id"),
      bind<&R::other_id>("other_id", "", "另一园区", "the other park"),
      bind<&R::area_m2>("area_m2", "m²", "重叠面积", "land shared"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<ParkGapRow>() {
  static constexpr TableInfo kTable{"park_gap", "MULTIPOLYGON", "（compare --overlaps）园区之间的缝隙，每处一行",
                                    "(compare --overlaps) gaps between parks, one row each", ""};
  return kTable;
}
template <>
std::span<const Column<ParkGapRow>> columns() {
  using R = ParkGapRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::version>("version", "", kVersionZh, kVersionEn),
      bind<&R::kind>("kind", "", "strip 两园区之间处处窄于 --gap 的狭缝、enclosed 被两个以上园区完全包围的空地（不论宽窄）",
                     "strip (between two parks, nowhere wider than --gap), enclosed (wholly surrounded by two or more parks, of any width)"),
      bind<&R::kind_zh>("kind_zh", "", kWordsZh, kChineseEn),
      bind<&R::kind_en>("kind_en", "", kEnglishZh, kWordsEn),
      bind<&R::parks>("parks", "", "相邻的园区，以逗号分隔", "the parks around it, joined by commas"),
      bind<&R::area_m2>("area_m2", "m²", "面积", "area"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<BalanceChangeRow>() {
  static constexpr TableInfo kTable{"balance_change", "", "（compare --ledger）台账土地按新旧边界的平衡，每个园区每个类别一行",
                                    "(compare --ledger) the land balance of a ledger under the old and the new outlines, one row per park and class",
                                    "park_id"};
  return kTable;
}
template <>
std::span<const Column<BalanceChangeRow>> columns() {
  using R = BalanceChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号；空为全部园区合计，每平方米只计一次",
                        "park id; NULL for all parks together, every square metre once"),
      bind<&R::class_name>("class", "", "类别，同 park_balance", "class, as in park_balance"),
      bind<&R::class_zh>("class_zh", "", kWordsZh, kChineseEn),
      bind<&R::class_en>("class_en", "", kEnglishZh, kWordsEn),
      bind<&R::old_m2>("old_m2", "m²", "旧边界内该类土地；没有此园区为空",
                       "land of that class inside the old outline; NULL where there is no such park"),
      bind<&R::new_m2>("new_m2", "m²", "新边界内该类土地；没有此园区为空",
                       "land of that class inside the new outline; NULL where there is no such park"),
  };
  return kColumns;
}

template <>
const TableInfo& table_info<IndicatorChangeRow>() {
  static constexpr TableInfo kTable{
      "indicator_change", "", "（compare --ledger）台账宗地按新旧边界的园区指标，每个园区每项一行",
      "(compare --ledger) the indicators of a ledger's land under the old and the new outlines, one row per park and indicator", "park_id"};
  return kTable;
}
template <>
std::span<const Column<IndicatorChangeRow>> columns() {
  using R = IndicatorChangeRow;
  static constexpr Column<R> kColumns[] = {
      bind<&R::step>("step", "", kStepZh, kStepEn),
      bind<&R::park_id>("park_id", "", "园区编号", "park id"),
      bind<&R::indicator>("indicator", "", "指标，同 park_indicator", "indicator, as in park_indicator"),
      bind<&R::indicator_zh>("indicator_zh", "", kWordsZh, kChineseEn),
      bind<&R::indicator_en>("indicator_en", "", kEnglishZh, kWordsEn),
      bind<&R::unit>("unit", "", "单位", "unit"),
      bind<&R::old_value>("old_value", "", "旧边界的数值", "value under the old outline"),
      bind<&R::new_value>("new_value", "", "新边界的数值", "value under the new outline"),
      bind<&R::old_numerator>("old_numerator", "", "旧边界的分子", "numerator under the old outline"),
      bind<&R::new_numerator>("new_numerator", "", "新边界的分子", "numerator under the new outline"),
      bind<&R::old_denominator>("old_denominator", "", "旧边界的分母", "denominator under the old outline"),
      bind<&R::new_denominator>("new_denominator", "", "新边界的分母", "denominator under the new outline"),
      bind<&R::old_low>("old_low", "", "旧边界的下限", "lower bound under the old outline"),
      bind<&R::new_low>("new_low", "", "新边界的下限", "lower bound under the new outline"),
      bind<&R::old_high>("old_high", "", "旧边界的上限", "upper bound under the old outline"),
      bind<&R::new_high>("new_high", "", "新边界的上限", "upper bound under the new outline"),
      bind<&R::old_unknown_count>("old_unknown_count", "", "旧边界内数据未知的宗地数", "parcels with unknown data under the old outline"),
      bind<&R::new_unknown_count>("new_unknown_count", "", "新边界内数据未知的宗地数", "parcels with unknown data under the new outline"),
  };
  return kColumns;
}

}  // namespace yongdi::ledger
