#pragma once
// A story on paper, and for a machine.
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "explain/explain.hpp"
#include "explain/story.hpp"

namespace yongdi::explain {

std::string print(const Story& story, Language language);
// subject, id, facts, steps (each with document, article, text), verdict, findings.
nlohmann::ordered_json to_json(const Story& story);

}  // namespace yongdi::explain
