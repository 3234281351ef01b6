// The sheets of typed entries and their balance, of the checks, of the parameters with their articles, the notes, and the files.
#include <algorithm>

#include "report/quota_pages.hpp"
#include "report/rule_words.hpp"

namespace yongdi::report {
namespace {

std::string unit_words(const QuotaBook& book, const std::string& written) {
  if (written == "yes_no") return book.say("1 是 / 0 否", "1 yes / 0 no");
  const rulebook::Unit* const unit = rulebook::find_unit(written);
  return unit == nullptr ? written : book.say(unit->zh, unit->en);
}

std::string identity_words(const QuotaBook& book, std::string_view identity) {
  static const std::map<std::string_view, findings::Text> kWords = {{"total", {"总量平衡", "the plan"}},
                                                                    {"within_plan", {"不超可分总量", "within the plan"}},
                                                                    {"credit", {"处置核定", "credit"}},
                                                                    {"sources_disposed", {"逐条处置面积", "disposals one by one"}},
                                                                    {"sources_credit", {"逐条核定", "credit one by one"}},
                                                                    {"bounds", {"保底和上限", "floors and caps"}},
                                                                    {"rows", {"指标表逐行", "rows of the quotas"}},
                                                                    {"numbers", {"输入为数", "inputs are numbers"}},
                                                                    {"negative", {"输入不为负", "no negative input"}},
                                                                    {"beyond", {"比例和评分不越界", "shares and scores in range"}},
                                                                    {"weights", {"因素权重", "weights of the factors"}},
                                                                    {"blanks", {"因素齐全", "factors filled in"}},
                                                                    {"cells", {"各表核对列", "check cells"}}};
  return book.say(kWords.at(identity));
}

// Formulas for what an edited cell may hold though the program refuses it in an input file. Validation does not see what is pasted.
class InputFaults {
 public:
  explicit InputFaults(const QuotaBook& book) : m_book(book), m_parks(book.parks()), m_tasks(static_cast<Row>(book.input().tasks.size())) {}

  // Words where a number is expected, and an exemption that is neither yes nor no.
  [[nodiscard]] std::string no_numbers() const {
    std::string sum;
    for (const std::string& each : numbers()) sum += "COUNTA(" + each + ")-COUNT(" + each + ")+";
    const std::string exempt = m_book.range(Page::inputs, inputs_page::exempt, m_parks);
    return sum + "ROWS(" + exempt + ")-COUNTIF(" + exempt + "," + in_quotes(m_book.yes()) + ")-COUNTIF(" + exempt + "," + in_quotes(m_book.no()) +
           ")";
  }

  [[nodiscard]] std::string negatives() const {
    std::string sum;
    for (const std::string& each : numbers())
      if (each != entries()) sum += (sum.empty() ? "" : "+") + counted(each, "<0");  // an entry is negative when quota is used or lapses
    return sum;
  }

  [[nodiscard]] std::string beyond() const {
    return counted(m_book.range(Page::inputs, inputs_page::rate, m_parks), ">1") + "+" +
           counted(m_book.range(Page::inputs, inputs_page::performance, m_parks), ">100") + "+" +
           counted(m_book.cell(Page::parameters, parameters_page::value, parameters_page::reserve), ">1") + "+COUNTIFS(" +
           m_book.range(Page::tasks, tasks_page::type, m_tasks) + "," + in_quotes(m_book.say(task_type_words({}))) + "," +
           m_book.range(Page::tasks, tasks_page::target, m_tasks) + ",\">1\")";
  }

  [[nodiscard]] std::string weights() const {
    std::string sum;
    for (const char* name : {"quota.factor.alpha", "quota.factor.beta", "quota.factor.gamma", "quota.factor.delta"})
      sum += (sum.empty() ? "" : "+") + or_number(m_book.parameter(name), "0");
    return sum;
  }

  // A factor that no park has filled in is left out; one that some parks lack cannot be shared by.
  [[nodiscard]] std::string blanks() const {
    std::string sum;
    for (const auto& [name, column] : {std::pair{"quota.factor.alpha", inputs_page::base}, std::pair{"quota.factor.gamma", inputs_page::demand},
                                       std::pair{"quota.factor.delta", inputs_page::performance}}) {
      const std::string all = m_book.range(Page::inputs, column, m_parks);
      sum += (sum.empty() ? "" : "+") + std::string("IF(OR(") + or_number(m_book.parameter(name), "0") + "=0,COUNT(" + all + ")=0),0,COUNTBLANK(" +
             all + "))";
    }
    return sum;
  }

 private:
  static std::string counted(const std::string& cells, std::string_view condition) { return "COUNTIF(" + cells + "," + in_quotes(condition) + ")"; }
  [[nodiscard]] std::string entries() const {
    return m_book.range(Page::entries, 4, static_cast<Row>(workflow::quota_entry_rows(m_book.quota()).size()));
  }

  // Every place that takes numbers and may be changed.
  [[nodiscard]] std::vector<std::string> numbers() const {
    const auto sources = static_cast<Row>(m_book.quota().basis.disposals.size()), groups = static_cast<Row>(m_book.groups.size());
    const Row last_parameter = static_cast<Row>(parameters_page::first + m_book.parameters.size()) - 1;
    return {
        m_book.block(Page::inputs, inputs_page::demand, inputs_page::rate, m_parks),
        m_book.sources_listed ? m_book.range(Page::sources, sources_page::m2, sources) : m_book.range(Page::land, land_page::m2, groups),
        m_book.block(Page::tasks, tasks_page::from, tasks_page::base, m_tasks),
        m_book.range(Page::tasks, tasks_page::target, m_tasks),
        entries(),
        m_book.cell(Page::parameters, parameters_page::value, parameters_page::total) + ":" + fixed(parameters_page::value, parameters_page::reserve),
        m_book.cell(Page::parameters, parameters_page::value, parameters_page::first) + ":" + fixed(parameters_page::value, last_parameter)};
  }

  const QuotaBook& m_book;
  Row m_parks, m_tasks;
};

}  // namespace

void add_entries_pages(const QuotaBook& book) {
  const std::array<Head, 9> heads = {{{"序号", "no.", 6},
                                      {"园区编号", "park id", 14},
                                      {"类型", "type", 24},
                                      {"收支", "movement", 11},
                                      {"数量", "amount", 13},
                                      {"数量（公顷）", "amount (ha)", 13},
                                      {"文号", "document", 34},
                                      {"日期", "day", 12},
                                      {"余额序号", "balance no.", 9}}};
  const auto entries = workflow::quota_entry_rows(book.quota());
  const auto balances = workflow::quota_balance_rows(book.quota());
  std::map<std::pair<std::string, std::string>, double> balance_no;
  for (const ledger::QuotaBalanceRow& each : balances)
    balance_no.emplace(std::pair(each.park_id, each.type), static_cast<double>(balance_no.size() + 1));
  const auto rows = static_cast<Row>(entries.size());
  Row row = kFirstRow;
  {
    Sheet sheet = book.add(Page::entries, "分类型指标台账：收入、结转、使用、核销；本年测算数单列，不计入余额",
                           "Typed entries: granted, carried, used, lapsed; this year's estimate stands apart from every balance", heads, Paper::a4);
    const std::string per = book.cell(Page::parameters, parameters_page::value, parameters_page::per_measure);
    for (const ledger::QuotaEntryRow& each : entries) {
      sheet.number(row, 0, row - kFirstRow + 1.0, Look::whole);
      sheet.text(row, 1, each.park_id);
      sheet.text(row, 2, book.say(quota::type_with_code(each.type)));
      sheet.text(row, 3, book.say(movement_words(each.movement)));
      const double amount = book.measured(each.amount_m2.value_or(0));
      const bool typed = each.movement != "estimate";
      sheet.number(row, 4, amount, typed ? Look::input_area : Look::area);
      if (typed) sheet.accept(4, row, row, amount < 0 ? Accept::not_positive : Accept::not_negative);
      sheet.formula(row, 5, here(4, row) + "*" + per + "/10000", each.amount_m2.value_or(0) / 1e4, Look::hectares);
      sheet.text(row, 6, each.movement == "estimate" ? book.say("测算", "estimate") : each.document.value_or(""));
      sheet.day(row, 7, each.day);
      const auto of = balance_no.find({each.park_id, each.type});
      sheet.number(row, 8, each.movement == "estimate" || of == balance_no.end() ? std::nullopt : std::optional(of->second), Look::whole);
      ++row;
    }
    sheet.finish(row == kFirstRow ? row : row - 1);
  }
  const std::array<Head, 9> balance_heads = {{{"序号", "no.", 6},
                                              {"园区编号", "park id", 14},
                                              {"类型", "type", 24},
                                              {"收入", "granted", 13},
                                              {"使用", "used", 13},
                                              {"核销", "lapsed", 13},
                                              {"余额", "balance", 13},
                                              {"冻结值", "frozen", 13},
                                              {"核对", "check", 6}}};
  Sheet sheet = book.add(Page::balances, "分类型指标余额", "What is left of each type", balance_heads, Paper::a4);
  row = kFirstRow;
  for (const ledger::QuotaBalanceRow& each : balances) {
    sheet.number(row, 0, row - kFirstRow + 1.0, Look::whole);
    sheet.text(row, 1, each.park_id);
    sheet.text(row, 2, book.say(quota::type_with_code(each.type)));
    // Entries are matched by the number of this row, not by what a park is called: a name may hold what a lookup takes for a wildcard.
    const auto sum = [&](quota::Movement movement) {
      return "SUMIFS(" + book.range(Page::entries, 4, rows) + "," + book.range(Page::entries, 8, rows) + "," + here(0, row) + "," +
             book.range(Page::entries, 3, rows) + "," + in_quotes(book.say(quota::words(movement))) + ")";
    };
    sheet.formula(row, 3, sum(quota::Movement::grant) + "+" + sum(quota::Movement::carry), book.measured(each.granted_m2.value_or(0)), Look::area);
    sheet.formula(row, 4, "-" + sum(quota::Movement::use), book.measured(each.used_m2.value_or(0)), Look::area);
    sheet.formula(row, 5, "-" + sum(quota::Movement::lapse), book.measured(each.lapsed_m2.value_or(0)), Look::area);
    sheet.formula(row, 6, here(3, row) + "-" + here(4, row) + "-" + here(5, row), book.measured(each.balance_m2.value_or(0)), Look::area);
    sheet.number(row, 7, book.measured(each.balance_m2.value_or(0)), Look::area);
    book.check(sheet, row, 8, 6, 7);
    ++row;
  }
  sheet.finish(row == kFirstRow ? row : row - 1);
}

void add_checks_page(const QuotaBook& book) {
  const std::array<Head, 7> heads = {{{"勾稽关系", "identity", 28},
                                      {"左边", "left", 16},
                                      {"右边", "right", 16},
                                      {"核对", "check", 7},
                                      {"冻结值（左）", "frozen (left)", 16},
                                      {"冻结值（右）", "frozen (right)", 16},
                                      {"说明", "in words", 60}}};
  Sheet sheet = book.add(Page::checks, "勾稽关系核对", "Identities", heads, Paper::a4);
  const Row parks = book.parks();
  const auto groups = static_cast<Row>(book.groups.size()), sources = static_cast<Row>(book.quota().basis.disposals.size());
  const auto sum = [&](Page page, Column column, Row count) { return "SUM(" + book.range(page, column, count) + ")"; };
  const auto parameter = [&](Row row) { return book.cell(Page::parameters, parameters_page::value, row); };
  const auto plan_cell = [&](quota_page::Line line) { return book.cell(Page::quota, quota_page::mu, plan_line(line, parks)); };
  const auto failed = [&](Page page, Column column, Row count) {
    return "COUNTIF(" + book.range(page, column, count) + ",\"" + std::string(kFails) + "\")";
  };
  const quota::Outcome& outcome = book.quota().outcome;
  const double quotas = book.measured((outcome.to_share_m2 - outcome.undistributed_m2).to_double());
  double credits = 0, m2 = 0;
  for (const quota::ParkQuota& park : outcome.parks) credits += book.measured(park.credit_m2.to_double());
  for (const LandGroup& each : book.groups) m2 += each.m2;

  Row row = kFirstRow;
  const auto line = [&](std::string_view identity, const std::string& left, double left_is, const std::string& right, double right_is, bool at_most,
                        const std::string& words) {
    sheet.text(row, 0, identity_words(book, identity));
    sheet.formula(row, 1, left, left_is, Look::area);
    sheet.formula(row, 2, right, right_is, Look::area);
    const std::string difference = here(1, row) + "-" + here(2, row);
    sheet.formula(
        row, 3,
        "IF(" + (at_most ? difference : "ABS(" + difference + ")") + "<=0.000001,\"" + std::string(kHolds) + "\",\"" + std::string(kFails) + "\")",
        std::string(kHolds), Look::check);
    for (const Column frozen : {Column{4}, Column{5}}) sheet.text(row, frozen, "");
    for (const quota::Check& check : outcome.checks) {
      if (check.identity != identity || check.unit != "m²") continue;
      sheet.number(row, 4, book.measured(check.left.to_double()), Look::area);
      sheet.number(row, 5, book.measured(check.right.to_double()), Look::area);
    }
    sheet.text(row++, 6, words, Look::wrapped);
  };
  line("total",
       sum(Page::sharing, sharing_page::quota, parks) + "+(" + plan_cell(quota_page::Line::undistributed) + "+" +
           plan_cell(quota_page::Line::kept_back) + ")*2000/3/" + parameter(parameters_page::per_measure),
       book.measured(book.input().plan.total_m2.to_double()), parameter(parameters_page::total),
       book.measured(book.input().plan.total_m2.to_double()), false,
       book.say("各园区指标之和 + 未分配 + 预留 = 总量", "Σ quotas + undistributed + kept back = total"));
  line("within_plan", sum(Page::sharing, sharing_page::quota, parks), quotas, parameter(parameters_page::to_share),
       book.measured(outcome.to_share_m2.to_double()), true,
       book.say("各园区指标之和 ≤ 总量 ×（1 − 预留比例）", "Σ quotas ≤ total × (1 − reserve share)"));
  line("credit", sum(Page::steps, steps_page::live(0), parks), credits, sum(Page::land, land_page::credit, groups), credits, false,
       book.say("各园区核定数之和 = Σ 系数 × 处置面积", "Σ credit of the parks = Σ coefficient × land disposed of"));
  if (book.sources_listed) {
    line("sources_disposed", sum(Page::sources, sources_page::area, sources), book.measured(m2), sum(Page::land, land_page::area, groups),
         book.measured(m2), false, book.say("逐条处置面积之和 = 按组汇总之和", "Σ of every disposal = Σ by group"));
    line("sources_credit", sum(Page::sources, sources_page::credit, sources), credits, sum(Page::steps, steps_page::live(0), parks), credits, false,
         book.say("逐条核定之和 = 各园区核定数之和", "Σ credit of every disposal = Σ credit of the parks"));
  }
  line("bounds",
       "SUMPRODUCT((" + book.range(Page::sharing, sharing_page::quota_units, parks) + "<" +
           book.range(Page::sharing, sharing_page::floor_units, parks) + ")+(" + book.range(Page::sharing, sharing_page::quota_units, parks) + ">" +
           book.range(Page::sharing, sharing_page::cap_units, parks) + "))",
       0, "0", 0, false, book.say("指标低于保底或高于上限的园区数 = 0", "parks below their floor or above their cap = 0"));
  line("rows", "SUM(" + book.range(Page::quota, quota_page::mu, parks) + ")*2000/3/" + parameter(parameters_page::per_measure), quotas,
       sum(Page::sharing, sharing_page::quota, parks), quotas, false,
       book.say("“指标”表各行：核定 + 因素等 − 扣减 + 分配 + 取整 = 取整后的指标",
                "Every row of the sheet Quota: credit + factors − deducted + sharing + rounding = the rounded quota"));
  const InputFaults faults(book);
  const auto none_of = [&](std::string_view identity, const std::string& count, std::string_view zh, std::string_view en) {
    line(identity, count, 0, "0", 0, false, book.say(zh, en));
  };
  none_of("numbers", faults.no_numbers(), "应填数而填了文字的输入单元格数，加豁免不是“是”或“否”的园区数 = 0",
          "inputs that hold words in place of a number, and exemptions neither yes nor no = 0");
  none_of("negative", faults.negatives(), "为负数的输入单元格数 = 0（指标台账的使用、核销除外）",
          "inputs below 0 = 0 (but for what the entries use or let lapse)");
  none_of("beyond", faults.beyond(), "大于 1 的供地率、处置率目标和预留比例，以及大于 100 的绩效，其个数 = 0",
          "supply rates, target rates and reserve shares above 1, and performances above 100 = 0");
  if (book.input().plan.rule == quota::Rule::factor) {
    line("weights", faults.weights(), 1, "1", 1, false, book.say("因素法四个权重之和 = 1", "the four weights of the factor rule sum to 1"));
    none_of("blanks", faults.blanks(), "权重不为 0 的因素，有的园区填写、有的园区空白的单元格数 = 0（未知不等于零）",
            "blanks in a factor that has a weight and that other parks filled in = 0 (unknown is not zero)");
  }
  std::string all_failed;
  const auto add = [&](Page page, Column column, Row count) { all_failed += (all_failed.empty() ? "" : "+") + failed(page, column, count); };
  add(Page::quota, quota_page::check, parks + static_cast<Row>(quota_page::Line::plan) + 1);
  for (std::size_t step = 0; step < steps_page::kSteps; ++step) add(Page::steps, steps_page::check(step), parks);
  add(Page::sharing, sharing_page::share_check, parks);
  add(Page::sharing, sharing_page::quota_check, parks);
  add(Page::land, land_page::check, groups);
  if (book.sources_listed) add(Page::sources, sources_page::check, sources);
  add(Page::tasks, tasks_page::check, static_cast<Row>(book.input().tasks.size()));
  add(Page::balances, 8, static_cast<Row>(book.quota().basis.entries.balances.size()));
  line("cells", all_failed, 0, "0", 0, false,
       book.say("各表中与冻结值不符的单元格数 = 0（改动输入后自然不为 0）",
                "cells that differ from their frozen figure = 0 (not 0 once an input is changed)"));
  sheet.finish(row - 1);
}

void add_parameters_page(const QuotaBook& book) {
  using namespace parameters_page;
  const std::array<Head, 8> heads = {{{"参数", "parameter", 44},
                                      {"数值", "value", 12},
                                      {"单位", "unit", 9},
                                      {"条款", "article", 28},
                                      {"文件", "document", 38},
                                      {"状态", "status", 14},
                                      {"规则表述", "the rule in words", 60},
                                      {"规则文件中的名称", "name in the rule files", 34}}};
  Sheet sheet = book.add(Page::parameters, "计划与参数", "Plan and parameters", heads, Paper::a3);
  const quota::Plan& plan = book.input().plan;
  const auto put = [&](Row row, std::string_view zh, std::string_view en, const std::string& measure) {
    sheet.text(row, parameters_page::words, book.say(zh, en));
    sheet.text(row, unit, measure);
    for (Column column = parameters_page::article; column <= parameters_page::name; ++column) sheet.text(row, column, "");
  };
  put(total, "计划总量", "total of the plan", book.measure());
  sheet.number(total, value, book.measured(plan.total_m2), Look::input_area);
  sheet.accept(value, total, total, Accept::not_negative);
  put(reserve, "预留比例", "reserve share", "");
  sheet.number(reserve, value, plan.reserve_share.to_double(), Look::input_share);
  sheet.accept(value, reserve, reserve, Accept::share);
  put(to_share, "可分总量", "to be shared", book.measure());
  sheet.formula(to_share, value, here(value, total) + "*(1-" + here(value, reserve) + ")",
                book.measured(book.quota().outcome.to_share_m2.to_double()), Look::area);
  put(step, "取整单位", "step of rounding", book.measure());
  sheet.number(step, value, book.measured(plan.unit_m2), Look::plain);
  put(per_measure, "每单位平方米", "square metres per unit", "m²");
  const bool in_mu = plan.measure->name == "mu";
  if (in_mu)
    sheet.formula(per_measure, value, "2000/3", plan.measure->factor().to_double(), Look::plain);
  else
    sheet.number(per_measure, value, plan.measure->factor().to_double(), Look::plain);
  put(rule, "规则", "rule", "");
  sheet.text(rule, value, plan.rule == quota::Rule::linked ? book.say("增存挂钩", "linked") : book.say("因素法", "factor"));
  put(year, "计划年度", "plan year", "");
  sheet.number(year, value, plan.year, Look::whole);
  Row row = first;
  for (const QuotaBook::InForce& each : book.parameters) {
    sheet.text(row, parameters_page::words, book.say(quota::parameter_words(each.parameter->name)), Look::wrapped);
    sheet.number(row, value, each.parameter->value.to_double(), Look::input_plain);
    sheet.accept(value, row, row, each.parameter->unit == "yes_no" ? Accept::zero_or_one : Accept::not_negative);
    sheet.text(row, unit, unit_words(book, each.parameter->unit), Look::wrapped);
    sheet.text(row, parameters_page::article, book.say(each.parameter->article), Look::wrapped);
    sheet.text(row, document, book.say(named(*each.document)), Look::wrapped);
    sheet.text(row, status, book.say(report::words(each.parameter->status)), Look::wrapped);
    sheet.text(row, statement, book.say(each.parameter->statement_zh, each.parameter->statement_en), Look::wrapped);
    sheet.text(row, parameters_page::name, each.parameter->name);
    ++row;
  }
  sheet.finish(row - 1);
}

void add_notes_page(const QuotaBook& book) {
  const std::array<Head, 2> heads = {{{"项目", "about", 24}, {"说明", "note", 110}}};
  Sheet sheet = book.add(Page::notes, "说明", "Notes", heads, Paper::a4);
  const workflow::QuotaInput& basis = book.quota().basis;
  Row row = kFirstRow;
  const auto note = [&](const std::string& about, const std::string& words) {
    sheet.text(row, 0, about);
    sheet.text(row++, 1, words, Look::wrapped);
  };
  note(book.say("测算", "an estimate"),
       book.say(
           "没有找到写明分配系数的文件，系数是规则参数，来源和状态见“参数”表；本工作簿是测算，不是下达的指标。",
           "No document was found that prints the coefficients; they are rule parameters, with source and status on the sheet Parameters. These are "
           "estimates, not grants."));
  note(
      book.say("怎样核对", "how to check"),
      book.say("每步左为公式、中为程序以精确算术得出的冻结值、右为核对（✓ 一致，✗ 不一致）。改动黄底单元格，公式随之变动，核对列显示哪些数因此不同。",
               "In every step the formula stands left, the figure worked out in exact arithmetic in the middle, the check right (✓ same, ✗ not). "
               "Change a yellow "
               "cell and the formulas follow; the checks show which figures moved."));
  note(book.say("取整", "rounding"),
       book.say("保底进到整单位，上限和可分总量舍到整单位，余下单位按最大余数分配；余数相同的，未满足需求大者先，再按园区编号。",
                "Floors are raised, caps and the total cut to whole units; the last units go by largest remainder, ties by larger unmet demand, then "
                "by park id."));
  note(book.say("规则集", "rulebook"), basis.rules.name() + book.say("，参数取 ", ", parameters in force on ") + basis.day.to_iso());
  for (const std::string& number : basis.accepted_expired) note(book.say("接受的失效文件", "accepted although expired"), number);
  for (const findings::Finding& finding : basis.findings) {
    if (finding.kind->severity == findings::Severity::info) continue;
    note(std::string(name(finding.kind->severity, book.language())), book.say(findings::message(finding)));
  }
  sheet.finish(row - 1);
}

void add_files_page(const QuotaBook& book) {
  const std::array<Head, 4> heads = {{{"类别", "kind", 12}, {"文件", "file", 56}, {"字节", "bytes", 10}, {"SHA-256", "SHA-256", 72}}};
  Sheet sheet = book.add(Page::files, "所依据的输入和规则文件", "The input and rule files it rests on", heads, Paper::a4);
  const workflow::QuotaInput& basis = book.quota().basis;
  Row row = kFirstRow;
  const auto put = [&](const std::string& kind, const std::string& name, std::optional<double> bytes, const std::string& sha256) {
    sheet.text(row, 0, kind);
    sheet.text(row, 1, name, Look::wrapped);
    if (bytes)
      sheet.number(row, 2, bytes, Look::units);
    else
      sheet.text(row, 2, "");
    sheet.text(row++, 3, sha256);
  };
  for (const layers::InputFile& file : basis.files) put(book.say("输入", "input"), file.name, static_cast<double>(file.size), file.sha256);
  for (const rulebook::Document& document : basis.rules.documents()) put(book.say("规则", "rules"), book.say(named(document)), {}, document.sha256);
  sheet.finish(row - 1);
}

}  // namespace yongdi::report
