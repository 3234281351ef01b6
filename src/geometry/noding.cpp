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

void sort_and_merge(std::vector<Segment>& segments) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) { return order(a) < order(b); });
  merge(segments, alike);
}

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

using Places = std::vector<Place>;

Places ends_of(const std::vector<Segment>& segments) {
  Places places;
  places.reserve(2 * segments.size());
  for (const Segment& segment : segments) places.insert(places.end(), {segment.from, segment.to});
  return places;
}

// One place per cell: the smallest point.
void keep_one_per_cell(Places& places) {
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return std::tie(a.spot, a.point) < std::tie(b.spot, b.point); });
  places.erase(std::unique(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.spot == b.spot; }), places.end());
}

Places::const_iterator first_from(const Places& places, Spot spot) {
  return std::partition_point(places.begin(), places.end(), [&](const Place& place) { return place.spot < spot; });
}

void add_piece(std::vector<Segment>& segments, const Place& from, const Place& to, const Gain& gain) {
  if (from.spot < to.spot)
    segments.push_back({from, to, gain});
  else
    segments.push_back({to, from, {-gain[0], -gain[1]}});
}

// Two surveys of one boundary have different points on it, nanometres apart. Before anything is cut, ends in neighbouring cells are made one, and a
// segment is led through every end within two cells of it; so the two boundaries become the same, and no hairline is left between them.
class Joiner {
 public:
  explicit Joiner(std::vector<Segment>& segments) : m_segments(segments), m_places(ends_of(segments)) { keep_one_per_cell(m_places); }

  void join() {
    join_ends();
    std::vector<Segment> joined;
    joined.reserve(m_segments.size());
    for (const Segment& segment : m_segments) lead(segment, joined);
    m_segments.swap(joined);
  }

 private:
  // In order of place: to the first place that is kept and next to it. No place moves by more than a cell.
  void join_ends() {
    std::vector<std::uint32_t> stands_for(m_places.size());
    bool any = false;
    std::size_t west = 0;  // goes along with i one column to the west
    for (std::uint32_t i = 0; i < m_places.size(); ++i) {
      stands_for[i] = i;
      const Spot spot = m_places[i].spot;
      const auto join = [&](std::size_t j) {
        if (stands_for[j] != j || stands_for[i] != i) return;
        stands_for[i] = static_cast<std::uint32_t>(j);
        any = true;
      };
      const Spot corner{spot.x - 1, spot.y - 1};
      while (m_places[west].spot < corner) ++west;
      for (std::size_t j = west; j < i && m_places[j].spot <= Spot{spot.x - 1, spot.y + 1}; ++j) join(j);
      if (i > 0 && m_places[i - 1].spot == Spot{spot.x, spot.y - 1}) join(i - 1);
    }
    if (!any) return;
    const auto kept = [&](const Place& place) { return m_places[stands_for[static_cast<std::size_t>(first_from(m_places, place.spot) - m_places.begin())]]; };
    std::vector<Segment> joined;
    for (const Segment& segment : m_segments) {
      const Place from = kept(segment.from), to = kept(segment.to);
      if (from.spot != to.spot) add_piece(joined, from, to, segment.gain);
    }
    m_segments.swap(joined);
    sort_and_merge(m_segments);
    m_places = ends_of(m_segments);
    keep_one_per_cell(m_places);
  }

  void lead(const Segment& segment, std::vector<Segment>& into) {
    constexpr std::int64_t kReach = 2;
    const Spot from = segment.from.spot, to = segment.to.spot;
    const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
    const auto [low, high] = heights(segment);
    const Wide length2 = Wide{dx} * dx + Wide{dy} * dy, band = 3 * (Wide{dx} + (dy < 0 ? -dy : dy));
    m_near.clear();
    while (m_first < m_places.size() && m_places[m_first].spot.x < from.x - kReach) ++m_first;  // segments come from west to east
    for (auto place = m_places.begin() + static_cast<std::ptrdiff_t>(m_first); place != m_places.end() && place->spot.x <= to.x + kReach; ++place) {
      const Spot spot = place->spot;
      if (spot.y < low - kReach || spot.y > high + kReach) continue;
      const Wide along = Wide{dx} * (spot.x - from.x) + Wide{dy} * (spot.y - from.y);
      if (along <= 0 || along >= length2) continue;
      const Wide beside = 2 * side(from, to, spot);  // 1.5 to 2.1 cells, by the direction
      if (beside < band && beside > -band) m_near.emplace_back(along, &*place);
    }
    if (m_near.empty()) {
      into.push_back(segment);
      return;
    }
    std::sort(m_near.begin(), m_near.end(), [](const auto& a, const auto& b) { return std::pair(a.first, a.second->spot) < std::pair(b.first, b.second->spot); });
    const Place* last = &segment.from;
    for (const auto& [along, place] : m_near) {
      add_piece(into, *last, *place, segment.gain);
      last = place;
    }
    add_piece(into, *last, segment.to, segment.gain);
  }

  std::vector<Segment>& m_segments;
  Places m_places;
  std::size_t m_first = 0;  // the westernmost place that a segment in hand or to come can be near
  std::vector<std::pair<Wide, const Place*>> m_near;
};

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
void add_crossings(const std::vector<Segment>& segments, Point origin, Places& places) {
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
    while (m_first < m_places.size() && m_places[m_first].spot.x < segment.from.spot.x) ++m_first;  // segments come from west to east
    auto place = m_places.begin() + static_cast<std::ptrdiff_t>(m_first);
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
  const Places& m_places;
  std::vector<Edge>& m_edges;
  std::size_t m_first = 0;
  std::vector<std::uint32_t> m_passed;
};

}  // namespace

void node(std::vector<Segment>& segments, Point origin, Network& network) {
  sort_and_merge(segments);
  Joiner(segments).join();
  sort_and_merge(segments);
  // An end that stands in a cell goes before a crossing there.
  Places &places = network.places, crossings;
  places = ends_of(segments);
  keep_one_per_cell(places);
  add_crossings(segments, origin, crossings);
  keep_one_per_cell(crossings);
  const auto by_spot = [](const Place& a, const Place& b) { return a.spot < b.spot; };
  std::erase_if(crossings, [&](const Place& crossing) { return std::binary_search(places.begin(), places.end(), crossing, by_spot); });
  const auto ends = places.insert(places.end(), crossings.begin(), crossings.end());
  std::inplace_merge(places.begin(), ends, places.end(), by_spot);
  network.edges.clear();
  Cutter cutter(network);
  for (const Segment& segment : segments) cutter.cut(segment);
  std::sort(network.edges.begin(), network.edges.end(), [](const Edge& a, const Edge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  merge(network.edges, [](const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to; });
  segments.clear();
}

}  // namespace yongdi::geometry::lattice
