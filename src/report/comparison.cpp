#include "report/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "ledger/code_words.hpp"
#include "ledger/indicators.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/summary.hpp"

namespace yongdi::report {
namespace {

// More rows than this do not fit on a screen: what stayed as it was is only counted then.
constexpr std::size_t kManyParks = 40;
constexpr int kShiftDecimals = 3, kShareDecimals = 4;

constexpr std::array<std::string_view, 3> kMoves = {"enters", "leaves", "cut"};

std::string word(const ledger::CodeWords& words, Language language) { return std::string(in(language, words.zh, words.en)); }

void add_right(TextTable& table, Language language, std::initializer_list<std::pair<std::string_view, std::string_view>> headers) {
  for (const auto& [zh, en] : headers) table.add_column(in(language, zh, en), Align::right);
}

// A row that speaks for others says whom; one of the others, who speaks for it.
std::string change_words(const ledger::ParkChangeRow& row, Language language) {
  std::string text(in(language, row.change_zh, row.change_en));
  if (row.part_of) return text + " → " + *row.part_of;
  const bool several = row.old_parks && row.new_parks && *row.old_parks != *row.new_parks;
  return several ? text + std::string(in(language, "：", ": ")) + *row.old_parks + " → " + *row.new_parks : text;
}

// Areas as others give them, where anybody does.
struct Given {
  ledger::Number ledger::ParkChangeRow::*figure;
  std::string_view zh, en;
};
constexpr std::array kGiven = std::to_array<Given>({{&ledger::ParkChangeRow::declared_old_m2, "旧登记", "old declared"},
                                                    {&ledger::ParkChangeRow::declared_new_m2, "新登记", "new declared"},
                                                    {&ledger::ParkChangeRow::approved_old_m2, "旧核准", "old approved"},
                                                    {&ledger::ParkChangeRow::approved_new_m2, "新核准", "new approved"}});

// The table of parks: a row for each, and totals that can be added up by eye.
class ParksTable {
 public:
  ParksTable(const workflow::CompareResult& result, std::int64_t step, Language language) : m_language(language) {
    for (const ledger::ParkChangeRow& row : result.parks)
      if (row.step == step) m_rows.push_back(&row);
    for (const Given& each : kGiven)
      if (std::ranges::any_of(m_rows, [&](const auto* row) { return (row->*each.figure).has_value(); })) m_given.push_back(each);
    m_has_zones = std::ranges::any_of(m_rows, [](const auto* row) { return row->leaf == "no"; });
    m_totals = &result.totals[static_cast<std::size_t>(step - 1)];
  }

  std::string to_string() {
    add_columns();
    std::size_t unlisted = 0;
    for (const ledger::ParkChangeRow* row : m_rows) {
      if (m_rows.size() > kManyParks && (row->change == "unchanged" || row->change == "noise"))
        ++unlisted;
      else
        add_park(*row);
    }
    add_totals();
    std::string text = m_table.to_string();
    if (unlisted > 0)
      text += fmt::format(fmt::runtime(in(m_language, "另有 {} 个园区未变或只有测量误差，未列。\n",
                                          "{} more parks are unchanged, or differ by survey noise only.\n")),
                          unlisted);
    return text + inside_zones() + came_and_went();
  }

 private:
  using Balance = boundary::Balance;

  void add_columns() {
    m_table.add_column(in(m_language, "园区", "park"));
    m_table.add_column(in(m_language, "变化", "change"));
    add_right(
        m_table, m_language,
        {{"旧面积", "old"}, {"新面积", "new"}, {"保留", "kept"}, {"增加", "gained"}, {"减少", "lost"}, {"交并比", "IoU"}, {"最大偏移 m", "shift m"}});
    for (const Given& each : m_given) m_table.add_column(in(m_language, each.zh, each.en), Align::right);
  }

  void add_park(const ledger::ParkChangeRow& row) {
    std::vector<std::string> cells = {printable(row.park_id),
                                      printable(change_words(row, m_language)),
                                      hectares(row.old_m2),
                                      hectares(row.new_m2),
                                      hectares(row.kept_m2),
                                      hectares(row.gained_m2),
                                      hectares(row.lost_m2),
                                      decimal(row.iou, kShareDecimals),
                                      decimal(row.max_shift_m, kShiftDecimals)};
    for (const Given& each : m_given) cells.push_back(hectares(row.*each.figure));
    m_table.add_row(std::move(cells));
  }

  void add_total(std::string_view name, std::string_view what, const Balance& total, std::optional<double> iou) {
    std::vector<std::string> cells = {std::string(name),       std::string(what),         hectares(total.before_m2()), hectares(total.after_m2()),
                                      hectares(total.kept_m2), hectares(total.gained_m2), hectares(total.lost_m2),     decimal(iou, kShareDecimals)};
    cells.resize(cells.size() + 1 + m_given.size());
    m_table.add_row(std::move(cells));
  }

  // Of the rows that add up, parks above others left out; empty where what became of a park is not known.
  [[nodiscard]] std::optional<Balance> sum_of_rows() const {
    Balance sum;
    for (const ledger::ParkChangeRow* row : m_rows) {
      if (!row->kept_m2) return {};
      if (row->part_of || row->leaf == "no") continue;
      sum.kept_m2 += *row->kept_m2;
      sum.gained_m2 += *row->gained_m2;
      sum.lost_m2 += *row->lost_m2;
    }
    return sum;
  }

  // Where parks overlap, their sum counts land twice; both it and what is taken off are shown then.
  void add_totals() {
    const Balance& once = m_totals->leaves;
    if (const auto sum = sum_of_rows()) {
      const Balance twice{once.kept_m2 - sum->kept_m2, once.gained_m2 - sum->gained_m2, once.lost_m2 - sum->lost_m2};
      const auto shows = [](double area_m2) { return hectares(std::abs(area_m2)) != hectares(0.0); };
      if (shows(twice.kept_m2) || shows(twice.gained_m2) || shows(twice.lost_m2)) {
        add_total(in(m_language, "各行相加", "sum"), m_has_zones ? in(m_language, "不含上级园区", "zones left out") : "", *sum, {});
        add_total(in(m_language, "扣重叠", "overlaps"), in(m_language, "重叠的土地多计", "counted more than once"), twice, {});
      }
    }
    add_total(in(m_language, "合计", "all"), in(m_language, "每平方米计一次", "each m² once"), once, once.iou());
    if (m_has_zones)
      add_total(in(m_language, "总范围", "with zones"), in(m_language, "连同上级园区的范围", "outlines of zones included"), m_totals->all,
                m_totals->all.iou());
  }

  // Why the land of zones does not go with that of their parks.
  [[nodiscard]] std::string inside_zones() const {
    const double lost_m2 = m_totals->lost_inside_zones_m2, gained_m2 = m_totals->gained_inside_zones_m2;
    if (hectares(lost_m2) == hectares(0.0) && hectares(gained_m2) == hectares(0.0)) return {};
    return fmt::format(
        fmt::runtime(in(m_language, "合计减少的土地中 {} 公顷仍在上级园区的范围内，增加的土地中 {} 公顷原已在其范围内，总范围不因此变化。\n",
                        "Of the land lost {} ha are still inside the outline of a zone, and of the land gained {} ha were before: the outlines of "
                        "the zones do not change by it.\n")),
        hectares(lost_m2), hectares(gained_m2));
  }

  // Parks that are new or gone, whose land stands in the totals as gained or lost unless another park has it.
  [[nodiscard]] std::string came_and_went() const {
    std::size_t added = 0, removed = 0;
    double added_m2 = 0, removed_m2 = 0;
    for (const ledger::ParkChangeRow* row : m_rows) {
      if (row->leaf == "no") continue;
      if (row->change == "added") ++added, added_m2 += row->new_m2.value_or(0);
      if (row->change == "removed") ++removed, removed_m2 += row->old_m2.value_or(0);
    }
    if (added + removed == 0) return {};
    return fmt::format(fmt::runtime(in(m_language, "其中新增园区 {} 个（{} 公顷），撤销园区 {} 个（{} 公顷）。\n",
                                       "Parks added: {} ({} ha); removed: {} ({} ha).\n")),
                       added, hectares(added_m2), removed, hectares(removed_m2));
  }

  Language m_language;
  std::vector<const ledger::ParkChangeRow*> m_rows;
  std::vector<Given> m_given;
  bool m_has_zones = false;
  const boundary::Totals* m_totals = nullptr;
  TextTable m_table;
};

// What parcels bring to a park and take away; which ones they are stands in the file.
struct Moves {
  std::map<std::string, std::size_t> count;
  double entered_m2 = 0, left_m2 = 0;
  std::size_t idle = 0;
};

std::string parcels_table(const workflow::CompareResult& result, std::int64_t step, Language language) {
  if (!result.has_parcels)
    return std::string(in(language, "宗地：未给出台账（--ledger）或含宗地的项目文件，未核对。\n",
                          "Parcels: not looked at; give a ledger (--ledger) or a project file with parcels.\n"));
  std::map<std::string, Moves> parks;
  for (const ledger::ParcelChangeRow& row : result.parcels) {
    if (row.step != step) continue;
    Moves& moves = parks[row.park_id];
    ++moves.count[row.change];
    moves.entered_m2 += row.entered_m2.value_or(0);
    moves.left_m2 += row.left_m2.value_or(0);
    moves.idle += row.idle == "yes" ? 1U : 0U;
  }
  if (parks.empty()) return std::string(in(language, "宗地：没有宗地进入、离开或被切割。\n", "Parcels: none enters, leaves or is cut.\n"));
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  for (const std::string_view move : kMoves) table.add_column(word(ledger::parcel_move_words(move), language), Align::right);
  if (result.has_verdicts) table.add_column(in(language, "其中闲置", "idle"), Align::right);
  add_right(table, language, {{"进入公顷", "ha entered"}, {"离开公顷", "ha left"}});
  for (auto& [park, moves] : parks) {
    std::vector<std::string> cells = {printable(park)};
    for (const std::string_view move : kMoves) cells.push_back(fmt::format("{}", moves.count[std::string(move)]));
    if (result.has_verdicts) cells.push_back(fmt::format("{}", moves.idle));
    cells.push_back(hectares(moves.entered_m2));
    cells.push_back(hectares(moves.left_m2));
    table.add_row(std::move(cells));
  }
  return std::string(in(language, "宗地（宗数；逐宗见表 parcel_change）\n", "Parcels (each one is in the table parcel_change)\n")) +
         table.to_string();
}

std::string constraints_table(const workflow::CompareResult& result, std::int64_t step, Language language) {
  if (!result.has_constraints) return {};
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "管控区", "constraint"));
  add_right(table, language, {{"旧", "old"}, {"新", "new"}, {"增加", "gained"}, {"减少", "lost"}});
  for (const ledger::ConstraintChangeRow& row : result.constraints)
    if (row.step == step)
      table.add_row({row.park_id ? printable(*row.park_id) : std::string(in(language, "合计", "all")),
                     std::string(in(language, row.kind_zh, row.kind_en)), hectares(row.old_m2), hectares(row.new_m2), hectares(row.gained_m2),
                     hectares(row.lost_m2)});
  return "\n" + table.to_string();
}

// On a terminal only what differs as printed is shown; the file has all.
bool is_news(const ledger::Number& before, const ledger::Number& after, std::string (*printed)(double)) {
  return printed(before.value_or(0)) != printed(after.value_or(0));
}

std::string balance_table(const workflow::CompareResult& result, std::int64_t step, Language language) {
  if (!result.has_verdicts) return {};
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "台账土地类别", "class of land"));
  add_right(table, language, {{"旧边界", "old outline"}, {"新边界", "new outline"}});
  for (const ledger::BalanceChangeRow& row : result.balance) {
    if (row.step != step || !is_news(row.old_m2, row.new_m2, [](double area_m2) { return hectares(area_m2); })) continue;
    table.add_row({row.park_id ? printable(*row.park_id) : std::string(in(language, "合计", "all")),
                   std::string(in(language, row.class_zh, row.class_en)), hectares(row.old_m2), hectares(row.new_m2)});
  }
  TextTable ratios;
  ratios.add_column(in(language, "园区", "park"));
  ratios.add_column(in(language, "指标", "indicator"));
  ratios.add_column(in(language, "单位", "unit"));
  add_right(ratios, language, {{"旧边界", "old outline"}, {"新边界", "new outline"}});
  for (const ledger::IndicatorChangeRow& row : result.indicators) {
    if (row.step != step || !is_news(row.old_value, row.new_value, [](double value) { return decimal(value, kShareDecimals); })) continue;
    const ledger::UnitWords unit = ledger::unit_words(row.unit);
    ratios.add_row({printable(row.park_id), std::string(in(language, row.indicator_zh, row.indicator_en)),
                    std::string(in(language, unit.zh, unit.en)), decimal(row.old_value, kShareDecimals), decimal(row.new_value, kShareDecimals)});
  }
  if (table.row_count() == 0)
    return std::string(in(language, "\n台账的土地平衡和指标没有变化。\n", "\nThe ledger's land balance and indicators stay as they are.\n"));
  return std::string(in(language, "\n台账土地按新旧边界（只列有变化的，全部见表 balance_change、indicator_change）\n",
                        "\nThe ledger's land under either outline (what changes; all of it is in balance_change and indicator_change)\n")) +
         table.to_string() + (ratios.row_count() > 0 ? "\n" + ratios.to_string() : std::string());
}

std::string meetings(const workflow::CompareResult& result, Language language) {
  std::string text;
  if (!result.overlaps.empty() || result.looked_for_gaps) {
    TextTable table;
    table.add_column(in(language, "版本", "version"), Align::right);
    table.add_column(in(language, "情形", "what"));
    table.add_column(in(language, "园区", "parks"));
    table.add_column(in(language, "面积", "area"), Align::right);
    for (const ledger::ParkOverlapRow& row : result.overlaps)
      table.add_row({fmt::format("{}", row.version), std::string(in(language, "重叠", "overlap")), printable(row.park_id + "," + row.other_id),
                     hectares(row.area_m2)});
    for (const ledger::ParkGapRow& row : result.gaps)
      table.add_row(
          {fmt::format("{}", row.version), std::string(in(language, row.kind_zh, row.kind_en)), printable(row.parks), hectares(row.area_m2)});
    if (table.row_count() > 0) text += "\n" + table.to_string();
    if (table.row_count() == 0)
      text += std::string(in(language, "园区之间没有重叠，也没有缝隙。\n", "No parks overlap, and there are no gaps between them.\n"));
  }
  return text;
}

std::string findings_line(const workflow::CompareResult& result, Language language) {
  std::string text(in(language, "发现：", "Findings: "));
  bool first = true;
  for (const findings::Severity severity :
       {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info}) {
    const auto found = result.counts.find(severity);
    text += fmt::format("{}{} {}", first ? "" : in(language, "，", ", "), name(severity, language), found == result.counts.end() ? 0 : found->second);
    first = false;
  }
  text += "\n";
  std::map<std::string_view, std::pair<std::size_t, const findings::Finding*>> worst;  // by code: how many, and the first
  for (const findings::Finding& finding : result.findings) {
    if (finding.kind->severity < findings::Severity::warning) continue;
    auto& [count, example] = worst[finding.kind->code];
    if (++count == 1) example = &finding;
  }
  for (const auto& [code, found] : worst)
    text += fmt::format("  {} × {}  {}\n", found.first, code, printable(in(language, findings::message(*found.second))));
  return text;
}

}  // namespace

std::string comparison_summary(const workflow::CompareResult& result, const std::filesystem::path& output, Language language) {
  std::string text;
  for (const ledger::VersionRow& version : result.versions)
    text += fmt::format(fmt::runtime(in(language, "第 {} 版：{}，{} 个园区，并集 {} 公顷\n", "Version {}: {}, {} parks, {} ha in all\n")),
                        version.version, printable(version.source), version.parks, hectares(version.area_m2));
  for (std::size_t i = 0; i < result.without_outline.size(); ++i)
    if (result.without_outline[i] > 0)
      text += fmt::format(
          fmt::runtime(
              in(language, "注意：第 {} 版有 {} 个园区的图形不能用，其变化不明，合计不含它们。\n",
                 "Note: {1} parks of version {0} have no usable outline; what became of them is not known, and the totals are without them.\n")),
          i + 1, result.without_outline[i]);
  text += result.ellipsoid ? in(language, "面积口径：椭球面积，公顷\n", "Areas: on the ellipsoid, in hectares\n")
                           : in(language, "面积口径：投影平面面积，公顷\n", "Areas: plane, in hectares\n");
  for (std::size_t i = 0; i < result.totals.size(); ++i) {
    const auto step = static_cast<std::int64_t>(i + 1);
    text += "\n";
    if (result.totals.size() > 1)
      text += fmt::format(fmt::runtime(in(language, "第 {} 版 → 第 {} 版\n", "Version {} → version {}\n")), step, step + 1);
    text += ParksTable(result, step, language).to_string() + "\n" + parcels_table(result, step, language) +
            constraints_table(result, step, language) + balance_table(result, step, language);
  }
  if (result.parcels_within_noise > 0)
    text += fmt::format(fmt::runtime(in(language, "另有 {} 宗地只有测量误差内（{} m）的变化，未列。\n",
                                        "{} more parcels changed by no more than survey noise ({} m) and are not listed.\n")),
                        result.parcels_within_noise, result.noise_m);
  text += meetings(result, language);
  text += "\n" + findings_line(result, language);
  text += fmt::format("{}{}\n", in(language, "比较结果：", "Comparison: "), output.string());
  return text;
}

}  // namespace yongdi::report
