#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "../geometry/draw.hpp"
#include "cadastre/raw_layer.hpp"

namespace yongdi::cadastre {
namespace {

using facts::Value;
using geometry::draw;
using testing::ElementsAre;

constexpr const char* kSquare = "0 0, 100 0, 100 100, 0 100";  // 10 000 m²

// Rows of a parcel layer: id, declared area, name; each with an outline.
class Rows {
 public:
  explicit Rows(facts::Layer layer = facts::Layer::parcels) {
    m_area_field = layer == facts::Layer::parcels ? "area" : "approved_area";
    m_raw.table.layer = layer;
    m_raw.table.sources = {"供地.shp"};
    m_raw.table.columns = {facts::find_field(layer, "id"), facts::find_field(layer, "name")};
    if (layer != facts::Layer::buildings) m_raw.table.columns.push_back(facts::find_field(layer, m_area_field));
    std::ranges::sort(m_raw.table.columns);
  }
  Rows& off_by(double factor) {
    m_raw.declared_factor = factor;
    return *this;
  }
  Rows& add(const std::string& id, const std::string& outline, Value area = {}, const std::string& name = "") {
    return add(id, RawFeature{draw(outline), ShapeState::polygon, {}}, std::move(area), name);
  }
  Rows& add(const std::string& id, RawFeature feature, Value area = {}, const std::string& name = "") {
    facts::Row row{0, static_cast<std::int64_t>(m_raw.table.rows.size()) + 1, {}};
    for (const std::size_t column : m_raw.table.columns) {
      const std::string_view field = facts::fields(m_raw.table.layer)[column].name;
      if (field == "id") row.values.push_back(id.empty() ? Value{} : Value{id});
      if (field == "name") row.values.push_back(name.empty() ? Value{} : Value{name});
      if (field == m_area_field) row.values.push_back(area);
    }
    m_raw.table.rows.push_back(std::move(row));
    m_raw.features.push_back(std::move(feature));
    return *this;
  }
  Rows& shuffle(std::mt19937_64& random) {
    for (std::size_t i = m_raw.features.size(); i > 1; --i) {
      const std::size_t k = std::uniform_int_distribution<std::size_t>(0, i - 1)(random);
      std::swap(m_raw.features[i - 1], m_raw.features[k]);
      std::swap(m_raw.table.rows[i - 1], m_raw.table.rows[k]);
    }
    return *this;
  }
  [[nodiscard]] const RawLayer& raw() const { return m_raw; }

 private:
  RawLayer m_raw;
  std::string_view m_area_field;
};

Value square_metres(std::int64_t area) { return measures::Exact(area); }

struct Result {
  Layer layer;
  std::vector<findings::Finding> findings;
  Counts counts;

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Feature& feature : layer.features) ids.push_back(feature.id);
    return ids;
  }
  // "GEOMETRY_INVALID P1"
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> told;
    for (const findings::Finding& finding : findings) told.push_back(std::string(finding.kind->code) + " " + finding.subject_id);
    return told;
  }
};

// An ellipsoid on which everything is a tenth smaller, so that the two measures are told apart.
Result normalised(const Rows& rows, Tolerances tolerances = {.area_mismatch = 0.02}, std::size_t part = 2) {
  Result result;
  const auto make_measure = [] { return [](const geometry::Region& region) { return std::pair{plane_area(region), 0.9 * plane_area(region)}; }; };
  const Workers workers = [part](std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
    for (std::size_t first = 0; first < count; first += part) body(first, std::min(first + part, count));
  };
  result.layer = normalise(rows.raw(), tolerances, make_measure, workers, result.findings, result.counts);
  // Every finding can be read: its words lack no value.
  for (const findings::Finding& finding : result.findings) {
    EXPECT_FALSE(findings::message(finding).zh.empty());
    EXPECT_FALSE(findings::message(finding).en.empty());
  }
  return result;
}

TEST(Normalise, SoundFeaturesAreMeasuredAndSortedById) {
  const Result result = normalised(Rows().add("P2", "0 0, 10 0, 10 10, 0 10").add("P10", kSquare).add("P1", "0 0, 20 0, 20 10, 0 10"));
  EXPECT_THAT(result.ids(), ElementsAre("P1", "P10", "P2"));
  EXPECT_THAT(result.told(), ElementsAre());
  EXPECT_EQ(result.layer.features[1].plane_m2, 10'000);
  EXPECT_EQ(result.layer.features[1].ellipsoid_m2, 9'000);
  EXPECT_EQ(result.layer.table.rows[1].number, 2);
  EXPECT_EQ(result.layer.find("P10"), 1U);
  EXPECT_EQ(result.layer.find("P3"), std::nullopt);
}

TEST(Normalise, ShapesThatCannotBeUsed) {
  struct Case {
    const char* what;
    RawFeature feature;
    const char* code;
  };
  const geometry::Region square = draw(kSquare);
  geometry::Region endless = square;
  endless.polygons[0].rings[0][1].x = INFINITY;
  for (const Case& row :
       {Case{"no shape", {{}, ShapeState::missing, {}}, "GEOMETRY_MISSING"}, Case{"empty polygon", {{}, ShapeState::polygon, {}}, "GEOMETRY_MISSING"},
        Case{"a point", {{}, ShapeState::not_polygon, "Point"}, "GEOMETRY_MISSING"},
        Case{"infinite", {endless, ShapeState::polygon, {}}, "GEOMETRY_NOT_FINITE"},
        Case{"said to be infinite", {endless, ShapeState::not_finite, "NaN"}, "GEOMETRY_NOT_FINITE"},
        Case{"elsewhere", {square, ShapeState::outside_crs, "EPSG:4526"}, "OUTSIDE_CRS"}}) {
    const Result parcels = normalised(Rows().add("P1", row.feature, square_metres(5)));
    EXPECT_THAT(parcels.told(), ElementsAre(std::string(row.code) + " P1")) << row.what;
    ASSERT_EQ(parcels.layer.features.size(), 1U) << row.what << ": a parcel's facts count without its shape";
    EXPECT_EQ(parcels.layer.features[0].valid, Valid::no) << row.what;
    EXPECT_TRUE(std::isnan(parcels.layer.features[0].plane_m2) && std::isnan(parcels.layer.features[0].ellipsoid_m2)) << row.what;
    EXPECT_FALSE(parcels.findings[0].area_m2) << row.what;

    for (const facts::Layer layer : {facts::Layer::parks, facts::Layer::buildings}) {
      const Result rejected = normalised(Rows(layer).add("K1", row.feature).add("K2", kSquare));
      EXPECT_THAT(rejected.ids(), ElementsAre("K2")) << row.what;
      EXPECT_EQ(rejected.counts.read, 2U);
      EXPECT_EQ(rejected.counts.used, 1U);
      EXPECT_EQ(rejected.counts.rejected, 1U);
    }
  }
}

TEST(Normalise, InvalidShapesAreRepairedWithinTheToleranceOnly) {
  struct Case {
    const char* what;
    const char* outline;
    Valid valid;
    double area_m2;
    const char* outcome;
  };
  for (const Case& row : {
           Case{"spike", "0 0, 100 0, 150 0, 100 0, 100 100, 0 100", Valid::repaired, 10'000, "GEOMETRY_REPAIRED P1"},
           Case{"small loop at a corner: less than 1 m² of 10 000", "0 0, 100 0, 100 100, 1 100, -1 99, -1 100, 0 99", Valid::repaired, 9'999.5,
                "GEOMETRY_REPAIRED P1"},
           Case{"bow-tie: the area as drawn is nothing", "0 0, 100 100, 100 0, 0 100", Valid::no, 0, "GEOMETRY_UNREPAIRABLE P1"},
           Case{"hole outside: another area", "0 0, 100 0, 100 100, 0 100 / 200 0, 200 50, 250 50, 250 0", Valid::no, 0, "GEOMETRY_UNREPAIRABLE P1"},
           Case{"line", "0 0, 100 0, 200 0", Valid::no, 0, "GEOMETRY_UNREPAIRABLE P1"},
       }) {
    const Result result = normalised(Rows().add("P1", row.outline));
    EXPECT_THAT(result.told(), ElementsAre("GEOMETRY_INVALID P1", row.outcome)) << row.what;
    const Feature& feature = result.layer.features.at(0);
    EXPECT_EQ(feature.valid, row.valid) << row.what;
    if (row.valid == Valid::no) {
      EXPECT_TRUE(std::isnan(feature.plane_m2)) << row.what;
      EXPECT_EQ(feature.shape.polygons[0].rings, draw(row.outline).polygons[0].rings) << row.what << ": kept as drawn";
    } else {
      EXPECT_NEAR(feature.plane_m2, row.area_m2, 1) << row.what;
      EXPECT_FALSE(feature.shape.empty()) << row.what;
    }
  }
}

TEST(Normalise, ADefectIsPlacedAndNamed) {
  const Result result = normalised(Rows().add("P1", "0 0, 100 100, 100 0, 0 100"));
  const findings::Finding& invalid = result.findings.at(0);
  EXPECT_EQ(invalid.place.source, "供地.shp");
  EXPECT_EQ(invalid.place.row, 1);
  EXPECT_EQ(invalid.subject, "parcel");
  EXPECT_EQ(invalid.shape_wkb, geometry::point_wkb({50, 50}));
  EXPECT_THAT(findings::message(invalid).zh, testing::HasSubstr("边界线自相交"));
  EXPECT_THAT(findings::message(invalid).en, testing::HasSubstr("crosses itself"));
}

TEST(Normalise, TheFirstBySizeThenPlaceKeepsASharedId) {
  const Result result = normalised(Rows()
                                       .add("Z5", "500 0, 600 0, 600 100, 500 100", {}, "east")
                                       .add("Z5~2", "0 900, 10 900, 10 910", {}, "written so")
                                       .add("Z5", kSquare, {}, "west")
                                       .add("Z5", "0 0, 10 0, 10 10, 0 10", {}, "small"));
  const facts::Column name(result.layer.table, "name");
  std::vector<std::string> who;
  for (std::size_t i = 0; i < result.layer.features.size(); ++i)
    who.push_back(result.layer.features[i].id + " " + *name.text(result.layer.table.rows[i]));
  EXPECT_THAT(who, ElementsAre("Z5 small", "Z5~2 written so", "Z5~3 west", "Z5~4 east"));
  EXPECT_THAT(result.told(), ElementsAre("ID_DUPLICATE Z5~3", "ID_DUPLICATE Z5~4"));
}

TEST(Normalise, AFeatureWithoutIdGetsOneFromItsContent) {
  const auto id_of = [](const char* outline, const char* name) {
    return normalised(Rows().add("A", kSquare).add("", outline, {}, name)).ids().back();
  };
  const std::string id = id_of(kSquare, "x");
  EXPECT_THAT(id, testing::MatchesRegex("blank~[0-9a-f]{8}"));
  EXPECT_EQ(id, normalised(Rows().add("", kSquare, {}, "x")).ids().back()) << "whatever else is in the layer";
  EXPECT_NE(id, id_of(kSquare, "y"));
  EXPECT_NE(id, id_of("0 0, 100 0, 100 101, 0 100", "x"));
  const Result twins = normalised(Rows().add("", kSquare).add("", kSquare));
  EXPECT_EQ(twins.layer.features[1].id, twins.layer.features[0].id + "~2");
  EXPECT_EQ(std::ranges::count(twins.findings, "ID_MISSING", [](const auto& finding) { return finding.kind->code; }), 2);
}

TEST(Normalise, DeclaredAreaAgainstMeasured) {
  struct Case {
    const char* what;
    Value declared;
    bool ellipsoid;
    std::vector<std::string> told;
  };
  for (const Case& row : {
           Case{"equal", square_metres(10'000), false, {}},
           Case{"just within 2 %", square_metres(9'804), false, {}},
           Case{"just beyond", square_metres(9'803), false, {"AREA_MISMATCH P1"}},
           Case{"in mu by mistake", square_metres(15), false, {"AREA_MISMATCH P1"}},
           Case{"as on the ellipsoid, plane decides", square_metres(9'000), false, {"AREA_MISMATCH P1"}},
           Case{"as on the ellipsoid, which decides", square_metres(9'000), true, {}},
           Case{"none", {}, false, {}},
           Case{"nought", square_metres(0), false, {"AREA_NOT_POSITIVE P1"}},
           Case{"negative", square_metres(-5), false, {"AREA_NOT_POSITIVE P1"}},
       }) {
    for (const facts::Layer layer : {facts::Layer::parcels, facts::Layer::parks, facts::Layer::approvals}) {
      const Result result = normalised(Rows(layer).add("P1", kSquare, row.declared), {.area_mismatch = 0.02, .ellipsoid_decides = row.ellipsoid});
      EXPECT_EQ(result.told(), row.told) << row.what << ", " << facts::name(layer);
    }
  }
}

TEST(Normalise, AColumnInAnotherUnitIsNotToldRowByRow) {
  const double mu_as_m2 = 0.0015;  // 15 亩 are 10,000 m²
  const Result result = normalised(Rows().off_by(mu_as_m2).add("P1", kSquare, square_metres(15)).add("P2", kSquare, square_metres(20)));
  EXPECT_THAT(result.told(), ElementsAre("AREA_MISMATCH P2"));
}

TEST(Normalise, RingsTheOtherWayAreOneRemarkPerLayer) {
  const char* const clockwise = "0 0, 0 100, 100 100, 100 0";
  const Result result = normalised(Rows().add("P1", clockwise).add("P2", clockwise).add("P3", kSquare));
  ASSERT_THAT(result.told(), ElementsAre("RING_ORIENTED "));
  EXPECT_THAT(findings::message(result.findings[0]).en, testing::HasSubstr("2 features"));
  for (const Feature& feature : result.layer.features) {
    EXPECT_EQ(feature.valid, Valid::yes);
    EXPECT_EQ(feature.plane_m2, 10'000);
    EXPECT_GT(geometry::signed_area(feature.shape.polygons[0].rings[0]), 0);
  }
}

TEST(Normalise, RowOrderAndWorkersMakeNoDifference) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  Rows rows;
  rows.add("A", kSquare, square_metres(3))
      .add("A", kSquare, square_metres(4))
      .add("A", kSquare, {})
      .add("", kSquare, {}, "x")
      .add("", kSquare, {}, "y");
  rows.add("B", "0 0, 100 100, 100 0, 0 100").add("C", "0 0, 0 9, 9 9, 9 0").add("A~2", "0 0, 9 0, 9 9").add("", kSquare, {}, "x");
  const auto digest = [](const Result& result) {
    std::vector<std::string> lines;
    const facts::Column name(result.layer.table, "name"), area(result.layer.table, "area");
    for (std::size_t i = 0; i < result.layer.features.size(); ++i) {
      const facts::Row& row = result.layer.table.rows[i];
      const std::string* const text = name.text(row);
      const auto declared = area.exact(row);
      lines.push_back(result.layer.features[i].id + "|" + (text != nullptr ? *text : "") + "|" + (declared ? declared->to_string() : "") + "|" +
                      geometry::to_wkb(result.layer.features[i].shape));
    }
    return std::pair(lines, result.told());
  };
  const auto expected = digest(normalised(rows));
  for (std::size_t round = 0; round < 20; ++round)
    EXPECT_EQ(digest(normalised(rows.shuffle(random), {.area_mismatch = 0.02}, 1 + round % 5)), expected);
}

}  // namespace
}  // namespace yongdi::cadastre
