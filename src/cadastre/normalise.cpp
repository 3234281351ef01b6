#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "cadastre/judgement.hpp"
#include "cadastre/naming.hpp"
#include "findings/catalogue.hpp"

namespace yongdi::cadastre {
namespace {

using findings::Finding;

constexpr int kAreaDecimals = 2, kCoordinateDecimals = 3;

std::string rounded(double value, int decimals) {
  const auto exact = measures::Exact::from_double(value);
  return exact ? exact->to_string(decimals) : std::to_string(value);
}

// The field that says how much land the feature should be.
std::string_view declared_field(facts::Layer layer) {
  switch (layer) {
    case facts::Layer::parks:
    case facts::Layer::approvals:
      return "approved_area";
    case facts::Layer::parcels:
      return "area";
    default:
      return {};
  }
}

// Facts of an approval or a parcel count without a shape; a park or a building is nothing but its shape.
bool counts_without_shape(facts::Layer layer) { return layer == facts::Layer::approvals || layer == facts::Layer::parcels; }

// What is wrong with one feature, told in the order in which it was found out.
class Report {
 public:
  Report(const facts::Table& table, const facts::Row& row, const Name& name, const Judgement& judged, std::vector<Finding>& findings)
      : m_table(table), m_row(row), m_name(name), m_judged(judged), m_findings(findings) {}

  void name() {
    // A survey numbers its polygons or not: nothing else refers to them.
    if (m_name.missing && facts::fields(m_table.layer).front().required) raise("ID_MISSING", "id");
    if (m_name.duplicate) raise("ID_DUPLICATE", "id").values = {{"value", m_name.given}};
  }

  void shape(const std::string& note) {
    switch (m_judged.state) {
      case ShapeState::missing:
        raise("GEOMETRY_MISSING").values = {{"reason_zh", "图形为空"}, {"reason_en", "the shape is empty"}};
        break;
      case ShapeState::not_polygon:
        raise("GEOMETRY_MISSING").values = {{"reason_zh", "不是面，而是 " + note}, {"reason_en", "not a polygon but " + note}};
        break;
      case ShapeState::not_finite:
        raise("GEOMETRY_NOT_FINITE").values = {{"reason_zh", note.empty() ? "不是有限的数" : note},
                                               {"reason_en", note.empty() ? "not a finite number" : note}};
        break;
      case ShapeState::outside_crs:
        raise("OUTSIDE_CRS").values = {{"crs", note}};
        break;
      case ShapeState::polygon:
        break;
    }
    if (!m_judged.defect) return;
    const geometry::Defect& defect = *m_judged.defect;
    const findings::Text words = in_words(defect);
    Finding& invalid = raise("GEOMETRY_INVALID");
    invalid.values = {{"reason_zh", words.zh},
                      {"reason_en", words.en},
                      {"x", rounded(defect.place.x, kCoordinateDecimals)},
                      {"y", rounded(defect.place.y, kCoordinateDecimals)}};
    invalid.area_m2 = m_judged.before_m2;
    invalid.shape_wkb = geometry::point_wkb(defect.place);
    Finding& outcome = raise(m_judged.valid == Valid::repaired ? "GEOMETRY_REPAIRED" : "GEOMETRY_UNREPAIRABLE");
    outcome.values = {{"before", rounded(m_judged.before_m2, kAreaDecimals)}, {"after", rounded(m_judged.after_m2, kAreaDecimals)}};
    outcome.area_m2 = m_judged.valid == Valid::repaired ? m_judged.after_m2 : m_judged.before_m2;
  }

  // `factor`: the unit that the whole column was taken in by mistake, which is reported once.
  void declared_area(const Tolerances& tolerances, double factor) {
    const std::string_view field = declared_field(m_table.layer);
    if (field.empty()) return;
    const auto declared = facts::Column(m_table, field).exact(m_row);
    if (!declared) return;
    if (declared->is_negative() || declared->is_zero()) {
      raise("AREA_NOT_POSITIVE", field).values = {{"value", declared->to_string()}};
      return;
    }
    const double measured = tolerances.ellipsoid_decides ? m_judged.ellipsoid_m2 : m_judged.plane_m2;
    // An unknown area (NaN) differs from nothing.
    if (std::abs(measured * factor - declared->to_double()) > tolerances.area_mismatch * declared->to_double()) {
      raise("AREA_MISMATCH", field).values = {{"declared", declared->to_string(kAreaDecimals)}, {"measured", rounded(measured, kAreaDecimals)}};
    }
  }

 private:
  Finding& raise(std::string_view code, std::string_view field = {}) {
    Finding finding;
    finding.kind = &findings::kind(code);
    finding.place = place(m_table, m_row, field);
    finding.subject = facts::subject(m_table.layer);
    finding.subject_id = m_name.id;
    if (m_judged.valid != Valid::no) finding.area_m2 = m_judged.plane_m2;
    if (!m_judged.shape.empty()) finding.shape_wkb = geometry::to_wkb(m_judged.shape);
    return m_findings.emplace_back(std::move(finding));
  }

  const facts::Table& m_table;
  const facts::Row& m_row;
  const Name& m_name;
  const Judgement& m_judged;
  std::vector<Finding>& m_findings;
};

// One per layer: sources differ in which way rings run (shapefiles clockwise, GeoPackages the other way), and no area depends on it.
void report_turned(const facts::Table& table, std::size_t count, std::vector<Finding>& findings) {
  if (count == 0) return;
  Finding finding;
  finding.kind = &findings::kind("RING_ORIENTED");
  finding.place.source = table.sources.empty() ? "" : table.sources.front();
  finding.subject = facts::name(table.layer);
  finding.values = {{"count", std::to_string(count)}};
  findings.push_back(std::move(finding));
}

std::vector<Judgement> judge_all(std::vector<RawFeature>& features, const Tolerances& tolerances, const std::function<Measure()>& make_measure,
                                 const Workers& workers) {
  std::vector<Judgement> judged(features.size());
  workers(features.size(), [&](std::size_t first, std::size_t last) {
    const Measure measure = make_measure();
    for (std::size_t i = first; i < last; ++i) judged[i] = judge(std::move(features[i]), tolerances, measure);
  });
  return judged;
}

}  // namespace

Layer normalise(RawLayer raw, const Tolerances& tolerances, const std::function<Measure()>& make_measure, const Workers& workers,
                std::vector<Finding>& findings, Counts& counts) {
  const std::size_t count = raw.table.rows.size();
  if (raw.features.empty()) raw.features.resize(count, RawFeature{{}, ShapeState::missing, {}});
  if (raw.features.size() != count) throw std::logic_error("a layer with " + std::to_string(count) + " rows and another number of shapes");

  const std::vector<Name> names = name_features(raw);
  std::vector<Judgement> judged = judge_all(raw.features, tolerances, make_measure, workers);
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return names[i].id; });

  Layer layer{{raw.table.layer, raw.table.sources, raw.table.columns, {}, raw.table.origins}, {}};
  layer.table.rows.reserve(count);
  layer.features.reserve(count);
  std::size_t turned = 0;
  for (const std::size_t i : order) {
    Judgement& judgement = judged[i];
    facts::Row& row = raw.table.rows[i];
    Report report(raw.table, row, names[i], judgement, findings);
    report.name();
    report.shape(raw.features[i].note);
    report.declared_area(tolerances, raw.declared_factor);
    turned += judgement.turned ? 1U : 0U;
    if (judgement.valid == Valid::no && !counts_without_shape(raw.table.layer)) continue;
    layer.features.push_back({names[i].id, std::move(judgement.shape), judgement.valid, judgement.plane_m2, judgement.ellipsoid_m2});
    layer.table.rows.push_back(std::move(row));
  }
  report_turned(raw.table, turned, findings);
  counts = {count, layer.features.size(), count - layer.features.size()};
  return layer;
}

}  // namespace yongdi::cadastre
