// yongdi allocate: a total shared by weights, floors and caps; the last steps of a quota alone.
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "layers/read_number.hpp"
#include "report/quota.hpp"
#include "workflow/allocate.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string table, total, unit = "0.01";
};

measures::Exact figure(const std::string& option, const std::string& written, bool zero_allowed) {
  const auto number = layers::read_number(written);
  if (number && number->unit == nullptr && !number->percent && !number->value.is_negative() && (zero_allowed || !number->value.is_zero()))
    return number->value;
  throw findings::Failure(
      findings::Exit::usage,
      {option + " 的值“" + written + "”不能用：应为" + (zero_allowed ? "不小于" : "大于") + "零的数，不带单位（与表中各列同一单位）。",
       option + " cannot be \"" + written + "\": it takes a number " + (zero_allowed ? "not below" : "above") +
           " zero, without a unit (the measure of the table's own columns)."});
}

findings::Exit run(const Input& input, const Console& console) {
  const measures::Exact total = figure("--total", input.total, true), unit = figure("--unit", input.unit, false);
  const quota::Allocation allocation = workflow::allocate(input.table, total, unit, data_folder(console.executable));
  console.result(input.switches.json ? report::allocation_json(allocation) : report::allocation_table(allocation, console.language));
  return findings::Exit::done;
}

}  // namespace

Command offer_allocate(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "allocate", {"按权重、保底和上限分配一个总量", "share a total by weights, floors and caps"}, language);
  words
      .argument(
          "TABLE", input->table,
          {"表：id、weight，可有 floor、cap、demand（CSV、XLSX 等）", "a table with id, weight and, as wanted, floor, cap, demand (CSV, XLSX …)"})
      .option("--total", "N", input->total, {"要分的总量，与表中各列同一单位", "the total to share, in the measure of the table"}, Need::required)
      .option("--unit", "U", input->unit, {"取整单位；默认 0.01", "each share is a whole number of this; default 0.01"})
      .footer({"每一份 = min(上限, max(保底, λ×权重))，总和恰为总量；零头按最大余数，余数相同先给未满足需求大的，再按编号。\n"
               "分不了（保底之和超过总量，或保底高于上限）时退出码为 6，并指出是哪几行。\n例：\n  yongdi allocate 园区.csv --total 3000\n  yongdi "
               "allocate parks.csv --total 3000 --unit 1 --json",
               "Each share = min(cap, max(floor, λ × weight)) with the sum exactly the total; remainders go to the largest, then to the larger unmet "
               "demand, then by id.\n"
               "Where no share is possible (floors above the total, or a floor above its cap) the status is 6 and the rows are named.\nExamples:\n"
               "  yongdi allocate parks.csv --total 3000\n  yongdi allocate parks.csv --total 3000 --unit 1 --json"});
  offer(words, input->switches, {Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
