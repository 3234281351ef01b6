#include "workflow/comparing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <stdexcept>

#include "findings/catalogue.hpp"
#include "geometry/index.hpp"
#include "geometry/validity.hpp"
#include "inventory/sweep.hpp"
#include "ledger/query.hpp"
#include "ledger/styles.hpp"
#include "ledger/writer.hpp"
#include "measures/digest.hpp"
#include "workflow/measuring.hpp"
#include "workflow/on_paper.hpp"
#include "workflow/rows.hpp"
#include "workflow/rows_compare.hpp"

namespace yongdi::workflow {

namespace {

using findings::Exit;
using findings::Failure;

void require_sense(const CompareRequest& request) {
  const auto refuse = [](std::string zh, std::string en) { throw Failure(Exit::usage, {std::move(zh), std::move(en)}); };
  if (request.versions.size() < 2 && !request.overlaps)
    refuse("只给了一个版本。请给出旧、新两个版本（可以更多），或加 --overlaps 检查这一版自身的重叠和缝隙。",
           "Only one version was given. Give an old and a new one (or more), or add --overlaps to look at the overlaps and gaps of this one.");
  if (!(request.noise_m >= 0) || request.noise_m > 1000) refuse("--noise 应为不小于 0 的米数。", "--noise takes a distance in metres, not below 0.");
  if (!(request.gap_m > 0) || request.gap_m > 1000) refuse("--gap 应为大于 0 的米数。", "--gap takes a width in metres, above 0.");
}

class Comparing {
 public:
  Comparing(const CompareRequest& request, const Options& options) : m_request(request), m_options(options), m_pool(options.threads) {}

  CompareResult run() {
    require_sense(m_request);
    read();
    if (m_versions.size() == 1) look_at_the_only_version();
    for (std::size_t step = 0; step + 1 < m_versions.size(); ++step) compare_step(step);
    try_on_paper();
    close();
    return std::move(m_result);
  }

 private:
  void say(std::string zh, std::string en, double share) const {
    if (m_options.progress) m_options.progress({std::move(zh), std::move(en)}, share);
  }

  [[nodiscard]] crs::System working_system() {
    if (m_request.crs) {
      settings::Project named = m_versions.front()->project;
      named.file = "--crs";
      named.crs = m_request.crs;
      return layers::Source(named, m_options.data_folder).working_system(m_result.findings);
    }
    if (m_ledger) return m_ledger->working_system();
    return layers::Source(m_versions.front()->project, m_options.data_folder).working_system(m_result.findings);
  }

  // The ledger's, else those of the first project file, else the usual ones.
  [[nodiscard]] settings::Project deciding_settings() const {
    if (m_ledger) return settings_of(*m_ledger);
    for (const auto& version : m_versions)
      if (!version->project.parcels.source.empty()) return version->project;
    return {};
  }

  void read() {
    say("读取各版边界", "reading the versions", 0);
    for (const std::string& written : m_request.versions) m_versions.push_back(std::make_unique<ParkVersion>(written, version_project(written)));
    for (const std::string& written : m_request.constraints) static_cast<void>(constraint_setting(written));  // refused before anything is read
    if (m_request.ledger) m_ledger = std::make_unique<LedgerYear>(*m_request.ledger, m_pool);
    m_settings = deciding_settings();
    m_working.emplace(working_system());
    m_measuring = measuring(*m_working);
    std::vector<std::function<void()>> jobs;
    for (const auto& version : m_versions) {
      version->project.area = m_settings.area;
      jobs.emplace_back(
          [&] { version->read(*m_working, m_options.data_folder, m_pool.workers(), by_ellipsoid() ? m_measuring.make_measure : plane_measure); });
    }
    m_pool.all(jobs);
    for (const auto& version : m_versions) m_result.findings.insert(m_result.findings.end(), version->findings.begin(), version->findings.end());
    say("读取宗地和管控区", "reading parcels and constraints", 0.2);
    if (m_ledger) bring_to(*m_working, *m_ledger);
    m_around = land_around(m_versions, m_ledger.get(), m_request.constraints, *m_working, by_ellipsoid(), m_options.data_folder, m_pool.workers(),
                           m_result.findings);
  }

  [[nodiscard]] bool by_ellipsoid() const { return m_settings.area == settings::AreaBasis::ellipsoid; }
  [[nodiscard]] double noise_m2() const { return m_settings.tolerance.grid_m * m_settings.tolerance.grid_m; }
  [[nodiscard]] double area_m2(const geometry::Region& region, const cadastre::Measure& measure) const {
    return by_ellipsoid() ? measure(region).second : geometry::plane_area(region);
  }

  static void lay(std::vector<inventory::Layered>& layered, const boundary::Version& version, std::size_t first) {
    for (std::size_t i = 0; i < version.size(); ++i)
      if (!version[i].shape->empty()) layered.push_back({{facts::CoverKind::park, static_cast<std::uint32_t>(first + i)}, version[i].shape});
  }

  // Parcels and constraints away from all outlines have nothing to do with them.
  static void lay(std::vector<inventory::Layered>& layered, facts::CoverKind kind, const std::vector<geometry::Region>& shapes,
                  const geometry::BoxIndex& outlines) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
      outlines.find(shapes[i].box(), found);
      if (!found.empty()) layered.push_back({{kind, i}, &shapes[i]});
    }
  }

  [[nodiscard]] facts::Covers covers(const boundary::Version& before, const boundary::Version* after) {
    std::vector<inventory::Layered> layered;
    lay(layered, before, 0);
    if (after != nullptr) lay(layered, *after, before.size());
    std::vector<geometry::Box> boxes;
    for (const inventory::Layered& outline : layered) boxes.push_back(outline.region->box());
    const geometry::BoxIndex index(boxes);
    if (after != nullptr) {
      lay(layered, facts::CoverKind::parcel, m_around.parcel_shapes, index);
      lay(layered, facts::CoverKind::constraint, m_around.constraint_shapes, index);
    }
    return inventory::sweep(layered, by_ellipsoid() ? m_measuring.scale : inventory::AreaScale{}, m_pool.workers());
  }

  // A version against itself. `first`: position of its first outline among the labels of the covers.
  void look_at_version(std::size_t which, const facts::Covers& over, std::size_t first, double total_m2) {
    const auto number = static_cast<std::int64_t>(which + 1);
    const ParkVersion& version = *m_versions[which];
    m_result.versions.push_back({number, version.written, static_cast<std::int64_t>(version.outlines.size()), total_m2});
    geometry::Shaper shaper(m_settings.tolerance.grid_m);
    for (const boundary::Neighbours& overlap :
         boundary::overlaps(version.outlines, over, static_cast<std::uint32_t>(first), m_settings.tolerance.sliver_area_m2, shaper))
      add_overlap(number, version, overlap);
    if (m_request.overlaps) add_gaps(number, version, shaper);
    m_fallbacks += shaper.fallbacks();
  }

  void look_at_the_only_version() {
    say("检查重叠和缝隙", "looking for overlaps and gaps", 0.4);
    const facts::Covers alone = covers(m_versions.front()->outlines, nullptr);
    double total_m2 = 0;
    for (const facts::Cover& cover : alone.covers) total_m2 += cover.area_m2;
    look_at_version(0, alone, 0, total_m2);
  }

  void add_overlap(std::int64_t number, const ParkVersion& version, const boundary::Neighbours& overlap) {
    std::uint32_t holder = overlap.parks[0], other = overlap.parks[1];
    if (version.tree->rank(other) < version.tree->rank(holder)) std::swap(holder, other);
    const std::string drawn = overlap.shape.empty() ? std::string() : geometry::to_wkb(overlap.shape);
    m_result.overlaps.push_back({number, version.outlines[holder].id, version.outlines[other].id, overlap.area_m2, drawn});
    m_result.findings.push_back({&findings::kind("PARKS_OVERLAP"),
                                 place(version.parks.table, holder),
                                 "park",
                                 version.outlines[holder].id,
                                 {{"first", version.outlines[holder].id}, {"second", version.outlines[other].id}},
                                 overlap.area_m2,
                                 drawn,
                                 version.outlines[other].id});
  }

  void add_gaps(std::int64_t number, const ParkVersion& version, geometry::Shaper& shaper) {
    std::vector<boundary::Neighbours> found;
    try {
      found = boundary::gaps(version.outlines, m_request.gap_m, m_settings.tolerance.balance_m2, shaper);
    } catch (const std::runtime_error& error) {
      throw Failure(Exit::processing,
                    {version.written + " 的缝隙没有查成：" + error.what() + "。请先修正园区图形（yongdi check 会指出位置），再重新运行。",
                     "The gaps of " + version.written + " could not be looked for: " + error.what() +
                         ". Mend the outlines first (yongdi check shows where), then run again."});
    }
    const cadastre::Measure measure = m_measuring.make_measure();
    for (const boundary::Neighbours& gap : found) {
      std::string parks;
      for (const std::uint32_t park : gap.parks) parks += (parks.empty() ? "" : ",") + version.outlines[park].id;
      const std::string drawn = geometry::to_wkb(gap.shape);
      const double measured_m2 = area_m2(gap.shape, measure);
      m_result.gaps.push_back(park_gap_row(number, gap.meeting, parks, measured_m2, drawn));
      m_result.findings.push_back({&findings::kind("PARKS_GAP"),
                                   place(version.parks.table, gap.parks.front()),
                                   "park",
                                   version.outlines[gap.parks.front()].id,
                                   {{"value", parks},
                                    {"kind_zh", gap.meeting == boundary::Meeting::strip ? "狭缝" : "被包围的空地"},
                                    {"kind_en", gap.meeting == boundary::Meeting::strip ? "a strip" : "enclosed land"}},
                                   measured_m2,
                                   drawn});
    }
  }

  void compare_step(std::size_t step) {
    say("比较边界", "comparing outlines", 0.4 + 0.4 * static_cast<double>(step) / static_cast<double>(m_versions.size()));
    const boundary::Version &before = m_versions[step]->outlines, &after = m_versions[step + 1]->outlines;
    const facts::Covers over = covers(before, &after);
    boundary::Comparison found = boundary::compare(before, after, over, m_around.surroundings, m_request.noise_m);
    if (step == 0) look_at_version(0, over, 0, found.totals.all.before_m2());
    look_at_version(step + 1, over, before.size(), found.totals.all.after_m2());
    std::vector<DrawnChange> drawn(found.parks.size());
    m_pool.workers()(found.parks.size(), [&](std::size_t first, std::size_t last) {
      geometry::Shaper shaper(m_settings.tolerance.grid_m);
      for (std::size_t i = first; i < last; ++i) draw(found.parks[i], before, after, shaper, drawn[i]);
      m_fallbacks += shaper.fallbacks();
    });
    const auto number = static_cast<std::int64_t>(step + 1);
    for (std::size_t i = 0; i < found.parks.size(); ++i) {
      if (is_unknown(found.parks[i], step)) drawn[i].pieces.clear();
      m_result.parks.push_back(park_change_row(number, found.parks[i], before, after, drawn[i].outline));
      if (is_unknown(found.parks[i], step)) forget_figures(m_result.parks.back());
      for (const boundary::Piece& piece : drawn[i].pieces) m_result.pieces.push_back(piece_row(number, found.parks[i], piece));
    }
    for (const boundary::ParcelChange& change : found.parcels)
      if (!is_unknown(found.parks[change.park], step)) m_result.parcels.push_back(parcel_change_row(number, change, found.parks, m_around));
    for (const boundary::ConstraintChange& change : found.constraints)
      if (!change.park || !is_unknown(found.parks[*change.park], step))
        m_result.constraints.push_back(constraint_change_row(number, change, found.parks));
    m_result.totals.push_back(found.totals);
    m_result.parcels_within_noise += found.parcels_within_noise;
  }

  // A park that is in the other version, too, but without an outline there, did not come or go.
  [[nodiscard]] bool is_unknown(const boundary::ParkChange& change, std::size_t step) const {
    return (change.change == boundary::Change::added && m_versions[step]->without_outline.contains(change.park_id)) ||
           (change.change == boundary::Change::removed && m_versions[step + 1]->without_outline.contains(change.park_id));
  }

  void draw(boundary::ParkChange& change, const boundary::Version& before, const boundary::Version& after, geometry::Shaper& shaper,
            DrawnChange& drawn) const {
    boundary::look_at_outlines(change, before, after, m_request.noise_m, shaper);
    drawn.pieces = boundary::pieces(change, before, after, noise_m2(), shaper);
    // A part of a split or a merger is drawn as it is itself.
    const auto own = boundary::find(after, change.park_id);
    const boundary::Version& version = own ? after : before;
    const auto place = own ? own : boundary::find(before, change.park_id);
    if (place) drawn.outline = *version[*place].shape;
  }

  // What the ledger's land would be under either version.
  void try_on_paper() {
    if (!m_ledger || m_versions.size() < 2) return;
    say("按各版边界核算台账", "the ledger's land under each version", 0.85);
    OnPaper paper(*m_ledger, *m_working, m_options);
    std::vector<PaperFigures> figures;
    for (const auto& version : m_versions) {
      figures.push_back(paper.under(version->parks, version->project.parks.priority));
      m_result.balances_close = m_result.balances_close && figures.back().open.empty();
      m_result.findings.insert(m_result.findings.end(), figures.back().open.begin(), figures.back().open.end());
    }
    for (std::size_t step = 0; step + 1 < figures.size(); ++step) {
      const auto number = static_cast<std::int64_t>(step + 1);
      for (auto& row : balance_change_rows(number, figures[step], figures[step + 1])) m_result.balance.push_back(std::move(row));
      for (auto& row : indicator_change_rows(number, figures[step], figures[step + 1])) m_result.indicators.push_back(std::move(row));
    }
  }

  void close() {
    constexpr measures::Day kNoDay;  // 1970-01-01: outlines have no day of their own, and a clock would make every run another file
    m_result.as_of = m_settings.as_of.value_or(kNoDay);
    m_result.has_parcels = m_around.has_parcels;
    m_result.has_verdicts = m_ledger != nullptr;
    m_result.has_constraints = !m_around.surroundings.kinds.empty();
    m_result.looked_for_gaps = m_request.overlaps;
    for (const auto& version : m_versions) m_result.without_outline.push_back(version->without_outline.size());
    m_result.noise_m = m_request.noise_m;
    m_result.gap_m = m_request.gap_m;
    m_result.ellipsoid = by_ellipsoid();
    m_result.reference = spatial_reference(*m_working);
    findings::sort_and_number(m_result.findings, m_result.finding_ids);
    for (const findings::Severity severity :
         {findings::Severity::error, findings::Severity::warning, findings::Severity::notice, findings::Severity::info})
      m_result.counts[severity] = 0;
    for (const findings::Finding& finding : m_result.findings) ++m_result.counts[finding.kind->severity];
    m_result.receipt = receipt();
  }

  [[nodiscard]] std::vector<ledger::ReceiptRow> receipt() const {
    std::vector<ledger::ReceiptRow> rows = {{"program", "yongdi " YONGDI_VERSION},
                                            {"crs", m_working->authority().value_or(m_working->name())},
                                            {"area_basis", by_ellipsoid() ? "ellipsoid" : "plane"},
                                            {"noise_m", fmt::format("{}", m_request.noise_m)},
                                            {"tolerance.grid_m", fmt::format("{}", m_settings.tolerance.grid_m)},
                                            {"tolerance.sliver_area_m2", fmt::format("{}", m_settings.tolerance.sliver_area_m2)},
                                            {"tolerance.balance_m2", fmt::format("{}", m_settings.tolerance.balance_m2)},
                                            {"library.GDAL", layers::gdal_version()},
                                            {"library.GEOS", geometry::geos_version()},
                                            {"library.PROJ", crs::proj_version()},
                                            {"library.SQLite", ledger::sqlite_version()}};
    if (m_settings.as_of) rows.push_back({"as_of", m_settings.as_of->to_iso()});
    if (m_request.overlaps) rows.push_back({"gap_m", fmt::format("{}", m_request.gap_m)});
    const auto add_inputs = [&](const std::string& key, const std::vector<layers::InputFile>& inputs) {
      for (const layers::InputFile& input : inputs) rows.push_back({key + "input." + input.name, std::to_string(input.size) + " " + input.sha256});
    };
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
      const std::string key = "version." + std::to_string(i + 1);
      rows.push_back({key, m_versions[i]->written});
      add_inputs(key + ".", m_versions[i]->inputs);
    }
    add_inputs("", m_around.inputs);
    if (m_ledger) {
      rows.push_back({"ledger", m_ledger->path.filename().string()});
      rows.push_back({"ledger.run_id", m_ledger->setting("run_id")});
      rows.push_back({"ledger.rulebook", m_ledger->setting("rulebook")});
      if (const std::string accepted = m_ledger->setting("accepted_expired"); !accepted.empty())
        rows.push_back({"ledger.accepted_expired", accepted});
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    measures::Digest digest;
    for (const ledger::ReceiptRow& row : rows) digest.add(row.key + "\x1f" + row.value + "\x1e");
    rows.push_back({"run_id", digest.finish()});
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
      const cadastre::Counts& counts = m_versions[i]->counts;
      const std::string key = "count.version." + std::to_string(i + 1) + ".";
      rows.push_back({key + "read", std::to_string(counts.read)});
      rows.push_back({key + "used", std::to_string(counts.used)});
      rows.push_back({key + "rejected", std::to_string(counts.rejected)});
    }
    if (m_around.has_parcels) {
      const auto without =
          std::count_if(m_around.parcel_shapes.begin(), m_around.parcel_shapes.end(), [](const auto& shape) { return shape.empty(); });
      rows.push_back({"count.parcels", std::to_string(m_around.parcels.size())});
      rows.push_back({"count.parcels.without_outline", std::to_string(without)});
      rows.push_back({"count.parcels.within_noise", std::to_string(m_result.parcels_within_noise)});
    }
    rows.push_back({"overlay_fallbacks", std::to_string(m_fallbacks)});
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return rows;
  }

  const CompareRequest& m_request;
  const Options& m_options;
  Pool m_pool;
  std::vector<std::unique_ptr<ParkVersion>> m_versions;
  std::unique_ptr<LedgerYear> m_ledger;
  settings::Project m_settings;
  std::optional<crs::System> m_working;
  inventory::Measuring m_measuring;
  LandAround m_around;
  std::atomic<std::uint64_t> m_fallbacks = 0;
  CompareResult m_result;
};

template <class Row>
void write(ledger::Writer& writer, const std::vector<Row>& rows) {
  writer.write(std::span<const Row>(rows));
}

}  // namespace

CompareResult compare(const CompareRequest& request, const Options& options) { return Comparing(request, options).run(); }

void write_comparison(const CompareResult& result, const Options& options, const std::filesystem::path& output, bool overwrite) {
  if (options.progress) options.progress({"写出比较结果", "writing the comparison"}, 0.95);
  ledger::Writer writer(output, overwrite, result.reference, result.as_of, ledger::load_styles(options.data_folder / "styles"));
  write(writer, result.versions);
  write(writer, result.parks);
  write(writer, result.pieces);
  write(writer, result.parcels);
  write(writer, result.constraints);
  write(writer, result.overlaps);
  write(writer, result.gaps);
  write(writer, result.balance);
  write(writer, result.indicators);
  write(writer, finding_rows(result.findings, result.finding_ids));
  write(writer, result.receipt);
  writer.finish();
}

}  // namespace yongdi::workflow
