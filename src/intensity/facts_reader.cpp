#include "intensity/indicators.hpp"

namespace yongdi::intensity {

BuildingFactsReader::BuildingFactsReader(const facts::Table& buildings)
    : m_floors(buildings, "floors"),
      m_storey_height(buildings, "storey_height"),
      m_height(buildings, "height"),
      m_floor_area(buildings, "floor_area"),
      m_finished_on(buildings, "finished_on") {}

BuildingFacts BuildingFactsReader::read(const facts::Row& row) const {
  return {m_floors.exact(row), m_storey_height.exact(row), m_height.exact(row), m_floor_area.exact(row), m_finished_on.day(row)};
}

ParcelFactsReader::ParcelFactsReader(const facts::Table& parcels)
    : m_area(parcels, "area"),
      m_floor_area(parcels, "floor_area"),
      m_footprint_area(parcels, "footprint_area"),
      m_yard_area(parcels, "yard_area"),
      m_fixed_investment(parcels, "fixed_investment"),
      m_plot_ratio_min(parcels, "plot_ratio_min"),
      m_plot_ratio_max(parcels, "plot_ratio_max"),
      m_building_coefficient_min(parcels, "building_coefficient_min"),
      m_fixed_investment_contract(parcels, "fixed_investment_contract"),
      m_admin_area(parcels, "admin_area"),
      m_admin_floor_area(parcels, "admin_floor_area"),
      m_green_area(parcels, "green_area"),
      m_output(parcels, "output"),
      m_tax(parcels, "tax") {}

ParcelFacts ParcelFactsReader::read(const facts::Row& row) const {
  ParcelFacts facts;
  facts.area = m_area.exact(row);
  facts.area_not_positive = facts.area && *facts.area <= measures::Exact(0);
  facts.floor_area = m_floor_area.exact(row);
  facts.footprint_area = m_footprint_area.exact(row);
  facts.yard_area = m_yard_area.exact(row);
  facts.fixed_investment = m_fixed_investment.exact(row);
  facts.plot_ratio_min = m_plot_ratio_min.exact(row);
  facts.plot_ratio_max = m_plot_ratio_max.exact(row);
  facts.building_coefficient_min = m_building_coefficient_min.exact(row);
  facts.fixed_investment_contract = m_fixed_investment_contract.exact(row);
  facts.admin_area = m_admin_area.exact(row);
  facts.admin_floor_area = m_admin_floor_area.exact(row);
  facts.green_area = m_green_area.exact(row);
  facts.output = m_output.exact(row);
  facts.tax = m_tax.exact(row);
  return facts;
}

}  // namespace yongdi::intensity
