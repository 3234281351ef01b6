#pragma once
// One value of the ledger as a machine or a person reads it.
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "ledger/columns.hpp"

namespace yongdi::report {

// Not known is null, a day is "2024-12-31".
nlohmann::ordered_json to_json(const ledger::Cell& cell);
// Not known is "NULL"; numbers in the fewest digits that give them back.
std::string to_text(const ledger::Cell& cell);

// Adds every column of a row under its name.
template <class Row>
void add_columns(nlohmann::ordered_json& object, const Row& row);

}  // namespace yongdi::report
