#pragma once
// A finding: one defect or remark about the data, the rules or the geometry, with its place, its reason and its mend.
//
// The catalogue (catalogue.hpp) declares every code once, with severity, owner and message templates in Chinese and English. A finding names its
// kind and gives the values that the templates ask for; the words are made when somebody reads it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "findings/failure.hpp"

namespace yongdi::findings {

enum class Severity { info, notice, warning, error };
enum class Owner { data, rule, geometry };

struct Kind {
  std::string_view code;
  Severity severity;
  Owner owner;
  // Templates: {name} is replaced by the finding's value of that name, or, where it differs by language, by `name_zh` and `name_en`; {place} by
  // subject, id, file, row and field; {stake} by the land concerned (area_m2). A value that is asked for but not given throws std::logic_error.
  std::string_view message_zh, message_en;
  std::string_view fix_zh, fix_en;
  std::string_view blocks;  // the figures this defect leaves undecided, as column names of the ledger; empty when none
};

struct Place {
  std::string source;               // the file as named in the project file; with " | layer" when it has several
  std::optional<std::int64_t> row;  // 1-based row of the table or feature number as its program shows it
  std::string field;                // the source's own field name
};

struct Finding {
  const Kind* kind = nullptr;
  Place place;
  std::string subject;     // "park", "approval", "parcel", "building", or the name of a layer or table
  std::string subject_id;  // empty when it concerns a whole layer
  std::vector<std::pair<std::string, std::string>> values;
  std::optional<double> area_m2;  // the land at stake
  std::string shape_wkb;          // point or polygon in the working CRS; empty when there is nothing to draw
  std::string other_id{};         // the second feature, of the same subject, where a defect lies between two; else empty
};

std::string_view to_text(Severity severity);
std::string_view to_text(Owner owner);

// What a person calls a subject: a feature ("parcel") or a whole layer ("parcels"); names of tables stay as they are.
Text subject_words(std::string_view subject);

// The message and the fix with the values filled in.
Text message(const Finding& finding);
Text fix(const Finding& finding);

// Puts the gravest first, then by code, subject and id. `ids` (ids[i] belongs to findings[i]) are stable between runs and under any row order: made
// from code, subject, id, field and values, never from row numbers. Several equal findings are told apart by a number behind the id.
void sort_and_number(std::vector<Finding>& findings, std::vector<std::string>& ids);

}  // namespace yongdi::findings
