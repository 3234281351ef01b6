#pragma once
// Which control limits hold for a parcel and how it stands to them; what the screens found; each with the table, document or contract it rests on.
#include "explain/case_file.hpp"

namespace yongdi::explain {

// Empty steps when no limit holds, or nothing was tested.
Section limit_section(const ParcelFile& file);
Section screen_section(const ParcelFile& file, const Ground& ground);

}  // namespace yongdi::explain
