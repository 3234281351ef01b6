#include "crs/system.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace yongdi::crs {
namespace {

constexpr const char* kEsriZone38 =
    R"(PROJCS["CGCS2000_3_Degree_GK_Zone_38",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",)"
    R"(SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],)"
    R"(PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],)"
    R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

TEST(System, KnowsWhatItIs) {
  const System zone("EPSG:4526");
  EXPECT_EQ(zone.name(), "CGCS2000 / 3-degree Gauss-Kruger zone 38");
  EXPECT_EQ(zone.authority(), "EPSG:4526");
  EXPECT_EQ(zone.datum_name(), "China 2000");
  EXPECT_TRUE(zone.wkt().starts_with("PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger zone 38\"")) << zone.wkt();
}

TEST(System, WhatNamesNoSystemIsRefused) {
  for (const char* const text : {"", "EPSG:999999", "zone 38", "+proj=nonsense", "PROJCS[\"cut off"}) {
    EXPECT_THROW(System{text}, std::invalid_argument) << text;
  }
}

TEST(System, OnlyMetresOnAMapProjectionCanBeWorkedIn) {
  struct Case {
    const char* definition;
    std::optional<Unfit> unfit;
  };
  for (const Case& row :
       {Case{"EPSG:4526", {}}, Case{"EPSG:4547", {}}, Case{"EPSG:32618", {}}, Case{"+proj=tmerc +lon_0=113 +x_0=500000 +ellps=GRS80", {}},
        Case{"EPSG:4490", Unfit::geographic}, Case{"EPSG:4326", Unfit::geographic}, Case{"EPSG:3857", Unfit::web_mercator},
        Case{"ESRI:102100", Unfit::web_mercator},
        Case{"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext", Unfit::web_mercator},
        Case{"EPSG:2263", Unfit::not_metres}}) {
    EXPECT_EQ(unfit_to_work_in(System(row.definition)), row.unfit) << row.definition;
  }
}

TEST(System, TheSameSystemUnderAnotherName) {
  const System zone("EPSG:4526"), esri(kEsriZone38);
  EXPECT_EQ(esri.authority(), "EPSG:4526");
  EXPECT_TRUE(zone.same_as(esri));
  EXPECT_TRUE(esri.same_as(zone));
  EXPECT_TRUE(zone.same_as(System(zone.wkt())));
  struct Case {
    const char *a, *b;
  };
  for (const Case& row : {Case{"EPSG:4526", "EPSG:4525"},  // the neighbouring zone
                          Case{"EPSG:4526", "EPSG:4547"},  // without the zone in front
                          Case{"EPSG:4526", "EPSG:2362"},  // Xian 1980
                          Case{"EPSG:4526", "EPSG:4490"}}) {
    EXPECT_FALSE(System(row.a).same_as(System(row.b))) << row.a << " " << row.b;
  }
}

TEST(System, AreaOfUseIsWideEnoughForAZoneCarriedOverItsEdge) {
  const System zone("EPSG:4526");
  const auto area = zone.area_of_use();
  ASSERT_TRUE(area);
  const auto contains = [&](double lon, double lat) {
    std::vector<PointXY> place{{lon, lat}};
    Transformation(System("EPSG:4490"), zone).apply(place);
    return place[0].x >= area->min_x && place[0].x <= area->max_x && place[0].y >= area->min_y && place[0].y <= area->max_y;
  };
  EXPECT_TRUE(contains(113.05, 23.7));  // Qingcheng
  EXPECT_TRUE(contains(111.95, 24.6));  // Lianshan, in zone 37 by right
  EXPECT_FALSE(contains(108, 23.7));
  EXPECT_FALSE(403'000 > area->min_x) << "an easting without its zone lies outside";
}

TEST(Zones, EveryLongitudeOfChinaHasOne) {
  struct Case {
    double longitude;
    std::optional<std::string> zone;
  };
  for (const Case& row : {Case{73.4, {}}, Case{73.5, "EPSG:4513"}, Case{112.49, "EPSG:4525"}, Case{112.5, "EPSG:4526"}, Case{113.05, "EPSG:4526"},
                          Case{115.49, "EPSG:4526"}, Case{135, "EPSG:4533"}, Case{136.5, "EPSG:4533"}, Case{136.6, {}}, Case{std::nan(""), {}}}) {
    EXPECT_EQ(cgcs2000_zone(row.longitude), row.zone) << row.longitude;
  }
  EXPECT_EQ(System("EPSG:4533").name(), "CGCS2000 / 3-degree Gauss-Kruger zone 45");
}

TEST(Transformation, AGuessIsToldFromAKnownWay) {
  struct Case {
    const char* what;
    const char *from, *to;
    bool guess;
  };
  for (const Case& row :
       {Case{"CGCS2000 degrees to zone 38", "EPSG:4490", "EPSG:4526", false}, Case{"zone 37 to 38", "EPSG:4525", "EPSG:4526", false},
        Case{"WGS 84 to zone 38", "EPSG:4326", "EPSG:4526", false}, Case{"zone 38 to WGS 84", "EPSG:4526", "EPSG:4326", false},
        Case{"Web Mercator to zone 38", "EPSG:3857", "EPSG:4526", false}, Case{"New York feet to UTM", "EPSG:2263", "EPSG:32618", false},
        Case{"Xian 1980", "EPSG:2362", "EPSG:4526", true}, Case{"to Xian 1980", "EPSG:4526", "EPSG:2362", true},
        Case{"Beijing 1954", "EPSG:2414", "EPSG:4526", true}, Case{"Beijing 1954 to Xian 1980", "EPSG:2414", "EPSG:2362", true}}) {
    const Transformation way{System(row.from), System(row.to)};
    EXPECT_EQ(way.is_guess(), row.guess) << row.what << ": " << way.description();
    EXPECT_FALSE(way.is_identity()) << row.what;
  }
}

TEST(Transformation, EastingComesFirstWhateverTheDefinitionSays) {
  std::vector<PointXY> place{{114, 24}};  // on the central meridian
  EXPECT_EQ((Transformation{System("EPSG:4326"), System("EPSG:4526")}.apply(place)), 0U);
  EXPECT_NEAR(place[0].x, 38'500'000, 1e-6);
  EXPECT_NEAR(place[0].y, 2'655'433, 500);
  EXPECT_EQ((Transformation{System("EPSG:4526"), System("EPSG:4490")}.apply(place)), 0U);
  EXPECT_NEAR(place[0].x, 114, 1e-11);
  EXPECT_NEAR(place[0].y, 24, 1e-11);
}

TEST(Transformation, FromOneZoneToTheNextAndBack) {
  const System west("EPSG:4525"), east("EPSG:4526");
  const std::vector<PointXY> before{{37'600'000, 2'650'000}, {37'650'123.456, 2'700'987.654}};
  std::vector<PointXY> place = before;
  EXPECT_EQ((Transformation{west, east}.apply(place)), 0U);
  EXPECT_GT(place[0].x, 38'000'000);
  EXPECT_EQ((Transformation{east, west}.apply(place)), 0U);
  for (std::size_t i = 0; i < place.size(); ++i) {
    EXPECT_NEAR(place[i].x, before[i].x, 1e-6);
    EXPECT_NEAR(place[i].y, before[i].y, 1e-6);
  }
}

TEST(Transformation, PlacesWithoutAnImageAreCounted) {
  std::vector<PointXY> places{{113, 24}, {std::nan(""), 24}, {113, 900}, {114, 24}};
  EXPECT_EQ((Transformation{System("EPSG:4490"), System("EPSG:4526")}.apply(places)), 2U);
  EXPECT_TRUE(std::isinf(places[1].x) && std::isinf(places[2].y));
  EXPECT_NEAR(places[3].x, 38'500'000, 1e-6) << "a lost point must not take its neighbour along";
}

TEST(Transformation, TheSameSystemNeedsNone) {
  const Transformation way{System(kEsriZone38), System("EPSG:4526")};
  EXPECT_TRUE(way.is_identity());
  EXPECT_FALSE(way.is_guess());
  std::vector<PointXY> place{{38'403'095.267, 2'620'169.437}};
  EXPECT_EQ(way.apply(place), 0U);
  EXPECT_EQ(place[0].x, 38'403'095.267);
}

}  // namespace
}  // namespace yongdi::crs
