#pragma once
// What is told, before it is printed: the same story for a reader of either language and for a machine.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/table.hpp"
#include "findings/failure.hpp"
#include "ledger/rows.hpp"

namespace yongdi::explain {

using findings::Text;

// A passage of a legal document, as the rule file kept in the ledger names it.
struct Citation {
  Text title, article;
  std::string number;
  Text caution;  // empty when the passage was seen in the instrument
};

struct Step {
  Text text;
  std::vector<Citation> citations;
};

struct Section {
  Text heading;
  bool numbered = false;
  std::vector<Step> steps;
  std::vector<std::vector<Text>> table;  // printed before the steps; first row: headers, first column: words, the others: figures
};

struct Story {
  std::string subject, id;                  // "parcel", …
  Text title;                               // "宗地 4418022017B00012　精工机械厂房"
  std::vector<std::pair<Text, Text>> head;  // label and value
  std::vector<Text> warnings;               // what the reader must know before anything else
  Text verdict;
  std::vector<Section> sections;
  std::optional<facts::Table> facts;  // one row
  std::vector<ledger::FindingRow> findings;
};

}  // namespace yongdi::explain
