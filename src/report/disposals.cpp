#include "report/disposals.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "disposal/event.hpp"
#include "report/cell.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"
#include "report/summary.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;
using Stock = ledger::StockRow;

constexpr std::array kFigures = {&Stock::stock_a_m2, &Stock::new_m2,     &Stock::disposed_m2, &Stock::without_event_m2, &Stock::data_m2,
                                 &Stock::law_m2,     &Stock::outline_m2, &Stock::stock_b_m2,  &Stock::undrawn_m2};
using Sums = std::array<double, kFigures.size()>;

std::string park_name(const ledger::Text& park, Language language) { return park.value_or(std::string(in(language, "园区外", "outside"))); }

std::string kind_words(const std::string& kind, Language language) { return in(language, quota::words(quota::kind_of(kind).value())); }

std::vector<std::string> stock_cells(std::string where, std::string kind, const Sums& sums) {
  std::vector<std::string> cells = {std::move(where), std::move(kind)};
  for (const double figure : sums) cells.push_back(hectares(figure));
  return cells;
}

void add(Sums& sum, const Sums& part) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part[i];
}

// Per park and kind, then the city's; years of approval stand in the file.
std::string stock_table(const workflow::RollForward& result, Language language) {
  std::map<std::tuple<bool, std::string, std::string>, Sums> sums;
  for (const Stock& row : result.stock) {
    Sums& sum = sums[{!row.park_id, row.park_id.value_or(""), row.kind}];
    for (std::size_t i = 0; i < kFigures.size(); ++i) sum[i] += (row.*kFigures[i]).value_or(0);
  }
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "类别", "kind"));
  for (const auto& [zh, en] : {std::pair{result.from.to_iso(), result.from.to_iso()},
                               {"新增", "new"},
                               {"处置", "disposed"},
                               {"无事件", "no event"},
                               {"数据", "data"},
                               {"规则", "law"},
                               {"图形", "outline"},
                               {result.to.to_iso(), result.to.to_iso()},
                               {"另：仅文件", "on paper"}})
    table.add_column(language == Language::zh ? zh : en, Align::right);
  std::map<quota::Kind, Sums> by_kind;
  Sums all{};
  for (const auto& [key, sum] : sums) {
    const auto& [outside, park, kind] = key;
    table.add_row(stock_cells(park_name(outside ? ledger::Text() : ledger::Text(park), language), kind_words(kind, language), sum));
    add(by_kind[quota::kind_of(kind).value()], sum);
    add(all, sum);
  }
  const std::string whole(in(language, "全部合计", "all land"));
  for (const auto& [kind, sum] : by_kind) table.add_row(stock_cells(whole, in(language, quota::words(kind)), sum));
  if (by_kind.size() > 1) table.add_row(stock_cells(whole, std::string(in(language, "各类合计", "all kinds")), all));
  return table.to_string() +
         std::string(
             in(language,
                "处置：有事件；无事件：离开存量而没有处置记录；数据、规则、图形：只因它们不同；仅文件：撤回、核减等只有文件没有图形，土地按图形仍在后"
                "一存量中，"
                "日后供应时，超出该批次其余存量的部分不再核定。\n",
                "Disposed of: by an event; no event: gone without a record; data, law, outline: only because these differ; on paper: withdrawn or "
                "reduced by document without an outline, so that the land still stands in the second stock by geometry; when it is supplied, "
                "what exceeds the rest of the approval's stock does not earn again.\n"));
}

std::string events_table(const workflow::RollForward& result, Language language) {
  struct Group {
    std::size_t count = 0;
    double area_m2 = 0, earning_m2 = 0;
    void add(const Group& other) {
      count += other.count;
      area_m2 += other.area_m2;
      earning_m2 += other.earning_m2;
    }
  };
  std::map<std::string, std::map<std::string, Group>> kinds;
  for (const ledger::DisposalRow& row : result.disposals)
    kinds[row.kind][row.event].add({1, row.area_m2.value_or(0), row.earns == "yes" ? row.area_m2.value_or(0) : 0});
  TextTable table;
  table.add_column(in(language, "类别", "kind"));
  table.add_column(in(language, "事件", "event"));
  table.add_column(in(language, "项数", "count"), Align::right);
  table.add_column(in(language, "公顷", "hectares"), Align::right);
  table.add_column(in(language, "可计公顷", "earning"), Align::right);
  const auto line = [&](std::string kind, std::string event, const Group& group) {
    table.add_row({std::move(kind), std::move(event), fmt::format("{}", group.count), hectares(group.area_m2), hectares(group.earning_m2)});
  };
  Group all;
  for (const auto& [kind, events] : kinds) {
    Group sum;
    for (const auto& [event, group] : events) {
      line(kind_words(kind, language), in(language, disposal::event_words(event)), group);
      sum.add(group);
    }
    line(kind_words(kind, language), std::string(in(language, "小计", "subtotal")), sum);
    all.add(sum);
  }
  line(std::string(in(language, "合计", "total")), "", all);
  return table.to_string();
}

std::uint64_t count(const workflow::RollForward& result, findings::Severity severity) {
  const auto found = result.counts.find(severity);
  return found == result.counts.end() ? 0 : found->second;
}

template <class Row>
Json rows(const std::vector<Row>& all) {
  Json list = Json::array();
  for (const Row& row : all) add_columns(list.emplace_back(Json::object()), row);
  return list;
}

}  // namespace

std::string disposals_summary(const workflow::RollForward& result, const std::filesystem::path& output, Language language) {
  std::string text = result.title.empty() ? std::string() : printable(result.title) + "\n";
  text += fmt::format(fmt::runtime(in(language, "存量变化：{} 至 {}（公顷）\n\n", "The stock from {} to {} (hectares)\n\n")), result.from.to_iso(),
                      result.to.to_iso());
  text += stock_table(result, language);
  text += result.balances_close
              ? in(language, "平衡：每一行都闭合。\n", "Balance: every line closes.\n")
              : in(language, "平衡：不闭合！见 STOCK_OPEN；处置量不可用。\n", "Balance: NOT closed! See STOCK_OPEN; do not use these disposals.\n");
  text += std::string("\n") + std::string(in(language, "处置：\n", "Disposed of:\n")) + events_table(result, language);
  text +=
      fmt::format(fmt::runtime(in(language, "发现：错误 {}，警告 {}，提示 {}（见表 finding）\n",
                                  "Findings: {} errors, {} warnings, {} notices (table finding)\n")),
                  count(result, findings::Severity::error), count(result, findings::Severity::warning), count(result, findings::Severity::notice));
  text += fmt::format("{}{}\n", in(language, "处置表：", "Written: "), for_shell(output.string()));
  return text;
}

std::string disposals_json(const workflow::RollForward& result, const std::filesystem::path& output) {
  Json json = {{"title", result.title}, {"from", result.from.to_iso()}, {"to", result.to.to_iso()}};
  json["balances_close"] = result.balances_close;
  json["stock"] = rows(result.stock);
  json["disposals"] = rows(result.disposals);
  json["changes"] = rows(result.changes);
  Json counts = Json::object();
  for (const auto severity : {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info})
    counts[std::string(findings::to_text(severity))] = count(result, severity);
  json["findings"] = std::move(counts);
  json["output"] = output.string();
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yongdi::report
