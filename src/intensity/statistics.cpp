#include "intensity/statistics.hpp"

namespace yongdi::intensity {

const StatisticInfo& info(Statistic statistic) {
  using measures::Dimension;
  // In the order of Statistic.
  static constexpr std::array<StatisticInfo, kStatisticCount> kStatistics = {{
      {"population", Dimension::none, "常住人口", "residents"},
      {"expired_area", Dimension::area, "到期项目用地", "land of expired projects"},
      {"expired_disposed_area", Dimension::area, "已处置的到期项目用地", "land of expired projects disposed of", Statistic::expired_area},
      {"paid_due_area", Dimension::area, "应有偿使用土地供应", "land to be supplied for payment"},
      {"paid_area", Dimension::area, "有偿使用土地供应", "land supplied for payment", Statistic::paid_due_area},
      {"auction_due_area", Dimension::area, "应招拍挂供应", "land to be supplied by auction"},
      {"auction_area", Dimension::area, "实际招拍挂供应", "land supplied by auction", Statistic::auction_due_area},
      {"to_be_built_area", Dimension::area, "待建地", "land to be built"},
      {"survey_construction_area", Dimension::area, "国土变更调查建设用地", "construction land of the land survey"},
      {"survey_industrial_area", Dimension::area, "国土变更调查工业、采矿、盐田、物流仓储用地",
       "industry, mining, salt and storage of the land survey", Statistic::survey_construction_area},
      {"plan_construction_area", Dimension::area, "规划建设用地", "planned construction land"},
      {"plan_industrial_area", Dimension::area, "规划工矿仓储用地", "planned industry, mining and storage", Statistic::plan_construction_area},
  }};
  return kStatistics.at(static_cast<std::size_t>(statistic));
}

}  // namespace yongdi::intensity
