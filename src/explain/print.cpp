#include "explain/print.hpp"

#include <algorithm>

#include "explain/law.hpp"
#include "explain/phrases.hpp"

namespace yongdi::explain {

namespace {

class Page {
 public:
  explicit Page(Language language) : m_language(language) {}

  void title(const Text& text) { m_text += in(text) + "\n"; }
  void blank() { m_text += "\n"; }
  void line(const std::string& text) { m_text += text + "\n"; }
  [[nodiscard]] const std::string& in(const Text& text) const { return m_language == Language::zh ? text.zh : text.en; }
  [[nodiscard]] std::string_view in(std::string_view zh, std::string_view en) const { return m_language == Language::zh ? zh : en; }

  void head(const std::vector<std::pair<Text, Text>>& rows) {
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, width(in(row.first)));
    for (const auto& [label, value] : rows) line("  " + padded(in(label), widest) + "  " + in(value));
  }

  void section(const Section& section) {
    blank();
    // One sentence needs no heading of its own.
    if (!section.numbered && section.table.empty() && section.steps.size() == 1) {
      const Step& step = section.steps.front();
      return line(in(section.heading) + std::string(in("：", ": ")) + in(step.text) + basis(step.citations));
    }
    line(in(section.heading));
    table(section);
    std::size_t number = 0;
    for (const Step& step : section.steps) {
      const std::string mark = section.numbered ? std::to_string(++number) + ". " : "- ";
      line("  " + std::string(mark.size() < 4 && section.numbered ? " " : "") + mark + in(step.text) + basis(step.citations));
    }
  }

  std::string take() { return std::move(m_text); }

 private:
  // Columns a character takes in a terminal: two from the first Korean and Chinese blocks on.
  static std::size_t width(std::string_view utf8) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
      const auto byte = static_cast<unsigned char>(utf8[i]);
      if (byte < 0x80)
        ++columns;
      else if (byte >= 0xE3)
        columns += 2;
      else if (byte >= 0xC0)
        ++columns;  // letters with accents, m², 〔—〕 aside
    }
    return columns;
  }
  static std::string padded(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, width(text)), ' ');
  }

  // One document once, with its passages behind it.
  [[nodiscard]] std::string basis(const std::vector<Citation>& citations) const {
    std::string text;
    for (std::size_t i = 0; i < citations.size(); ++i) {
      const Citation& citation = citations[i];
      const bool again = i > 0 && citations[i - 1].title.zh == citation.title.zh && empty(citation.caution) && empty(citations[i - 1].caution);
      if (again)
        text += std::string(in("、", ", ")) + in(citation.article);
      else
        text += (text.empty() ? std::string() : std::string(in("；", "; "))) + in(words(citation));
    }
    if (text.empty()) return text;
    return m_language == Language::zh ? "（依据：" + text + "）" : " [" + text + "]";
  }

  void table(const Section& section) {
    std::vector<std::vector<Text>> rows = section.table;
    const bool of_words = section.of_words;
    const std::size_t room = section.rows_on_page + (of_words ? 0 : 1);
    const std::size_t left_out = section.rows_on_page > 0 && rows.size() > room ? rows.size() - room : 0;
    rows.resize(rows.size() - left_out);
    std::vector<std::size_t> widest;
    for (const auto& row : rows) {
      widest.resize(std::max(widest.size(), row.size()), 0);
      for (std::size_t i = 0; i < row.size() && row.size() > 1; ++i) widest[i] = std::max(widest[i], width(in(row[i])));
    }
    for (const auto& row : rows) {
      std::string text = row.size() > 1 && of_words ? "    " : "  ";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& cell = in(row[i]);
        const bool last = i + 1 == row.size();
        if (of_words)
          text += (i == 0 ? "" : "  ") + (last ? cell : padded(cell, widest[i]));
        else
          text += i == 0 ? padded(cell, widest[i]) : std::string(widest[i] - width(cell) + 2, ' ') + cell;
      }
      text.erase(text.find_last_not_of(' ') + 1);
      line(text);
    }
    if (left_out > 0) {
      const std::string count = std::to_string(left_out);
      line(std::string(in("  （另有 ", "  (and ")) + count + std::string(in(" 行从略，--json 全部列出）", " more rows, all listed by --json)")));
    }
  }

  Language m_language;
  std::string m_text;
};

}  // namespace

std::string print(const Story& story, Language language) {
  Page page(language);
  page.title(story.title);
  page.head(story.head);
  for (const Text& warning : story.warnings) page.line(std::string(page.in("  注意：", "  Note: ")) + page.in(warning));
  page.blank();
  page.line(std::string(page.in("结论：", "Verdict: ")) + page.in(story.verdict));
  for (const Section& section : story.sections) page.section(section);
  page.blank();
  if (!empty(story.run)) page.line(page.in(story.run) + std::string(page.in("。", ".")));
  page.line(std::string(page.in("审核人：……………………　　日期：……………………", "Checked by: ........................    Date: ........................")));
  return page.take();
}

}  // namespace yongdi::explain
