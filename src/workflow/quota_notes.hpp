#pragma once
// What somebody who signs a year's quotas must know beside the figures: what was not known and so not applied, what was typed and never compared,
// what stands there twice, which figures are no text of a document. Each adds findings to the input; `source` names the table they are about.
#include <string>
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "quota/derive.hpp"
#include "workflow/quota.hpp"

namespace yongdi::workflow {

void note_unknown(QuotaInput& basis, const std::string& source);
void note_typed(QuotaInput& basis, const std::string& source);
// The same land by the same document with the same area, entered for another park, day, year or way: most likely one disposal.
void note_alike(QuotaInput& basis, const std::string& source, const cadastre::Workers& workers);
void note_entries(QuotaInput& basis, const std::vector<quota::Entry>& all, const std::string& source);
void note_parameters(QuotaInput& basis, const quota::Outcome& outcome, const quota::Parameters& parameters);
void note_exemptions(QuotaInput& basis, const quota::Outcome& outcome);
// Anchors of the rulebook that are not in force on the day of the parameters, unless accepted.
void note_rulebook_end(QuotaInput& basis, const std::vector<std::string>& accepted);

}  // namespace yongdi::workflow
