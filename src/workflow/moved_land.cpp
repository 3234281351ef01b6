#include "workflow/moved_land.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <stdexcept>
#include <tuple>

#include "geometry/index.hpp"
#include "geometry/shapes.hpp"
#include "inventory/remainder.hpp"

namespace yongdi::workflow {

namespace {

using disposal::Counterpart;
using disposal::Direction;
using disposal::Movement;
using geometry::Region;

// The stock of one ledger of each kind, for taking it away from what left or entered.
class StockShapes {
 public:
  explicit StockShapes(const LedgerYear& ledger) {
    for (const Region& shape : ledger.unsupplied_shapes) add(shape);
    for (std::uint32_t row = 0; row < ledger.parcels.size(); ++row) {
      const disposal::Parcel& parcel = ledger.year.parcels[row];
      static const Region kNone;
      add(parcel.idle || parcel.inefficient ? ledger.parcel_shapes[row] : kNone);
    }
    m_index = std::make_unique<geometry::BoxIndex>(m_boxes);
  }
  // Those that meet the region and are of the movement's own kind: units of unsupplied land, or of parcels.
  std::vector<const Region*> near(const Region& region, bool unsupplied, std::size_t unsupplied_units) const {
    std::vector<std::uint32_t> found;
    m_index->find(region.box(), found);
    std::vector<const Region*> result;
    for (const std::uint32_t unit : found)
      if ((unit < unsupplied_units) == unsupplied) result.push_back(m_shapes[unit]);
    return result;
  }

 private:
  void add(const Region& shape) {
    m_shapes.push_back(&shape);
    m_boxes.push_back(shape.box());
  }
  std::vector<const Region*> m_shapes;
  std::vector<geometry::Box> m_boxes;
  std::unique_ptr<geometry::BoxIndex> m_index;
};

Region outline(const Movement& movement, const LedgerYear& here, const LedgerYear& there, const StockShapes& there_stock, geometry::Shaper& shaper) {
  Region whole = here.unit_shape(movement.unit);
  const bool unsupplied = movement.cell.kind == disposal::Kind::unsupplied;
  // A parcel's land in one park only, where it lies in several.
  if (!unsupplied && movement.cell.park) {
    for (std::size_t i = 0; i < here.parks.size(); ++i)
      if (here.parks[i].park_id == movement.cell.park) whole = shaper.intersection(whole, here.park_shapes[i]);
  }
  const Counterpart& other = movement.reason.counterpart;
  switch (other.what) {
    case Counterpart::What::parcel:
      return shaper.intersection(whole, there.parcel_shapes[other.index]);
    case Counterpart::What::unit:
      return shaper.intersection(whole, there.unit_shape(other.index));
    case Counterpart::What::none:
      break;
  }
  return shaper.minus(whole, there_stock.near(whole, unsupplied, there.unsupplied.size()));
}

using SliverKey = std::tuple<Direction, disposal::Cell>;

}  // namespace

Moved draw(const LedgerYear& first, const LedgerYear& second, std::vector<Movement> movements, Pool& pool) {
  const StockShapes first_stock(first), second_stock(second);
  const double grid_m = std::max(first.tolerance("grid_m"), second.tolerance("grid_m"));
  std::vector<Region> drawn(movements.size());
  std::atomic<std::uint64_t> fallbacks = 0;
  pool.workers()(movements.size(), [&](std::size_t from, std::size_t to) {
    geometry::Shaper shaper(grid_m);
    for (std::size_t i = from; i < to; ++i) try {
        const bool left = movements[i].direction == Direction::left;
        drawn[i] = outline(movements[i], left ? first : second, left ? second : first, left ? second_stock : first_stock, shaper);
      } catch (const std::runtime_error&) {
        drawn[i] = {};  // how much land it is, the sweep says; only the drawing is missing
      }
    fallbacks += shaper.fallbacks();
  });

  const inventory::SliverLimits limits{first.tolerance("sliver_area_m2"), first.tolerance("sliver_width_m")};
  std::map<SliverKey, double> slivers;
  Moved result;
  for (std::size_t i = 0; i < movements.size(); ++i) {
    Movement& movement = movements[i];
    if (inventory::is_sliver(movement.area_m2, geometry::perimeter(drawn[i]), limits)) {
      slivers[{movement.direction, movement.cell}] += movement.area_m2;
    } else {
      movement.drawing = static_cast<std::uint32_t>(result.shapes.size());
      result.movements.push_back(std::move(movement));
      result.shapes.push_back(drawn[i].empty() ? std::string() : geometry::to_wkb(drawn[i]));
    }
  }
  for (const auto& [key, area_m2] : slivers) {
    disposal::Reason reason;
    reason.event = disposal::Event::sliver;
    result.movements.push_back({std::get<Direction>(key),
                                std::get<disposal::Cell>(key),
                                {},
                                0,
                                std::move(reason),
                                area_m2,
                                true,
                                static_cast<std::uint32_t>(result.shapes.size())});
    result.shapes.emplace_back();
  }
  result.fallbacks = fallbacks;
  return result;
}

}  // namespace yongdi::workflow
