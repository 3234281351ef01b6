// The project file: what it may say, and how it is told when it says something else.
#include "settings/project.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/failure.hpp"

namespace yongdi::settings {
namespace {

using ::testing::HasSubstr;

Project parse(const std::string& text) { return parse_project(text, "/audits/audit.toml"); }

const std::string kLeast = "[parks]\nsource = 'parks.gpkg'\n[parcels]\nsource = 'parcels.shp'\n";

std::string refusal(const std::string& text) {
  try {
    parse(text);
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::usage);
    EXPECT_FALSE(failure.text().zh.empty());
    return failure.text().en;
  }
  return "accepted";
}

TEST(Project, TakesTheLeastWithTheDefaultsOfTheContract) {
  const Project project = parse(kLeast);
  EXPECT_EQ(project.folder, "/audits");
  EXPECT_EQ(project.rulebook, "china");
  EXPECT_EQ(project.area, AreaBasis::plane);
  EXPECT_FALSE(project.as_of.has_value());
  EXPECT_FALSE(project.approvals.has_value());
  EXPECT_EQ(project.tolerance.sliver_area_m2, 1.0);
  EXPECT_EQ(project.tolerance.area_mismatch, 0.02);
}

TEST(Project, TakesEveryKeyOfTheContract) {
  const Project project = parse(R"(
title = "清远高新区用地审计"
as_of = 2024-12-31
crs = "EPSG:4526"
rulebook = "qingyuan"
area = "ellipsoid"
accept_expired = ["清府〔2021〕26号"]
[parks]
source = "parks.gpkg"
layer = "parks"
crs = "EPSG:4490"
where = "level = 'national'"
priority = ["K03", "K01"]
[parks.fields]
id = "园区代码"
approved_area = { field = "核准面积", unit = "ha" }
[parcels]
source = "供地.shp"
encoding = "GBK"
fields = { holder = "用地单位" }
[parcels.values.supply_mode]
"挂牌" = "auction"
[approvals]
source = "批次.gpkg"
[buildings]
source = "buildings.gpkg"
[land_status]
source = "现状.gpkg"
[[tables]]
source = "投资.xlsx"
to = "parcels"
on = "id"
kind = "attributes"
[[tables]]
source = "批次表.csv"
to = "approvals"
on = { layer = "id", table = "文号" }
[[constraints]]
kind = "farmland"
source = "yjjbnt.gpkg"
[quota]
total = { value = 3000, unit = "mu" }
reserve_share = 0.10
rule = "linked"
unit = "0.01 mu"
parks = "quota-parks.csv"
ledgers = ["2023.gpkg", "2024.gpkg"]
tasks = "tasks.csv"
entries = "entries.csv"
[tolerance]
sliver_area_m2 = 2
grid_m = 0.01
)");
  EXPECT_EQ(project.as_of->to_iso(), "2024-12-31");
  EXPECT_EQ(project.area, AreaBasis::ellipsoid);
  EXPECT_EQ(project.accept_expired, std::vector<std::string>{"清府〔2021〕26号"});
  EXPECT_EQ(project.parks.priority, (std::vector<std::string>{"K03", "K01"}));
  EXPECT_EQ(project.parks.fields.at("approved_area").field, "核准面积");
  EXPECT_EQ(project.parks.fields.at("approved_area").unit->name, "ha");
  EXPECT_EQ(project.parcels.fields.at("holder").field, "用地单位");
  EXPECT_EQ(project.parcels.values.at("supply_mode").at("挂牌"), "auction");
  ASSERT_EQ(project.tables.size(), 2U);
  EXPECT_EQ(project.tables[0].on_layer, "id");
  EXPECT_EQ(project.tables[0].on_table, "");
  EXPECT_EQ(project.tables[1].to, facts::Layer::approvals);
  EXPECT_EQ(project.tables[1].on_table, "文号");
  EXPECT_FALSE(project.tables[1].records);
  EXPECT_EQ(project.constraints.at(0).kind, "farmland");
  EXPECT_EQ(project.tolerance.sliver_area_m2, 2.0);
  EXPECT_EQ(project.tolerance.grid_m, 0.01);
  EXPECT_EQ(project.tolerance.balance_m2, 0.01);
}

TEST(Project, TakesTheDayAsTextToo) { EXPECT_EQ(parse("as_of = '2024-02-29'\n" + kLeast).as_of->to_iso(), "2024-02-29"); }

struct Refused {
  const char* what;
  std::string text;
  std::vector<std::string> says;
};

TEST(Project, RefusesWhatItDoesNotKnowAndSaysWhatToDo) {
  const std::vector<Refused> cases = {
      {"unknown key", "titel = 'x'\n" + kLeast, {"line 1", "titel", "Did you mean \"title\""}},
      {"unknown key in a layer", "[parks]\nsorce = 'p'\n[parcels]\nsource = 'q'\n", {"line 2", "[parks]", "sorce", "\"source\""}},
      {"priority belongs to parks", "[parks]\nsource='p'\n[parcels]\nsource='q'\npriority=['a']\n", {"line 5", "[parcels]", "priority"}},
      {"no parks", "[parcels]\nsource='q'\n", {"parks", "required"}},
      {"no source", "[parks]\n[parcels]\nsource='q'\n", {"[parks]", "source", "required"}},
      {"empty source", "[parks]\nsource=''\n[parcels]\nsource='q'\n", {"line 2", "empty"}},
      {"wrong type", "title = 3\n" + kLeast, {"line 1", "title", "text in quotes"}},
      {"day that is none", "as_of = '2024-02-30'\n" + kLeast, {"line 1", "as_of", "2024-12-31"}},
      {"unknown area", "area = 'plan'\n" + kLeast, {"line 1", "plan", "plane"}},
      {"unknown field", kLeast + "[parcels.fields]\nholdr = 'x'\n", {"line 6", "holdr", "holder"}},
      {"bad unit", kLeast + "[parcels.fields]\narea = { field = 'x', unit = 'hectare' }\n", {"line 6", "hectare", "ha"}},
      {"money unit for an area", kLeast + "[parcels.fields]\narea = { field = 'x', unit = 'yuan' }\n", {"yuan", "m2"}},
      {"unit for a text", kLeast + "[parcels.fields]\nholder = { field = 'x', unit = 'm2' }\n", {"holder", "takes no unit"}},
      {"bad code", kLeast + "[parks.values.level]\n'国家' = 'nation'\n", {"line 6", "nation", "national"}},
      {"table joined to nothing", kLeast + "[[tables]]\nsource='t'\n", {"line 5", "\"to\"", "required"}},
      {"causes of approvals", kLeast + "[[tables]]\nsource='t'\nkind='causes'\nto='approvals'\n", {"line 8", "causes", "to = \"parcels\""}},
      {"overrides joined", kLeast + "[[tables]]\nsource='t'\nkind='overrides'\non='id'\n", {"line 8", "overrides", "\"on\""}},
      {"field of the other kind", kLeast + "[[tables]]\nsource='t'\nkind='causes'\n[tables.fields]\ncause_from='x'\n", {"cause_from", "from"}},
      {"kind unknown", kLeast + "[[tables]]\nsource='t'\nto='parcels'\nkind='attribute'\n", {"attribute", "attributes", "overrides"}},
      {"join to nowhere", kLeast + "[[tables]]\nsource='t'\nto='parcel'\n", {"parcel", "parcels"}},
      {"join by an unknown key", kLeast + "[[tables]]\nsource='t'\nto='parcels'\non='idd'\n", {"idd", "\"id\""}},
      {"constraint kind", kLeast + "[[constraints]]\nsource='t'\nkind='farm'\n", {"farm", "farmland"}},
      {"quota key", kLeast + "[quota]\ntotl = 1\n", {"[quota]", "totl", "total"}},
      {"quota unit", kLeast + "[quota]\ntotal = { value = 1, unit = 'wan' }\n", {"wan", "mu"}},
      {"quota step", kLeast + "[quota]\nunit = '0.01'\n", {"0.01 mu"}},
      {"negative tolerance", kLeast + "[tolerance]\nbalance_m2 = -1\n", {"line 6", "balance_m2"}},
      {"no grid", kLeast + "[tolerance]\ngrid_m = 0\n", {"grid_m", "above zero"}},
      {"tables with single brackets", kLeast + "[tables]\nsource='t'\n", {"tables", "[[tables]]"}},
      {"not TOML", "title = \n" + kLeast, {"line 1", "TOML"}},
  };
  for (const Refused& refused : cases) {
    SCOPED_TRACE(refused.what);
    const std::string message = refusal(refused.text);
    EXPECT_THAT(message, HasSubstr("audit.toml"));
    for (const std::string& part : refused.says) EXPECT_THAT(message, HasSubstr(part));
  }
}

// For the receipt: what decides the figures, flat, without passwords, without what the receipt has in another form.
TEST(Project, TellsItsKeysAsWritten) {
  const std::string text =
      "title = 't'\nas_of = 2024-12-31\n[tolerance]\ngrid_m = 0.01\n[parks]\nsource = 'PG:dbname=land password=secret user=x'\n"
      "priority = ['K2', 'K1']\n[parcels]\nsource = 'p.shp'\n[parcels.fields]\narea = { field = '面积', unit = 'mu' }\n"
      "[[tables]]\nsource = 't.csv'\nto = 'parcels'\n";
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"parcels.fields.area.field", "面积"}, {"parcels.fields.area.unit", "mu"}, {"parcels.source", "p.shp"},
      {"parks.priority[1]", "K2"},           {"parks.priority[2]", "K1"},        {"parks.source", "PG:dbname=land password=*** user=x"},
      {"tables[1].source", "t.csv"},         {"tables[1].to", "parcels"}};
  EXPECT_EQ(parse(text).written, expected);
}

TEST(Project, MissingFileIsMissingInput) {
  try {
    read_project("/nowhere/audit.toml");
    FAIL() << "read";
  } catch (const findings::Failure& failure) {
    EXPECT_EQ(failure.status(), findings::Exit::input);
    EXPECT_THAT(failure.text().en, HasSubstr("/nowhere/audit.toml"));
  }
}

}  // namespace
}  // namespace yongdi::settings
