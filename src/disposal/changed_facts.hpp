#pragma once
// Which facts of one subject differ between two ledgers.
#include <map>
#include <optional>
#include <string>

#include "facts/table.hpp"

namespace yongdi::disposal {

// Canonical names in the order of the contract, joined by commas; empty when all are the same or one side has no facts. A field that one input lacks
// altogether counts as not known there.
std::string changed_facts(const std::optional<facts::Table>& first, const std::optional<facts::Table>& second);

// Names of parameters whose value or document differs, joined by commas.
std::string changed_law(const std::map<std::string, std::string>& first, const std::map<std::string, std::string>& second);

}  // namespace yongdi::disposal
