#include "layers/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>
#include <vector>

#include "findings/catalogue.hpp"
#include "layers/refusal.hpp"

namespace yongdi::layers {
namespace {

// Features as they come, and what GDAL said when it could give no more.
struct Batch {
  static constexpr std::size_t kMost = 8192;
  std::vector<SourceRow> rows;
  bool last = false;
  std::optional<findings::Text> failure;
};

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

struct Batches::State {
  OpenLayer& source;
  std::optional<std::uint64_t> declared;
  std::int64_t position = 0;  // features decoded; GDAL's thread has it while one is at work
  Batch in_hand{};
  std::future<Batch> coming{};
  std::uint64_t count = 0;
  std::int64_t row = 0;  // the last in hand

  Batch decode(Batch batch) {
    const ErrorLog log;
    batch.rows.clear();
    while (batch.rows.size() < Batch::kMost && !batch.last) {
      OGRFeatureUniquePtr feature(source.layer->GetNextFeature());
      if (log.failure()) batch.failure = log.words();
      batch.last = !feature || batch.failure;
      if (batch.last) break;
      const std::int64_t number = source.row(*feature, position++);
      batch.rows.push_back({std::move(feature), number});
    }
    return batch;
  }

  void start(Batch spent) {
    coming = std::async(std::launch::async, [this, batch = std::move(spent)]() mutable { return decode(std::move(batch)); });
  }

  void end() const {
    if (in_hand.failure)
      refuse(source.name,
             {fmt::format("第 {} 行之后读不下去（{}）。文件可能损坏或不完整，请重新取得。", row, in_hand.failure->zh),
              fmt::format("reading stops after row {} ({}). The file may be damaged or cut short. Please get it again.", row, in_hand.failure->en)});
    if (declared && count < *declared)
      refuse(source.name,
             {fmt::format("声明有 {} 个要素，只读到 {} 个。文件可能损坏或不完整，请重新取得。", *declared, count),
              fmt::format("{} features are declared but only {} could be read. The file may be damaged or cut short. Please get it again.", *declared,
                          count)});
  }
};

Batches::Batches(OpenLayer& source) : m_state(new State{source, declared_count(source)}) {
  source.layer->ResetReading();
  m_state->start({});
}
Batches::~Batches() = default;

std::span<const SourceRow> Batches::next() {
  State& state = *m_state;
  if (!state.in_hand.last) {
    Batch spent = std::exchange(state.in_hand, state.coming.get());
    if (!state.in_hand.last) state.start(std::move(spent));
    state.count += state.in_hand.rows.size();
    if (!state.in_hand.rows.empty()) {
      state.row = state.in_hand.rows.back().number;
      return state.in_hand.rows;
    }
  }
  state.end();
  return {};
}

std::uint64_t Batches::count() const { return m_state->count; }

std::uint64_t for_each_row(OpenLayer& source, const std::function<void(OGRFeature&, std::int64_t)>& body) {
  Batches batches(source);
  for (std::span<const SourceRow> rows = batches.next(); !rows.empty(); rows = batches.next())
    for (const SourceRow& row : rows) body(*row.feature, row.number);
  return batches.count();
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
