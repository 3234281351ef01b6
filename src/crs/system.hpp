#pragma once
// Coordinate reference systems: which may be worked in, how other systems get there, and areas on the ellipsoid. PROJ lives here alone.
//
// Everything outside this room is x = easting, y = northing, whatever order EPSG defines for the axes (the Chinese systems define northing first).
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "measures/day.hpp"

namespace yongdi::crs {

struct PointXY {
  double x, y;
};

// A CRS given as "EPSG:4526", WKT or a PROJ string. Copyable; safe to use from several threads.
class System {
 public:
  // Throws std::invalid_argument with PROJ's reason when the text names no CRS.
  explicit System(std::string_view definition);
  [[nodiscard]] const std::string& name() const;               // "CGCS2000 / 3-degree Gauss-Kruger zone 38"
  [[nodiscard]] std::optional<std::string> authority() const;  // "EPSG:4526" when it is (or equals) a registered one
  [[nodiscard]] const std::string& wkt() const;                // WKT 1 (GDAL flavour), for GeoPackage
  [[nodiscard]] std::string datum_name() const;
  [[nodiscard]] bool is_geographic() const;
  [[nodiscard]] bool is_projected_in_metres() const;
  [[nodiscard]] bool is_web_mercator() const;
  [[nodiscard]] bool same_as(const System& other) const;  // same figures for the same place, axis order apart
  // The area of use in the system's own coordinates (x, y), generous to the outside; empty when the system does not say.
  struct Extent {
    double min_x, min_y, max_x, max_y;
  };
  [[nodiscard]] std::optional<Extent> area_of_use() const;

  struct State;
  [[nodiscard]] const State& state() const { return *m_state; }

 private:
  std::shared_ptr<const State> m_state;
};

// Why a system cannot be worked in (geographic, Web Mercator, not in metres), in words for the message; empty when it can.
enum class Unfit { geographic, web_mercator, not_metres };
std::optional<Unfit> unfit_to_work_in(const System& system);

// The CGCS2000 3-degree zone with prefix under a longitude (EPSG:4513 … 4533), or empty outside 73.5°E … 136.5°E.
std::optional<std::string> cgcs2000_zone(double longitude_deg);

// From one system to another; one per thread.
class Transformation {
 public:
  // Throws std::invalid_argument when PROJ knows no way. `is_guess()` then tells whether the best way is a ballpark one (a datum change with no
  // parameters, such as CGCS2000 ↔ Xian 1980 ↔ Beijing 1954): such a way must be refused.
  Transformation(const System& from, const System& to);
  ~Transformation();
  Transformation(Transformation&&) noexcept;
  Transformation& operator=(Transformation&&) noexcept;
  [[nodiscard]] bool is_guess() const;
  [[nodiscard]] bool is_identity() const;
  [[nodiscard]] std::string description() const;  // PROJ's words for the way chosen
  // In place. Returns the number of points that have no image; these become infinity.
  std::size_t apply(std::span<PointXY> points) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// For messages: "EPSG:4526 (CGCS2000 / 3-degree Gauss-Kruger zone 38)".
std::string label(const System& system);

std::string proj_version();

}  // namespace yongdi::crs
