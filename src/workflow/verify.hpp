#pragma once
// The audit once more, to compare with a ledger it once made: the same, or what differs (data, law, settings, program), and which figures moved
// because of it. Causes are told apart by running again with what the ledger keeps: first its law and its settings on the data of today, then the
// settings of today, then the law of today. Each step is then the work of one cause.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ledger/differences.hpp"
#include "workflow/audit.hpp"

namespace yongdi::workflow {

// The ledger itself: it says otherwise than its own receipt leads to, so it was changed after it was written.
enum class Cause { data, law, settings, program, ledger };
std::string_view to_text(Cause cause);

// One thing that is not as it was: an input file, a parameter of law, a setting, the program or a library.
struct Change {
  std::string what;           // "供地.shp", "idle.fee_rate", "tolerance.area_mismatch", "program"
  std::string before, after;  // empty: it was not there, or is not there any more
  findings::Text words;       // the passage of a parameter: document and article; else empty
};

struct Step {
  std::vector<Cause> because;
  std::vector<ledger::TableDifference> tables;  // figures and facts; receipt, rules and rule documents are among the changes
};

struct ParkMove {
  std::string park_id, class_name;
  ledger::Number before_m2, after_m2;
};

struct Verification {
  bool same = true;                              // every table, cell by cell
  std::map<Cause, std::vector<Change>> changes;  // never of Cause::ledger
  std::vector<Step> steps;                       // in the order of the runs; only those that moved something
  std::vector<ParkMove> parks;                   // of the balance, before and after all of it; only those that moved
  std::vector<findings::Text> notes;             // causes that could not be told apart, and why
};

// Runs into a temporary folder that is removed. Throws findings::Failure: what audit() throws, and Exit::input for a ledger that cannot be read.
Verification verify(const settings::Project& project, const Options& options, const std::filesystem::path& ledger);

}  // namespace yongdi::workflow
