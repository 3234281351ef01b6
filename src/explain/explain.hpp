#pragma once
// Why a parcel, approval or park is what it is, told as a person would: the facts with the place they came from, the clause, each step with its
// figures, the branch taken, and what would change it. Made from the ledger alone, by the very functions that judged; nothing is read from the
// sources.
#include <filesystem>
#include <string>
#include <string_view>

namespace yongdi::explain {

enum class Language { zh, en };

// Plain text of at most a page. Throws findings::Failure: Exit::input for the ledger, Exit::usage for an unknown id (with the nearest).
std::string tell(const std::filesystem::path& ledger, std::string_view id, Language language);
// The same for machines: an object with subject, id, facts, steps (each with document, article, text), verdict, findings.
std::string tell_json(const std::filesystem::path& ledger, std::string_view id);

}  // namespace yongdi::explain
