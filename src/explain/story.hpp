#pragma once
// What is told, before it is printed: the same story for a reader of either language and for a machine.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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
  std::string issuer = {}, version = {};
  std::optional<measures::Day> in_force_from = {}, in_force_to = {};  // to: the last day
  std::vector<Text> rejected = {};  // other documents that give the same figure, each with the reason why it does not hold
  bool own = false;                 // of a folder of the user's, in place of the shipped text
  bool by_program = false;          // no law: a placeholder or a way of counting of the program's authors
};

struct Step {
  Text text;
  std::vector<Citation> citations;
};

struct Section {
  Text heading;
  bool numbered = false;
  std::vector<Step> steps;
  // Printed before the steps. A row of a single cell is a heading for those below it.
  std::vector<std::vector<Text>> table;  // first row: headers, first column: words, the others: figures
  bool of_words = false;                 // no headers, and every column is words
  std::size_t rows_on_page = 0;          // of the table, its headers apart; the rest is counted on paper, whole for a machine. 0: all
};

struct Story {
  std::string subject, id;                  // "parcel", …
  Text title;                               // "宗地 4418022017B00012　精工机械厂房"
  std::vector<std::pair<Text, Text>> head;  // label and value
  std::vector<Text> warnings;               // what the reader must know before anything else
  Text verdict;
  std::vector<Section> sections;
  Text run;                           // which ledger it was told from
  std::optional<facts::Table> facts;  // one row
  std::vector<ledger::FindingRow> findings;
  // The columns of the ledger that follow from the facts and the rules, judged anew for this story: name and what the column holds.
  using Column = std::variant<std::monostate, std::string, std::int64_t, double>;
  std::vector<std::pair<std::string_view, Column>> derived;
};

}  // namespace yongdi::explain
