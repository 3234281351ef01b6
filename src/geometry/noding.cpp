#include "geometry/noding.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace yongdi::geometry::lattice {
namespace {

void add(Gain& sum, const Gain& gain) {
  for (std::size_t operand = 0; operand < sum.size(); ++operand) sum[operand] += gain[operand];
}

// Of parts in order, makes one of those that are alike, and forgets what has become of no consequence.
template <class Part, class Alike>
void merge(std::vector<Part>& parts, const Alike& alike) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < parts.size();) {
    Part sum = parts[i];
    for (++i; i < parts.size() && alike(parts[i], sum); ++i) add(sum.gain, parts[i].gain);
    if (sum.gain != Gain{}) parts[kept++] = sum;
  }
  parts.resize(kept);
}

// The points come last, so that the same one stands for a cell whatever order the outlines came in.
auto order(const Segment& segment) { return std::tie(segment.from.spot, segment.to.spot, segment.from.point, segment.to.point); }

bool alike(const Segment& a, const Segment& b) { return a.from.spot == b.from.spot && a.to.spot == b.to.spot; }

std::pair<std::int64_t, std::int64_t> heights(const Segment& segment) { return std::minmax(segment.from.spot.y, segment.to.spot.y); }

bool share_an_end(const Segment& a, const Segment& b) { return a.from.spot == b.from.spot || a.to.spot == b.to.spot || a.to.spot == b.from.spot; }

bool opposite(Wide a, Wide b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

// n / d to the nearest whole number, halves upwards: the cell to which a crossing belongs.
std::int64_t rounded(Wide n, Wide d) {
  if (d < 0) n = -n, d = -d;
  const Wide twice = 2 * n + d;
  Wide quotient = twice / (2 * d);
  if (twice < 0 && twice % (2 * d) != 0) --quotient;
  return static_cast<std::int64_t>(quotient);
}

// Where `segment` crosses a line that its ends lie `before` and `after` of, on opposite sides.
Spot crossing(const Segment& segment, Wide before, Wide after) {
  const Wide whole = before - after;
  return {segment.from.spot.x + rounded(before * (segment.to.spot.x - segment.from.spot.x), whole),
          segment.from.spot.y + rounded(before * (segment.to.spot.y - segment.from.spot.y), whole)};
}

// The same from the sources' own coordinates, as far as they put it into that cell or next to it.
Point drawn_crossing(const Segment& a, const Segment& b, Spot spot, Point origin) {
  const auto left_of_a = [&](Point point) {
    return (a.to.point.x - a.from.point.x) * (point.y - a.from.point.y) - (a.to.point.y - a.from.point.y) * (point.x - a.from.point.x);
  };
  const double before = left_of_a(b.from.point), after = left_of_a(b.to.point), share = before / (before - after);
  const Point middle = point_of(spot, origin);
  const Point point{b.from.point.x + share * (b.to.point.x - b.from.point.x), b.from.point.y + share * (b.to.point.y - b.from.point.y)};
  const bool near = std::abs(point.x - middle.x) * kUnitsPerMetre <= 1 && std::abs(point.y - middle.y) * kUnitsPerMetre <= 1;
  return near ? point : middle;
}

// Segments in order. An end that lies on another segment needs no crossing: it has claimed its cell already.
void add_crossings(const std::vector<Segment>& segments, Point origin, std::vector<Place>& places) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& a = segments[i];
    const auto [a_low, a_high] = heights(a);
    for (std::size_t j = i + 1; j < segments.size() && segments[j].from.spot.x <= a.to.spot.x; ++j) {
      const Segment& b = segments[j];
      const auto [b_low, b_high] = heights(b);
      if (b_high < a_low || b_low > a_high || share_an_end(a, b)) continue;
      const Wide before = side(a.from.spot, a.to.spot, b.from.spot), after = side(a.from.spot, a.to.spot, b.to.spot);
      if (!opposite(before, after)) continue;
      if (!opposite(side(b.from.spot, b.to.spot, a.from.spot), side(b.from.spot, b.to.spot, a.to.spot))) continue;
      const Spot spot = crossing(b, before, after);
      places.push_back({spot, drawn_crossing(a, b, spot, origin)});
    }
  }
}

// A cell owns its western and southern border, as rounding does.
bool passes(const Segment& segment, Spot cell) {
  const std::int64_t dx = segment.to.spot.x - segment.from.spot.x, dy = segment.to.spot.y - segment.from.spot.y;
  const Wide twice = 2 * side(segment.from.spot, segment.to.spot, cell), reach = Wide{dx} + (dy < 0 ? -dy : dy);
  // On equality the segment touches a single corner of the cell; falling, from above, the south-western one.
  return (twice > -reach && twice < reach) || (dy < 0 && twice == reach);
}

class Cutter {
 public:
  explicit Cutter(Network& network) : m_places(network.places), m_edges(network.edges) {}

  void cut(const Segment& segment) {
    const auto [low, high] = heights(segment);
    m_passed.clear();
    auto place = std::partition_point(m_places.begin(), m_places.end(), [&](const Place& each) { return each.spot.x < segment.from.spot.x; });
    for (; place != m_places.end() && place->spot.x <= segment.to.spot.x; ++place)
      if (place->spot.y >= low && place->spot.y <= high && passes(segment, place->spot))
        m_passed.push_back(static_cast<std::uint32_t>(place - m_places.begin()));
    if (segment.to.spot.y < segment.from.spot.y)  // a falling segment meets places of one meridian from north to south
      std::sort(m_passed.begin(), m_passed.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Spot p = m_places[a].spot, q = m_places[b].spot;
        return std::pair(p.x, -p.y) < std::pair(q.x, -q.y);
      });
    for (std::size_t i = 1; i < m_passed.size(); ++i) {
      const std::uint32_t from = m_passed[i - 1], to = m_passed[i];
      if (from < to)
        m_edges.push_back({from, to, segment.gain});
      else  // due south, it runs from the larger place to the smaller
        m_edges.push_back({to, from, {-segment.gain[0], -segment.gain[1]}});
    }
  }

 private:
  const std::vector<Place>& m_places;
  std::vector<Edge>& m_edges;
  std::vector<std::uint32_t> m_passed;
};

}  // namespace

void node(std::vector<Segment>& segments, Point origin, Network& network) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) { return order(a) < order(b); });
  merge(segments, alike);
  std::vector<Place>& places = network.places;
  places.clear();
  for (const Segment& segment : segments) places.insert(places.end(), {segment.from, segment.to});
  const auto ends = static_cast<std::ptrdiff_t>(places.size());
  add_crossings(segments, origin, places);
  // In every cell the smallest point of a source, else the smallest crossing.
  const auto by_point = [](const Place& a, const Place& b) { return std::tie(a.spot, a.point) < std::tie(b.spot, b.point); };
  std::sort(places.begin(), places.begin() + ends, by_point);
  std::sort(places.begin() + ends, places.end(), by_point);
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.spot < b.spot; });
  places.erase(std::unique(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.spot == b.spot; }), places.end());
  network.edges.clear();
  Cutter cutter(network);
  for (const Segment& segment : segments) cutter.cut(segment);
  std::sort(network.edges.begin(), network.edges.end(), [](const Edge& a, const Edge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  merge(network.edges, [](const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to; });
  segments.clear();
}

}  // namespace yongdi::geometry::lattice
