#include "inventory/slabs.hpp"

#include <algorithm>
#include <bit>

namespace yongdi::inventory {

double LocalScale::at(double x, double y) const {
  if (plane) return 1;
  const auto weights = [](double t, double* w) {  // Lagrange on −1, 0, 1
    w[0] = t * (t - 1) / 2;
    w[1] = 1 - t * t;
    w[2] = t * (t + 1) / 2;
  };
  double wx[3], wy[3];
  weights((x - centre_x) / half_x, wx);
  weights((y - centre_y) / half_y, wy);
  double sum = 0;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) sum += wx[i] * wy[j] * nodes[i][j];
  return sum;
}

void Slabs::collect_edges(const Outlines& outlines) {
  m_edges.clear();
  std::uint32_t number = 0;
  for (const Outlines::Piece& piece : outlines.pieces()) {
    for (std::uint32_t ring = piece.first_ring; ring < piece.last_ring; ++ring) {
      const std::size_t end = outlines.ring_end(ring);
      geometry::Point previous = outlines.point(end - 1);
      for (std::size_t i = outlines.ring_begin(ring); i < end; ++i) {
        const geometry::Point point = outlines.point(i);
        // Counter-clockwise shells run to the right along their lower side. Vertical edges bound no trapezoid.
        if (previous.x < point.x) m_edges.push_back({previous.x, previous.y, point.x, point.y, number, +1});
        if (point.x < previous.x) m_edges.push_back({point.x, point.y, previous.x, previous.y, number, -1});
        previous = point;
      }
    }
    ++number;
  }
  std::sort(m_edges.begin(), m_edges.end(), [](const Edge& a, const Edge& b) { return a.x1 < b.x1; });
}

void Slabs::collect_cuts(const Rectangle& cell) {
  m_cuts.assign({cell.min_x, cell.max_x});
  for (std::size_t i = 0; i < m_edges.size(); ++i) {
    const Edge& a = m_edges[i];
    m_cuts.push_back(a.x1);
    m_cuts.push_back(a.x2);
    const double a_low = std::min(a.y1, a.y2), a_high = std::max(a.y1, a.y2);
    for (std::size_t j = i + 1; j < m_edges.size() && m_edges[j].x1 < a.x2; ++j) {
      const Edge& b = m_edges[j];
      if (std::max(b.y1, b.y2) <= a_low || std::min(b.y1, b.y2) >= a_high) continue;
      const double from = b.x1, to = std::min(a.x2, b.x2);
      const double before = a.y_at(from) - b.y1;
      const double after = (to == a.x2 ? a.y2 : a.y_at(to)) - (to == b.x2 ? b.y2 : b.y_at(to));
      if ((before < 0 && after > 0) || (before > 0 && after < 0)) m_cuts.push_back(from + (to - from) * (before / (before - after)));
    }
  }
  std::sort(m_cuts.begin(), m_cuts.end());
  m_cuts.erase(std::unique(m_cuts.begin(), m_cuts.end()), m_cuts.end());
}

void Slabs::count(double area) {
  const std::size_t known = m_areas.size();
  for (std::size_t set = 0; set < known; ++set) {
    const std::uint64_t* const key = m_keys.data() + set * m_words;
    std::size_t same = 0;  // by hand: most sets are one word, and a call for that costs more than the comparison
    while (same < m_words && key[same] == m_inside[same]) ++same;
    if (same == m_words) {
      m_areas[set] += area;
      return;
    }
  }
  m_keys.insert(m_keys.end(), m_inside.begin(), m_inside.end());
  m_areas.push_back(area);
}

void Slabs::walk(double from_x, double to_x, const Rectangle& cell, const LocalScale& scale) {
  const double width = to_x - from_x, middle = from_x + width / 2;
  m_crossings.clear();
  for (const std::uint32_t edge : m_active) {
    // Insertion keeps the order of the slab before, which is nearly right.
    const Crossing crossing{m_edges[edge].y_at(middle), edge};
    std::size_t place = m_crossings.size();
    m_crossings.push_back(crossing);
    for (; place > 0 && crossing.y < m_crossings[place - 1].y; --place) m_crossings[place] = m_crossings[place - 1];
    m_crossings[place] = crossing;
  }
  double below = cell.min_y;
  const auto trapezoid = [&](double above) {
    // Edges are straight, so a trapezoid's area is its width times its height in the middle.
    if (above > below) count(width * (above - below) * scale.at(middle, below + (above - below) / 2));
  };
  for (std::size_t i = 0; i < m_crossings.size(); ++i) {
    trapezoid(m_crossings[i].y);
    below = std::max(below, m_crossings[i].y);
    const Edge& edge = m_edges[m_crossings[i].edge];
    const std::int32_t depth = m_depth[edge.piece] += edge.step;
    const std::uint64_t bit = std::uint64_t{1} << (edge.piece % 64);
    if (depth > 0)
      m_inside[edge.piece / 64] |= bit;
    else
      m_inside[edge.piece / 64] &= ~bit;
    m_active[i] = m_crossings[i].edge;
  }
  trapezoid(cell.max_y);
}

const std::vector<Slabs::Set>& Slabs::measure(const Outlines& outlines, const Rectangle& cell, const LocalScale& scale) {
  collect_edges(outlines);
  collect_cuts(cell);
  const std::size_t pieces = outlines.pieces().size();
  m_words = (pieces + 63) / 64;
  m_depth.assign(pieces, 0);
  m_inside.assign(m_words, 0);
  m_keys.clear();
  m_areas.clear();
  m_active.clear();
  std::size_t next = 0;
  for (std::size_t cut = 0; cut + 1 < m_cuts.size(); ++cut) {
    const double from = m_cuts[cut], to = m_cuts[cut + 1];
    std::erase_if(m_active, [&](std::uint32_t edge) { return m_edges[edge].x2 <= from; });
    for (; next < m_edges.size() && m_edges[next].x1 <= from; ++next) m_active.push_back(static_cast<std::uint32_t>(next));
    walk(from, to, cell, scale);
  }
  m_features.clear();
  m_ends.clear();
  for (std::size_t set = 0; set < m_areas.size(); ++set) {
    for (std::size_t word = 0; word < m_words; ++word)
      for (std::uint64_t bits = m_keys[set * m_words + word]; bits != 0; bits &= bits - 1)
        m_features.push_back(outlines.pieces()[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))].feature);
    m_ends.push_back(m_features.size());
  }
  m_sets.clear();
  std::size_t begin = 0;
  for (std::size_t set = 0; set < m_areas.size(); ++set) {
    m_sets.push_back({m_areas[set], {m_features.data() + begin, m_ends[set] - begin}});
    begin = m_ends[set];
  }
  return m_sets;
}

}  // namespace yongdi::inventory
