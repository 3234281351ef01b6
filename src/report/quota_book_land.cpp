// The sheets of what was disposed of, and of the tasks.
#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

std::string kind_words(const QuotaBook& book, quota::Kind kind) { return book.say(words_zh(kind), to_text(kind)); }

void put_cohort(const QuotaBook& book, Sheet& sheet, Row row, Column column, const std::optional<int>& cohort) {
  if (cohort)
    sheet.number(row, column, *cohort, Look::whole);
  else
    sheet.text(row, column, book.say("不明", "unknown"));
}

// "quota.k.idle.from_2019" of "quota.k.idle.from_2019.both": the completion of the tasks is a cell of its own.
std::string family(const quota::Parameter& parameter) { return parameter.name.substr(0, parameter.name.rfind('.')); }

}  // namespace

void add_land_page(const QuotaBook& book) {
  using namespace land_page;
  const std::array<Head, 15> heads = {{{"组号", "group", 6},
                                       {"园区序号", "park no.", 8},
                                       {"园区编号", "park id", 14},
                                       {"类别", "kind", 10},
                                       {"批准年份", "cohort", 9},
                                       {"处置方式", "method", 16},
                                       {"宗数", "count", 7},
                                       {"面积（m²）", "area (m²)", 14},
                                       {"面积", "area", 13},
                                       {"系数参数", "parameter", 26},
                                       {"任务完成", "tasks done", 9},
                                       {"系数", "coefficient", 9},
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
    sheet.text(row, event, each.event);
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
                  std::string(to_text(done)));
    if (earns) {
      const quota::Parameter& k = law.coefficient(each.kind, each.cohort, done);
      sheet.text(row, key, family(k));
      const auto parameters = [&](Column column) {
        return book.cell(Page::parameters, column, parameters_page::first) + ":" +
               fixed(column, static_cast<Row>(parameters_page::first + listed - 1));
      };
      sheet.formula(row, coefficient,
                    "INDEX(" + parameters(parameters_page::value) + ",MATCH(" + here(key, row) + "&\".\"&" + here(completion, row) + "," +
                        parameters(parameters_page::parameter) + ",0))",
                    k.value.to_double(), Look::plain);
    } else {
      sheet.text(row, key, "");
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
                                       {"系数", "coefficient", 9},
                                       {"核定", "credit", 12},
                                       {"冻结值", "frozen", 12},
                                       {"核对", "check", 6},
                                       {"处置日期", "closed on", 11},
                                       {"文号", "document", 26},
                                       {"处置方式", "method", 16}}};
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
    sheet.text(row, event, each.event);
  }
  sheet.finish(row == kFirstRow ? row : row - 1);
}

void add_tasks_page(const QuotaBook& book) {
  using namespace tasks_page;
  const std::array<Head, 14> heads = {{{"序号", "no.", 6},
                                       {"园区序号", "park no.", 8},
                                       {"园区编号", "park id", 14},
                                       {"类别", "kind", 11},
                                       {"任务", "type", 9},
                                       {"批准年份自", "cohorts from", 10},
                                       {"至", "to", 8},
                                       {"基期存量", "base stock", 12},
                                       {"本年处置", "disposed", 12},
                                       {"目标", "target", 11},
                                       {"完成数", "figure", 11},
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
    sheet.text(row, kind, to_text(task.kind));
    sheet.text(row, type, task.ceiling ? "ceiling" : "rate");
    sheet.number(row, from, task.cohort_from ? std::optional<double>(*task.cohort_from) : std::nullopt, Look::input_plain);
    sheet.number(row, to, task.cohort_to ? std::optional<double>(*task.cohort_to) : std::nullopt, Look::input_plain);
    sheet.number(row, base, book.measured(task.base_m2), Look::input_area);
    // Land of an unknown year of approval is in no span of years.
    std::string sum = "SUMIFS(" + book.range(Page::land, land_page::area, groups) + "," + book.range(Page::land, land_page::park_no, groups) + "," +
                      here(park_no, row) + "," + book.range(Page::land, land_page::kind, groups) + ",\"" + kind_words(book, task.kind) + "\"";
    if (task.cohort_from) sum += "," + book.range(Page::land, land_page::cohort, groups) + ",\">=\"&" + here(from, row);
    if (task.cohort_to) sum += "," + book.range(Page::land, land_page::cohort, groups) + ",\"<=\"&" + here(to, row);
    sheet.formula(row, disposed, sum + ")", book.measured(result.disposed_m2.to_double()), Look::area);
    if (task.ceiling) {
      sheet.number(row, target, book.measured(task.target), Look::input_area);
      sheet.formula(row, figure, "MAX(0," + here(base, row) + "-" + here(disposed, row) + ")", *book.measured(result.figure), Look::area);
      sheet.formula(row, done, "IF(ROUND(" + here(figure, row) + "-" + here(target, row) + ",6)<=0,\"yes\",\"no\")",
                    std::string(result.done ? "yes" : "no"));
    } else {
      sheet.number(row, target, task.target.to_double(), Look::input_share);
      const std::string none = "0/0";
      const std::string formula = "IF(" + here(base, row) + "=0,\"" + none + "\"," + here(disposed, row) + "/" + here(base, row) + ")";
      if (result.figure)
        sheet.formula(row, figure, formula, result.figure->to_double(), Look::share);
      else
        sheet.formula(row, figure, formula, none, Look::share);
      sheet.formula(row, done, "IF(ROUND(" + here(disposed, row) + "-" + here(target, row) + "*" + here(base, row) + ",6)>=0,\"yes\",\"no\")",
                    std::string(result.done ? "yes" : "no"));
    }
    sheet.text(row, frozen, result.done ? "yes" : "no");
    sheet.formula(row, check, "IF(" + here(done, row) + "=" + here(frozen, row) + ",\"" + std::string(kHolds) + "\",\"" + std::string(kFails) + "\")",
                  std::string(kHolds), Look::check);
  }
  sheet.finish(row == kFirstRow ? row : row - 1);
}

}  // namespace yongdi::report
