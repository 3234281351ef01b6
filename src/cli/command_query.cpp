// yongdi query: spatial SQL on a ledger, read-only. Nothing is printed before the whole result is there, so a query that fails halfway prints no
// half.
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/switches.hpp"
#include "cli/words.hpp"
#include "ledger/query.hpp"
#include "report/cell.hpp"
#include "report/display.hpp"

namespace yongdi::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Input {
  Switches switches;
  std::string ledger, sql;
};

// Two columns of one name would be one key in an object: the second becomes "name_2".
std::vector<std::string> distinct(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  std::set<std::string> taken(names.begin(), names.end()), used;
  for (const std::string& name : names) {
    std::string key = name;
    for (int number = 2; used.count(key) > 0 || (key != name && taken.count(key) > 0); ++number) key = name + "_" + std::to_string(number);
    used.insert(key);
    result.push_back(key);
  }
  return result;
}

std::string as_json(const Input& input) {
  std::vector<std::string> keys;
  Json rows = Json::array();
  ledger::query(input.ledger, input.sql,
                {[&](const std::vector<std::string>& names) { keys = distinct(names); },
                 [&](const std::vector<ledger::Cell>& cells) {
                   Json row = Json::object();
                   for (std::size_t i = 0; i < cells.size(); ++i) row[keys.at(i)] = report::to_json(cells[i]);
                   rows.push_back(std::move(row));
                 }});
  return rows.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

report::Align alignment(const ledger::Cell& cell) {
  const bool number = std::holds_alternative<double>(cell) || std::holds_alternative<std::int64_t>(cell);
  return number ? report::Align::right : report::Align::left;
}

std::string as_table(const Input& input) {
  std::vector<std::string> headers;
  std::vector<report::Align> aligns;
  std::vector<std::vector<std::string>> rows;
  ledger::query(input.ledger, input.sql,
                {[&](const std::vector<std::string>& names) {
                   headers = names;
                   aligns.assign(names.size(), report::Align::left);
                 },
                 [&](const std::vector<ledger::Cell>& cells) {
                   std::vector<std::string> row;
                   for (std::size_t i = 0; i < cells.size(); ++i) {
                     if (alignment(cells[i]) == report::Align::right) aligns.at(i) = report::Align::right;
                     row.push_back(report::to_text(cells[i]));
                   }
                   rows.push_back(std::move(row));
                 }});
  report::TextTable table;
  for (std::size_t i = 0; i < headers.size(); ++i) table.add_column(headers[i], aligns[i]);
  for (auto& row : rows) table.add_row(std::move(row));
  return table.to_string();
}

findings::Exit run(const Input& input, const Console& console) {
  console.result(input.switches.json ? as_json(input) : as_table(input));
  return findings::Exit::done;
}

}  // namespace

Command offer_query(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "query", {"对台账作只读的空间 SQL 查询", "spatial SQL on the ledger, read-only"}, language);
  words.argument("LEDGER", input->ledger, {"台账", "the ledger"})
      .argument("SQL", input->sql, {"一条 SELECT 语句，可用 SpatiaLite 函数", "one SELECT statement; SpatiaLite functions are there"})
      .footer({"例：\n  yongdi query 2024.gpkg \"SELECT park_id, class, area_m2 FROM park_balance\"\n列名见 yongdi columns。",
               "Example:\n  yongdi query 2024.gpkg \"SELECT park_id, class, area_m2 FROM park_balance\"\nFor the columns see yongdi columns."});
  offer(words, input->switches, {Switch::json});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
