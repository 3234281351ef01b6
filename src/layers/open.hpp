#pragma once
// Opens a source by what is in it, whatever it is called, and the one layer of it that is wanted.
#include <filesystem>
#include <string>
#include <vector>

#include "findings/finding.hpp"
#include "layers/dbf.hpp"
#include "layers/encoding.hpp"
#include "layers/gdal.hpp"
#include "settings/project.hpp"

namespace yongdi::layers {

enum class Format { shapefile, sqlite, spreadsheet, csv, database, other };

// A file of a spreadsheet under the name GDAL knows it by; removed from memory with it.
class MemoryFile {
 public:
  MemoryFile() = default;
  explicit MemoryFile(std::string path) : m_path(std::move(path)) {}
  MemoryFile(MemoryFile&& other) noexcept : m_path(std::move(other.m_path)) { other.m_path.clear(); }
  MemoryFile& operator=(MemoryFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    return *this;
  }
  ~MemoryFile() {
    if (!m_path.empty()) VSIUnlink(m_path.c_str());
  }

 private:
  std::string m_path;
};

struct OpenSource {
  std::string source;  // as named in the project file
  std::string name;    // with " | layer" when it has several
  std::string path;    // where it is; the connection string of a database
  Format format = Format::other;
  std::string content;  // what it is, for messages: "XLSX", "GeoPackage"
  MemoryFile memory;    // must outlive the dataset
  Dataset dataset;
};

struct OpenLayer : OpenSource {
  OGRLayer* layer = nullptr;
  std::optional<Dbf> dbf;          // of a shapefile
  std::optional<Recoder> recoder;  // where texts do not come as UTF-8
  std::string encoding = std::string(kUtf8);

  // A text or a name of the layer in UTF-8.
  [[nodiscard]] std::string utf8(std::string_view bytes);
  // The row as the source's own program shows it; `position` counts features from 0.
  [[nodiscard]] std::int64_t row(const OGRFeature& feature, std::int64_t position) const;
};

// Throws findings::Failure (Exit::input) for what is missing, cut short or unreadable. Finding: CONTENT_NOT_ENDING.
OpenSource open_source(const std::string& source, const std::filesystem::path& folder, std::vector<findings::Finding>& findings);
// The layer that the setting names, else the only one, with its encoding settled and its `where` applied. Findings: the same, and ENCODING_GUESSED.
OpenLayer open_layer(const settings::LayerSetting& setting, const std::filesystem::path& folder, std::vector<findings::Finding>& findings);
OpenLayer choose_layer(OpenSource source, const settings::LayerSetting& setting, std::vector<findings::Finding>& findings);

// A whole file; empty when it cannot be read.
std::string bytes_of(const std::string& path);
std::string absolute_path(const std::string& source, const std::filesystem::path& folder);

}  // namespace yongdi::layers
