#include "inventory/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geometry/index.hpp"
#include "inventory/slabs.hpp"

namespace yongdi::inventory {

namespace {

using geometry::Box;
using geometry::Point;

// A tile is a part of the work; its size does not depend on the number of threads. So many points keep a tile's outlines in the processor's cache.
constexpr double kPointsPerTile = 20000;
// Over so many metres the scale of a projection follows a polynomial of second degree to better than 1e-11.
constexpr double kLargestTile_m = 5000;
// A feature astray, a thousand kilometres from all others, must not cost a million empty tiles.
constexpr double kMostTiles = 1e6;
// A cell with so few edges is cheaper to walk than to halve: the pairs of its edges are looked at one by one.
constexpr std::size_t kEdgesPerCell = 40;
// Halving stops here even where many edges lie on top of each other and no cell ever has few.
constexpr double kSmallestCell_m = 0.5;

using Set = std::vector<std::uint32_t>;  // features, ascending

struct SetHash {
  std::size_t operator()(const Set& set) const {
    std::size_t hash = set.size();
    for (const std::uint32_t feature : set) hash = (hash ^ feature) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
    return hash;
  }
};

// What one tile found out: its sets, each once, their features end to end.
struct Areas {
  struct Part {
    std::uint32_t first, count;  // features[first, first + count), ascending
    double area;
  };
  std::vector<std::uint32_t> features;
  std::vector<Part> parts;
  [[nodiscard]] std::span<const std::uint32_t> of(const Part& part) const { return {features.data() + part.first, part.count}; }
};

// One tile: halves its rectangle until cells are small, and gathers the sets of all cells. Memory is kept from tile to tile.
class Tile {
 public:
  void begin(const Rectangle& rectangle, const LocalScale& scale) {
    m_rectangle = rectangle;
    m_scale = scale;
    level(0).clear();
    m_covering.clear();
  }

  void add(std::uint32_t feature, const geometry::Region& region, Point origin) {
    m_whole.clear();
    m_whole.begin_piece(feature);
    for (const geometry::Polygon& polygon : region.polygons)
      for (const geometry::Ring& ring : polygon.rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) m_whole.add({ring[i].x - origin.x, ring[i].y - origin.y});
        m_whole.end_ring();
      }
    if (!m_whole.end_piece()) return;
    const Rectangle& r = m_rectangle;
    const struct {
      Axis axis;
      double at;
      bool keep_low;
    } sides[] = {{Axis::x, r.min_x, false}, {Axis::x, r.max_x, true}, {Axis::y, r.min_y, false}};
    for (const auto& side : sides) {
      m_clipped.clear();
      if (!clip(m_whole, m_whole.pieces()[0], side.axis, side.at, side.keep_low, m_clipped)) return;
      std::swap(m_whole, m_clipped);
    }
    if (!clip(m_whole, m_whole.pieces()[0], Axis::y, r.max_y, true, level(0))) return;
    settle(level(0), r);
  }

  Areas areas() {
    divide(0, m_rectangle);
    Areas result;
    for (const auto& [set, area] : m_areas) {
      result.parts.push_back({static_cast<std::uint32_t>(result.features.size()), static_cast<std::uint32_t>(set.size()), area});
      result.features.insert(result.features.end(), set.begin(), set.end());
    }
    m_areas.clear();
    return result;
  }

 private:
  // What is left of all features after so many halvings. One of each is enough: a half is done with before the other one begins.
  Outlines& level(std::size_t depth) {
    while (m_levels.size() <= depth) m_levels.emplace_back();
    return m_levels[depth];
  }

  // The piece just clipped to a rectangle either fills it, or vanishes, or stays.
  void settle(Outlines& outlines, const Rectangle& rectangle) {
    const auto filling = outlines.filling_of_last(rectangle);
    if (filling == Outlines::Filling::part) return;
    if (filling == Outlines::Filling::whole) m_covering.push_back(outlines.pieces().back().feature);
    outlines.forget_last();
  }

  void divide(std::size_t depth, const Rectangle& rectangle) {
    const Outlines& outlines = level(depth);
    const bool small = std::max(rectangle.width(), rectangle.height()) <= kSmallestCell_m;
    if (outlines.edge_count() <= kEdgesPerCell || small) {
      gather(outlines, rectangle);
      return;
    }
    const Axis axis = rectangle.width() >= rectangle.height() ? Axis::x : Axis::y;
    const double at =
        axis == Axis::x ? rectangle.min_x + rectangle.width() / 2 : rectangle.min_y + rectangle.height() / 2;
    Outlines& part = level(depth + 1);
    for (const bool low : {true, false}) {
      Rectangle half = rectangle;
      (axis == Axis::x ? (low ? half.max_x : half.min_x) : (low ? half.max_y : half.min_y)) = at;
      part.clear();
      const std::size_t covering = m_covering.size();
      for (const Outlines::Piece& piece : outlines.pieces())
        if (clip(outlines, piece, axis, at, low, part)) settle(part, half);
      divide(depth + 1, half);
      m_covering.resize(covering);
    }
  }

  void gather(const Outlines& outlines, const Rectangle& cell) {
    if (outlines.pieces().empty() && m_covering.empty()) return;
    for (const Slabs::Set& set : m_slabs.measure(outlines, cell, m_scale)) {
      m_key.assign(m_covering.begin(), m_covering.end());
      m_key.insert(m_key.end(), set.features.begin(), set.features.end());
      if (m_key.empty()) continue;
      std::sort(m_key.begin(), m_key.end());
      m_areas[m_key] += set.area;
    }
  }

  Rectangle m_rectangle{};
  LocalScale m_scale;
  Outlines m_whole, m_clipped;
  std::deque<Outlines> m_levels;  // grows without moving what is in use
  Set m_covering;                 // features that fill the rectangle in hand
  std::unordered_map<Set, double, SetHash> m_areas;
  Slabs m_slabs;
  Set m_key;
};

// The extent of everything, cut into tiles of about kPointsPerTile points each.
struct Tiling {
  Point origin;
  double tile_m = 1;
  std::size_t columns = 1, rows = 1;
  [[nodiscard]] std::size_t count() const { return columns * rows; }
  [[nodiscard]] Rectangle rectangle(std::size_t tile) const {
    const double x = static_cast<double>(tile % columns) * tile_m, y = static_cast<double>(tile / columns) * tile_m;
    return {x, y, x + tile_m, y + tile_m};
  }
};

Tiling tiling(const Box& extent, std::size_t points) {
  Tiling result;
  result.origin = {std::floor(extent.min_x) - 1, std::floor(extent.min_y) - 1};
  const double width = extent.max_x - result.origin.x + 1, height = extent.max_y - result.origin.y + 1;
  const double wanted = std::max(1.0, static_cast<double>(points) / kPointsPerTile);
  // Whole metres, so that tile borders are exact numbers.
  const double by_points = std::sqrt(width * height / wanted), by_count = std::sqrt(width * height / kMostTiles);
  result.tile_m = std::ceil(std::max({1.0, std::min(by_points, kLargestTile_m), by_count}));
  result.columns = static_cast<std::size_t>(std::ceil(width / result.tile_m));
  result.rows = static_cast<std::size_t>(std::ceil(height / result.tile_m));
  return result;
}

LocalScale local_scale(const Rectangle& r, Point origin, const AreaScale& scale) {
  LocalScale local;
  if (!scale) return local;
  local.plane = false;
  local.half_x = r.width() / 2;
  local.half_y = r.height() / 2;
  local.centre_x = r.min_x + local.half_x;
  local.centre_y = r.min_y + local.half_y;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      local.nodes[i][j] = scale({origin.x + local.centre_x + (i - 1) * local.half_x, origin.y + local.centre_y + (j - 1) * local.half_y});
  return local;
}

// The parts of all tiles, put in order.
class Merging {
 public:
  Merging(std::span<const Areas> tiles, std::size_t features) : m_tiles(tiles), m_starts(features + 1, 0) {
    for_each([&](std::uint32_t, std::uint32_t, std::uint32_t feature) { ++m_starts[feature + 1]; });
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    m_parts.resize(m_starts.back());
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for_each([&](std::uint32_t tile, std::uint32_t part, std::uint32_t feature) { m_parts[next[feature]++] = {tile, part}; });
  }

  [[nodiscard]] std::size_t count() const { return m_parts.size(); }

  // Any partition of [0, count) sorts all. Parts of one set come in the order of the tiles, so that their sum does not hang on the hash tables.
  void sort(std::size_t first, std::size_t last) {
    auto feature = static_cast<std::size_t>(std::lower_bound(m_starts.begin(), m_starts.end(), first) - m_starts.begin());
    for (; feature + 1 < m_starts.size() && m_starts[feature] < last; ++feature)
      std::stable_sort(m_parts.begin() + m_starts[feature], m_parts.begin() + m_starts[feature + 1],
                       [&](const Place& a, const Place& b) { return std::ranges::lexicographical_compare(set(a), set(b)); });
  }

  // Adds up the parts of the same set.
  facts::Covers covers(std::span<const Layered> features, std::span<const std::uint32_t> order) const {
    facts::Covers covers;
    std::span<const std::uint32_t> last;
    for (const Place& place : m_parts) {
      const std::span<const std::uint32_t> here = set(place);
      if (covers.covers.empty() || !std::ranges::equal(last, here)) {
        covers.covers.push_back({static_cast<std::uint32_t>(covers.labels.size()), static_cast<std::uint32_t>(here.size()), 0});
        for (const std::uint32_t feature : here) covers.labels.push_back(features[order[feature]].label);
        last = here;
      }
      covers.covers.back().area_m2 += part(place).area;
    }
    return covers;
  }

 private:
  struct Place {
    std::uint32_t tile, part;
  };
  [[nodiscard]] const Areas::Part& part(const Place& place) const { return m_tiles[place.tile].parts[place.part]; }
  [[nodiscard]] std::span<const std::uint32_t> set(const Place& place) const { return m_tiles[place.tile].of(part(place)); }

  // Calls body(tile, part, first feature of its set).
  template <class Body>
  void for_each(const Body& body) const {
    for (std::uint32_t tile = 0; tile < m_tiles.size(); ++tile)
      for (std::uint32_t part = 0; part < m_tiles[tile].parts.size(); ++part) body(tile, part, set({tile, part}).front());
  }

  std::span<const Areas> m_tiles;
  std::vector<std::uint32_t> m_starts;  // of the parts that begin with a feature
  std::vector<Place> m_parts;
};

}  // namespace

facts::Covers sweep(std::span<const Layered> features, const AreaScale& scale, const cadastre::Workers& workers) {
  // From here on a feature is known by its place in the order of labels, so nothing depends on the order of the input.
  std::vector<std::uint32_t> order(features.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return features[a].label < features[b].label; });
  std::vector<Box> boxes(order.size());
  workers(order.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) boxes[i] = features[order[i]].region->box();
  });
  Box extent;
  std::size_t points = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    extent.add(boxes[i]);
    points += features[order[i]].region->point_count();
  }
  if (extent.empty()) return {};
  const geometry::BoxIndex index(boxes);
  const Tiling tiles = tiling(extent, points);
  std::vector<Areas> areas(tiles.count());
  workers(tiles.count(), [&](std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> found;
    Tile tile;
    for (std::size_t number = first; number < last; ++number) {
      const Rectangle r = tiles.rectangle(number);
      const Point o = tiles.origin;
      index.find({o.x + r.min_x, o.y + r.min_y, o.x + r.max_x, o.y + r.max_y}, found);
      tile.begin(r, local_scale(r, o, scale));
      for (const std::uint32_t feature : found) tile.add(feature, *features[order[feature]].region, o);
      areas[number] = tile.areas();
    }
  });
  Merging merging(areas, features.size());
  workers(merging.count(), [&](std::size_t first, std::size_t last) { merging.sort(first, last); });
  return merging.covers(features, order);
}

}  // namespace yongdi::inventory
