#pragma once
// How a GIS draws the layers: QGIS reads the styles from the table layer_styles inside the ledger, other programs take the SLD.
#include <filesystem>
#include <string>
#include <vector>

namespace yongdi::ledger {

struct Style {
  std::string table;  // "parcel"
  std::string qml;    // QGIS 3 layer style
  std::string sld;    // OGC Styled Layer Descriptor 1.1
};

// <table>.qml with <table>.sld beside it, in the order of their names. Throws findings::Failure (Exit::input) when the folder or a file cannot be
// read.
std::vector<Style> load_styles(const std::filesystem::path& folder);

}  // namespace yongdi::ledger
