#pragma once
// Reads rule files: a legal document, the file of a rulebook, the list of rules not encoded. Private to the room. What is wrong in them is added to
// `problems`; what could be read is returned all the same, so that one reading finds everything.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/problem.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/section.hpp"

namespace yongdi::rulebook {

struct ReadDocument {
  Document document;
  bool whole = false;  // its head could be read: number, level, validity; only then can it be compared with others
};
// A parameter with an error of its own is left out of the document.
ReadDocument read_document(std::string_view toml, const std::string& file, Problems& problems);

struct RulebookFile {
  findings::Text title;
  std::string extends;                   // name of a shipped rulebook whose documents and anchors it takes over; empty: none
  std::vector<Line> documents, anchors;  // files; numbers
  std::vector<InPlaceOf> in_place_of;    // only in the text that a ledger keeps: which documents stand in place of shipped ones
};
RulebookFile read_rulebook_file(std::string_view toml, const std::string& file, Problems& problems);

std::vector<NotEncoded> read_not_encoded(std::string_view toml, const std::string& file, Problems& problems);

}  // namespace yongdi::rulebook
