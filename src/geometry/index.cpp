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

// Sort-tile-recursive (Leutenegger, Lopez, Edgington 1997): vertical slices by x, then each slice by y. What is compared is copied out first: to look
// it up in the boxes every time takes twice as long.
std::vector<std::uint32_t> in_tiles(std::span<const Box> boxes) {
  struct Entry {
    double x, y;
    std::uint32_t position;
  };
  std::vector<Entry> entries;
  entries.reserve(boxes.size());
  for (std::uint32_t i = 0; i < boxes.size(); ++i)
    if (const Box& box = boxes[i]; !box.empty()) entries.push_back({middle(box.min_x, box.max_x), middle(box.min_y, box.max_y), i});
  const auto by = [](double Entry::*axis) {
    return [axis](const Entry& a, const Entry& b) { return a.*axis != b.*axis ? a.*axis < b.*axis : a.position < b.position; };
  };
  std::sort(entries.begin(), entries.end(), by(&Entry::x));
  const double leaves = std::ceil(static_cast<double>(entries.size()) / kFanout);
  const std::size_t slice = kFanout * static_cast<std::size_t>(std::ceil(std::sqrt(leaves)));
  for (std::size_t first = 0; first < entries.size(); first += slice) {
    const std::size_t last = std::min(first + slice, entries.size());
    std::sort(entries.begin() + static_cast<std::ptrdiff_t>(first), entries.begin() + static_cast<std::ptrdiff_t>(last), by(&Entry::y));
  }
  std::vector<std::uint32_t> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(entry.position);
  return order;
}

}  // namespace

BoxIndex::BoxIndex(std::span<const Box> boxes) : m_order(in_tiles(boxes)) {
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
