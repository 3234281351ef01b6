#pragma once
// Every file that a run has read, with size and SHA-256: what the receipt says the figures were made from.
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "layers/open.hpp"
#include "layers/read.hpp"

namespace yongdi::layers {

// Safe to use from several threads.
class Inputs {
 public:
  // Takes down the file(s) of a source: once each, however many layers are read from it. Databases are taken down by their rows (add_rows). Digests
  // are made on another thread while the source is read.
  void add(const OpenSource& source);
  // What a database connection gave, as one digest per layer.
  void add_rows(const std::string& name, std::uint64_t bytes, std::string sha256);
  // By name, ascending. Throws findings::Failure (Exit::input) for a file that cannot be read.
  [[nodiscard]] std::vector<InputFile> all() const;

 private:
  mutable std::mutex m_mutex;
  std::set<std::string> m_names;                                      // of the files taken down
  std::vector<std::shared_future<std::vector<InputFile>>> m_sources;  // theirs, source by source
  std::map<std::string, InputFile> m_rows;                            // of databases
};

}  // namespace yongdi::layers
