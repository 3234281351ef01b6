#pragma once
// Where the rules and the alias file are.
#include <filesystem>

namespace yongdi::cli {

// $YONGDI_DATA, else gis-data beside the folder of the program (a build tree), else share/yongdi/gis-data there (an installation).
// Throws findings::Failure (Exit::input) when there is none, naming the places looked at.
std::filesystem::path data_folder(const std::filesystem::path& executable);

}  // namespace yongdi::cli
