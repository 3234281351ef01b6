#pragma once
// Which boxes meet which: a static packed tree (sort-tile-recursive), answers in ascending order of position.
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/region.hpp"

namespace yongdi::geometry {

class BoxIndex {
 public:
  explicit BoxIndex(std::span<const Box> boxes);  // empty boxes are never found
  // Positions of all boxes that meet `box`, ascending; `found` is emptied first.
  void find(const Box& box, std::vector<std::uint32_t>& found) const;

 private:
  struct Node {
    Box box;
    std::uint32_t first = 0, count = 0;  // children in m_nodes, or boxes in m_order for a leaf
    bool leaf = false;
  };
  std::vector<Box> m_boxes;            // in the order of the tiles
  std::vector<std::uint32_t> m_order;  // m_boxes[i] was handed over at position m_order[i]
  std::vector<Node> m_nodes;           // root last
};

}  // namespace yongdi::geometry
