// The sheets of typed entries and their balance, of the checks, of the parameters with their articles, and the notes.
#include <algorithm>

#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

std::string status_words(const QuotaBook& book, rulebook::Status status) {
  switch (status) {
    case rulebook::Status::read:
      return book.say("见原文", "read");
    case rulebook::Status::secondary:
      return book.say("转引", "secondary");
    case rulebook::Status::placeholder:
      break;
  }
  return book.say("占位值", "placeholder");
}

}  // namespace

void add_entries_pages(const QuotaBook& book) {
  const std::array<Head, 9> heads = {{{"序号", "no.", 6},
                                      {"园区编号", "park id", 14},
                                      {"类型", "type", 8},
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
      sheet.text(row, 2, each.type);
      sheet.text(row, 3, each.movement);
      const double amount = book.measured(each.amount_m2.value_or(0));
      sheet.number(row, 4, amount, each.movement == "estimate" ? Look::area : Look::input_area);
      sheet.formula(row, 5, here(4, row) + "*" + per + "/10000", each.amount_m2.value_or(0) / 1e4, Look::hectares);
      sheet.text(row, 6, each.document.value_or(""));
      sheet.day(row, 7, each.day);
      const auto of = balance_no.find({each.park_id, each.type});
      sheet.number(row, 8, each.movement == "estimate" || of == balance_no.end() ? std::nullopt : std::optional(of->second), Look::whole);
      ++row;
    }
    sheet.finish(row == kFirstRow ? row : row - 1);
  }
  const std::array<Head, 9> balance_heads = {{{"序号", "no.", 6},
                                              {"园区编号", "park id", 14},
                                              {"类型", "type", 8},
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
    sheet.text(row, 2, each.type);
    // Entries are matched by the number of this row, not by what a park is called: a name may hold what a lookup takes for a wildcard.
    const auto sum = [&](const char* movement) {
      return "SUMIFS(" + book.range(Page::entries, 4, rows) + "," + book.range(Page::entries, 8, rows) + "," + here(0, row) + "," +
             book.range(Page::entries, 3, rows) + ",\"" + movement + "\")";
    };
    sheet.formula(row, 3, sum("grant") + "+" + sum("carry"), book.measured(each.granted_m2.value_or(0)), Look::area);
    sheet.formula(row, 4, "-" + sum("use"), book.measured(each.used_m2.value_or(0)), Look::area);
    sheet.formula(row, 5, "-" + sum("lapse"), book.measured(each.lapsed_m2.value_or(0)), Look::area);
    sheet.formula(row, 6, here(3, row) + "-" + here(4, row) + "-" + here(5, row), book.measured(each.balance_m2.value_or(0)), Look::area);
    sheet.number(row, 7, book.measured(each.balance_m2.value_or(0)), Look::area);
    book.check(sheet, row, 8, 6, 7);
    ++row;
  }
  sheet.finish(row == kFirstRow ? row : row - 1);
}

void add_checks_page(const QuotaBook& book) {
  const std::array<Head, 7> heads = {{{"恒等式", "identity", 20},
                                      {"左边", "left", 16},
                                      {"右边", "right", 16},
                                      {"核对", "check", 7},
                                      {"冻结值（左）", "frozen (left)", 16},
                                      {"冻结值（右）", "frozen (right)", 16},
                                      {"说明", "in words", 60}}};
  Sheet sheet = book.add(Page::checks, "恒等式核对", "Identities", heads, Paper::a4);
  const Row parks = book.parks();
  const auto groups = static_cast<Row>(book.groups.size()), sources = static_cast<Row>(book.quota().basis.disposals.size());
  const auto sum = [&](Page page, Column column, Row count) { return "SUM(" + book.range(page, column, count) + ")"; };
  const auto parameter = [&](Row row) { return book.cell(Page::parameters, parameters_page::value, row); };
  const auto failed = [&](Page page, Column column, Row count) {
    return "COUNTIF(" + book.range(page, column, count) + ",\"" + std::string(kFails) + "\")";
  };
  const quota::Outcome& outcome = book.quota().outcome;
  const double quotas = book.measured((book.input().plan.total_m2 - outcome.reserve_m2).to_double());
  double credits = 0, m2 = 0;
  for (const quota::ParkQuota& park : outcome.parks) credits += book.measured(park.credit_m2.to_double());
  for (const LandGroup& each : book.groups) m2 += each.m2;

  Row row = kFirstRow;
  const auto line = [&](std::string_view identity, const std::string& left, double left_is, const std::string& right, double right_is, bool at_most,
                        const std::string& words) {
    sheet.text(row, 0, identity);
    sheet.formula(row, 1, left, left_is, Look::area);
    sheet.formula(row, 2, right, right_is, Look::area);
    const std::string difference = here(1, row) + "-" + here(2, row);
    sheet.formula(
        row, 3,
        "IF(" + (at_most ? difference : "ABS(" + difference + ")") + "<=0.000001,\"" + std::string(kHolds) + "\",\"" + std::string(kFails) + "\")",
        std::string(kHolds), Look::check);
    for (const quota::Check& check : outcome.checks) {
      if (check.identity != identity || check.unit != "m²") continue;
      sheet.number(row, 4, book.measured(check.left.to_double()), Look::area);
      sheet.number(row, 5, book.measured(check.right.to_double()), Look::area);
    }
    sheet.text(row++, 6, words, Look::wrapped);
  };
  line("total",
       sum(Page::sharing, sharing_page::quota, parks) + "+" + book.cell(Page::quota, 5, static_cast<Row>(kFirstRow + parks + 1)) + "*2000/3/" +
           parameter(parameters_page::per_measure),
       book.measured(book.input().plan.total_m2.to_double()), parameter(parameters_page::total),
       book.measured(book.input().plan.total_m2.to_double()), false, book.say("各园区指标之和 + 预留 = 总量", "Σ quotas + reserve = total"));
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
  std::string all_failed;
  const auto add = [&](Page page, Column column, Row count) { all_failed += (all_failed.empty() ? "" : "+") + failed(page, column, count); };
  add(Page::quota, 8, parks + 3);
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
  const std::array<Head, 7> heads = {{{"参数", "parameter", 36},
                                      {"数值", "value", 14},
                                      {"单位", "unit", 10},
                                      {"条款", "article", 26},
                                      {"文件", "document", 34},
                                      {"状态", "status", 10},
                                      {"规则表述", "the rule in words", 70}}};
  Sheet sheet = book.add(Page::parameters, "计划与参数", "Plan and parameters", heads, Paper::a3);
  const quota::Plan& plan = book.input().plan;
  const auto put = [&](Row row, std::string_view zh, std::string_view en, const std::string& measure) {
    sheet.text(row, parameter, book.say(zh, en));
    sheet.text(row, unit, measure);
  };
  put(total, "计划总量", "total of the plan", book.measure());
  sheet.number(total, value, book.measured(plan.total_m2), Look::input_area);
  put(reserve, "预留比例", "reserve share", "");
  sheet.number(reserve, value, plan.reserve_share.to_double(), Look::input_share);
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
    sheet.text(row, parameter, each.parameter->name);
    sheet.number(row, value, each.parameter->value.to_double(), Look::input_plain);
    sheet.text(row, unit, each.parameter->unit);
    sheet.text(row, article, std::string(in(book.language(), each.parameter->article)), Look::wrapped);
    sheet.text(row, document,
               book.say(each.document->title_zh, each.document->title_en) + (each.document->number.empty() ? "" : " " + each.document->number),
               Look::wrapped);
    sheet.text(row, status, status_words(book, each.parameter->status));
    sheet.text(row, statement, book.say(each.parameter->statement_zh, each.parameter->statement_en), Look::wrapped);
    ++row;
  }
  sheet.finish(row - 1);
}

void add_notes_page(const QuotaBook& book) {
  const std::array<Head, 2> heads = {{{"项目", "about", 24}, {"说明", "note", 110}}};
  Sheet sheet = book.add(Page::notes, "测算说明", "Notes on the estimate", heads, Paper::a4);
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
  for (const rulebook::Document& document : basis.rules.documents())
    note(book.say("规则文件", "rule document"),
         document.title_zh + (document.number.empty() ? "" : " " + document.number) + "  SHA-256 " + document.sha256);
  for (const layers::InputFile& file : basis.files)
    note(book.say("输入文件", "input file"), file.name + "  " + std::to_string(file.size) + " B  SHA-256 " + file.sha256);
  for (std::size_t i = 0; i < basis.findings.size(); ++i) {
    if (basis.findings[i].kind->severity == findings::Severity::info) continue;
    note(std::string(basis.findings[i].kind->code), std::string(in(book.language(), findings::message(basis.findings[i]))));
  }
  sheet.finish(row - 1);
}

}  // namespace yongdi::report
