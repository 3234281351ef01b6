#include "ledger/code_words.hpp"

#include <algorithm>
#include <span>

namespace yongdi::ledger {

namespace {

constexpr CodeWords kLandClasses[] = {{"unsupplied", "批而未供", "approved, unsupplied"},
                                      {"idle", "闲置（疑似或已认定）", "idle (suspected or determined)"},
                                      {"pending", "供而未用（未满闲置期限）", "supplied, not started, not idle yet"},
                                      {"inefficient", "低效（经筛查的）", "inefficient (where screened)"},
                                      {"undecided", "待定", "undecided"},
                                      {"building", "在建", "under construction"},
                                      {"completed", "已建成", "completed"},
                                      {"sliver", "碎片", "slivers"},
                                      {"unapproved", "不在批次内", "in no approval"},
                                      {"not_assessed", "未评价（无批次资料）", "not assessed (no approvals given)"},
                                      {"held_elsewhere", "由重叠的园区计入", "held by an overlapping park"}};
constexpr CodeWords kParkChanges[] = {{"unchanged", "未变", "unchanged"}, {"noise", "测量误差内", "survey noise"},
                                      {"changed", "边界调整", "changed"}, {"moved", "整体移位", "moved"},
                                      {"renamed", "改名改号", "renamed"}, {"split", "拆分", "split"},
                                      {"merged", "合并", "merged"},       {"added", "新增", "added"},
                                      {"removed", "撤销", "removed"}};
constexpr CodeWords kPieces[] = {{"gained", "增加", "gained"}, {"lost", "减少", "lost"}, {"kept", "保留", "kept"}};
constexpr CodeWords kParcelMoves[] = {{"enters", "进入", "enters"}, {"leaves", "离开", "leaves"}, {"cut", "被切割", "cut"}};
constexpr CodeWords kConstraints[] = {{"farmland", "永久基本农田", "basic farmland"},
                                      {"ecology", "生态保护红线", "ecological red line"},
                                      {"urban_boundary", "城镇开发边界内", "inside the urban boundary"},
                                      {"outside_urban_boundary", "城镇开发边界外", "outside the urban boundary"},
                                      {"other", "其他管控区", "other"}};
constexpr CodeWords kZoneTypes[] = {
    {"industry-led", "工业主导型", "industry-led"}, {"city-industry", "产城融合型", "city-industry"}, {"other", "其他类型", "other"}};
constexpr CodeWords kGaps[] = {{"strip", "狭缝", "strip"}, {"enclosed", "被包围的空地", "enclosed land"}};

CodeWords looked_up(std::span<const CodeWords> all, std::string_view code) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const CodeWords& each) { return each.code == code; });
  return found == all.end() ? CodeWords{code, code, code} : *found;
}

}  // namespace

CodeWords land_class_words(std::string_view code) { return looked_up(kLandClasses, code); }
CodeWords park_change_words(std::string_view code) { return looked_up(kParkChanges, code); }
CodeWords piece_words(std::string_view code) { return looked_up(kPieces, code); }
CodeWords parcel_move_words(std::string_view code) { return looked_up(kParcelMoves, code); }
CodeWords constraint_words(std::string_view code) { return looked_up(kConstraints, code); }
CodeWords zone_type_words(std::string_view code) { return looked_up(kZoneTypes, code); }
CodeWords gap_words(std::string_view code) { return looked_up(kGaps, code); }

}  // namespace yongdi::ledger
