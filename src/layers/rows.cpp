#include "layers/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <vector>

#include "findings/catalogue.hpp"
#include "layers/refusal.hpp"

namespace yongdi::layers {
namespace {

// Features as they come, and what GDAL said when it could give no more.
struct Batch {
  static constexpr std::size_t kMost = 2048;
  std::vector<OGRFeatureUniquePtr> features;
  bool last = false;
  std::optional<findings::Text> failure;
};

Batch next_batch(OGRLayer& layer, Batch batch) {
  const ErrorLog log;
  batch.features.clear();
  while (batch.features.size() < Batch::kMost && !batch.last) {
    OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (log.failure()) batch.failure = log.words();
    batch.last = !feature || batch.failure;
    if (!batch.last) batch.features.push_back(std::move(feature));
  }
  return batch;
}

}  // namespace

std::optional<std::uint64_t> declared_count(OpenLayer& source) {
  // A shapefile counts deleted rows too (its files were compared with each other on opening), and text formats would have to be read.
  if (source.format != Format::sqlite || source.layer->TestCapability(OLCFastFeatureCount) == FALSE) return std::nullopt;
  const GIntBig count = source.layer->GetFeatureCount(TRUE);
  return count < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(count));
}

void read_only(OpenLayer& source, const std::vector<Column>& columns, bool shapes) {
  std::vector<const char*> ignored;
  const OGRFeatureDefn& definition = *source.layer->GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i) {
    const bool wanted = std::any_of(columns.begin(), columns.end(), [i](const Column& column) { return column.position == i; });
    if (!wanted) ignored.push_back(definition.GetFieldDefn(i)->GetNameRef());
  }
  if (!shapes) ignored.push_back("OGR_GEOMETRY");
  ignored.push_back("OGR_STYLE");
  ignored.push_back(nullptr);
  const ErrorLog log;
  // What GDAL does not leave out it merely reads in vain.
  static_cast<void>(source.layer->SetIgnoredFields(ignored.data()));
}

std::uint64_t for_each_row(OpenLayer& source, const std::function<void(OGRFeature&, std::int64_t)>& body) {
  const std::optional<std::uint64_t> declared = declared_count(source);
  source.layer->ResetReading();
  std::int64_t position = 0, row = 0;
  // While the rows of one batch are taken, GDAL decodes the next. One thread at a time has the layer.
  const auto start = [&](Batch spent) { return std::async(std::launch::async, next_batch, std::ref(*source.layer), std::move(spent)); };
  std::future<Batch> coming = start({});
  for (Batch spent;;) {
    Batch batch = coming.get();
    if (!batch.last) coming = start(std::move(spent));
    for (const OGRFeatureUniquePtr& feature : batch.features) {
      row = source.row(*feature, position++);
      body(*feature, row);
    }
    if (batch.failure) {
      refuse(source.name,
             {fmt::format("第 {} 行之后读不下去（{}）。文件可能损坏或不完整，请重新取得。", row, batch.failure->zh),
              fmt::format("reading stops after row {} ({}). The file may be damaged or cut short. Please get it again.", row, batch.failure->en)});
    }
    if (batch.last) break;
    spent = std::move(batch);
  }
  const auto read = static_cast<std::uint64_t>(position);
  if (declared && read < *declared) {
    refuse(source.name, {fmt::format("声明有 {} 个要素，只读到 {} 个。文件可能损坏或不完整，请重新取得。", *declared, read),
                         fmt::format("{} features are declared but only {} could be read. The file may be damaged or cut short. Please get it again.",
                                     *declared, read)});
  }
  return read;
}

findings::Finding doubt_finding(const Doubt& doubt, const OpenLayer& source, std::int64_t row, const Column& column, std::string_view subject,
                                std::string subject_id) {
  findings::Finding finding{&findings::kind(doubt.code),
                            {source.name, row, column.source_name},
                            std::string(subject),
                            std::move(subject_id),
                            {{"value", doubt.written}},
                            std::nullopt,
                            {}};
  if (!doubt.known.empty()) finding.values.emplace_back("other", doubt.known);
  return finding;
}

}  // namespace yongdi::layers
