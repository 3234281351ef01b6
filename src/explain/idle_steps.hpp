#pragma once
// The verdict on idle land, step by step, as an auditor would write it down: what was agreed, what was done, how the years are counted, which branch
// was taken and which was not, and what follows.
#include <vector>

#include "explain/case_file.hpp"
#include "idle/verdict.hpp"

namespace yongdi::explain {

struct IdleCase {
  const idle::Facts& facts;
  const idle::Terms& terms;
  const idle::Verdict& verdict;  // as judged from these facts and terms
};

// In one sentence. `determination` names the document that determined the land idle; empty while it is only suspected.
Text idle_sentence(const IdleCase& idle, const Law& law, const Text& determination);
// The steps; the conclusions that do not apply, and why; what would change it, and when.
std::vector<Section> idle_sections(const IdleCase& idle, const Law& law);

}  // namespace yongdi::explain
