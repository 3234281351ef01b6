#include "boundary/neighbours.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "boundary/line.hpp"
#include "geometry/index.hpp"

namespace yongdi::boundary {

namespace {

using geometry::Box;
using geometry::Point;
using geometry::Region;

// A gap touches its neighbours; the overlay that drew it moves a line by far less than this.
constexpr double kTouching_m = 1e-4;

Region inside(geometry::Ring ring) {
  Region region;
  region.polygons.emplace_back().rings.push_back(std::move(ring));
  return region;
}

Region rectangle(const Box& box) {
  return inside({{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}, {box.min_x, box.min_y}});
}

Box grown(Box box, double by_m) { return {box.min_x - by_m, box.min_y - by_m, box.max_x + by_m, box.max_y + by_m}; }

Box common(const Box& a, const Box& b) {
  return {std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x), std::min(a.max_y, b.max_y)};
}

class Gaps {
 public:
  Gaps(const Version& version, double width_m, double least_m2, geometry::Shaper& shaper)
      : m_version(version), m_width_m(width_m), m_least_m2(least_m2), m_shaper(shaper), m_index(boxes(version)) {}

  std::vector<Neighbours> run() {
    find_enclosed();
    find_strips();
    return std::move(m_found);
  }

 private:
  // Of parks with sub-parks an empty box, which nothing meets: their land is that of the sub-parks, or lies around them.
  static std::vector<Box> boxes(const Version& version) {
    std::vector<Box> result;
    for (const Outline& outline : version) result.push_back(outline.leaf ? outline.shape->box() : Box{});
    return result;
  }

  [[nodiscard]] std::vector<std::uint32_t> near(const Box& box) const {
    std::vector<std::uint32_t> found;
    m_index.find(box, found);
    return found;
  }

  [[nodiscard]] bool touches(const Region& gap, std::uint32_t park) const {
    const Line line(*m_version[park].shape);
    for (const geometry::Polygon& polygon : gap.polygons)
      for (const geometry::Ring& ring : polygon.rings)
        if (std::any_of(ring.begin(), ring.end(), [&](Point point) { return line.distance(point) <= kTouching_m; })) return true;
    return false;
  }

  void add(Meeting meeting, std::vector<std::uint32_t> parks, Region shape) {
    const double area_m2 = geometry::plane_area(shape);
    if (area_m2 >= m_least_m2) m_found.push_back({meeting, std::move(parks), area_m2, std::move(shape)});
  }

  void find_enclosed() {
    std::vector<const Region*> leaves;
    for (const Outline& outline : m_version)
      if (outline.leaf) leaves.push_back(outline.shape);
    const Region all = m_shaper.unite(leaves);
    for (const geometry::Polygon& polygon : all.polygons)
      for (std::size_t ring = 1; ring < polygon.rings.size(); ++ring) {
        // An island inside the hole is a polygon of its own and no gap.
        const Region hole = m_shaper.minus(inside({polygon.rings[ring].rbegin(), polygon.rings[ring].rend()}), leaves);
        std::vector<std::uint32_t> around;
        for (const std::uint32_t park : near(grown(hole.box(), kTouching_m)))
          if (touches(hole, park)) around.push_back(park);
        if (around.size() > 1) add(Meeting::enclosed, std::move(around), hole);
      }
    std::sort(m_found.begin(), m_found.end(), [](const Neighbours& a, const Neighbours& b) {
      return a.parks != b.parks ? a.parks < b.parks : a.shape.box().min_x < b.shape.box().min_x;
    });
    for (const Neighbours& found : m_found) m_enclosed.push_back(found.shape);
  }

  void find_strips() {
    for (std::uint32_t first = 0; first < m_version.size(); ++first) {
      if (!m_version[first].leaf) continue;
      for (const std::uint32_t second : near(grown(m_version[first].shape->box(), m_width_m)))
        if (second > first) find_strip(first, second);
    }
  }

  // The two parks grown by half the width and shrunk again fill what is narrower between them. Only where they come near each other is looked at.
  void find_strip(std::uint32_t first, std::uint32_t second) {
    const Region &a = *m_version[first].shape, &b = *m_version[second].shape;
    const Box place = grown(common(grown(a.box(), m_width_m), grown(b.box(), m_width_m)), 2 * m_width_m);
    const Region window = rectangle(place);
    const Region part_a = m_shaper.intersection(a, window), part_b = m_shaper.intersection(b, window);
    if (part_a.empty() || part_b.empty()) return;
    const Region* const both[] = {&part_a, &part_b};
    const Region filled = m_shaper.filled(m_shaper.unite(both), m_width_m);
    std::vector<const Region*> taken;
    for (const std::uint32_t park : near(place)) taken.push_back(m_version[park].shape);
    for (const Region& enclosed : m_enclosed) taken.push_back(&enclosed);
    Region between;
    for (Region& piece : geometry::pieces(m_shaper.minus(filled, taken)))
      if (geometry::plane_area(piece) > 0 && touches(piece, first) && touches(piece, second))
        between.polygons.push_back(std::move(piece.polygons.front()));
    add(Meeting::strip, {first, second}, std::move(between));
  }

  const Version& m_version;
  double m_width_m, m_least_m2;
  geometry::Shaper& m_shaper;
  geometry::BoxIndex m_index;
  std::vector<Region> m_enclosed;
  std::vector<Neighbours> m_found;
};

}  // namespace

std::string_view to_text(Meeting meeting) {
  constexpr std::string_view kNames[] = {"overlap", "strip", "enclosed"};
  return kNames[static_cast<std::size_t>(meeting)];
}

std::vector<Neighbours> overlaps(const Version& version, const facts::Covers& covers, std::uint32_t first, double least_m2,
                                 geometry::Shaper& shaper) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> shared;
  std::vector<std::uint32_t> over;
  for (const facts::Cover& cover : covers.covers) {
    over.clear();
    for (const facts::Label& label : covers.of(cover))
      if (label.kind == facts::CoverKind::park && label.index >= first && label.index - first < version.size()) over.push_back(label.index - first);
    // Where zones overlap because parks of theirs do, those are told.
    const std::vector<std::uint32_t> all = over;
    std::erase_if(over, [&](std::uint32_t park) {
      return std::any_of(all.begin(), all.end(), [&](std::uint32_t other) { return other != park && is_within(version, other, park); });
    });
    for (std::size_t i = 0; i < over.size(); ++i)
      for (std::size_t j = i + 1; j < over.size(); ++j) shared[{over[i], over[j]}] += cover.area_m2;
  }
  std::vector<Neighbours> result;
  for (const auto& [pair, area_m2] : shared) {
    if (area_m2 < least_m2) continue;
    Neighbours& found = result.emplace_back(Neighbours{Meeting::overlap, {pair.first, pair.second}, area_m2, {}});
    try {
      found.shape = shaper.intersection(*version[pair.first].shape, *version[pair.second].shape);
    } catch (const std::runtime_error&) {
      // How much land it is, the covers say; only the drawing is missing.
    }
  }
  return result;
}

std::vector<Neighbours> gaps(const Version& version, double width_m, double least_m2, geometry::Shaper& shaper) {
  return Gaps(version, width_m, least_m2, shaper).run();
}

}  // namespace yongdi::boundary
