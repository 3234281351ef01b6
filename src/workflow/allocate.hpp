#pragma once
// `allocate`: a table of claims shared out, without anything else of a quota.
#include <filesystem>
#include <string>

#include "quota/allocate.hpp"

namespace yongdi::workflow {

// Columns id, weight, floor, cap, demand, in the measure of `total`. Throws findings::Failure: Exit::input for a table that cannot be read, or a row
// with a blank id, an id that is there twice, or a figure that is negative or missing, naming row and column; and as quota::allocate does.
quota::Allocation allocate(const std::string& table, const measures::Exact& total, const measures::Exact& unit,
                           const std::filesystem::path& data_folder);

}  // namespace yongdi::workflow
