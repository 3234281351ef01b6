#include "cadastre/judgement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace yongdi::cadastre {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool is_finite(const geometry::Region& shape) {
  for (const geometry::Polygon& polygon : shape.polygons) {
    for (const geometry::Ring& ring : polygon.rings) {
      for (const geometry::Point point : ring) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) return false;
      }
    }
  }
  return true;
}

// The overlay library may give up on a shape; its words are then the reason, and the first boundary point is the place.
std::optional<geometry::Defect> defect_of(const geometry::Region& shape) {
  try {
    return geometry::find_defect(shape);
  } catch (const std::runtime_error& error) {
    return geometry::Defect{error.what(), shape.polygons.front().rings.front().front()};
  }
}

geometry::Region repaired(const geometry::Region& shape, geometry::Defect& defect) {
  try {
    return geometry::repair(shape);
  } catch (const std::runtime_error& error) {
    defect.reason += "; ";
    defect.reason += error.what();
    return {};
  }
}

void repair(Judgement& result, const Tolerances& tolerances) {
  geometry::Region mended = repaired(result.shape, *result.defect);
  result.before_m2 = geometry::plane_area(result.shape);
  result.after_m2 = geometry::plane_area(mended);
  const double before = std::abs(result.before_m2), larger = std::max(before, result.after_m2);
  if (mended.empty() || std::abs(result.after_m2 - before) > tolerances.area_mismatch * larger) {
    result.valid = Valid::no;
  } else {
    result.valid = Valid::repaired;
    result.shape = std::move(mended);
  }
}

}  // namespace

Judgement judge(RawFeature&& raw, const Tolerances& tolerances, const Measure& measure) {
  Judgement result{.state = raw.state, .shape = std::move(raw.shape), .plane_m2 = kUnknown, .ellipsoid_m2 = kUnknown, .defect = {}};
  if (!is_finite(result.shape)) {
    if (result.state == ShapeState::polygon) result.state = ShapeState::not_finite;
    result.shape = {};
  } else if (result.state == ShapeState::polygon && result.shape.empty()) {
    result.state = ShapeState::missing;
  }
  if (result.state != ShapeState::polygon) {
    result.valid = Valid::no;
    return result;
  }
  result.defect = defect_of(result.shape);
  if (result.defect) {
    repair(result, tolerances);
  } else {
    result.turned = geometry::orient(result.shape);
  }
  if (result.valid != Valid::no) std::tie(result.plane_m2, result.ellipsoid_m2) = measure(result.shape);
  return result;
}

findings::Text in_words(const geometry::Defect& defect) {
  struct Words {
    std::string_view reason, zh, en;
  };
  static constexpr Words kWords[] = {
      {"Self-intersection", "边界线自相交", "the outline crosses itself"},
      {"Ring Self-intersection", "同一圈边界线自相接触或自相交", "a ring touches or crosses itself"},
      {"Hole lies outside shell", "内环位于外环之外", "a hole lies outside its shell"},
      {"Holes are nested", "内环套内环", "a hole lies inside another hole"},
      {"Interior is disconnected", "内部被内环隔断", "holes cut the interior in two"},
      {"Nested shells", "外环套外环", "a part lies inside another part"},
      {"Duplicate Rings", "同一圈边界线重复", "a ring is there twice"},
      {"Too few points in geometry component", "界址点不足三个", "a ring has fewer than three corners"},
      {"Ring is not closed", "边界线未闭合", "a ring is not closed"},
  };
  for (const Words& words : kWords) {
    if (defect.reason == words.reason) return {std::string(words.zh), std::string(words.en)};
  }
  return {defect.reason, defect.reason};
}

}  // namespace yongdi::cadastre
