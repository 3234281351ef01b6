#pragma once
// A quota followed both ways, from a quota file alone: from a park's figure back to the steps, the credits, the land and the clauses; and from a
// parcel or approval, or the document that closed its disposal, forward to what that earned.
#include <string_view>
#include <vector>

#include "explain/case_file.hpp"
#include "explain/story.hpp"
#include "ledger/reader.hpp"

namespace yongdi::explain {

// Everything of that id: a park may bear the same one as a parcel. Empty when there is none.
std::vector<Story> tell_quota(const ledger::Reader& file, const Ground& ground, std::string_view id);
// All ids of parks, parcels and approvals, and the documents of disposals, each once, for "did you mean".
std::vector<std::string> quota_ids(const ledger::Reader& file);

}  // namespace yongdi::explain
