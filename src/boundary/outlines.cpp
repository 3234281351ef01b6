// What the outlines of a park say beside its areas: whether the line changed at all, how far it went, whether the park is the same one elsewhere.
#include <algorithm>
#include <cmath>

#include "boundary/comparison.hpp"
#include "boundary/line.hpp"

namespace yongdi::boundary {

namespace {

using geometry::Point;
using geometry::Region;

// The outline of several parks together; of one park its own.
class Together {
 public:
  Together(const Version& version, const std::vector<std::uint32_t>& parks, geometry::Shaper& shaper) {
    if (parks.size() == 1) {
      m_region = version[parks.front()].shape;
      return;
    }
    std::vector<const Region*> shapes;
    for (const std::uint32_t park : parks) shapes.push_back(version[park].shape);
    m_united = shaper.unite(shapes);
    m_region = &m_united;
  }
  Together(const Together&) = delete;
  Together& operator=(const Together&) = delete;
  [[nodiscard]] const Region& region() const { return *m_region; }

 private:
  Region m_united;
  const Region* m_region;
};

// Point by point: most outlines of most versions, and then nothing has to be measured.
bool are_written_alike(const Region& a, const Region& b) {
  return std::ranges::equal(a.polygons, b.polygons, {}, &geometry::Polygon::rings, &geometry::Polygon::rings);
}

// Two lines may run close to each other although land on the far side of them differs (a narrow ring and the disc it encloses), so that the land that
// differs must fit into a strip of that width along the outline, on both of its sides, as well.
bool fits_into_strip(double land_m2, double perimeter_m, double width_m) { return land_m2 <= 2 * width_m * perimeter_m; }

}  // namespace

void look_at_outlines(ParkChange& row, const Version& before, const Version& after, double noise_m, geometry::Shaper& shaper) {
  if (row.part_of || row.before.empty() || row.after.empty()) return;
  const Together old_one(before, row.before, shaper), new_one(after, row.after, shaper);
  if (old_one.region().empty() || new_one.region().empty()) return;
  if (are_written_alike(old_one.region(), new_one.region())) {
    row.greatest_shift_m = 0;
    if (row.change == Change::changed) row.change = Change::unchanged;
    return;
  }
  const Line old_line(old_one.region()), new_line(new_one.region());
  row.greatest_shift_m = greatest_shift(old_line, new_line);
  if (row.change != Change::changed) return;

  const double perimeter_m = std::max(geometry::perimeter(old_one.region()), geometry::perimeter(new_one.region()));
  const double differs_m2 = row.balance.gained_m2 + row.balance.lost_m2;
  // A decimal distance of 0.05 m between two binary coordinates comes out as a little more or less.
  const auto within = [](double found_m, double distance_m) { return found_m <= distance_m + Line::kPrecision_m; };
  const auto same_within = [&](double distance_m) {
    return within(*row.greatest_shift_m, distance_m) && fits_into_strip(differs_m2, perimeter_m, distance_m + Line::kPrecision_m);
  };
  if (same_within(0)) {
    row.change = Change::unchanged;
  } else if (same_within(noise_m)) {
    row.change = Change::noise;
  } else if (fits_into_strip(std::abs(row.balance.gained_m2 - row.balance.lost_m2), perimeter_m, noise_m + Line::kPrecision_m)) {
    const Point from = centroid(old_one.region()), to = centroid(new_one.region());
    const Point way{to.x - from.x, to.y - from.y};
    // A side that went out by a little also takes the centroid along by half as much: that is no move.
    if (within(std::hypot(way.x, way.y), noise_m)) return;
    if (!within(greatest_shift(Line(old_one.region(), way), new_line), noise_m)) return;
    row.change = Change::moved;
    row.moved_by_m = way;
    row.greatest_shift_m = std::hypot(way.x, way.y);
  }
}

}  // namespace yongdi::boundary
