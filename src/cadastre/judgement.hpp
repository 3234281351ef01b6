#pragma once
// One shape judged: valid, repaired on a copy, or not to be used. Private to this room.
#include <optional>

#include "cadastre/raw_layer.hpp"
#include "geometry/validity.hpp"

namespace yongdi::cadastre {

struct Judgement {
  ShapeState state = ShapeState::polygon;
  Valid valid = Valid::yes;
  geometry::Region shape;  // that of Feature::shape
  double plane_m2, ellipsoid_m2;
  bool turned = false;                     // rings of a valid shape ran the other way
  std::optional<geometry::Defect> defect;  // of an invalid shape
  double before_m2 = 0, after_m2 = 0;      // of its repair
};

Judgement judge(RawFeature&& raw, const Tolerances& tolerances, const Measure& measure);

// The defect as a planner would say it.
findings::Text in_words(const geometry::Defect& defect);

}  // namespace yongdi::cadastre
