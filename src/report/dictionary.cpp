#include "report/dictionary.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "findings/catalogue.hpp"
#include "ledger/columns.hpp"
#include "ledger/indicators.hpp"
#include "report/display.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view type_name(ledger::Type type) {
  switch (type) {
    case ledger::Type::text:
      return "text";
    case ledger::Type::integer:
      return "integer";
    case ledger::Type::real:
      return "real";
    case ledger::Type::date:
      return "date";
  }
  return {};
}

TextTable meanings(std::string_view what_zh, std::string_view what_en, Language headings) {
  TextTable table;
  table.add_column(in(headings, what_zh, what_en));
  table.add_column(in(headings, "单位", "unit"));
  table.add_column("中文");
  table.add_column("English");
  return table;
}

std::string text(std::string_view view) { return std::string(view); }

}  // namespace

std::string columns_text(Language headings) {
  std::string result;
  for (const ledger::TableDescription& description : ledger::dictionary()) {
    const ledger::TableInfo& info = description.table;
    result += fmt::format("{}  {} | {}\n", info.name, info.zh, info.en);
    TextTable table = meanings("列", "column", headings);
    for (const ledger::ColumnInfo& column : description.columns)
      table.add_row({text(column.name), text(column.unit), text(column.zh), text(column.en)});
    result += table.to_string(2) + "\n";
  }
  result += fmt::format("{}\n", in(headings, "park_indicator 可有的指标", "Indicators that park_indicator can hold"));
  TextTable table = meanings("指标", "indicator", headings);
  for (const ledger::IndicatorInfo& indicator : ledger::indicators()) {
    table.add_row({text(indicator.id), text(indicator.unit), indicator.zh(), indicator.en()});
  }
  return result + table.to_string(2);
}

std::string columns_json() {
  Json json = {{"tables", Json::array()}, {"indicators", Json::array()}};
  for (const ledger::TableDescription& description : ledger::dictionary()) {
    Json columns = Json::array();
    for (const ledger::ColumnInfo& column : description.columns) {
      columns.push_back({{"name", column.name}, {"type", type_name(column.type)}, {"unit", column.unit}, {"zh", column.zh}, {"en", column.en}});
    }
    const ledger::TableInfo& info = description.table;
    json["tables"].push_back({{"table", info.name}, {"geometry", info.geometry}, {"zh", info.zh}, {"en", info.en}, {"columns", std::move(columns)}});
  }
  for (const ledger::IndicatorInfo& indicator : ledger::indicators()) {
    json["indicators"].push_back({{"name", indicator.id}, {"unit", indicator.unit}, {"zh", indicator.zh()}, {"en", indicator.en()}});
  }
  return json.dump(1) + "\n";
}

std::string finding_codes_text(Language headings) {
  std::string result;
  for (const findings::Kind& kind : findings::catalogue()) {
    result += fmt::format("{}  {}  {}\n", kind.code, name(kind.severity, headings), findings::to_text(kind.owner));
    result += fmt::format("  {}\n  {}\n", kind.message_zh, kind.message_en);
    if (!kind.fix_zh.empty()) result += fmt::format("  {}{}\n  {}{}\n", "改法：", kind.fix_zh, "Fix: ", kind.fix_en);
    if (!kind.blocks.empty()) result += fmt::format("  {}{}\n", in(headings, "影响：", "Leaves undecided: "), kind.blocks);
  }
  return result;
}

std::string finding_codes_json() {
  Json codes = Json::array();
  for (const findings::Kind& kind : findings::catalogue()) {
    codes.push_back({{"code", kind.code},
                     {"severity", findings::to_text(kind.severity)},
                     {"owner", findings::to_text(kind.owner)},
                     {"message_zh", kind.message_zh},
                     {"message_en", kind.message_en},
                     {"fix_zh", kind.fix_zh},
                     {"fix_en", kind.fix_en},
                     {"blocks", kind.blocks}});
  }
  return Json{{"findings", std::move(codes)}}.dump(1) + "\n";
}

}  // namespace yongdi::report
