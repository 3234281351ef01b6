#pragma once
// Corrections as records: values that the sources have wrong and somebody decided otherwise. The sources stay as they are; a correction is applied to
// what was read, and only where what was read is what it set out to correct.
#include <optional>
#include <vector>

#include "findings/finding.hpp"
#include "layers/correction.hpp"
#include "layers/joining.hpp"
#include "layers/values.hpp"

namespace yongdi::layers {

class Corrections {
 public:
  // From tables of kind overrides. Those that name no layer or field of the project are findings at once.
  Corrections(const std::vector<JoinTable>& tables, const settings::Project& project, const Aliases& aliases, std::vector<findings::Finding>& findings);

  // Applies those of one layer, in the order of their days, to its rows as read: a correction may correct what an earlier one made of a value. Values
  // are read as they would be from the source itself, in its unit. Different layers may be done at the same time. Findings:
  // OVERRIDE_USED, OVERRIDE_STALE, OVERRIDE_EXPIRED, OVERRIDE_UNMATCHED, and those of a value that cannot be read.
  void apply(facts::Table& layer, const ValueReader& reader, std::vector<findings::Finding>& findings);

  // All of them by layer, subject, field and day, with what became of each.
  [[nodiscard]] const std::vector<Correction>& all() const { return m_all; }

 private:
  std::vector<Correction> m_all;
  std::optional<measures::Day> m_as_of;
};

}  // namespace yongdi::layers
