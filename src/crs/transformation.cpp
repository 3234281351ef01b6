#include <array>
#include <cmath>
#include <limits>

#include "crs/state.hpp"

namespace yongdi::crs {
namespace {

using proj::Object;

// Datums that are the same ellipsoidal figure on the same geocentric frame: CGCS2000 is ITRF97 at epoch 2000.0 (GB 22021—2008), and WGS 84 has been
// kept to the ITRF within centimetres since its realisation G730. A shift of zero between them is good to the metre of plate motion since then, and
// not a guess, though PROJ's database holds no transformation that says so.
constexpr std::array<std::string_view, 2> kGeocentricTwins{"China 2000", "World Geodetic System 1984"};

bool is_geocentric_twin(const System& system) {
  const std::string datum = system.datum_name();
  for (const std::string_view twin : kGeocentricTwins) {
    if (datum.starts_with(twin)) return true;
  }
  return false;
}

}  // namespace

struct Transformation::State {
  proj::Context context;
  Object way;  // null for the identity
  bool guess = false;
  std::string description;
};

Transformation::Transformation(const System& from, const System& to) : m_state(std::make_unique<State>()) {
  proj::Context& context = m_state->context;
  if (from.same_as(to)) {
    m_state->description = "none needed";
    return;
  }
  const std::string what = "no way from " + from.name() + " to " + to.name();
  const Object source = context.own(proj_create(context.handle(), from.state().definition.c_str()), what);
  const Object target = context.own(proj_create(context.handle(), to.state().definition.c_str()), what);
  const proj::Factory factory(proj_create_operation_factory_context(context.handle(), nullptr));
  if (!factory) context.fail(what);
  // Guesses are let in so that they can be told from having no way at all; a way whose grid is not installed cannot be gone.
  proj_operation_factory_context_set_allow_ballpark_transformations(context.handle(), factory.get(), 1);
  proj_operation_factory_context_set_grid_availability_use(context.handle(), factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  proj_operation_factory_context_set_spatial_criterion(context.handle(), factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  const proj::List ways(proj_create_operations(context.handle(), source.get(), target.get(), factory.get()));
  if (!ways || proj_list_get_count(ways.get()) == 0) context.fail(what);
  // PROJ lists the best first: widest area, then accuracy. One way for all points, so that neighbours stay neighbours.
  const Object best = context.own(proj_list_get(context.handle(), ways.get(), 0), what);
  const char* const name = proj_get_name(best.get());
  m_state->description = name != nullptr ? name : "";
  m_state->guess = proj_coordoperation_has_ballpark_transformation(context.handle(), best.get()) != 0;
  if (m_state->guess && is_geocentric_twin(from) && is_geocentric_twin(to)) {
    m_state->guess = false;
    m_state->description += " (both follow the ITRF: a shift of zero, good to 1 m)";
  }
  m_state->way = proj::east_first(context, best.get());
}

Transformation::~Transformation() = default;
Transformation::Transformation(Transformation&&) noexcept = default;
Transformation& Transformation::operator=(Transformation&&) noexcept = default;

bool Transformation::is_guess() const { return m_state->guess; }
bool Transformation::is_identity() const { return m_state->way == nullptr; }
std::string Transformation::description() const { return m_state->description; }

std::size_t Transformation::apply(std::span<PointXY> points) const {
  constexpr std::size_t kStep = sizeof(PointXY);
  if (m_state->way && !points.empty()) {
    proj_trans_generic(m_state->way.get(), PJ_FWD, &points.front().x, kStep, points.size(), &points.front().y, kStep, points.size(), nullptr, 0, 0,
                       nullptr, 0, 0);
    proj_errno_reset(m_state->way.get());  // told below, point by point
  }
  std::size_t lost = 0;
  for (PointXY& point : points) {
    if (std::isfinite(point.x) && std::isfinite(point.y)) continue;
    point.x = point.y = std::numeric_limits<double>::infinity();
    ++lost;
  }
  return lost;
}

}  // namespace yongdi::crs
