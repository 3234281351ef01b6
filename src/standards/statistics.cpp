#include "standards/statistics.hpp"

#include <map>
#include <tuple>

#include "standards/sheet.hpp"

namespace yongdi::standards {
namespace {

using intensity::Statistic;
using measures::Exact;

constexpr SheetColumn kColumns[] = {{"park", true}, {"item", true}, {"value", true}, {"unit", true}, {"year"}, {"document"}};
constexpr std::string_view kPersons[] = {"person", "人"};

std::vector<std::string_view> names() {
  std::vector<std::string_view> result;
  for (std::size_t i = 0; i < intensity::kStatisticCount; ++i) result.push_back(info(static_cast<Statistic>(i)).name);
  return result;
}

Exact in_canonical_unit(const SheetRow& row, const Exact& value, measures::Dimension dimension) {
  if (dimension == measures::Dimension::none) {
    static_cast<void>(row.choice("unit", kPersons));  // refuses any other
    return value;
  }
  const std::string& written = row.required("unit");
  const measures::Unit* unit = measures::find_unit_as_written(written);
  if (unit == nullptr || unit->dimension != dimension)
    row.refuse("unit", {"“" + written + "”不是面积单位。可用：" + measures::unit_names(dimension) + "。",
                        "\"" + written + "\" is no unit of area. Valid: " + measures::unit_names(dimension) + "."});
  return value * unit->factor();
}

std::optional<int> year_of(const SheetRow& row) {
  const auto written = row.number("year");
  if (!written) return {};
  const double year = written->to_double();
  constexpr double kFirstYear = 1949, kLastYear = 2999;
  if (year < kFirstYear || year > kLastYear || Exact(static_cast<std::int64_t>(year)) != *written)
    row.refuse("year", {"“" + row.text("year") + "”不是年度。", "\"" + row.text("year") + "\" is no year."});
  return static_cast<int>(year);
}

class Reading {
 public:
  explicit Reading(const Sheet& sheet) : m_rows(sheet.rows()), m_names(names()) {}

  std::vector<StatisticRow> run() {
    for (const SheetRow& row : m_rows) take(row);
    for (std::size_t i = 0; i < m_rows.size(); ++i) check_part(i);
    return std::move(m_result);
  }

 private:
  using Key = std::tuple<std::string, Statistic, std::optional<int>>;

  void take(const SheetRow& row) {
    StatisticRow& figure = m_result.emplace_back();
    figure.park = row.required("park");
    figure.item = static_cast<Statistic>(row.choice("item", m_names));
    const Exact value = row.required_number("value");
    if (value.is_negative()) row.refuse("value", {"不能小于零。", "it cannot be below zero."});
    figure.value = in_canonical_unit(row, value, info(figure.item).dimension).to_double();
    figure.year = year_of(row);
    figure.row = row.number();
    const auto [before, is_new] = m_seen.try_emplace({figure.park, figure.item, figure.year}, m_result.size() - 1);
    if (!is_new) {
      const std::string other = std::to_string(m_rows[before->second].number());
      row.refuse("item", {"与第 " + other + " 行重复。请删去一行。", "it is entered in row " + other + " already. Remove one."});
    }
  }

  void check_part(std::size_t i) const {
    const StatisticRow& part = m_result[i];
    const auto whole_item = info(part.item).part_of;
    if (!whole_item) return;
    const auto whole = m_seen.find({part.park, *whole_item, part.year});
    if (whole == m_seen.end() || part.value <= m_result[whole->second].value) return;
    const std::string row = std::to_string(m_rows[whole->second].number());
    m_rows[i].refuse("value",
                     {"大于第 " + row + " 行的“" + std::string(info(*whole_item).zh) + "”，它应是其中的一部分。请改正。",
                      "it is more than the " + std::string(info(*whole_item).en) + " of row " + row + ", of which it is a part. Please correct it."});
  }

  std::vector<SheetRow> m_rows;
  std::vector<std::string_view> m_names;
  std::vector<StatisticRow> m_result;
  std::map<Key, std::size_t> m_seen;
};

}  // namespace

intensity::Statistics StatisticsTable::of(std::string_view park, int year) const {
  intensity::Statistics result;
  std::array<std::optional<int>, intensity::kStatisticCount> of_year;
  for (const StatisticRow& row : rows) {
    if (row.park != park || (row.year && *row.year > year)) continue;
    const auto at = static_cast<std::size_t>(row.item);
    if (result.at(at) && row.year <= of_year.at(at)) continue;  // no year comes before any
    result.at(at) = row.value;
    of_year.at(at) = row.year;
  }
  return result;
}

StatisticsTable read_statistics(const std::filesystem::path& project_folder, const std::string& table) {
  StatisticsTable result;
  if (table.empty()) return result;
  const Sheet sheet = Sheet::read(project_folder / table, table, kColumns);
  result.files.push_back({sheet.name(), sheet.sha256()});
  result.rows = Reading(sheet).run();
  return result;
}

}  // namespace yongdi::standards
