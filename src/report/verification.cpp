#include "report/verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "explain/phrases.hpp"
#include "ledger/columns.hpp"
#include "report/display.hpp"
#include "report/figures.hpp"

namespace yongdi::report {
namespace {

using workflow::Cause;

constexpr std::size_t kColumnsShown = 8;  // of one table; the rest is in --json
constexpr std::size_t kParksShown = 20;
constexpr std::size_t kHashShown = 12;
constexpr Cause kCauses[] = {Cause::data, Cause::law, Cause::settings, Cause::program};

findings::Text name(Cause cause) {
  switch (cause) {
    case Cause::data:
      return {"资料", "data"};
    case Cause::law:
      return {"法规", "law"};
    case Cause::settings:
      return {"设置", "settings"};
    case Cause::program:
      return {"程序", "program"};
    case Cause::ledger:
      break;
  }
  return {"台账本身（写出以后被改动过）", "the ledger itself (changed after it was written)"};
}

// "1720 bytes, 3f0c22ab91de…" of an input or a rule document.
std::string file_state(const std::string& value, Language language) {
  const std::size_t blank = value.find(' ');
  const std::string hash = blank == std::string::npos ? value : value.substr(blank + 1);
  const std::string size = blank == std::string::npos ? "" : fmt::format("{} {}", value.substr(0, blank), in(language, "字节，", "bytes, "));
  return size + hash.substr(0, kHashShown) + "…";
}

std::string side(Cause cause, const workflow::Change& change, const std::string& value, Language language) {
  if (value.empty()) return std::string(in(language, "没有", "none"));
  const bool file = cause == Cause::data || change.what.ends_with(".toml") || change.what == "project_file_sha256";
  return file ? file_state(value, language) : printable(value);
}

std::string line(Cause cause, const workflow::Change& change, Language language) {
  const std::string what = change.what == "project_file_sha256"
                               ? std::string(in(language, "项目文件的文字（审计所用的键都没有变：改的是注释、排版或 [quota] 一节）",
                                                "the text of the project file (no key of the audit: comments, layout or the section [quota])"))
                               : printable(change.what);
  std::string text = fmt::format("{}{}{} → {}", what, in(language, "：", ": "), side(cause, change, change.before, language),
                                 side(cause, change, change.after, language));
  if (const std::string& words = in(language, change.words); !words.empty())
    text += fmt::format(fmt::runtime(in(language, "（{}）", " [{}]")), words);
  return text;
}

std::string changes_text(const workflow::Verification& verification, Language language) {
  std::string text(in(language, "什么变了\n", "What changed\n"));
  for (const Cause cause : kCauses) {
    const auto found = verification.changes.find(cause);
    std::string label = in(language, name(cause));
    if (found == verification.changes.end()) {
      text += fmt::format("  {}{}\n", label, in(language, "：没有变", ": unchanged"));
      continue;
    }
    text += fmt::format("  {}{}\n", label, in(language, "：", ":"));
    for (const workflow::Change& change : found->second) text += "    " + line(cause, change, language) + "\n";
  }
  return text;
}

// Four places as a rule; all of them where fewer would not show that the figure moved.
std::string shown(const std::optional<std::string>& value, bool all_places, Language language) {
  if (!value) return std::string(in(language, "未知", "unknown"));
  const auto figure = measures::Exact::parse(*value);
  return figure && !all_places ? explain::figure(*figure) : printable(*value);
}

// What is said in the other language need not be read.
bool is_of_other_language(const std::string& column, Language language) { return column.ends_with(in(language, "_en", "_zh")); }

class Dictionary {
 public:
  explicit Dictionary(Language language) : m_language(language), m_tables(ledger::dictionary()) {}
  [[nodiscard]] std::string table(const std::string& name) const {
    const auto* found = find(name);
    return found == nullptr ? std::string() : std::string(in(m_language, found->table.zh, found->table.en));
  }
  [[nodiscard]] std::string column(const std::string& table, const std::string& name) const {
    if (name == "shape") return std::string(in(m_language, "图形", "the outline"));
    const auto* found = find(table);
    if (found == nullptr) return {};
    for (const ledger::ColumnInfo& column : found->columns)
      if (column.name == name) return std::string(in(m_language, column.zh, column.en));
    return {};
  }

 private:
  [[nodiscard]] const ledger::TableDescription* find(const std::string& name) const {
    const auto found = std::find_if(m_tables.begin(), m_tables.end(), [&](const auto& each) { return each.table.name == name; });
    return found == m_tables.end() ? nullptr : &*found;
  }
  Language m_language;
  std::vector<ledger::TableDescription> m_tables;
};

std::string moved_text(const ledger::Moved& moved, Language language) {
  constexpr int kPlaces = 4, kMorePlaces = 12;
  const bool tiny = moved.by && explain::figure(std::abs(*moved.by), kPlaces) == "0";
  std::string text = fmt::format("{} {} → {}", printable(moved.row), shown(moved.before, tiny, language), shown(moved.after, tiny, language));
  if (moved.by)
    text += fmt::format(fmt::runtime(in(language, "（{}{}）", " ({}{})")), *moved.by > 0 ? "+" : "",
                        explain::figure(*moved.by, tiny ? kMorePlaces : kPlaces));
  return text;
}

std::string table_text(const ledger::TableDifference& table, const Dictionary& dictionary, Language language) {
  std::string text =
      fmt::format(fmt::runtime(in(language, "    {}（{}）：变动 {} 行，增加 {} 行，减少 {} 行\n", "    {} ({}): {} rows moved, {} new, {} gone\n")),
                  table.table, dictionary.table(table.table), table.changed, table.added, table.removed);
  std::size_t shown_columns = 0, more = 0;
  for (const ledger::ColumnDifference& column : table.columns) {
    if (is_of_other_language(column.column, language)) continue;
    if (++shown_columns > kColumnsShown) {
      ++more;
      continue;
    }
    text += fmt::format(fmt::runtime(in(language, "      {} {}：{} 处", "      {} {}: {} cells")), column.column,
                        dictionary.column(table.table, column.column), column.count);
    if (!column.moved.empty()) {
      const bool figures = column.moved.front().by.has_value();
      text += fmt::format("{}{}", figures ? in(language, "；最大：", "; the largest: ") : in(language, "；例：", "; for example: "),
                          moved_text(column.moved.front(), language));
    }
    text += "\n";
  }
  if (more > 0) text += fmt::format(fmt::runtime(in(language, "      另有 {} 列，见 --json\n", "      and {} more columns, see --json\n")), more);
  for (const auto& [rows, zh, en] : {std::tuple(&table.added_rows, "增加：", "new: "), std::tuple(&table.removed_rows, "减少：", "gone: ")})
    if (!rows->empty()) text += fmt::format("      {}{}\n", in(language, zh, en), fmt::join(*rows, in(language, "；", "; ")));
  return text;
}

std::string steps_text(const workflow::Verification& verification, Language language) {
  std::string text(in(language, "因此变动的数\n", "Figures that moved because of it\n"));
  const Dictionary dictionary(language);
  for (const workflow::Step& step : verification.steps) {
    std::string because;
    for (const Cause cause : step.because)
      because += (because.empty() ? std::string() : std::string(in(language, "、", ", "))) + in(language, name(cause));
    text += fmt::format("  {}{}{}\n", in(language, "由于", "because of "), because, in(language, "：", ":"));
    for (const ledger::TableDifference& table : step.tables) text += table_text(table, dictionary, language);
  }
  if (verification.steps.empty()) text += in(language, "  没有。\n", "  None.\n");
  for (const findings::Text& note : verification.notes) text += fmt::format("  {}{}\n", in(language, "说明：", "Note: "), in(language, note));
  return text;
}

std::string parks_text(const workflow::Verification& verification, Language language) {
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "类别", "class"));
  table.add_column(in(language, "台账", "ledger"), Align::right);
  table.add_column(in(language, "重算", "now"), Align::right);
  table.add_column(in(language, "差", "difference"), Align::right);
  for (std::size_t i = 0; i < std::min(verification.parks.size(), kParksShown); ++i) {
    const workflow::ParkMove& move = verification.parks[i];
    const std::optional<double> by = move.before_m2 && move.after_m2 ? std::optional(*move.after_m2 - *move.before_m2) : std::nullopt;
    table.add_row(
        {move.park_id, in(language, explain::land_class(move.class_name)), hectares(move.before_m2), hectares(move.after_m2), hectares(by)});
  }
  if (table.row_count() == 0) return {};
  std::string text(in(language, "各园区土地平衡的变动（公顷）\n", "Land balance of the parks, where it moved (hectares)\n"));
  text += table.to_string(2);
  if (verification.parks.size() > kParksShown)
    text += fmt::format(fmt::runtime(in(language, "  另有 {} 行，见 --json\n", "  and {} more rows, see --json\n")),
                        verification.parks.size() - kParksShown);
  return text;
}

}  // namespace

std::string verification_text(const workflow::Verification& verification, const std::filesystem::path& ledger, Language language) {
  if (verification.same)
    return fmt::format(
        fmt::runtime(in(language, "相同：按原样重新审计，台账 {} 的每张表逐格相同。资料、法规、设置、程序都没有变。\n",
                        "The same: audited again, every table of the ledger {} is the same cell by cell. Data, law, settings and program are "
                        "unchanged.\n")),
        ledger.string());
  const bool figures = !verification.steps.empty();
  std::string text = fmt::format(
      fmt::runtime(figures
                       ? in(language, "不同：重新审计的结果与台账 {} 不一致。\n\n",
                            "Not the same: audited again, the result is not that of the ledger {}.\n\n")
                       : in(language, "数字相同，依据有变：重新审计，台账 {} 的每个数都一样，但下列依据与写出时不同。\n\n",
                            "The same figures on another basis: audited again, every figure of the ledger {} is the same, but what follows is not "
                            "what it was written from.\n\n")),
      ledger.string());
  text += changes_text(verification, language) + "\n" + steps_text(verification, language);
  if (const std::string parks = parks_text(verification, language); !parks.empty()) text += "\n" + parks;
  return text;
}

}  // namespace yongdi::report
