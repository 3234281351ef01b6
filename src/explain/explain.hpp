#pragma once
// Why a parcel, approval, park or firm is what it is, told as a person would: the facts with the place they came from, the clause, each step with its
// figures, the branch taken, and what would change it. Made from the ledger alone, by the very functions that judged; nothing is read from the
// sources.
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "measures/day.hpp"

namespace yongdi::explain {

enum class Language { zh, en };
enum class Kind { parcel, approval, park, firm, finding };

struct Question {
  // Another day than the ledger's: judged from the same facts by the rules in force then.
  std::optional<measures::Day> as_of = {};
  // Where a parcel and a park bear one id: which is meant. Empty: both are told.
  std::optional<Kind> kind = {};
};

// Plain text of at most a page for each id. Throws findings::Failure: Exit::input for the ledger, Exit::usage for an unknown id (with the nearest),
// and for another day of what only an overlay can tell (a park, a firm, a finding).
std::string tell(const std::filesystem::path& ledger, std::span<const std::string> ids, Language language, const Question& question = {});
// The same for machines: an object with subject, id, facts, derived (the columns of the ledger that follow from these facts and rules), steps (each
// with document, article, text), verdict, findings. Of several ids an array of them.
std::string tell_json(const std::filesystem::path& ledger, std::span<const std::string> ids, const Question& question = {});

}  // namespace yongdi::explain
