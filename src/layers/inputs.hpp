#pragma once
// Every file that a run has read, with size and SHA-256: what the receipt says the figures were made from.
#include <map>
#include <mutex>
#include <string>

#include "layers/open.hpp"
#include "layers/read.hpp"

namespace yongdi::layers {

// Safe to use from several threads.
class Inputs {
 public:
  // Takes down the file(s) of a source: once each, however many layers are read from it. Databases are taken down by their rows (add_rows).
  void add(const OpenSource& source);
  // What a database connection gave, as one digest per layer.
  void add_rows(const std::string& name, std::uint64_t bytes, std::string sha256);
  [[nodiscard]] std::vector<InputFile> all() const;

 private:
  void add_file(const std::string& name, const std::string& path);

  mutable std::mutex m_mutex;
  std::map<std::string, InputFile> m_files;
};

}  // namespace yongdi::layers
