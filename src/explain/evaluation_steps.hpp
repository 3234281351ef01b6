#pragma once
// What type of zone a park is by its land, and how its industrial share stands to the lines: each with the shares compared and the clause of the
// line.
#include "explain/case_file.hpp"

namespace yongdi::explain {

// No steps where the shares are not known and the park's name says nothing.
Section evaluation_section(const ParkFile& file, const Ground& ground);

}  // namespace yongdi::explain
