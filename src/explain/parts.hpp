#pragma once
// Parts that several stories share.
#include <optional>
#include <string_view>
#include <vector>

#include "explain/case_file.hpp"

namespace yongdi::explain {

// As-of day, rulebook, and the expired documents that the project accepts by name.
void add_ground(Story& story, const Ground& ground);
// Declared, plane and ellipsoid area, and which one decides.
Text areas(std::optional<double> declared_m2, std::optional<double> plane_m2, std::optional<double> ellipsoid_m2, const Ground& ground);
// "供地.shp 第 12 行"
Text place(const facts::Table& facts);
// The facts of these fields that are known, as one sentence; empty when none is.
Text known_facts(const facts::Table& facts, std::initializer_list<std::string_view> fields);
Section findings_section(const std::vector<ledger::FindingRow>& findings);
// Names of fields joined by commas, as the ledger keeps them, in words.
Text missing_words(std::string_view missing, std::initializer_list<facts::Layer> layers);

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
