#include "disposal/event.hpp"

#include <array>

namespace yongdi::disposal {
namespace {

using enum Effect;

// In the order of the enumeration.
constexpr auto kEvents = std::to_array<EventInfo>({
    {Event::contract, "contract", disposed, "签订供地合同", "a supply contract was signed"},
    {Event::allocation, "allocation", disposed, "核发划拨决定书", "an allocation decision was issued"},
    {Event::work_started, "work_started", disposed, "动工开发", "work was started"},
    {Event::work_finished, "work_finished", disposed, "竣工", "work was completed"},
    {Event::extension, "extension", disposed, "签订协议，延长动工开发期限", "an agreement fixed a new start day"},
    {Event::adjust, "adjust", disposed, "调整土地用途、规划条件", "land use or planning conditions were changed by agreement"},
    {Event::temporary, "temporary", disposed, "安排临时使用", "temporary use was arranged"},
    {Event::buyback, "buyback", disposed, "协议有偿收回", "the land was bought back by agreement"},
    {Event::swap, "swap", disposed, "置换土地", "the land was swapped"},
    {Event::other, "other", disposed, "以其他方式处置", "disposed of in another way"},
    {Event::fee, "fee", disposed, "征缴土地闲置费", "the idle fee was paid"},
    {Event::recovery, "recovery", disposed, "无偿收回", "the land was recovered"},
    {Event::withdrawn, "withdrawn", disposed, "批文撤回或失效", "the approval was withdrawn or lapsed"},
    {Event::double_counted, "double_counted", disposed, "核减重复统计面积", "double-counted area was removed"},
    {Event::adjusted_out, "adjusted_out", disposed, "批文部分调整，调出土地", "land was moved out by a partial adjustment"},
    {Event::approved, "approved", brought_in, "新批准", "newly approved"},
    {Event::became_idle, "became_idle", brought_in, "期限届满，构成闲置", "its period ran out and it became idle"},
    {Event::became_inefficient, "became_inefficient", brought_in, "新认定低效", "newly found inefficient"},
    {Event::supply_ended, "supply_ended", brought_in, "原供地宗地不再存在，土地回到批而未供",
     "the parcel supplied there is gone, so the land is unsupplied again"},
    {Event::approval_gone, "approval_gone", without_event, "后一台账中没有这个批次，也没有撤回记录",
     "the second ledger has no such approval, and no withdrawal is on record"},
    {Event::parcel_gone, "parcel_gone", without_event, "后一台账中没有这宗地，也没有收回等处置记录",
     "the second ledger has no such parcel, and no recovery is on record"},
    {Event::contract_undated, "contract_undated", without_event, "已列入供地图层，但没有合同签订日期",
     "it stands in the layer of supplied parcels without a contract day"},
    {Event::outline_unusable, "outline_unusable", without_event, "已签订合同，但宗地图形不可用，供出多少土地不知，不予核定",
     "a contract was signed, but the parcel's outline cannot be used: how much land it took is not known, and none is credited"},
    {Event::nothing_recorded, "nothing_recorded", without_event, "没有记录任何处置事件", "no event is on record"},
    {Event::late_entry, "late_entry", data, "前一基准日之前已经发生，前一台账漏记",
     "it had happened before the first day and was missing from the first ledger"},
    {Event::facts_changed, "facts_changed", data, "登记的事实被更改，而期间没有发生处置事件",
     "recorded facts were changed, while no event happened in between"},
    {Event::renumbered, "renumbered", data, "编号更改，按图形对应为同一土地", "the number was changed; by its outline it is the same land"},
    {Event::cohort_changed, "cohort_changed", data, "所属批准年份更改", "the year of approval it belongs to was changed"},
    {Event::parameters_changed, "parameters_changed", law, "事实未变，适用的规则不同", "the facts are the same, the rules in force are others"},
    {Event::approval_outline, "approval_outline", outline, "批次图形更改", "the approval's outline was changed"},
    {Event::parcel_outline, "parcel_outline", outline, "宗地图形更改", "a parcel's outline was changed"},
    {Event::park_outline, "park_outline", outline, "园区界线更改", "a park's outline was changed"},
    {Event::sliver, "sliver", outline, "细碎图斑", "slivers"},
});

}  // namespace

std::span<const EventInfo> events() { return kEvents; }
const EventInfo& info(Event event) { return kEvents.at(static_cast<std::size_t>(event)); }

findings::Text event_words(std::string_view written) {
  for (const EventInfo& event : kEvents)
    if (event.code == written) return {std::string(event.zh), std::string(event.en)};
  return {std::string(written), std::string(written)};
}

std::string_view to_text(Effect effect) {
  constexpr std::array<std::string_view, 6> kNames = {"disposed", "new", "without_event", "data", "law", "outline"};
  return kNames.at(static_cast<std::size_t>(effect));
}

}  // namespace yongdi::disposal
