// The sheets of what was disposed of, and of the tasks.
#include "disposal/event.hpp"
#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

std::string kind_words(const QuotaBook& book, quota::Kind kind) { return book.say(quota::words(kind)); }

void put_cohort(const QuotaBook& book, Sheet& sheet, Row row, Column column, const std::optional<int>& cohort) {
  if (cohort)
    sheet.number(row, column, *cohort, Look::whole);
  else
    sheet.text(row, column, book.say("不明", "unknown"));
}

// "quota.k.idle.from_2019" of "quota.k.idle.from_2019.both": the completion of the tasks is a cell of its own.
std::string family(const quota::Parameter& parameter) { return parameter.name.substr(0, parameter.name.rfind('.')); }

// The end of a coefficient's name, from the words of the cell that says how many tasks are done.
std::string completion_code(const QuotaBook& book, const std::string& cell) {
  const auto is = [&](quota::Completion completion) {
    return "IF(" + cell + "=" + in_quotes(book.say(completion_words(completion))) + "," + in_quotes(to_text(completion)) + ",";
  };
  return is(quota::Completion::both) + is(quota::Completion::one) + in_quotes(to_text(quota::Completion::none)) + "))";
}

}  // namespace

void add_land_page(const QuotaBook& book) {
  using namespace land_page;
  const std::array<Head, 14> heads = {{{"组号", "group", 6},
                                       {"园区序号", "park no.", 8},
                                       {"园区编号", "park id", 14},
                                       {"类别", "kind", 10},
                                       {"批准年份", "cohort", 9},
                                       {"处置方式", "method", 24},
                                       {"宗数", "count", 7},
                                       {"面积（m²）", "area (m²)", 14},
                                       {"面积", "area", 13},
                                       {"处置任务", "tasks", 11},
                                       {"系数", "coefficient", 12},
                                       {"核定", "credit", 13},
                                       {"冻结值", "frozen", 13},
                                       {"核对", "check", 6}}};
  Sheet sheet = book.add(Page::land, "按园区、类别、批准年份、方式的处置", "Disposals by park, kind, cohort and method", heads, Paper::a4);
  const quota::Parameters law(book.quota().basis.rules, book.quota().basis.day);
  const auto sources = static_cast<Row>(book.quota().basis.disposals.size());
  const auto listed = static_cast<Row>(book.parameters.size());
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.groups.size(); ++i, ++row) {
    const LandGroup& each = book.groups[i];
    const quota::Completion done = book.quota().outcome.parks[each.park].completion;
    const bool earns = each.m2 > 0;
    sheet.number(row, group, static_cast<double>(i + 1), Look::whole);
    sheet.number(row, park_no, static_cast<double>(each.park + 1), Look::whole);
    sheet.text(row, id, book.input().parks[each.park].id);
    sheet.text(row, kind, kind_words(book, each.kind));
    put_cohort(book, sheet, row, cohort, each.cohort);
    sheet.text(row, event, book.say(disposal::event_words(each.event)));
    sheet.number(row, count, static_cast<double>(each.count), Look::whole);
    if (book.sources_listed)
      sheet.formula(row, m2,
                    "SUMIFS(" + book.range(Page::sources, sources_page::m2, sources) + "," + book.range(Page::sources, sources_page::group, sources) +
                        "," + here(group, row) + ")",
                    each.m2, Look::area);
    else
      sheet.number(row, m2, each.m2, Look::input_area);
    sheet.formula(row, area, here(m2, row) + "/" + book.cell(Page::parameters, parameters_page::value, parameters_page::per_measure),
                  book.measured(each.m2), Look::area);
    sheet.formula(row, completion, book.cell(Page::steps, steps_page::completion, static_cast<Row>(kFirstRow + each.park)),
                  book.say(completion_words(done)));
    if (earns) {
      const quota::Parameter& k = law.coefficient(each.kind, each.cohort, done);
      const auto parameters = [&](Column column) {
        return book.cell(Page::parameters, column, parameters_page::first) + ":" +
               fixed(column, static_cast<Row>(parameters_page::first + listed - 1));
      };
      sheet.formula(row, coefficient,
                    "INDEX(" + parameters(parameters_page::value) + ",MATCH(" + in_quotes(family(k) + ".") + "&" +
                        completion_code(book, here(completion, row)) + "," + parameters(parameters_page::name) + ",0))",
                    k.value.to_double(), Look::plain);
    } else {
      sheet.number(row, coefficient, 0, Look::plain);
    }
    sheet.formula(row, credit, here(area, row) + "*" + here(coefficient, row), book.measured(each.credit_m2), Look::area);
    sheet.number(row, frozen, book.measured(each.credit_m2), Look::area);
    book.check(sheet, row, check, credit, frozen);
  }
  const auto all = static_cast<Row>(book.groups.size());
  double m2_sum = 0, credit_sum = 0;
  for (const LandGroup& each : book.groups) {
    m2_sum += each.m2;
    credit_sum += each.credit_m2;
  }
  sheet.text(row, id, book.say("合计", "total"), Look::total_text);
  if (!book.sources_listed && all > 0) sheet.accept(m2, kFirstRow, row - 1, Accept::not_negative);
  sheet.formula(row, m2, "SUM(" + fixed_range(m2, all) + ")", m2_sum, Look::total_area);
  sheet.formula(row, area, "SUM(" + fixed_range(area, all) + ")", book.measured(m2_sum), Look::total_area);
  sheet.formula(row, credit, "SUM(" + fixed_range(credit, all) + ")", book.measured(credit_sum), Look::total_area);
  sheet.finish(row);
}

void add_sources_page(const QuotaBook& book) {
  using namespace sources_page;
  const std::array<Head, 15> heads = {{{"序号", "no.", 7},
                                       {"组号", "group", 6},
                                       {"园区编号", "park id", 14},
                                       {"宗地或批次", "parcel or approval", 26},
                                       {"类别", "kind", 10},
                                       {"批准年份", "cohort", 9},
                                       {"面积（m²）", "area (m²)", 14},
                                       {"面积", "area", 12},
                                       {"系数", "coefficient", 12},
                                       {"核定", "credit", 12},
                                       {"冻结值", "frozen", 12},
                                       {"核对", "check", 6},
                                       {"处置日期", "closed on", 11},
                                       {"文号", "document", 30},
                                       {"处置方式", "method", 24}}};
  Sheet sheet = book.add(Page::sources, "指标来源：每一处处置", "Sources: every disposal", heads, Paper::a3);
  Row row = kFirstRow;
  if (!book.sources_listed) {
    sheet.text(
        row, subject,
        book.say("处置过多，未在此列出；逐条见指标文件的 quota_source 表。", "Too many to list here; see table quota_source of the quota file."),
        Look::text);
    return sheet.finish(row);
  }
  const workflow::QuotaSourceRows rows(book.quota());
  for (std::size_t i = 0; i < book.quota().basis.disposals.size(); ++i, ++row) {
    const quota::Disposal& each = book.quota().basis.disposals[i];
    const ledger::QuotaSourceRow earned = rows.row(i);
    const auto of_group = static_cast<Row>(kFirstRow + book.group_of[i]);
    sheet.number(row, no, static_cast<double>(i + 1), Look::whole);
    sheet.number(row, group, static_cast<double>(book.group_of[i] + 1), Look::whole);
    sheet.text(row, id, each.park);
    sheet.text(row, subject, each.subject);
    sheet.text(row, kind, kind_words(book, each.kind));
    put_cohort(book, sheet, row, cohort, each.cohort);
    sheet.number(row, m2, each.area_m2.to_double(), Look::input_area);
    sheet.formula(row, area, here(m2, row) + "/" + book.cell(Page::parameters, parameters_page::value, parameters_page::per_measure),
                  book.measured(each.area_m2.to_double()), Look::area);
    sheet.formula(row, coefficient, book.cell(Page::land, land_page::coefficient, of_group), earned.coefficient.value_or(0), Look::plain);
    sheet.formula(row, credit, here(area, row) + "*" + here(coefficient, row), book.measured(earned.credit_m2.value_or(0)), Look::area);
    sheet.number(row, frozen, book.measured(earned.credit_m2.value_or(0)), Look::area);
    book.check(sheet, row, check, credit, frozen);
    sheet.day(row, day, each.closed_on);
    sheet.text(row, document, each.document);
    sheet.text(row, event, book.say(disposal::event_words(each.event)));
  }
  if (row > kFirstRow) sheet.accept(m2, kFirstRow, row - 1, Accept::not_negative);
  sheet.finish(row == kFirstRow ? row : row - 1);
}

void add_tasks_page(const QuotaBook& book) {
  using namespace tasks_page;
  const std::array<Head, 16> heads = {{{"序号", "no.", 6},
                                       {"园区序号", "park no.", 8},
                                       {"园区编号", "park id", 12},
                                       {"类别", "kind", 10},
                                       {"任务", "task", 15},
                                       {"批准年份自", "cohorts from", 8},
                                       {"至", "to", 7},
                                       {"基期存量", "base stock", 11},
                                       {"台账基期存量", "base by the ledger", 15},
                                       {"本年处置", "disposed", 11},
                                       {"目标", "target", 9},
                                       {"完成数", "reached", 9},
                                       {"完成数（精确分数）", "reached, exactly", 28},
                                       {"是否完成", "done", 9},
                                       {"冻结值", "frozen", 9},
                                       {"核对", "check", 6}}};
  Sheet sheet = book.add(Page::tasks, "处置任务", "Disposal tasks", heads, Paper::a4);
  const auto groups = static_cast<Row>(book.groups.size());
  Row row = kFirstRow;
  for (std::size_t i = 0; i < book.input().tasks.size(); ++i, ++row) {
    const quota::Task& task = book.input().tasks[i];
    const quota::TaskDone& result = book.quota().outcome.tasks[i];
    std::size_t park = 0;
    while (book.input().parks[park].id != task.park) ++park;
    sheet.number(row, no, static_cast<double>(i + 1), Look::whole);
    sheet.number(row, park_no, static_cast<double>(park + 1), Look::whole);
    sheet.text(row, id, task.park);
    sheet.text(row, kind, kind_words(book, task.kind));
    sheet.text(row, type, book.say(task_type_words(task)));
    sheet.number(row, from, task.cohort_from ? std::optional<double>(*task.cohort_from) : std::nullopt, Look::input_plain);
    sheet.number(row, to, task.cohort_to ? std::optional<double>(*task.cohort_to) : std::nullopt, Look::input_plain);
    sheet.number(row, base, book.measured(task.base_m2), Look::input_area);
    if (task.ledger_base_m2)
      sheet.number(row, ledger_base, book.measured(task.ledger_base_m2), Look::area);
    else
      sheet.text(row, ledger_base, book.not_compared());
    // Land of an unknown year of approval is in no span of years.
    std::string sum = "SUMIFS(" + book.range(Page::land, land_page::area, groups) + "," + book.range(Page::land, land_page::park_no, groups) + "," +
                      here(park_no, row) + "," + book.range(Page::land, land_page::kind, groups) + ",\"" + kind_words(book, task.kind) + "\"";
    if (task.cohort_from) sum += "," + book.range(Page::land, land_page::cohort, groups) + ",\">=\"&" + here(from, row);
    if (task.cohort_to) sum += "," + book.range(Page::land, land_page::cohort, groups) + ",\"<=\"&" + here(to, row);
    sheet.formula(row, disposed, sum + ")", book.measured(result.disposed_m2.to_double()), Look::area);
    const std::string is_done = in_quotes(book.say(words(TaskState::done))), is_missed = in_quotes(book.say(words(TaskState::missed))),
                      is_none = in_quotes(book.say(words(TaskState::none)));
    const std::string state = book.say(words(state_of(task, result)));
    if (task.ceiling) {
      sheet.number(row, target, book.measured(task.target), Look::input_area);
      sheet.formula(row, figure, "MAX(0," + here(base, row) + "-" + here(disposed, row) + ")", *book.measured(result.figure), Look::area);
      sheet.formula(row, done, "IF(ROUND(" + here(figure, row) + "-" + here(target, row) + ",6)<=0," + is_done + "," + is_missed + ")", state);
    } else {
      sheet.number(row, target, task.target.to_double(), Look::input_share);
      const std::string nothing = book.say("不适用", "n/a");
      const std::string formula = "IF(" + here(base, row) + "=0," + in_quotes(nothing) + "," + here(disposed, row) + "/" + here(base, row) + ")";
      if (result.figure)
        sheet.formula(row, figure, formula, result.figure->to_double(), Look::share);
      else
        sheet.formula(row, figure, formula, nothing, Look::no_share);
      sheet.formula(row, done,
                    "IF(" + here(base, row) + "=0," + is_none + ",IF(ROUND(" + here(disposed, row) + "-" + here(target, row) + "*" + here(base, row) +
                        ",6)>=0," + is_done + "," + is_missed + "))",
                    state);
      sheet.text(row, exact, result.figure ? result.figure->to_fraction() : "", Look::wrapped);
    }
    sheet.accept(target, row, row, task.ceiling ? Accept::not_negative : Accept::share);
    sheet.text(row, frozen, state);
    sheet.formula(row, check, "IF(" + here(done, row) + "=" + here(frozen, row) + ",\"" + std::string(kHolds) + "\",\"" + std::string(kFails) + "\")",
                  std::string(kHolds), Look::check);
  }
  if (row > kFirstRow) {
    for (const Column year : {from, to}) sheet.accept(year, kFirstRow, row - 1, Accept::whole);
    sheet.accept(base, kFirstRow, row - 1, Accept::not_negative);
  }
  sheet.note(
      row,
      book.say("恰好达到目标即完成；基期存量为 0 的没有任务可言，不影响系数；完成数按两位小数显示，核对按精确分数。",
               "Exactly at the target is done. Where the base stock is 0 there is no task, and the coefficient is not touched. Rates are shown to "
               "two places and compared exactly."));
  sheet.finish(row);
}

}  // namespace yongdi::report
