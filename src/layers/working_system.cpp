#include "layers/working_system.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "layers/placing.hpp"
#include "layers/refusal.hpp"

namespace yongdi::layers {
namespace {

// CGCS2000, longitude and latitude: where the zones are defined.
constexpr const char* kGeographic = "EPSG:4490";

[[noreturn]] void refuse_zone(const std::string& name) {
  refuse(name,
         {"园区不在 CGCS2000 三度带范围（东经 73.5° 至 136.5°）内，无法自动选取工作坐标系。请在项目文件顶部写明 crs（以米为单位的投影坐标系）。",
          "the parks lie outside the CGCS2000 3-degree zones (73.5°E to 136.5°E), so no working system can be chosen for them. Please state `crs` at "
          "the top of the "
          "project file (a system projected in metres)."},
         findings::Exit::usage);
}

}  // namespace

void expect_fit(const crs::System& system, const std::string& where) {
  const std::optional<crs::Unfit> unfit = crs::unfit_to_work_in(system);
  if (!unfit) return;
  const findings::Text why = *unfit == crs::Unfit::geographic ? findings::Text{"是经纬度坐标系", "is in degrees"}
                             : *unfit == crs::Unfit::web_mercator
                                 ? findings::Text{"是网络墨卡托投影，面积失真", "is Web Mercator, which distorts areas"}
                                 : findings::Text{"不以米为单位", "is not in metres"};
  refuse(where,
         {fmt::format("工作坐标系 {} {}，不能量算面积。请在 crs 中写以米为单位的投影坐标系，如 \"EPSG:4526\"。", crs::label(system), why.zh),
          fmt::format(
              "the working CRS {} {}; areas cannot be worked out in it. Please state a system projected in metres in `crs`, such as \"EPSG:4526\".",
              crs::label(system), why.en)},
         findings::Exit::usage);
}

crs::System zone_under(OpenLayer& parks, const crs::System& own) {
  OGREnvelope extent;
  {
    const ErrorLog log;
    if (parks.layer->GetExtent(&extent, TRUE) != OGRERR_NONE) {
      refuse(parks.name,
             {fmt::format("没有可用的图形范围（{}），无法选取工作坐标系。请检查图层是否为空。", log.words().zh),
              fmt::format("the layer has no extent ({}), so no working system can be chosen. Please check whether it is empty.", log.words().en)});
    }
  }
  std::vector<crs::PointXY> middle{{(extent.MinX + extent.MaxX) / 2, (extent.MinY + extent.MaxY) / 2}};
  double longitude = middle[0].x;
  if (!own.is_geographic()) {
    try {
      if (crs::Transformation(own, crs::System(kGeographic)).apply(middle) > 0) refuse_zone(parks.name);
    } catch (const std::invalid_argument&) {
      refuse_zone(parks.name);
    }
    longitude = middle[0].x;
  } else if (const auto use = own.area_of_use(); use && (middle[0].y < use->min_y || middle[0].y > use->max_y)) {
    longitude = middle[0].y;  // northing first: no latitude is that large
  }
  const std::optional<std::string> zone = crs::cgcs2000_zone(longitude);
  if (!zone) refuse_zone(parks.name);
  return crs::System(*zone);
}

}  // namespace yongdi::layers
