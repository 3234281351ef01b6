#include "report/fix_list.hpp"

#include <fmt/format.h>

#include <vector>

#include "ledger/columns.hpp"
#include "report/defects.hpp"
#include "report/output_file.hpp"
#include "report/workbook.hpp"

namespace yongdi::report {
namespace {

using findings::Severity;

constexpr Row kFootRows = 3;  // left for who filled it in and who reviewed it
constexpr std::size_t kRowsPerSheet = kMostRows - kFirstRow - kFootRows;
constexpr double kSquareMetresPerHectare = 10'000;

const std::vector<Head> kFindingHeads = {{"编号", "number", 40},    {"级别", "severity", 8},   {"代码", "code", 28},
                                         {"文件", "file", 22},      {"行", "row", 8},          {"字段", "field", 14},
                                         {"对象", "subject", 10},   {"对象编号", "subject id", 22}, {"另一对象", "other subject", 22},
                                         {"问题", "problem", 60},   {"改法", "fix", 50},       {"影响的结论", "leaves undecided", 26},
                                         {"公顷", "hectares", 12}};
const std::vector<Head> kMissingHeads = {{"图层", "layer", 12},
                                         {"字段", "field", 20},
                                         {"名称", "name", 30},
                                         {"文件", "file", 22},
                                         {"列", "column", 18},
                                         {"项数", "count", 8},
                                         {"公顷", "hectares", 12},
                                         {"其中面积不明", "of these without an area", 12},
                                         {"因此待定的结论", "leaves undecided", 36}};

// The next cell of a row. Everything but numbers is text, so that an id keeps its zeros and nothing is taken for a formula.
class Line {
 public:
  Line(Sheet& sheet, Row row) : m_sheet(sheet), m_row(row) {}
  void text(std::string_view value, Look look = Look::text) { m_sheet.text(m_row, m_column++, value, look); }
  void number(std::optional<double> value, Look look) { m_sheet.number(m_row, m_column++, value, look); }

 private:
  Sheet& m_sheet;
  Row m_row;
  Column m_column = 0;
};

std::optional<double> in_hectares(std::optional<double> area_m2) {
  return area_m2 ? std::optional(*area_m2 / kSquareMetresPerHectare) : std::nullopt;
}

void put(const findings::Finding& finding, const std::string& id, Language language, Line line) {
  line.text(id);
  line.text(name(finding.kind->severity, language));
  line.text(finding.kind->code);
  line.text(finding.place.source, Look::wrapped);
  line.number(finding.place.row ? std::optional(static_cast<double>(*finding.place.row)) : std::nullopt, Look::whole);
  line.text(finding.place.field, Look::wrapped);
  line.text(in(language, findings::subject_words(finding.subject)), Look::wrapped);
  line.text(finding.subject_id, Look::wrapped);
  line.text(finding.other_id, Look::wrapped);
  line.text(in(language, findings::message(finding)), Look::wrapped);
  line.text(in(language, findings::fix(finding)), Look::wrapped);
  line.text(in(language, ledger::columns_in_words(finding.kind->blocks)), Look::wrapped);
  line.number(in_hectares(finding.area_m2), Look::hectares);
}

std::string heading(const workflow::Audit& audit, std::string_view what) {
  return audit.title.empty() ? std::string(what) : audit.title + " · " + std::string(what);
}

std::string ground(const workflow::Audit& audit, Language language) {
  return fmt::format(fmt::runtime(in(language, "审计基准日 {}　面积单位：公顷", "As of {}; areas in hectares")), audit.as_of.to_iso());
}

// `members` in sheets of their own, as many as they fill.
void add_sheets(Book& book, const workflow::Audit& audit, const std::vector<std::size_t>& members, const std::string& title) {
  const Language language = book.language();
  std::size_t next = 0;
  for (std::size_t part = 1; part == 1 || next < members.size(); ++part) {
    const std::string sheet_name = part == 1 ? title : fmt::format("{} {}", title, part);
    Sheet sheet(book, sheet_name, heading(audit, sheet_name), ground(audit, language), kFindingHeads, Paper::a3);
    Row row = kFirstRow;
    for (const std::size_t end = std::min(members.size(), next + kRowsPerSheet); next < end; ++next)
      put(audit.findings[members[next]], audit.finding_ids.at(members[next]), language, Line(sheet, row++));
    sheet.filter(row - 1);
    sheet.finish(row - 1);
  }
}

// Which field to enter first: one row per missing field, the most land first.
void add_missing_fields(Book& book, const workflow::Audit& audit) {
  if (audit.missing_fields.empty()) return;
  const Language language = book.language();
  const std::string title(in(language, "缺失字段", "Missing fields"));
  Sheet sheet(book, title, heading(audit, title), ground(audit, language), kMissingHeads, Paper::a4);
  Row row = kFirstRow;
  for (const workflow::MissingField& each : audit.missing_fields) {
    Line line(sheet, row++);
    line.text(in(language, findings::subject_words(each.layer)), Look::wrapped);
    line.text(each.field);
    line.text(in(language, each.zh, each.en), Look::wrapped);
    line.text(each.source, Look::wrapped);
    line.text(each.header.empty() ? in(language, "没有这一列", "no such column") : std::string_view(each.header), Look::wrapped);
    line.number(static_cast<double>(each.count), Look::whole);
    line.number(in_hectares(each.area_m2), Look::hectares);
    line.number(static_cast<double>(each.without_area), Look::whole);
    line.text(in(language, ledger::columns_in_words(each.blocks)), Look::wrapped);
  }
  sheet.filter(row - 1);
  sheet.finish(row - 1);
}

}  // namespace

void write_fix_list(const workflow::Audit& audit, const std::filesystem::path& path, bool overwrite, Language language) {
  OutputFile file(path, overwrite);
  Book book(file.aside(), path, audit.title, audit.as_of, language);
  std::vector<std::size_t> defects, remarks;
  for (const Defects& group : defects_by_code(audit)) {
    std::vector<std::size_t>& list = group.kind->severity == Severity::info ? remarks : defects;
    list.insert(list.end(), group.members.begin(), group.members.end());
  }
  add_sheets(book, audit, defects, std::string(in(language, "待改", "To mend")));
  add_missing_fields(book, audit);
  add_sheets(book, audit, remarks, std::string(in(language, "说明", "Remarks")));
  book.close();
  file.finish();
}

}  // namespace yongdi::report
