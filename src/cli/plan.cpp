#include "cli/plan.hpp"

#include <fmt/format.h>

#include <system_error>

#include "report/display.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::cli {
namespace {

namespace fs = std::filesystem;
using report::in;
using report::Language;

// "PG:…", "/vsizip/…", "https://…" are no files of this machine; whether they open shows only when they are read.
bool is_plain_file(const std::string& source) { return source.find(':') == std::string::npos && source.rfind("/vsi", 0) != 0; }

class Sources {
 public:
  Sources(const settings::Project& project, Language language) : m_project(project), m_language(language) {
    m_table.add_column(in(language, "用作", "as"));
    m_table.add_column(in(language, "来源", "source"));
    m_table.add_column(in(language, "图层", "layer"));
    m_table.add_column(in(language, "条件", "where"));
    m_table.add_column(in(language, "状态", "state"));
  }

  void add(std::string_view use, const settings::LayerSetting& setting) {
    std::error_code unreadable;  // then it counts as not there
    const bool plain = is_plain_file(setting.source);
    const bool there = !plain || fs::exists(m_project.folder / setting.source, unreadable);
    m_complete = m_complete && there;
    m_table.add_row({std::string(use), setting.source, setting.layer.value_or(""), setting.where.value_or(""),
                     std::string(!plain  ? in(m_language, "运行时打开", "opened when run")
                                 : there ? in(m_language, "在", "there")
                                         : in(m_language, "找不到", "NOT FOUND"))});
  }

  [[nodiscard]] std::string to_string() const { return m_table.to_string(2); }
  [[nodiscard]] bool complete() const { return m_complete; }

 private:
  const settings::Project& m_project;
  Language m_language;
  report::TextTable m_table;
  bool m_complete = true;
};

std::string law(const rulebook::Rulebook& rules, measures::Day as_of, Language language) {
  report::TextTable table;
  table.add_column(in(language, "文号", "number"));
  table.add_column(in(language, "文件", "document"));
  table.add_column(in(language, "基准日", "on that day"));
  for (const rulebook::Document& document : rules.documents()) {
    table.add_row({document.number, std::string(in(language, document.title_zh, document.title_en)),
                   std::string(document.is_own()          ? in(language, "本程序自拟，不是法规", "the program's own, no law")
                               : document.in_force(as_of) ? in(language, "施行中", "in force")
                                                          : in(language, "未施行", "not in force"))});
  }
  return table.to_string(2);
}

}  // namespace

Plan plan(const settings::Project& project, const fs::path& data_folder, const fs::path& ledger, Language language) {
  const bool own_rules = fs::is_directory(project.folder / project.rulebook);
  const auto rules = rulebook::Rulebook::load(data_folder / "rules", own_rules ? (project.folder / project.rulebook).string() : project.rulebook);

  Sources sources(project, language);
  sources.add("parks", project.parks);
  sources.add("parcels", project.parcels);
  if (project.approvals) sources.add("approvals", *project.approvals);
  if (project.buildings) sources.add("buildings", *project.buildings);
  if (project.land_status) sources.add("land_status", *project.land_status);
  for (const settings::TableSetting& table : project.tables) sources.add(fmt::format("tables → {}", facts::name(table.to)), table.table);
  for (const settings::ConstraintSetting& constraint : project.constraints) sources.add("constraints: " + constraint.kind, constraint.layer);

  const bool plane = project.area == settings::AreaBasis::plane;
  Plan plan;
  plan.complete = sources.complete();
  if (!project.title.empty()) plan.text += report::printable(project.title) + "\n";
  plan.text += fmt::format("{}\n{}", in(language, "将读取：", "Would read:"), sources.to_string());
  plan.text += fmt::format(fmt::runtime(in(language, "\n将判定：审计基准日 {}，规则 {}，{}，工作坐标系 {}\n",
                                           "\nWould decide: as of {}, rulebook {}, {}, working CRS {}\n")),
                           project.as_of.value().to_iso(), rules.name(),
                           plane ? in(language, "平面面积", "plane areas") : in(language, "椭球面积", "areas on the ellipsoid"),
                           project.crs ? *project.crs : std::string(in(language, "随园区图层", "after the parks layer")));
  plan.text += law(rules, *project.as_of, language);
  plan.text += fmt::format("\n{}{}\n", in(language, "将写出：", "Would write: "), ledger.string());
  return plan;
}

}  // namespace yongdi::cli
