#include "geometry/index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace yongdi::geometry {
namespace {

constexpr std::size_t kFanout = 16;
// Nodes that wait while a search goes down: at most kFanout − 1 per level, and 2³² boxes make 8 levels.
constexpr std::size_t kSearchDepth = 8 * kFanout;

// Twice the middle; a box from −∞ to ∞ has none, and the middle of nothing must still compare.
double middle(double low, double high) {
  const double sum = low + high;
  return std::isnan(sum) ? 0 : sum;
}

// Sort-tile-recursive (Leutenegger, Lopez, Edgington 1997): vertical slices by x, then each slice by y.
void sort_into_tiles(std::vector<std::uint32_t>& order, std::span<const Box> boxes) {
  const auto by_x = [&](std::uint32_t a, std::uint32_t b) {
    const double left = middle(boxes[a].min_x, boxes[a].max_x), right = middle(boxes[b].min_x, boxes[b].max_x);
    return left != right ? left < right : a < b;
  };
  const auto by_y = [&](std::uint32_t a, std::uint32_t b) {
    const double left = middle(boxes[a].min_y, boxes[a].max_y), right = middle(boxes[b].min_y, boxes[b].max_y);
    return left != right ? left < right : a < b;
  };
  std::sort(order.begin(), order.end(), by_x);
  const double leaves = std::ceil(static_cast<double>(order.size()) / kFanout);
  const std::size_t slice = kFanout * static_cast<std::size_t>(std::ceil(std::sqrt(leaves)));
  for (std::size_t first = 0; first < order.size(); first += slice) {
    const std::size_t last = std::min(first + slice, order.size());
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(last), by_y);
  }
}

}  // namespace

BoxIndex::BoxIndex(std::span<const Box> boxes) {
  m_order.reserve(boxes.size());
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i].empty()) m_order.push_back(i);
  }
  sort_into_tiles(m_order, boxes);
  m_boxes.reserve(m_order.size());
  for (const std::uint32_t i : m_order) m_boxes.push_back(boxes[i]);

  const auto add_level = [this](std::size_t first, std::size_t end, bool leaf) {
    for (std::size_t at = first; at < end; at += kFanout) {
      Node node;
      node.first = static_cast<std::uint32_t>(at);
      node.count = static_cast<std::uint32_t>(std::min(kFanout, end - at));
      node.leaf = leaf;
      for (std::size_t i = at; i < at + node.count; ++i) node.box.add(leaf ? m_boxes[i] : m_nodes[i].box);
      m_nodes.push_back(node);
    }
  };
  add_level(0, m_boxes.size(), true);
  for (std::size_t first = 0, end = m_nodes.size(); end - first > 1; first = end, end = m_nodes.size()) add_level(first, end, false);
}

void BoxIndex::find(const Box& box, std::vector<std::uint32_t>& found) const {
  found.clear();
  if (m_nodes.empty() || box.empty() || !m_nodes.back().box.meets(box)) return;
  std::array<std::uint32_t, kSearchDepth> waiting{};
  std::size_t count = 0;
  waiting[count++] = static_cast<std::uint32_t>(m_nodes.size() - 1);
  while (count > 0) {
    const Node& node = m_nodes[waiting[--count]];
    for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
      if (node.leaf) {
        if (m_boxes[i].meets(box)) found.push_back(m_order[i]);
      } else if (m_nodes[i].box.meets(box)) {
        waiting[count++] = i;
      }
    }
  }
  std::sort(found.begin(), found.end());
}

}  // namespace yongdi::geometry
