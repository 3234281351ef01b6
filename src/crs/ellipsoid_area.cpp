#include "crs/ellipsoid_area.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "crs/state.hpp"

namespace yongdi::crs {
namespace {

using proj::Object;

constexpr double kLongestPart = 70;  // m; third national land survey, software test: floor(length / 70) points are put into an edge
constexpr double kRadians = std::numbers::pi / 180;
constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();

// The zone between equator and a latitude, per radian of longitude, in m²: ∫ M N cos B dB, in closed form (Snyder 1987, equation 3-12, times a²/2).
class Zone {
 public:
  Zone() = default;
  Zone(double a, double b) : m_a2(a * a), m_e2((a * a - b * b) / (a * a)), m_e(std::sqrt(std::abs(m_e2))) {}
  [[nodiscard]] double operator()(double latitude_rad) const {
    const double s = std::sin(latitude_rad);
    return m_a2 / 2 * (1 - m_e2) * (s / (1 - m_e2 * s * s) + tail(s));
  }
  // Its derivative by latitude.
  [[nodiscard]] double density(double latitude_rad) const {
    const double s = std::sin(latitude_rad), w = 1 - m_e2 * s * s;
    return m_a2 * (1 - m_e2) * std::cos(latitude_rad) / (w * w);
  }

 private:
  // atanh(e s) / e, and its limits for sphere and prolate figures.
  [[nodiscard]] double tail(double s) const {
    if (m_e2 > 0) return std::atanh(m_e * s) / m_e;
    return m_e2 < 0 ? std::atan(m_e * s) / m_e : s;
  }

  double m_a2 = 0, m_e2 = 0, m_e = 0;
};

// A corner of a ring on the ellipsoid: its longitude in radians, and the zone below its latitude.
struct Corner {
  double lon, zone;
};

// The corners met last, each in the one slot where it can stand: neighbours come one after the other and share most of theirs, and PROJ takes
// longest.
class KnownCorners {
 public:
  struct Slot {
    PointXY point{kNowhere, kNowhere};
    Corner corner{};
  };
  // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  [[nodiscard]] Slot& slot_of(PointXY point) {
    const std::uint64_t mixed = (std::bit_cast<std::uint64_t>(point.x) * 3 + std::bit_cast<std::uint64_t>(point.y)) * 0x9E3779B97F4A7C15ULL;
    return m_slots[mixed >> (64U - kSlotBits)];
  }

 private:
  static constexpr unsigned kSlotBits = 12;  // stays in a processor's own cache
  std::vector<Slot> m_slots = std::vector<Slot>(std::size_t{1} << kSlotBits);
};

}  // namespace

struct EllipsoidArea::State {
  proj::Context context;
  Object to_degrees;  // easting, northing → longitude, latitude
  Zone zone;
  KnownCorners known;
  // Of one ring; kept for their memory.
  std::vector<PointXY> points, unknown;
  std::vector<std::size_t> unknown_at;
  std::vector<Corner> corners;

  // From points to corners; false when a point has no place on the ellipsoid.
  bool locate() {
    corners.resize(points.size());
    unknown.clear();
    unknown_at.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const KnownCorners::Slot& slot = known.slot_of(points[i]);
      corners[i] = slot.corner;
      if (slot.point.x == points[i].x && slot.point.y == points[i].y) continue;
      unknown.push_back(points[i]);
      unknown_at.push_back(i);
    }
    if (unknown.empty()) return true;
    if (!invert(unknown)) return false;
    for (std::size_t k = 0; k < unknown.size(); ++k) {
      const std::size_t i = unknown_at[k];
      corners[i] = {unknown[k].x, zone(unknown[k].y)};
      known.slot_of(points[i]) = {points[i], corners[i]};
    }
    return true;
  }

  // In place; false when a point has no place on the ellipsoid.
  bool invert(std::span<PointXY> where) {
    constexpr std::size_t kStep = sizeof(PointXY);
    proj_trans_generic(to_degrees.get(), PJ_FWD, &where.front().x, kStep, where.size(), &where.front().y, kStep, where.size(), nullptr, 0, 0, nullptr,
                       0, 0);
    proj_errno_reset(to_degrees.get());
    double sum = 0;
    for (PointXY& point : where) {
      sum += point.x + point.y;
      point.x *= kRadians;
      point.y *= kRadians;
    }
    return std::isfinite(sum);
  }
};

EllipsoidArea::EllipsoidArea(const System& projected) : m_state(std::make_unique<State>()) {
  if (!projected.is_projected_in_metres()) throw std::invalid_argument("not projected in metres: " + projected.name());
  proj::Context& context = m_state->context;
  const Object plane = context.own(proj_create(context.handle(), projected.state().plane.c_str()), projected.name());
  const Object base = context.own(proj_crs_get_geodetic_crs(context.handle(), plane.get()), "the system has no geographic base");
  const Object way = context.own(proj_create_crs_to_crs_from_pj(context.handle(), plane.get(), base.get(), nullptr, nullptr), projected.name());
  m_state->to_degrees = proj::east_first(context, way.get());
  const Object ellipsoid = context.own(proj_get_ellipsoid(context.handle(), base.get()), "the system has no ellipsoid");
  double a = 0, b = 0;
  if (proj_ellipsoid_get_parameters(context.handle(), ellipsoid.get(), &a, &b, nullptr, nullptr) == 0) context.fail("the ellipsoid has no axes");
  m_state->zone = Zone(a, b);
}

EllipsoidArea::~EllipsoidArea() = default;
EllipsoidArea::EllipsoidArea(EllipsoidArea&&) noexcept = default;
EllipsoidArea& EllipsoidArea::operator=(EllipsoidArea&&) noexcept = default;

double EllipsoidArea::ring(std::span<const PointXY> ring) const {
  if (ring.size() < 4) return 0;
  std::vector<PointXY>& points = m_state->points;
  points.clear();
  points.push_back(ring.front());
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const PointXY from = ring[i - 1], to = ring[i];
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double between = std::floor(std::sqrt(dx * dx + dy * dy) / kLongestPart);
    if (!std::isfinite(between)) return kNowhere;
    for (double k = 1; k <= between; ++k) points.push_back({from.x + dx * (k / (between + 1)), from.y + dy * (k / (between + 1))});
    points.push_back(to);
  }
  if (!m_state->locate()) return kNowhere;
  // From a place of the ring itself, so that the difference of large zones costs no digits.
  const auto [lon0, zone0] = m_state->corners.front();
  double twice = 0, last_lon = 0, last_zone = 0;
  for (const Corner& corner : m_state->corners) {
    const double lon = std::remainder(corner.lon - lon0, 2 * std::numbers::pi), zone = corner.zone - zone0;
    twice += (last_lon + lon) * (zone - last_zone);
    last_lon = lon;
    last_zone = zone;
  }
  return twice / 2;
}

double EllipsoidArea::scale(PointXY point) const {
  // Derivatives of longitude and latitude by central differences of the fourth order; with 1 km the error of the formula and that of rounding are
  // both below 1e-11 of the scale.
  constexpr double kStep = 1000;
  PointXY near[9] = {point};
  std::size_t next = 1;
  for (const double step : {-2 * kStep, -kStep, kStep, 2 * kStep}) {
    near[next++] = {point.x + step, point.y};
    near[next++] = {point.x, point.y + step};
  }
  if (!m_state->invert(near)) return kNowhere;
  const auto slope = [&](std::size_t first, double PointXY::*which) {
    const auto apart = [&](std::size_t a, std::size_t b) { return std::remainder(near[b].*which - near[a].*which, 2 * std::numbers::pi); };
    return (8 * apart(first + 2, first + 4) - apart(first, first + 6)) / (12 * kStep);
  };
  const double lon_x = slope(1, &PointXY::x), lat_x = slope(1, &PointXY::y), lon_y = slope(2, &PointXY::x), lat_y = slope(2, &PointXY::y);
  return std::abs(lon_x * lat_y - lon_y * lat_x) * m_state->zone.density(near[0].y);
}

}  // namespace yongdi::crs
