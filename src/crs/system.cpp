#include "crs/system.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "crs/state.hpp"

namespace yongdi::crs {
namespace {

using proj::Context;
using proj::Object;

// PROJ is this sure, of 100, when it takes a nameless or differently named definition for a registered one with the same figures.
constexpr int kSure = 70;
constexpr std::string_view kPseudoMercatorMethod = "1024";  // EPSG operation method "Popular Visualisation Pseudo Mercator"
// Land surveys carry a zone over its edge to keep a city in one system (Qingyuan lies 0.6° outside zone 38): the area of use is taken this much
// wider.
constexpr double kGenerousDeg = 1;
constexpr int kPointsPerEdge = 21;

std::string to_wkt(Context& context, const PJ* object, PJ_WKT_TYPE type) {
  const char* const options[] = {"MULTILINE=NO", nullptr};
  const char* const text = proj_as_wkt(context.handle(), object, type, options);
  return text != nullptr ? text : "";
}

Object parse(Context& context, std::string_view definition) {
  std::string text(definition);
  // A bare PROJ string names a projection; this makes it a system.
  if (text.find("+proj=") != std::string::npos && text.find("+type=crs") == std::string::npos) text += " +type=crs";
  Object object = context.own(proj_create(context.handle(), text.c_str()), "no coordinate reference system");
  if (proj_is_crs(object.get()) == 0) throw std::invalid_argument("no coordinate reference system but something else of that name");
  return object;
}

std::optional<std::string> own_id(const PJ* object) {
  const char* const authority = proj_get_id_auth_name(object, 0);
  const char* const code = proj_get_id_code(object, 0);
  if (authority == nullptr || code == nullptr) return std::nullopt;
  return std::string(authority) + ":" + code;
}

bool equivalent(Context& context, const PJ* a, const PJ* b) {
  return proj_is_equivalent_to_with_ctx(context.handle(), a, b, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

// The registered system with the same figures, for definitions that name none (an ESRI .prj, a PROJ string).
Object registered_equal(Context& context, const PJ* plane) {
  int* confidence = nullptr;
  const proj::List found(proj_identify(context.handle(), plane, "EPSG", nullptr, &confidence));
  const std::unique_ptr<int, decltype(&proj_int_list_destroy)> owned(confidence, &proj_int_list_destroy);
  const int count = found ? proj_list_get_count(found.get()) : 0;
  for (int i = 0; i < count; ++i) {
    if (confidence[i] < kSure) continue;
    Object candidate(proj_list_get(context.handle(), found.get(), i));
    if (candidate && equivalent(context, plane, proj::east_first(context, candidate.get()).get())) return candidate;
  }
  return nullptr;
}

bool axes_in_metres(Context& context, const PJ* crs) {
  const Object axes(proj_crs_get_coordinate_system(context.handle(), crs));
  const int count = axes ? proj_cs_get_axis_count(context.handle(), axes.get()) : 0;
  for (int i = 0; i < count; ++i) {
    double metres = 0;
    if (proj_cs_get_axis_info(context.handle(), axes.get(), i, nullptr, nullptr, nullptr, &metres, nullptr, nullptr, nullptr) == 0) return false;
    if (metres != 1) return false;
  }
  return count > 0;
}

bool is_pseudo_mercator(Context& context, const PJ* crs) {
  const Object conversion(proj_crs_get_coordoperation(context.handle(), crs));
  const char* code = nullptr;
  return conversion && proj_coordoperation_get_method_info(context.handle(), conversion.get(), nullptr, nullptr, &code) != 0 && code != nullptr &&
         code == kPseudoMercatorMethod;
}

std::string datum_of(Context& context, const PJ* crs) {
  const Object datum(proj_crs_get_datum_forced(context.handle(), crs));
  const char* const name = datum ? proj_get_name(datum.get()) : nullptr;
  return name != nullptr ? name : "";
}

std::optional<System::Extent> find_area_of_use(Context& context, const PJ* crs, const PJ* plane, bool geographic) {
  double west = 0, south = 0, east = 0, north = 0;
  if (proj_get_area_of_use(context.handle(), crs, &west, &south, &east, &north, nullptr) == 0 || west < -180 || east < -180) return std::nullopt;
  if (west > east) east += 360;  // over the date line
  west -= kGenerousDeg;
  east += kGenerousDeg;
  south = std::max(south - kGenerousDeg, -90.0);
  north = std::min(north + kGenerousDeg, 90.0);
  if (geographic) {
    const bool everywhere = west < -180 || east > 180;
    return System::Extent{everywhere ? -180 : west, south, everywhere ? 180 : east, north};
  }
  const Object base = context.own(proj_crs_get_geodetic_crs(context.handle(), plane), "the system has no geographic base");
  const Object way =
      context.own(proj_create_crs_to_crs_from_pj(context.handle(), base.get(), plane, nullptr, nullptr), "the area of use has no image");
  const Object east_first = proj::east_first(context, way.get());
  System::Extent extent{};
  if (proj_trans_bounds(context.handle(), east_first.get(), PJ_FWD, west, south, east, north, &extent.min_x, &extent.min_y, &extent.max_x,
                        &extent.max_y, kPointsPerEdge) == 0) {
    return std::nullopt;  // a world-wide projection that runs to infinity at the poles: any place may have an image
  }
  const bool finite = std::isfinite(extent.min_x) && std::isfinite(extent.min_y) && std::isfinite(extent.max_x) && std::isfinite(extent.max_y);
  return finite ? std::optional(extent) : std::nullopt;
}

}  // namespace

System::System(std::string_view definition) {
  Context context;
  const auto state = std::make_shared<State>();
  Object whole = parse(context, definition);
  Object flat = proj::horizontal(context, whole.get());
  state->authority = own_id(flat.get());
  if (!state->authority) {
    if (Object registered = registered_equal(context, proj::east_first(context, flat.get()).get())) {
      state->authority = own_id(registered.get());
      const PJ_TYPE type = proj_get_type(whole.get());
      if (type != PJ_TYPE_BOUND_CRS && type != PJ_TYPE_COMPOUND_CRS) whole = context.own(proj_clone(context.handle(), registered.get()), "copy");
      flat = std::move(registered);
    }
  }
  const Object plane = proj::east_first(context, flat.get());

  state->definition = to_wkt(context, whole.get(), PJ_WKT2_2019);
  state->plane = to_wkt(context, plane.get(), PJ_WKT2_2019);
  if (state->definition.empty() || state->plane.empty()) context.fail("the system cannot be written down");
  state->wkt = to_wkt(context, flat.get(), PJ_WKT1_GDAL);
  if (state->wkt.empty()) state->wkt = to_wkt(context, flat.get(), PJ_WKT2_2019);  // the few that WKT 1 has no words for
  const char* const name = proj_get_name(flat.get());
  state->name = name != nullptr ? name : "";
  state->datum = datum_of(context, flat.get());

  const PJ_TYPE type = proj_get_type(flat.get());
  state->geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
  state->projected = type == PJ_TYPE_PROJECTED_CRS;
  if (!state->geographic && !state->projected) throw std::invalid_argument("neither a geographic nor a projected system: " + state->name);
  state->metres = state->projected && axes_in_metres(context, flat.get());
  state->web_mercator = state->projected && is_pseudo_mercator(context, flat.get());
  state->area_of_use = find_area_of_use(context, flat.get(), plane.get(), state->geographic);
  m_state = state;
}

const std::string& System::name() const { return m_state->name; }
std::optional<std::string> System::authority() const { return m_state->authority; }
const std::string& System::wkt() const { return m_state->wkt; }
std::string System::datum_name() const { return m_state->datum; }
bool System::is_geographic() const { return m_state->geographic; }
bool System::is_projected_in_metres() const { return m_state->metres; }
bool System::is_web_mercator() const { return m_state->web_mercator; }
std::optional<System::Extent> System::area_of_use() const { return m_state->area_of_use; }

bool System::same_as(const System& other) const {
  const State &a = *m_state, &b = *other.m_state;
  if (m_state == other.m_state || a.plane == b.plane) return true;
  if (a.projected != b.projected || (a.authority && a.authority == b.authority)) return a.projected == b.projected;
  Context context;
  const Object left = context.own(proj_create(context.handle(), a.plane.c_str()), a.name);
  const Object right = context.own(proj_create(context.handle(), b.plane.c_str()), b.name);
  return equivalent(context, left.get(), right.get());
}

std::optional<Unfit> unfit_to_work_in(const System& system) {
  if (system.is_geographic()) return Unfit::geographic;
  if (system.is_web_mercator()) return Unfit::web_mercator;
  if (!system.is_projected_in_metres()) return Unfit::not_metres;
  return std::nullopt;
}

std::optional<std::string> cgcs2000_zone(double longitude_deg) {
  // Zone n lies around 3n°; EPSG:4513 is zone 25, EPSG:4533 zone 45.
  if (!(longitude_deg >= 73.5 && longitude_deg <= 136.5)) return std::nullopt;
  const int zone = std::min(45, static_cast<int>(std::floor((longitude_deg + 1.5) / 3)));
  return "EPSG:" + std::to_string(4488 + zone);
}

std::string label(const System& system) {
  const auto authority = system.authority();
  return authority ? *authority + " (" + system.name() + ")" : system.name();
}

std::string proj_version() { return proj_info().version; }

}  // namespace yongdi::crs
