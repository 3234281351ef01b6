#include "layers/placing.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "findings/catalogue.hpp"
#include "layers/refusal.hpp"

namespace yongdi::layers {
namespace {

using cadastre::RawFeature;
using cadastre::ShapeState;
using Extent = crs::System::Extent;

bool inside(const Extent& extent, const geometry::Box& box) {
  return box.min_x >= extent.min_x && box.max_x <= extent.max_x && box.min_y >= extent.min_y && box.max_y <= extent.max_y;
}

template <typename Action>
void for_each_ring(geometry::Region& region, Action action) {
  for (geometry::Polygon& polygon : region.polygons) {
    for (geometry::Ring& ring : polygon.rings) action(ring);
  }
}

// The text by which PROJ knows a layer's system. ESRI's .prj carry no EPSG number, so GDAL is asked which registered system they mean.
std::optional<std::string> definition_of(const OGRSpatialReference* reference) {
  if (reference == nullptr || reference->IsEmpty() || reference->IsLocal()) return std::nullopt;
  // What GDAL makes of the two numbers by which a GeoPackage says that it does not know.
  const std::string_view name = reference->GetName() != nullptr ? reference->GetName() : "";
  if (name.starts_with("Undefined ")) return std::nullopt;
  const char* authority = reference->GetAuthorityName(nullptr);
  const char* number = reference->GetAuthorityCode(nullptr);
  if (authority != nullptr && number != nullptr && EQUAL(authority, "EPSG")) return fmt::format("EPSG:{}", number);
  int count = 0;
  int* confidences = nullptr;
  OGRSpatialReferenceH* matches = reference->FindMatches(nullptr, &count, &confidences);
  std::optional<std::string> match;
  constexpr int kSure = 90;  // per cent; GDAL's own bound for taking a .prj as a registered system
  if (count > 0 && confidences[0] >= kSure && (count == 1 || confidences[1] < confidences[0])) {
    const auto* best = OGRSpatialReference::FromHandle(matches[0]);
    if (const char* code = best->GetAuthorityCode(nullptr)) match = fmt::format("{}:{}", best->GetAuthorityName(nullptr), code);
  }
  OSRFreeSRSArray(matches);
  CPLFree(confidences);
  if (match) return match;
  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
  const OGRErr status = reference->exportToWkt(&wkt, options);
  std::string text = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  return status != OGRERR_NONE || text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

crs::System named_system(const std::string& definition, const std::string& where) {
  try {
    return crs::System(definition);
  } catch (const std::invalid_argument& error) {
    refuse(where,
           {fmt::format("crs = \"{}\" 不是坐标系（{}）。请写成 \"EPSG:4526\" 的样子。", definition, error.what()),
            fmt::format("crs = \"{}\" names no coordinate system ({}). Please write it like \"EPSG:4526\".", definition, error.what())},
           findings::Exit::usage);
  }
}

crs::System layer_system(OpenLayer& source, const settings::LayerSetting& setting, std::vector<findings::Finding>& findings) {
  std::optional<std::string> own;
  {
    const ErrorLog log;
    own = definition_of(source.layer->GetSpatialRef());
  }
  if (setting.crs) {
    if (!own) {
      findings.push_back({&findings::kind("CRS_FROM_PROJECT"), {source.name, {}, {}}, "", "", {{"value", *setting.crs}}, {}, {}});
    }
    return named_system(*setting.crs, source.name);
  }
  if (!own) {
    refuse(source.name, {"图层没有坐标系。请在来源中定义投影（shapefile 需要 .prj），或在项目文件该图层下写明 crs。",
                         "the layer has no coordinate system. Please define one in the source (a shapefile needs its .prj), or state `crs` for the "
                         "layer in the project file."});
  }
  try {
    return crs::System(*own);
  } catch (const std::invalid_argument& error) {
    refuse(source.name, {fmt::format("图层的坐标系读不懂（{}）。请在项目文件该图层下写明 crs。", error.what()),
                         fmt::format("the layer's coordinate system cannot be understood ({}). Please state `crs` for the layer in the project file.",
                                     error.what())});
  }
}

bool is_swapped(const crs::System& own, const std::vector<RawFeature>& features) {
  const std::optional<Extent> use = own.area_of_use();
  if (!use) return false;
  std::size_t placed = 0, fit_swapped = 0;
  for (const RawFeature& feature : features) {
    if (feature.state != ShapeState::polygon) continue;
    const geometry::Box box = feature.shape.box();
    if (inside(*use, box)) return false;
    ++placed;
    if (inside(*use, {box.min_y, box.min_x, box.max_y, box.max_x})) ++fit_swapped;
  }
  // One stray shape does not keep a layer from being seen for what it is.
  return fit_swapped > 0 && 2 * fit_swapped >= placed;
}

void swap_axes(std::vector<RawFeature>& features) {
  for (RawFeature& feature : features) {
    for_each_ring(feature.shape, [](geometry::Ring& ring) {
      for (geometry::Point& point : ring) std::swap(point.x, point.y);
    });
  }
}

void bring_to(const crs::System& working, const crs::System& own, const std::string& name, std::vector<RawFeature>& features) {
  std::optional<crs::Transformation> way;
  if (!working.same_as(own)) {
    try {
      way.emplace(own, working);
    } catch (const std::invalid_argument& error) {
      refuse(name,
             {fmt::format("无法从 {} 转换到 {}（{}）。请换一个工作坐标系 crs。", crs::label(own), crs::label(working), error.what()),
              fmt::format("there is no way from {} to {} ({}). Please choose another working `crs`.", crs::label(own), crs::label(working),
                          error.what())},
             findings::Exit::usage);
    }
    if (way->is_guess()) {
      refuse(name,
             {fmt::format(
                  "从 {}（{}）到 "
                  "{}（{}）没有已知的转换参数，只能假定两个基准相同，会偏移数十米以上，因此拒绝。请先用当地测绘部门的参数转换该图层，或把工作坐标系 "
                  "crs 改到它的基准。",
                  crs::label(own), own.datum_name(), crs::label(working), working.datum_name()),
              fmt::format("no parameters are known from {} ({}) to {} ({}); taking the two datums as one could be off by tens of metres or more, so "
                          "it is refused. Please "
                          "transform the layer with the surveying authority's parameters first, or choose a working `crs` on its datum.",
                          crs::label(own), own.datum_name(), crs::label(working), working.datum_name())},
             findings::Exit::usage);
    }
    if (way->is_identity()) way.reset();
  }
  const std::optional<Extent> use = working.area_of_use();
  std::vector<crs::PointXY> points;
  for (RawFeature& feature : features) {
    if (feature.state != ShapeState::polygon) continue;
    if (way) {
      points.clear();
      for_each_ring(feature.shape, [&](const geometry::Ring& ring) {
        for (const geometry::Point& point : ring) points.push_back({point.x, point.y});
      });
      way->apply(points);
      std::size_t next = 0;
      for_each_ring(feature.shape, [&](geometry::Ring& ring) {
        for (geometry::Point& point : ring) {
          point = {points[next].x, points[next].y};
          if (!std::isfinite(point.x) || !std::isfinite(point.y)) feature.state = ShapeState::outside_crs;
          ++next;
        }
      });
      if (feature.state == ShapeState::outside_crs) {
        feature.shape = {};  // a point without an image cannot be drawn either
        continue;
      }
    }
    if (use && !inside(*use, feature.shape.box())) feature.state = ShapeState::outside_crs;
  }
}

}  // namespace yongdi::layers
