#pragma once
// The rows of an open layer, read one by one with every error noticed: what GDAL reports, and features that were declared but never came.
#include <functional>
#include <memory>
#include <span>

#include "layers/open.hpp"
#include "layers/values.hpp"

namespace yongdi::layers {

struct SourceRow {
  OGRFeatureUniquePtr feature;
  std::int64_t number = 0;  // as the source's own program shows it
};

// The features of a layer, some at a time: while those in hand are taken, GDAL decodes the next on a thread of its own. One thread has the layer.
class Batches {
 public:
  explicit Batches(OpenLayer& source);
  ~Batches();  // waits for GDAL
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;

  // None at the end; those of one call last until the next. Throws findings::Failure (Exit::input) that names layer and row when the source ends
  // early.
  std::span<const SourceRow> next();
  // Features that came so far.
  [[nodiscard]] std::uint64_t count() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Calls `body` for every feature with its row number, on this thread, and returns how many there were; throws as Batches does.
std::uint64_t for_each_row(OpenLayer& source, const std::function<void(OGRFeature& feature, std::int64_t row)>& body);

// Features the source declares, if it can say without reading them all.
std::optional<std::uint64_t> declared_count(OpenLayer& source);

// Reads no other columns from now on, nor shapes if not wanted.
void read_only(OpenLayer& source, const std::vector<Column>& columns, bool shapes);

// The finding for a value that could not be read.
findings::Finding doubt_finding(const Doubt& doubt, const OpenLayer& source, std::int64_t row, const Column& column, std::string_view subject,
                                std::string subject_id);

}  // namespace yongdi::layers
