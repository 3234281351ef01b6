#include "report/quota_words.hpp"

#include "quota/entries.hpp"

namespace yongdi::report {

using findings::Text;
using measures::Certainty;

Text completion_words(quota::Completion completion) {
  return completion == quota::Completion::both  ? Text{"均完成", "both done"}
         : completion == quota::Completion::one ? Text{"完成一项", "one done"}
                                                : Text{"均未完成", "none done"};
}

Text words(GateState state) {
  switch (state) {
    case GateState::passed:
      return {"通过", "passed"};
    case GateState::exempt:
      return {"豁免", "exempt"};
    case GateState::closed:
      return {"暂停", "closed"};
    case GateState::unknown:
      break;
  }
  return {"未知", "unknown"};
}

Text gate_words(const quota::ParkQuota& park) {
  if (park.exempted) return words(GateState::exempt);
  return words(park.gated == Certainty::yes ? GateState::closed : park.gated == Certainty::no ? GateState::passed : GateState::unknown);
}

Text movement_words(std::string_view movement) {
  for (const quota::Movement each : quota::kMovements)
    if (quota::to_text(each) == movement) return quota::words(each);
  return {"本年测算", "this year's estimate"};
}

Text task_type_words(const quota::Task& task) { return task.ceiling ? Text{"存量上限", "stock at most"} : Text{"处置率", "rate at least"}; }

TaskState state_of(const quota::Task& task, const quota::TaskDone& result) {
  if (!task.ceiling && !result.figure) return TaskState::none;
  return result.done ? TaskState::done : TaskState::missed;
}

Text words(TaskState state) {
  return state == TaskState::done ? Text{"完成", "done"} : state == TaskState::missed ? Text{"未完成", "missed"} : Text{"无任务", "no task"};
}

}  // namespace yongdi::report
