#pragma once
// A table of a rule file, asked for one key after the other. What does not fit becomes a Problem with its line, and the answer is then empty, so that
// one reading finds everything. Private to the room: the only place besides read*.cpp that knows the TOML library.
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "rulebook/problem.hpp"

namespace yongdi::rulebook {

// "Did you mean …?", or all valid names.
findings::Text nearest_or_all(std::string_view name, std::span<const std::string_view> valid);

struct Line {
  std::string text;
  std::int64_t line = 0;
};

class Section {
 public:
  // A key that is not among `keys` is a problem.
  Section(const std::string& file, Problems& problems, const toml::table& table, std::span<const std::string_view> keys);

  [[nodiscard]] std::int64_t line() const { return m_table.source().begin.line; }
  [[nodiscard]] std::int64_t line(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return m_table.get(key) != nullptr; }

  // Empty when absent or of the wrong kind; `need_` makes absence a problem too.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::string need_text(std::string_view key) const;
  [[nodiscard]] std::optional<measures::Day> day(std::string_view key) const;
  // 1, "0.20", "1/3", true. A decimal without quotation marks would already have been rounded to a binary fraction, so it is a problem.
  [[nodiscard]] std::optional<measures::Exact> need_exact(std::string_view key) const;
  [[nodiscard]] std::optional<Section> need_section(std::string_view key, std::span<const std::string_view> keys) const;
  [[nodiscard]] std::vector<Section> sections(std::string_view key, std::span<const std::string_view> keys) const;
  [[nodiscard]] std::vector<Line> list(std::string_view key) const;
  // { zh = "…", en = "…" }
  [[nodiscard]] findings::Text need_both(std::string_view key) const;
  // The same, or one text that serves readers of both languages.
  [[nodiscard]] findings::Text one_or_both(std::string_view key) const;
  [[nodiscard]] findings::Text need_one_or_both(std::string_view key) const;

  template <class Value, std::size_t N>
  [[nodiscard]] std::optional<Value> one_of(std::string_view key, const std::array<std::pair<std::string_view, Value>, N>& words) const {
    const std::string given = text(key);
    if (given.empty()) return std::nullopt;
    std::array<std::string_view, N> names;
    for (std::size_t i = 0; i < N; ++i) {
      if (words[i].first == given) return words[i].second;
      names[i] = words[i].first;
    }
    not_among(key, given, names);
    return std::nullopt;
  }

  void wrong(std::int64_t line, findings::Text what, findings::Text mend, Problem::Weight weight = Problem::Weight::error) const;
  void missing(std::string_view key) const;

 private:
  void wrong_kind(std::string_view key, const findings::Text& wanted) const;
  void not_among(std::string_view key, const std::string& given, std::span<const std::string_view> names) const;

  const std::string& m_file;
  Problems& m_problems;
  const toml::table& m_table;
};

}  // namespace yongdi::rulebook
