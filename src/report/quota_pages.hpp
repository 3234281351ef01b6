#pragma once
// The sheets of the annual workbook: where everything stands, so that a formula of one sheet can name the cells of another. Private to the room.
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/quota_words.hpp"
#include "report/workbook.hpp"
#include "workflow/quota.hpp"
#include "workflow/quota_rows.hpp"

namespace yongdi::report {

enum class Page : std::uint8_t { quota, steps, sharing, inputs, land, sources, tasks, entries, balances, checks, parameters, notes, files };

// Columns, from 0.
namespace quota_page {
enum : Column { no, id, name, demand, floor, credit, adjusted, deducted, shared, rounded, mu, hectares, frozen, check, tasks, gate, placeholder };
enum class Line : Row { sum, undistributed, to_share, kept_back, plan };  // behind the parks
constexpr Row plan_line(Line line, Row parks) { return kFirstRow + parks + static_cast<Row>(line); }
}  // namespace quota_page
namespace inputs_page {
enum : Column { no, id, name, demand, floor, base, performance, overuse, unsupplied, illegal, rate, ledger_rate, exempt };
}
namespace steps_page {
enum : Column { no, id, name, completion, first_step };
constexpr Column live(std::size_t step) { return static_cast<Column>(first_step + 3 * step); }
constexpr Column frozen(std::size_t step) { return static_cast<Column>(live(step) + 1); }
constexpr Column check(std::size_t step) { return static_cast<Column>(live(step) + 2); }
inline constexpr std::size_t kSteps = 6;  // credit … cap; the sharing has a sheet of its own
}  // namespace steps_page
namespace sharing_page {
enum : Column {
  no,
  id,
  park_name,
  weight,
  cap,
  floor_units,
  cap_units,
  weight_units,
  floor_at,
  cap_at,
  at_floor,
  at_cap,
  share_units,
  share,
  share_frozen,
  share_check,
  whole,
  remainder,
  rank,
  quota_units,
  quota,
  quota_frozen,
  quota_check
};
}
namespace land_page {
enum : Column { group, park_no, id, kind, cohort, event, count, m2, area, completion, coefficient, credit, frozen, check };
}
namespace sources_page {
enum : Column { no, group, id, subject, kind, cohort, m2, area, coefficient, credit, frozen, check, day, document, event };
}
namespace tasks_page {
enum : Column { no, park_no, id, kind, type, from, to, base, ledger_base, disposed, target, figure, exact, done, frozen, check };
}
namespace parameters_page {
enum : Column { words, value, unit, article, document, status, statement, name };
enum : Row { total = kFirstRow, reserve, to_share, step, per_measure, rule, year, first };
}  // namespace parameters_page

// Disposals of one park, kind, cohort and event.
struct LandGroup {
  std::size_t park = 0;
  quota::Kind kind = quota::Kind::unsupplied;
  std::optional<int> cohort;
  std::string event;
  std::uint64_t count = 0;
  double m2 = 0, credit_m2 = 0;
};

// What all sheets share.
class QuotaBook {
 public:
  QuotaBook(const workflow::Quota& quota, Book& book);

  [[nodiscard]] const workflow::Quota& quota() const { return m_quota; }
  [[nodiscard]] const quota::Case& input() const { return m_quota.basis.input; }
  [[nodiscard]] Row parks() const { return static_cast<Row>(input().parks.size()); }
  [[nodiscard]] Language language() const { return m_book.language(); }
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const { return std::string(in(language(), zh, en)); }
  [[nodiscard]] const std::string& say(const findings::Text& text) const { return in(language(), text); }
  [[nodiscard]] std::string yes() const { return say("是", "yes"); }
  [[nodiscard]] std::string no() const { return say("否", "no"); }
  [[nodiscard]] std::string not_compared() const { return say("未核对", "not compared"); }  // with a ledger
  // A figure of m² in the measure of the plan.
  [[nodiscard]] double measured(double m2) const { return m2 / m_per_measure; }
  [[nodiscard]] std::optional<double> measured(const std::optional<measures::Exact>& m2) const;
  [[nodiscard]] std::string measure() const;  // 亩
  // A formula for 亩 from one for the measure of the plan.
  [[nodiscard]] std::string in_mu(const std::string& formula) const;

  [[nodiscard]] Sheet add(Page page, std::string_view title_zh, std::string_view title_en, std::span<const Head> heads, Paper paper) const;
  [[nodiscard]] std::string cell(Page page, Column column, Row row) const;     // '推导'!$E$4
  [[nodiscard]] std::string range(Page page, Column column, Row count) const;  // '推导'!$E$4:$E$20
  [[nodiscard]] std::string block(Page page, Column from, Column to, Row count) const;
  [[nodiscard]] std::string parameter(std::string_view name) const;  // the cell of its value; empty when none is in force
  [[nodiscard]] double value(std::string_view name, double otherwise = 0) const;
  // Conditions of a formula on the park in that row of the inputs. Exactly at the line is not below it, and neither is a rate nobody knows.
  [[nodiscard]] std::string below_line(Row row) const;   // empty when no line is in force
  [[nodiscard]] std::string gate_closed(Row row) const;  // the same, and not exempt
  // ✓ when the formula beside it gives the frozen figure: to a millionth of the measure, far below the unit of any quota.
  void check(Sheet& sheet, Row row, Column column, Column live, Column frozen) const;

  struct InForce {
    const rulebook::Document* document;
    const rulebook::Parameter* parameter;
  };
  std::vector<InForce> parameters;    // of the quota, by name; rows of the sheet from parameters_page::first
  std::vector<LandGroup> groups;      // by park, kind, cohort, event
  std::vector<std::size_t> group_of;  // of each disposal
  bool sources_listed = true;         // false: too many for a sheet; they are in the quota file

 private:
  const workflow::Quota& m_quota;
  Book& m_book;
  double m_per_measure;
};

// "未完成" as a formula writes it.
inline std::string in_quotes(std::string_view words) { return "\"" + std::string(words) + "\""; }

// A parameter's cell, or what stands in when no document gives one.
inline std::string or_number(const std::string& cell, const char* number) { return cell.empty() ? number : cell; }

void add_quota_page(const QuotaBook& book);
void add_steps_page(const QuotaBook& book);
void add_sharing_page(const QuotaBook& book);
void add_inputs_page(const QuotaBook& book);
void add_land_page(const QuotaBook& book);
void add_sources_page(const QuotaBook& book);
void add_tasks_page(const QuotaBook& book);
void add_entries_pages(const QuotaBook& book);
void add_checks_page(const QuotaBook& book);
void add_parameters_page(const QuotaBook& book);
void add_notes_page(const QuotaBook& book);
void add_files_page(const QuotaBook& book);

}  // namespace yongdi::report
