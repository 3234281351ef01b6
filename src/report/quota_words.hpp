#pragma once
// The words of quotas that the terminal and the workbook share. Private to the room.
#include <cstdint>

#include "findings/failure.hpp"
#include "quota/derive.hpp"

namespace yongdi::report {

findings::Text completion_words(quota::Completion completion);  // 均完成
enum class GateState : std::uint8_t { unknown, passed, exempt, closed };
findings::Text words(GateState state);  // 通过
findings::Text gate_words(const quota::ParkQuota& park);
findings::Text movement_words(std::string_view movement);  // 下达; "estimate" is the year's own figure
findings::Text task_type_words(const quota::Task& task);   // 处置率
// none: a rate of nothing, which no disposal could miss.
enum class TaskState : std::uint8_t { done, missed, none };
TaskState state_of(const quota::Task& task, const quota::TaskDone& result);
findings::Text words(TaskState state);  // 完成, 未完成, 无任务

}  // namespace yongdi::report
