#include "geometry/tracing.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace yongdi::geometry::lattice {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Edges walked with the result on the left hand.
struct Ring {
  std::vector<std::uint32_t> edges;
  std::uint32_t first_place = kNone;   // the smallest
  std::uint32_t lowest_edge = kNone;   // of the two at that place the one further south
  bool hole = false;
};

class Tracer {
 public:
  Tracer(const Network& network, std::span<const Side> sides)
      : m_network(network), m_sides(sides), m_next(network.edges.size(), kNone), m_ring_of(network.edges.size(), kNone), m_on_way(network.places.size(), kNone) {}

  std::optional<Region> run() {
    if (!link()) return {};
    for (std::uint32_t edge = 0; edge < m_sides.size(); ++edge)
      if (m_sides[edge].bounds && m_ring_of[edge] == kNone && !walk(edge)) return {};
    for (Ring& ring : m_rings) describe(ring);
    return polygons();
  }

 private:
  [[nodiscard]] Spot spot(std::uint32_t place) const { return m_network.places[place].spot; }
  [[nodiscard]] std::uint32_t start(std::uint32_t edge) const { return m_sides[edge].result_above ? m_network.edges[edge].from : m_network.edges[edge].to; }
  [[nodiscard]] std::uint32_t end(std::uint32_t edge) const { return m_sides[edge].result_above ? m_network.edges[edge].to : m_network.edges[edge].from; }

  // Says for every edge which one follows. False when somewhere as many do not come as go.
  bool link() {
    std::vector<std::uint32_t> firsts(m_network.places.size() + 1, 0), at_places;
    for (std::uint32_t edge = 0; edge < m_sides.size(); ++edge)
      if (m_sides[edge].bounds) ++firsts[start(edge) + 1], ++firsts[end(edge) + 1];
    for (std::size_t i = 1; i < firsts.size(); ++i) firsts[i] += firsts[i - 1];
    at_places.resize(firsts.back());
    std::vector<std::uint32_t> fill(firsts.begin(), firsts.end() - 1);
    for (std::uint32_t edge = 0; edge < m_sides.size(); ++edge)
      if (m_sides[edge].bounds) at_places[fill[start(edge)]++] = edge, at_places[fill[end(edge)]++] = edge;
    for (std::uint32_t place = 0; place + 1 < firsts.size(); ++place)
      if (!link_at(place, std::span(at_places).subspan(firsts[place], firsts[place + 1] - firsts[place]))) return false;
    return true;
  }

  // Land of the result lies clockwise of every edge that comes in, as seen from the place; the next edge in that direction goes out and bounds the same
  // land.
  bool link_at(std::uint32_t place, std::span<std::uint32_t> edges) {
    if (edges.size() > 2) std::sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) { return is_before(place, a, b); });
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (end(edges[i]) != place) continue;
      const std::uint32_t follower = edges[(i + edges.size() - 1) % edges.size()];
      if (start(follower) != place) return false;
      m_next[edges[i]] = follower;
    }
    return edges.size() % 2 == 0;
  }

  // Counter-clockwise from due east.
  [[nodiscard]] bool is_before(std::uint32_t place, std::uint32_t a, std::uint32_t b) const {
    const auto far = [&](std::uint32_t edge) { return spot(start(edge) == place ? end(edge) : start(edge)); };
    const Spot centre = spot(place), p = far(a), q = far(b);
    const auto southern = [&](Spot s) { return s.y < centre.y || (s.y == centre.y && s.x < centre.x); };
    return southern(p) != southern(q) ? southern(q) : side(centre, p, q) > 0;
  }

  // Follows the edges round. Where the way meets itself, the loop since then is a ring of its own: rings touch, they do not touch themselves.
  bool walk(std::uint32_t first) {
    std::vector<std::uint32_t> way;
    const auto close = [&](std::size_t from) {
      Ring& ring = m_rings.emplace_back();
      ring.edges.assign(way.begin() + static_cast<std::ptrdiff_t>(from), way.end());
      for (const std::uint32_t edge : ring.edges) {
        m_on_way[start(edge)] = kNone;
        m_ring_of[edge] = static_cast<std::uint32_t>(m_rings.size() - 1);
      }
      way.resize(from);
    };
    std::uint32_t edge = first;
    for (std::size_t steps = 0; steps <= m_sides.size(); ++steps) {
      if (m_on_way[start(edge)] != kNone) close(m_on_way[start(edge)]);
      if (way.empty() && m_ring_of[edge] != kNone) return true;
      if (m_ring_of[edge] != kNone) return false;
      m_on_way[start(edge)] = static_cast<std::uint32_t>(way.size());
      way.push_back(edge);
      edge = m_next[edge];
      if (edge == kNone) return false;
    }
    return false;
  }

  void describe(Ring& ring) const {
    Wide twice_area = 0;
    const Spot anchor = spot(start(ring.edges.front()));
    for (const std::uint32_t edge : ring.edges) {
      twice_area += side(anchor, spot(start(edge)), spot(end(edge)));
      for (const std::uint32_t place : {start(edge), end(edge)}) {
        if (ring.first_place == kNone || place < ring.first_place) ring.first_place = place, ring.lowest_edge = edge;
        if (place != ring.first_place) continue;
        const auto far = [&](std::uint32_t which) { return spot(start(which) == place ? end(which) : start(which)); };
        if (side(spot(place), far(ring.lowest_edge), far(edge)) < 0) ring.lowest_edge = edge;
      }
    }
    ring.hole = twice_area < 0;
  }

  // The land around a hole is the land under its first place, and that is bounded by the ring of the edge below; which may be another hole.
  [[nodiscard]] std::uint32_t shell_of(std::uint32_t ring) const {
    for (std::size_t steps = 0; steps <= m_rings.size() && m_rings[ring].hole; ++steps) {
      const auto below = m_sides[m_rings[ring].lowest_edge].below;
      if (!below || m_ring_of[*below] == kNone) return kNone;
      ring = m_ring_of[*below];
    }
    return m_rings[ring].hole ? kNone : ring;
  }

  [[nodiscard]] geometry::Ring drawn(const Ring& ring) const {
    geometry::Ring points;
    points.reserve(ring.edges.size() + 1);
    for (const std::uint32_t edge : ring.edges) points.push_back(m_network.places[start(edge)].point);
    points.push_back(points.front());
    return points;
  }

  [[nodiscard]] std::optional<Region> polygons() const {
    Region region;
    std::vector<std::uint32_t> polygon_of(m_rings.size(), kNone);
    for (std::uint32_t ring = 0; ring < m_rings.size(); ++ring) {
      if (m_rings[ring].hole) continue;
      polygon_of[ring] = static_cast<std::uint32_t>(region.polygons.size());
      region.polygons.push_back({{drawn(m_rings[ring])}});
    }
    for (std::uint32_t ring = 0; ring < m_rings.size(); ++ring) {
      if (!m_rings[ring].hole) continue;
      const std::uint32_t shell = shell_of(ring);
      if (shell == kNone) return {};
      region.polygons[polygon_of[shell]].rings.push_back(drawn(m_rings[ring]));
    }
    return region;
  }

  const Network& m_network;
  std::span<const Side> m_sides;
  std::vector<std::uint32_t> m_next, m_ring_of;  // by edge
  std::vector<std::uint32_t> m_on_way;           // by place: where on the way it was left
  std::vector<Ring> m_rings;
};

}  // namespace

std::optional<Region> trace(const Network& network, std::span<const Side> sides) { return Tracer(network, sides).run(); }

}  // namespace yongdi::geometry::lattice
