#pragma once
// Parts that several stories share.
#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "explain/case_file.hpp"
#include "ledger/columns.hpp"

namespace yongdi::explain {

// What a cell holds, days as they are written.
Story::Column held(const ledger::Cell& cell);
// As-of day, rulebook, and the expired documents that the project accepts by name.
void add_ground(Story& story, const Ground& ground);
// Declared, plane and ellipsoid area, and which one decides.
Text areas(std::optional<double> declared_m2, std::optional<double> plane_m2, std::optional<double> ellipsoid_m2, const Ground& ground);
// "供地.shp 第 12 行"
Text place(const facts::Table& facts);
// The facts of these fields that are known, each with file, row and column.
Section facts_section(const facts::Table& facts, std::span<const std::string_view> fields);
// Columns of a row of the ledger by name, for Story::derived.
template <class Row>
std::vector<std::pair<std::string_view, Story::Column>> columns_of(const Row& row, std::initializer_list<std::string_view> names) {
  std::vector<std::pair<std::string_view, Story::Column>> result;
  for (const ledger::Column<Row>& column : ledger::columns<Row>())
    if (std::find(names.begin(), names.end(), column.info.name) != names.end()) result.emplace_back(column.info.name, held(column.cell(row)));
  return result;
}
// The documents that the sections cite, each with number, issuer, version, validity and the passages used; and how many rules are not encoded.
Section documents_section(const std::vector<Section>& sections, std::size_t rules_missing);
Section findings_section(const std::vector<ledger::FindingRow>& findings);
// Names of fields joined by commas, as the ledger keeps them, in words.
Text missing_words(std::string_view missing, std::initializer_list<facts::Layer> layers);

// Of a day that is asked for, the steps speak as "所问之日", "the day asked": it is nobody's as-of day.
void speak_of_the_day_asked(Story& story);

// A step as it is written: both languages and the passages it rests on.
class Steps {
 public:
  explicit Steps(Section& section) : m_section(section) {}
  void add(Text text, std::vector<Citation> citations = {}) { m_section.steps.push_back({std::move(text), std::move(citations)}); }
  void add(std::string zh, std::string en, std::vector<Citation> citations = {}) { add(Text{std::move(zh), std::move(en)}, std::move(citations)); }

 private:
  Section& m_section;
};

}  // namespace yongdi::explain
