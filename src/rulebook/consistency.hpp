#pragma once
// What must hold between the documents of a rulebook, beyond each being in order by itself. Private to the room.
#include <span>
#include <string>
#include <vector>

#include "rulebook/problem.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

// Whether a lower level's figure lies on the stricter side of a higher one's; never for a parameter that has no such side.
bool is_stricter(const Parameter& lower, const Parameter& higher);

// Adds: one number and version twice; two versions of one document in force at once; a parameter given twice on one level at once; a replaced
// document that is still in force beside its successor; references in a circle; and, as warnings, lower levels that loosen.
void check_together(const std::vector<Document>& documents, Problems& problems);

// Adds the references to documents whose numbers are not among `known`.
void check_references(const std::vector<Document>& documents, std::span<const std::string> known, Problems& problems);

}  // namespace yongdi::rulebook
