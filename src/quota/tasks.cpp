// The disposal tasks, and the credit that disposals earn by how many of them are done.
#include <algorithm>
#include <array>

#include "quota/steps.hpp"

namespace yongdi::quota {

using measures::Exact;

namespace {

Text cohort_words(const std::optional<int>& cohort) {
  if (!cohort) return {"（批准年份不明）", " (year of approval not known)"};
  const std::string year = std::to_string(*cohort);
  return {"（" + year + " 年批准）", " (approved in " + year + ")"};
}

}  // namespace

// Compared by products, never by rounded rates. Exactly at the target is done, and so is 0 of 0.
TaskDone judge(const Task& task, const std::vector<Disposed>& disposals) {
  TaskDone result;
  for (const Disposed& each : disposals)
    if (each.kind == task.kind && concerns(task, each.cohort)) result.disposed_m2 += each.area_m2;
  if (task.ceiling) {
    const Exact left = task.base_m2 - result.disposed_m2;
    result.figure = left.is_negative() ? Exact(0) : left;
    result.done = *result.figure <= task.target;
  } else {
    if (!task.base_m2.is_zero()) result.figure = result.disposed_m2 / task.base_m2;
    result.done = result.disposed_m2 >= task.target * task.base_m2;
  }
  return result;
}

bool concerns(const Task& task, const std::optional<int>& cohort) {
  if (!task.cohort_from && !task.cohort_to) return true;
  if (!cohort) return false;
  return (!task.cohort_from || *task.cohort_from <= *cohort) && (!task.cohort_to || *cohort <= *task.cohort_to);
}

Text words(Completion completion) {
  switch (completion) {
    case Completion::both:
      return {"两项处置任务均已完成", "both disposal tasks are done"};
    case Completion::one:
      return {"两项处置任务完成一项", "one of the two disposal tasks is done"};
    case Completion::none:
      break;
  }
  return {"两项处置任务均未完成", "neither disposal task is done"};
}

void judge_tasks(Work& work) {
  const Case& input = work.input;
  std::map<std::string_view, std::size_t> position;
  for (std::size_t i = 0; i < input.parks.size(); ++i) position.emplace(input.parks[i].id, i);
  // Missed is what counts: a kind without a task is 0 of 0, and of several tasks of a kind all must be done.
  std::vector<std::array<bool, 2>> missed(input.parks.size(), {false, false});
  for (const Task& task : input.tasks) {
    const std::size_t park = position.at(task.park);
    const TaskDone& result = work.outcome.tasks.emplace_back(judge(task, input.disposed.at(park)));
    if (!result.done) missed[park].at(task.kind == Kind::idle ? 1 : 0) = true;
  }
  for (std::size_t i = 0; i < missed.size(); ++i) {
    const int count = static_cast<int>(missed[i][0]) + static_cast<int>(missed[i][1]);
    work.outcome.parks[i].completion = count == 0 ? Completion::both : count == 1 ? Completion::one : Completion::none;
  }
}

void credit(Work& work) {
  for (std::size_t i = 0; i < work.input.parks.size(); ++i) {
    ParkQuota& park = work.outcome.parks[i];
    std::vector<const Parameter*> rests_on;
    Text parts;
    for (const Disposed& each : work.input.disposed[i]) {
      if (each.area_m2.is_zero()) continue;
      const Parameter& k = work.parameters.coefficient(each.kind, each.cohort, park.completion);
      park.credit_m2 += k.value * each.area_m2;
      rests_on.push_back(&k);
      if (!parts.zh.empty()) parts += same(" + ");
      parts += words(each.kind);
      parts += cohort_words(each.cohort);
      parts += same(" " + k.value.to_string() + " × ");
      parts += work.words.area(each.area_m2);
    }
    const Rational sum = rational(park.credit_m2);
    const Text total = work.words.area(park.credit_m2), tasks = words(park.completion);
    Text statement = parts.zh.empty()
                         ? Text{"本年没有处置，核定 0。", "Nothing was disposed of; the credit is 0."}
                         : Text{tasks.zh + "：" + parts.zh + " = " + total.zh + "。", "As " + tasks.en + ": " + parts.en + " = " + total.en + "."};
    work.done(i, Step::credit, sum, std::move(rests_on), std::move(statement));
  }
}

}  // namespace yongdi::quota
