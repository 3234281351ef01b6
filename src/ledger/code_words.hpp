#pragma once
// What the codes of the tables are called. Columns of codes are for machines; beside them, and on a terminal, people read these words.
#include <string_view>

namespace yongdi::ledger {

struct CodeWords {
  std::string_view code, zh, en;
};

// Each gives the code itself for one that it does not know.
CodeWords land_class_words(std::string_view code);   // of the land balance
CodeWords park_change_words(std::string_view code);  // of a comparison: what became of a park
CodeWords piece_words(std::string_view code);        // its land that was gained, lost, kept
CodeWords parcel_move_words(std::string_view code);  // a parcel that enters it, leaves it, is cut
CodeWords constraint_words(std::string_view code);   // protected and bounded areas
CodeWords zone_type_words(std::string_view code);    // of land-intensity evaluation
CodeWords gap_words(std::string_view code);          // land between parks

}  // namespace yongdi::ledger
