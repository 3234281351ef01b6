#pragma once
// The findings of a run, worst first: by severity, then code, each code with its count and the land at stake.
#include <cstddef>
#include <string>
#include <vector>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

struct Defects {
  const findings::Kind* kind = nullptr;
  std::vector<std::size_t> members;  // positions in Audit::findings
  double area_m2 = 0;                // Σ over the members that know theirs
  bool any_area = false;
};

// Severity downwards, then land at stake, then number, then code.
std::vector<Defects> defects_by_code(const workflow::Audit& audit);

// "供地.shp，第 12 行，字段“面积”"; empty when the finding has no place.
std::string place(const findings::Finding& finding, Language language);
// "错误 3，警告 12，提示 0，说明 9".
std::string counts(const workflow::Audit& audit, Language language);
std::uint64_t count(const workflow::Audit& audit, findings::Severity severity);

}  // namespace yongdi::report
