#pragma once
// Whether a file is whole, by what its own header says. A file cut short in copying must not pass as a layer with fewer features.
#include <string>

namespace yongdi::layers {

// Throws findings::Failure (Exit::input) that says which file is short, by how much; `name` is the source as named in the project file.
void check_shapefile_whole(const std::string& path, const std::string& name);
// Also for a database that was not closed: changes still in its -wal or -journal file would be missed (or the file altered) by reading.
void check_sqlite_whole(const std::string& path, const std::string& name);

// The sibling of a shapefile with that ending in either case, empty when there is none.
std::string sibling(const std::string& shp, const std::string& ending);

}  // namespace yongdi::layers
