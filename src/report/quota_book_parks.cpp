// The sheets with one row per park: quotas, inputs, the steps before the sharing.
#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

double in_mu(double m2) { return m2 / measures::find_unit("mu")->factor().to_double(); }

void park_head(Sheet& sheet, Row row, std::size_t i, const quota::Park& park) {
  sheet.number(row, 0, static_cast<double>(i + 1), Look::whole);
  sheet.text(row, 1, park.id);
  sheet.text(row, 2, park.name.value_or(""));
}

// The lines behind the parks: what they got, what was left over, what was kept back.
void put_plan_lines(const QuotaBook& book, Sheet& sheet) {
  using namespace quota_page;
  const quota::Outcome& outcome = book.quota().outcome;
  const std::string plan_mu = book.in_mu(book.cell(Page::parameters, parameters_page::value, parameters_page::total));
  const std::string to_share_mu = book.in_mu(book.cell(Page::parameters, parameters_page::value, parameters_page::to_share));
  const auto row_of = [&](Line line) { return plan_line(line, book.parks()); };
  const auto put = [&](Line line, std::string_view zh, std::string_view en, const std::string& formula, const measures::Exact& m2) {
    const Row row = row_of(line);
    for (Column column = no; column <= placeholder; ++column) sheet.text(row, column, "", Look::total_text);
    sheet.text(row, quota_page::name, book.say(zh, en), Look::total_text);
    sheet.formula(row, mu, formula, in_mu(m2.to_double()), Look::total_area);
    sheet.formula(row, hectares, here(mu, row) + "*2000/3/10000", m2.to_double() / 1e4, Look::total_hectares);
    sheet.number(row, frozen, in_mu(m2.to_double()), Look::total_area);
    book.check(sheet, row, check, mu, frozen);
  };
  const auto at = [&](Line line) { return fixed(mu, row_of(line)); };
  put(Line::sum, "各园区合计", "all parks", "SUM(" + fixed_range(mu, book.parks()) + ")", outcome.to_share_m2 - outcome.undistributed_m2);
  put(Line::undistributed, "未分配", "undistributed", to_share_mu + "-" + at(Line::sum), outcome.undistributed_m2);
  put(Line::to_share, "可分总量", "to share", at(Line::sum) + "+" + at(Line::undistributed), outcome.to_share_m2);
  put(Line::kept_back, "预留", "kept back", plan_mu + "*" + book.cell(Page::parameters, parameters_page::value, parameters_page::reserve),
      outcome.kept_back_m2);
  put(Line::plan, "计划总量", "whole plan", at(Line::to_share) + "+" + at(Line::kept_back), book.input().plan.total_m2);
}

std::string gate_formula(const QuotaBook& book, Row row) {
  const auto state = [&](GateState which) { return in_quotes(book.say(words(which))); };
  const std::string below = book.below_line(row);
  if (below.empty()) return state(GateState::unknown);
  return "IF(NOT(ISNUMBER(" + book.cell(Page::inputs, inputs_page::rate, row) + "))," + state(GateState::unknown) + ",IF(NOT(" + below + ")," +
         state(GateState::passed) + ",IF(" + book.gate_closed(row) + "," + state(GateState::closed) + "," + state(GateState::exempt) + ")))";
}

// Sums of the columns that make up the quotas, in the line of all parks.
void put_column_sums(const QuotaBook& book, Sheet& sheet, std::span<const double> sums) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const auto column = static_cast<Column>(quota_page::demand + i);
    sheet.formula(plan_line(quota_page::Line::sum, book.parks()), column, "SUM(" + fixed_range(column, book.parks()) + ")", sums[i],
                  Look::total_area);
  }
}

}  // namespace

void add_quota_page(const QuotaBook& book) {
  using namespace quota_page;
  const std::array<Head, 17> heads = {{{"序号", "no.", 5},
                                       {"园区编号", "park id", 11},
                                       {"园区名称", "park", 20},
                                       {"用地需求\n（亩）", "demand (mu)", 10},
                                       {"保底\n（亩）", "floor (mu)", 9},
                                       {"①处置核定\n（亩）", "1 credit (mu)", 10},
                                       {"②因素、奖惩、供地率\n（亩）", "2 factors, reward, gate (mu)", 11},
                                       {"③扣减\n（亩）", "3 deducted (mu)", 9},
                                       {"④保底、上限、分配\n（亩）", "4 floor, cap, sharing (mu)", 11},
                                       {"⑤取整\n（亩）", "5 rounding (mu)", 9},
                                       {"指标（亩）＝①＋②\n－③＋④＋⑤", "quota (mu) = 1 + 2 − 3 + 4 + 5", 16},
                                       {"指标\n（公顷）", "quota (ha)", 10},
                                       {"冻结值\n（亩）", "frozen (mu)", 11},
                                       {"核对", "check", 6},
                                       {"处置任务", "tasks", 11},
                                       {"供地率", "supply rate", 9},
                                       {"占位参数", "placeholder", 12}}};
  Sheet sheet = book.add(Page::quota, "各园区用地计划指标", "Land quotas", heads, Paper::a4);
  const std::string per = book.cell(Page::parameters, parameters_page::value, parameters_page::per_measure);
  std::array<double, rounded - demand + 1> sums{};
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.parks(); ++i, ++row) {
    const quota::Park& park = book.input().parks[i];
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    const auto after = [&](quota::Step step) { return got.steps.at(static_cast<std::size_t>(step)).after_m2; };
    const auto live = [&](quota::Step step) { return book.cell(Page::steps, steps_page::live(static_cast<std::size_t>(step)), row); };
    const std::string share = book.cell(Page::sharing, sharing_page::share, row), whole = book.cell(Page::sharing, sharing_page::quota, row);
    park_head(sheet, row, i, park);
    const auto put = [&](Column column, const std::string& formula, double m2) {
      sheet.formula(row, column, formula, in_mu(m2), Look::area);
      sums.at(column - demand) += in_mu(m2);
    };
    for (const auto& [column, input, area] :
         {std::tuple{demand, inputs_page::demand, &park.demand_m2}, std::tuple{quota_page::floor, inputs_page::floor, &park.floor_m2}})
      if (*area)
        put(column, book.in_mu(book.cell(Page::inputs, input, row)), (*area)->to_double());
      else
        sheet.text(row, column, "");
    put(credit, book.in_mu(live(quota::Step::credit)), after(quota::Step::credit));
    put(adjusted, book.in_mu("(" + live(quota::Step::gate) + "-" + live(quota::Step::credit) + ")"),
        after(quota::Step::gate) - after(quota::Step::credit));
    put(deducted, book.in_mu("(" + live(quota::Step::gate) + "-" + live(quota::Step::deduct) + ")"),
        after(quota::Step::gate) - after(quota::Step::deduct));
    put(shared, book.in_mu("(" + share + "-" + live(quota::Step::deduct) + ")"), after(quota::Step::share) - after(quota::Step::deduct));
    put(rounded, book.in_mu("(" + whole + "-" + share + ")"), after(quota::Step::round) - after(quota::Step::share));
    sheet.formula(row, mu,
                  here(credit, row) + "+" + here(adjusted, row) + "-" + here(deducted, row) + "+" + here(shared, row) + "+" + here(rounded, row),
                  in_mu(got.quota_m2.to_double()), Look::total_area);
    sheet.formula(row, hectares, whole + "*" + per + "/10000", got.quota_m2.to_double() / 1e4, Look::hectares);
    sheet.number(row, frozen, in_mu(got.quota_m2.to_double()), Look::area);
    book.check(sheet, row, quota_page::check, mu, frozen);
    sheet.formula(row, tasks, book.cell(Page::steps, steps_page::completion, row), book.say(completion_words(got.completion)));
    sheet.formula(row, quota_page::gate, gate_formula(book, row), book.say(gate_words(got)));
    sheet.text(row, placeholder, got.placeholder ? book.yes() : book.no());
  }
  put_plan_lines(book, sheet);
  put_column_sums(book, sheet, sums);
  row = plan_line(Line::plan, book.parks());
  sheet.note(++row, book.say("①至⑤的推导见“推导”“分配”两页；上限先舍到整单位，舍去的零头在④中；未分配＝可分总量－各园区合计，与预留一并留在市级；占位"
                             "参数是本程序自拟的系数，须由本局文件替换。",
                             "1 to 5 are derived on the sheets Steps and Sharing. Caps are cut to whole units first, and what is cut stands under 4. "
                             "Undistributed = to share − all parks; it stays with the city beside what is kept "
                             "back. Placeholders are this program's own coefficients, to be replaced by a document of the office."));
  sheet.note(++row,
             book.say("各数按两位小数显示、不经舍入计算，因此按显示的数相加，末位可能与合计相差；核对列比较的是未经舍入的数。",
                      "Figures are shown to two places and calculated unrounded, so sums of what is printed may differ from a printed total in "
                      "the last place; the check column compares the unrounded figures."));
  sheet.finish(row);
}

void add_inputs_page(const QuotaBook& book) {
  const std::array<Head, 13> heads = {{{"序号", "no.", 6},
                                       {"园区编号", "park id", 14},
                                       {"园区名称", "park", 24},
                                       {"用地需求", "demand", 12},
                                       {"保底", "floor", 12},
                                       {"基数", "base", 12},
                                       {"绩效（0–100）", "performance", 12},
                                       {"上年超用", "overuse", 12},
                                       {"征收满两年未供", "unsupplied for two years", 12},
                                       {"违法用地", "illegal use", 12},
                                       {"五年供地率", "five-year supply rate", 11},
                                       {"台账供地率", "rate by the ledger", 15},
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
    if (park.ledger_supply_rate)
      sheet.number(row, column++, park.ledger_supply_rate->to_double(), Look::share);
    else
      sheet.text(row, column++, book.not_compared());
    sheet.text(row, column++, park.exempt ? book.yes() : book.no(), Look::input_text);
  }
  const Row last = row - 1;
  for (Column column = inputs_page::demand; column < inputs_page::rate; ++column)
    sheet.accept(column, kFirstRow, last, column == inputs_page::performance ? Accept::score : Accept::not_negative);
  sheet.accept(inputs_page::rate, kFirstRow, last, Accept::share);
  sheet.accept_one_of(inputs_page::exempt, kFirstRow, last, book.yes(), book.no());
  sheet.finish(last);
}

namespace {

std::array<Head, steps_page::first_step + 3 * steps_page::kSteps> step_heads() {
  std::array<Head, steps_page::first_step + 3 * steps_page::kSteps> heads = {
      {{"序号", "no.", 5}, {"园区编号", "park id", 12}, {"园区名称", "park", 24}, {"处置任务", "tasks", 11}}};
  for (std::size_t step = 0; step < steps_page::kSteps; ++step) {
    const findings::Text name = quota::words(quota::kSteps[step]);
    const std::string number = std::to_string(step + 1) + " ";
    heads.at(steps_page::live(step)) = {number + name.zh, number + name.en, 11};
    heads.at(steps_page::frozen(step)) = {"冻结值", "frozen", 11};
    heads.at(steps_page::check(step)) = {"核对", "check", 6};
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
  const auto missed = [&](quota::Kind kind, Row row) {
    return "IF(COUNTIFS(" + book.range(Page::tasks, tasks_page::park_no, tasks) + "," + fixed(steps_page::no, row) + "," +
           book.range(Page::tasks, tasks_page::kind, tasks) + "," + in_quotes(book.say(quota::words(kind))) + "," +
           book.range(Page::tasks, tasks_page::done, tasks) + "," + in_quotes(book.say(words(TaskState::missed))) + ")>0,1,0)";
  };
  const auto tasks_done = [&](quota::Completion completion) { return in_quotes(book.say(completion_words(completion))); };
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.parks(); ++i, ++row) {
    const quota::ParkQuota& got = book.quota().outcome.parks[i];
    park_head(sheet, row, i, book.input().parks[i]);
    const auto input = [&](Column column) { return book.cell(Page::inputs, column, row); };
    const auto before = [&](std::size_t step) { return here(steps_page::live(step - 1), row); };
    sheet.formula(row, steps_page::completion,
                  "CHOOSE(1+" + missed(quota::Kind::unsupplied, row) + "+" + missed(quota::Kind::idle, row) + "," +
                      tasks_done(quota::Completion::both) + "," + tasks_done(quota::Completion::one) + "," + tasks_done(quota::Completion::none) +
                      ")",
                  book.say(completion_words(got.completion)));

    const bool linked = book.input().plan.rule == quota::Rule::linked;
    const auto groups = static_cast<Row>(book.groups.size());
    std::array<std::string, steps_page::kSteps> formulas;
    formulas[0] = "SUMIFS(" + book.range(Page::land, land_page::credit, groups) + "," + book.range(Page::land, land_page::park_no, groups) + "," +
                  fixed(steps_page::no, row) + ")";
    formulas[1] = linked ? before(1) : factor_formula(book, row);
    formulas[2] = linked ? before(2)
                         : before(2) + "*IF(" + here(steps_page::completion, row) + "=" + tasks_done(quota::Completion::both) + "," +
                               or_number(book.parameter("quota.reward.both_done"), "1") + "," +
                               or_number(book.parameter("quota.reward.any_missed"), "1") + ")";
    const std::string closed = book.gate_closed(row);
    formulas[3] = closed.empty() ? before(3) : "IF(" + closed + ",0," + before(3) + ")";
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
