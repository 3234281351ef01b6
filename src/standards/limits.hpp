#pragma once
// Tables of control limits, and the two lists they are checked with: the divisions of the industry classification by edition, and the land uses by
// group. A bureau adds tables of the same columns (gis-data/limits/README.md).
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "findings/finding.hpp"
#include "intensity/land_use.hpp"
#include "intensity/limits.hpp"

namespace yongdi::standards {

struct TableFile {
  std::string name;  // as named in the project file, or within the data folder
  std::string sha256;
};

// Divisions of manufacturing by edition: "2002" → "13", "14", …
using Industries = std::map<std::string, std::set<std::string>, std::less<>>;

// Whether the code can be one of that edition: its division is listed, or lies outside manufacturing (which no list here covers) and is a number.
// An edition that is not listed, or not recorded, says nothing against any division that some edition has.
bool is_known(const Industries& industries, const std::string& code, const std::string& edition);

struct LimitBook {
  intensity::LimitTable table;
  Industries industries;
  std::vector<intensity::LandUseKey> land_uses;
  std::vector<TableFile> files;
};

// The tables of data_folder/limits, then those of the project (relative to its folder). Throws findings::Failure (Exit::input, Exit::usage) for a file
// that is missing and for what stands in it, each with its row: a double entry (two rows that fit the same parcels on the same day), an industry code
// its edition does not have, a unit that does not suit, a period that ends before it begins. Adds LIMITS_GAP for a table that leaves out divisions,
// land classes or days between rows that it has.
LimitBook read_limits(const std::filesystem::path& data_folder, const std::filesystem::path& project_folder, const std::vector<std::string>& tables,
                      std::vector<findings::Finding>& findings);

}  // namespace yongdi::standards
