#include "geometry/boundary.hpp"

#include <algorithm>

namespace yongdi::geometry::lattice {
namespace {

bool in_result(const Gain& coverage, Operation operation) {
  switch (operation) {
    case Operation::minus:
      return coverage[0] > 0 && coverage[1] <= 0;
    case Operation::intersection:
      return coverage[0] > 0 && coverage[1] > 0;
    case Operation::unite:
      break;
  }
  return coverage[0] > 0 || coverage[1] > 0;
}

class Sweep {
 public:
  Sweep(const Network& network, Operation operation) : m_network(network), m_operation(operation), m_sides(network.edges.size()), m_above(network.edges.size()) {}

  std::vector<Side> run() {
    for (std::uint32_t place = 0; place < m_network.places.size(); ++place) pass(place);
    return std::move(m_sides);
  }

 private:
  [[nodiscard]] Spot spot(std::uint32_t place) const { return m_network.places[place].spot; }
  [[nodiscard]] const Edge& edge(std::uint32_t number) const { return m_network.edges[number]; }

  // Takes out the edges that end at the place and puts in those that begin there. Noded edges keep their order as long as they live.
  void pass(std::uint32_t place) {
    const auto lower = std::partition_point(m_cut.begin(), m_cut.end(), [&](std::uint32_t number) {
      return side(spot(edge(number).from), spot(edge(number).to), spot(place)) > 0;
    });
    const auto upper = std::find_if(lower, m_cut.end(), [&](std::uint32_t number) { return edge(number).to != place; });
    m_beginning.clear();
    for (; m_next < m_network.edges.size() && edge(m_next).from == place; ++m_next) m_beginning.push_back(m_next);
    std::sort(m_beginning.begin(), m_beginning.end(), [&](std::uint32_t a, std::uint32_t b) { return side(spot(place), spot(edge(a).to), spot(edge(b).to)) > 0; });
    std::optional<std::uint32_t> under;
    if (lower != m_cut.begin()) under = *(lower - 1);
    for (const std::uint32_t number : m_beginning) {
      judge(number, under);
      under = number;
    }
    // One for one as far as that goes: most places have one edge coming and one going.
    const auto alike = std::min(upper - lower, static_cast<std::ptrdiff_t>(m_beginning.size()));
    std::copy_n(m_beginning.begin(), alike, lower);
    if (lower + alike != upper)
      m_cut.erase(lower + alike, upper);
    else
      m_cut.insert(upper, m_beginning.begin() + alike, m_beginning.end());
  }

  void judge(std::uint32_t number, std::optional<std::uint32_t> under) {
    const Gain below = under ? m_above[*under] : Gain{};
    Gain& above = m_above[number];
    for (std::size_t operand = 0; operand < above.size(); ++operand) above[operand] = below[operand] + edge(number).gain[operand];
    Side& result = m_sides[number];
    result.result_above = in_result(above, m_operation);
    result.bounds = result.result_above != in_result(below, m_operation);
    // An edge that does not bound has the same land of the result, or none, on both sides: look through it.
    if (under) result.below = m_sides[*under].bounds ? under : m_sides[*under].below;
  }

  const Network& m_network;
  Operation m_operation;
  std::vector<Side> m_sides;
  std::vector<Gain> m_above;               // coverage on the left hand of every edge
  std::vector<std::uint32_t> m_cut;        // the edges under the sweep line, from south to north
  std::vector<std::uint32_t> m_beginning;  // of one place
  std::uint32_t m_next = 0;                // first edge not begun
};

}  // namespace

std::vector<Side> find_boundary(const Network& network, Operation operation) { return Sweep(network, operation).run(); }

}  // namespace yongdi::geometry::lattice
