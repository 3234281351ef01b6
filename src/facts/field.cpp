#include "facts/field.hpp"

#include <array>

namespace yongdi::facts {
namespace {

constexpr bool kRequired = true;

constexpr Field text(std::string_view name, std::string_view zh, std::string_view en, bool required = false) {
  return {name, Kind::text, required, zh, en, {}};
}
constexpr Field code(std::string_view name, std::string_view zh, std::string_view en, std::string_view codes, bool required = false) {
  return {name, Kind::code, required, zh, en, codes};
}
constexpr Field day(std::string_view name, std::string_view zh, std::string_view en, bool required = false) {
  return {name, Kind::day, required, zh, en, {}};
}
constexpr Field number(std::string_view name, std::string_view zh, std::string_view en, bool required = false) {
  return {name, Kind::number, required, zh, en, {}};
}
constexpr Field area(std::string_view name, std::string_view zh, std::string_view en, bool required = false) {
  return {name, Kind::area, required, zh, en, {}};
}
constexpr Field money(std::string_view name, std::string_view zh, std::string_view en) { return {name, Kind::money, false, zh, en, {}}; }
constexpr Field yes_no(std::string_view name, std::string_view zh, std::string_view en) { return {name, Kind::yes_no, false, zh, en, "yes no"}; }

constexpr auto kParks = std::to_array<Field>({
    text("id", "园区代码", "park id", kRequired),
    text("name", "园区名称", "park name"),
    code("level", "级别", "level", "national provincial municipal other"),
    text("parent", "主园区代码", "id of the parent park"),
    area("approved_area", "核准面积", "approved area"),
    text("zone_type", "园区类型", "zone type"),
    text("city", "地级市", "city"),
    text("county", "县（市、区）", "county"),
    area("area", "登记面积", "area as declared"),  // beside the measured and the approved one, where outlines are compared
});

constexpr auto kApprovals = std::to_array<Field>({
    text("id", "批准文号", "approval number", kRequired),
    text("name", "批次名称", "name"),
    day("approved_on", "批准日期", "day of approval", kRequired),
    text("authority", "批准机关", "approving authority"),
    area("approved_area", "批准面积", "approved area"),
    code("kind", "批准类型（批次或单独选址）", "kind: batch or single site", "batch single"),
    text("quota_type", "指标类型", "type of quota used"),
    area("withdrawn_area", "撤回或失效面积", "area withdrawn or lapsed"),
    day("withdrawn_on", "撤回日期", "day of withdrawal"),
    text("withdrawn_doc", "撤回文号", "document of withdrawal"),
    area("double_counted_area", "重复统计核减面积", "double-counted area removed"),
    area("adjusted_out_area", "批文部分调整调出面积", "area moved out by a partial adjustment"),
    day("expropriated_on", "征收完成日期", "day expropriation was completed"),
});

constexpr auto kParcels = std::to_array<Field>({
    text("id", "电子监管号或宗地代码", "supervision number or parcel code", kRequired),
    text("name", "项目名称", "project name"),
    text("holder", "土地使用权人", "holder of the land-use right"),
    text("uscc", "统一社会信用代码", "unified social credit code"),
    text("approval", "批准文号", "approval number"),
    text("block", "区块", "block"),
    text("supply_mode", "供地方式", "mode of supply"),
    text("land_use", "土地用途", "land use"),
    text("land_use_scheme", "用途分类标准", "classification the land use follows"),
    text("industry", "行业代码", "industry code"),
    text("industry_edition", "行业分类版本", "edition of the industry classification"),
    area("area", "供地面积", "area supplied"),
    area("carried_area", "代供面积", "area supplied along with another contract"),
    money("price", "成交价款", "contract price"),
    money("price_paid", "已缴价款", "price paid"),
    day("contract_on", "合同签订日期", "day of the contract or allocation decision"),
    day("delivery_due", "约定交地日期", "agreed delivery day"),
    day("delivered_on", "实际交地日期", "day of delivery"),
    day("start_due", "约定动工日期", "agreed start day"),
    day("finish_due", "约定竣工日期", "agreed completion day"),
    day("permit_on", "施工许可证日期", "day of the construction permit"),
    code("foundation", "基础类型", "type of foundation", "pit piles other"),
    number("foundation_done", "基础完成比例", "share of the foundation work done"),
    day("started_on", "实际动工日期", "day work started"),
    day("finished_on", "实际竣工日期", "day work was completed"),
    day("stopped_on", "停工日期", "day work stopped"),
    area("area_to_develop", "应动工开发面积", "area to be developed"),
    area("area_developed", "已动工开发面积", "area under development"),
    money("investment_total", "总投资额（不含地价税费）", "total investment, without land price and taxes"),
    money("investment_made", "已投资额（不含地价税费）", "investment made, without land price and taxes"),
    money("fixed_investment", "固定资产投资（含地价）", "fixed-asset investment, with land price"),
    money("fixed_investment_contract", "合同约定固定资产投资", "fixed-asset investment agreed in the contract"),
    number("plot_ratio_min", "约定容积率下限", "agreed minimum plot ratio"),
    number("plot_ratio_max", "约定容积率上限", "agreed maximum plot ratio"),
    number("building_coefficient_min", "约定建筑系数下限", "agreed minimum building coefficient"),
    area("floor_area", "总建筑面积", "floor area"),
    area("footprint_area", "建筑物构筑物基底面积", "footprint of buildings and structures"),
    area("yard_area", "露天堆场及操作场面积", "open storage and operation yards"),
    area("admin_area", "行政办公及生活服务设施用地面积", "land of administrative and living facilities"),
    area("admin_floor_area", "行政办公及生活服务设施建筑面积", "floor area of administrative and living facilities"),
    area("green_area", "绿地面积", "green area"),
    money("output", "工业总产值", "industrial output"),
    money("revenue", "营业收入", "revenue"),
    money("tax", "税收", "taxes paid"),
    money("rd_spending", "研发经费支出", "spending on research and development"),
    yes_no("high_tech", "是否高新技术企业", "high-tech firm"),
    yes_no("standard_plant", "是否标准厂房", "standard plant building"),
    code("ownership", "土地所有权性质", "ownership of the land", "state collective"),
    day("extension_signed_on", "延期协议签订日期", "day the extension was signed"),
    day("extension_start_due", "延期后约定动工日期", "start day fixed by the extension"),
    number("extensions", "延期次数", "number of extensions"),
    code("cause", "闲置原因", "cause of the delay", "none G1 G2 G3 G4 G5 G6 FM PRELIM"),
    day("cause_from", "原因起始日期", "first day of the cause"),
    day("cause_to", "原因终止日期", "last day of the cause"),
    yes_no("cause_verified", "原因是否核实", "cause verified by the department"),
    day("notice_on", "调查通知书送达日期", "day the investigation notice was served"),
    day("reply_on", "使用权人提交说明日期", "day of the holder's reply"),
    text("determination_doc", "闲置土地认定书文号", "number of the determination"),
    day("determination_on", "闲置土地认定书日期", "day of the determination"),
    day("published_on", "闲置信息公示日期", "day of publication"),
    day("publication_withdrawn_on", "公示撤销日期", "day publication was withdrawn"),
    code("disposal_method", "处置方式", "method of disposal", "extension adjust temporary buyback swap other fee recovery"),
    day("disposal_on", "处置日期", "day of disposal"),
    text("disposal_doc", "处置文号", "document of disposal"),
    money("fee_paid", "已缴闲置费", "idle fee paid"),
    day("fee_paid_on", "闲置费缴纳日期", "day the idle fee was paid"),
    day("mortgaged_on", "抵押登记日期", "day a mortgage was registered"),
    day("transferred_on", "转移登记日期", "day a transfer was registered"),
    yes_no("monitored", "是否录入动态监测监管系统", "recorded in the land-market monitoring system"),
    day("production_stopped_on", "停产或半停产日期", "day production stopped, in whole or in half"),
    code("rating", "本年亩均评价等级", "rating per mu, this year", "A B C D"),
    code("rating_before", "上年亩均评价等级", "rating per mu, the year before", "A B C D"),
    yes_no("rental_housing_approved", "是否批准建设保障性租赁住房", "rental housing approved"),
    code("not_rated", "不参加评价的类别", "class that is not rated", "utility relocation startup other"),
    yes_no("case_by_case", "是否一事一议的重大项目", "major project agreed case by case"),
});

constexpr auto kBuildings = std::to_array<Field>({
    text("id", "建筑编号", "building id", kRequired),
    text("parcel", "宗地编号", "parcel id"),
    number("floors", "层数", "number of storeys"),
    number("storey_height", "层高（米）", "storey height, m"),
    number("height", "建筑高度（米）", "height, m"),
    area("floor_area", "建筑面积", "floor area"),
    day("finished_on", "竣工日期", "day of completion"),
    text("use", "用途", "use"),
});

constexpr auto kLandStatus = std::to_array<Field>({
    text("id", "图斑编号", "polygon id"),
    text("name", "名称", "name"),
    text("status", "土地利用状况代码", "land-use status code"),
    text("supply", "土地供应状况代码", "supply status code"),
    yes_no("idle", "是否闲置土地", "idle land"),
    text("high_tech", "高新技术产业用地代码", "high-tech industry code"),
    area("floor_area", "建筑面积", "floor area"),
    area("footprint_area", "建筑基底面积", "building footprints"),
});

constexpr auto kConstraints = std::to_array<Field>({
    text("id", "编号", "id"),
    text("name", "名称", "name"),
});

constexpr auto kCauses = std::to_array<Field>({
    text("parcel", "宗地编号", "parcel id", kRequired),
    code("cause", "闲置原因", "cause of the delay", "none G1 G2 G3 G4 G5 G6 FM PRELIM", kRequired),
    day("from", "原因起始日期", "first day of the cause"),
    day("to", "原因终止日期", "last day of the cause"),
    yes_no("verified", "原因是否核实", "cause verified by the department"),
    text("document", "原因认定文号", "document of the verification"),
});

// The forms number reasons 1–8 and methods 9–14 through, so the code alone tells which it is.
constexpr auto kReasons = std::to_array<Field>({
    text("approval", "批准文号", "approval number", kRequired),
    code("kind", "未供应原因或处置方式", "reason not supplied, or method of disposal", "reason method"),
    code("code", "原因（1–8）或方式（9–14）代码", "code of the reason (1–8) or method (9–14)", "1 2 3 4 5 6 7 8 9 10 11 12 13 14", kRequired),
    area("area", "涉及面积", "area concerned", kRequired),
    text("due", "处置时限", "time limit chosen"),
});

constexpr auto kOverrides = std::to_array<Field>({
    code("layer", "更正的图层", "layer corrected", "parks approvals parcels buildings", kRequired),
    text("subject", "更正的对象编号", "id of what is corrected", kRequired),
    text("field", "更正的字段", "field corrected", kRequired),
    text("old", "原值", "value that is corrected"),
    text("new", "更正值", "value that counts", kRequired),
    text("who", "更正人", "who decided the correction"),
    day("day", "更正日期", "day of the correction"),
    text("document", "更正依据文号", "document of the correction"),
    day("expires", "更正有效期至", "last day the correction is to be applied"),
});

constexpr auto kFirms = std::to_array<Field>({
    text("parcel", "宗地编号", "parcel id", kRequired),
    text("name", "企业名称", "name of the firm"),
    text("uscc", "统一社会信用代码", "unified social credit code"),
    number("year", "数据年度", "year of the figures"),
    text("industry", "行业代码", "industry code"),
    day("registered_on", "注册日期", "day of registration"),
    yes_no("above_scale", "是否规模以上企业", "above the designated size"),
    area("area", "企业用地面积", "land the firm uses"),
    area("floor_area", "企业使用建筑面积", "floor area the firm uses"),
    money("output", "工业总产值", "industrial output"),
    money("value_added", "工业增加值", "value added"),
    money("revenue", "营业收入", "revenue"),
    money("tax", "税收", "taxes paid"),
    money("rd_spending", "研发经费支出", "spending on research and development"),
    number("energy", "综合能耗（吨标准煤）", "energy used, tonnes of standard coal"),
    number("electricity", "用电量（万千瓦时）", "electricity used, 10⁴ kWh"),
    number("emissions", "主要污染物排放当量（吨）", "main pollutants emitted, tonnes of equivalent"),
    number("employees", "年平均职工人数", "average number of employees"),
    number("bonus", "亩均评价加分", "points added in the rating"),
    number("malus", "亩均评价扣分", "points taken off in the rating"),
    yes_no("high_tech", "是否高新技术企业", "high-tech firm"),
});

// The tables of [quota], and the one of `allocate`.
constexpr auto kQuotaParks = std::to_array<Field>({
    text("park", "园区代码", "park id", kRequired),
    text("name", "园区名称", "park name"),
    area("demand", "用地需求（成熟项目）", "demand of ready projects"),
    area("floor", "保底指标", "floor"),
    area("base", "基数", "base"),
    number("performance", "绩效得分（0–100）", "performance, 0 to 100"),
    area("overuse", "上年超指标用地", "last year's use above quota"),
    area("illegal", "违法用地", "illegal use of land"),
    yes_no("exempt", "是否不受供地率限制", "exempt from the gate on the supply rate"),
    number("supply_rate", "前五年平均供地率", "five-year supply rate"),
    area("unsupplied_two_years", "征收满两年未供应", "expropriated two years ago and not supplied"),
});

constexpr auto kDisposals = std::to_array<Field>({
    text("park", "园区代码", "park id", kRequired),
    text("subject", "宗地或批次编号", "id of the parcel or approval", kRequired),
    code("kind", "类别", "kind", "unsupplied idle inefficient", kRequired),
    number("cohort", "批准年份", "year of approval"),
    area("area", "处置面积", "land disposed of", kRequired),
    day("closed_on", "办结日期", "day it was closed"),
    text("document", "办结文件", "document that closed it"),
    text("event", "处置方式", "what ended it"),
});

constexpr auto kTasks = std::to_array<Field>({
    text("park", "园区代码", "park id", kRequired),
    code("kind", "类别", "kind", "unsupplied idle", kRequired),
    code("type", "任务类型（处置率下限或存量上限）", "type: minimum rate or ceiling of the stock", "rate ceiling", kRequired),
    area("base_area", "基期存量", "stock at the base date", kRequired),
    text("target", "目标（处置率或面积）", "target: a rate or an area", kRequired),
    number("cohort_from", "批准年份自", "approvals from this year"),
    number("cohort_to", "批准年份至", "approvals to this year"),
});

constexpr auto kEntries = std::to_array<Field>({
    text("park", "园区代码", "park id", kRequired),
    code("type", "指标类型", "type of quota", "NAT STK BASE SPEC OWN IND RWD LNK REC RUR", kRequired),
    area("amount", "数量（使用为负）", "amount; negative for a use", kRequired),
    text("document", "文件", "document"),
    day("day", "日期", "day"),
    code("movement", "收支", "movement", "grant carry use lapse"),
});

constexpr auto kClaims = std::to_array<Field>({
    text("id", "编号", "id", kRequired),
    number("weight", "权重", "weight", kRequired),
    number("floor", "保底", "floor"),
    number("cap", "上限", "cap"),
    number("demand", "需求", "demand"),
});

struct LayerWords {
  std::string_view name, subject;
  std::span<const Field> fields;
};
constexpr std::array<LayerWords, kLayerCount> kLayers = {{
    {"parks", "park", kParks},
    {"approvals", "approval", kApprovals},
    {"parcels", "parcel", kParcels},
    {"buildings", "building", kBuildings},
    {"land_status", "land_status", kLandStatus},
    {"constraints", "constraint", kConstraints},
    {"causes", "cause", kCauses},
    {"reasons", "reason", kReasons},
    {"overrides", "override", kOverrides},
    {"firms", "firm", kFirms},
    {"quota_parks", "park", kQuotaParks},
    {"disposals", "disposal", kDisposals},
    {"tasks", "task", kTasks},
    {"entries", "entry", kEntries},
    {"claims", "claim", kClaims},
}};

const LayerWords& words(Layer layer) { return kLayers.at(static_cast<std::size_t>(layer)); }

}  // namespace

std::string_view name(Layer layer) { return words(layer).name; }
std::string_view subject(Layer layer) { return words(layer).subject; }
std::span<const Field> fields(Layer layer) { return words(layer).fields; }

std::size_t find_field(Layer layer, std::string_view name) {
  const auto all = fields(layer);
  for (std::size_t position = 0; position < all.size(); ++position) {
    if (all[position].name == name) return position;
  }
  return kNoField;
}

std::size_t key_field(Layer layer) { return layer == Layer::overrides ? find_field(layer, "subject") : 0; }

std::string fact_column(const Field& field) {
  std::string column(field.name);
  if (column == "from" || column == "to") column += "_day";
  column += measures::canonical_suffix(field.dimension());
  return column;
}

}  // namespace yongdi::facts
