#pragma once
// What the auditor wants to see first when an audit has ended: on which day and by which law, the land of every park, whether it all adds up, what is
// wrong with the data, and where to go on reading.
#include <filesystem>
#include <string>

#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

struct Outcome {
  settings::AreaBasis area = settings::AreaBasis::plane;
  std::filesystem::path project, ledger;
};

std::string audit_summary(const workflow::Audit& audit, const Outcome& outcome, Language language);
// Title, as-of day, rulebook and what was accepted although it is not in force.
std::string heading(const workflow::Audit& audit, Language language);
// A path or an id as one types it in a shell.
std::string for_shell(const std::string& text);

}  // namespace yongdi::report
