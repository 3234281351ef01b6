#include "report/quota_book.hpp"

#include <algorithm>
#include <tuple>

#include "report/output_file.hpp"
#include "report/quota_pages.hpp"

namespace yongdi::report {
namespace {

constexpr std::size_t kMostSources = 100'000;  // rows with formulas that a spreadsheet still opens without complaint

struct PageName {
  std::string_view zh, en;
};
constexpr std::array<PageName, 13> kPages = {{{"指标", "Quota"},
                                              {"推导", "Steps"},
                                              {"分配", "Sharing"},
                                              {"输入", "Inputs"},
                                              {"处置", "Disposals"},
                                              {"来源", "Sources"},
                                              {"任务", "Tasks"},
                                              {"指标台账", "Entries"},
                                              {"余额", "Balances"},
                                              {"核对", "Checks"},
                                              {"参数", "Parameters"},
                                              {"说明", "Notes"},
                                              {"文件", "Files"}}};

std::string page_name(Page page, Language language) {
  const PageName& name = kPages.at(static_cast<std::size_t>(page));
  return std::string(in(language, name.zh, name.en));
}

// The workbook's properties take part in its bytes, so they know no clock either.
std::string book_title(const workflow::Quota& quota, Language language) {
  return (quota.basis.title.empty() ? "" : quota.basis.title + " ") + std::to_string(quota.basis.input.plan.year) +
         std::string(in(language, " 年度用地计划指标（测算）", " land quotas (an estimate)"));
}

}  // namespace

QuotaBook::QuotaBook(const workflow::Quota& quota, Book& book)
    : m_quota(quota), m_book(book), m_per_measure(quota.basis.input.plan.measure->factor().to_double()) {
  for (const rulebook::InForce& found : quota.basis.rules.in_force(quota.basis.day))
    if (found.parameter != nullptr && found.parameter->name.starts_with(quota::kPrefix)) parameters.push_back({found.document, found.parameter});
  std::sort(parameters.begin(), parameters.end(), [](const InForce& a, const InForce& b) { return a.parameter->name < b.parameter->name; });

  sources_listed = quota.basis.disposals.size() <= kMostSources;
  const quota::Parameters law(quota.basis.rules, quota.basis.day);
  std::map<std::tuple<std::size_t, quota::Kind, std::optional<int>, std::string_view>, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < quota.basis.disposals.size(); ++i) {
    const quota::Disposal& each = quota.basis.disposals[i];
    members[{quota.basis.park_of[i], each.kind, each.cohort, each.event}].push_back(i);
  }
  group_of.resize(quota.basis.disposals.size());
  for (const auto& [key, list] : members) {
    const auto& [park, kind, cohort, event] = key;
    measures::Exact area;
    for (const std::size_t i : list) {
      area += quota.basis.disposals[i].area_m2;
      group_of[i] = groups.size();
    }
    const measures::Exact credit = area.is_zero() ? area : law.coefficient(kind, cohort, quota.outcome.parks[park].completion).value * area;
    groups.push_back({park, kind, cohort, std::string(event), list.size(), area.to_double(), credit.to_double()});
  }
}

std::optional<double> QuotaBook::measured(const std::optional<measures::Exact>& m2) const {
  return m2 ? std::optional((*m2 / input().plan.measure->factor()).to_double()) : std::nullopt;
}

std::string QuotaBook::in_mu(const std::string& formula) const {
  return formula + "*" + cell(Page::parameters, parameters_page::value, parameters_page::per_measure) + "*3/2000";  // 1 亩 = 2000/3 m²
}

std::string QuotaBook::measure() const { return say(input().plan.measure->name_zh, input().plan.measure->name); }

Sheet QuotaBook::add(Page page, std::string_view title_zh, std::string_view title_en, std::span<const Head> heads, Paper paper) const {
  const std::string day = m_quota.basis.day.to_iso();
  const std::string plan = (m_quota.basis.title.empty() ? "" : m_quota.basis.title + " ") + std::to_string(input().plan.year);
  const std::string title = plan + say(" 年度　", ": ") + say(title_zh, title_en) + say("（测算）", " (an estimate)");
  const std::string units =
      say("单位：", "Unit: ") + measure() + say("，另有注明的除外；参数取 ", " unless stated otherwise; parameters in force on ") + day +
      say("；黄底为输入，可改动试算；测算结果不是下达的指标", "; yellow cells are inputs and may be changed for a trial; an estimate, not a grant");
  return {m_book, page_name(page, language()), title, units, heads, paper};
}

std::string QuotaBook::cell(Page page, Column column, Row row) const { return "'" + page_name(page, language()) + "'!" + fixed(column, row); }
std::string QuotaBook::range(Page page, Column column, Row count) const {
  return "'" + page_name(page, language()) + "'!" + fixed_range(column, count);
}

std::string QuotaBook::block(Page page, Column from, Column to, Row count) const {
  return cell(page, from, kFirstRow) + ":" + fixed(to, kFirstRow + std::max(count, Row{1}) - 1);
}

std::string QuotaBook::below_line(Row row) const {
  const std::string least = parameter("quota.gate.supply_rate_min"), rate = cell(Page::inputs, inputs_page::rate, row);
  return least.empty() ? std::string() : "AND(ISNUMBER(" + rate + "),ROUND(N(" + rate + ")-" + least + ",12)<0)";
}

std::string QuotaBook::gate_closed(Row row) const {
  const std::string below = below_line(row);
  return below.empty() ? below : "AND(" + below + "," + cell(Page::inputs, inputs_page::exempt, row) + "<>" + in_quotes(yes()) + ")";
}

std::string QuotaBook::parameter(std::string_view name) const {
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (parameters[i].parameter->name == name) return cell(Page::parameters, parameters_page::value, static_cast<Row>(parameters_page::first + i));
  return {};
}

double QuotaBook::value(std::string_view name, double otherwise) const {
  for (const InForce& each : parameters)
    if (each.parameter->name == name) return each.parameter->value.to_double();
  return otherwise;
}

void QuotaBook::check(Sheet& sheet, Row row, Column column, Column live, Column frozen) const {
  sheet.formula(
      row, column,
      "IF(ABS(" + here(live, row) + "-" + here(frozen, row) + ")<=0.000001,\"" + std::string(kHolds) + "\",\"" + std::string(kFails) + "\")",
      std::string(kHolds), Look::check);
}

void write_quota_book(const workflow::Quota& quota, const std::filesystem::path& path, bool overwrite, Language language) {
  OutputFile file(path, overwrite);
  Book book(file.aside(), path, book_title(quota, language), quota.basis.day, language);
  const QuotaBook pages(quota, book);
  add_quota_page(pages);
  add_steps_page(pages);
  add_sharing_page(pages);
  add_inputs_page(pages);
  add_land_page(pages);
  add_sources_page(pages);
  add_tasks_page(pages);
  add_entries_pages(pages);
  add_checks_page(pages);
  add_parameters_page(pages);
  add_notes_page(pages);
  add_files_page(pages);
  book.close();
  file.finish();
}

}  // namespace yongdi::report
