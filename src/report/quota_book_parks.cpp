// The sheets with one row per park: quotas, inputs, the steps before the sharing.
#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

using measures::Certainty;

std::string completion_words(const QuotaBook& book, quota::Completion value) {
  return value == quota::Completion::both  ? book.say("均完成", "both done")
         : value == quota::Completion::one ? book.say("完成一项", "one done")
                                           : book.say("均未完成", "none done");
}

void park_head(Sheet& sheet, Row row, std::size_t i, const quota::Park& park) {
  sheet.number(row, 0, static_cast<double>(i + 1), Look::whole);
  sheet.text(row, 1, park.id);
  sheet.text(row, 2, park.name.value_or(""));
}

// A parameter's cell, or what stands in when no document gives one.
std::string or_number(const std::string& cell, const char* number) { return cell.empty() ? number : cell; }

}  // namespace

void add_quota_page(const QuotaBook& book) {
  const std::array<Head, 13> heads = {{{"序号", "no.", 6},
                                       {"园区编号", "park id", 14},
                                       {"园区名称", "park", 28},
                                       {"用地需求（亩）", "demand (mu)", 13},
                                       {"处置核定（亩）", "credit (mu)", 13},
                                       {"指标（亩）", "quota (mu)", 13},
                                       {"指标（公顷）", "quota (ha)", 13},
                                       {"冻结值（亩）", "frozen (mu)", 13},
                                       {"核对", "check", 7},
                                       {"处置任务", "tasks", 12},
                                       {"供地率", "supply rate", 10},
                                       {"占位参数", "placeholder", 10},
                                       {"标注", "label", 9}}};
  Sheet sheet = book.add(Page::quota, "各园区年度用地计划指标", "Land quotas of the year", heads, Paper::a4);
  const std::string per = book.cell(Page::parameters, parameters_page::value, parameters_page::per_measure);
  const auto in_mu = [&](const std::string& cell) { return cell + "*" + per + "*3/2000"; };  // 1 亩 = 2000/3 m²
  constexpr double kMu = 2000.0 / 3;
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.parks(); ++i, ++row) {
    const quota::Park& park = book.input().parks[i];
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    park_head(sheet, row, i, park);
    if (park.demand_m2)
      sheet.formula(row, 3, in_mu(book.cell(Page::inputs, inputs_page::demand, row)), park.demand_m2->to_double() / kMu, Look::area);
    else
      sheet.text(row, 3, "");
    sheet.formula(row, 4, in_mu(book.cell(Page::steps, steps_page::live(0), row)), got.credit_m2.to_double() / kMu, Look::area);
    sheet.formula(row, 5, in_mu(book.cell(Page::sharing, sharing_page::quota, row)), got.quota_m2.to_double() / kMu, Look::area);
    sheet.formula(row, 6, book.cell(Page::sharing, sharing_page::quota, row) + "*" + per + "/10000", got.quota_m2.to_double() / 1e4, Look::hectares);
    sheet.number(row, 7, got.quota_m2.to_double() / kMu, Look::area);
    book.check(sheet, row, 8, 5, 7);
    sheet.text(row, 9, completion_words(book, got.completion));
    sheet.text(row, 10,
               got.gated == Certainty::yes  ? book.say("暂停", "closed")
               : got.gated == Certainty::no ? book.say("通过", "passed")
                                            : book.say("未知，未适用", "unknown"));
    sheet.text(row, 11, got.placeholder ? book.say("用到", "used") : book.say("否", "no"));
    sheet.text(row, 12, book.say("测算", "estimate"));
  }
  const auto total = [&](std::string_view zh, std::string_view en, const std::string& mu, const measures::Exact& m2) {
    sheet.text(row, 1, book.say(zh, en), Look::total_text);
    sheet.formula(row, 5, mu, m2.to_double() / kMu, Look::total_area);
    sheet.formula(row, 6, here(5, row) + "*2000/3/10000", m2.to_double() / 1e4, Look::total_hectares);
    sheet.number(row, 7, m2.to_double() / kMu, Look::total_area);
    book.check(sheet, row, 8, 5, 7);
    ++row;
  };
  const measures::Exact plan = book.input().plan.total_m2, reserve = book.quota().outcome.reserve_m2;
  const Row sum = row;
  total("合计", "total of the parks", "SUM(" + fixed_range(5, book.parks()) + ")", plan - reserve);
  total("预留", "reserve", in_mu(book.cell(Page::parameters, parameters_page::value, parameters_page::total)) + "-" + fixed(5, sum), reserve);
  total("总量", "whole plan", fixed(5, sum) + "+" + fixed(5, sum + 1), plan);
  sheet.finish(row);
}

void add_inputs_page(const QuotaBook& book) {
  const std::array<Head, 12> heads = {{{"序号", "no.", 6},
                                       {"园区编号", "park id", 14},
                                       {"园区名称", "park", 28},
                                       {"用地需求", "demand", 12},
                                       {"保底", "floor", 12},
                                       {"基数", "base", 12},
                                       {"绩效（0–100）", "performance", 12},
                                       {"上年超用", "overuse", 12},
                                       {"征收满两年未供", "unsupplied for two years", 14},
                                       {"违法用地", "illegal use", 12},
                                       {"五年供地率", "five-year supply rate", 12},
                                       {"豁免", "exempt", 8}}};
  Sheet sheet = book.add(Page::inputs, "各园区输入", "Inputs of the parks", heads, Paper::a4);
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.parks(); ++i, ++row) {
    const quota::Park& park = book.input().parks[i];
    park_head(sheet, row, i, park);
    Column column = inputs_page::demand;
    for (const auto* area : {&park.demand_m2, &park.floor_m2, &park.base_m2}) sheet.number(row, column++, book.measured(*area), Look::input_area);
    sheet.number(row, column++, park.performance ? std::optional(park.performance->to_double()) : std::nullopt, Look::input_plain);
    for (const auto* area : {&park.overuse_m2, &park.unsupplied_two_years_m2, &park.illegal_m2})
      sheet.number(row, column++, book.measured(*area), Look::input_area);
    sheet.number(row, column++, park.supply_rate ? std::optional(park.supply_rate->to_double()) : std::nullopt, Look::input_share);
    sheet.text(row, column++, park.exempt ? "yes" : "no", Look::input_text);
  }
  sheet.finish(row - 1);
}

namespace {

std::array<Head, steps_page::first_step + 3 * steps_page::kSteps> step_heads() {
  std::array<Head, steps_page::first_step + 3 * steps_page::kSteps> heads = {
      {{"序号", "no.", 5}, {"园区编号", "park id", 12}, {"园区名称", "park", 24}, {"任务完成：both 均、one 一项、none 无", "tasks done", 10}}};
  for (std::size_t step = 0; step < steps_page::kSteps; ++step) {
    const findings::Text name = quota::words(quota::kSteps[step]);
    const std::string number = std::to_string(step + 1) + " ";
    heads.at(steps_page::live(step)) = {number + name.zh, number + name.en, 11};
    heads.at(steps_page::frozen(step)) = {"冻结值", "frozen", 11};
    heads.at(steps_page::check(step)) = {"核对", "check", 5};
  }
  return heads;
}

// The share of four factors; one that sums to 0 gives its weight to the others.
std::string factor_formula(const QuotaBook& book, Row row) {
  struct Factor {
    std::string weight, own, all;
  };
  const Row count = book.parks();
  const auto input = [&](const char* name, Column column) {
    return Factor{book.parameter(name), "N(" + book.cell(Page::inputs, column, row) + ")", "SUM(" + book.range(Page::inputs, column, count) + ")"};
  };
  const std::array<Factor, 4> factors = {
      input("quota.factor.alpha", inputs_page::base),
      Factor{book.parameter("quota.factor.beta"), here(steps_page::live(0), row), "SUM(" + fixed_range(steps_page::live(0), count) + ")"},
      input("quota.factor.gamma", inputs_page::demand), input("quota.factor.delta", inputs_page::performance)};
  std::string terms, weights;
  for (const Factor& factor : factors) {
    const std::string glue = terms.empty() ? "" : "+";
    terms += glue + "IF(" + factor.all + "=0,0," + or_number(factor.weight, "0") + "*" + factor.own + "/" + factor.all + ")";
    weights += glue + "IF(" + factor.all + "=0,0," + or_number(factor.weight, "0") + ")";
  }
  return "IF((" + weights + ")=0,0," + book.cell(Page::parameters, parameters_page::value, parameters_page::to_share) + "*(" + terms + ")/(" +
         weights + "))";
}

}  // namespace

void add_steps_page(const QuotaBook& book) {
  const auto heads = step_heads();
  Sheet sheet = book.add(Page::steps, "指标推导：各步公式与冻结值", "The steps: formulas beside frozen figures", heads, Paper::a3);
  const auto tasks = static_cast<Row>(book.input().tasks.size());
  const auto missed = [&](const char* kind, Row row) {
    return "IF(COUNTIFS(" + book.range(Page::tasks, tasks_page::park_no, tasks) + "," + fixed(steps_page::no, row) + "," +
           book.range(Page::tasks, tasks_page::kind, tasks) + ",\"" + kind + "\"," + book.range(Page::tasks, tasks_page::done, tasks) +
           ",\"no\")>0,1,0)";
  };
  const std::string least = book.parameter("quota.gate.supply_rate_min");
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.parks(); ++i, ++row) {
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    park_head(sheet, row, i, book.input().parks[i]);
    const auto input = [&](Column column) { return book.cell(Page::inputs, column, row); };
    const auto before = [&](std::size_t step) { return here(steps_page::live(step - 1), row); };
    sheet.formula(row, steps_page::completion, "CHOOSE(1+" + missed("unsupplied", row) + "+" + missed("idle", row) + ",\"both\",\"one\",\"none\")",
                  std::string(to_text(got.completion)));

    const bool linked = book.input().plan.rule == quota::Rule::linked;
    const auto groups = static_cast<Row>(book.groups.size());
    std::array<std::string, steps_page::kSteps> formulas;
    formulas[0] = "SUMIFS(" + book.range(Page::land, land_page::credit, groups) + "," + book.range(Page::land, land_page::park_no, groups) + "," +
                  fixed(steps_page::no, row) + ")";
    formulas[1] = linked ? before(1) : factor_formula(book, row);
    formulas[2] = linked ? before(2)
                         : before(2) + "*IF(" + here(steps_page::completion, row) + "=\"both\"," +
                               or_number(book.parameter("quota.reward.both_done"), "1") + "," +
                               or_number(book.parameter("quota.reward.any_missed"), "1") + ")";
    // Exactly at the line passes, and a rate nobody knows closes nothing.
    formulas[3] = least.empty() ? before(3)
                                : "IF(AND(ISNUMBER(" + input(inputs_page::rate) + ")," + input(inputs_page::exempt) + "<>\"yes\",ROUND(N(" +
                                      input(inputs_page::rate) + ")-" + least + ",12)<0),0," + before(3) + ")";
    formulas[4] = "MAX(0," + before(4) + "-N(" + input(inputs_page::overuse) + ")-" +
                  or_number(book.parameter("quota.deduct.unsupplied_two_years"), "0") + "*N(" + input(inputs_page::unsupplied) + ")-" +
                  or_number(book.parameter("quota.deduct.illegal"), "0") + "*N(" + input(inputs_page::illegal) + "))";
    formulas[5] = "MIN(" + before(5) + "," + book.cell(Page::sharing, sharing_page::cap, row) + ")";
    for (std::size_t step = 0; step < steps_page::kSteps; ++step) {
      const double figure = book.measured(got.steps[step].after_m2);
      sheet.formula(row, steps_page::live(step), formulas[step], figure, Look::area);
      sheet.number(row, steps_page::frozen(step), figure, Look::area);
      book.check(sheet, row, steps_page::check(step), steps_page::live(step), steps_page::frozen(step));
    }
  }
  sheet.finish(row - 1);
}

}  // namespace yongdi::report
